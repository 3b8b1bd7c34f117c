// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "models/analysis/analysis.h"
#include "models/import/importer.h"
#include "models/store/caserows.h"

namespace whittle
{

class CaseFile;

/// What the reader shows of one event: read on a worker thread.
struct ReaderContent {
    EventRef ref;
    std::optional<EventRow> event; ///< empty: the place holds no event (a line between two)
    std::vector<RawRecord> records; ///< the frame; or the lines around, with the wanted one among them
    bool isFromCase = false; ///< the evidence is not at hand, the wanted record is the case's own copy
    bool isFileThere = false; ///< the file can be handed to another program
    std::optional<Error> error; ///< when there is nothing to show
};

/// Lines before and after the wanted one.
constexpr unsigned contextLines = 20;

/// Blocks; for a worker thread.
ReaderContent readContent(const CaseFile& file, const EventRef& ref, const std::string& location,
                          const std::stop_token& stop);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "widgets/session/importqueue.h"

namespace whittle
{

/// How many files came to what. Each is counted once, `troubled` apart, which are among `read`.
struct ImportSummary {
    int all = 0;
    int over = 0;
    int read = 0;
    int troubled = 0; ///< read, and something of them is missing
    int refused = 0; ///< nothing could be read from them: unknown, empty, encrypted, too large when unpacked
    int unreadable = 0; ///< their bytes could not be had
    int known = 0; ///< in the case before
    int cancelled = 0;
};

/// `settled`: of the same import, and taken out of the list already.
ImportSummary summarise(const std::vector<ImportJob>& jobs, const ImportQueue::Settled& settled = {});
/// "14 files read, 2 with problems, 1 refused", or where the import has got to. `found`: while folders are
/// still being looked through, how many files were found until now.
QString headline(const ImportSummary& summary, std::optional<std::uint64_t> found);

} // namespace whittle

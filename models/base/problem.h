// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/base/place.h"

namespace whittle
{

/// How bad a row of the import log is. Stored in the case: never renumber.
enum class Severity : std::uint8_t {
    Info = 0, ///< worth knowing, nothing is missing
    Notice = 1, ///< unusual, nothing is missing
    DataLoss = 2, ///< part of the evidence could not be read; the rest was
    Error = 3, ///< nothing of this source could be read
};

/// Something the import noticed in one source. The words are in resources/knowledge/messages.json under `id`,
/// where "{0}",
/// "{1}" … stand for `arguments`; every id used in the code must have an entry there (a test looks).
struct Problem {
    Severity severity = Severity::Notice;
    std::string id{}; ///< e.g. "capture.record-cut"
    std::optional<Place> place{};
    std::vector<std::string> arguments{};
    bool operator==(const Problem&) const = default;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "tests/compare/labelledcase.h"

namespace whittle::test
{

/// How often something is in a source by the truth, and how often Whittle found it.
struct CountRow {
    std::string source{};
    std::string what{};
    std::int64_t expected = 0;
    std::optional<std::int64_t> found{}; ///< empty: nothing that is compared
};

/// All that the truth counts, by source, then name.
std::vector<CountRow> compareCounts(const LabelledCase& one);

} // namespace whittle::test

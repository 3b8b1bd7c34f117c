// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace whittle
{

/// How wide a column of the sources would like to be, in pixels.
struct ColumnNeed {
    int least = 0; ///< for its short words
    int full = 0; ///< for all that it has to say; at least `least`
    bool optional = false; ///< left out unless everything fits
    bool spare = false; ///< left out where not even the least of all that must be there fits
};

/// Widths that fill `room` and, where the least do, exceed it never: first the least, then all of it from the
/// first column to the last; what is left goes to the first. 0: the column is left out.
std::vector<int> fitColumns(int room, const std::vector<ColumnNeed>& needs);

} // namespace whittle

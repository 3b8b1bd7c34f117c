// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sources/sourcecolumns.h"

namespace whittle
{

std::vector<int> fitColumns(int room, const std::vector<ColumnNeed>& needs)
{
    int full = 0;
    int least = 0;
    for (const ColumnNeed& need : needs) {
        full += need.full;
        least += need.optional ? 0 : need.least;
    }
    const bool all = full <= room;
    const bool tight = least > room;
    std::vector<int> widths;
    int left = room;
    for (const ColumnNeed& need : needs) {
        const bool leftOut = (need.optional && !all) || (need.spare && tight);
        widths.push_back(leftOut ? 0 : need.least);
        left -= widths.back();
    }
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const int more = needs[i].full - widths[i];
        if (widths[i] > 0 && more <= left) {
            widths[i] += more;
            left -= more;
        }
    }
    if (!widths.empty() && left > 0)
        widths.front() += left;
    return widths;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/tracerings.h"

#include <algorithm>
#include <tuple>

namespace whittle
{

namespace
{

auto writerOf(const SourceRow& row)
{
    const SourceOrigin& origin = row.origin;
    return std::tie(origin.host, origin.address, origin.application, origin.node);
}

auto orderOf(const SourceRow& row)
{
    return std::tie(row.first, row.origin.fileNumber, row.sha256);
}

} // namespace

std::vector<TraceRing> traceRings(std::span<const SourceRow> sources)
{
    std::vector<const SourceRow*> rows;
    for (const SourceRow& row : sources) {
        if (!row.origin.application.empty())
            rows.push_back(&row);
    }
    std::ranges::sort(rows, [](const SourceRow* a, const SourceRow* b) {
        return std::tuple_cat(writerOf(*a), orderOf(*a)) < std::tuple_cat(writerOf(*b), orderOf(*b));
    });
    std::vector<TraceRing> rings;
    for (const SourceRow* row : rows) {
        if (rings.empty() || writerOf(*rings.back().back()) != writerOf(*row))
            rings.emplace_back();
        rings.back().push_back(row);
    }
    return rings;
}

} // namespace whittle

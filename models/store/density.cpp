// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/density.h"

#include "models/base/floordivided.h"
#include "models/store/varint.h"

namespace whittle
{

void DensityCounter::settle()
{
    if (m_inBin > 0)
        m_counts[0][m_bin] += m_inBin;
    m_inBin = 0;
}

/// Events come in the order of time, nearly: most fall into the bin of the one before.
void DensityCounter::add(SourceTime time)
{
    if (static_cast<std::uint64_t>(time.ns) - m_binFrom >= static_cast<std::uint64_t>(density::binWidth(0))) {
        settle();
        m_bin = floorDivided(time.ns, density::binWidth(0));
        m_binFrom = static_cast<std::uint64_t>(m_bin) * static_cast<std::uint64_t>(density::binWidth(0));
    }
    ++m_inBin;
}

namespace
{

void appendRows(std::vector<DensityRow>& rows, int level, const std::map<std::int64_t, std::uint64_t>& counts)
{
    std::int64_t previous = 0;
    for (const auto& [bin, count] : counts) {
        const std::int64_t chunk = floorDivided(bin, density::binsPerChunk);
        if (rows.empty() || rows.back().level != level || rows.back().chunk != chunk) {
            rows.push_back({level, chunk, {}});
            previous = chunk * density::binsPerChunk;
        }
        appendVarint(rows.back().bins, static_cast<std::uint64_t>(bin - previous));
        appendVarint(rows.back().bins, count);
        previous = bin;
    }
}

} // namespace

std::vector<DensityRow> DensityCounter::takeRows()
{
    settle();
    std::vector<DensityRow> rows;
    for (int level = 0; level < density::levels; ++level) {
        for (const auto& [bin, count] : m_counts[level]) {
            if (level + 1 < density::levels)
                m_counts[level + 1][floorDivided(bin, 8)] += count;
        }
        appendRows(rows, level, m_counts[level]);
        m_counts[level].clear();
    }
    return rows;
}

bool unpackDensity(const DensityRow& row, std::map<std::int64_t, std::uint64_t>& counts)
{
    Bytes rest(row.bins);
    std::int64_t bin = row.chunk * density::binsPerChunk;
    while (!rest.empty()) {
        std::uint64_t step = 0;
        std::uint64_t count = 0;
        if (!takeVarint(rest, step) || !takeVarint(rest, count) || step >= density::binsPerChunk)
            return false;
        bin += static_cast<std::int64_t>(step);
        counts[bin] += count;
    }
    return true;
}

} // namespace whittle

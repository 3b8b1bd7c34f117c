// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "models/base/bytes.h"
#include "models/base/time.h"

namespace whittle
{

/// The levels of detail of one source: how many events fell into each second, each 8 s, 64 s … of its clock.
namespace density
{

constexpr int levels = 7; ///< bins of 1 s … 8^6 s (three days)
constexpr std::int64_t binsPerChunk = 1024;

constexpr std::int64_t binWidth(int level)
{
    return nsPerSecond << (3 * level);
}

} // namespace density

/// One row of table `density`: the bins of a chunk that hold events.
struct DensityRow {
    int level = 0;
    std::int64_t chunk = 0;
    std::vector<std::byte> bins;
};

/// Counts events while they are loaded. What it holds is bounded: takeRows() is to be called when isFull().
class DensityCounter
{
public:
    void add(SourceTime time);
    bool isFull() const { return m_counts[0].size() >= 1U << 15; }
    /// Everything counted since the last call, as rows.
    std::vector<DensityRow> takeRows();

private:
    void settle();

    std::int64_t m_bin = 0;
    std::uint64_t m_binFrom = 0; ///< where m_bin begins, ns modulo 2^64
    std::uint64_t m_inBin = 0;
    std::map<std::int64_t, std::uint64_t> m_counts[density::levels];
};

/// Adds the bins of a row to `counts` (bin number → events). False where the bytes are damaged.
bool unpackDensity(const DensityRow& row, std::map<std::int64_t, std::uint64_t>& counts);

} // namespace whittle

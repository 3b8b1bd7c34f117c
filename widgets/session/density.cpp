// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/density.h"

#include <algorithm>

#include "models/store/casefile.h"
#include "models/store/casereader.h"

namespace whittle
{

namespace
{

/// Counts a bin where its middle stands: a bin of the store is at most as wide as a step, so that it is off
/// by one step at most.
void addBin(OverviewDensity& density, const DensityBin& bin, const SourceClock& clock)
{
    const CaseTime middle = clock.corrected(SourceTime{bin.from.ns + bin.widthNs / 2});
    const std::int64_t step = (middle - density.from).count() / density.width.count();
    const auto last = static_cast<std::int64_t>(density.counts.size()) - 1;
    auto& count = density.counts[static_cast<std::size_t>(std::clamp<std::int64_t>(step, 0, last))];
    count += static_cast<std::uint32_t>(std::min<std::uint64_t>(bin.count, UINT32_MAX - count));
}

OverviewDensity emptyDensity(const Analysis& analysis, int steps)
{
    OverviewDensity density;
    if (!analysis.first || !analysis.last || steps < 1)
        return density;
    density.from = *analysis.first;
    density.width = std::max(Nanoseconds{1}, (*analysis.last - *analysis.first) / steps);
    density.counts.resize(static_cast<std::size_t>(steps));
    return density;
}

} // namespace

Result<OverviewDensity> eventDensity(const CaseFile& file, const Analysis& analysis, int steps)
{
    OverviewDensity density = emptyDensity(analysis, steps);
    if (density.counts.empty())
        return density;
    const auto reader = file.newReader();
    if (!reader)
        return reader.error();
    for (const AnalysedSource& source : analysis.sources) {
        if (!source.row.first || !source.row.last)
            continue;
        const auto bins =
            (*reader)->density(source.row.id, *source.row.first, *source.row.last, density.width.count());
        if (!bins)
            return bins.error();
        for (const DensityBin& bin : *bins)
            addBin(density, bin, source.clock);
    }
    return density;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include <QPixmap>

#include "models/analysis/analysis.h"
#include "widgets/figures/theme.h"

namespace whittle
{

/// Where the interval of a clock's offset lies, from -1 (as far behind as any) over 0 (the reference clock)
/// to 1.
struct ClockSpan {
    double low = 0;
    double middle = 0;
    double high = 0;
};

/// One scale for the clocks of all sources: milliseconds and months at once, so that it is logarithmic on
/// both sides of the reference clock.
class ClockScale
{
public:
    ClockScale() = default;
    explicit ClockScale(const Analysis& analysis);

    /// Empty for a clock of which nothing can be told.
    std::optional<ClockSpan> span(const SourceClock& clock) const;

private:
    double place(std::int64_t ns) const;

    double m_most = 1;
};

/// The interval as a band, the offset as a line on it, the reference clock as a line through the middle;
/// without a span an empty scale.
QPixmap clockPicture(const std::optional<ClockSpan>& span, const Theme& theme, QSize size, double ratio);

} // namespace whittle

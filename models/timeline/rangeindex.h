// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "models/timeline/timerange.h"

namespace whittle
{

/// Which of many spans, sorted by their beginning, may be seen in a range: found by their beginnings and by
/// the furthest end so far, both by binary search, so that a span that began long ago and lasts is not
/// missed.
class RangeIndex
{
public:
    RangeIndex() = default;
    /// `spans` sorted by `from`.
    template <typename Span>
    explicit RangeIndex(const std::vector<Span>& spans)
    {
        m_from.reserve(spans.size());
        m_furthest.reserve(spans.size());
        for (const Span& span : spans) {
            m_from.push_back(span.from);
            m_furthest.push_back(m_furthest.empty() ? span.to : std::max(m_furthest.back(), span.to));
        }
    }

    /// Positions [first, second) of the spans that can overlap `range`; some in between may not.
    std::pair<std::size_t, std::size_t> visible(const TimeRange& range) const
    {
        const auto first =
            std::lower_bound(m_furthest.begin(), m_furthest.end(), range.from) - m_furthest.begin();
        const auto last = std::upper_bound(m_from.begin(), m_from.end(), range.to) - m_from.begin();
        return {static_cast<std::size_t>(first), static_cast<std::size_t>(std::max(first, last))};
    }

private:
    std::vector<CaseTime> m_from;
    std::vector<CaseTime> m_furthest;
};

} // namespace whittle

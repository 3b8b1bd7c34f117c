// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/rhythm.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <iterator>
#include <limits>
#include <string>

#include "models/evidence/format.h"

namespace whittle
{

namespace
{

/// The bin of a step of that many ns: its highest bit, and the two below it.
std::size_t binOf(std::uint64_t step)
{
    if (step < 4)
        return static_cast<std::size_t>(step);
    const auto width = static_cast<unsigned>(std::bit_width(step));
    return (width - 2) * std::size_t{4} + (step >> (width - 3)) % 4;
}

/// The longest step of a bin.
std::int64_t endOf(std::size_t bin)
{
    if (bin < 4)
        return static_cast<std::int64_t>(bin);
    const std::size_t shift = bin / 4 - 1;
    return static_cast<std::int64_t>(((5 + bin % 4) << shift) - 1);
}

/// Times of hostile files do not overflow.
std::int64_t between(SourceTime from, SourceTime to)
{
    std::int64_t ns = 0;
    if (__builtin_sub_overflow(to.ns, from.ns, &ns))
        return to < from ? -std::numeric_limits<std::int64_t>::max()
                         : std::numeric_limits<std::int64_t>::max();
    return ns;
}

constexpr std::array<std::int64_t, 3> firstDays{0, 3652, 10957}; // of 1970, 1980, 2000

/// A device without a battery starts on one of these until somebody sets its clock.
bool isUnset(const SourceSpan& span)
{
    return std::ranges::any_of(firstDays, [&](std::int64_t day) {
        return span.from.ns >= day * nsPerDay && span.to.ns < (day + 1) * nsPerDay;
    });
}

/// It did not record then.
void leaveOutUnset(SourceFacts& facts)
{
    const auto left = std::ranges::count_if(facts.spans, std::not_fn(isUnset));
    if (left == 0 || left == std::ssize(facts.spans))
        return;
    std::erase_if(facts.spans, isUnset);
    facts.first = facts.spans.front().from;
    facts.last = facts.spans.back().to;
    std::erase_if(facts.limits,
                  [&](const CoverageLimit& limit) { return limit.from && limit.from < facts.first; });
}

std::vector<SourceSpan> united(std::vector<SourceSpan> spans)
{
    std::ranges::sort(spans, {}, [](const SourceSpan& span) { return std::pair(span.from, span.to); });
    std::vector<SourceSpan> all;
    for (const SourceSpan& span : spans) {
        if (!all.empty() && span.from <= all.back().to)
            all.back().to = std::max(all.back().to, span.to);
        else
            all.push_back(span);
    }
    return all;
}

} // namespace

void Rhythm::add(SourceTime time)
{
    if (m_records++ == 0)
        m_first = m_reached = m_lowest = m_highest = time;
    m_lowest = std::min(m_lowest, time);
    m_highest = std::max(m_highest, time);
    const std::int64_t step = between(m_reached, time);
    if (step < -shortestSilence) {
        if (m_jumpCount < m_jumpsBack.size())
            m_jumpsBack[m_jumpCount] = {m_reached, time, step, m_records};
        ++m_jumpCount;
    }
    if (step < 0 && step >= -shortestSilence)
        return; // written in another order
    if (step >= 0) {
        ++m_steps[binOf(static_cast<std::uint64_t>(step))];
        ++m_counted;
    }
    if (step > shortestSilence)
        notePause({m_reached, time, step, m_records});
    m_reached = time;
}

void Rhythm::notePause(const Break& pause)
{
    if (m_pauseCount < m_pauses.size()) {
        m_pauses[m_pauseCount++] = pause;
        return;
    }
    Break& shortest = *std::ranges::min_element(m_pauses, {}, &Break::lengthNs);
    if (shortest.lengthNs < pause.lengthNs)
        shortest = pause;
}

/// What 999 of 1000 steps do not exceed.
std::int64_t Rhythm::usualStep() const
{
    std::uint64_t longer = 0;
    std::size_t bin = m_steps.size() - 1;
    while (bin > 0 && longer + m_steps[bin] <= m_counted / 1000)
        longer += m_steps[bin--];
    return endOf(bin);
}

/// In the order of the source.
std::vector<Rhythm::Break> Rhythm::breaks() const
{
    std::vector<Break> all(m_jumpsBack.begin(),
                           m_jumpsBack.begin() + static_cast<std::ptrdiff_t>(m_jumpCount));
    const std::int64_t usual = m_counted < fewestSteps ? alwaysSilence : usualStep();
    const std::int64_t longest = std::min(alwaysSilence / timesUsual, usual) * timesUsual;
    for (std::size_t i = 0; i < m_pauseCount; ++i) {
        if (m_pauses[i].lengthNs > longest)
            all.push_back(m_pauses[i]);
    }
    std::ranges::sort(all, {}, &Break::record);
    return all;
}

std::vector<SourceSpan> Rhythm::spans() const
{
    if (m_records == 0)
        return {};
    if (m_jumpCount > m_jumpsBack.size())
        return {{m_lowest, m_highest}};
    const std::vector<Break> all = breaks();
    std::vector<SourceSpan> spans;
    SourceTime from = m_jumpCount == 0 ? m_lowest : m_first;
    for (const Break& one : all) {
        spans.push_back({from, one.before});
        from = one.after;
    }
    spans.push_back({from, m_reached});
    return united(std::move(spans));
}

/// What lies between two spans because of a pause, and was not recorded at another time.
std::vector<SourceSpan> Rhythm::silences() const
{
    const std::vector<SourceSpan> recorded = spans();
    std::vector<SourceSpan> silences;
    for (std::size_t i = 1; i < recorded.size(); ++i)
        silences.push_back({recorded[i - 1].to, recorded[i].from});
    return silences;
}

void Rhythm::describe(SourceFacts& facts) const
{
    facts.spans = spans();
    for (const SourceSpan& silence : silences())
        facts.limits.push_back({"limit.silence",
                                silence.from,
                                silence.to,
                                {std::to_string(between(silence.from, silence.to) / nsPerSecond)}});
    if (facts.hasDate)
        leaveOutUnset(facts);
}

} // namespace whittle

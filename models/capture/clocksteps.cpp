// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/clocksteps.h"

#include <algorithm>
#include <cstdio>
#include <string>

#include "models/capture/captureproblem.h"

namespace whittle
{

namespace
{

std::string secondsText(std::uint64_t ns)
{
    constexpr std::uint64_t second = nsPerSecond;
    char digits[48];
    std::snprintf(digits, sizeof digits, "%llu.%03llu", static_cast<unsigned long long>(ns / second),
                  static_cast<unsigned long long>(ns % second / 1'000'000));
    return digits;
}

} // namespace

bool ClockSteps::noteBack(SourceTime time, std::uint64_t frame)
{
    const std::uint64_t back = static_cast<std::uint64_t>(m_before.ns) - static_cast<std::uint64_t>(time.ns);
    if (back <= toleranceNs)
        return false;
    m_largestNs = std::max(m_largestNs, back);
    if (m_count++ > 0)
        return true;
    m_firstFrame = frame;
    m_firstFrom = m_before;
    m_firstTo = time;
    return true;
}

void ClockSteps::report(EventSink& sink) const
{
    if (m_count == 0)
        return;
    sink.problem(
        problemAtFrame(Severity::Notice, "capture.clock-stepped-back", m_firstFrame,
                       {std::to_string(m_count), std::to_string(m_firstFrame), toRfc3339(m_firstFrom.ns),
                        toRfc3339(m_firstTo.ns), secondsText(m_largestNs)}));
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/ntpstatus.h"

#include "tests/samplecase/site.h"
#include "tests/samplecase/text.h"

#include <algorithm>

namespace samplecase
{

namespace
{

constexpr std::size_t registerLength = 8; // polls that ntpd remembers

std::string leftAligned(std::string text, std::size_t width)
{
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

std::string milliseconds(Duration duration)
{
    return aligned(thousandths(duration / 1us), 8);
}

std::int64_t squareRoot(std::int64_t square)
{
    std::int64_t root = 0;
    while ((root + 1) * (root + 1) <= square)
        ++root;
    return root;
}

/// Root mean square of the samples' distance from the one in use, to the microsecond.
Duration jitter(const std::vector<NtpSample>& samples, const NtpSample& used)
{
    std::int64_t squares = 0;
    for (const auto& sample : samples) {
        const std::int64_t distance = (sample.offset - used.offset) / 1us;
        squares += distance * distance;
    }
    return std::chrono::microseconds{squareRoot(squares / std::int64_t(samples.size()))};
}

/// ntpd's clock filter: the shortest delay, but age counts too (15 millionths).
const NtpSample& filtered(const std::vector<NtpSample>& samples, Moment at)
{
    const auto distance = [at](const NtpSample& s) { return s.delay / 2 + (at - s.received) * 15 / 1000000; };
    return *std::ranges::min_element(samples, {}, distance);
}

std::string row(char tally, Ipv4 remote, Ipv4 follows, int stratum, char type, std::int64_t when, int poll)
{
    return tally + leftAligned(dotted(remote), 16) + leftAligned(dotted(follows), 16)
        + aligned(std::to_string(stratum), 2) + ' ' + type + ' ' + aligned(std::to_string(when), 4) + ' '
        + aligned(std::to_string(poll), 4) + "  377 ";
}

} // namespace

std::vector<NtpSample> NtpStatus::lastOf(Ipv4 source) const
{
    std::vector<NtpSample> found;
    for (const auto& sample : m_samples) {
        if (sample.client == m_server.address && sample.server == source && sample.received <= m_at)
            found.push_back(sample);
    }
    found.erase(found.begin(), found.end() - std::ptrdiff_t(std::min(found.size(), registerLength)));
    return found;
}

std::string NtpStatus::sourceRow(char tally, const NtpNode& source) const
{
    const auto samples = lastOf(source.address);
    const NtpSample& used = filtered(samples, m_at);
    const auto when = (m_at - samples.back().received) / 1s;
    return row(tally, source.address, source.follows, source.stratum, 'u', when, 1024)
        + milliseconds(used.delay) + ' ' + milliseconds(used.offset) + ' '
        + milliseconds(jitter(samples, used)) + '\n';
}

std::string NtpStatus::tail() const
{
    const Moment shown = m_server.clock.shown(m_at);
    const auto within = (m_server.rootDelay / 2 + m_server.rootDispersion(shown)) / 1ms;
    return "synchronised to NTP server (" + dotted(m_server.follows) + ") at stratum "
        + std::to_string(m_server.stratum) + "\n   time correct to within " + std::to_string(within)
        + " ms\n   polling server every 1024 s\n\nCurrent time in UTC is : " + unixDate(shown, "UTC")
        + "\nCurrent time in America/Chicago is : " + unixDate(shown + siteOffset, "CST") + '\n';
}

std::string NtpStatus::text() const
{
    const Ipv4 ownClock = ip(127, 127, 1, 0);
    return "ntpd (pid 3417) is running...\n\n     remote           refid      st t when poll reach   delay   "
           "offset  "
           "jitter\n"
        + std::string(78, '=') + '\n' + row(' ', ownClock, ownClock, 10, 'l', 23, 64)
        + "   0.000    0.000    0.004\n" + sourceRow('*', firstSource()) + sourceRow('+', secondSource())
        + '\n' + tail();
}

} // namespace samplecase

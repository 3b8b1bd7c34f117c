// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/callmanager.h"

#include "tests/samplecase/site.h"

#include <algorithm>

namespace samplecase
{

namespace
{

constexpr int missedKeepAlives = 3;
constexpr int keepAliveTimeout = 13; // reason code of the alarm

} // namespace

StationLink& CallManager::add(Ipv4 phone, int handle)
{
    const auto port = std::uint16_t(m_prng.between(49160, 53247));
    const StationLink::Identity identity{{phone, port}, handle, m_prng.word(), m_prng.word()};
    m_links.push_back(std::make_unique<StationLink>(identity, m_wire, m_trace));
    return *m_links.back();
}

StationLink& CallManager::established(const PhonePlan& plan)
{
    StationLink& link = add(plan.address, m_nextHandle - int(m_prng.between(20, 400)));
    link.nameDevice(deviceName(plan.mac));
    return link;
}

StationLink& CallManager::accept(Ipv4 phone)
{
    m_nextHandle += int(m_prng.between(1, 4));
    return add(phone, m_nextHandle);
}

void CallManager::abandoned(StationLink& link, const PhonePlan& plan)
{
    const Moment deadline =
        link.lastHeard() + missedKeepAlives * site::keepAliveInterval + m_prng.between(20ms, 900ms);
    m_stale.push_back({&link, plan.deviceType, deadline});
    std::ranges::sort(m_stale, {}, &Stale::deadline);
}

Moment CallManager::next() const
{
    return m_stale.empty() ? Moment::max() : m_stale.front().deadline;
}

void CallManager::act()
{
    const Stale stale = m_stale.front();
    m_stale.erase(m_stale.begin());
    const Moment at = stale.deadline;
    stale.link->traceConnection(at, "KeepAlive timeout. Closing Station connection.", "keepalivetimeout");
    stale.link->traceUnregistered(at + 2ms, keepAliveTimeout, std::to_string(stale.deviceType));
    stale.link->abort(at + 3ms);
}

} // namespace samplecase

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/story.h"

#include "tests/samplecase/site.h"

#include <algorithm>

namespace samplecase
{

namespace
{

constexpr Moment statusAt = site::end - 7min - 13s;

NtpNode source(Ipv4 address, Ipv4 follows, Duration error, Duration rootDelay)
{
    const SourceClock clock{error, 0, site::begin};
    return {address, clock, 2, -18, follows, rootDelay, 11ms, clock.shown(site::begin - 300s)};
}

NtpNode clusterNode(Ipv4 address, Ipv4 follows, SourceClock clock, std::uint8_t stratum)
{
    return {address, clock, stratum, -17, follows, 39ms, 24ms, clock.shown(site::begin - 600s)};
}

} // namespace

NtpNode firstSource()
{
    return source(site::firstTimeSource, ip(172, 20, 0, 1), 120us, 1230us);
}

NtpNode secondSource()
{
    return source(site::secondTimeSource, ip(172, 20, 0, 2), -260us, 2410us);
}

Story::Story()
    : m_firstSource(firstSource())
    , m_secondSource(secondSource())
    , m_publisher(clusterNode(site::publisher, site::firstTimeSource, site::publisherClock, 3))
    , m_subscriber(clusterNode(site::subscriber, site::publisher, site::subscriberClock, 4))
{
    addPhones();
    addTimeService();
    m_agents.insert(m_agents.end(), {&m_callManager, &m_callDesk});
}

void Story::addPhones()
{
    for (const auto& plan : phonePlans()) {
        m_phones.push_back(std::make_unique<Phone>(plan, m_dhcpServer, m_callManager, m_wire, m_record));
        m_agents.push_back(m_phones.back().get());
    }
}

/// The way out is longer than the way back by the 6 ms that keep the publisher 3 ms fast, as NTP cannot tell.
void Story::addTimeService()
{
    const NtpAssociation::Path wide{20100us, 24500us, 14100us, 18500us}, local{110us, 190us, 110us, 190us};
    const auto add = [&](NtpNode& client, NtpNode& server, const NtpAssociation::Path& path, Duration after) {
        m_polls.push_back(
            std::make_unique<NtpAssociation>(client, server, path, site::begin + after, m_wire, m_record));
        m_agents.push_back(m_polls.back().get());
    };
    add(m_publisher, m_firstSource, wide, 191s + 270ms);
    add(m_publisher, m_secondSource, wide, 644s + 811ms);
    add(m_subscriber, m_publisher, local, 402s + 125ms);
}

Agent& Story::nextAgent() const
{
    return **std::ranges::min_element(m_agents, {}, [](const Agent* agent) { return agent->next(); });
}

void Story::playUntil(Moment end)
{
    while (nextAgent().next() < end)
        nextAgent().act();
}

void Story::play()
{
    playUntil(statusAt);
    m_ntpStatus = NtpStatus(m_publisher, m_record.ntp, statusAt).text();
    playUntil(site::end);
}

} // namespace samplecase

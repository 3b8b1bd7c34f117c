// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/tftpclients.h"

#include <algorithm>

#include "models/events/identity.h"

namespace whittle
{

namespace
{

constexpr std::uint16_t tftpPort = 69;

bool isFrame(const EventRow& event)
{
    return event.ref.place.unit == PlaceUnit::Frame;
}

bool isOfTftp(const EventRow& event)
{
    return event.kind.starts_with("tftp.") && (!isFrame(event) || event.source.port != 0);
}

/// Servers do not write at which of their ports.
bool isRequest(const EventRow& event)
{
    return isFrame(event) ? event.destination.port == tftpPort : event.kind == "tftp.read-request";
}

} // namespace

TftpClients::TftpClients(const CaseEvents& events, const Identity& identity, const ClockSet& clocks,
                         const std::stop_token& stop)
{
    const auto timed = [&](const EventRow& event) {
        return TimedEvent{clocks.at(event.ref.source, event.time, event.ref.place.number), &event};
    };
    for (const SourceRow& source : events.sources) {
        if (source.last)
            m_ends[source.id] = clocks.at(source.id, *source.last);
    }
    for (const EventRow& event : events.singles) {
        if (stop.stop_requested())
            return;
        if (!isOfTftp(event))
            continue;
        if (isRequest(event)) {
            if (!event.source.address.isSet())
                continue;
            m_sources.insert(event.ref.source);
            Client& client = m_clients[{event.ref.source, event.source.address}];
            if (const std::string device = identity.deviceOf(event); !device.empty())
                client.devices.insert(device);
            client.events.push_back(timed(event));
        } else if (const auto client = m_clients.find({event.ref.source, event.destination.address});
                   client != m_clients.end()) {
            client->second.events.push_back(timed(event));
        }
    }
    for (auto& [where, client] : m_clients) {
        std::ranges::stable_sort(client.events, {}, &TimedEvent::at);
        if (client.devices.size() == 1)
            m_byDevice[*client.devices.begin()].push_back(&client);
    }
}

std::vector<const std::vector<TimedEvent>*> TftpClients::of(const std::string& device) const
{
    std::vector<const std::vector<TimedEvent>*> lists;
    const auto found = m_byDevice.find(device);
    if (found == m_byDevice.end())
        return lists;
    for (const Client* client : found->second)
        lists.push_back(&client->events);
    return lists;
}

CaseTime TftpClients::endOf(SourceId source) const
{
    const auto found = m_ends.find(source);
    return found == m_ends.end() ? CaseTime{INT64_MAX} : found->second;
}

} // namespace whittle

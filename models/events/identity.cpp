// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/identity.h"

#include <algorithm>
#include <ranges>

#include "models/base/fields.h"
#include "models/events/caseevents.h"

namespace whittle {

namespace {

/// "sep001e7a24429a" and "SEP001E7A24429A" are one phone: CUCM writes upper case.
std::string canonical(std::string_view name)
{
    std::string upper(name);
    std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return macOfPhoneName(upper) ? upper : std::string(name);
}

/// The phone's end of a conversation: towards the node for what phones send, from it for what they are sent.
bool isFromPhone(std::string_view kind)
{
    return kind == "sccp.register" || kind == "sccp.alarm" || kind == "sccp.register-token" || kind == "sccp.keepalive"
        || kind == "sccp.ip-port" || kind == "sccp.unregister" || kind == "trace.connection";
}

} // namespace

std::optional<Mac> clientMac(const EventRow& event)
{
    const auto text = FieldView(event.fields).value("client-mac");
    return text ? Mac::fromText(*text) : std::nullopt;
}

Identity::Identity(const CaseEvents& events)
{
    for (const EventRow& event : events.singles)
        learnPhone(event);
    for (const TrainRow& train : events.trains)
        learnPhone(train.first);
    for (const EventRow& event : events.singles) {
        learnConnection(event);
        if (const SourceRow* source = events.source(event.ref.source); source && source->format == "phone-console")
            learnConsole(event, *source);
    }
    for (const TrainRow& train : events.trains)
        learnConnection(train.first);
}

void Identity::learnPhone(const EventRow& event)
{
    if (!event.device.empty())
        m_phones.insert(canonical(event.device));
}

void Identity::learnConnection(const EventRow& event)
{
    if (event.device.empty() || event.kind.starts_with("dhcp."))
        return;
    const std::string device = canonical(event.device);
    const Endpoint phone = isFromPhone(event.kind) ? event.source : event.destination;
    if (!phone.address.isSet())
        return;
    if (phone.port != 0)
        m_connections[{event.ref.source, phone}].push_back({event.ref.place.number, device});
    m_addresses[{event.ref.source, phone.address}].push_back({event.ref.place.number, device});
    m_everBy[phone.address].insert(device);
}

void Identity::learnConsole(const EventRow& event, const SourceRow& source)
{
    if (!event.device.empty())
        m_consoleNames[source.id].insert(canonical(event.device));
}

std::string Identity::nameOfMac(const Mac& mac) const
{
    const std::string name = phoneName(mac);
    return m_phones.contains(name) ? name : toText(mac);
}

std::string Identity::claimAt(const Claims& claims, std::uint64_t place)
{
    const auto after = std::ranges::upper_bound(claims, place, {}, &Claim::place);
    return after == claims.begin() ? claims.front().device : std::prev(after)->device;
}

std::string Identity::byConnection(const EventRow& event) const
{
    for (const Endpoint& end : {event.source, event.destination}) {
        const auto found = m_connections.find({event.ref.source, end});
        if (found != m_connections.end())
            return claimAt(found->second, event.ref.place.number);
    }
    return {};
}

std::string Identity::byAddress(const EventRow& event) const
{
    for (const Endpoint& end : {event.source, event.destination}) {
        const auto here = m_addresses.find({event.ref.source, end.address});
        if (here != m_addresses.end())
            return claimAt(here->second, event.ref.place.number);
        const auto anywhere = m_everBy.find(end.address);
        if (anywhere != m_everBy.end() && anywhere->second.size() == 1)
            return *anywhere->second.begin();
    }
    return {};
}

std::string Identity::deviceOf(const EventRow& event) const
{
    if (!event.device.empty())
        return canonical(event.device);
    if (const auto mac = clientMac(event))
        return nameOfMac(*mac);
    const auto console = m_consoleNames.find(event.ref.source);
    if (console != m_consoleNames.end() && console->second.size() == 1)
        return *console->second.begin();
    if (!event.kind.starts_with("sccp.") && !event.kind.starts_with("tcp.") && !event.kind.starts_with("trace."))
        return {};
    std::string device = byConnection(event);
    return device.empty() ? byAddress(event) : device;
}

} // namespace whittle

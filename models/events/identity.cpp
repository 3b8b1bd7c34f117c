// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/identity.h"

#include <algorithm>
#include <ranges>

#include "models/base/fields.h"
#include "models/events/caseevents.h"

namespace whittle
{

namespace
{

constexpr std::size_t phoneNameLength = 15; // SEP and twelve digits

/// "sep001e7a24429a" and "SEP001E7A24429A" are one phone: CUCM writes upper case.
std::string canonical(std::string_view name)
{
    std::string upper(name);
    std::ranges::transform(upper, upper.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return macOfPhoneName(upper) ? upper : std::string(name);
}

bool isServicePort(std::uint16_t port)
{
    return port == 2000 || port == 2443 || port == 5060 || port == 5061;
}

/// SCCP numbers what phones send below 0x80, and what they are sent from there on (two late comers aside).
bool isFromPhone(const EventRow& event)
{
    const auto id = FieldView(event.fields).number("message-id");
    if (id)
        return *id < 0x80 || *id == 0x015A || *id == 0x0159;
    return event.kind == "trace.connection" || event.kind == "trace.disconnect";
}

/// What a phone asks of other servers says nothing about whose the server's address is.
bool isNoConversation(std::string_view kind)
{
    return !kind.starts_with("sccp.") && !kind.starts_with("trace.") && !kind.starts_with("tcp.");
}

/// The phone's end of what the event is about; not set where the event does not tell.
Endpoint phoneEnd(const EventRow& event)
{
    if (isServicePort(event.destination.port) != isServicePort(event.source.port))
        return isServicePort(event.destination.port) ? event.source : event.destination;
    return isFromPhone(event) ? event.source : event.destination;
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
        if (const SourceRow* source = events.source(event.ref.source);
            source && source->format == "phone-console")
            learnConsole(event, *source);
    }
    for (const TrainRow& train : events.trains)
        learnConnection(train.first);
    for (const SourceRow& source : events.sources)
        learnFileName(source);
    for (auto& [end, claims] : m_connections)
        std::ranges::stable_sort(claims, {}, &Claim::place);
    for (auto& [address, claims] : m_addresses)
        std::ranges::stable_sort(claims, {}, &Claim::place);
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
    const Endpoint phone = phoneEnd(event);
    if (!phone.address.isSet() || isNoConversation(event.kind))
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

/// A console log of a few lines often names nobody; whoever collected it named the file after its phone.
void Identity::learnFileName(const SourceRow& source)
{
    if (source.format != "phone-console" || m_consoleNames.contains(source.id))
        return;
    const auto at = source.path.rfind("SEP");
    const std::string name =
        at == std::string::npos ? std::string() : canonical(source.path.substr(at, phoneNameLength));
    if (!macOfPhoneName(name))
        return;
    m_consoleNames[source.id].insert(name);
    m_phones.insert(name);
}

std::string Identity::nameOfMac(const Mac& mac) const
{
    const std::string name = phoneName(mac);
    return m_phones.contains(name) ? name : toText(mac);
}

std::string Identity::claimAt(const Claims& claims, std::uint64_t place)
{
    const auto after = std::ranges::upper_bound(claims, place, {}, &Claim::place);
    if (after != claims.begin())
        return std::prev(after)->device;
    // Before the first claim it was the same device's, unless several had it in turn.
    const auto other = [&](const Claim& claim) { return claim.device != claims.front().device; };
    return std::ranges::any_of(claims, other) ? std::string() : claims.front().device;
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
    if (!event.kind.starts_with("sccp.") && !event.kind.starts_with("tcp.")
        && !event.kind.starts_with("trace."))
        return {};
    std::string device = byConnection(event);
    return device.empty() ? byAddress(event) : device;
}

} // namespace whittle

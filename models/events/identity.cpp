// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/identity.h"

#include <algorithm>

#include "models/base/fields.h"
#include "models/events/devicename.h"

namespace whittle
{

namespace
{

bool isSignallingPort(std::uint16_t port)
{
    return port == 2000 || port == 2443 || port == 5060 || port == 5061;
}

/// Signalling, CTI, and the configuration files that phones fetch.
bool isServicePort(std::uint16_t port)
{
    return isSignallingPort(port) || port == 2748 || port == 6970;
}

/// SCCP numbers what phones send below 0x80, and what they are sent from there on (three late comers aside).
bool isFromPhone(const EventRow& event)
{
    const auto id = FieldView(event.fields).number("message-id");
    if (id)
        return *id < 0x80 || *id == 0x015A || *id == 0x0159 || *id == 0x0157;
    return event.kind == "trace.connection" || event.kind == "trace.disconnect"
        || event.kind == "sip.register";
}

} // namespace

std::optional<Mac> clientMac(const EventRow& event)
{
    if (event.fields.find("client-mac=") == std::string::npos) // most have none: this is asked of every event
        return {};
    const auto text = FieldView(event.fields).value("client-mac");
    return text ? Mac::fromText(*text) : std::nullopt;
}

bool isConversation(std::string_view kind)
{
    return kind.starts_with("sccp.") || kind.starts_with("trace.") || kind.starts_with("tcp.");
}

bool endsSignalling(const EventRow& event)
{
    return (event.kind == "tcp.fin" || event.kind == "tcp.rst")
        && (isSignallingPort(event.source.port) || isSignallingPort(event.destination.port));
}

Endpoint phoneEnd(const EventRow& event)
{
    if (isServicePort(event.destination.port) != isServicePort(event.source.port))
        return isServicePort(event.destination.port) ? event.source : event.destination;
    return isFromPhone(event) ? event.source : event.destination;
}

Endpoint shownEnd(const EventRow& event)
{
    if (isConversation(event.kind))
        return phoneEnd(event);
    if (event.kind != "sip.register")
        return {};
    const auto contact = endpointFromText(FieldView(event.fields).value("contact").value_or(""));
    return contact && contact->address == event.source.address ? event.source : Endpoint{};
}

bool canBeCompared(const SourceClock* clock)
{
    return !clock || clock->correction
        || (clock->zoneBasis == Basis::Stated && clock->dateBasis != Basis::Assumed);
}

Identity::Identity(std::vector<Join> joins, ClockSet clocks)
    : m_joins(std::move(joins))
    , m_clocks(std::move(clocks))
{
    for (std::size_t i = 0; i < m_joins.size(); ++i)
        add(i);
    const auto inOrder = [&](auto& all) {
        for (auto& [where, holders] : all)
            std::ranges::sort(holders, {}, [&](std::size_t i) { return m_joins[i].places.from; });
    };
    inOrder(m_here);
    inOrder(m_contacts);
    inOrder(m_handles);
    for (auto& [address, holders] : m_anywhere)
        std::ranges::sort(holders, {}, [&](std::size_t i) { return m_joins[i].span.from; });
    std::ranges::copy_if(m_devices, std::inserter(m_phones, m_phones.end()), isPhone);
}

void Identity::add(std::size_t index)
{
    const Join& join = m_joins[index];
    switch (join.kind) {
    case JoinKind::Name:
    case JoinKind::Mac:
        m_devices.insert(join.device);
        if (join.mac && join.kind == JoinKind::Mac)
            m_macs[*join.mac] = join.device;
        return;
    case JoinKind::Console:
        m_consoles[join.source] = join.device;
        return;
    case JoinKind::Connection:
    case JoinKind::Address:
        m_here[{join.source, join.end}].push_back(index);
        return;
    case JoinKind::AddressAnywhere:
        m_anywhere[join.end.address].push_back(index);
        return;
    case JoinKind::CallId:
        m_callIds[join.text] = join.device;
        return;
    case JoinKind::Contact:
        m_contacts[{join.source, join.end}].push_back(index);
        return;
    case JoinKind::Handle:
        m_handles[{join.source, join.text}].push_back(index);
        return;
    case JoinKind::SwitchPort:
    case JoinKind::Number:
    case JoinKind::User:
        return;
    }
}

template <typename What>
const Join* Identity::holderAt(const HoldersBy<What>& all, const What& what, const EventRow& event) const
{
    const auto found = all.find({event.ref.source, what});
    if (found == all.end())
        return nullptr;
    const Holders& holders = found->second;
    const std::uint64_t place = event.ref.place.number;
    const auto after =
        std::ranges::upper_bound(holders, place, {}, [&](std::size_t i) { return m_joins[i].places.from; });
    const Join* last = after == holders.begin() ? nullptr : &m_joins[*std::prev(after)];
    return last && place < last->places.to ? last : nullptr;
}

const Join* Identity::holderAt(const IpAddress& address, const EventRow& event) const
{
    const auto found = m_anywhere.find(address);
    if (found == m_anywhere.end() || !canBeCompared(m_clocks.clock(event.ref.source)))
        return nullptr;
    const Holders& holders = found->second;
    const CaseTime at = m_clocks.at(event.ref.source, event.time, event.ref.place.number);
    const auto after =
        std::ranges::upper_bound(holders, at, {}, [&](std::size_t i) { return m_joins[i].span.from; });
    const Join* last = after == holders.begin() ? nullptr : &m_joins[*std::prev(after)];
    return last && at <= last->span.to ? last : nullptr;
}

std::string Identity::nameOfMac(const Mac& mac) const
{
    const auto known = m_macs.find(mac);
    return known == m_macs.end() ? toText(mac) : known->second;
}

/// A REGISTER's Call-ID names the phone in its answers and, as RegisterCallId, in what CallManager orders.
std::string Identity::bySip(const EventRow& event) const
{
    const FieldView fields(event.fields);
    for (const std::string_view name : {"call-id", "register-call-id"}) {
        const auto value = fields.value(name);
        const auto known = value ? m_callIds.find(*value) : m_callIds.end();
        if (known != m_callIds.end())
            return known->second;
    }
    const auto contact = endpointFromText(fields.value("contact").value_or(""));
    const Join* holder = contact ? holderAt(m_contacts, *contact, event) : nullptr;
    return holder ? holder->device : std::string();
}

std::string Identity::byHandle(const EventRow& event) const
{
    const std::string key =
        m_handles.empty() || event.ref.place.unit != PlaceUnit::Line ? std::string() : handleKey(event);
    const Join* holder = key.empty() ? nullptr : holderAt(m_handles, key, event);
    return holder ? holder->device : std::string();
}

std::string Identity::byConnection(const EventRow& event) const
{
    for (const Endpoint& end : {event.source, event.destination}) {
        if (end.port == 0)
            continue;
        const Join* holder = holderAt(m_here, end, event);
        if (!holder)
            holder = holderAt(m_contacts, end, event);
        if (holder)
            return holder->device;
    }
    return {};
}

/// By time before by place: the sources together know more of an address than each alone.
std::string Identity::byAddress(const EventRow& event) const
{
    for (const Endpoint& end : {event.source, event.destination}) {
        const Join* holder = holderAt(end.address, event);
        if (!holder)
            holder = holderAt(m_here, Endpoint{end.address, 0}, event);
        if (holder && m_devices.contains(holder->device))
            return holder->device;
    }
    return {};
}

std::string Identity::deviceOf(const EventRow& event) const
{
    if (!event.device.empty())
        return canonicalName(event.device);
    if (const auto mac = clientMac(event))
        return nameOfMac(*mac);
    const auto console = m_consoles.find(event.ref.source);
    if (console != m_consoles.end())
        return console->second;
    const bool isSip = event.kind.starts_with("sip.");
    if (!isSip && !isConversation(event.kind))
        return {};
    std::string device = isSip && !m_callIds.empty() ? bySip(event) : std::string();
    if (device.empty())
        device = byHandle(event);
    if (device.empty())
        device = byConnection(event);
    return device.empty() ? byAddress(event) : device;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/correspondences.h"

#include <algorithm>
#include <array>

#include "models/base/fields.h"
#include "models/base/hash64.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

using Key = std::optional<std::uint64_t>;

std::uint64_t hashOf(std::string_view text)
{
    return mixedBytes(text.size(), std::as_bytes(std::span(text)));
}

std::uint64_t hashOf(const Endpoint& end)
{
    return std::hash<Endpoint>{}(end);
}

std::uint64_t hashOf(const IpAddress& address)
{
    return std::hash<IpAddress>{}(address);
}

std::uint64_t hashOf(std::uint64_t number)
{
    return number;
}

template <typename... Parts>
std::uint64_t keyOf(const Parts&... parts)
{
    std::uint64_t key = 0;
    ((key = mixed(key, hashOf(parts))), ...);
    return key;
}

bool isAnswerToRegister(const Seen& seen)
{
    return seen.event.kind == "sip.response" && (seen.cseq.empty() || seen.cseq.ends_with("REGISTER"));
}

/// Asks to be registered; with `expires=0` it asks for the opposite.
bool asksToRegister(const Seen& seen)
{
    return seen.event.kind == "sip.register" && seen.expires != "0";
}

Key sipMessage(const Seen& seen)
{
    if (seen.callId.empty() || seen.cseq.empty())
        return {};
    return keyOf(seen.event.kind, seen.callId, seen.cseq, seen.status);
}

/// The request to register, its final answer, and NOTIFY: one at a time.
bool isOneAtATime(const Seen& seen)
{
    return (isAnswerToRegister(seen) && seen.status >= "200") || seen.event.kind == "sip.register"
        || seen.event.kind == "sip.notify";
}

Key sipOfDevice(const Seen& seen)
{
    if (seen.device.empty() || !isOneAtATime(seen))
        return {};
    return keyOf(seen.event.kind, seen.status, seen.device);
}

/// The same on one connection, where a capture has only the beginnings of its packets.
Key sipOnConnection(const Seen& seen)
{
    const Endpoint& client = seen.event.kind == "sip.register" ? seen.event.source : seen.event.destination;
    if (client.port == 0 || !isOneAtATime(seen))
        return {};
    return keyOf(seen.event.kind, seen.status, client);
}

/// A console writes "registered" where it has the 200.
Key registeredBySip(const Seen& seen)
{
    if (seen.device.empty())
        return {};
    return keyOf(std::string_view("sip.response"), std::string_view("200"), seen.device);
}

Key dhcpTransaction(const Seen& seen)
{
    if (seen.xid.empty())
        return {};
    return keyOf(seen.event.kind, seen.xid, seen.mac);
}

Key kindOfDevice(const Seen& seen)
{
    if (seen.device.empty())
        return {};
    return keyOf(seen.event.kind, seen.device);
}

/// A capture that begins after the phones registered knows their addresses and not their names.
Key kindOfPhoneAddress(const Seen& seen)
{
    const IpAddress address = phoneEnd(seen.event).address;
    return address.isSet() ? Key{keyOf(seen.event.kind, address)} : Key{};
}

Key onConnection(const Seen& seen)
{
    if (seen.event.source.port == 0 || seen.event.destination.port == 0)
        return {};
    return keyOf(seen.event.kind, seen.event.source, seen.event.destination);
}

Key tcpSegment(const Seen& seen)
{
    if (seen.sequence.empty() || seen.event.kind == "tcp.gap")
        return {};
    return keyOf(seen.event.kind, seen.event.source, seen.event.destination, seen.sequence);
}

Key tftpRequest(const Seen& seen)
{
    if (seen.event.source.port == 0)
        return {};
    return keyOf(seen.event.source, seen.file);
}

Key fileOfDevice(const Seen& seen)
{
    if (seen.device.empty() || seen.file.empty())
        return {};
    return keyOf(seen.device, seen.file);
}

Key ntpPacket(const Seen& seen)
{
    if (seen.transmit.empty() || seen.transmit == "0x0000000000000000")
        return {};
    return keyOf(seen.transmit, seen.event.source.address, seen.event.destination.address);
}

Key kindAlone(const Seen& seen)
{
    return keyOf(seen.event.kind);
}

Key always(const Seen&)
{
    return 1;
}

Key whose(const Seen& seen)
{
    if (seen.device.empty())
        return {};
    return keyOf(seen.device);
}

Key whoAsksToRegister(const Seen& seen)
{
    return asksToRegister(seen) ? whose(seen) : Key{};
}

Key whoIsRefused(const Seen& seen)
{
    return isAnswerToRegister(seen) && seen.status >= "400" ? whose(seen) : Key{};
}

Key whoIsToldToGo(const Seen& seen)
{
    return seen.action.empty() ? Key{} : whose(seen);
}

Key whoCallsWhere(const Seen& seen)
{
    if (seen.device.empty() || !seen.event.destination.address.isSet())
        return {};
    return keyOf(seen.device, seen.event.destination.address);
}

/// The server ends it.
Key whoLosesServer(const Seen& seen)
{
    return endsSignalling(seen.event) && seen.event.destination == phoneEnd(seen.event) ? whose(seen) : Key{};
}

/// The phone ends it.
Key whoHangsUpOnWhom(const Seen& seen)
{
    return endsSignalling(seen.event) && seen.event.source == phoneEnd(seen.event) ? whoCallsWhere(seen)
                                                                                   : Key{};
}

/// Who opens a connection, or refuses one.
Key caller(const Seen& seen)
{
    return seen.event.source.port == 0 ? Key{} : Key{keyOf(seen.event.source)};
}

/// One that its system chose (RFC 6335 §6): no other connection has it for a long time.
Key callerByItsPort(const Seen& seen)
{
    constexpr std::uint16_t registered = 1024;
    constexpr std::uint16_t sip = 5060;
    const std::uint16_t port = seen.event.source.port;
    return port < registered || port == sip || port == sip + 1 ? Key{} : caller(seen);
}

Key serverCalled(const Seen& seen)
{
    return seen.event.destination.port == 0 ? Key{} : Key{keyOf(seen.event.destination)};
}

constexpr std::uint16_t ctiPort = 2748;

Key ctiManager(const Seen& seen)
{
    if (seen.event.destination.port != ctiPort && seen.keeper == Keeper::Capture)
        return {};
    return seen.event.destination.address.isSet() ? Key{keyOf(seen.event.destination.address)} : Key{};
}

constexpr std::uint8_t captured = static_cast<std::uint8_t>(Keeper::Capture);
constexpr std::uint8_t phones = static_cast<std::uint8_t>(Keeper::Phone);
constexpr std::uint8_t servers = static_cast<std::uint8_t>(Keeper::Server);
constexpr std::uint8_t alarms = static_cast<std::uint8_t>(Keeper::Alarms);
constexpr std::uint8_t anybody = captured | phones | servers;

constexpr std::int64_t ms = 1'000'000;
/// A line of an alarm has the time of the node that raised it, the others that of the node whose log it is:
/// nodes follow the publisher by NTP, within some tens of ms.
constexpr std::int64_t alarmSlack = 60 * ms;
/// An application writes what it does a little before or after it is done.
constexpr std::int64_t applicationSlack = 15 * ms;

/// A capture as text is made on a server, whose clock ntpd slews: at 500 ppm this far between two polls of 64
/// s.
constexpr std::int64_t slewed = 32 * ms;

using enum Correspondence::Role;

constexpr Correspondence rows[] = {
    {"sip-message", "sip.", captured | servers, Message, sipMessage, "", true, 0},
    {"sip-on-connection", "sip.", captured | servers, Message, sipOnConnection, "sip-message", false, 0},
    {"sip-of-device", "sip.", anybody, Message, sipOfDevice, "sip-message", false, 0},
    {"sip-of-device", "phone.registered", phones, Effect, registeredBySip, "", false, 0},
    {"dhcp-transaction", "dhcp.", captured | servers, Message, dhcpTransaction, "", true, 0},
    {"dhcp-of-device", "dhcp.", anybody, Message, kindOfDevice, "dhcp-transaction", false, 0},
    {"sccp-on-connection", "sccp.", captured, Message, onConnection, "", true, 0},
    {"sccp-of-device", "sccp.", anybody, Message, kindOfDevice, "sccp-on-connection", false, 0},
    {"sccp-of-address", "sccp.", captured | servers, Message, kindOfPhoneAddress, "sccp-of-device", false, 0},
    {"tcp-segment", "tcp.", captured, Message, tcpSegment, "", true, 0},
    {"tftp-request", "tftp.read-request", captured | servers, Message, tftpRequest, "", true, 0},
    {"tftp-of-device", "tftp.read-request", anybody, Message, fileOfDevice, "tftp-request", false, 0},
    {"ntp-packet", "ntp.", captured, Message, ntpPacket, "", true, 0},
    {"ntp-poll", "ntp.client", captured, Message, kindAlone, "ntp-packet", false, 0},
    {"ntp-poll", "ntp.server", captured, Message, kindAlone, "ntp-packet", false, 0},
    {"connecting", "phone.connecting", phones, Cause, whoCallsWhere, "", false, 0},
    {"connecting", "sip.register", phones, Cause, whoCallsWhere, "", false, 0},
    {"connecting", "tcp.syn", captured, Message, whoCallsWhere, "tcp-segment", false, 0},
    {"hanging-up", "phone.register-timeout", phones, Cause, whoCallsWhere, "", false, 0},
    {"hanging-up", "tcp.fin", captured, Message, whoHangsUpOnWhom, "tcp-segment", false, 0},
    {"connection", "tcp.syn", captured, Message, caller, "tcp-segment", false, 0},
    {"connection", "trace.connection", servers, Effect, caller, "", false, 0},
    {"connection-lost", "phone.connection-lost", phones, Effect, whose, "", false, 0},
    {"connection-lost", "tcp.fin", captured, Message, whoLosesServer, "tcp-segment", false, 0},
    {"connection-lost", "tcp.rst", captured, Message, whoLosesServer, "tcp-segment", false, 0},
    {"proxied-connection", "tcp.syn", captured, Cause, callerByItsPort, "", true, 0},
    {"proxied-connection", "trace.sip-proxy-connection", servers, Effect, callerByItsPort, "", true, 0},
    {"refused-connection", "tcp.rst", captured, Message, caller, "tcp-segment", false, 0},
    {"refused-connection", "trace.ocs-connection", servers, Effect, serverCalled, "", false, 0},
    {"disconnected", "tcp.fin", captured, Message, whose, "tcp-segment", false, 0},
    {"disconnected", "tcp.rst", captured, Message, whose, "tcp-segment", false, 0},
    {"disconnected", "trace.disconnect", servers, Near, whose, "", false, alarmSlack},
    {"registered", "sccp.register-ack", captured | servers, Cause, whose, "sccp-of-device", false, 0},
    {"registered", "sip.register", captured | servers, Cause, whoAsksToRegister, "sip-message", false, 0},
    {"registered", "alarm.device-registered", alarms, Effect, whose, "", false, alarmSlack},
    {"registered", "alarm.end-point-registered", alarms, Effect, whose, "", false, alarmSlack},
    {"refused", "sccp.register-reject", captured | servers, Cause, whose, "sccp-of-device", false, 0},
    {"refused", "sip.response", captured | servers, Cause, whoIsRefused, "sip-message", false, 0},
    {"refused", "alarm.device-transient-connection", alarms, Effect, whose, "", false, alarmSlack},
    {"refused", "alarm.end-point-transient-connection", alarms, Effect, whose, "", false, alarmSlack},
    {"unregistered", "tcp.fin", captured, Cause, whose, "tcp-segment", false, 0},
    {"unregistered", "tcp.rst", captured, Cause, whose, "tcp-segment", false, 0},
    {"unregistered", "trace.disconnect", servers, Cause, whose, "disconnected", false, 0},
    {"unregistered", "sip.notify", captured | servers, Cause, whoIsToldToGo, "sip-message", false, 0},
    {"unregistered", "alarm.device-unregistered", alarms, Effect, whose, "", false, alarmSlack},
    {"unregistered", "alarm.end-point-unregistered", alarms, Effect, whose, "", false, alarmSlack},
    {"cti-login", "tcp.syn", captured, Cause, ctiManager, "tcp-segment", false, 0},
    {"cti-login", "trace.cti-connect", servers, Cause, ctiManager, "", false, 0},
    {"cti-login", "cti.provider-open", servers, Effect, ctiManager, "", false, applicationSlack},
    {"cti-login-answer", "cti.provider-opened", servers, Cause, always, "", false, 0},
    {"cti-login-answer", "cti.provider-open-failed", servers, Cause, always, "", false, 0},
    {"cti-login-answer", "trace.cti-provider-open", servers, Effect, always, "", false, applicationSlack},
    {"cti-device", "trace.phone-control-user", servers, Cause, whose, "", false, 0},
    {"cti-device", "cti.device-open", servers, Effect, whose, "", false, applicationSlack},
    {"phone-control", "sip.invite", captured | servers, Cause, always, "sip-message", false, 0},
    {"phone-control", "cti.device-open", servers, Effect, always, "cti-device", false, applicationSlack},
};

std::optional<bool> isOutgoing(const Seen& seen)
{
    if (!seen.direction.empty())
        return seen.direction == "outgoing";
    // A server knows the port of who talks to it, and leaves out its own.
    if ((seen.event.source.port == 0) != (seen.event.destination.port == 0))
        return seen.event.source.port == 0;
    return {};
}

/// Of a message, by who recorded it.
Vantage vantageOf(const Seen& seen)
{
    const auto fromClient = seen.fromClient();
    switch (seen.keeper) {
    case Keeper::Phone:
        return !fromClient ? Vantage::Near : *fromClient ? Vantage::Sender : Vantage::Receiver;
    case Keeper::Server: {
        const auto outgoing = seen.event.kind.starts_with("sip.") ? isOutgoing(seen)
            : fromClient                                          ? std::optional(!*fromClient)
                                                                  : isOutgoing(seen);
        return !outgoing ? Vantage::Near : *outgoing ? Vantage::Sender : Vantage::Receiver;
    }
    case Keeper::Capture:
        return Vantage::Path;
    case Keeper::Alarms:
        break;
    }
    return Vantage::Near;
}

std::int64_t slackOf(const Seen& seen, Vantage vantage, std::int64_t ofRow)
{
    if (ofRow != 0)
        return ofRow;
    if (vantage == Vantage::Near)
        return alarmSlack;
    if (vantage == Vantage::Path)
        return seen.event.ref.place.unit == PlaceUnit::Frame ? 0 : slewed;
    // Consoles write that they send some ms after they did.
    if (seen.keeper == Keeper::Phone)
        return vantage == Vantage::Sender ? 5 * ms : ms / 2;
    return ms / 2;
}

std::uint64_t partyOf(const Seen& seen)
{
    if (!seen.mac.empty() && seen.event.kind.starts_with("dhcp."))
        return keyOf(seen.mac);
    if (!seen.from.empty())
        return keyOf(seen.from) ^ keyOf(seen.to);
    if (seen.event.source.address.isSet() && seen.event.destination.address.isSet())
        return keyOf(std::min(seen.event.source.address, seen.event.destination.address),
                     std::max(seen.event.source.address, seen.event.destination.address));
    return seen.device.empty() ? keyOf(seen.event.source.address) + keyOf(seen.event.destination.address)
                               : keyOf(seen.device);
}

} // namespace

Keeper keeperOf(const SourceRow& source)
{
    if (source.unit == PlaceUnit::Frame || source.format == "packet-text")
        return Keeper::Capture;
    if (source.format == "phone-console")
        return Keeper::Phone;
    return source.format == "syslog" ? Keeper::Alarms : Keeper::Server;
}

Seen::Seen(const EventRow& row, Keeper who, std::string_view whoseDevice)
    : event(row)
    , keeper(who)
    , device(whoseDevice)
{
    std::string_view rest = row.fields;
    std::string_view key;
    std::string_view value;
    while (FieldView::next(rest, key, value)) {
        std::string_view* member = memberOf(key);
        if (member && member->empty())
            *member = value;
    }
}

std::string_view* Seen::memberOf(std::string_view key)
{
    static constexpr std::pair<std::string_view, std::string_view Seen::*> members[] = {
        {"call-id", &Seen::callId},
        {"cseq", &Seen::cseq},
        {"status", &Seen::status},
        {"expires", &Seen::expires},
        {"xid", &Seen::xid},
        {"client-mac", &Seen::mac},
        {"file", &Seen::file},
        {"transmit", &Seen::transmit},
        {"seq", &Seen::sequence},
        {"action", &Seen::action},
        {"direction", &Seen::direction},
        {"message-id", &Seen::messageId},
        {"src-name", &Seen::from},
        {"dst-name", &Seen::to},
        {"node", &Seen::node}};
    for (const auto& [name, member] : members) {
        if (key.size() == name.size() && key == name)
            return &(this->*member);
    }
    return nullptr;
}

std::optional<bool> Seen::fromClient() const
{
    const std::string_view kind = event.kind;
    if (kind.starts_with("dhcp."))
        return kind != "dhcp.offer" && kind != "dhcp.ack" && kind != "dhcp.nak";
    if (kind.starts_with("ntp."))
        return kind != "ntp.server" && kind != "ntp.broadcast";
    if (kind.starts_with("tftp."))
        return kind == "tftp.read-request" || kind == "tftp.write-request";
    if (kind.starts_with("sccp.")
        && !messageId.empty()) // numbered by direction (Identity has the late comers)
        return messageId.size() == 6 && messageId < "0x0080" ? true : messageId == "0x015a";
    if (kind == "sip.response" && keeper == Keeper::Phone)
        return false;
    if (kind == "sip.notify" && keeper == Keeper::Phone)
        return false;
    if (kind == "sip.register")
        return true;
    return {};
}

std::span<const Correspondence> correspondences()
{
    return rows;
}

std::optional<Moment> momentBy(std::uint8_t row, const Seen& seen)
{
    const Correspondence& one = rows[row];
    const std::string_view kind = seen.event.kind;
    const bool ofKind = one.kinds.ends_with('.') ? kind.starts_with(one.kinds) : kind == one.kinds;
    if (!ofKind || (one.keepers & static_cast<std::uint8_t>(seen.keeper)) == 0)
        return {};
    const auto key = one.key(seen);
    if (!key)
        return {};
    Moment moment;
    moment.key = keyOf(one.id, *key);
    moment.time = seen.event.time;
    moment.party = partyOf(seen);
    moment.row = row;
    if (seen.keeper == Keeper::Alarms)
        moment.writer = keyOf(seen.node);
    const bool between = seen.keeper == Keeper::Capture;
    moment.vantage = one.role == Message || (one.role == Cause && between) ? vantageOf(seen)
        : one.role == Cause                                                ? Vantage::Sender
        : one.role == Effect                                               ? Vantage::Receiver
                                                                           : Vantage::Near;
    moment.slackNs = slackOf(seen, moment.vantage, one.slackNs);
    // Relays have addresses of their own, and texts have names.
    const bool hasNoAddresses = kind.starts_with("dhcp.") || kind.starts_with("ntp.");
    moment.forward = hasNoAddresses ? seen.fromClient().value_or(true)
                                    : seen.event.source.address < seen.event.destination.address;
    if (!hasNoAddresses && one.role == Message) {
        moment.from = seen.event.source;
        moment.to = seen.event.destination;
    }
    return moment;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sdistation.h"

#include "models/formats/sdidetails.h"
#include "models/formats/sdifields.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

void skipBlanks(std::string_view& text)
{
    while (!text.empty() && text::isBlank(text.front()))
        text.remove_prefix(1);
}

/// "(0000188)"
bool takeHandle(std::string_view& text, std::string_view& handle)
{
    if (!text::take(text, "("))
        return false;
    std::size_t digits = 0;
    while (digits < text.size() && text::isDigit(text[digits]))
        ++digits;
    handle = text.substr(0, digits);
    text.remove_prefix(digits);
    return digits > 0 && text::take(text, ")");
}

/// "TCPPid = [2.100.9.295]": the last number is the one that stands in brackets in the other records,
/// "(0000295)".
std::string_view handleOfPid(std::string_view text)
{
    const auto found = text::after(text, "TCPPid = [");
    if (!found)
        return {};
    const std::string_view pid = text::until(*found, "]");
    const auto dot = pid.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? pid : pid.substr(dot + 1);
    return text::number(last) ? last : std::string_view{};
}

/// tcpHandle=0x4fbbc30
std::string_view hexHandle(std::string_view text)
{
    const auto found = text::findNoCase(text, "tcpHandle=");
    if (found == std::string_view::npos)
        return {};
    text.remove_prefix(found + 10);
    text::take(text, "0x");
    return text.substr(0, text.find_first_not_of("0123456789abcdefABCDEF"));
}

/// Who speaks. MTPs and conference bridges answer keepalives of their own with the same words.
bool takeSpeaker(std::string_view& body, bool& fromPhone)
{
    fromPhone = text::take(body, "StationInit");
    if (fromPhone || text::take(body, "StationD"))
        return true;
    return text::take(body, "MediaTerminationPointControl") || text::take(body, "UnicastBridgeControl");
}

/// What stands between the speaker and the verb: ": (0000188) ", "(1):  TCPPid = [1.100.117.1] ", or in 3.x "
/// - ".
bool takeAddressing(std::string_view& body, SdiStation& station)
{
    if (text::take(body, ":")) {
        skipBlanks(body);
        return takeHandle(body, station.handle);
    }
    if (body.starts_with('(')) {
        if (!takeHandle(body, station.handle) || !text::take(body, ":"))
            return false;
        skipBlanks(body);
        const std::string_view pid = handleOfPid(body.substr(0, body.find(']') + 1));
        if (!pid.empty()) {
            station.handle = pid;
            body.remove_prefix(body.find(']') + 1);
        }
        return true;
    }
    return text::take(body, " - ");
}

/// "***** InboundStim - " is noise before the verb in 3.x.
void takeNoise(std::string_view& body)
{
    skipBlanks(body);
    while (text::take(body, "*")) { }
    skipBlanks(body);
    text::take(body, "InboundStim - ");
    skipBlanks(body);
}

std::string_view verbOf(std::string_view text)
{
    std::size_t length = 0;
    while (length < text.size()
           && (text::isDigit(text[length])
               || (text::lower(text[length]) >= 'a' && text::lower(text[length]) <= 'z')))
        ++length;
    return text.substr(0, length);
}

std::string_view withoutZeros(std::string_view digits)
{
    const auto first = digits.find_first_not_of('0');
    return first == std::string_view::npos ? digits.substr(0, 1) : digits.substr(first);
}

void addHandle(const SdiStation& station, FieldWriter& fields)
{
    if (!station.handle.empty()) {
        fields.add("handle", withoutZeros(station.handle));
        return;
    }
    const std::string_view digits = withoutZeros(station.tcpHandle);
    std::uint64_t value = 0;
    for (const char c : digits.substr(0, 16))
        value =
            value << 4 | static_cast<std::uint64_t>(text::isDigit(c) ? c - '0' : text::lower(c) - 'a' + 10);
    if (!digits.empty())
        fields.addHex("handle", value, static_cast<int>(std::min<std::size_t>(digits.size(), 16)));
}

/// A sentence is looked for only where the first word is no verb by itself: "KeepAlive timeout" is no
/// keepalive.
const SdiVerb* meaningOf(const SdiStation& station)
{
    const SdiVerb* verb = findSdiVerb(station.verb);
    if (verb && verb->detail != SdiDetail::Keepalive)
        return verb;
    if (verb && !text::startsWithNoCase(station.text, "KeepAlive timeout"))
        return verb;
    return findSdiSentence(station.text);
}

void setEndpoints(const SdiStation& station, const SdiRecord& record, IpAddress phone, Event& event)
{
    Endpoint phoneEnd{phone, 0};
    if (const auto port = text::number(sdiValue(station.text, "Port="));
        port && phone.isSet() && *port <= 65535)
        phoneEnd.port = static_cast<std::uint16_t>(*port);
    const Endpoint node{sdiAddress(record.tags.node), 0};
    event.source = station.fromPhone ? phoneEnd : node;
    event.destination = station.fromPhone ? node : phoneEnd;
}

std::string_view addressText(const SdiStation& station, const SdiRecord& record)
{
    return record.tags.address.empty() ? sdiValue(station.text, "IPAddr=") : record.tags.address;
}

} // namespace

bool SdiStation::mayBe(std::string_view body)
{
    if (body.empty() || (body[0] != 'S' && body[0] != 'M' && body[0] != 'U'))
        return false;
    return body.starts_with("Station") || body.starts_with("MediaTerminationPointControl - ")
        || body.starts_with("UnicastBridgeControl - ");
}

std::optional<SdiStation> SdiStation::read(std::string_view body)
{
    SdiStation station;
    if (!takeSpeaker(body, station.fromPhone) || !takeAddressing(body, station))
        return {};
    takeNoise(body);
    station.text = body;
    station.verb = verbOf(body);
    if (station.handle.empty())
        station.handle = handleOfPid(body);
    if (station.handle.empty())
        station.tcpHandle = hexHandle(body);
    return station;
}

bool describeStation(const SdiRecord& record, Event& event, FieldWriter& fields)
{
    const auto station = SdiStation::read(record.body);
    const SdiVerb* verb = station ? meaningOf(*station) : nullptr;
    if (!verb)
        return false;
    fields.clear();
    event.kind = verb->kind;
    event.repeats = verb->detail == SdiDetail::Keepalive;
    if (verb->messageId != SdiVerb::noMessage)
        fields.addHex("message-id", static_cast<std::uint64_t>(verb->messageId), 4);
    addHandle(*station, fields);
    const bool needsName = record.tags.device.empty() || !event.repeats;
    const std::string_view name = needsName ? deviceNameIn(station->text, verb->detail) : std::string_view{};
    event.device = record.tags.device.empty() ? name : record.tags.device;
    if (!event.repeats)
        addIfSet(fields, "device-name", name);
    const std::string_view address = addressText(*station, record);
    addIfSet(fields, "address", address);
    setEndpoints(*station, record, sdiAddress(address), event);
    addDetails(*verb, station->text, fields);
    event.fields = fields.text();
    return true;
}

} // namespace whittle

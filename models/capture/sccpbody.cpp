// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/sccpbody.h"

#include <array>
#include <cstdio>
#include <string>

#include "models/base/address.h"
#include "models/capture/phonealarm.h"

namespace whittle
{

namespace
{

constexpr std::size_t deviceNameBytes = 16;

/// A body and the fields made of it. Phones of different ages send bodies of different lengths: every field
/// that lies beyond the end is left out.
class SccpBody
{
public:
    SccpBody(Bytes body, FieldWriter& fields)
        : m_body(body)
        , m_fields(fields)
    {
    }

    void number(std::string_view key, std::size_t at);
    void byte(std::string_view key, std::size_t at);
    void address(std::string_view key, std::size_t at, std::size_t bytes = 4);
    void mac(std::string_view key, std::size_t at);
    std::string_view text(std::string_view key, std::size_t at, std::size_t maxBytes);

    std::string_view textAt(std::size_t at, std::size_t maxBytes) const;
    std::uint32_t numberAt(std::size_t at) const { return readLittleEndian<std::uint32_t>(m_body, at); }
    bool holds(std::size_t at, std::size_t bytes) const { return m_body.size() >= at + bytes; }
    Bytes bytes() const { return m_body; }
    FieldWriter& fields() { return m_fields; }

private:
    Bytes m_body;
    FieldWriter& m_fields;
};

void SccpBody::number(std::string_view key, std::size_t at)
{
    if (holds(at, 4))
        m_fields.addNumber(key, numberAt(at));
}

void SccpBody::byte(std::string_view key, std::size_t at)
{
    if (holds(at, 1))
        m_fields.addNumber(key, readLittleEndian<std::uint8_t>(m_body, at));
}

/// Network order: IPv4 in 4 bytes, IPv6 in 16.
void SccpBody::address(std::string_view key, std::size_t at, std::size_t bytes)
{
    const IpAddress address = IpAddress::fromBytes(slice(m_body, at, bytes));
    if (holds(at, bytes) && !address.isUnspecified())
        m_fields.add(key, toText(address));
}

void SccpBody::mac(std::string_view key, std::size_t at)
{
    const auto mac = Mac::fromBytes(slice(m_body, at, 6));
    if (mac && *mac != Mac{})
        m_fields.add(key, toText(*mac));
}

/// Up to the first NUL.
std::string_view SccpBody::textAt(std::size_t at, std::size_t maxBytes) const
{
    const std::string_view text = asText(slice(m_body, at, maxBytes));
    return text.substr(0, text.find('\0'));
}

std::string_view SccpBody::text(std::string_view key, std::size_t at, std::size_t maxBytes)
{
    const std::string_view text = textAt(at, maxBytes);
    if (!text.empty())
        m_fields.add(key, text);
    return text;
}

/// 0 name[16], 16 user, 20 instance, 24 IPv4, 28 type, 32 streams, 36 active streams, 40 protocol
/// version, 41.. features, 44 conferences, 48 active conferences, 52 MAC, 64 scope, 68 lines, 72 IPv6, 88
/// scope, 92 load[32]. Releases before 4 stop at 36 or 40.
std::string_view addRegister(SccpBody& body)
{
    const std::string_view device = body.text("device-name", 0, deviceNameBytes);
    body.address("address", 24);
    body.number("device-type", 28);
    body.byte("protocol-version", 40);
    body.number("instance", 20);
    body.text("load", 92, 32);
    body.mac("mac", 52);
    body.address("address-ipv6", 72, 16);
    return device;
}

/// 0 name[16], 16 reserved, 20 instance, 24 IPv4, 28 type. SPA phones send the same under an id of their own.
std::string_view addToken(SccpBody& body)
{
    const std::string_view device = body.text("device-name", 0, deviceNameBytes);
    body.address("address", 24);
    body.number("device-type", 28);
    return device;
}

/// 0 keepalive s, 4 date template[6], 12 secondary keepalive s, 16 protocol version.
void addRegisterAck(SccpBody& body)
{
    body.number("keepalive-s", 0);
    body.number("secondary-keepalive-s", 12);
    body.text("date-template", 4, 6);
    body.byte("protocol-version", 16);
}

/// 0 severity, 4 text[80], 84 and 88 parameters.
std::string_view addAlarm(SccpBody& body)
{
    const std::string_view text = body.textAt(4, 80);
    const PhoneAlarm alarm = parsePhoneAlarm(text);
    const std::string_view device = alarm.name.substr(0, deviceNameBytes - 1);
    FieldWriter& fields = body.fields();
    const auto addText = [&](std::string_view key, std::string_view value) {
        if (!value.empty())
            fields.add(key, value);
    };
    addText("device-name", device);
    body.number("severity", 0);
    addText("text", text);
    if (alarm.code)
        fields.addNumber("code", *alarm.code);
    addText("last", alarm.last);
    addText("load", alarm.load);
    body.number("parameter-1", 84);
    body.number("parameter-2", 88);
    return device;
}

/// The alarm document; what is none is shown as it is.
std::string_view addEnhancedAlarm(SccpBody& body)
{
    constexpr std::size_t maxShown = 1'024;
    const std::string_view text = body.textAt(0, body.bytes().size());
    if (text.find("<Alarm") == std::string_view::npos)
        body.text("text", 0, maxShown);
    return addAlarmDocument(text, body.fields());
}

/// Year, month, day of week, day, hour, minute, second, millisecond in the phone's zone, then UTC seconds
/// since 1970.
void addTimeDate(SccpBody& body)
{
    constexpr std::size_t civilBytes = 32;
    if (body.holds(0, civilBytes)) {
        char civil[96];
        std::snprintf(civil, sizeof civil, "%04u-%02u-%02uT%02u:%02u:%02u.%03u", body.numberAt(0),
                      body.numberAt(4), body.numberAt(12), body.numberAt(16), body.numberAt(20),
                      body.numberAt(24), body.numberAt(28));
        body.fields().add("civil-time", civil);
    }
    body.number("system-time", civilBytes);
}

constexpr std::size_t maxServers = 5;
constexpr std::size_t serverNameBytes = 48;

/// Header versions below 17: IPv4[4] each. From 17 on, told by the length: a type (0 IPv4, 1 IPv6) and 16
/// bytes each.
IpAddress serverAddress(const SccpBody& body, std::size_t server)
{
    constexpr std::size_t addressesAt = maxServers * (serverNameBytes + 4);
    constexpr std::size_t typedBytes = 20;
    if (!body.holds(addressesAt, maxServers * typedBytes))
        return IpAddress::fromBytes(slice(body.bytes(), addressesAt + server * 4, 4));
    const std::size_t at = addressesAt + server * typedBytes;
    return IpAddress::fromBytes(slice(body.bytes(), at + 4, body.numberAt(at) == 1 ? 16 : 4));
}

/// Five names[48], five ports, five addresses: where the phone may register, first choice first.
void addServers(SccpBody& body)
{
    std::string text;
    for (std::size_t i = 0; i < maxServers; ++i) {
        const std::string_view name = body.textAt(i * serverNameBytes, serverNameBytes);
        if (name.empty())
            continue;
        text += text.empty() ? "" : ",";
        text += name;
        const IpAddress address = serverAddress(body, i);
        if (address.isSet() && !address.isUnspecified())
            text += "/" + toText(address);
    }
    if (!text.empty())
        body.fields().add("servers", text);
}

struct OnlyNumber {
    std::uint32_t messageId;
    const char* key;
};

/// Messages whose body is one number.
constexpr std::array onlyNumbers{
    OnlyNumber{0x0002, "rtp-port"}, OnlyNumber{0x0027, "reason"}, OnlyNumber{0x009F, "reset-type"},
    OnlyNumber{0x0118, "status"},   OnlyNumber{0x011B, "wait-s"}, OnlyNumber{0x8101, "wait-s"},
};

void addOnlyNumber(std::uint32_t messageId, SccpBody& body)
{
    for (const OnlyNumber& only : onlyNumbers) {
        if (only.messageId == messageId)
            body.number(only.key, 0);
    }
}

} // namespace

std::string_view addSccpBody(std::uint32_t messageId, Bytes bytes, FieldWriter& fields)
{
    SccpBody body(bytes, fields);
    switch (messageId) {
    case 0x0001:
        return addRegister(body);
    case 0x0029:
    case 0x8000:
        return addToken(body);
    case 0x0020:
        return addAlarm(body);
    case 0x0081:
        addRegisterAck(body);
        return {};
    case 0x0094:
        addTimeDate(body);
        return {};
    case 0x009D:
        body.text("text", 0, 33);
        return {};
    case 0x009E:
        addServers(body);
        return {};
    case 0x0111:
        body.number("call-state", 0);
        body.number("line", 4);
        body.number("call-reference", 8);
        return {};
    case 0x015A:
        return addEnhancedAlarm(body);
    default:
        addOnlyNumber(messageId, body);
        return {};
    }
}

} // namespace whittle

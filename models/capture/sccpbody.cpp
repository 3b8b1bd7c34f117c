// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/sccpbody.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <string>

#include "models/base/address.h"

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
    void address(std::string_view key, std::size_t at);
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

/// IPv4, network order.
void SccpBody::address(std::string_view key, std::size_t at)
{
    const IpAddress address = IpAddress::fromBytes(slice(m_body, at, 4));
    if (address.isSet() && !address.isUnspecified())
        m_fields.add(key, toText(address));
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

/// What stands behind `key` in "14: Name=SEP001E7A24429A Load=8.4(2) Last=CM-closed-TCP", up to the next key
/// or the end.
std::string_view valueOf(std::string_view text, std::string_view key, std::string_view nextKey)
{
    const auto at = text.find(key);
    if (at == std::string_view::npos)
        return {};
    text.remove_prefix(at + key.size());
    text = text.substr(0, nextKey.empty() ? std::string_view::npos : text.find(nextKey));
    return text.substr(0, text.find_last_not_of(" \r\n") + 1);
}

/// The number of the cause leads the text: "14: Name=...". Other alarms have none.
void addAlarmCode(std::string_view text, FieldWriter& fields)
{
    int code = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), code);
    if (error == std::errc{} && end != text.data() + text.size() && *end == ':')
        fields.addNumber("code", code);
}

/// 0 severity, 4 text[80], 84 and 88 parameters.
std::string_view addAlarm(SccpBody& body)
{
    const std::string_view text = body.textAt(4, 80);
    const std::string_view name = valueOf(text, "Name=", " ");
    const std::string_view device = name.substr(0, deviceNameBytes - 1);
    if (!device.empty())
        body.fields().add("device-name", device);
    body.number("severity", 0);
    if (!text.empty())
        body.fields().add("text", text);
    addAlarmCode(text, body.fields());
    if (const auto last = valueOf(text, "Last=", {}); !last.empty())
        body.fields().add("last", last);
    body.number("parameter-1", 84);
    body.number("parameter-2", 88);
    return device;
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

/// Five names[48], five ports, five IPv4 addresses: where the phone may register, first choice first.
void addServers(SccpBody& body)
{
    constexpr std::size_t servers = 5;
    constexpr std::size_t nameBytes = 48;
    constexpr std::size_t addressesAt = servers * (nameBytes + 4);
    std::string text;
    for (std::size_t i = 0; i < servers; ++i) {
        const std::string_view name = body.textAt(i * nameBytes, nameBytes);
        const auto address = IpAddress::fromBytes(slice(body.bytes(), addressesAt + i * 4, 4));
        if (name.empty())
            continue;
        text += text.empty() ? "" : ",";
        text += name;
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
        body.text("text", 0, 1024);
        return {};
    default:
        addOnlyNumber(messageId, body);
        return {};
    }
}

} // namespace whittle

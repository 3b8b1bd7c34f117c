// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/skinnymessage.h"

#include <utility>

namespace samplecase
{

namespace
{

/// u32 length of what follows the next field, u32 header version 0, u32 message id, body; all little-endian.
SkinnyMessage framed(std::uint32_t id, std::string kind, const ByteWriter& body)
{
    ByteWriter out;
    out.le32(std::uint32_t(4 + body.size())).le32(0).le32(id).raw(body.bytes());
    return {std::move(kind), out.bytes()};
}

} // namespace

SkinnyMessage skinnyPlain(std::uint32_t id, const std::string& kind)
{
    return framed(id, kind, {});
}

SkinnyMessage skinnyAlarm(const std::string& text, Ipv4 address)
{
    ByteWriter body;
    return framed(0x20, "sccp_alarm", body.le32(2).field(text, 80).le32(2304).be32(address.value));
}

SkinnyMessage skinnyRegister(const SkinnyRegistration& who)
{
    ByteWriter body;
    body.field(who.device, 16).le32(0).le32(1).be32(who.address.value).le32(who.deviceType).le32(5).le32(0);
    body.u8(11).u8(0).le16(0x6083).le32(0).le32(0).raw(who.mac).zeros(6).le32(0).le32(6);
    return framed(0x01, "sccp_register", body.zeros(16).le32(0).field(who.load, 32));
}

SkinnyMessage skinnyIpPort(std::uint16_t port)
{
    ByteWriter body;
    return framed(0x02, "sccp_ipport", body.le32(port));
}

SkinnyMessage skinnyRegisterAck(std::uint32_t keepAliveSeconds)
{
    ByteWriter body;
    body.le32(keepAliveSeconds).field("M/D/YA", 6).zeros(2).le32(keepAliveSeconds).u8(11).u8(0).le16(0);
    return framed(0x81, "sccp_registerack", body);
}

SkinnyMessage skinnyCapabilities()
{
    constexpr std::pair<unsigned, unsigned> codecs[]{{25, 120}, {4, 40}, {2, 40}, {11, 60}, {12, 60}};
    ByteWriter body;
    body.le32(std::uint32_t(std::size(codecs)));
    for (const auto& [payload, longest] : codecs)
        body.le32(payload).le32(longest).zeros(8);
    return framed(0x10, "sccp_capabilitiesres", body);
}

SkinnyMessage skinnyButtonTemplate()
{
    constexpr unsigned used = 6, slots = 42, line = 9, speedDial = 2, unused = 255;
    ByteWriter body;
    body.le32(0).le32(used).le32(used).u8(1).u8(line);
    for (unsigned slot = 1; slot < slots; ++slot)
        body.u8(slot < used ? slot : 0).u8(slot < used ? speedDial : unused);
    return framed(0x97, "sccp_buttontemplateres", body);
}

SkinnyMessage skinnyTimeDate(Moment serverUtc)
{
    const Civil local = civil(serverUtc + siteOffset);
    ByteWriter body;
    body.le32(std::uint32_t(local.year))
        .le32(local.month)
        .le32(local.weekday)
        .le32(local.day)
        .le32(local.hour);
    body.le32(local.minute).le32(local.second).le32(std::uint32_t(local.nanosecond / 1000000));
    return framed(0x94, "sccp_definetimedate", body.le32(std::uint32_t(serverUtc.time_since_epoch() / 1s)));
}

SkinnyMessage skinnyRestart()
{
    ByteWriter body;
    return framed(0x9f, "sccp_reset", body.le32(2));
}

SkinnyMessage skinnyUnregisterAck()
{
    ByteWriter body;
    return framed(0x118, "sccp_unregisterack", body.le32(0));
}

SkinnyMessage skinnyKeypad(unsigned digit, unsigned call)
{
    ByteWriter body;
    return framed(0x03, "sccp_keypadbutton", body.le32(digit).le32(1).le32(call));
}

SkinnyMessage skinnyCallState(CallState state, unsigned call)
{
    ByteWriter body;
    return framed(0x111, "sccp_callstate", body.le32(std::uint32_t(state)).le32(1).le32(call).zeros(12));
}

} // namespace samplecase

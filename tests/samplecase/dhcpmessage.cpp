// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/dhcpmessage.h"

namespace samplecase
{

namespace
{

constexpr std::size_t shortestBootp = 300;
constexpr std::size_t nameFields = 64 + 128; // server name and boot file, unused

bool isReply(DhcpType type)
{
    return type == DhcpType::Offer || type == DhcpType::Ack || type == DhcpType::Nak;
}

} // namespace

DhcpMessage::DhcpMessage(DhcpType messageType, std::uint32_t transaction, Mac client)
    : type(messageType)
    , xid(transaction)
    , mac(client)
{
    option(53, {std::uint8_t(type)});
}

DhcpMessage& DhcpMessage::option(std::uint8_t code, const Bytes& value)
{
    m_options.u8(code).u8(std::uint32_t(value.size())).raw(value);
    return *this;
}

DhcpMessage& DhcpMessage::address(std::uint8_t code, Ipv4 value)
{
    return option(code, ByteWriter().be32(value.value).bytes());
}

DhcpMessage& DhcpMessage::seconds(std::uint8_t code, std::int64_t value)
{
    return option(code, ByteWriter().be32(std::uint32_t(value)).bytes());
}

DhcpMessage& DhcpMessage::text(std::uint8_t code, std::string_view value)
{
    return option(code, Bytes(value.begin(), value.end()));
}

Bytes DhcpMessage::bytes() const
{
    ByteWriter out;
    out.u8(isReply(type) ? 2 : 1).u8(1).u8(6).u8(hops).be32(xid).be16(secs).be16(0);
    out.be32(clientAddress.value).be32(yourAddress.value).be32(0).be32(relayAddress.value);
    out.raw(mac).zeros(10 + nameFields).be32(0x63825363).raw(m_options.bytes());
    if (!relayInfo.empty())
        out.u8(82).u8(std::uint32_t(relayInfo.size())).raw(relayInfo);
    return out.u8(255).padTo(shortestBootp).bytes();
}

} // namespace samplecase

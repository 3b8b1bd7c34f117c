// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/bytes.h"
#include "tests/samplecase/ipv4.h"

#include <string_view>

namespace samplecase
{

enum class DhcpType : std::uint8_t { Discover = 1, Offer, Request, Decline, Ack, Nak, Release };

/// A BOOTP message with DHCP options (RFC 2131 §2), options in the order they were added.
class DhcpMessage
{
public:
    DhcpMessage(DhcpType type, std::uint32_t xid, Mac mac);

    DhcpMessage& option(std::uint8_t code, const Bytes& value);
    DhcpMessage& address(std::uint8_t code, Ipv4 value);
    DhcpMessage& seconds(std::uint8_t code, std::int64_t value);
    DhcpMessage& text(std::uint8_t code, std::string_view value);

    Bytes bytes() const;

    DhcpType type;
    std::uint32_t xid;
    Mac mac;
    std::uint8_t hops = 0;
    std::uint16_t secs = 0;
    Ipv4 clientAddress, yourAddress, relayAddress;
    Bytes relayInfo; ///< value of option 82, always the last option; none when empty

private:
    ByteWriter m_options;
};

} // namespace samplecase

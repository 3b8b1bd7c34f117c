// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capture/protocol.h"

namespace whittle
{

/// ICMP (RFC 792) and ICMPv6 (RFC 4443): only what says that a packet did not arrive, and redirects.
extern const PacketProtocol icmpProtocol;
extern const PacketProtocol icmpv6Protocol;

} // namespace whittle

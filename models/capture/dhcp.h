// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capture/protocol.h"

namespace whittle
{

/// DHCP (RFC 2131, options RFC 2132 and Cisco's 150). A BOOTP message without option 53 gives no event.
extern const DatagramProtocol dhcpProtocol;

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capture/protocol.h"

namespace whittle
{

/// ARP (RFC 826): who has an address, and who says that it is his. Of Ethernet and IPv4 only.
extern const FrameProtocol arpProtocol;

} // namespace whittle

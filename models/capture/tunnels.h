// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capture/linklayer.h"

namespace whittle
{

/// The packet inside a GRE packet (RFC 2784, RFC 2890), ERSPAN's mirrored frames too; etherType 0 for
/// anything else.
LinkPayload insideGre(Bytes packet);

constexpr std::uint16_t vxlanPort = 4789;
/// The packet inside a VXLAN datagram (RFC 7348 §5).
LinkPayload insideVxlan(Bytes datagram);

} // namespace whittle

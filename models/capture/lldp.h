// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capture/protocol.h"

namespace whittle
{

/// LLDP (IEEE 802.1AB) with LLDP-MED (ANSI/TIA-1057): what a switch and a phone tell each other about the
/// port between them.
extern const FrameProtocol lldpProtocol;

} // namespace whittle

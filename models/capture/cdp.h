// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capture/protocol.h"

namespace whittle
{

/// CDP, Cisco's discovery protocol: what a switch and a phone tell each other about the port between them.
extern const FrameProtocol cdpProtocol;

} // namespace whittle

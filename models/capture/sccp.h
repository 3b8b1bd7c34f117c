// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capture/protocol.h"

namespace whittle
{

/// SCCP ("Skinny"): Cisco's phone control, on TCP 2000.
extern const StreamProtocol sccpProtocol;

} // namespace whittle

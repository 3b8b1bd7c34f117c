// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capture/protocol.h"

namespace whittle
{

/// NTP (RFC 5905), with the control (RFC 9327) and private messages of ntpd by name only.
extern const DatagramProtocol ntpProtocol;

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capture/protocol.h"

namespace whittle
{

/// NTP (RFC 5905), with the headers of ntpd's control (RFC 9327) and private messages.
extern const DatagramProtocol ntpProtocol;

} // namespace whittle

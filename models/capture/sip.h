// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capture/protocol.h"

namespace whittle
{

/// SIP (RFC 3261) over UDP and TCP, on 5060 and wherever a message begins as one of SIP must.
extern const DatagramProtocol sipDatagrams;
extern const StreamProtocol sipStream;

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capture/protocol.h"

namespace whittle
{

/// HTTP/1 (RFC 9112) on port 6970, where newer phones get from CUCM what older ones get by TFTP.
extern const StreamProtocol httpProtocol;

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/capture/protocol.h"

namespace whittle
{

/// TFTP (RFC 1350, options RFC 2347): where phones get their configuration and firmware from.
extern const DatagramProtocol tftpProtocol;

/// The phone whose own file this is: "SEP001E7A24429A" of "SEP001E7A24429A.cnf.xml" or "CTLSEP...tlv"; empty
/// for files that are nobody's.
std::string phoneOfFile(std::string_view file);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evidence/format.h"

namespace whittle
{

/// Classic libpcap captures, "pcap": either byte order, micro- or nanoseconds; and those of Solaris' snoop
/// (RFC 1761), which hold the same.
const Format& pcapFormat();
/// pcapng captures, "pcapng" (draft-ietf-opsawg-pcapng).
const Format& pcapngFormat();

} // namespace whittle

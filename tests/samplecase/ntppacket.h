// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/bytes.h"
#include "tests/samplecase/ntpnode.h"

namespace samplecase
{

enum class NtpMode : std::uint8_t { Client = 3, Server = 4 };

struct NtpTimes {
    Moment originate, receive, transmit;
};

/// The 48 bytes of RFC 5905 §7.3, version 4, as that node sends them.
Bytes ntpPacket(NtpMode mode, const NtpNode& sender, const NtpTimes& times);

} // namespace samplecase

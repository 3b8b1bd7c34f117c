// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "models/evidence/format.h"

namespace whittle
{

/// The log of a phone of any generation (id "phone-console").
const Format& phoneConsoleFormat();
/// CUCM's SDI trace, releases 3.x to 8.x (id "cucm-sdi").
const Format& cucmSdiFormat();
/// What `utils ntp status` and `ntpq -p` print (id "ntp-status").
const Format& ntpStatusFormat();
/// Packets in tcpdump's words, as `utils network capture` prints them (id "packet-text").
const Format& packetTextFormat();

/// All text formats. The pointers are to constants.
std::span<const Format* const> textFormats();

} // namespace whittle

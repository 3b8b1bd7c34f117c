// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "models/formats/textpattern.h"

namespace whittle
{

/// "Received 536 bytes TCP packet from 10.53.56.17:34282" and what stands behind it.
struct ProxyPacket {
    bool isIncoming = false;
    std::string_view peer{};
    std::string_view rest{}; ///< the first line of the message, in releases that join it

    /// Empty when the text of a record announces no message.
    static std::optional<ProxyPacket> read(std::string_view text);
};

/// One thing that the SIP proxy of CUPS says of itself. Captures named "peer" become the destination (of
/// "from" the source), "device" the device, others fields.
struct ProxyText {
    TextPattern pattern;
    std::string_view kind;
    bool isFromPeer = false;
};

/// The first that fits; null when none does.
const ProxyText* proxyText(std::string_view text, TextPattern::Match& match);

/// How a text that no pattern knows is called when it speaks of a failure; empty when it does not.
std::string_view proxyFailure(std::string_view text);

} // namespace whittle

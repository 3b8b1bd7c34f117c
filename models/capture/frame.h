// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "models/base/bytes.h"
#include "models/base/time.h"

namespace whittle
{

/// One packet record of a capture: a view into the window of the BlockReader.
struct Frame {
    static constexpr std::uint32_t unknownLink =
        0xFFFFFFFF; ///< the capture does not say; outside LINKTYPE_'s range
    static constexpr std::uint32_t noPacket =
        0xFFFFFFFE; ///< a record that is no packet, yet is numbered like one

    std::uint64_t number = 0; ///< 1-based, as Wireshark counts: every packet record, and pcapng's custom ones
    SourceTime time;
    bool hasTime = true; ///< false: the record carries none (pcapng simple packet)
    std::uint32_t linkType = 0; ///< LINKTYPE_ value (tcpdump.org/linktypes.html)
    std::uint32_t originalLength = 0; ///< bytes on the wire; more than bytes.size() when the capture cut it
    Bytes bytes;
    std::span<const std::string_view> comments{}; ///< of whoever looked at the capture before; mostly none
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/base/address.h"
#include "models/base/fields.h"

namespace whittle
{

/// What a packet in tcpdump's words is: the event's kind, and nothing when it is none of ours.
struct PacketMeaning {
    std::string kind;
    std::string device; ///< where the packet names it
};

/// Each writes the fields of models/capture/README.md as far as the text has them.
PacketMeaning readNtpText(std::string_view payload, FieldWriter& fields);
PacketMeaning readDhcpText(std::string_view payload, const Endpoint& destination, FieldWriter& fields);
PacketMeaning readSipText(std::string_view payload, FieldWriter& fields);
PacketMeaning readTcpText(std::string_view payload, const Endpoint& source, const Endpoint& destination,
                          FieldWriter& fields);
PacketMeaning readTftpText(std::string_view payload, FieldWriter& fields);
PacketMeaning readArpText(std::string_view payload, FieldWriter& fields);
PacketMeaning readIcmpText(std::string_view payload, FieldWriter& fields);

} // namespace whittle

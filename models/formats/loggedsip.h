// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "models/base/eventsink.h"
#include "models/base/fields.h"

namespace whittle
{

/// A SIP message that a server wrote into its log.
struct LoggedSip {
    std::string_view text{};
    std::optional<bool>
        isIncoming{}; ///< the server received it; else it sent it; empty: the log does not say
    std::string_view peer{}; ///< who sent it or was sent it: "10.1.1.40:5060", "lync.contoso.com:61182"
    SourceTime time{};
    std::uint64_t line = 0; ///< of the record
};

/// The longest message that is looked at; they have a few KiB.
constexpr std::size_t maxLoggedSipBytes = std::size_t{256} << 10;

/// Gives the message as an event: the fields of addSipFields, and `direction`, `peer` (where it is a name),
/// `ms-diagnostics`, and `csta`, what a message of remote call control asks or tells (ECMA-323: the name of
/// the outermost element). False, and no event, when the text is no SIP message.
bool emitLoggedSip(const LoggedSip& logged, FieldWriter& fields, EventSink& sink);

/// The address in `peer`, when it is one.
Endpoint peerAddress(std::string_view peer);

} // namespace whittle

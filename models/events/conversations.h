// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/address.h"
#include "models/base/place.h"
#include "models/base/time.h"

namespace whittle
{

struct CaseEvents;
class ClockSet;
class Identity;

enum class ConversationKind : std::uint8_t {
    Sip, ///< all messages of one Call-ID (RFC 3261 §8.1.1.4, §12)
    Sccp, ///< one connection of a phone with a node, from its SYN or first message to its end
};
std::string_view toText(ConversationKind kind);

enum class ConversationEnd : std::uint8_t {
    Open, ///< nothing that ends it was seen
    Answered, ///< one request and its final answer: nothing more belongs to it
    Refused, ///< the request that began it got a final answer from 300 on
    Cancelled, ///< CANCEL (RFC 3261 §9)
    Bye, ///< BYE (RFC 3261 §15)
    Unregistered,
    TcpClosed,
    TcpReset,
};
std::string_view toText(ConversationEnd end);

/// Between two neighbours: a proxy parts a conversation into one leg on each of its sides.
struct ConversationLeg {
    Endpoint
        caller{}; ///< who sent its first request; the port is 0, or all of it not set, where no source tells
    Endpoint callee{};
    std::vector<SourceId> seenBy{};
    std::uint64_t messages = 0; ///< the source that saw most of them stands for all
    EventRef first{};
    bool operator==(const ConversationLeg&) const = default;
};

/// What belongs together on the message ladder, from all sources.
struct Conversation {
    ConversationKind kind = ConversationKind::Sip;
    std::string id{}; ///< Call-ID; of SCCP both ends, or the handle of the trace
    std::string device{}; ///< the phone, where one takes part; may be empty
    std::string method{}; ///< of the first request ("INVITE"); SCCP: empty
    std::string caller{}; ///< From and To of the first request; SCCP: empty
    std::string callee{};
    CaseTime from{};
    CaseTime to{};
    ConversationEnd ended = ConversationEnd::Open;
    std::optional<int> status{}; ///< the last final answer to the request that began it
    std::optional<EventRef> endedAt{};
    std::vector<ConversationLeg> legs{}; ///< in the order in which they were first used
    std::int64_t inputs = 0; ///< an InputHash of what it was concluded from; SCCP: 0
    bool operator==(const Conversation&) const = default;
};

/// All conversations, by beginning. Keepalives of SCCP that are folded in trains count with the connection on
/// which they ran. `before`: of an earlier analysis of the case; dialogs about whose messages nothing has
/// changed are taken from there. Incomplete after a stop.
std::vector<Conversation> conversations(const CaseEvents& events, const Identity& identity,
                                        const ClockSet& clocks, const std::stop_token& stop = {},
                                        const std::vector<Conversation>& before = {});

} // namespace whittle

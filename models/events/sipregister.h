// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace whittle
{

struct EventRow;

/// What a REGISTER, or an answer to one, says of a registration with CallManager (RFC 3261 §10).
struct SipRegister {
    std::string callId{}; ///< empty: the line of a log that only tells that it was sent
    std::uint32_t sequence = 0; ///< the number in CSeq; 0: not told
    bool toRegister = false; ///< the method in CSeq, or of the request, is REGISTER
    int status = 0; ///< 0: a request
    std::optional<std::int64_t> expires{}; ///< seconds
    bool standby = false; ///< keeps the link to a node alive that is not registered with (cisco-keep-alive)
    std::optional<int> alarm{}; ///< cisco-alarm: why the phone registers anew; refreshes have none
    std::string last{};

    /// Expires 0 takes the binding away (RFC 3261 §10.2.2), unless it keeps a standby link alive.
    bool unregisters() const { return toRegister && status == 0 && !standby && expires == 0; }
    bool isRegistration() const { return toRegister && status == 0 && !standby && expires != 0; }
    /// Not a refresh of what was there before: it says why, or its CSeq begins to count (Cisco's phones at
    /// 101, others at 1), or it is the line of a log that tells nothing.
    bool isInitial() const;
};

SipRegister sipRequestOf(const EventRow& event);

} // namespace whittle

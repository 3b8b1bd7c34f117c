// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/bytes.h"
#include "tests/samplecase/ipv4.h"
#include "tests/samplecase/moment.h"

#include <cstdint>
#include <optional>
#include <string>

namespace samplecase
{

/// One phone of the site and its part in the story.
struct PhonePlan {
    Mac mac;
    std::string model; ///< as in its vendor class: CP-7961G
    std::uint32_t deviceType; ///< as CUCM numbers models
    std::string load;
    int number; ///< directory number
    int switchPort;
    Ipv4 address; ///< when the story begins
    Moment firstRenewal; ///< the first T1, true time
    std::int64_t driftPpm; ///< of the clock that counts its timers
    bool refused; ///< its lease is unknown to the server when it renews
    bool moves; ///< gets a new address each time
    std::optional<Moment> restartAt; ///< an administrator restarts it
};

/// SEP and the MAC address
inline std::string deviceName(const Mac& mac)
{
    std::string name = "SEP";
    for (const auto byte : mac)
        name = name + "0123456789ABCDEF"[byte / 16] + "0123456789ABCDEF"[byte % 16];
    return name;
}

} // namespace samplecase

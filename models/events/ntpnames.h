// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "models/events/ntpexchanges.h"

namespace whittle
{

/// The same polls in another source, which shows addresses and timestamps.
struct SameTalk {
    std::size_t other = 0; ///< of the talks
    CaseTime middle{};
    Nanoseconds ahead{}; ///< what the clocks of the two still differ by, at `middle`
    double drift = 0; ///< and by how much more each second

    Nanoseconds aheadAt(CaseTime at) const
    {
        return ahead
            + Nanoseconds{static_cast<std::int64_t>(drift * static_cast<double>((at - middle).count()))};
    }
};

/// For each talk without timestamps the one that it is: ntpd asks at intervals that it varies at random, so
/// that a few of them in a row tell an association among all others, whatever the clocks; of short talks a
/// few of all together, where one difference of the clocks explains them. Where intervals repeat, as those of
/// simple clients do, nothing is told. Incomplete after a stop.
std::vector<std::optional<SameTalk>> sameTalks(const std::vector<NtpTalk>& talks,
                                               const std::stop_token& stop = {});

/// Addresses of the names: by the site description, else by sameTalks().
std::map<std::string, IpAddress> ntpNames(const CaseEvents& events, const std::vector<NtpTalk>& talks,
                                          const std::vector<std::optional<SameTalk>>& same);

/// That host, by its address where the names tell it.
NtpHost withAddress(const NtpHost& host, const std::map<std::string, IpAddress>& names);

} // namespace whittle

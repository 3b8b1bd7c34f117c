// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "models/checks/check.h"

namespace whittle
{

/// What one DHCP server gives to phones, as an OFFER or ACK shows it. A second server with the same is a
/// partner (split scope, failover).
struct DhcpGift {
    const EventRow* event = nullptr;
    std::string client{};
    std::string transaction{};
    std::string server{}; ///< option 54
    std::string router{}; ///< option 3
    std::set<std::string> tftp{}; ///< options 150 and 66, or siaddr

    bool isLike(const DhcpGift& other) const;
};

/// Of all clients with a name or a MAC, in captures.
std::vector<DhcpGift> dhcpGifts(const CheckContext& context);

/// The DHCP servers of a case: which one is meant to serve, and who else answered the same question
/// differently.
struct DhcpServers {
    std::string usual{}; ///< empty: nobody is known to answer
    std::vector<DhcpGift> strange{}; ///< answers of others to asks that the usual one answered otherwise
    std::set<std::string> strangers{}; ///< whose those are
};

DhcpServers dhcpServers(const CheckContext& context);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>

#include "models/checks/check.h"

namespace whittle
{

/// What the site description says of nodes and their sources of time; addresses and names as text.
struct NtpSite {
    std::map<std::string, NtpRole> roles{}; ///< of nodes, by address and by name
    std::set<std::string> sources{}; ///< that the publisher is to ask
};
NtpSite ntpSite(const CheckContext& context);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/check.h"

namespace whittle
{

// What a refusal (DHCPNAK) was about, where nobody shows what was asked.

/// A phone that was refused looks for a server at once; one that nothing is wrong with has an address by
/// then.
constexpr Nanoseconds sameSearch = std::chrono::minutes{5};
/// What comes sooner is the same refusal, of a second server or from another place.
constexpr Nanoseconds nextRefusal = std::chrono::seconds{3};

/// The phone gave its address back just before: a server may refuse for that reason alone. What stands
/// behind the refusal in the same source came after it, whatever the resolution of its times.
bool hadReleased(const DeviceHistory& device, const EventRef& refusal, CaseTime at);

/// The refused address is the one that the phone held, and it did not move to another network: a server's log
/// tells which address, and not what was asked.
bool wasHeld(const CheckContext& context, const DeviceHistory& device, const LeaseRequest& request);

} // namespace whittle

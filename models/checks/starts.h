// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "models/checks/check.h"

namespace whittle
{

// Phones that try to start and do not get registered: for all checks of that subject.

/// What says of that phone that its registration was refused: 4xx and later answers to its REGISTER, SCCP
/// RegisterReject, alarms of CallManager whose reason is a refusal (CcmDevRegFailCauseCode), and what phone
/// and CallManager say of certificates and signed files. By time. A success that the same source shows takes
/// back what stands before it: so a challenge (401, 407) is none where the phone's credentials were good.
std::vector<RegistrationRefusal> refusalsOf(const CheckContext& context, const DeviceHistory& device);

/// The refusals of all phones that were refused: made once, since all answers are read for it.
RefusalsByDevice findRefusals(const CheckContext& context);

/// Those of the source that shows most of them, where it was refused again after some time and had not
/// registered between; else none. A single refusal may be a moment's.
std::vector<RegistrationRefusal> lastingRefusals(const CheckContext& context, const DeviceHistory& device,
                                                 bool ofCertificate);

/// The phone is seen to register, or to be registered, after that.
bool registersAfter(const DeviceHistory& device, CaseTime at);

/// Its starts that came to nothing: marks "phone.no-address" and "phone.no-configuration".
std::vector<DeviceMark> failedStarts(const DeviceHistory& device);

/// It got no address or no configuration, or was refused for good.
bool failsToRegister(const CheckContext& context, const DeviceHistory& device);

/// The addresses of CallManager nodes that some source names.
std::set<IpAddress> nodesOf(const CheckContext& context);

/// IPv4 addresses with the same upper `prefix` bits.
bool inSameSubnet(const IpAddress& one, const IpAddress& other, int prefix = 24);
/// 255.255.255.0 → 24; 24 for what is no mask.
int prefixOf(const IpAddress& mask);

/// The addresses at which phones are registered that do not fail to start.
std::set<IpAddress> addressesOfRegistered(const CheckContext& context);

} // namespace whittle

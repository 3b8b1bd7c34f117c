// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/lastcauses.h"

#include <algorithm>

#include "models/base/ascii.h"

namespace whittle
{

namespace
{

using Begin = RegistrationBegin;
using End = RegistrationEnd;

/// Numbers and names as in Cisco's PSCCP stack; 14, 23 and 25 were seen in REGISTERs, 111 is Jabber's, and
/// Device-Initiated-Reset stands with 25 in those of video endpoints. Causes that say nothing of the last
/// registration (files that could not be loaded) are left out.
constexpr LastCause causes[] = {
    {10, "TCP-timeout", Begin::ReRegister, End::KeepaliveLost},
    {11, "TCP-Bad-ACK", Begin::ReRegister, End::TcpReset},
    {12, "CM-reset-TCP", Begin::ReRegister, End::TcpReset},
    {13, "CM-aborted-TCP", Begin::ReRegister, End::TcpReset},
    {14, "CM-closed-TCP", Begin::ReRegister, End::TcpClosed},
    {15, "CM-ICMP-Unreach", Begin::ReRegister, End::KeepaliveLost},
    {16, "CM-NAKed", Begin::ReRegister, End::TcpReset},
    {17, "KeepaliveTO", Begin::ReRegister, End::KeepaliveLost},
    {18, "Failback", Begin::Fallback, End::Moved},
    {19, "Phone-Diag", Begin::Reset, End::Unknown},
    {20, "Phone-Keypad", Begin::Reset, End::Unknown},
    {21, "Phone-Re-IP", Begin::Register, End::AddressLost},
    {22, "Reset-Reset", Begin::Reset, End::Reset},
    {23, "Reset-Restart", Begin::Restart, End::Restart},
    {24, "Phone-Reg-Rej", Begin::Register, End::Rejected},
    {25, "Initialized", Begin::PowerOn, End::Unknown},
    {25, "Device-Initiated-Reset", Begin::Reset, End::Unknown},
    {29, "DSP Error", Begin::Reset, End::Unknown},
    {30, "Phone-Abort", Begin::Reset, End::Unknown},
    {111, "Application-Requested-Destroy", Begin::Register, End::Unregister},
};

} // namespace

const LastCause* lastCauseOf(std::optional<int> code, std::string_view name)
{
    if (startsWithIgnoringCase(name, "UCM-"))
        name.remove_prefix(1);
    const auto sameName = [&](const LastCause& cause) { return equalIgnoringCase(cause.name, name); };
    if (const auto found = std::ranges::find_if(causes, sameName); found != std::end(causes))
        return &*found;
    const auto found =
        std::ranges::find_if(causes, [&](const LastCause& cause) { return cause.code == code; });
    return found == std::end(causes) ? nullptr : &*found;
}

} // namespace whittle

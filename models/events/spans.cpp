// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/spans.h"

namespace whittle
{

std::string_view toText(RegistrationEnd end)
{
    switch (end) {
    case RegistrationEnd::Open:
        return "evidence-ended";
    case RegistrationEnd::Unregister:
        return "unregister";
    case RegistrationEnd::Reset:
        return "reset";
    case RegistrationEnd::Restart:
        return "restart";
    case RegistrationEnd::ApplyConfig:
        return "apply-config";
    case RegistrationEnd::KeepaliveLost:
        return "keepalive-lost";
    case RegistrationEnd::TcpReset:
        return "tcp-reset";
    case RegistrationEnd::TcpClosed:
        return "tcp-closed";
    case RegistrationEnd::Rejected:
        return "rejected";
    case RegistrationEnd::AddressLost:
        return "address-lost";
    case RegistrationEnd::Moved:
        return "moved";
    case RegistrationEnd::Expired:
        return "expired";
    case RegistrationEnd::Unknown:
        break;
    }
    return "unknown";
}

std::string_view toText(RegistrationBegin begin)
{
    switch (begin) {
    case RegistrationBegin::PowerOn:
        return "power-on";
    case RegistrationBegin::Restart:
        return "restart";
    case RegistrationBegin::Fallback:
        return "fallback";
    case RegistrationBegin::Register:
        return "register";
    case RegistrationBegin::Reset:
        return "reset";
    case RegistrationBegin::ReRegister:
        return "re-register";
    case RegistrationBegin::Unknown:
        break;
    }
    return "unknown";
}

std::string_view toText(RegistrationProtocol protocol)
{
    return protocol == RegistrationProtocol::Sip ? "sip"
        : protocol == RegistrationProtocol::Sccp ? "sccp"
                                                 : "";
}

std::string_view toText(RegistrationCloser closer)
{
    return closer == RegistrationCloser::Phone ? "phone" : closer == RegistrationCloser::Cucm ? "cucm" : "";
}

bool isFailback(const Registration& ended, const Registration* next)
{
    return ended.ended == RegistrationEnd::Moved && next && next->began == RegistrationBegin::Fallback;
}

RequestState requestState(std::string_view text)
{
    for (const auto state : {RequestState::Selecting, RequestState::InitReboot, RequestState::Renewing,
                             RequestState::Rebinding}) {
        if (text == toText(state))
            return state;
    }
    return RequestState::Unknown;
}

std::string_view toText(RequestOutcome outcome)
{
    switch (outcome) {
    case RequestOutcome::Silence:
        return "silence";
    case RequestOutcome::Acknowledged:
        return "acknowledged";
    case RequestOutcome::Refused:
        return "refused";
    case RequestOutcome::Unknown:
        break;
    }
    return "unknown";
}

std::string_view toText(LeaseEnd end)
{
    switch (end) {
    case LeaseEnd::Open:
        return "evidence-ended";
    case LeaseEnd::Refused:
        return "refused";
    case LeaseEnd::Released:
        return "released";
    case LeaseEnd::Expired:
        return "expired";
    case LeaseEnd::Replaced:
        return "replaced";
    case LeaseEnd::Declined:
        return "declined";
    case LeaseEnd::Withdrawn:
        break;
    }
    return "withdrawn";
}

std::optional<CaseTime> expiryOf(const Lease& lease)
{
    if (!lease.length || *lease.length == infiniteLease)
        return {};
    return lease.boundAt + Nanoseconds(*lease.length);
}

bool isHeld(RequestState state)
{
    return state == RequestState::Renewing || state == RequestState::Rebinding;
}

std::string_view toText(RequestState state)
{
    switch (state) {
    case RequestState::Selecting:
        return "selecting";
    case RequestState::InitReboot:
        return "init-reboot";
    case RequestState::Renewing:
        return "renewing";
    case RequestState::Rebinding:
        return "rebinding";
    case RequestState::Unknown:
        break;
    }
    return "unknown";
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/registrationends.h"

#include <algorithm>

#include "models/base/fields.h"
#include "models/events/identity.h"
#include "models/events/lastcauses.h"
#include "models/events/sipregister.h"

namespace whittle
{

namespace
{

using End = RegistrationEnd;

struct ReasonRule {
    int code;
    End how;
};

/// Reason codes of unregistration alarms (CISCO-CCM-MIB CcmDevUnregCauseCode). Those that say only that the
/// device is gone (8: it left by itself) are Unknown.
constexpr ReasonRule reasons[] = {
    {6, End::KeepaliveLost}, ///< ConnectivityError
    {9, End::Reset}, ///< CallManagerReset
    {10, End::Unregister}, ///< DeviceUnregistered
    {13, End::KeepaliveLost}, ///< KeepAliveTimeout
    {15, End::Restart}, ///< CallManagerRestart
    {16, End::Moved}, ///< DuplicateRegistration
    {17, End::ApplyConfig}, ///< CallManagerApplyConfig
    {18, End::Reset}, ///< DeviceNoResponse: to a reset that was ordered
    {19, End::Restart}, ///< EMLoginLogout
    {20, End::Restart}, ///< EMCCLoginLogout
    {21, End::Unregister}, ///< PowerSavePlus
    {22, End::Restart}, ///< CallManagerForcedRestart
    {23, End::AddressLost}, ///< SourceIPAddrChanged
    {28, End::Moved}, ///< FallbackInitiated
};

End endByReason(const EventRow& event)
{
    const FieldView fields(event.fields);
    const auto code = fields.number("reason").value_or(0);
    if (code == 13 && fields.value("protocol") == "SIP")
        return End::Expired;
    const auto rule = std::ranges::find(reasons, code, &ReasonRule::code);
    return rule == std::end(reasons) ? End::Unknown : rule->how;
}

/// What the trace says of a connection that ended; empty for the older connection of a phone that registered
/// anew.
std::optional<End> endByTrace(const EventRow& event)
{
    const auto how = FieldView(event.fields).value("how");
    if (how == "re-registering")
        return {};
    if (how == "keepalive-timeout")
        return End::KeepaliveLost;
    if (how == "tcp-closed")
        return End::TcpClosed;
    return End::Unknown; // CUCM noticed; why is told by what else is there
}

/// SCCP Reset: 1 RESET, 2 RESTART, 3 APPLY_CONFIG.
End endByReset(const EventRow& event)
{
    const auto type = FieldView(event.fields).number("reset-type").value_or(0);
    return type == 1 ? End::Reset : type == 3 ? End::ApplyConfig : End::Restart;
}

/// NOTIFY with Event: service-control. A phone whose version stamps differ restarts itself.
std::optional<End> endByOrder(const EventRow& event)
{
    const auto action = FieldView(event.fields).value("action");
    if (action == "reset")
        return End::Reset;
    if (action == "restart" || action == "check-version")
        return End::Restart;
    if (action == "apply-config")
        return End::ApplyConfig;
    return {};
}

/// What the phone's own log says of its connection.
End endByConsole(const EventRow& event)
{
    if (event.kind == "phone.register-timeout")
        return End::KeepaliveLost;
    const LastCause* cause = lastCauseOf({}, FieldView(event.fields).value("reason").value_or(""));
    return cause ? cause->ended : End::Unknown;
}

/// A phone that boots, or looks for an address, is not registered; what made it is told by what else is
/// there.
bool isStart(const EventRow& event)
{
    return event.kind == "dhcp.discover" || event.kind == "phone.boot"
        || (event.kind == "dhcp.request" && FieldView(event.fields).value("state") == "init-reboot");
}

} // namespace

bool isUnregistration(std::string_view kind)
{
    return kind == "alarm.device-unregistered" || kind == "alarm.end-point-unregistered";
}

bool isRefusal(const EventRow& event)
{
    if (event.kind != "alarm.device-transient-connection"
        && event.kind != "alarm.end-point-transient-connection")
        return false;
    constexpr std::int64_t noRefusals[] = {0, 1, 6, 8, 9}; // unknown, the connection broke, the device left
    const auto code = FieldView(event.fields).number("reason").value_or(0);
    return std::ranges::find(noRefusals, code) == std::end(noRefusals);
}

std::optional<RegistrationEnd> endOf(const EventRow& event)
{
    const std::string& kind = event.kind;
    if (kind == "dhcp.nak" || kind == "phone.lease-expired" || kind == "phone.address-cleared"
        || kind == "dhcp.release")
        return End::AddressLost;
    if (kind == "sccp.unregister" || kind == "sccp.unregister-ack")
        return End::Unregister;
    if (kind == "sip.register")
        return sipRequestOf(event).unregisters() ? std::optional(End::Unregister) : std::nullopt;
    if (endsSignalling(event))
        return kind == "tcp.rst" ? End::TcpReset : End::TcpClosed;
    if (kind == "sccp.reset")
        return endByReset(event);
    if (kind == "sip.notify")
        return endByOrder(event);
    if (isUnregistration(kind))
        return endByReason(event);
    if (kind == "trace.disconnect")
        return endByTrace(event);
    if (kind == "phone.connection-lost" || kind == "phone.register-timeout")
        return endByConsole(event);
    return isStart(event) ? std::optional(End::Unknown) : std::nullopt;
}

bool provesRegistration(const EventRow& event)
{
    return isUnregistration(event.kind) || event.kind.starts_with("sccp.unregister")
        || event.kind == "sccp.reset" || event.kind == "sip.notify"
        || (event.kind == "sip.register" && sipRequestOf(event).unregisters())
        || event.kind == "phone.connection-lost";
}

bool isAfterglow(const EventRow& start, RegistrationEnd how)
{
    const bool connection =
        how == End::TcpReset || how == End::TcpClosed || how == End::KeepaliveLost || how == End::Expired;
    return connection && (start.kind.starts_with("dhcp.") || start.kind == "phone.boot");
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/alarmreasons.h"

#include <array>
#include <span>

namespace whittle
{

namespace
{

/// CcmDevUnregCauseCode; 27 is not used.
constexpr std::array<std::string_view, 30> unregistration{
    "noError",
    "Unknown",
    "NoEntryInDatabase",
    "DatabaseConfigurationError",
    "DeviceNameUnresolveable",
    "MaxDevRegExceeded",
    "ConnectivityError",
    "InitializationError",
    "DeviceInitiatedReset",
    "CallManagerReset",
    "DeviceUnregistered",
    "MalformedRegisterMsg",
    "SCCPDeviceThrottling",
    "KeepAliveTimeout",
    "ConfigurationMismatch",
    "CallManagerRestart",
    "DuplicateRegistration",
    "CallManagerApplyConfig",
    "DeviceNoResponse",
    "EMLoginLogout",
    "EMCCLoginLogout",
    "PowerSavePlus",
    "CallManagerForcedRestart",
    "SourceIPAddrChanged",
    "SourcePortChanged",
    "RegistrationSequenceError",
    "InvalidCapabilities",
    "",
    "FallbackInitiated",
    "DeviceSwitch",
};

/// CcmDevRegFailCauseCode; 19 to 22 and 24 are not used.
constexpr std::array<std::string_view, 34> failedRegistration{
    "noError",
    "Unknown",
    "NoEntryInDatabase",
    "DatabaseConfigurationError",
    "DeviceNameUnresolveable",
    "MaxDevRegExceeded",
    "ConnectivityError",
    "InitializationError",
    "DeviceInitiatedReset",
    "CallManagerReset",
    "AuthenticationError",
    "InvalidX509NameInCertificate",
    "InvalidTLSCipher",
    "DirectoryNumberMismatch",
    "MalformedRegisterMsg",
    "ProtocolMismatch",
    "DeviceNotActive",
    "AuthenticatedDeviceAlreadyExists",
    "ObsoleteProtocolVersion",
    "",
    "",
    "",
    "",
    "DatabaseTimeout",
    "",
    "RegistrationSequenceError",
    "InvalidCapabilities",
    "CapabilityResponseTimeout",
    "SecurityMismatch",
    "AutoRegisterDBError",
    "DBAccessError",
    "AutoRegisterDBConfigTimeout",
    "DeviceTypeMismatch",
    "AddressingModeMismatch",
};

/// Of StationConnectionError alone.
constexpr std::array<std::string_view, 4> stationConnection{
    "deviceInitiatedReset",
    "sccpDeviceThrottling",
    "keepAliveTimeout",
    "dbChangeNotify",
};

std::span<const std::string_view> listOf(std::string_view kind)
{
    if (kind == "alarm.device-unregistered" || kind == "alarm.end-point-unregistered")
        return unregistration;
    if (kind == "alarm.device-transient-connection" || kind == "alarm.end-point-transient-connection")
        return failedRegistration;
    if (kind == "alarm.station-connection-error")
        return stationConnection;
    return {};
}

} // namespace

std::string_view alarmReasonName(std::string_view kind, std::int64_t code)
{
    const auto list = listOf(kind);
    return code >= 0 && static_cast<std::size_t>(code) < list.size() ? list[static_cast<std::size_t>(code)]
                                                                     : std::string_view{};
}

} // namespace whittle

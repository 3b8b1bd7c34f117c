// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/phonealarm.h"

#include <array>
#include <string>

#include "models/capture/textscan.h"

namespace whittle
{

namespace
{

/// What stands behind `key`, up to `end` or the end of the text.
std::string_view valueOf(std::string_view text, std::string_view key, std::string_view end)
{
    const auto at = text.find(key);
    if (at == std::string_view::npos)
        return {};
    text.remove_prefix(at + key.size());
    return trimmed(text.substr(0, text.find_first_of(end)));
}

std::optional<int> codeOf(std::string_view text)
{
    constexpr std::string_view sipPrefix = "cisco-alarm:";
    const bool isSip = text.starts_with(sipPrefix);
    if (isSip)
        text.remove_prefix(sipPrefix.size());
    const auto end = text.find_first_not_of("0123456789");
    const auto code = decimal(text.substr(0, end), 999);
    // Texts of other alarms may begin with a number, too, but then no ':' follows it.
    if (!code || (!isSip && (end == std::string_view::npos || text[end] != ':')))
        return {};
    return static_cast<int>(*code);
}

struct Parameter {
    std::string_view name; ///< in the document
    std::string_view key;
};

/// Those of LastOutOfServiceInformation.
constexpr std::array parameters{
    Parameter{"DeviceName", "device-name"},
    Parameter{"DeviceIPv4Address", "device-ipv4"},
    Parameter{"IPv4DefaultGateway", "gateway-ipv4"},
    Parameter{"DeviceIPv6Address", "device-ipv6"},
    Parameter{"IPv6DefaultGateway", "gateway-ipv6"},
    Parameter{"ModelNumber", "model-number"},
    Parameter{"NeighborIPv4Address", "neighbor-ipv4"},
    Parameter{"NeighborIPv6Address", "neighbor-ipv6"},
    Parameter{"NeighborDeviceID", "neighbor-device"},
    Parameter{"NeighborPortID", "neighbor-port"},
    Parameter{"DHCPv4Status", "dhcpv4-status"},
    Parameter{"DHCPv6Status", "dhcpv6-status"},
    Parameter{"TFTPCfgStatus", "tftp-status"},
    Parameter{"DNSStatusUnifiedCM1", "dns-status-1"},
    Parameter{"DNSStatusUnifiedCM2", "dns-status-2"},
    Parameter{"DNSStatusUnifiedCM3", "dns-status-3"},
    Parameter{"VoiceVLAN", "voice-vlan"},
    Parameter{"UnifiedCMIPAddress", "ucm-address"},
    Parameter{"LocalPort", "local-port"},
    Parameter{"TimeStamp", "alarm-time-ms"},
    Parameter{"ReasonForOutOfService", "out-of-service-reason"},
    Parameter{"LastProtocolEventSent", "last-event-sent"},
    Parameter{"LastProtocolEventReceived", "last-event-received"},
};

/// `<String name="DeviceName">SEP001E7A24429A</String>`; the name's quotes tell it from longer names.
std::string_view parameterValue(std::string_view xml, std::string_view name)
{
    const auto at = findIgnoringCase(xml, '"' + std::string(name) + '"');
    if (at == std::string_view::npos)
        return {};
    return trimmed(between(xml.substr(at), ">", "</"));
}

} // namespace

PhoneAlarm parsePhoneAlarm(std::string_view text)
{
    PhoneAlarm alarm;
    alarm.code = codeOf(text);
    alarm.name = valueOf(text, "Name=", " ");
    alarm.load = valueOf(text, " ActiveLoad=", " ");
    if (alarm.load.empty())
        alarm.load = valueOf(text, " Load=", " ");
    alarm.last = valueOf(text, "Last=", "\"\r\n");
    return alarm;
}

std::string_view addAlarmDocument(std::string_view xml, FieldWriter& fields)
{
    if (const auto at = xml.find("<Alarm"); at != std::string_view::npos) {
        if (const auto name = between(xml.substr(at), "Name=\"", "\""); !name.empty())
            fields.add("alarm", name);
    }
    for (const Parameter& parameter : parameters) {
        if (const auto value = parameterValue(xml, parameter.name); !value.empty())
            fields.add(parameter.key, value);
    }
    return parameterValue(xml, "DeviceName");
}

} // namespace whittle

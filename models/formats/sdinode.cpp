// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sdinode.h"

#include <array>

#include "models/formats/sdifields.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

struct AlarmName {
    std::string_view name;
    std::string_view kind; ///< each word of the name in lower case, joined by hyphens
};

constexpr std::array alarmNames{
    AlarmName{"DeviceUnregistered", "alarm.device-unregistered"},
    AlarmName{"DeviceRegistered", "alarm.device-registered"},
    AlarmName{"DeviceTransientConnection", "alarm.device-transient-connection"},
    AlarmName{"DeviceResetInitiated", "alarm.device-reset-initiated"},
    AlarmName{"DeviceRestartInitiated", "alarm.device-restart-initiated"},
    AlarmName{"EndPointUnregistered", "alarm.end-point-unregistered"},
    AlarmName{"EndPointRegistered", "alarm.end-point-registered"},
    AlarmName{"EndPointTransientConnection", "alarm.end-point-transient-connection"},
    AlarmName{"EndPointResetInitiated", "alarm.end-point-reset-initiated"},
    AlarmName{"EndPointRestartInitiated", "alarm.end-point-restart-initiated"},
    AlarmName{"StationConnectionError", "alarm.station-connection-error"},
};

/// The name is followed by " - " and a sentence, or by a colon: "DeviceUnregisteredX" is another one.
const AlarmName* alarmOf(std::string_view body)
{
    for (const AlarmName& alarm : alarmNames) {
        if (!body.starts_with(alarm.name))
            continue;
        const std::string_view rest = body.substr(alarm.name.size());
        if (rest.starts_with(" - ") || rest.starts_with(':') || rest.starts_with(" :"))
            return &alarm;
    }
    return nullptr;
}

/// "10.130.9.5" of "Device IP address.:10.130.9.5 Device type. [Optional]:30006": between the words and the
/// colon stands what differs from release to release.
std::string_view alarmValue(std::string_view body, std::string_view words)
{
    constexpr std::size_t maxDecoration = 16; // ". [Optional].:"
    const auto found = text::findNoCase(body, words);
    if (found == std::string_view::npos)
        return {};
    body.remove_prefix(found + words.size());
    const auto colon = body.substr(0, maxDecoration).find(':');
    if (colon == std::string_view::npos)
        return {};
    return text::until(body.substr(colon + 1), " ,|");
}

/// DeviceUnregistered - Device unregistered. Device name.:SEP000F9048529A Device IP address.:10.130.9.5
/// Device type. [Optional]:30006 Device description [Optional].:gmgiska Reason Code [Optional].:8 App
/// ID:Cisco CallManager …
void describeAlarm(const SdiRecord& record, const AlarmName& alarm, Event& event, FieldWriter& fields)
{
    const std::string_view name = alarmValue(record.body, "Device name");
    event.kind = alarm.kind;
    event.device = record.tags.device.empty() ? name : record.tags.device;
    addIfSet(fields, "device-name", name.empty() ? record.tags.device : name);
    addIfSet(fields, "address", alarmValue(record.body, "IP address"));
    addIfSet(fields, "device-type", alarmValue(record.body, "Device type"));
    addIfSet(fields, "reason", alarmValue(record.body, "Reason Code"));
    addIfSet(fields, "port", alarmValue(record.body, "Connecting Port"));
}

///  Device SEP003094C26105 , UnRegisters with SDL Link to monitor NodeID= 1
bool describeLeaving(const SdiRecord& record, Event& event, FieldWriter& fields)
{
    const std::string_view body = text::trimmed(record.body);
    if (!body.starts_with("Device ")
        || text::findNoCase(body, "UnRegisters with SDL Link") == std::string_view::npos)
        return false;
    event.kind = "trace.disconnect";
    event.device = text::until(body.substr(7), " ,");
    addIfSet(fields, "device-name", event.device);
    fields.add("how", "unregistered");
    return true;
}

/// CMProcMon - ------Entered Router Verification
/// CCM version 6.1.3.1000-16 initializing
bool describeStart(const SdiRecord& record, Event& event, FieldWriter& fields)
{
    std::string_view body = record.body;
    event.kind = "trace.service-start";
    if (text::take(body, "CCM version ") && text::trimmed(body).ends_with("initializing")) {
        fields.add("step", "initializing");
        fields.add("version", text::until(body, " "));
        return true;
    }
    if (!text::take(body, "CMProcMon - ") || !body.ends_with("Entered Router Verification"))
        return false;
    fields.add("step", "router-verification");
    return true;
}

} // namespace

bool mayBeNodeRecord(std::string_view body)
{
    return body.starts_with("Device") || body.starts_with(" Device ") || body.starts_with("EndPoint")
        || body.starts_with("CMProcMon - ") || body.starts_with("CCM version ")
        || body.starts_with("StationConnectionError");
}

bool describeNode(const SdiRecord& record, Event& event, FieldWriter& fields)
{
    fields.clear();
    bool known = true;
    if (const AlarmName* alarm = alarmOf(record.body))
        describeAlarm(record, *alarm, event, fields);
    else
        known = describeLeaving(record, event, fields) || describeStart(record, event, fields);
    event.fields = fields.text();
    return known;
}

} // namespace whittle

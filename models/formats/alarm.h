// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "models/base/event.h"
#include "models/base/fields.h"

namespace whittle
{

/// One alarm of CUCM, in whichever of its spellings: what it is called and what it says. Views.
struct Alarm {
    struct Parameter {
        std::string_view key; ///< as written
        std::string_view value;
    };
    /// More than any alarm has; further ones are dropped.
    static constexpr std::size_t maxParameters = 32;

    std::string_view name; ///< "EndPointUnregistered"
    std::string_view severity; ///< "3", "Error"; empty where the text does not say
    std::array<Parameter, maxParameters> parameters{};
    std::size_t count = 0;

    void add(std::string_view key, std::string_view value);
};

/// Whether text begins as an alarm with its parameters in prose may begin: "DeviceUnregistered - …". Cheap.
bool mayBeAlarm(std::string_view text);

/// "DeviceUnregistered - Device unregistered. Device name.:SEP000F9048529A Device IP address.:10.130.9.5 …".
/// False when the text has no name of an alarm, or nothing that an alarm says.
bool readProseAlarm(std::string_view text, Alarm& alarm);
/// The parameters alone, of an alarm whose name stood somewhere else.
void readProseParameters(std::string_view text, Alarm& alarm);
/// "[DeviceName=SEPE0D1730A8137][IPAddress=10.60.98.210]…: text", what follows '%'.
void readBracketedParameters(std::string_view text, Alarm& alarm);
/// "AlarmClass: CallManager, AlarmName: ConnectionFailure, …, AlarmParameters: DeviceName:SEP…, …". False
/// when it has no name.
bool readListedAlarm(std::string_view text, Alarm& alarm);

/// Writes alarms as events.
class AlarmWriter
{
public:
    /// Fills kind, device and fields. `device`: who it is about where the alarm does not say. The event's
    /// texts are views into the alarm, `fields` and this writer.
    void describe(const Alarm& alarm, std::string_view device, Event& event, FieldWriter& fields);

private:
    void addReason(const Alarm& alarm, FieldWriter& fields) const;

    std::string m_kind;
    std::string m_key;
};

} // namespace whittle

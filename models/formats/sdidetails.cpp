// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sdidetails.h"

#include <cstdio>
#include <optional>

#include "models/base/time.h"
#include "models/formats/clocktext.h"
#include "models/formats/sdifields.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// text="23: Name=SEP0019E8EB8E0B Load=P00308000500 Last=Reset-Restart"
std::string_view quoted(std::string_view text)
{
    const auto begin = text.find('"');
    const auto end = text.rfind('"');
    if (begin == std::string_view::npos || end == begin)
        return {};
    return text.substr(begin + 1, end - begin - 1);
}

/// "Reset-Restart" of "… Last=Reset-Restart": to the end, because causes have blanks ("Load Rejected
/// HC"). 3.x: "LastTime=A".
std::string_view lastCause(std::string_view alarm)
{
    if (const auto last = text::after(alarm, "Last="))
        return text::trimmed(*last);
    return text::trimmed(text::after(alarm, "LastTime=").value_or(std::string_view{}));
}

/// Alarm severity=2 text="23: Name=SEP0019E8EB8E0B Load=P00308000500 Last=Reset-Restart" parm1=2308(904)
/// parm2=185861130
void addAlarm(std::string_view text, FieldWriter& fields)
{
    const std::string_view alarm = quoted(text);
    addIfSet(fields, "severity", sdiValue(text, "severity="));
    addIfSet(fields, "text", alarm);
    std::string_view rest = alarm;
    const auto code = text::takeNumber(rest);
    if (code && rest.starts_with(':'))
        fields.addNumber("code", *code);
    addIfSet(fields, "load", text::until(text::after(alarm, "Load=").value_or(std::string_view{}), " "));
    addIfSet(fields, "last", lastCause(alarm));
}

bool takeSlash(std::string_view& text)
{
    return text::take(text, "/");
}

/// "7/21/2006 13:15:39" as "2006-07-21T13:15:39"
std::optional<std::int64_t> civilTime(std::string_view text)
{
    const std::int64_t month = text::takeNumber(text).value_or(0);
    const std::int64_t day = takeSlash(text) ? text::takeNumber(text).value_or(0) : 0;
    const std::int64_t year = takeSlash(text) ? text::takeNumber(text).value_or(0) : 0;
    if (month > 12 || day > 31 || year < 1970 || year > 9999 || !text::take(text, " "))
        return {};
    const CivilDate date{static_cast<int>(year), static_cast<int>(month), static_cast<int>(day)};
    const std::int64_t seconds = isClockShaped(text) ? secondsOfDay(text) : -1;
    if (!isValid(date) || seconds < 0)
        return {};
    return daysFromCivil(date) * 86'400 + seconds;
}

/// DefineTimeDate timeDateInfo=7/21/2006 13:15:39,5 systemTime=1153458939.
void addTimeDate(std::string_view text, FieldWriter& fields)
{
    const auto civil = civilTime(text::after(text, "timeDateInfo=").value_or(std::string_view{}));
    if (civil) {
        const CivilDate date = civilFromDays(*civil / 86'400);
        const auto rest = static_cast<int>(*civil % 86'400);
        char shown[48];
        std::snprintf(shown, sizeof shown, "%04d-%02d-%02dT%02d:%02d:%02d", date.year, date.month, date.day,
                      rest / 3600, rest / 60 % 60, rest % 60);
        fields.add("civil-time", shown);
    }
    addIfSet(fields, "system-time", sdiValue(text, "systemTime="));
}

/// Reset resetType=2(RESTART) DeviceName=SEP0019E8EB8E0B
void addReset(std::string_view text, FieldWriter& fields)
{
    std::string_view type = sdiValue(text, "resetType=");
    type = text::until(type, "(");
    addIfSet(fields, "reset-type", type);
}

/// StationInit - New connection accepted. DeviceName=, TCPPid = [2.100.9.295], IPAddr=10.10.20.18,
/// Port=58149, …
void addConnection(std::string_view text, FieldWriter& fields)
{
    addIfSet(fields, "port", sdiValue(text, "Port="));
}

/// Closing connection: KeepAlive timeout DeviceName=SEP001E7A24429A TCPHandle=0x10000 reason=13
void addDisconnect(std::string_view how, std::string_view text, FieldWriter& fields)
{
    fields.add("how", how);
    addIfSet(fields, "reason", sdiValue(text, "reason="));
}

/// StationInit - initialization complete, listening on port 2000
void addListening(std::string_view text, FieldWriter& fields)
{
    fields.add("step", "listening");
    addIfSet(fields, "port", sdiValue(text, "listening on port "));
}

} // namespace

std::string_view deviceNameIn(std::string_view text, SdiDetail detail)
{
    if (detail == SdiDetail::Alarm)
        return sdiValue(quoted(text), "Name=");
    return sdiValue(text, "DeviceName=");
}

void addDetails(const SdiVerb& verb, std::string_view text, FieldWriter& fields)
{
    switch (verb.detail) {
    case SdiDetail::None:
    case SdiDetail::Keepalive:
        return;
    case SdiDetail::Register:
        return addIfSet(fields, "device-type", sdiValue(text, "DeviceType="));
    case SdiDetail::RegisterAck:
        return addIfSet(fields, "keepalive-s", sdiValue(text, "keepAliveInterval="));
    case SdiDetail::Text:
        return addIfSet(fields, "text", quoted(text));
    case SdiDetail::Alarm:
        return addAlarm(text, fields);
    case SdiDetail::Reset:
        return addReset(text, fields);
    case SdiDetail::TimeDate:
        return addTimeDate(text, fields);
    case SdiDetail::Connection:
        return addConnection(text, fields);
    case SdiDetail::Disconnect:
        return addDisconnect(verb.how, text, fields);
    case SdiDetail::Listening:
        return addListening(text, fields);
    }
}

} // namespace whittle

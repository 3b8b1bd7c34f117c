// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sdlfilehead.h"

#include "models/base/time.h"
#include "models/formats/clocktext.h"
#include "models/formats/sdifields.h"
#include "models/formats/stamp.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

std::string_view valueOf(std::string_view text, std::string_view key)
{
    return text::trimmed(text::until(text::after(text, key).value_or(std::string_view{}), ","));
}

/// "2024/08/13"
std::optional<std::int64_t> dayOf(std::string_view text)
{
    if (text.size() < 10 || text[4] != '/' || text[7] != '/')
        return {};
    const auto year = text::number(text.substr(0, 4));
    const CivilDate date{static_cast<int>(year.value_or(0)), text::twoDigits(text, 5),
                         text::twoDigits(text, 8)};
    if (!isValid(date) || date.year < 1990 || date.year > 2200)
        return {};
    return daysFromCivil(date) * nsPerDay;
}

/// "2024/03/17 09:26:28"
std::optional<std::int64_t> momentOf(std::string_view text)
{
    const auto day = dayOf(text);
    if (!day || text.size() < 19 || !isClockShaped(text.substr(11)))
        return {};
    const std::int64_t seconds = secondsOfDay(text.substr(11));
    return seconds < 0 ? std::nullopt : std::optional(*day + seconds * nsPerSecond);
}

/// "-05:00": local time is UTC plus this.
std::optional<int> offsetOf(std::string_view text)
{
    Stamp stamp;
    stamp.zone = text;
    return stamp.utcOffsetSeconds();
}

std::string_view versionOf(std::string_view text)
{
    const std::string_view version = valueOf(text, "AppVersion:");
    return text::until(text::after(version, "Install=").value_or(version), " ");
}

} // namespace

SdlFileHead SdlFileHead::read(std::string_view rest)
{
    SdlFileHead head;
    head.utcOffsetSeconds = offsetOf(valueOf(rest, "UTC:"));
    head.day = dayOf(valueOf(rest, "Date:"));
    head.application = valueOf(rest, "AppName:");
    head.applicationId = valueOf(rest, "AppId:");
    head.node = valueOf(rest, "AppNodeId:");
    head.version = versionOf(rest);
    head.host = valueOf(rest, "HostName:");
    head.address = valueOf(rest, "HostIPAddress:");
    head.serviceStart = momentOf(valueOf(rest, "AppStartTime:"));
    head.fileNumber = valueOf(rest, "FileNumber:");
    return head;
}

void SdlFileHead::describe(SourceFacts& facts) const
{
    facts.utcOffsetSeconds = utcOffsetSeconds;
    SourceOrigin& origin = facts.origin;
    origin.host = host;
    origin.address = address;
    origin.application = application;
    origin.version = version;
    if (const auto number = text::number(node))
        origin.node = static_cast<std::uint32_t>(*number);
    if (const auto number = text::number(fileNumber))
        origin.fileNumber = static_cast<std::uint64_t>(*number);
    if (serviceStart)
        origin.serviceStart = SourceTime{*serviceStart};
}

void SdlFileHead::addFields(FieldWriter& fields) const
{
    addIfSet(fields, "application", application);
    addIfSet(fields, "node", node);
    addIfSet(fields, "version", version);
    addIfSet(fields, "host", host);
    addIfSet(fields, "address", address);
    if (serviceStart)
        fields.add("service-start", toRfc3339(*serviceStart).substr(0, 19));
    addIfSet(fields, "file-number", fileNumber);
    if (utcOffsetSeconds)
        fields.addNumber("utc-offset-s", *utcOffsetSeconds);
}

} // namespace whittle

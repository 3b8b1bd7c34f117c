// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "models/formats/alarm.h"
#include "models/formats/badtimes.h"
#include "models/formats/formats.h"
#include "models/formats/lineclock.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/syslogline.h"
#include "models/formats/text.h"
#include "models/formats/windowsalarm.h"

namespace whittle
{

namespace
{

/// Lines of several processes and nodes, each with its own way to the log.
constexpr Nanoseconds disorder = std::chrono::seconds{2};

/// What RTMT adds for alarms that are in the log already.
bool isRepeat(std::string_view line)
{
    return line.find("SyslogSeverityMatchFound") != std::string_view::npos
        || line.find("SyslogStringMatchFound") != std::string_view::npos;
}

class SyslogReader
{
public:
    explicit SyslogReader(EventSink& sink)
        : m_sink(sink)
    {
    }

    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    void message(const SyslogMessage& message, const Line& line);
    void other(const Line& line);
    void closeWindowsAlarm();
    void emit(const Alarm& alarm, SourceTime time, std::uint64_t line);
    std::optional<SourceTime> timeOf(const SyslogMessage& message, const Line& line);
    SourceTime inOneZone(const SyslogTime& time, std::uint64_t line);
    SourceTime onOneCalendar(const SyslogTime& time, std::int64_t nsOfDay, std::uint64_t line);

    EventSink& m_sink;
    FieldWriter m_fields;
    AlarmWriter m_alarms;
    WindowsAlarm m_windows;
    LineClock m_clock{disorder};
    BadTimes m_badTimes;
    LineTally m_notUnderstood;
    LineTally m_repeats;
    SourceFacts m_facts;
    std::uint64_t m_notOfInterest = 0;
    std::uint64_t m_continuations = 0;
    std::optional<bool> m_hasYears;
    int m_year = 0;
    bool m_inRecord = false;
    bool m_isFine = false; ///< times have fractions of a second
};

/// Jan 16 09:52:13 ucm-sub local7 6 ccm: 14536: ucm-sub.example.com: Jan 16 2017 14:52:13.303 UTC :
/// %UC_CALLMANAGER-6-EndPointRegistered: %[DeviceName=SEP001BD44BFC93][IPAddress=10.20.20.15]…: …
void SyslogReader::line(const Line& line)
{
    if (isRepeat(line.text)) {
        m_inRecord = true;
        m_repeats.add(line.number);
    } else if (const auto found = SyslogMessage::find(line.text)) {
        m_inRecord = true;
        message(*found, line);
    } else {
        other(line);
    }
}

void SyslogReader::message(const SyslogMessage& message, const Line& line)
{
    if (!message.isAlarm()) {
        ++m_notOfInterest;
        return;
    }
    const auto time = timeOf(message, line);
    if (!time)
        return;
    Alarm alarm;
    alarm.name = message.name;
    alarm.severity = std::string_view(&message.severity, 1);
    if (message.text.starts_with("%["))
        readBracketedParameters(message.text.substr(1), alarm);
    else
        readProseParameters(message.text, alarm);
    emit(alarm, *time, line.number);
}

void SyslogReader::emit(const Alarm& alarm, SourceTime time, std::uint64_t line)
{
    Event event;
    event.time = time;
    event.place = {PlaceUnit::Line, line};
    m_alarms.describe(alarm, {}, event, m_fields);
    m_sink.event(event);
}

/// The time that CUCM wrote before the alarm, in its own zone; the one at the front of the line is that of
/// whoever wrote the log, who may be in another.
std::optional<SourceTime> SyslogReader::timeOf(const SyslogMessage& message, const Line& line)
{
    auto time = timeAtEnd(message.before);
    if (!time)
        time = timeAtFront(line.text);
    if (!time || (time->zone.empty() && !m_facts.zoneName.empty())) {
        m_notUnderstood.add(line.number);
        return {};
    }
    if (!time->isValid()) {
        m_badTimes.add(m_sink, line.number, time->written);
        return {};
    }
    m_isFine = m_isFine || time->nsOfDay % nsPerSecond != 0;
    return inOneZone(*time, line.number);
}

/// One source has one zone, that of its first line that says one; nodes in other zones are brought to it.
SourceTime SyslogReader::inOneZone(const SyslogTime& time, std::uint64_t line)
{
    const auto offset = time.utcOffsetSeconds();
    if (offset && !m_facts.utcOffsetSeconds)
        m_facts.utcOffsetSeconds = offset;
    if (m_facts.zoneName.empty())
        m_facts.zoneName = time.zone;
    const std::int64_t shift = offset ? (*m_facts.utcOffsetSeconds - *offset) * nsPerSecond : 0;
    return onOneCalendar(time, time.nsOfDay + shift, line);
}

/// The first line decides whether times have a year: one that comes later tells which year it is, and one
/// that is missing later is that of the line before.
SourceTime SyslogReader::onOneCalendar(const SyslogTime& time, std::int64_t nsOfDay, std::uint64_t line)
{
    if (!m_hasYears)
        m_hasYears = time.year.has_value();
    if (*m_hasYears) {
        m_year = time.year.value_or(m_year);
        CivilDate date{m_year, time.month, time.day};
        if (!isValid(date))
            date.day = 28; // a 29 February without its year
        return m_clock.dated(daysFromCivil(date) * nsPerDay + nsOfDay, line);
    }
    const SourceTime counted = m_clock.monthDay(time.month, time.day, nsOfDay, line);
    if (time.year)
        m_clock.setYear(*time.year);
    return counted;
}

void SyslogReader::other(const Line& line)
{
    if (m_windows.isEnd(line.text))
        closeWindowsAlarm();
    if (timeAtFront(line.text)) {
        m_inRecord = true;
        ++m_notOfInterest;
    } else if (m_windows.add(line.text, line.number) || m_inRecord) {
        ++m_continuations;
    } else if (!text::trimmed(line.text).empty()) {
        m_notUnderstood.add(line.number);
    }
}

void SyslogReader::closeWindowsAlarm()
{
    Alarm alarm;
    const auto time = m_windows.time();
    if (m_windows.isOpen() && time && readProseAlarm(m_windows.text(), alarm))
        emit(alarm, m_clock.dated(*time, m_windows.line()), m_windows.line());
    else if (m_windows.isOpen())
        m_notUnderstood.add(m_windows.line());
    m_windows.clear();
}

SourceFacts SyslogReader::finish(std::uint64_t lines)
{
    closeWindowsAlarm();
    m_clock.describe(m_facts);
    m_clock.report(m_sink);
    m_badTimes.report(m_sink);
    m_repeats.report(m_sink, Severity::Info, "formats.alarm-repeats");
    m_notUnderstood.report(m_sink, Severity::Info, "formats.lines-not-understood");
    if (m_notOfInterest > 0)
        reportNotOfInterest(m_sink, m_notOfInterest, m_continuations);
    m_facts.unit = PlaceUnit::Line;
    m_facts.records = lines;
    m_facts.resolution = m_isFine ? Nanoseconds{std::chrono::milliseconds{1}} : std::chrono::seconds{1};
    return m_facts;
}

/// Only a message of a Cisco product proves it: syslogs with nothing but ntpd or dhcpd in them are formats of
/// their own.
LineSniff::Line judgeLine(std::string_view line, bool& inRecord, bool& isWindows)
{
    if (SyslogMessage::find(line) || isRepeat(line)) {
        inRecord = true;
        return LineSniff::Line::Proof;
    }
    const WindowsAlarm::Kind kind = WindowsAlarm::kindOf(line);
    isWindows = isWindows || text::trimmed(line).starts_with("Event Source:");
    if (isWindows && kind == WindowsAlarm::Kind::Title) {
        inRecord = true;
        return LineSniff::Line::Proof;
    }
    if (timeAtFront(line) || inRecord || kind == WindowsAlarm::Kind::Header)
        return LineSniff::Line::Fits;
    return LineSniff::Line::Foreign;
}

Sniff sniffSyslog(Bytes head)
{
    LineSniff sniff(head);
    bool inRecord = false;
    bool isWindows = false;
    std::string_view line;
    while (sniff.next(line))
        sniff.judge(judgeLine(line, inRecord, isWindows));
    return sniff.answer();
}

Result<SourceFacts> readSyslog(BlockReader& reader, EventSink& sink, Progress& progress, std::stop_token stop)
{
    Lines lines(reader, sink, progress, std::move(stop));
    SyslogReader syslog(sink);
    Line line;
    while (lines.next(line))
        syslog.line(line);
    if (const auto end = lines.end(); !end)
        return end.error();
    return syslog.finish(lines.count());
}

} // namespace

const Format& syslogFormat()
{
    static constexpr Format format{"syslog", PlaceUnit::Line, sniffSyslog, readSyslog, fetchLine};
    return format;
}

} // namespace whittle

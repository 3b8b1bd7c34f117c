// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "models/formats/alarm.h"
#include "models/formats/daemontexts.h"
#include "models/formats/formats.h"
#include "models/formats/lineaccount.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/stampclock.h"
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
    void daemon(const Stamp& time, const Line& line);
    void closeWindowsAlarm();
    void emit(const Alarm& alarm, SourceTime time, std::uint64_t line);
    std::optional<SourceTime> timeOf(const SyslogMessage& message, const Line& line);

    EventSink& m_sink;
    FieldWriter m_fields;
    AlarmWriter m_alarms;
    WindowsAlarm m_windows;
    StampClock m_clock{disorder};
    LineAccount m_account;
    LineTally m_repeats;
    bool m_inRecord = false;
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
        ++m_account.notOfInterest;
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
    const auto front = timeAtFront(line.text);
    auto time = timeAtEnd(message.before);
    if (time && front)
        m_clock.compare(*front, *time);
    if (!time)
        time = front;
    if (!time) {
        m_account.notUnderstood.add(line.number);
        return {};
    }
    if (!time->isValid()) {
        m_account.badTimes.add(m_sink, line.number, time->written);
        return {};
    }
    return m_clock.at(*time, line.number);
}

void SyslogReader::other(const Line& line)
{
    if (m_windows.isEnd(line.text))
        closeWindowsAlarm();
    if (const auto time = timeAtFront(line.text)) {
        m_inRecord = true;
        daemon(*time, line);
    } else if (m_windows.add(line.text, line.number) || m_inRecord) {
        ++m_account.continuations;
    } else if (!text::trimmed(line.text).empty()) {
        m_account.notUnderstood.add(line.number);
    }
}

/// A line without an alarm: of ntpd or a DHCP server, or of no interest.
void SyslogReader::daemon(const Stamp& time, const Line& line)
{
    DaemonLine parts;
    Event event;
    if (!time.isValid() || !DaemonLine::read(line.text, parts) || !readDaemonText(parts, m_fields, event)) {
        ++m_account.notOfInterest;
        return;
    }
    event.time = m_clock.at(time, line.number);
    event.place = {PlaceUnit::Line, line.number};
    m_sink.event(event);
}

void SyslogReader::closeWindowsAlarm()
{
    Alarm alarm;
    const auto time = m_windows.time();
    if (m_windows.isOpen() && time && readProseAlarm(m_windows.text(), alarm))
        emit(alarm, m_clock.at(*time, m_windows.line()), m_windows.line());
    else if (m_windows.isOpen())
        m_account.notUnderstood.add(m_windows.line());
    m_windows.clear();
}

SourceFacts SyslogReader::finish(std::uint64_t lines)
{
    closeWindowsAlarm();
    m_repeats.report(m_sink, Severity::Info, "formats.alarm-repeats");
    return m_account.finish(m_sink, m_clock, lines);
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

/// "Mar 22 07:27:46 jammy kernel: …", "2023-03-22T07:27:46+01:00 jammy kernel: …"
bool isPlainLine(std::string_view line)
{
    constexpr std::size_t dateBytes = 10; // of ISO 8601
    DaemonLine parts;
    if (!DaemonLine::read(line, parts) || parts.host.empty() || isNtpd(parts.process)
        || isDhcpServer(parts.process))
        return false;
    const std::string_view time = parts.time.written;
    return !text::isDigit(time.front()) || (time.size() > dateBytes && time[dateBytes] == 'T');
}

constexpr int weakest = 50; // percent

/// A syslog in whose head nothing is of interest yet: the weakest claim, and only where every line is of one,
/// and none of a daemon whose log is a format of its own.
Sniff sniffPlainSyslog(Bytes head)
{
    LineSniff sniff(head);
    std::string_view line;
    while (sniff.next(line))
        sniff.judge(isPlainLine(line) ? LineSniff::Line::Proof : LineSniff::Line::Foreign);
    Sniff answer = sniff.answer();
    answer.confidence = answer.confidence == 100 ? weakest : 0;
    return answer;
}

Sniff sniffSyslog(Bytes head)
{
    LineSniff sniff(head);
    bool inRecord = false;
    bool isWindows = false;
    std::string_view line;
    while (sniff.next(line))
        sniff.judge(judgeLine(line, inRecord, isWindows));
    const Sniff answer = sniff.answer();
    if (answer.confidence >= weakest)
        return answer;
    const Sniff plain = sniffPlainSyslog(head);
    return answer.confidence >= plain.confidence ? answer : plain;
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

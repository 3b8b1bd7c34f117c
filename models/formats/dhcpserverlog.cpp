// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "models/base/fields.h"
#include "models/base/time.h"
#include "models/formats/badtimes.h"
#include "models/formats/clocktext.h"
#include "models/formats/daemonline.h"
#include "models/formats/dhcpservertexts.h"
#include "models/formats/formats.h"
#include "models/formats/lineclock.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// 10,01/05/09,09:27:21,Assign,10.64.20.24,SEP0019E8EBA11A,0019E8EBA11A
struct WindowsRow {
    std::string_view clock;
    std::int64_t ns = -1; ///< since 1970; -1 when it cannot be a time

    static bool read(std::string_view line, WindowsRow& row);
};

bool WindowsRow::read(std::string_view line, WindowsRow& row)
{
    const auto id = text::takeNumber(line);
    constexpr std::size_t clockLength = 17;
    if (!id || !text::take(line, ",") || line.size() <= clockLength || line[2] != '/' || line[5] != '/'
        || line[8] != ',' || line[clockLength] != ',' || !isClockShaped(line.substr(9)))
        return false;
    row.clock = line.substr(0, clockLength);
    const CivilDate date{2000 + text::twoDigits(line, 6), text::twoDigits(line, 0), text::twoDigits(line, 3)};
    const std::int64_t seconds = secondsOfDay(line.substr(9, 8));
    row.ns = isValid(date) && date.year >= 2000 && seconds >= 0
        ? (daysFromCivil(date) * 86'400 + seconds) * nsPerSecond
        : -1;
    return true;
}

bool isDnsmasq(std::string_view process)
{
    return process == "dnsmasq-dhcp" || process == "dnsmasq";
}

bool isServer(std::string_view process)
{
    return process == "dhcpd" || process == "dhcpd3" || isDnsmasq(process);
}

/// The head of a Windows log explains its numbers; it comes again when the server is started again.
bool isWindowsTitle(std::string_view line)
{
    return line.find("Microsoft DHCP Service Activity Log") != line.npos
        || line.find("Microsoft DHCPv6 Service Activity Log") != line.npos;
}

bool isWindowsHeading(std::string_view line)
{
    std::string_view rest = text::trimmed(line);
    return text::take(rest, "ID") && (text::take(rest, ",Date") || text::take(rest, " Date"));
}

/// Reads one log of a DHCP server of any make.
class DhcpServerReader
{
public:
    explicit DhcpServerReader(EventSink& sink)
        : m_sink(sink)
    {
    }

    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    bool isHead(std::string_view line);
    void daemon(const DaemonLine& parts, std::uint64_t line);
    void windows(std::string_view text, const WindowsRow& row, std::uint64_t line);
    void emit(const DhcpServerText& said, SourceTime time, std::uint64_t line);

    EventSink& m_sink;
    FieldWriter m_fields;
    LineClock m_clock{std::chrono::seconds{1}};
    LineTally m_notUnderstood;
    BadTimes m_badTimes;
    std::uint64_t m_notOfInterest = 0;
    std::string m_host;
    std::optional<int> m_utcOffset;
    bool m_inHead = false;
};

bool DhcpServerReader::isHead(std::string_view line)
{
    const bool heading = isWindowsHeading(line);
    const bool head = heading || m_inHead || isWindowsTitle(line);
    m_inHead = head && !heading;
    return head;
}

void DhcpServerReader::line(const Line& line)
{
    const std::string_view bare = text::trimmed(line.text);
    WindowsRow row;
    DaemonLine parts;
    if (bare.empty())
        return;
    if (WindowsRow::read(bare, row))
        windows(bare, row, line.number);
    else if (isHead(line.text))
        return;
    else if (DaemonLine::read(bare, parts))
        daemon(parts, line.number);
    else
        m_notUnderstood.add(line.number);
}

void DhcpServerReader::windows(std::string_view text, const WindowsRow& row, std::uint64_t line)
{
    m_inHead = false;
    if (row.ns < 0)
        return m_badTimes.add(m_sink, line, row.clock);
    m_fields.clear();
    const SourceTime time = m_clock.dated(row.ns, line);
    emit(readWindowsRow(text, m_fields), time, line);
}

void DhcpServerReader::daemon(const DaemonLine& parts, std::uint64_t line)
{
    if (parts.nsOfDay < 0)
        return m_badTimes.add(m_sink, line, parts.clock);
    m_host = parts.host;
    m_utcOffset = parts.utcOffsetSeconds;
    m_fields.clear();
    const SourceTime time = parts.at(m_clock, line);
    if (isDnsmasq(parts.process))
        emit(readDnsmasqText(parts.text, m_fields), time, line);
    else if (isServer(parts.process))
        emit(readIscText(parts.text, m_fields), time, line);
    else
        ++m_notOfInterest;
}

void DhcpServerReader::emit(const DhcpServerText& said, SourceTime time, std::uint64_t line)
{
    if (said.kind.empty()) {
        ++m_notOfInterest;
        return;
    }
    Event event;
    event.kind = said.kind;
    event.time = time;
    event.place = {PlaceUnit::Line, line};
    event.device = said.device;
    event.fields = m_fields.text();
    m_sink.event(event);
}

SourceFacts DhcpServerReader::finish(std::uint64_t lines)
{
    m_clock.report(m_sink);
    m_badTimes.report(m_sink);
    m_notUnderstood.report(m_sink, Severity::Info, "formats.lines-not-understood");
    if (m_notOfInterest > 0)
        reportNotOfInterest(m_sink, m_notOfInterest);
    SourceFacts facts;
    facts.unit = PlaceUnit::Line;
    facts.records = lines;
    facts.resolution = std::chrono::seconds{1};
    facts.utcOffsetSeconds = m_utcOffset;
    facts.origin.host = m_host;
    facts.origin.application = "DHCP";
    m_clock.describe(facts);
    return facts;
}

LineSniff::Line judgeLine(std::string_view line, bool& inHead)
{
    WindowsRow row;
    DaemonLine parts;
    if (WindowsRow::read(text::trimmed(line), row) || isWindowsTitle(line) || isWindowsHeading(line)) {
        inHead = isWindowsTitle(line);
        return LineSniff::Line::Proof;
    }
    if (DaemonLine::read(line, parts))
        return isServer(parts.process) ? LineSniff::Line::Proof : LineSniff::Line::Foreign;
    return inHead ? LineSniff::Line::Fits : LineSniff::Line::Foreign;
}

Sniff sniffDhcpServer(Bytes head)
{
    LineSniff sniff(head);
    std::string_view line;
    bool inHead = false;
    while (sniff.next(line))
        sniff.judge(judgeLine(line, inHead));
    return sniff.answer();
}

Result<SourceFacts> readDhcpServer(BlockReader& reader, EventSink& sink, Progress& progress,
                                   std::stop_token stop)
{
    Lines lines(reader, sink, progress, std::move(stop));
    DhcpServerReader log(sink);
    Line line;
    while (lines.next(line))
        log.line(line);
    if (const auto end = lines.end(); !end)
        return end.error();
    return log.finish(lines.count());
}

} // namespace

const Format& dhcpServerLogFormat()
{
    static constexpr Format format{"dhcp-server-log", PlaceUnit::Line, sniffDhcpServer, readDhcpServer,
                                   fetchLine};
    return format;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "models/base/fields.h"
#include "models/evidence/blockreader.h"
#include "models/formats/daemontexts.h"
#include "models/formats/dhcpservertexts.h"
#include "models/formats/formats.h"
#include "models/formats/lineaccount.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/stampclock.h"
#include "models/formats/text.h"
#include "models/formats/windowsdhcprow.h"

namespace whittle
{

namespace
{

/// Reads one log of a DHCP server of any make.
class DhcpServerReader
{
public:
    DhcpServerReader(EventSink& sink, DateOrder order)
        : m_sink(sink)
        , m_dateOrder(order)
    {
    }

    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    bool isHead(std::string_view line);
    void daemon(const DaemonLine& parts, std::uint64_t line);
    void windows(std::string_view text, const WindowsDhcpRow& row, std::uint64_t line);

    EventSink& m_sink;
    DateOrder m_dateOrder;
    FieldWriter m_fields;
    StampClock m_clock{std::chrono::seconds{1}};
    LineAccount m_account;
    std::string m_host;
    bool m_inHead = false;
};

bool DhcpServerReader::isHead(std::string_view line)
{
    const bool heading = isWindowsDhcpHeading(line);
    const bool head = heading || m_inHead || isWindowsDhcpTitle(line);
    m_inHead = head && !heading;
    return head;
}

void DhcpServerReader::line(const Line& line)
{
    const std::string_view bare = text::trimmed(line.text);
    WindowsDhcpRow row;
    DaemonLine parts;
    if (bare.empty())
        return;
    if (WindowsDhcpRow::read(bare, m_dateOrder, row))
        windows(bare, row, line.number);
    else if (isHead(line.text))
        return;
    else if (DaemonLine::read(bare, parts))
        daemon(parts, line.number);
    else
        m_account.notUnderstood.add(line.number);
}

void DhcpServerReader::windows(std::string_view text, const WindowsDhcpRow& row, std::uint64_t line)
{
    m_inHead = false;
    if (!row.time.isValid())
        return m_account.badTimes.add(m_sink, line, row.time.written);
    m_fields.clear();
    Event event;
    event.time = m_clock.at(row.time, line);
    const DhcpServerText said = readWindowsRow(text, m_fields);
    if (said.kind.empty()) {
        ++m_account.notOfInterest;
        return;
    }
    event.kind = said.kind;
    event.place = {PlaceUnit::Line, line};
    event.device = said.device;
    event.fields = m_fields.text();
    m_sink.event(event);
}

void DhcpServerReader::daemon(const DaemonLine& parts, std::uint64_t line)
{
    if (!parts.time.isValid())
        return m_account.badTimes.add(m_sink, line, parts.time.written);
    m_host = parts.host;
    Event event;
    event.time = m_clock.at(parts.time, line);
    event.place = {PlaceUnit::Line, line};
    if (readDaemonText(parts, m_fields, event))
        m_sink.event(event);
    else
        ++m_account.notOfInterest;
}

SourceFacts DhcpServerReader::finish(std::uint64_t lines)
{
    SourceFacts facts = m_account.finish(m_sink, m_clock, lines);
    facts.origin.host = m_host;
    facts.origin.application = "DHCP";
    return facts;
}

LineSniff::Line judgeLine(std::string_view line, bool& inHead)
{
    WindowsDhcpRow row;
    DaemonLine parts;
    if (WindowsDhcpRow::read(text::trimmed(line), DateOrder::MonthFirst, row) || isWindowsDhcpTitle(line)
        || isWindowsDhcpHeading(line)) {
        inHead = isWindowsDhcpTitle(line);
        return LineSniff::Line::Proof;
    }
    if (DaemonLine::read(line, parts))
        return isDhcpServer(parts.process) ? LineSniff::Line::Proof : LineSniff::Line::Fits;
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
    const auto head = reader.window(1);
    const DateOrder order = head ? WindowsDhcpRow::orderIn(*head) : DateOrder::MonthFirst;
    Lines lines(reader, sink, progress, std::move(stop));
    DhcpServerReader log(sink, order);
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

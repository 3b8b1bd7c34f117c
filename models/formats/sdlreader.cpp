// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sdlreader.h"

#include <array>
#include <optional>
#include <string>

#include "models/evidence/blockreader.h"
#include "models/formats/badtimes.h"
#include "models/formats/lineclock.h"
#include "models/formats/lines.h"
#include "models/formats/sdldate.h"
#include "models/formats/sdlfilehead.h"
#include "models/formats/sdlhead.h"
#include "models/formats/sdlmerge.h"
#include "models/formats/sdlsignals.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// Several threads write into one trace: steps back up to this are their disorder.
constexpr Nanoseconds threadDisorder = std::chrono::seconds{2};
/// A file that begins so soon after the service was started begins with that start.
constexpr std::int64_t startupNs = 600 * nsPerSecond;

/// Whom the rows of one sequence number are about, which only its signal says.
struct SdlCause {
    std::uint64_t sequence = 0;
    std::string address;
    std::string device;
    std::string connection;
};

class SdlReader
{
public:
    SdlReader(TraceService service, EventSink& sink)
        : m_service(service)
        , m_sink(sink)
        , m_records(service, m_sink)
    {
    }

    /// The date of the first row, found out beforehand where the file does not begin with it.
    void setFirstDay(std::int64_t ns) { m_firstDay = ns; }
    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    void row(const Line& line, const SdlHead& head);
    void fileHead(const SdlHead& row, std::uint64_t line);
    void keepFacts(const SdlFileHead& head);
    void takeZone(const SdlFileHead& head, std::uint64_t line);
    void signal(const SdlHead& row, SourceTime time, std::uint64_t line);
    void alarm(const SdlHead& row, SourceTime time, std::uint64_t line);
    SourceTime timeOf(const SdlHead& row, std::uint64_t line);
    SdiTags tagsOf(std::uint64_t sequence) const;

    TraceService m_service;
    SdlMerge m_sink;
    TraceRecords m_records;
    FieldWriter m_fields;
    AlarmWriter m_alarms;
    LineClock m_clock{threadDisorder};
    BadTimes m_badTimes;
    LineTally m_notUnderstood;
    LineTally m_dateTooLate;
    LineTally m_zoneChanges;
    SourceFacts m_facts;
    std::string m_node;
    std::optional<std::int64_t> m_firstDay;
    std::int64_t m_zoneShift = 0; ///< from the zone of the file at hand to that of the first
    std::array<SdlCause, 16> m_causes;
    std::size_t m_nextCause = 0;
    bool m_inRow = false;
    bool m_undated = false; ///< the first rows had no date
    bool m_sawHead = false;
};

void SdlReader::line(const Line& line)
{
    const SdlHead head = SdlHead::read(line.text);
    if (head.kind == SdlHead::Kind::Row)
        return row(line, head);
    if (head.kind == SdlHead::Kind::BadTime) {
        m_records.close();
        m_inRow = true;
        m_badTimes.add(m_sink, line.number, head.clock);
    } else if (m_inRow) {
        m_records.continuation(line.text);
    } else if (!text::trimmed(line.text).empty()) {
        m_notUnderstood.add(line.number);
    }
}

/// A row has a time of day; the date is that of the file head, which may stand later.
SourceTime SdlReader::timeOf(const SdlHead& row, std::uint64_t line)
{
    if (!m_inRow && m_firstDay)
        return m_clock.dated(*m_firstDay + row.ns, line);
    m_undated = m_undated || !m_inRow;
    const std::int64_t ns = row.ns + m_zoneShift;
    return m_clock.timeOfDay(ns < 0 ? ns + nsPerDay : ns % nsPerDay, line);
}

void SdlReader::row(const Line& line, const SdlHead& head)
{
    m_records.close();
    m_sink.row(head.sequence);
    if (head.type == "FileHead")
        return fileHead(head, line.number);
    const SourceTime time = timeOf(head, line.number);
    m_inRow = true;
    if (head.type.starts_with("App"))
        m_records.whole({head.rest, tagsOf(head.sequence)}, time, line.number);
    else if (head.type.starts_with("SdlSig"))
        signal(head, time, line.number);
    else if (head.type.starts_with("Alarm"))
        alarm(head, time, line.number);
    else
        m_records.ignored();
}

void SdlReader::keepFacts(const SdlFileHead& head)
{
    if (!m_sawHead)
        head.describe(m_facts);
    else if (head.serviceStart)
        m_facts.origin.serviceStart = SourceTime{*head.serviceStart + m_zoneShift};
    m_sawHead = true;
    m_node.assign(head.address);
}

/// The zone of the first file is that of all: rows of files in another are brought to it.
void SdlReader::takeZone(const SdlFileHead& head, std::uint64_t line)
{
    const auto& zone = m_facts.utcOffsetSeconds;
    if (!m_sawHead || !head.utcOffsetSeconds || !zone)
        return;
    const std::int64_t shift = std::int64_t{*zone - *head.utcOffsetSeconds} * nsPerSecond;
    if (shift != m_zoneShift)
        m_zoneChanges.add(line);
    m_zoneShift = shift;
}

/// Where rows without a date went before, days are counted on: a date now would tear the file in two.
void SdlReader::fileHead(const SdlHead& row, std::uint64_t line)
{
    const SdlFileHead head = SdlFileHead::read(row.rest);
    const bool dated = head.day && !m_undated;
    if (head.day && m_undated)
        m_dateTooLate.add(line);
    takeZone(head, line);
    const SourceTime time = dated ? m_clock.dated(*head.day + row.ns + m_zoneShift, line) : timeOf(row, line);
    m_inRow = true;
    keepFacts(head);
    Event event;
    event.time = time;
    event.place = {PlaceUnit::Line, line};
    event.source = {sdiAddress(head.address), 0};
    m_fields.clear();
    head.addFields(m_fields);
    event.kind = "trace.file-head";
    event.fields = m_fields.text();
    m_sink.event(event);
    if (m_service != TraceService::CallManager || !dated || !head.serviceStart)
        return;
    const std::int64_t sinceStart = time.ns - (*head.serviceStart + m_zoneShift);
    if (sinceStart < 0 || sinceStart > startupNs)
        return;
    event.kind = "trace.service-start";
    m_sink.event(event);
}

void SdlReader::signal(const SdlHead& row, SourceTime time, std::uint64_t line)
{
    const SdlSignalRow columns = SdlSignalRow::read(row.rest);
    SdlCause& cause = m_causes[m_nextCause++ % m_causes.size()];
    cause.sequence = row.sequence;
    cause.address.assign(columns.address);
    cause.device.assign(columns.device);
    cause.connection.assign(columns.connection);
    Event event;
    event.time = time;
    event.place = {PlaceUnit::Line, line};
    if (m_service != TraceService::CallManager)
        return m_records.ignored();
    if (isPhoneSignal(columns))
        m_records.sawDetail();
    if (describeSignal(columns, m_node, event, m_fields))
        m_sink.signal(event);
    else
        m_records.ignored();
}

/// AlarmClass: CallManager, AlarmName: ConnectionFailure, AlarmSeverity: Error, AlarmMessage: ,
/// AlarmDescription: …, AlarmParameters: DeviceName:SEP00506006EAFE, IPAddress:10.1.97.108, …
void SdlReader::alarm(const SdlHead& row, SourceTime time, std::uint64_t line)
{
    Alarm alarm;
    if (!readListedAlarm(row.rest, alarm))
        return m_records.ignored();
    Event event;
    event.time = time;
    event.place = {PlaceUnit::Line, line};
    m_alarms.describe(alarm, {}, event, m_fields);
    m_sink.alarm(event);
}

SdiTags SdlReader::tagsOf(std::uint64_t sequence) const
{
    for (std::size_t i = 1; i <= m_causes.size(); ++i) {
        const SdlCause& cause = m_causes[(m_nextCause + m_causes.size() - i) % m_causes.size()];
        if (cause.sequence == sequence)
            return {m_node, cause.address, cause.device, cause.connection};
    }
    return {m_node, {}, {}, {}};
}

SourceFacts SdlReader::finish(std::uint64_t lines)
{
    m_records.close();
    m_sink.flush();
    m_facts.unit = PlaceUnit::Line;
    m_facts.records = lines;
    m_facts.resolution = std::chrono::milliseconds{1};
    m_clock.describe(m_facts);
    m_clock.report(m_sink);
    m_badTimes.report(m_sink);
    m_dateTooLate.report(m_sink, Severity::Notice, "formats.date-too-late");
    m_zoneChanges.report(m_sink, Severity::Notice, "formats.zone-changes");
    m_notUnderstood.report(m_sink, Severity::Info, "formats.lines-not-understood");
    m_records.finish(m_facts);
    return m_facts;
}

} // namespace

Result<SourceFacts> readSdl(TraceService service, BlockReader& reader, EventSink& sink, Progress& progress,
                            std::stop_token stop)
{
    SdlReader sdl(service, sink);
    if (const auto day = findFirstDay(reader))
        sdl.setFirstDay(*day);
    Lines lines(reader, sink, progress, std::move(stop));
    Line line;
    while (lines.next(line))
        sdl.line(line);
    if (const auto end = lines.end(); !end)
        return end.error();
    return sdl.finish(lines.count());
}

} // namespace whittle

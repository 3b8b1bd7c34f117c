// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>

#include "models/formats/badtimes.h"
#include "models/formats/formats.h"
#include "models/formats/lineclock.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/loggedsip.h"
#include "models/formats/ocsrecord.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// Several threads write into one log: steps back up to this are their disorder.
constexpr Nanoseconds threadDisorder = std::chrono::seconds{2};
constexpr std::string_view endMark = "$$end_record";

/// Rows that the log puts around a SIP message; all others are the message's own.
bool isOfTheLog(const OcsRow& row)
{
    constexpr std::array<std::string_view, 9> names{
        "Trace-Correlation-Id", "Instance-Id", "Direction",    "Peer",    "Message-Type",
        "Start-Line",           "LogType",     "Message-Body", "Severity"};
    for (const std::string_view name : names) {
        if (row.is(name))
            return true;
    }
    return false;
}

/// One record as it comes, row by row.
class OcsRecord
{
public:
    void begin(const OcsHead& head, SourceTime time, std::uint64_t line);
    void row(std::string_view line);
    void emit(FieldWriter& fields, EventSink& sink);

    bool isOpen() const { return m_isOpen; }
    bool expectsEnd() const { return m_expectsEnd; }
    std::uint64_t line() const { return m_line; }
    /// Whether emit() found a message or a diagnosis in it.
    bool wasTold() const { return m_wasTold; }
    bool isTooLong() const { return m_isTooLong; }

private:
    void diagnosticRow(const OcsRow& row);
    bool emitMessage(FieldWriter& fields, EventSink& sink) const;
    bool emitDiagnosis(FieldWriter& fields, EventSink& sink) const;
    void append(std::string& to, std::string_view line);

    bool m_isOpen = false;
    bool m_expectsEnd = false;
    bool m_inBody = false;
    bool m_isIncoming = false;
    bool m_isDiagnosis = false;
    bool m_wasTold = false;
    bool m_isTooLong = false;
    SourceTime m_time;
    std::uint64_t m_line = 0;
    std::string m_level;
    std::string m_flag;
    std::string m_peer;
    std::string m_startLine;
    std::string m_headers;
    std::string m_body;
    std::string m_text; ///< of a diagnosis
    std::string m_result;
    FieldWriter m_details;
};

void OcsRecord::begin(const OcsHead& head, SourceTime time, std::uint64_t line)
{
    *this = {};
    m_isOpen = true;
    m_expectsEnd = head.begins;
    m_time = time;
    m_line = line;
    m_level = head.level;
    m_flag = head.flag;
    m_text = head.begins ? std::string_view() : head.text;
    m_result = m_text;
    const bool isBad = head.level == "ERROR" || head.level == "WARN" || head.level == "FATAL";
    m_isDiagnosis = isBad && head.flag != "PROTOCOL";
}

void OcsRecord::append(std::string& to, std::string_view line)
{
    m_isTooLong = m_isTooLong || to.size() + line.size() > maxLoggedSipBytes;
    if (m_isTooLong)
        return;
    to += line;
    to += "\r\n";
}

void OcsRecord::row(std::string_view line)
{
    if (m_inBody)
        return append(m_body, line);
    const OcsRow row = OcsRow::read(line);
    if (row.is("Direction"))
        m_isIncoming = text::startsWithNoCase(row.value, "incoming");
    else if (row.is("Peer"))
        m_peer = row.value;
    else if (row.is("Start-Line"))
        m_startLine = row.value;
    else if (row.is("LogType"))
        m_isDiagnosis = m_isDiagnosis || row.value == "diagnostic";
    else if (m_isDiagnosis)
        diagnosticRow(row);
    if (!isOfTheLog(row))
        append(m_headers, line);
    m_inBody = row.is("Message-Body");
    if (m_inBody && row.value != "-")
        append(m_body, row.value);
}

void OcsRecord::diagnosticRow(const OcsRow& row)
{
    struct Known {
        std::string_view row;
        std::string_view field;
    };
    static constexpr std::array rows{Known{"Severity", "severity"}, Known{"SIP-Start-Line", "start-line"},
                                     Known{"SIP-Call-ID", "call-id"}, Known{"SIP-CSeq", "cseq"},
                                     Known{"Data", "data"}};
    if (row.is("Text"))
        m_text = row.value;
    if (row.is("Result-Code"))
        m_result = row.value;
    for (const Known& known : rows) {
        if (row.is(known.row))
            m_details.add(known.field, row.value);
    }
}

void OcsRecord::emit(FieldWriter& fields, EventSink& sink)
{
    m_isOpen = false;
    m_wasTold =
        !m_isTooLong && (m_startLine.empty() ? emitDiagnosis(fields, sink) : emitMessage(fields, sink));
}

bool OcsRecord::emitMessage(FieldWriter& fields, EventSink& sink) const
{
    const std::string text = m_startLine + "\r\n" + m_headers + "\r\n" + m_body;
    return emitLoggedSip({text, m_isIncoming, m_peer, m_time, m_line}, fields, sink);
}

/// LogType: diagnostic … Text: Connection was refused by 10.1.1.40:5060
bool OcsRecord::emitDiagnosis(FieldWriter& fields, EventSink& sink) const
{
    if (!m_isDiagnosis || (m_text.empty() && m_result.empty()))
        return false;
    const OcsResult result = OcsResult::read(m_result);
    fields.clear();
    fields.add("level", m_level);
    if (!m_text.empty())
        fields.add("text", m_text);
    if (!result.code.empty())
        fields.add("result-code", result.code);
    if (!result.name.empty())
        fields.add("result", result.name);
    std::string_view rest = m_details.text();
    std::string_view key;
    std::string_view value;
    while (FieldView::next(rest, key, value))
        fields.add(key, decodeField(value));
    Event event;
    event.destination = peerAddress(m_peer);
    if (!event.destination.address.isSet() && !m_peer.empty())
        fields.add("peer", m_peer);
    event.kind = m_flag == "CONNECTION" ? "trace.ocs-connection" : "trace.ocs-diagnostic";
    event.time = m_time;
    event.place = {PlaceUnit::Line, m_line};
    event.fields = fields.text();
    sink.event(event);
    return true;
}

/// Reads one log.
class OcsReader
{
public:
    explicit OcsReader(EventSink& sink)
        : m_sink(sink)
    {
    }

    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    void begin(const Line& line, const OcsHead& head);
    void row(const Line& line);
    void close();

    EventSink& m_sink;
    FieldWriter m_fields;
    LineClock m_clock{threadDisorder};
    BadTimes m_badTimes;
    LineTally m_notUnderstood;
    LineTally m_tooLong;
    std::uint64_t m_notOfInterest = 0;
    std::uint64_t m_rows = 0;
    OcsRecord m_record;
    bool m_isSkipping = false; ///< the rows of a record whose time cannot be one
};

void OcsReader::line(const Line& line)
{
    const OcsHead head = OcsHead::read(line.text);
    if (head.level.empty())
        return row(line);
    close();
    m_isSkipping = !head.ns;
    if (head.ns)
        begin(line, head);
    else
        m_badTimes.add(m_sink, line.number, head.clock);
}

void OcsReader::begin(const Line& line, const OcsHead& head)
{
    m_record.begin(head, m_clock.dated(*head.ns, line.number), line.number);
}

void OcsReader::row(const Line& line)
{
    const std::string_view text = text::trimmed(line.text);
    if (m_isSkipping || m_record.isOpen())
        ++m_rows;
    if (text == endMark) {
        m_isSkipping = false;
        close();
    } else if (m_record.isOpen()) {
        m_record.row(line.text);
    } else if (!m_isSkipping && !text.empty()) {
        m_notUnderstood.add(line.number);
    }
}

void OcsReader::close()
{
    if (!m_record.isOpen())
        return;
    m_record.emit(m_fields, m_sink);
    if (m_record.isTooLong())
        m_tooLong.add(m_record.line());
    else if (!m_record.wasTold())
        ++m_notOfInterest;
}

SourceFacts OcsReader::finish(std::uint64_t lines)
{
    if (m_record.isOpen() && m_record.expectsEnd()) // the last row may be half a row
        m_sink.problem(
            {Severity::DataLoss, "formats.record-without-end", Place{PlaceUnit::Line, m_record.line()}, {}});
    else
        close();
    m_clock.report(m_sink);
    m_badTimes.report(m_sink);
    m_tooLong.report(m_sink, Severity::DataLoss, "formats.records-too-long");
    m_notUnderstood.report(m_sink, Severity::Info, "formats.lines-not-understood");
    if (m_notOfInterest > 0)
        m_sink.problem({Severity::Info,
                        "formats.records-not-of-interest",
                        {},
                        {std::to_string(m_notOfInterest), std::to_string(m_rows)}});
    SourceFacts facts;
    facts.unit = PlaceUnit::Line;
    facts.records = lines;
    facts.resolution = std::chrono::milliseconds{1};
    facts.origin.application = "SIPStack";
    m_clock.describe(facts);
    return facts;
}

LineSniff::Line judgeLine(std::string_view line, bool& inRecord)
{
    const OcsHead head = OcsHead::read(line);
    const bool isOurs = head.component == "SIPStack" || head.begins;
    if (!head.level.empty()) {
        inRecord = isOurs;
        return isOurs ? LineSniff::Line::Proof : LineSniff::Line::Fits;
    }
    const bool fits = std::exchange(inRecord, inRecord && text::trimmed(line) != endMark);
    return fits ? LineSniff::Line::Fits : LineSniff::Line::Foreign;
}

Sniff sniffOcs(Bytes head)
{
    LineSniff sniff(head);
    bool inRecord = false;
    std::string_view line;
    while (sniff.next(line))
        sniff.judge(judgeLine(line, inRecord));
    return sniff.answer();
}

Result<SourceFacts> readOcs(BlockReader& reader, EventSink& sink, Progress& progress, std::stop_token stop)
{
    Lines lines(reader, sink, progress, std::move(stop));
    OcsReader log(sink);
    Line line;
    while (lines.next(line))
        log.line(line);
    if (const auto end = lines.end(); !end)
        return end.error();
    return log.finish(lines.count());
}

} // namespace

const Format& ocsSipStackFormat()
{
    static constexpr Format format{"ocs-sipstack", PlaceUnit::Line, sniffOcs, readOcs, fetchLine};
    return format;
}

} // namespace whittle

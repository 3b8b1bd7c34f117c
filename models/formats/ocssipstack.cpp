// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>

#include "models/formats/formats.h"
#include "models/formats/lineaccount.h"
#include "models/formats/lineclock.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/ocshead.h"
#include "models/formats/ocsrecord.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// Several threads write into one log: steps back up to this are their disorder.
constexpr Nanoseconds threadDisorder = std::chrono::seconds{2};
constexpr std::string_view endMark = "$$end_record";

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
    LineAccount m_account;
    LineTally m_tooLong;

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
        m_account.badTimes.add(m_sink, line.number, head.clock);
}

void OcsReader::begin(const Line& line, const OcsHead& head)
{
    m_record.begin(head, m_clock.dated(*head.ns, line.number), line.number);
}

void OcsReader::row(const Line& line)
{
    const std::string_view text = text::trimmed(line.text);
    if (m_isSkipping || m_record.isOpen())
        ++m_account.continuations;
    if (text == endMark) {
        m_isSkipping = false;
        close();
    } else if (m_record.isOpen()) {
        m_record.row(line.text);
    } else if (!m_isSkipping && !text.empty()) {
        m_account.notUnderstood.add(line.number);
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
        ++m_account.notOfInterest;
}

SourceFacts OcsReader::finish(std::uint64_t lines)
{
    if (m_record.isOpen() && m_record.expectsEnd()) // the last row may be half a row
        m_sink.problem(
            {Severity::DataLoss, "formats.record-without-end", Place{PlaceUnit::Line, m_record.line()}, {}});
    else
        close();
    m_tooLong.report(m_sink, Severity::DataLoss, "formats.records-too-long");
    SourceFacts facts = m_account.finish(m_sink, m_clock, lines);
    facts.resolution = std::chrono::milliseconds{1};
    facts.origin.application = "SIPStack";
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

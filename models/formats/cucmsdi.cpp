// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "models/base/fields.h"
#include "models/formats/badtimes.h"
#include "models/formats/formats.h"
#include "models/formats/lineclock.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/sdihead.h"
#include "models/formats/sdinode.h"
#include "models/formats/sdirecord.h"
#include "models/formats/sdistation.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// Several threads of CallManager write into one trace: steps back up to this are their disorder.
constexpr Nanoseconds threadDisorder = std::chrono::seconds{2};

bool mayMatter(std::string_view body)
{
    return SdiStation::mayBe(body) || mayBeNodeRecord(body);
}

/// Reads one trace. A record ends where the next one begins, and its tags may stand on its last line: a
/// record without tags waits for what follows it.
class SdiReader
{
public:
    explicit SdiReader(EventSink& sink)
        : m_sink(sink)
    {
    }

    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    void record(const Line& line, const SdiHead& head);
    void continuation(const Line& line);
    void closeWaiting();
    void emit(std::string_view body, SourceTime time, std::uint64_t line);

    EventSink& m_sink;
    SdiHeadReader m_heads;
    FieldWriter m_fields;
    LineClock m_clock{threadDisorder};
    BadTimes m_badTimes;
    LineTally m_notUnderstood;
    std::uint64_t m_notOfInterest = 0;
    std::uint64_t m_continuations = 0;
    bool m_inRecord = false;
    bool m_isWaiting = false;
    std::string m_waiting;
    SourceTime m_waitingTime;
    std::uint64_t m_waitingLine = 0;
};

void SdiReader::line(const Line& line)
{
    const SdiHead head = m_heads.read(line.text);
    if (head.kind == SdiHead::Kind::None)
        return continuation(line);
    closeWaiting();
    m_inRecord = true;
    if (head.kind == SdiHead::Kind::BadTime)
        m_badTimes.add(m_sink, line.number, line.text.substr(0, head.clockLength));
    else
        record(line, head);
}

void SdiReader::record(const Line& line, const SdiHead& head)
{
    const SourceTime time = head.kind == SdiHead::Kind::Dated ? m_clock.dated(head.ns, line.number)
                                                              : m_clock.timeOfDay(head.ns, line.number);
    if (head.service != "CCM" || !mayMatter(head.body)) {
        ++m_notOfInterest;
    } else if (endsInTags(head.body)) {
        emit(head.body, time, line.number);
    } else {
        m_isWaiting = true;
        m_waiting.assign(head.body);
        m_waitingTime = time;
        m_waitingLine = line.number;
    }
}

/// |<CLID::StandAloneCluster><NID::10.20.1.11><IP::10.20.20.23><LVL::Detailed><MASK::0020>
void SdiReader::continuation(const Line& line)
{
    const std::string_view text = text::trimmed(line.text);
    if (!m_inRecord) {
        if (!text.empty())
            m_notUnderstood.add(line.number);
        return;
    }
    ++m_continuations;
    if (!m_isWaiting || !endsInTags(text) || !(text.starts_with("|<") || text.starts_with('<')))
        return;
    if (!text.starts_with('|'))
        m_waiting += '|';
    m_waiting += text;
    closeWaiting();
}

void SdiReader::closeWaiting()
{
    if (m_isWaiting)
        emit(m_waiting, m_waitingTime, m_waitingLine);
    m_isWaiting = false;
}

void SdiReader::emit(std::string_view body, SourceTime time, std::uint64_t line)
{
    const SdiRecord record = splitTags(body);
    Event event;
    event.time = time;
    event.place = {PlaceUnit::Line, line};
    const bool known = (SdiStation::mayBe(record.body) && describeStation(record, event, m_fields))
        || (mayBeNodeRecord(record.body) && describeNode(record, event, m_fields));
    if (known)
        m_sink.event(event);
    else
        ++m_notOfInterest;
}

SourceFacts SdiReader::finish(std::uint64_t lines)
{
    closeWaiting();
    m_clock.report(m_sink);
    m_badTimes.report(m_sink);
    m_notUnderstood.report(m_sink, Severity::Info, "formats.lines-not-understood");
    if (m_notOfInterest > 0)
        m_sink.problem({Severity::Info,
                        "formats.records-not-of-interest",
                        {},
                        {std::to_string(m_notOfInterest), std::to_string(m_continuations)}});
    SourceFacts facts;
    facts.unit = PlaceUnit::Line;
    facts.records = lines;
    facts.resolution = std::chrono::milliseconds{1};
    m_clock.describe(facts);
    return facts;
}

/// The rows of a SIP message belong to the record that announces it, and so do rows that begin with a bar.
LineSniff::Line judgeLine(std::string_view line, SdiHeadReader& heads, bool& inMessage)
{
    const SdiHead head = heads.read(line);
    if (head.kind != SdiHead::Kind::None) {
        inMessage = head.service == "CCM" && head.body.starts_with("SIP");
        return head.service == "CCM" ? LineSniff::Line::Proof : LineSniff::Line::Foreign;
    }
    return inMessage || line.starts_with('|') ? LineSniff::Line::Fits : LineSniff::Line::Foreign;
}

Sniff sniffSdi(Bytes head)
{
    LineSniff sniff(head);
    SdiHeadReader heads;
    bool inMessage = false;
    std::string_view line;
    while (sniff.next(line))
        sniff.judge(judgeLine(line, heads, inMessage));
    return sniff.answer();
}

Result<SourceFacts> readSdi(BlockReader& reader, EventSink& sink, Progress& progress, std::stop_token stop)
{
    Lines lines(reader, sink, progress, std::move(stop));
    SdiReader sdi(sink);
    Line line;
    while (lines.next(line))
        sdi.line(line);
    if (const auto end = lines.end(); !end)
        return end.error();
    return sdi.finish(lines.count());
}

} // namespace

const Format& cucmSdiFormat()
{
    static constexpr Format format{"cucm-sdi", PlaceUnit::Line, sniffSdi, readSdi, fetchLine};
    return format;
}

} // namespace whittle

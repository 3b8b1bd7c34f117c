// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sdireader.h"

#include "models/formats/lineaccount.h"
#include "models/formats/lineclock.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/sdihead.h"
#include "models/formats/sdirows.h"
#include "models/formats/wrappedlines.h"

namespace whittle
{

namespace
{

/// Several threads of CallManager write into one trace: steps back up to this are their disorder.
constexpr Nanoseconds threadDisorder = std::chrono::seconds{2};

/// Reads one trace. A record ends where the next one begins.
class SdiReader
{
public:
    SdiReader(TraceService service, EventSink& sink)
        : m_service(sdiName(service))
        , m_sink(sink)
        , m_records(service, sink)
    {
    }

    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    void record(const Line& line, const SdiHead& head);
    void continuation(const Line& line);

    std::string_view m_service;
    EventSink& m_sink;
    SdiHeadReader m_heads;
    TraceRecords m_records;
    LineClock m_clock{threadDisorder};
    LineAccount m_account;
    SdiRows m_rows{m_account.notUnderstood};
};

void SdiReader::line(const Line& line)
{
    const SdiHead head = m_heads.read(line.text);
    if (head.kind == SdiHead::Kind::None)
        return continuation(line);
    m_rows.begin(head.body);
    if (head.kind != SdiHead::Kind::BadTime)
        return record(line, head);
    m_records.close();
    m_account.badTimes.add(m_sink, line.number, line.text.substr(0, head.clockLength));
}

void SdiReader::record(const Line& line, const SdiHead& head)
{
    const SourceTime time = head.kind == SdiHead::Kind::Dated ? m_clock.dated(head.ns, line.number)
                                                              : m_clock.timeOfDay(head.ns, line.number);
    if (head.service == m_service)
        return m_records.tagged(head.body, time, line.number);
    m_records.close();
    m_records.ignored();
}

void SdiReader::continuation(const Line& line)
{
    if (m_rows.take(line, m_records.inMessage()))
        m_records.continuation(line.text);
}

SourceFacts SdiReader::finish(std::uint64_t lines)
{
    m_records.close();
    m_rows.end();
    SourceFacts facts = m_account.finish(m_sink, m_clock, lines);
    facts.resolution = std::chrono::milliseconds{1};
    facts.origin.application = m_service;
    m_records.finish(facts);
    return facts;
}

bool isRecord(std::string_view line)
{
    return SdiHeadReader().read(line).kind != SdiHead::Kind::None;
}

/// The rows of a SIP message belong to the record that announces it, and so do rows that begin with a bar.
LineSniff::Line judgeLine(std::string_view line, std::string_view service, SdiHeadReader& heads,
                          bool& inMessage)
{
    const SdiHead head = heads.read(line);
    if (head.kind != SdiHead::Kind::None) {
        const bool ours = head.service == service;
        inMessage = ours && (head.body.starts_with("SIP") || service != "CCM");
        return ours ? LineSniff::Line::Proof : LineSniff::Line::Foreign;
    }
    return inMessage || line.starts_with('|') ? LineSniff::Line::Fits : LineSniff::Line::Foreign;
}

} // namespace

std::string_view sdiName(TraceService service)
{
    switch (service) {
    case TraceService::CallManager:
        return "CCM";
    case TraceService::Tftp:
        return "TFTP";
    case TraceService::Cti:
        return "CTI";
    }
    return {};
}

Sniff sniffSdi(TraceService service, Bytes head)
{
    LineSniff sniff(head);
    SdiHeadReader heads;
    bool inMessage = false;
    std::string_view line;
    while (sniff.next(line))
        sniff.judge(judgeLine(line, sdiName(service), heads, inMessage));
    return sniff.answer();
}

Result<SourceFacts> readSdi(TraceService service, BlockReader& reader, EventSink& sink, Progress& progress,
                            std::stop_token stop)
{
    Lines lines(reader, sink, progress, std::move(stop));
    SdiReader sdi(service, sink);
    WrappedLines whole(lines, sink, isRecord);
    Line line;
    while (whole.next(line))
        sdi.line(line);
    if (const auto end = lines.end(); !end)
        return end.error();
    return sdi.finish(lines.count());
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "models/formats/clocktext.h"
#include "models/formats/formats.h"
#include "models/formats/lineaccount.h"
#include "models/formats/lineclock.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/loggedsip.h"
#include "models/formats/proxytexts.h"
#include "models/formats/sdihead.h"
#include "models/formats/sdirecord.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// Several processes write into one trace: steps back up to this are their disorder.
constexpr Nanoseconds processDisorder = std::chrono::seconds{2};

/// The front of a record, in one of two layouts:
///
///     06/12/2009 11:50:33.524 ESP|ctigw: connecting to 10.64.1.10:2748|<CLID::CL1><NID::cup-a>
///     2:26:18.719 |PID(25333) sip_protocol.c(5964) Received 536 bytes TCP packet from 10.53.56.17:34282
class ProxyHeadReader
{
public:
    SdiHead read(std::string_view line)
    {
        const SdiHead head = m_sdi.read(line);
        if (head.kind != SdiHead::Kind::None)
            return head.service == "ESP" ? head : SdiHead{};
        return readProcess(line);
    }

    /// Of `head`: records of the second layout have no tags.
    static bool hasTags(const SdiHead& head) { return !head.service.empty(); }

private:
    static SdiHead readProcess(std::string_view line)
    {
        const std::string_view mark = "|PID(";
        const auto bar = line.find(mark);
        if (bar == line.npos || bar > 16)
            return {};
        std::string clock(text::trimmed(line.substr(0, bar)));
        if (clock.size() > 1 && clock[1] == ':')
            clock.insert(0, 1, '0');
        const ClockText time = ClockText::read(clock, 3);
        const auto end = line.find(')', bar);
        if (clock.empty() || time.length != clock.size() || end == line.npos)
            return {};
        SdiHead head;
        head.kind = time.ns < 0 ? SdiHead::Kind::BadTime : SdiHead::Kind::TimeOnly;
        head.ns = time.ns;
        head.clockLength = bar;
        head.body = text::trimmed(line.substr(end + 1));
        return head;
    }

    SdiHeadReader m_sdi;
};

/// A row of tags closes a message.
bool isTagRow(std::string_view line)
{
    return line.starts_with("|<") && endsInTags(line);
}

/// Copies write the carriage return out: "From: <sip:fbear@implync.net>^M "
std::string_view withoutReturn(std::string_view line)
{
    const std::string_view bare = text::trimmed(line);
    return bare.ends_with("^M") ? bare.substr(0, bare.size() - 2) : line;
}

/// Reads one trace. A message goes on up to its tags or the next record.
class ProxyReader
{
public:
    explicit ProxyReader(EventSink& sink)
        : m_sink(sink)
    {
    }

    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    void record(const Line& line, const SdiHead& head);
    void beginMessage(const ProxyPacket& packet, bool hasTags);
    void row(const Line& line);
    void append(std::string_view line);
    void closeMessage();
    void statement(std::string_view text);
    void addCapture(const TextPattern::Capture& capture, bool isFromPeer, Event& event);

    EventSink& m_sink;
    ProxyHeadReader m_heads;
    FieldWriter m_fields;
    LineClock m_clock{processDisorder};
    LineAccount m_account;
    LineTally m_tooLong;
    TextPattern::Match m_match;

    std::string m_node;
    SourceTime m_time;
    std::uint64_t m_line = 0;
    bool m_inRecord = false;
    bool m_inMessage = false;
    bool m_isTagged = false;
    bool m_isIncoming = false;
    std::string m_peer;
    std::string m_message;
};

void ProxyReader::line(const Line& line)
{
    const SdiHead head = m_heads.read(line.text);
    if (head.kind == SdiHead::Kind::None)
        return row(line);
    closeMessage();
    m_inRecord = true;
    if (head.kind == SdiHead::Kind::BadTime)
        m_account.badTimes.add(m_sink, line.number, line.text.substr(0, head.clockLength));
    else
        record(line, head);
}

void ProxyReader::record(const Line& line, const SdiHead& head)
{
    m_time = head.kind == SdiHead::Kind::Dated ? m_clock.dated(head.ns, line.number)
                                               : m_clock.timeOfDay(head.ns, line.number);
    m_line = line.number;
    const bool hasTags = ProxyHeadReader::hasTags(head);
    const SdiRecord parts =
        hasTags && endsInTags(head.body) ? splitTags(head.body) : SdiRecord{head.body, {}};
    if (!parts.tags.node.empty())
        m_node = parts.tags.node;
    if (const auto packet = ProxyPacket::read(parts.body))
        beginMessage(*packet, hasTags);
    else
        statement(parts.body);
}

void ProxyReader::beginMessage(const ProxyPacket& packet, bool hasTags)
{
    m_inMessage = true;
    m_isTagged = hasTags;
    m_isIncoming = packet.isIncoming;
    m_peer = packet.peer;
    m_message.clear();
    if (!packet.rest.empty())
        append(withoutReturn(packet.rest));
}

void ProxyReader::row(const Line& line)
{
    if (!m_inRecord) {
        if (!text::trimmed(line.text).empty())
            m_account.notUnderstood.add(line.number);
        return;
    }
    ++m_account.continuations;
    if (m_inMessage && m_isTagged && isTagRow(line.text)) {
        const SdiTags tags = splitTags(line.text).tags;
        if (!tags.node.empty())
            m_node = tags.node;
        closeMessage();
    } else if (m_inMessage) {
        append(withoutReturn(line.text));
    }
}

void ProxyReader::append(std::string_view line)
{
    if (m_message.size() + line.size() > maxLoggedSipBytes) {
        m_tooLong.add(m_line);
        m_inMessage = false;
        return;
    }
    m_message += line;
    m_message += "\r\n";
}

void ProxyReader::closeMessage()
{
    if (!m_inMessage)
        return;
    m_inMessage = false;
    if (!emitLoggedSip({m_message, m_isIncoming, m_peer, m_time, m_line}, m_fields, m_sink))
        ++m_account.notOfInterest;
}

/// ctigw: ProviderOpen to 10.64.1.10:2748 returned 0x8ccc0060
void ProxyReader::statement(std::string_view text)
{
    Event event;
    event.time = m_time;
    event.place = {PlaceUnit::Line, m_line};
    m_fields.clear();
    if (const ProxyText* known = proxyText(text, m_match)) {
        event.kind = known->kind;
        for (std::size_t i = 0; i < m_match.count; ++i)
            addCapture(m_match.captures[i], known->isFromPeer, event);
    } else {
        event.kind = proxyFailure(text);
        m_fields.add("text", text);
    }
    if (event.kind.empty()) {
        ++m_account.notOfInterest;
        return;
    }
    event.fields = m_fields.text();
    m_sink.event(event);
}

void ProxyReader::addCapture(const TextPattern::Capture& capture, bool isFromPeer, Event& event)
{
    if (capture.value.empty())
        return;
    if (capture.name == "device")
        event.device = capture.value;
    if (capture.name == "peer")
        (isFromPeer ? event.source : event.destination) = peerAddress(capture.value);
    else
        m_fields.add(capture.name == "device" ? "device-name" : capture.name, capture.value);
}

SourceFacts ProxyReader::finish(std::uint64_t lines)
{
    if (m_inMessage && m_isTagged) // its last row may be half a row
        m_sink.problem(
            {Severity::DataLoss, "formats.record-without-end", Place{PlaceUnit::Line, m_line}, {}});
    else
        closeMessage();
    m_tooLong.report(m_sink, Severity::DataLoss, "formats.records-too-long");
    SourceFacts facts = m_account.finish(m_sink, m_clock, lines);
    facts.resolution = std::chrono::milliseconds{1};
    facts.origin.host = m_node;
    facts.origin.application = "ESP";
    return facts;
}

/// The rows of a message belong to the record that announces it.
LineSniff::Line judgeLine(std::string_view line, ProxyHeadReader& heads, bool& inMessage)
{
    const SdiHead head = heads.read(line);
    if (head.kind != SdiHead::Kind::None) {
        inMessage = ProxyPacket::read(head.body).has_value();
        return LineSniff::Line::Proof;
    }
    const bool fits = inMessage;
    inMessage = inMessage && !isTagRow(line);
    return fits ? LineSniff::Line::Fits : LineSniff::Line::Foreign;
}

Sniff sniffProxy(Bytes head)
{
    LineSniff sniff(head);
    ProxyHeadReader heads;
    bool inMessage = false;
    std::string_view line;
    while (sniff.next(line))
        sniff.judge(judgeLine(line, heads, inMessage));
    return sniff.answer();
}

Result<SourceFacts> readProxy(BlockReader& reader, EventSink& sink, Progress& progress, std::stop_token stop)
{
    Lines lines(reader, sink, progress, std::move(stop));
    ProxyReader proxy(sink);
    Line line;
    while (lines.next(line))
        proxy.line(line);
    if (const auto end = lines.end(); !end)
        return end.error();
    return proxy.finish(lines.count());
}

} // namespace

const Format& cupsSipProxyFormat()
{
    static constexpr Format format{"cups-sipproxy", PlaceUnit::Line, sniffProxy, readProxy, fetchLine};
    return format;
}

} // namespace whittle

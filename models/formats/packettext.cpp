// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "models/base/fields.h"
#include "models/formats/capturecommand.h"
#include "models/formats/clocktext.h"
#include "models/formats/formats.h"
#include "models/formats/lineaccount.h"
#include "models/formats/lineclock.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/packethead.h"
#include "models/formats/packetpayload.h"
#include "models/formats/terminalprompt.h"
#include "models/formats/terminaltext.h"
#include "models/formats/text.h"
#include "models/formats/wrappedlines.h"

namespace whittle
{

namespace
{

/// Continuation lines of one packet beyond this are left out.
constexpr std::size_t maxPacketBytes = std::size_t{64} << 10;

/// Protocols without ports name the hosts alone.
bool hasPorts(std::string_view payload)
{
    return !payload.starts_with("ICMP") && !payload.starts_with("icmp");
}

/// Reads the packets that tcpdump or `utils network capture` printed.
class PacketTextReader
{
public:
    explicit PacketTextReader(EventSink& sink)
        : m_sink(sink)
    {
    }

    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    void begin(const Line& line, std::string_view text, const PacketTime& time);
    void close();
    void decode(const PacketHead& head);
    IpAddress addressIn(std::string_view field) const;
    void emit(const PacketMeaning& meaning, const PacketEnd& source, const PacketEnd& destination);

    EventSink& m_sink;
    TerminalText m_terminal;
    CaptureCommand m_command;
    FieldWriter m_fields;
    LineClock m_clock{Nanoseconds{0}};
    LineAccount m_account;
    std::string m_packet; ///< without its time; its lines joined by line ends
    std::uint64_t m_line = 0; ///< where it begins
    SourceTime m_time;
    int m_decimals = 6;
    bool m_open = false;
    bool m_isUtc = false;
};

void PacketTextReader::line(const Line& line)
{
    const std::string_view text = m_terminal.shown(line.text);
    const std::string_view bare = text::trimmed(text);
    const PacketTime time = PacketTime::read(text);
    if (time.length > 0)
        return begin(line, text, time);
    const bool continues = m_open && !text.empty() && text::isBlank(text.front());
    if (continues) {
        std::string_view piece = text;
        text::take(piece, "\t");
        ++m_account.continuations;
        if (m_packet.size() < maxPacketBytes)
            m_packet.append(1, '\n').append(piece);
    } else if (!bare.empty() && !m_command.read(bare) && !TerminalPrompt::read(bare).isPrompt) {
        m_account.notUnderstood.add(line.number);
    }
}

void PacketTextReader::begin(const Line& line, std::string_view text, const PacketTime& time)
{
    close();
    if (time.ns < 0)
        return m_account.badTimes.add(m_sink, line.number, time.written);
    m_decimals = std::max(m_decimals, time.decimals);
    m_isUtc = m_isUtc || time.isUtc;
    m_time = time.hasDate ? m_clock.dated(time.ns, line.number) : m_clock.timeOfDay(time.ns, line.number);
    m_packet = text.substr(time.length);
    m_line = line.number;
    m_open = true;
}

void PacketTextReader::close()
{
    if (!m_open)
        return;
    m_open = false;
    PacketHead head;
    if (PacketHead::read(m_packet, head))
        decode(head);
    else
        ++m_account.notOfInterest;
}

void PacketTextReader::decode(const PacketHead& head)
{
    const bool ports = hasPorts(head.payload);
    PacketEnd source = head.isArp ? PacketEnd{} : PacketEnd::read(head.source, ports);
    PacketEnd destination = head.isArp ? PacketEnd{} : PacketEnd::read(head.destination, ports);
    const std::string_view payload = head.payload;
    PacketMeaning meaning;
    const auto tryTo = [&](auto&& read) {
        if (!meaning.kind.empty())
            return;
        m_fields.clear();
        meaning = read();
    };
    if (head.isArp) {
        tryTo([&] { return readArpText(payload, m_fields); });
        source.endpoint = {addressIn("sender-ip"), 0};
        destination.endpoint = {addressIn("target-ip"), 0};
    } else {
        tryTo([&] { return readNtpText(payload, m_fields); });
        tryTo([&] { return readDhcpText(payload, destination.endpoint, m_fields); });
        tryTo([&] { return readSipText(payload, m_fields); });
        tryTo([&] { return readTcpText(payload, source.endpoint, destination.endpoint, m_fields); });
        tryTo([&] { return readTftpText(payload, m_fields); });
        tryTo([&] { return readIcmpText(payload, m_fields); });
    }
    if (meaning.kind.empty())
        ++m_account.notOfInterest;
    else
        emit(meaning, source, destination);
}

IpAddress PacketTextReader::addressIn(std::string_view field) const
{
    const auto text = FieldView(m_fields.text()).value(field);
    return text ? IpAddress::fromText(*text).value_or(IpAddress{}) : IpAddress{};
}

void PacketTextReader::emit(const PacketMeaning& meaning, const PacketEnd& source,
                            const PacketEnd& destination)
{
    if (!source.name.empty())
        m_fields.add("src-name", source.name);
    if (!destination.name.empty())
        m_fields.add("dst-name", destination.name);
    Event event;
    event.kind = meaning.kind;
    event.time = m_time;
    event.place = {PlaceUnit::Line, m_line};
    event.device = meaning.device;
    event.source = source.endpoint;
    event.destination = destination.endpoint;
    event.fields = m_fields.text();
    m_sink.event(event);
}

SourceFacts PacketTextReader::finish(std::uint64_t lines)
{
    close();
    SourceFacts facts = m_account.finish(m_sink, m_clock, lines);
    facts.resolution = resolutionOf(m_decimals);
    if (m_isUtc)
        facts.utcOffsetSeconds = 0;
    m_command.describe(facts);
    return facts;
}

bool isPacket(std::string_view line)
{
    return PacketTime::read(line).length > 0;
}

/// A line proves the format when it has a packet's time and what follows are the ends of one.
LineSniff::Line judgeLine(std::string_view line, CaptureCommand& command, bool& inPacket)
{
    const PacketTime time = PacketTime::read(line);
    if (time.length > 0) {
        const std::string_view text = line.substr(time.length);
        PacketHead head;
        inPacket = PacketHead::read(text, head) || text.starts_with("IP (") || text.starts_with("IP6 (")
            || text.find(", ethertype ") != text.npos;
        return inPacket ? LineSniff::Line::Proof : LineSniff::Line::Foreign;
    }
    if (command.read(line))
        return command.isKnown() ? LineSniff::Line::Proof : LineSniff::Line::Fits;
    const bool continues = inPacket && !line.empty() && text::isBlank(line.front());
    return continues || TerminalPrompt::read(line).isPrompt ? LineSniff::Line::Fits
                                                            : LineSniff::Line::Foreign;
}

Sniff sniffPacketText(Bytes head)
{
    LineSniff sniff(head);
    TerminalText terminal;
    CaptureCommand command;
    std::string_view line;
    bool inPacket = false;
    while (sniff.next(line))
        sniff.judge(judgeLine(terminal.shown(line), command, inPacket));
    return sniff.answer();
}

Result<SourceFacts> readPacketText(BlockReader& reader, EventSink& sink, Progress& progress,
                                   std::stop_token stop)
{
    Lines lines(reader, sink, progress, std::move(stop));
    PacketTextReader packets(sink);
    WrappedLines whole(lines, sink, isPacket);
    Line line;
    while (whole.next(line))
        packets.line(line);
    if (const auto end = lines.end(); !end)
        return end.error();
    return packets.finish(lines.count());
}

} // namespace

const Format& packetTextFormat()
{
    static constexpr Format format{"packet-text", PlaceUnit::Line, sniffPacketText, readPacketText,
                                   fetchLine};
    return format;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
// Which protocol a packet is handed to, with protocols that exist in this test only.
#include <QTest>

#include "models/capture/packetdecoder.h"
#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// Its messages begin with "ECHO"; any other byte contradicts it.
bool startsLikeEcho(Bytes payload)
{
    return asText(payload).starts_with("ECHO");
}

bool decodeEcho(const UdpDatagram& datagram, const Conversation& conversation, EventWriter& writer)
{
    if (!startsLikeEcho(datagram.payload))
        return false;
    writer.write("test.echo", conversation);
    return true;
}

bool decodeQuestion(const UdpDatagram& datagram, const Conversation& conversation, EventWriter& writer)
{
    writer.fields().add("text", asText(datagram.payload));
    writer.write("test.question", conversation);
    return true;
}

bool decodeFrame(Bytes payload, const LinkAddresses& link, EventWriter& writer)
{
    if (payload.empty())
        return false;
    writer.fields().add("text", asText(payload));
    writer.fields().addNumber("vlan", link.vlan);
    if (const auto mac = Mac::fromBytes(link.source))
        writer.fields().add("from", toText(*mac));
    if (const auto mac = Mac::fromBytes(link.destination))
        writer.fields().add("to", toText(*mac));
    writer.write("test.frame", {});
    return true;
}

bool decodePacket(const IpPacket& packet, EventWriter& writer)
{
    if (packet.payload.empty())
        return false;
    writer.write("test.packet", {{IpAddress::fromBytes(packet.source)}, {}});
    return true;
}

/// Lines that begin with "ECHO" and end with a line feed.
Framing frontOfLine(Bytes bytes)
{
    const auto end = asText(bytes).find('\n');
    if (end == std::string_view::npos)
        return {};
    return {Framing::Kind::Message, end + 1};
}

void decodeLine(Bytes message, const Conversation& conversation, EventWriter& writer)
{
    writer.fields().add("text", asText(message).substr(0, message.size() - 1));
    writer.write("test.line", conversation);
}

const StreamProtocol lineProtocol{"Line", frontOfLine, startsLikeEcho, decodeLine, 1, 100, startsLikeEcho};

constexpr std::uint32_t ciscoOui = 0x00000C;

const DatagramProtocol echoProtocol{"Echo", decodeEcho, startsLikeEcho};
const DatagramProtocol questionProtocol{"Question", decodeQuestion, nullptr, true};
const FrameProtocol frameProtocol{"Frame", decodeFrame};
const FrameProtocol snapProtocol{"Snap", decodeFrame};
const PacketProtocol packetProtocol{"Packet", decodePacket};

ProtocolTable table()
{
    ProtocolTable protocols;
    protocols.add(7, echoProtocol);
    protocols.add(69, questionProtocol);
    protocols.add(77, lineProtocol);
    protocols.addUnread(88, false);
    protocols.add(0, 0x88CC, frameProtocol);
    protocols.add(ciscoOui, 0x2000, snapProtocol);
    protocols.add(1, packetProtocol);
    return protocols;
}

RecordingSink read(const std::vector<Buffer>& frames, std::uint32_t linkType = 1)
{
    RecordingSink sink;
    const ProtocolTable protocols = table();
    PacketDecoder decoder(sink, protocols);
    Frame frame;
    frame.linkType = linkType;
    for (const Buffer& bytes : frames) {
        ++frame.number;
        frame.bytes = bytes;
        frame.originalLength = static_cast<std::uint32_t>(bytes.size());
        decoder.frame(frame);
    }
    decoder.finish();
    return sink;
}

Buffer snap(unsigned type, const Buffer& payload)
{
    const Buffer inside = hex({0xAA, 0xAA, 3, 0, 0, 0x0C}) + be16(type) + payload;
    return ethernet(inside, static_cast<unsigned>(inside.size()));
}

} // namespace

class TestDispatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void malformedIsCountedByProtocol();
    void framesByEtherType();
    void framesOfAnOrganisation();
    void framesOfSerialLines();
    void packetsByProtocolNumber();
    void datagramsOnAnyPort();
    void otherPortsGoFirst();
    void answersFromAnyPort();
    void streamsOnAnyPort();
    void streamThatOnlyLooksLikeIt();
    void unreadStreams();
    void tunnelsAreNamed();
    void tooManyTunnels();
    void lengthsOfDatagrams();
    void tunnelPortOfAClient();
};

void TestDispatch::malformedIsCountedByProtocol()
{
    const auto sink = read({ethernet({}, 0x88CC), ethernet(ipv4(1, 1, 2, {})),
                            ethernet(ipv4(17, 1, 2, udp(7, 7, text("NONE")))), snap(0x2000, {})});
    QCOMPARE(sink.kinds(), "");
    QCOMPARE(sink.problemIds(), "capture.malformed, capture.malformed, capture.malformed, capture.malformed");
}

void TestDispatch::framesByEtherType()
{
    const auto sink = read({ethernet(text("x"), 0x88CC), ethernet(vlanTag(110, text("y"), 0x88CC), 0x8100),
                            ethernet(text("z"), 0x88CD),
                            ethernet(hex({0xAA, 0xAA, 3, 0, 0, 0, 0x88, 0xCC}) + text("w"), 9)});
    QCOMPARE(sink.kinds(), "1 test.frame, 2 test.frame, 4 test.frame");
    QCOMPARE(sink.events[0].fields, "text=x;vlan=0;from=02:00:00:00:00:02;to=02:00:00:00:00:01");
    QCOMPARE(sink.events[1].value("vlan"), "110");
    QCOMPARE(sink.events[2].value("from"), "02:00:00:00:00:02");
    QCOMPARE(sink.problemIds(), "");
}

/// What fills the frame up is no part of the payload.
void TestDispatch::framesOfAnOrganisation()
{
    const auto sink = read({snap(0x2000, text("cdp")) + zeros(40), snap(0x2001, text("vtp")),
                            ethernet(text("no SNAP"), 0x2000)});
    QCOMPARE(sink.kinds(), "1 test.frame");
    QCOMPARE(sink.events[0].value("text"), "cdp");
}

void TestDispatch::framesOfSerialLines()
{
    QCOMPARE(read({hex({0x8F, 0, 0x20, 0}) + text("cdp")}, 104).events.at(0).fields, "text=cdp;vlan=0");
    QCOMPARE(read({hex({0x8F, 0, 0x20, 0}) + text("cdp")}, 50).kinds(), "1 test.frame");
    QCOMPARE(read({hex({0xFF, 3, 2, 7}) + text("cdp")}, 9).kinds(), "1 test.frame");
}

void TestDispatch::packetsByProtocolNumber()
{
    const auto sink = read({ethernet(ipv4(1, 1, 2, text("x"))), ethernet(ipv4(2, 1, 2, text("x"))),
                            ethernet(ipv4(4, 8, 9, ipv4(1, 3, 2, text("x"))))});
    QCOMPARE(sink.kinds(), "1 test.packet, 3 test.packet");
    QCOMPARE(toText(sink.events[1].source), "10.0.0.3");
}

void TestDispatch::datagramsOnAnyPort()
{
    const auto sink = read({ethernet(ipv4(17, 1, 2, udp(40'000, 40'001, text("ECHO 1")))),
                            ethernet(ipv4(17, 1, 2, udp(40'000, 40'001, text("ECH")))),
                            ethernet(ipv4(17, 1, 2, udp(40'000, 40'001, {})))});
    QCOMPARE(sink.kinds(), "1 test.echo");
    QCOMPARE(sink.problemIds(), "");
}

void TestDispatch::otherPortsGoFirst()
{
    QCOMPARE(read({ethernet(ipv4(17, 1, 2, udp(69, 40'001, text("ECHO 1"))))}).kinds(), "1 test.question");
}

void TestDispatch::answersFromAnyPort()
{
    const auto sink = read({ethernet(ipv4(17, 2, 1, udp(50'000, 40'000, text("too early")))),
                            ethernet(ipv4(17, 1, 2, udp(40'000, 69, text("question")))),
                            ethernet(ipv4(17, 2, 1, udp(50'000, 40'000, text("answer")))),
                            ethernet(ipv4(17, 1, 2, udp(40'000, 50'000, text("thanks")))),
                            ethernet(ipv4(17, 2, 3, udp(50'000, 40'000, text("somebody else")))),
                            ethernet(ipv4(17, 2, 1, udp(50'000, 40'001, text("another port"))))});
    QCOMPARE(sink.kinds(), "2 test.question, 3 test.question, 4 test.question");
    QCOMPARE(sink.events[1].value("text"), "answer");
}

/// From its first segment on both directions are read, until they end; other connections are not.
void TestDispatch::streamsOnAnyPort()
{
    const auto along = [](std::uint32_t sequence, const Buffer& payload, unsigned flags = flag::ack) {
        return ethernet(ipv4(6, 1, 2, tcp(40'000, 40'001, sequence, flags, payload)));
    };
    const auto back = [](std::uint32_t sequence, const Buffer& payload) {
        return ethernet(ipv4(6, 2, 1, tcp(40'001, 40'000, sequence, flag::ack, payload)));
    };
    const auto other = [](const Buffer& payload) {
        return ethernet(ipv4(6, 3, 2, tcp(40'000, 40'001, 1, flag::ack, payload)));
    };
    const auto sink =
        read({along(99, {}, flag::syn), back(1, text("no\n")), along(100, text("ECHO 1\nhal")),
              along(110, text("f\n")), back(4, text("ECHO 2\n")), back(11, text("3\n")), other(text("4\n")),
              along(112, {}, flag::fin | flag::ack), along(100, text("ECHO 1\n"))});
    QCOMPARE(sink.kinds(),
             "3 test.line, 4 test.line, 5 test.line, 6 test.line, 8 tcp.fin, 9 tcp.retransmission");
    QCOMPARE(sink.events[1].value("text"), "half");
    QCOMPARE(toText(sink.events[3].source), "10.0.0.2:40001");
}

/// On a port of another protocol nobody looks.
void TestDispatch::streamThatOnlyLooksLikeIt()
{
    const auto sink = read({ethernet(ipv4(6, 1, 2, tcp(40'000, 88, 1, flag::ack, text("ECHO 1\n")))),
                            ethernet(ipv4(6, 1, 2, tcp(40'000, 40'001, 1, flag::ack, text("FROM 1\n"))))});
    QCOMPARE(sink.kinds(), "");
}

void TestDispatch::unreadStreams()
{
    const auto segment = [](std::uint32_t sequence, const Buffer& payload, unsigned flags = flag::ack) {
        return ethernet(ipv4(6, 1, 2, tcp(40'000, 88, sequence, flags, payload)));
    };
    const auto sink = read({segment(99, {}, flag::syn), segment(100, text("abc")), segment(102, text("c")),
                            segment(103, text("def")), segment(101, text("bcd")), segment(110, text("g")),
                            segment(106, text("fghi")), segment(111, {}, flag::rst)});
    QCOMPARE(sink.kinds(), "1 tcp.syn, 5 tcp.retransmission, 6 tcp.gap, 7 tcp.out-of-order, 8 tcp.rst");
    QCOMPARE(sink.events[1].fields, "seq=101;bytes=3");
    QCOMPARE(sink.events[2].fields, "seq=110;bytes=4");
    QCOMPARE(sink.events[3].fields, "seq=106;bytes=4");
}

/// One that cannot be is told.
void TestDispatch::lengthsOfDatagrams()
{
    Buffer datagram = udp(40'000, 7, text("ECHO 1"));
    datagram[5] = std::byte{7};
    const auto sink = read({ethernet(ipv4(17, 1, 2, datagram))});
    QCOMPARE(sink.kinds(), "");
    QCOMPARE(sink.problemIds(), "capture.malformed");
}

void TestDispatch::tooManyTunnels()
{
    Buffer packet = ipv4(17, 1, 2, udp(123, 123, ntpClientPacket()));
    for (int i = 0; i < 7; ++i)
        packet = ipv4(4, 1, 2, packet);
    const auto sink = read({ethernet(packet)});
    QCOMPARE(sink.kinds(), "");
    QCOMPARE(sink.problemIds(), "capture.tunnel-unsupported");
    QCOMPARE(sink.problems[0].arguments.at(1), "IP in IP, nested 6 times");
}

void TestDispatch::tunnelsAreNamed()
{
    const auto gre1 = be16(0x3001) + be16(0x880B) + zeros(40);
    const auto sink = read({ethernet(ipv4(50, 1, 2, zeros(40))), ethernet(ipv4(47, 1, 2, gre1)),
                            ethernet(ipv4(17, 1, 2, udp(40'000, 1701, zeros(40)))),
                            ethernet(ipv4(17, 1, 2, udp(2152, 2152, zeros(40)))),
                            ethernet(ipv4(50, 1, 2, zeros(44))), ethernet(ipv4(89, 1, 2, zeros(40)))});
    QCOMPARE(sink.problemIds(), "capture.tunnel-unsupported");
    const std::vector<std::string> arguments{"5", "ESP, GTP-U, L2TP, PPTP"};
    QCOMPARE(sink.problems[0].arguments, arguments);
    QCOMPARE(sink.problems[0].place->number, 1U);
    QCOMPARE(sink.problems[0].severity, Severity::Notice);
}

void TestDispatch::tunnelPortOfAClient()
{
    QCOMPARE(read({ethernet(ipv4(17, 1, 2, udp(53, 1701, zeros(40))))}).problemIds(), "");
}

QTEST_APPLESS_MAIN(TestDispatch)
#include "tst_dispatch.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What TCP does to SCCP messages on their way, as whole captures: frame numbers are what counts.
#include <QTest>

#include <random>
#include <set>

#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr unsigned phonePort = 50'000;
const Buffer keepalive = sccp(0x0000); // 12 bytes
const Buffer reset = sccp(0x009F, le32(1)); // 16 bytes
const Buffer alarmMessage = sccp(0x0020,
                                 le32(2) + padded("25: Name=SEP001E7A24429A Load=8.4 Last=Initialized", 80)
                                     + le32(0) + le32(0)); // 104 bytes

Buffer segment(std::uint32_t sequence, const Buffer& payload, unsigned flags = flag::ack)
{
    return ethernet(ipv4(6, 1, 9, tcp(phonePort, 2000, sequence, flags, payload)));
}

Buffer answer(std::uint32_t sequence, const Buffer& payload, unsigned flags = flag::ack)
{
    return ethernet(ipv4(6, 9, 1, tcp(2000, phonePort, sequence, flags, payload)));
}

Buffer part(const Buffer& bytes, std::size_t from, std::size_t to)
{
    return {bytes.begin() + std::ptrdiff_t(from), bytes.begin() + std::ptrdiff_t(to)};
}

RecordingSink read(const std::vector<Buffer>& frames)
{
    RecordingSink sink;
    const auto facts = readAll(pcapFormat(), pcap(frames), sink);
    QTest::qVerify(facts.hasValue(), "facts", "", __FILE__, __LINE__);
    return sink;
}

/// Without what TCP did to them.
std::string messagesOf(RecordingSink sink)
{
    std::erase_if(sink.events, [](const RecordedEvent& event) {
        return event.kind == "tcp.gap" || event.kind == "tcp.retransmission"
            || event.kind == "tcp.out-of-order";
    });
    return sink.kinds();
}

} // namespace

class TestTcpStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void garbageOnThePort();
    void lossThenResync();
    void lossWithinMessage();
    void lossOfManyMessages();
    void framingLost();
    void startsInMidStream();
    void startsInMidMessage();
    void outOfOrder();
    void outOfOrderWithinMessage();
    void lateSegmentOfUnknownStart();
    void lateSegmentBeforeOneThatLooksWhole_data();
    void lateSegmentBeforeOneThatLooksWhole();
    void retransmission();
    void exactDuplicateFrame();
    void overlap();
    void splitHeader();
    void everySplit();
    void severalInOneSegment();
    void sequenceWrap();
    void longStreamBeyondHalfTheNumbers();
    void keepaliveProbe();
    void samePortsAgain();
    void sameNumbersAgain_data();
    void sameNumbersAgain();
    void synSentAgain();
    void dataInASyn();
    void bothDirections();
    void cutByTheCapture();
    void connectionEvents();
    void encryptedIsCounted();
    void manyFlowsAreBounded();
    void endsWhileOthersAreForgotten();
    void lossAndReorderingAtRandom();
};

void TestTcpStream::garbageOnThePort()
{
    const auto sink = read({segment(100, text("GET / HTTP/1.1\r\nHost: somewhere else\r\n\r\n")),
                            segment(5'000, zeros(700)), segment(6'000, Buffer(1'400, std::byte{0xFF}))});
    QCOMPARE(sink.kinds(), "");
    QVERIFY(sink.problems.empty());
}

void TestTcpStream::lossThenResync()
{
    const auto sink = read({segment(100, keepalive), segment(124, keepalive), segment(136, keepalive)});
    QCOMPARE(sink.kinds(), "1 sccp.keepalive, 2 tcp.gap, 2 sccp.keepalive, 3 sccp.keepalive");
    QCOMPARE(sink.problemIds(), "capture.stream-gap");
    QCOMPARE(sink.problems[0].severity, Severity::DataLoss);
    QCOMPARE(sink.problems[0].place->number, 2U);
    const std::vector<std::string> arguments{"12", "10.0.0.1:50000", "10.0.0.9:2000"};
    QCOMPARE(sink.problems[0].arguments, arguments);
}

/// The end of a message is lost; the next segment starts with its second half and then a keepalive, which
/// cannot be found; the segment after that starts with a message again.
void TestTcpStream::lossWithinMessage()
{
    const auto sink = read({segment(100, part(alarmMessage, 0, 50)),
                            segment(190, part(alarmMessage, 90, 104) + keepalive), segment(216, keepalive)});
    QCOMPARE(sink.kinds(), "2 tcp.gap, 3 sccp.keepalive");
    QCOMPARE(sink.problemIds(), "capture.stream-gap");
}

void TestTcpStream::lossOfManyMessages()
{
    std::vector<Buffer> frames;
    for (std::uint32_t i = 0; i < 300; ++i)
        frames.push_back(segment(i * 24, keepalive));
    const auto sink = read(frames);
    QCOMPARE(sink.events.size(), 599U); // each with a gap but the first
    QCOMPARE(sink.problems.size(), 101U);
    QCOMPARE(sink.problems.back().id, "capture.stream-gaps");
    const std::vector<std::string> arguments{"299", "3588"};
    QCOMPARE(sink.problems.back().arguments, arguments);
}

void TestTcpStream::framingLost()
{
    const auto sink =
        read({segment(100, keepalive), segment(112, Buffer(20, std::byte{0xEE})), segment(132, reset)});
    QCOMPARE(sink.kinds(), "1 sccp.keepalive, 3 sccp.reset");
    QCOMPARE(sink.problemIds(), "capture.framing-lost");
    QCOMPARE(sink.problems[0].place->number, 2U);
}

void TestTcpStream::startsInMidStream()
{
    const auto sink = read({segment(4'000'000'000U, reset), segment(4'000'000'016U, keepalive)});
    QCOMPARE(sink.kinds(), "1 sccp.reset, 2 sccp.keepalive");
    QVERIFY(sink.problems.empty());
}

void TestTcpStream::startsInMidMessage()
{
    const auto sink = read({segment(100, part(alarmMessage, 40, 104)), segment(164, keepalive)});
    QCOMPARE(sink.kinds(), "2 sccp.keepalive");
    QVERIFY(sink.problems.empty());
}

void TestTcpStream::outOfOrder()
{
    const auto sink = read(
        {segment(99, {}, flag::syn), segment(112, reset), segment(100, keepalive), segment(128, keepalive)});
    QCOMPARE(sink.kinds(),
             "1 tcp.syn, 2 tcp.gap, 2 sccp.reset, 3 sccp.keepalive, 3 tcp.out-of-order, 4 sccp.keepalive");
    QVERIFY(sink.problems.empty());
}

/// The message is complete in the frame that brings its last missing byte.
void TestTcpStream::outOfOrderWithinMessage()
{
    const auto sink = read({segment(99, {}, flag::syn), segment(100, part(alarmMessage, 0, 30)),
                            segment(170, part(alarmMessage, 70, 104) + keepalive),
                            segment(130, part(alarmMessage, 30, 70))});
    QCOMPARE(sink.kinds(), "1 tcp.syn, 3 tcp.gap, 4 sccp.alarm, 4 sccp.keepalive, 4 tcp.out-of-order");
    QCOMPARE(sink.events[2].device, "SEP001E7A24429A");
    QVERIFY(sink.problems.empty());
}

void TestTcpStream::lateSegmentBeforeOneThatLooksWhole_data()
{
    QTest::addColumn<QByteArray>("id"); // of the message that the second segment seems to begin with
    QTest::newRow("keepalive") << QByteArray::fromHex("00000000");
    QTest::newRow("other") << QByteArray::fromHex("01000000");
}

/// Behind a gap, the end of a message looks like the beginning of a long one: where the gap is filled, it is
/// known better.
void TestTcpStream::lateSegmentBeforeOneThatLooksWhole()
{
    QFETCH(QByteArray, id);
    const Buffer body = le32(5) + le32(400) + le32(0) + text(id.toStdString()) + zeros(20);
    const Buffer stream = sccp(0x0020, body) + keepalive + reset;
    const std::uint32_t at = 16; // a length of 400, a version of 0, and the id
    const auto whole = static_cast<std::uint32_t>(stream.size());
    const auto sink = read({segment(99, {}, flag::syn), segment(100 + at, part(stream, at, whole)),
                            segment(100, part(stream, 0, at)), segment(100 + whole, keepalive)});
    QCOMPARE(messagesOf(sink), "1 tcp.syn, 3 sccp.alarm, 3 sccp.keepalive, 3 sccp.reset, 4 sccp.keepalive");
    QCOMPARE(sink.problemIds(), "");
}

void TestTcpStream::lateSegmentOfUnknownStart()
{
    const auto sink = read({segment(112, keepalive), segment(100, keepalive), segment(112, keepalive)});
    QCOMPARE(sink.kinds(), "1 sccp.keepalive, 2 sccp.keepalive, 3 tcp.retransmission");
    QVERIFY(sink.problems.empty());
}

void TestTcpStream::retransmission()
{
    const auto sink =
        read({segment(100, keepalive), segment(100, keepalive), segment(112, part(alarmMessage, 0, 60)),
              segment(112, part(alarmMessage, 0, 60)), segment(172, part(alarmMessage, 60, 104)),
              segment(100, keepalive + alarmMessage)});
    QCOMPARE(
        sink.kinds(),
        "1 sccp.keepalive, 2 tcp.retransmission, 4 tcp.retransmission, 5 sccp.alarm, 6 tcp.retransmission");
    QVERIFY(sink.problems.empty());
}

void TestTcpStream::exactDuplicateFrame()
{
    const Buffer frame = segment(100, keepalive + reset);
    QCOMPARE(read({frame, frame}).kinds(), "1 sccp.keepalive, 1 sccp.reset, 2 tcp.retransmission");
}

void TestTcpStream::overlap()
{
    const Buffer stream = keepalive + alarmMessage + reset;
    const auto sink = read({segment(100, part(stream, 0, 40)), segment(120, part(stream, 20, 90)),
                            segment(105, part(stream, 5, 132))});
    QCOMPARE(sink.kinds(),
             "1 sccp.keepalive, 2 tcp.retransmission, 3 sccp.alarm, 3 sccp.reset, 3 tcp.retransmission");
    // One segment that fills two gaps and repeats what lies between.
    const auto filled = read({segment(99, {}, flag::syn), segment(112, reset), segment(140, keepalive),
                              segment(100, keepalive + reset + keepalive + keepalive)});
    QCOMPARE(filled.kinds(),
             "1 tcp.syn, 2 tcp.gap, 2 sccp.reset, 3 tcp.gap, 3 sccp.keepalive, 4 sccp.keepalive, 4 "
             "sccp.keepalive, 4 tcp.retransmission, 4 tcp.out-of-order");
    QVERIFY(filled.problems.empty());
}

void TestTcpStream::splitHeader()
{
    const auto sink = read({segment(100, part(reset, 0, 5)), segment(105, part(reset, 5, 16) + keepalive)});
    QCOMPARE(sink.kinds(), "2 sccp.reset, 2 sccp.keepalive");
    QCOMPARE(sink.events[0].value("reset-type"), "1");
}

void TestTcpStream::everySplit()
{
    const Buffer stream = keepalive + alarmMessage + reset;
    for (std::uint32_t at = 1; at < stream.size(); ++at) {
        const auto sink = read({segment(99, {}, flag::syn), segment(100, part(stream, 0, at)),
                                segment(100 + at, part(stream, at, stream.size()))});
        const std::string expected = std::string("1 tcp.syn, ") + (at >= 12 ? "2" : "3") + " sccp.keepalive, "
            + (at >= 116 ? "2" : "3") + " sccp.alarm, 3 sccp.reset";
        QCOMPARE(sink.kinds(), expected);
        QVERIFY(sink.problems.empty());
    }
}

void TestTcpStream::severalInOneSegment()
{
    const auto sink = read({segment(100, keepalive + reset + alarmMessage + keepalive)});
    QCOMPARE(sink.kinds(), "1 sccp.keepalive, 1 sccp.reset, 1 sccp.alarm, 1 sccp.keepalive");
}

void TestTcpStream::sequenceWrap()
{
    const auto sink = read(
        {segment(0xFFFFFFF3, {}, flag::syn), segment(0xFFFFFFF4, keepalive),
         segment(0, part(alarmMessage, 0, 40)), segment(0xFFFFFFF4, keepalive + part(alarmMessage, 0, 40)),
         segment(40, part(alarmMessage, 40, 104)), segment(120, keepalive), segment(104, reset)});
    QCOMPARE(sink.kinds(),
             "1 tcp.syn, 2 sccp.keepalive, 4 tcp.retransmission, 5 sccp.alarm, 6 tcp.gap, 6 sccp.keepalive, "
             "7 sccp.reset, 7 tcp.out-of-order");
    QVERIFY(sink.problems.empty());
    const auto across = read({segment(0xFFFFFFFA, keepalive), segment(6, reset)});
    QCOMPARE(across.kinds(), "1 sccp.keepalive, 2 sccp.reset");
}

/// 5 GiB of messages on one connection, of which the capture holds one byte in 60 000.
void TestTcpStream::longStreamBeyondHalfTheNumbers()
{
    std::vector<Buffer> frames{segment(999, {}, flag::syn)};
    std::uint32_t sequence = 1'000;
    for (int i = 0; i < 7'000; ++i) {
        frames.push_back(segment(sequence, keepalive));
        sequence += 720'000;
    }
    frames.push_back(segment(sequence - 720'000, keepalive)); // and one sent again
    const auto sink = read(frames);
    QCOMPARE(sink.events.size(), 14'001U); // a gap before each but the first, and a retransmission
}

/// A probe repeats the last byte.
void TestTcpStream::keepaliveProbe()
{
    const auto sink = read({segment(100, keepalive), segment(111, zeros(1)), segment(112, reset)});
    QCOMPARE(sink.kinds(), "1 sccp.keepalive, 3 sccp.reset");
}

void TestTcpStream::samePortsAgain()
{
    const auto sink = read({segment(99, {}, flag::syn), segment(99, {}, flag::syn), segment(100, keepalive),
                            segment(99, {}, flag::syn), segment(100, keepalive), segment(49, {}, flag::syn),
                            segment(50, keepalive), segment(3'000'000'000U, reset)});
    QCOMPARE(sink.kinds(),
             "1 tcp.syn, 2 tcp.syn, 3 sccp.keepalive, 4 tcp.syn, 5 tcp.retransmission, 6 tcp.syn, 7 "
             "sccp.keepalive, 8 sccp.reset");
}

void TestTcpStream::sameNumbersAgain_data()
{
    QTest::addColumn<quint32>("flags"); // of the phone, at its end
    QTest::addColumn<quint32>("later"); // s
    QTest::addColumn<bool>("isNew");
    QTest::newRow("closed") << flag::fin << 1U << true;
    QTest::newRow("reset") << flag::rst << 1U << true;
    QTest::newRow("long gone") << flag::ack << 241U << true;
    QTest::newRow("not over") << flag::ack << 100U << false;
}

/// Some phones begin every connection with the same number.
void TestTcpStream::sameNumbersAgain()
{
    QFETCH(quint32, flags);
    QFETCH(quint32, later);
    QFETCH(bool, isNew);
    std::vector<Buffer> connection{segment(99, {}, flag::syn), answer(499, {}, flag::syn | flag::ack),
                                   segment(100, reset), answer(500, reset), segment(116, {}, flags)};
    Buffer file = pcapHeader();
    for (const quint32 start : {1'000U, 1'000U + later}) {
        for (const Buffer& frame : connection)
            file += pcapRecord({frame, start});
        for (Buffer& frame : connection)
            frame[19] = std::byte{7}; // another identification: no copies
    }
    RecordingSink sink;
    QVERIFY(readAll(pcapFormat(), file, sink));
    std::erase_if(sink.events, [](const RecordedEvent& event) { return event.place.number < 8; });
    QCOMPARE(messagesOf(sink).starts_with("8 sccp.reset, 9 sccp.reset"), isNew);
}

/// And what follows it is read on.
void TestTcpStream::synSentAgain()
{
    const auto sink =
        read({segment(99, {}, flag::syn), answer(499, {}, flag::syn | flag::ack), segment(99, {}, flag::syn),
              answer(499, {}, flag::syn | flag::ack), segment(100, part(reset, 0, 9)),
              segment(99, {}, flag::syn), segment(109, part(reset, 9, 16))});
    QCOMPARE(messagesOf(sink), "1 tcp.syn, 2 tcp.syn-ack, 3 tcp.syn, 4 tcp.syn-ack, 6 tcp.syn, 7 sccp.reset");
}

/// RFC 9293 §3.4 allows it, RFC 7413 uses it.
void TestTcpStream::dataInASyn()
{
    const auto sink = read({segment(99, part(reset, 0, 9), flag::syn), segment(109, part(reset, 9, 16)),
                            segment(99, part(reset, 0, 9), flag::syn), segment(116, keepalive)});
    QCOMPARE(sink.kinds(), "1 tcp.syn, 2 sccp.reset, 3 tcp.syn, 3 tcp.retransmission, 4 sccp.keepalive");
    QCOMPARE(sink.problemIds(), "");
}

void TestTcpStream::bothDirections()
{
    const Buffer ack = sccp(0x0100);
    const auto sink =
        read({segment(100, keepalive), answer(100, ack), segment(112, part(alarmMessage, 0, 50)),
              answer(112, ack), segment(162, part(alarmMessage, 50, 104))});
    QCOMPARE(sink.kinds(), "1 sccp.keepalive, 2 sccp.keepalive-ack, 4 sccp.keepalive-ack, 5 sccp.alarm");
    QCOMPARE(toText(sink.events[0].source), "10.0.0.1:50000");
    QCOMPARE(toText(sink.events[0].destination), "10.0.0.9:2000");
    QCOMPARE(toText(sink.events[1].source), "10.0.0.9:2000");
    QCOMPARE(toText(sink.events[1].destination), "10.0.0.1:50000");
    QCOMPARE(sink.events[0].time.ns, 1'000 * nsPerSecond);
    QVERIFY(sink.events[0].repeats && sink.events[1].repeats && !sink.events[3].repeats);
}

/// A capture that kept 68 + 20 bytes of each frame: what is there of the alarm is told, and the next message
/// is found.
void TestTcpStream::cutByTheCapture()
{
    Buffer cut = segment(100, alarmMessage);
    const auto whole = static_cast<std::uint32_t>(cut.size());
    cut.resize(88);
    RecordingSink sink;
    QVERIFY(readAll(pcapFormat(),
                    pcapHeader() + pcapRecord({cut, 1, 0, whole}) + pcapRecord({segment(204, keepalive), 2}),
                    sink));
    QCOMPARE(sink.kinds(), "1 sccp.alarm, 2 sccp.keepalive");
    QCOMPARE(sink.events[0].value("severity"), "2");
    QCOMPARE(sink.problemIds(), "capture.frames-cut");
}

void TestTcpStream::connectionEvents()
{
    const auto sink =
        read({segment(99, {}, flag::syn), answer(199, {}, flag::syn | flag::ack), segment(100, {}),
              segment(100, keepalive, flag::fin | flag::ack), answer(200, {}, flag::rst)});
    QCOMPARE(sink.kinds(), "1 tcp.syn, 2 tcp.syn-ack, 4 sccp.keepalive, 4 tcp.fin, 5 tcp.rst");
    QCOMPARE(sink.events[0].fields, "seq=99");
    QCOMPARE(toText(sink.events[1].source), "10.0.0.9:2000");
}

void TestTcpStream::encryptedIsCounted()
{
    const Buffer secure = ethernet(ipv4(6, 1, 9, tcp(phonePort, 2443, 1, flag::ack, zeros(30))));
    const auto sink = read({secure, secure});
    QCOMPARE(sink.kinds(), "2 tcp.retransmission");
    QCOMPARE(sink.problemIds(), "capture.encrypted");
    QCOMPARE(sink.problems[0].arguments.at(0), "2");
}

/// Forty thousand connections, each with a message that never ends.
void TestTcpStream::manyFlowsAreBounded()
{
    const Buffer open = sccp(0x0020, zeros(4'000)); // only its first 1400 bytes come
    std::vector<Buffer> frames;
    for (unsigned i = 0; i < 40'000; ++i)
        frames.push_back(ethernet(
            ipv4(6, 1 + i / 20'000, 9, tcp(10'000 + i % 20'000, 2000, 1, flag::ack, part(open, 0, 1'400)))));
    frames.push_back(segment(100, keepalive));
    const auto sink = read(frames);
    QCOMPARE(sink.kinds(), "40001 sccp.keepalive");
    QCOMPARE(sink.problemIds(), "capture.flows-evicted");
}

/// The segment that ends a connection brings the bytes for which others are forgotten: the connection is over
/// all the same, and the same number begins another one.
void TestTcpStream::endsWhileOthersAreForgotten()
{
    std::vector<Buffer> frames;
    for (unsigned i = 0; i < 1'048; ++i) // together 8 kB less than may be held back
        frames.push_back(ethernet(ipv4(6, 3, 9, tcp(10'000 + i, 2000, 1, flag::ack, zeros(16'000)))));
    frames.push_back(segment(99, {}, flag::syn));
    frames.push_back(segment(100, part(sccp(0x0020, zeros(9'990)), 0, 9'900), flag::ack | flag::fin));
    frames.push_back(segment(99, {}, flag::syn));
    frames.push_back(segment(100, keepalive));
    const auto sink = read(frames);
    QCOMPARE(messagesOf(sink), "1049 tcp.syn, 1050 tcp.fin, 1051 tcp.syn, 1052 sccp.keepalive");
    QCOMPARE(sink.problemIds(), "capture.flows-evicted");
}

/// Each message in a segment of its own: whatever is lost, repeated or changes places, each message whose
/// frame is there is told once, at the first frame that holds it.
void TestTcpStream::lossAndReorderingAtRandom()
{
    std::mt19937 random(20'090'227);
    for (int round = 0; round < 200; ++round) {
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = 0; i < 60; ++i) {
            if (random() % 10 == 0)
                continue; // lost
            order.push_back(i);
            if (random() % 10 == 0)
                order.push_back(i - std::min<std::uint32_t>(i, random() % 3)); // sent again
            if (random() % 5 == 0 && order.size() > 1)
                std::swap(order.back(), order[order.size() - 2]);
        }
        const std::uint32_t start = 0xFFFFFF00 + static_cast<std::uint32_t>(round);
        std::vector<Buffer> frames{segment(start - 1, {}, flag::syn)};
        std::string expected = "1 tcp.syn";
        std::set<std::uint32_t> told;
        for (const std::uint32_t i : order) {
            frames.push_back(segment(start + i * 16, sccp(0x009F, le32(i))));
            if (told.insert(i).second)
                expected += ", " + std::to_string(frames.size()) + " sccp.reset";
        }
        QCOMPARE(messagesOf(read(frames)), expected);
    }
}

QTEST_APPLESS_MAIN(TestTcpStream)
#include "tst_tcpstream.moc"

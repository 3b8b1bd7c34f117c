// SPDX-License-Identifier: GPL-3.0-or-later
// Second copies of frames, as SPAN ports make them, beside what was truly sent again.
#include <QTest>

#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr unsigned phonePort = 50'000;
const Buffer keepalive = sccp(0x0000);
const Buffer reset = sccp(0x009F, le32(1));
const Buffer alarmMessage = sccp(0x0020, le32(2) + padded("25: Name=SEP001E7A24429A", 80) + zeros(8));

struct Timed {
    Buffer bytes;
    std::uint32_t micros = 0;
};

Buffer segment(std::uint32_t sequence, const Buffer& payload, unsigned id = 1, unsigned flags = flag::ack)
{
    Buffer packet = ipv4(6, 1, 9, tcp(phonePort, 2000, sequence, flags, payload));
    packet[5] = static_cast<std::byte>(id);
    return ethernet(packet);
}

/// As it looks behind a router: other MAC addresses, TTL, DSCP and checksum, and a VLAN tag.
Buffer routed(const Buffer& frame)
{
    Buffer packet(frame.begin() + 14, frame.end());
    packet[1] = std::byte{0x60};
    packet[8] = std::byte{63};
    packet[10] = std::byte{0xAB};
    return hex({2, 0, 0, 0, 0, 7, 2, 0, 0, 0, 0, 8}) + be16(0x8100) + vlanTag(110, packet);
}

RecordingSink read(const std::vector<Timed>& frames)
{
    RecordingSink sink;
    Buffer file = pcapHeader();
    for (const Timed& frame : frames)
        file += pcapRecord({frame.bytes, 1'000 + frame.micros / 1'000'000, frame.micros % 1'000'000});
    (void)readAll(pcapFormat(), file, sink);
    return sink;
}

/// "frame kind", with a star for what is marked as a duplicate.
std::string marked(const RecordingSink& sink)
{
    std::string text;
    for (const RecordedEvent& event : sink.events)
        text += (text.empty() ? "" : ", ") + std::to_string(event.place.number) + " " + event.kind
            + (event.value("duplicate") == "yes" ? "*" : "");
    return text;
}

} // namespace

class TestDuplicates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentAgain_data();
    void sentAgain();
    void copies_data();
    void copies();
    void withoutTime();
    void copiesAreCounted();
    void chainOfCopies();
    void messageOverTwoSegments();
    void copyOfTheSecondHalfAlone();
    void copyChangesNothing();
    void datagrams();
    void ipv6HasNoIdentification();
    void differentDatagramsWithoutIdentification_data();
    void differentDatagramsWithoutIdentification();
    void copiesOfFragments();
    void keepalivesStayRepeats();
};

/// Not a copy, however much it looks like one.
void TestDuplicates::sentAgain_data()
{
    QTest::addColumn<quint32>("micros");
    QTest::addColumn<quint32>("firstId");
    QTest::addColumn<quint32>("secondId");
    QTest::newRow("later than 100 ms") << 100'001U << 1U << 1U;
    QTest::newRow("as a retransmission timer does") << 200'000U << 1U << 1U;
    QTest::newRow("in a packet of its own") << 100U << 1U << 2U;
    QTest::newRow("without an identification, later than 5 ms") << 5'001U << 0U << 0U;
}

void TestDuplicates::sentAgain()
{
    QFETCH(quint32, micros);
    QFETCH(quint32, firstId);
    QFETCH(quint32, secondId);
    const auto sink = read({{segment(100, reset, firstId)}, {segment(100, reset, secondId), micros}});
    QCOMPARE(marked(sink), "1 sccp.reset, 2 tcp.retransmission");
    QCOMPARE(sink.events[1].fields, "seq=100;bytes=16");
    QCOMPARE(sink.problemIds(), "");
}

void TestDuplicates::copies_data()
{
    QTest::addColumn<quint32>("micros");
    QTest::addColumn<quint32>("id");
    QTest::addColumn<bool>("isRouted");
    QTest::newRow("at once") << 0U << 1U << false;
    QTest::newRow("a moment later") << 20U << 1U << false;
    QTest::newRow("behind a router") << 300U << 1U << true;
    QTest::newRow("at the end of the window") << 100'000U << 1U << true;
    QTest::newRow("without an identification") << 5'000U << 0U << true;
}

void TestDuplicates::copies()
{
    QFETCH(quint32, micros);
    QFETCH(quint32, id);
    QFETCH(bool, isRouted);
    const Buffer frame = segment(100, keepalive + reset, id, flag::ack | flag::fin);
    const auto sink = read({{frame}, {isRouted ? routed(frame) : frame, micros}});
    QCOMPARE(marked(sink),
             "1 sccp.keepalive, 1 sccp.reset, 1 tcp.fin, 2 sccp.keepalive*, 2 sccp.reset*, 2 tcp.fin*");
    QCOMPARE(sink.problemIds(), "capture.duplicates");
}

/// Where frames have no time, nothing tells a copy from what was sent again.
void TestDuplicates::withoutTime()
{
    const PcapngBuilder ng;
    RecordingSink sink;
    const Buffer frame = segment(100, reset);
    QVERIFY(
        readAll(pcapngFormat(), ng.section() + ng.interface(1) + ng.simple(frame) + ng.simple(frame), sink));
    QCOMPARE(marked(sink), "1 sccp.reset, 2 tcp.retransmission");
}

void TestDuplicates::copiesAreCounted()
{
    const auto sink = read({{segment(99, {}, 1, flag::syn)},
                            {segment(99, {}, 1, flag::syn), 10},
                            {ntpFrame(), 20},
                            {ntpFrame(), 30}});
    QCOMPARE(marked(sink), "1 tcp.syn, 2 tcp.syn*, 3 ntp.client, 4 ntp.client*");
    QCOMPARE(sink.problems.at(0).arguments, std::vector<std::string>{"2"});
    QCOMPARE(sink.problems.at(0).place->number, 2U);
    QCOMPARE(sink.problems.at(0).severity, Severity::Notice);
}

/// Each within 100 ms of the one before, but not of the first.
void TestDuplicates::chainOfCopies()
{
    const Buffer frame = segment(99, {}, 1, flag::syn);
    QCOMPARE(marked(read({{frame}, {frame, 60'000}, {frame, 120'000}})), "1 tcp.syn, 2 tcp.syn*, 3 tcp.syn");
}

void TestDuplicates::messageOverTwoSegments()
{
    const Buffer first = segment(100, front(alarmMessage, 50), 1);
    const Buffer second = segment(150, {alarmMessage.begin() + 50, alarmMessage.end()}, 2);
    const std::string expected = "3 sccp.alarm, 4 sccp.alarm*";
    QCOMPARE(marked(read({{first}, {first, 10}, {second, 20}, {second, 30}})), expected);
    QCOMPARE(marked(read({{first}, {second, 10}, {first, 20}, {second, 30}})), "2 sccp.alarm, 4 sccp.alarm*");
}

void TestDuplicates::copyOfTheSecondHalfAlone()
{
    const Buffer second = segment(150, {alarmMessage.begin() + 50, alarmMessage.end()}, 2);
    QCOMPARE(marked(read({{segment(100, front(alarmMessage, 50), 1)}, {second, 20}, {second, 30}})),
             "2 sccp.alarm");
}

/// No gap, no retransmission, no message twice; and what comes behind is read as if there had been no copy.
void TestDuplicates::copyChangesNothing()
{
    const auto sink = read({{segment(100, keepalive, 1)},
                            {segment(112, keepalive, 2), 10},
                            {segment(100, keepalive, 1), 20},
                            {segment(112, keepalive, 2), 30},
                            {segment(136, keepalive, 4), 40},
                            {segment(136, keepalive, 4), 50},
                            {segment(124, keepalive, 3), 60}});
    QCOMPARE(marked(sink),
             "1 sccp.keepalive, 2 sccp.keepalive, 3 sccp.keepalive*, 4 sccp.keepalive*, 5 tcp.gap, "
             "5 sccp.keepalive, 6 sccp.keepalive*, 7 sccp.keepalive, 7 tcp.out-of-order");
    QCOMPARE(sink.problemIds(), "capture.duplicates");
}

void TestDuplicates::datagrams()
{
    QCOMPARE(marked(read({{ntpFrame()}, {routed(ntpFrame()), 100}, {ntpFrame(), 150'000}})),
             "1 ntp.client, 2 ntp.client*, 3 ntp.client");
    QCOMPARE(marked(read({{ntpFrame(1)}, {ntpFrame(2), 100}})), "1 ntp.client, 2 ntp.client");
}

void TestDuplicates::ipv6HasNoIdentification()
{
    const Buffer frame = ethernet(ipv6(17, 1, 9, udp(123, 123, ntpClientPacket())), 0x86DD);
    QCOMPARE(marked(read({{frame}, {frame, 4'000}, {frame, 10'000}})),
             "1 ntp.client, 2 ntp.client*, 3 ntp.client");
}

void TestDuplicates::differentDatagramsWithoutIdentification_data()
{
    QTest::addColumn<int>("byte"); // that differs
    QTest::newRow("in the middle") << 34;
    QTest::newRow("at the end") << 47;
}

/// Same length, ports and beginning, and the checksum was not filled in.
void TestDuplicates::differentDatagramsWithoutIdentification()
{
    QFETCH(int, byte);
    const auto frame = [](const Buffer& payload) {
        Buffer packet = ipv4(17, 1, 9, udp(123, 123, payload));
        packet[5] = std::byte{0};
        return ethernet(packet);
    };
    Buffer other = ntpClientPacket();
    other[static_cast<std::size_t>(byte)] ^= std::byte{1};
    QCOMPARE(marked(read({{frame(ntpClientPacket())}, {frame(other), 1'000}, {frame(other), 2'000}})),
             "1 ntp.client, 2 ntp.client, 3 ntp.client*");
}

void TestDuplicates::copiesOfFragments()
{
    const Buffer whole = udp(123, 123, ntpClientPacket());
    const Buffer first = ethernet(ipv4(17, 1, 9, front(whole, 24), 0x2000));
    const Buffer second = ethernet(ipv4(17, 1, 9, {whole.begin() + 24, whole.end()}, 3));
    const auto sink = read({{first}, {first, 10}, {second, 20}, {second, 30}});
    QCOMPARE(marked(sink), "3 ntp.client");
    QCOMPARE(sink.problemIds(), "capture.duplicates");
}

void TestDuplicates::keepalivesStayRepeats()
{
    const auto sink = read({{segment(100, keepalive)}, {segment(100, keepalive), 10}});
    QVERIFY(sink.events.at(1).repeats);
    QCOMPARE(sink.events.at(1).fields, "message-id=0x0000;duplicate=yes");
}

QTEST_APPLESS_MAIN(TestDuplicates)
#include "tst_duplicates.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

Reading readPackets(std::string_view text)
{
    return readText(packetTextFormat(), text);
}

/// From "NTP" (2009): a publisher and its servers, by tcpdump 3.
constexpr std::string_view blogSample =
    "Executing command with options:\n"
    "size=128 count=1000 interface=eth0\n"
    "src= dest= port=123\n"
    "ip=\n"
    "08:56:01.125718 cm6-sub.ntp > cm6-pub.ntp: v4 client strat 4 poll 10 prec -18 (DF) [tos 0x10]\n"
    "08:56:01.125932 cm6-pub.ntp > cm6-sub.ntp: v4 server strat 3 poll 10 prec -18 (DF) [tos 0x10]\n"
    "08:56:18.270720 cm6-pub.ntp > ntp-sj1.ntp: v4 client strat 3 poll 10 prec -18 (DF) [tos 0x10]\n"
    "08:56:18.308956 ntp-sj1.ntp > cm6-pub.ntp: v4 server strat 2 poll 10 prec -20 [tos 0x10]\n";

constexpr std::string_view blogEvents =
    "ntp.client 1970-01-01T08:56:01.125718000Z line 5 - - - "
    "version=4;mode=3;stratum=4;poll=10;precision=-18;src-name=cm6-sub;dst-name=cm6-pub\n"
    "ntp.server 1970-01-01T08:56:01.125932000Z line 6 - - - "
    "version=4;mode=4;stratum=3;poll=10;precision=-18;src-name=cm6-pub;dst-name=cm6-sub\n"
    "ntp.client 1970-01-01T08:56:18.270720000Z line 7 - - - "
    "version=4;mode=3;stratum=3;poll=10;precision=-18;src-name=cm6-pub;dst-name=ntp-sj1\n"
    "ntp.server 1970-01-01T08:56:18.308956000Z line 8 - - - "
    "version=4;mode=4;stratum=2;poll=10;precision=-20;src-name=ntp-sj1;dst-name=cm6-pub\n";

/// As tcpdump -nvvv prints a packet: all of it behind the first line is one packet.
constexpr std::string_view verboseNtp =
    "09:16:45.371462 IP (tos 0x0, ttl 55, id 0, offset 0, flags [DF], proto UDP (17), length 76)\n"
    "    10.1.1.31.123 > 10.1.1.10.123: [udp sum ok] NTPv4, Server, length 48\n"
    "\tLeap indicator: clock unsynchronized (192), Stratum 2 (secondary reference), poll 6 (64s), "
    "precision -6\n"
    "\tRoot Delay: 0.031250, Root dispersion: 10.250000, Reference-ID: 0xac100a01\n"
    "\t  Reference Timestamp:  0.000000000\n"
    "\t  Originator Timestamp: 3645853456.750000000 (2015-07-14T09:04:16Z)\n"
    "\t  Receive Timestamp:    3645853457.000000000 (2015-07-14T09:04:17Z)\n"
    "\t  Transmit Timestamp:   3645853457.500000000 (2015-07-14T09:04:17Z)\n"
    "\t    Originator - Receive Timestamp:  +0.250000000\n"
    "\t    Originator - Transmit Timestamp: +0.750000000\n";

} // namespace

class TestPacketText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesThatAreNone_data();
    void linesThatAreNone();
    void wrongTimesAreNamedAndSkipped();
    void cutAtEveryByte();
    void otherPacketsAreCounted();
    void blogSampleVerbatim();
    void roundTripOfTheSample();
    void windowsLineEnds();
    void optionsAreLimits();
    void droppedPacketsAreALimit();
    void heads_data();
    void heads();
    void packets_data();
    void packets();
    void verbosePackets();
    void dates_data();
    void dates();
};

void TestPacketText::linesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("prose") << QByteArray("here is a capture");
    QTest::newRow("no time") << QByteArray("IP a.ntp > b.ntp: NTPv4, Client, length 48");
    QTest::newRow("seconds alone") << QByteArray("08:56:01 a.ntp > b.ntp: NTPv4, Client, length 48");
    QTest::newRow("milliseconds") << QByteArray("08:56:01.125 a.ntp > b.ntp: NTPv4, Client");
    QTest::newRow("time alone") << QByteArray("08:56:01.125718");
    QTest::newRow("half an option") << QByteArray("size=128 and more");
}

void TestPacketText::linesThatAreNone()
{
    QFETCH(QByteArray, line);
    const Reading reading = readPackets("\n" + line.toStdString() + "\n");
    QVERIFY(reading.facts);
    QVERIFY(reading.sink.events.empty());
    QCOMPARE(reading.problemText(), std::string("info formats.lines-not-understood line 2 '1' '2'\n"));
}

void TestPacketText::wrongTimesAreNamedAndSkipped()
{
    const Reading reading = readPackets("25:56:01.125718 a.ntp > b.ntp: v4 client strat 4 poll 10 prec -18\n"
                                        "2017-02-30 08:56:01.125718 IP a.ntp > b.ntp: NTPv4, Client\n");
    QVERIFY(reading.sink.events.empty());
    QCOMPARE(reading.problemText(),
             std::string("data-loss formats.time-not-understood line 1 '25:56:01.125718'\n"
                         "data-loss formats.time-not-understood line 2 '2017-02-30 08:56:01.125718'\n"));
}

void TestPacketText::cutAtEveryByte()
{
    for (const std::string_view sample : {blogSample, verboseNtp}) {
        for (std::size_t length = 0; length <= sample.size(); ++length) {
            const Reading reading = readPackets(sample.substr(0, length));
            QVERIFY(reading.facts);
            QVERIFY(reading.sink.events.size() <= 4);
            packetTextFormat().sniff(asBytes(sample.substr(0, length)));
        }
    }
}

void TestPacketText::otherPacketsAreCounted()
{
    const Reading reading = readPackets(
        "16:08:43.199710 IP 10.1.1.1.137 > 10.1.1.255.137: UDP, length 50\n"
        "16:08:43.199711 IP 10.1.1.1.40000 > 10.1.1.2.2000: Flags [P.], seq 1:13, ack 1, length 12\n"
        "\t0x0000:  4500 0034\n"
        "16:08:43.199712 00:0c:29:1f:74:06 > 01:80:c2:00:00:0e, ethertype LLDP (0x88cc), length 60\n"
        "16:08:43.199713 IP 10.1.1.1.4 > 10.1.1.2.80: Flags [S], seq 1, win 1, length 0\n");
    QVERIFY(reading.sink.events.empty());
    QCOMPARE(reading.problemText(), std::string("info formats.records-not-of-interest - '4' '1'\n"));
}

void TestPacketText::blogSampleVerbatim()
{
    const Reading reading = readPackets(blogSample);
    QCOMPARE(reading.eventText(), std::string(blogEvents));
    QCOMPARE(reading.problemText(), std::string());
    QVERIFY(!reading.facts->hasDate);
    QCOMPARE(reading.facts->records, std::uint64_t{8});
    QCOMPARE(reading.facts->resolution, Nanoseconds{1000});
    QVERIFY(!reading.facts->utcOffsetSeconds);
}

/// The table of `utils ntp status` on the same page has a delay of 38.233 ms for ntp-sj1.
void TestPacketText::roundTripOfTheSample()
{
    struct Times : EventSink {
        std::vector<std::int64_t> times;
        void event(const Event& event) override { times.push_back(event.time.ns); }
        void problem(Problem) override { }
        void landmark(Landmark) override { }
    } sink;
    BlockReader reader(memorySource(bytesOf(blogSample)));
    Progress progress;
    QVERIFY(packetTextFormat().read(reader, sink, progress, {}));
    QCOMPARE(sink.times.at(3) - sink.times.at(2), std::int64_t{38'236'000});
}

void TestPacketText::windowsLineEnds()
{
    std::string text;
    for (const char c : blogSample)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QCOMPARE(readPackets(text).eventText(), std::string(blogEvents));
    QCOMPARE(packetTextFormat().sniff(asBytes(text)).confidence, 100);
}

void TestPacketText::optionsAreLimits()
{
    const Reading reading = readPackets("admin:utils network capture size 128 count 1000 port 123\n"
                                        "Executing command with options:\n"
                                        " size=128                count=1000              interface=eth0\n"
                                        " src=dest=                   port=123\n"
                                        " ip=10.1.1.5\n");
    QCOMPARE(reading.problemText(), std::string());
    const auto& limits = reading.facts->limits;
    QCOMPARE(limits.size(), std::size_t{2});
    QCOMPARE(limits[0].id, std::string("limit.filter"));
    QCOMPARE(limits[0].arguments, (std::vector<std::string>{"port 123 and host 10.1.1.5"}));
    QCOMPARE(limits[1].id, std::string("limit.snap-length-chosen"));
    QCOMPARE(limits[1].arguments, (std::vector<std::string>{"128"}));
}

void TestPacketText::droppedPacketsAreALimit()
{
    const Reading reading =
        readPackets("tcpdump: listening on eth0, link-type EN10MB (Ethernet), capture size 96 bytes\n"
                    "12 packets captured\n14 packets received by filter\n2 packets dropped by kernel\n");
    QCOMPARE(reading.problemText(), std::string());
    const auto& limits = reading.facts->limits;
    QCOMPARE(limits.size(), std::size_t{2});
    QCOMPARE(limits[0].arguments, (std::vector<std::string>{"96"}));
    QCOMPARE(limits[1].id, std::string("limit.drops"));
    QCOMPARE(limits[1].arguments, (std::vector<std::string>{"2"}));
}

void TestPacketText::heads_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("event"); // source, destination, fields without version and mode
    const auto row = [](const char* line, const char* event) {
        QTest::newRow(line) << QByteArray(line) << QByteArray(event);
    };
    row("IP cucm-sub3.home.lab.39417 > cucm-115.home.lab.ntp: NTPv4 , Client, length 48",
        "- - src-name=cucm-sub3.home.lab;dst-name=cucm-115.home.lab");
    row("IP 10.1.1.5.123 > 10.1.1.6.ntp: NTPv4, Client, length 48", "10.1.1.5:123 10.1.1.6:123");
    row("IP6 2003:51::2.123 > 2003:52::7.123: NTPv4, Client, length 48", "[2003:51::2]:123 [2003:52::7]:123");
    row("IP (tos 0x0, ttl 64, proto UDP (17), length 76) 10.1.1.5.123 > 10.1.1.6.123: NTPv4, Client, length "
        "48",
        "10.1.1.5:123 10.1.1.6:123");
    row("IP6 (class 0xe0, hlim 253, next-header UDP (17) payload length: 76) 2003::2.123 > 2003::7.123: "
        "[udp sum ok] NTPv4, Client, length 68",
        "[2003::2]:123 [2003::7]:123");
    row("eth0  Out IP 10.1.1.5.123 > 10.1.1.6.123: NTPv4, Client, length 48", "10.1.1.5:123 10.1.1.6:123");
    row("00:0c:29:1f:74:06 (oui Unknown) > 00:0c:29:76:6c:0a (oui Unknown), ethertype IPv4 (0x0800), length "
        "90: 10.1.1.5.ntp > 10.1.1.6.ntp: NTPv4, Client, length 48",
        "10.1.1.5:123 10.1.1.6:123");
    row("00:0c:29:1f:74:06 > 00:0c:29:76:6c:0a, ethertype 802.1Q (0x8100), length 94: vlan 100, p 0, "
        "ethertype IPv4 (0x0800), 10.1.1.5.123 > 10.1.1.6.123: NTPv4, Client, length 48",
        "10.1.1.5:123 10.1.1.6:123");
}

void TestPacketText::heads()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, event);
    const QByteArray text = "16:08:43.199710 " + line + "\n";
    const Reading reading = readPackets(text.toStdString());
    QCOMPARE(reading.sink.events.size(), std::size_t{1});
    QByteArray expected = "ntp.client 1970-01-01T16:08:43.199710000Z line 1 - " + event + ' ';
    if (event.count(' ') == 2)
        expected = expected.trimmed().replace(" src-name", " version=4;mode=3;src-name");
    else
        expected += "version=4;mode=3";
    QCOMPARE(QByteArray::fromStdString(reading.sink.events[0]), expected);
    QCOMPARE(packetTextFormat().sniff(asBytes(text.toStdString())).confidence, 100);
}

void TestPacketText::packets_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<QByteArray>("event"); // kind, then device, source, destination, fields
    const auto row = [](const char* packet, const char* event) {
        QTest::newRow(packet) << QByteArray(packet) << QByteArray(event);
    };
    row("a.ntp > b.ntp: v4 sym_act strat 3 poll 6 prec -18",
        "ntp.symmetric-active - - - version=4;mode=1;stratum=3;poll=6;precision=-18;src-name=a;dst-name=b");
    row("a.ntp > b.ntp: v3 bcast strat 3 poll 6 prec -18",
        "ntp.broadcast - - - version=3;mode=5;stratum=3;poll=6;precision=-18;src-name=a;dst-name=b");
    row("IP 10.1.1.5.9 > 10.1.1.6.123: NTPv2, Control Message, length 12",
        "ntp.control - 10.1.1.5:9 10.1.1.6:123 version=2;mode=6");
    row("IP 10.1.1.5.9 > 10.1.1.6.123: NTPv2, Reserved, length 12",
        "ntp.private - 10.1.1.5:9 10.1.1.6:123 version=2;mode=7");
    row("IP 0.0.0.0.bootpc > 255.255.255.255.bootps: BOOTP/DHCP, Request from 00:1e:7a:24:42:9a (oui Cisco), "
        "length 300",
        "bootp.request - 0.0.0.0:68 255.255.255.255:67 client-mac=00:1e:7a:24:42:9a");
    row("IP 10.1.1.1.67 > 10.1.1.4.68: BOOTP/DHCP, Reply, length 300, xid 0xde549277, Flags [none]",
        "bootp.reply - 10.1.1.1:67 10.1.1.4:68 xid=0xde549277");
    row("IP 10.1.1.5.49399 > 10.1.1.6.5060: SIP: REGISTER sip:10.1.1.6 SIP/2.0",
        "sip.register - 10.1.1.5:49399 10.1.1.6:5060 method=REGISTER");
    row("IP 10.1.1.6.5060 > 10.1.1.5.49399: SIP: SIP/2.0 100 Trying",
        "sip.response - 10.1.1.6:5060 10.1.1.5:49399 status=100;reason=Trying");
    row("IP 10.1.1.5.49399 > 10.1.1.6.cisco-sccp: Flags [S], seq 1616084737, win 4128, length 0",
        "tcp.syn - 10.1.1.5:49399 10.1.1.6:2000 seq=1616084737");
    row("IP 10.1.1.6.2000 > 10.1.1.5.49399: Flags [S.], seq 171821369, ack 1616084738, win 29200, length 0",
        "tcp.syn-ack - 10.1.1.6:2000 10.1.1.5:49399 seq=171821369");
    row("IP 10.1.1.6.2000 > 10.1.1.5.49399: Flags [F.], seq 1, ack 1, win 29200, length 0",
        "tcp.fin - 10.1.1.6:2000 10.1.1.5:49399 -");
    row("IP 10.1.1.6.2000 > 10.1.1.5.49399: Flags [R], seq 1, win 0, length 0",
        "tcp.rst - 10.1.1.6:2000 10.1.1.5:49399 -");
    row("10.1.1.5.49399 > 10.1.1.6.2000: S 1616084737:1616084737(0) win 4128 <mss 1460>",
        "tcp.syn - 10.1.1.5:49399 10.1.1.6:2000 seq=1616084737");
    row("10.1.1.6.2000 > 10.1.1.5.49399: S 1:1(0) ack 1616084738 win 4128",
        "tcp.syn-ack - 10.1.1.6:2000 10.1.1.5:49399 seq=1");
    row("IP 10.1.1.5.49399 > 10.1.1.6.69: TFTP, length 35, RRQ \"SEP001E7A24429A.cnf.xml\" octet",
        "tftp.read-request SEP001E7A24429A 10.1.1.5:49399 10.1.1.6:69 file=SEP001E7A24429A.cnf.xml");
    row("ARP, Request who-has 10.1.1.5 tell 10.1.1.6, length 28",
        "arp.request - 10.1.1.6 10.1.1.5 target-ip=10.1.1.5;sender-ip=10.1.1.6");
    row("ARP, Reply 10.1.1.5 is-at 00:1e:7a:24:42:9a (oui Cisco), length 28",
        "arp.reply - 10.1.1.5 - sender-ip=10.1.1.5;sender-mac=00:1e:7a:24:42:9a");
    row("arp who-has 10.1.1.5 tell 10.1.1.6",
        "arp.request - 10.1.1.6 10.1.1.5 target-ip=10.1.1.5;sender-ip=10.1.1.6");
    row("IP 10.1.1.6 > 10.1.1.5: ICMP 10.1.1.6 udp port 123 unreachable, length 84",
        "icmp.unreachable - 10.1.1.6 10.1.1.5 reason=port;text=10.1.1.6 udp port 123");
}

void TestPacketText::packets()
{
    QFETCH(QByteArray, packet);
    QFETCH(QByteArray, event);
    const Reading reading = readPackets("16:08:43.199710 " + packet.toStdString() + "\n");
    QCOMPARE(reading.sink.events.size(), std::size_t{1});
    QByteArray expected = event;
    expected.insert(expected.indexOf(' '), " 1970-01-01T16:08:43.199710000Z line 1");
    QCOMPARE(QByteArray::fromStdString(reading.sink.events[0]), expected);
    QVERIFY(reading.sink.problems.empty());
}

void TestPacketText::verbosePackets()
{
    const Reading ntp = readPackets(verboseNtp);
    QCOMPARE(
        ntp.eventText(),
        std::string("ntp.server 1970-01-01T09:16:45.371462000Z line 1 - 10.1.1.31:123 10.1.1.10:123 "
                    "version=4;mode=4;stratum=2;refid=172.16.10.1;poll=6;leap=3;precision=-6;"
                    "root-delay-s=0.031250;root-dispersion-s=10.250000;reference=0x0000000000000000;"
                    "originate=0xd94f4f10c0000000;receive=0xd94f4f1100000000;transmit=0xd94f4f1180000000\n"));
    const Reading dhcp = readPackets(
        "15:36:13.061643 IP (tos 0x10, ttl 128, id 0, offset 0, flags [none], proto UDP (17), length 328)\n"
        "    0.0.0.0.68 > 255.255.255.255.67: BOOTP/DHCP, Request from 00:1e:7a:24:42:9a, length 300, xid "
        "0xde549277, secs 4, Flags [none]\n"
        "\t  Client-Ethernet-Address 00:1e:7a:24:42:9a\n"
        "\t  Vendor-rfc1048 Extensions\n"
        "\t    Magic Cookie 0x63825363\n"
        "\t    DHCP-Message (53), length 1: Request\n"
        "\t    Requested-IP (50), length 4: 10.1.1.4\n"
        "\t    Vendor-Class (60), length 36: \"Cisco Systems, Inc. IP Phone CP-7961\"\n"
        "\t    Parameter-Request (55), length 8: \n"
        "\t      Subnet-Mask (1), TFTP-Server-Address (150)\n");
    QCOMPARE(dhcp.eventText(),
             std::string("dhcp.request 1970-01-01T15:36:13.061643000Z line 1 SEP001E7A24429A 0.0.0.0:68 "
                         "255.255.255.255:67 xid=0xde549277;client-mac=00:1e:7a:24:42:9a;secs=4;"
                         "state=init-reboot;requested-ip=10.1.1.4;"
                         "vendor-class=Cisco Systems, Inc. IP Phone CP-7961\n"));
    const Reading sip = readPackets("03:42:29.095788 IP 10.1.1.5.5060 > 10.1.1.6.5060: SIP, length: 298\n"
                                    "\tREGISTER sip:10.1.1.6 SIP/2.0\n"
                                    "\tCSeq: 101 REGISTER\n"
                                    "\tExpires: 3600\n"
                                    "\t\n");
    QCOMPARE(sip.eventText(),
             std::string("sip.register 1970-01-01T03:42:29.095788000Z line 1 - 10.1.1.5:5060 10.1.1.6:5060 "
                         "method=REGISTER;cseq=101 REGISTER;expires=3600\n"));
}

void TestPacketText::dates_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<bool>("isUtc");
    QTest::newRow("numbered, with a date") << QByteArray("    1  2017-06-19 14:12:10.230949")
                                           << QByteArray("2017-06-19T14:12:10.230949000Z") << false;
    QTest::newRow("since 1970") << QByteArray("1497881530.230949")
                                << QByteArray("2017-06-19T14:12:10.230949000Z") << true;
    QTest::newRow("nanoseconds") << QByteArray("14:12:10.230949123")
                                 << QByteArray("1970-01-01T14:12:10.230949123Z") << false;
}

void TestPacketText::dates()
{
    QFETCH(QByteArray, time);
    QFETCH(QByteArray, first);
    QFETCH(bool, isUtc);
    const QByteArray text = time + " IP 192.168.100.2.58054 > 192.168.100.1.123: NTPv4, Client, length 72\n";
    const Reading reading = readPackets(text.toStdString());
    QCOMPARE(reading.sink.kinds, (std::vector<std::string>{"ntp.client"}));
    QCOMPARE(QByteArray::fromStdString(toRfc3339(reading.facts->first->ns)), first);
    QCOMPARE(reading.facts->hasDate, !first.startsWith("1970"));
    QCOMPARE(reading.facts->utcOffsetSeconds.has_value(), isUtc);
}

QTEST_APPLESS_MAIN(TestPacketText)
#include "tst_packettext.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "models/formats/terminaltext.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

Reading readStatus(std::string_view text)
{
    return readText(ntpStatusFormat(), text);
}

/// From "NTP - Network Time Protocol" (8 February 2009), as stored there: the addresses are lost, and the
/// first row has slipped behind the rule.
constexpr std::string_view blogSample = "ntpd (pid 3638) is running...\n"
                                        "\n"
                                        "remote refid st t when poll reach delay offset jitter\n"
                                        "===================================================================="
                                        "========== 10 l 9 64 377 0.000 0.000 0.008\n"
                                        "* 2 u 921 1024 377 38.233 3.336 1.182\n"
                                        "+ 2 u 988 1024 377 37.044 3.252 12.236\n"
                                        "\n"
                                        "synchronised to NTP server ( at stratum 3\n"
                                        "time correct to within 60 ms\n"
                                        "polling server every 1024 s\n"
                                        "\n"
                                        "Current time in UTC is : Sun Feb 8 14:38:36 UTC 2009\n"
                                        "Current time in America/Chicago is : Sun Feb 8 08:38:36 CST 2009\n";

constexpr std::string_view blogEvents =
    "ntp.peer-status 2009-02-08T14:38:36.000000000Z line 4 - - - "
    "tally=rejected;stratum=10;type=l;when-s=9;poll-s=64;"
    "reach=377;delay-ms=0.000;offset-ms=0.000;jitter-ms=0.008\n"
    "ntp.peer-status 2009-02-08T14:38:36.000000000Z line 5 - - - "
    "tally=system-peer;tally-raw=*;stratum=2;type=u;when-s=921;"
    "poll-s=1024;reach=377;delay-ms=38.233;offset-ms=3.336;jitter-ms=1.182\n"
    "ntp.peer-status 2009-02-08T14:38:36.000000000Z line 6 - - - "
    "tally=candidate;tally-raw=+;stratum=2;type=u;when-s=988;"
    "poll-s=1024;reach=377;delay-ms=37.044;offset-ms=3.252;jitter-ms=12.236\n"
    "ntp.system-status 2009-02-08T14:38:36.000000000Z line 8 - - - "
    "synchronised=yes;reference=ntp-server;stratum=3;"
    "within-ms=60;poll-s=1024;running=yes;pid=3638;zone=America/Chicago;local-offset-s=-21600\n";

/// The same output before it was damaged, with the addresses a stored copy has.
constexpr std::string_view columnSample =
    "admin:utils ntp status\n"
    "ntpd (pid 3638) is running...\n"
    "\n"
    "     remote           refid      st t when poll reach   delay   offset  jitter\n"
    "==============================================================================\n"
    " 127.127.1.0     127.127.1.0     10 l    9   64  377    0.000    0.000   0.008\n"
    "*171.68.10.80    64.103.34.14     2 u  921 1024  377   38.233    3.336   1.182\n"
    "+171.68.10.150   10.81.254.202    2 u    -  17m    0   37.044   -3.252  12.236\n"
    "\n"
    "synchronised to NTP server (171.68.10.80) at stratum 3 \n"
    "   time correct to within 60 ms\n"
    "   polling server every 1024 s\n"
    "\n"
    "Current time in UTC is : Sun Feb  8 14:38:36 UTC 2009\n"
    "Current time in Asia/Kolkata is : Sun Feb  8 20:08:37 IST 2009\n"
    "admin:\n";

std::string oneRow(std::string_view row)
{
    const Reading reading = readStatus(row);
    return reading.sink.events.size() == 1 ? reading.sink.events[0] : "not one event";
}

} // namespace

class TestNtpStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsThatAreNone_data();
    void rowsThatAreNone();
    void noTimeAtAll();
    void wrongTime();
    void cutAtEveryByte();
    void everyByteReplaced();
    void blogSampleVerbatim();
    void columns();
    void peerRows_data();
    void peerRows();
    void tails_data();
    void tails();
    void severalReadings();
    void localTimeThatIsNone();
    void readingWithoutTimeBesideOthers();
    void longNamesAreWrapped();
    void stateBetweenTheRows();
    void terminalSession();
    void terminalText_data();
    void terminalText();
    void hugeTable();
    void promptsNameTheNode_data();
    void promptsNameTheNode();
    void wrappedRowsKeepTheirMark();
    void serverList();
    void namesAboveThePrompts();
};

void TestNtpStatus::rowsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("seven columns") << QByteArray("2 u 921 1024 377 38.233 3.336");
    QTest::newRow("stratum 17") << QByteArray("*10.1.1.1 10.1.1.2 17 u 921 1024 377 38.233 3.336 1.182");
    QTest::newRow("unknown type") << QByteArray("*10.1.1.1 10.1.1.2 2 q 921 1024 377 38.233 3.336 1.182");
    QTest::newRow("reach 378") << QByteArray("*10.1.1.1 10.1.1.2 2 u 921 1024 378 38.233 3.336 1.182");
    QTest::newRow("reach of four digits")
        << QByteArray("*10.1.1.1 10.1.1.2 2 u 921 1024 0377 38.233 3.336 1.182");
    QTest::newRow("no poll") << QByteArray("*10.1.1.1 10.1.1.2 2 u 921 - 377 38.233 3.336 1.182");
    QTest::newRow("offset in words") << QByteArray("*10.1.1.1 10.1.1.2 2 u 921 1024 377 38.233 much 1.182");
    QTest::newRow("two points") << QByteArray("*10.1.1.1 10.1.1.2 2 u 921 1024 377 38.233 3.3.6 1.182");
    QTest::newRow("a point alone") << QByteArray("*10.1.1.1 10.1.1.2 2 u 921 1024 377 38.233 . 1.182");
    QTest::newRow("too many words") << QByteArray(
        "* 10.1.1.1 10.1.1.2 more 2 u 921 1024 377 38.233 3.336 1.182");
    QTest::newRow("three names") << QByteArray("a b c 2 u 921 1024 377 38.233 3.336 1.182");
    QTest::newRow("prose") << QByteArray("1. The box is synchronized to at stratum 2.");
    QTest::newRow("a word") << QByteArray("Basic");
}

void TestNtpStatus::rowsThatAreNone()
{
    QFETCH(QByteArray, row);
    const Reading reading = readStatus("\n" + row.toStdString() + "\n");
    QVERIFY(reading.sink.events.empty());
    QCOMPARE(reading.problemText(), std::string("info formats.lines-not-understood line 2 '1' '2'\n"));
    QCOMPARE(ntpStatusFormat().sniff(asBytes(row.toStdString())).confidence, 0);
}

void TestNtpStatus::noTimeAtAll()
{
    const Reading reading = readStatus("*10.1.1.1 .GPS. 1 u 9 64 377 0.1 0.2 0.3\n");
    QCOMPARE(
        reading.eventText(),
        std::string("ntp.peer-status 1970-01-01T00:00:00.000000000Z line 1 - - 10.1.1.1 "
                    "tally=system-peer;tally-raw=*;"
                    "remote=10.1.1.1;refid=.GPS.;stratum=1;type=u;when-s=9;poll-s=64;reach=377;delay-ms=0.1;"
                    "offset-ms=0.2;jitter-ms=0.3\n"));
    QCOMPARE(reading.problemText(), std::string("notice formats.no-time line 1 '1' '1'\n"));
    QVERIFY(!reading.facts->hasDate);
    QVERIFY(!reading.facts->first);
    QVERIFY(!reading.facts->utcOffsetSeconds);
}

void TestNtpStatus::wrongTime()
{
    const Reading reading = readStatus("unsynchronised\n"
                                       "Current time in UTC is : Sun Feb 30 14:38:36 UTC 2009\n"
                                       "Current time in UTC is : Sun Feb 8 24:38:36 UTC 2009\n"
                                       "Current time in UTC is : Sun Foo 8 14:38:36 UTC 2009\n"
                                       "Current time in UTC is : Sun Feb 8 14:38:36 UTC 1\n"
                                       "Current time in UTC is : Sun Feb 8 14:38:36 UTC 99999\n");
    QCOMPARE(reading.eventText(),
             std::string("ntp.system-status 1970-01-01T00:00:00.000000000Z line 1 - - - synchronised=no\n"));
    QCOMPARE(reading.problemText(),
             std::string("data-loss formats.time-not-understood line 2 "
                         "'Current time in UTC is : Sun Feb 30 14:38:36 UTC 2009'\n"
                         "data-loss formats.time-not-understood line 3 "
                         "'Current time in UTC is : Sun Feb 8 24:38:36 UTC 2009'\n"
                         "data-loss formats.time-not-understood line 4 "
                         "'Current time in UTC is : Sun Foo 8 14:38:36 UTC 2009'\n"
                         "data-loss formats.time-not-understood line 5 "
                         "'Current time in UTC is : Sun Feb 8 14:38:36 UTC 1'\n"
                         "data-loss formats.time-not-understood line 6 "
                         "'Current time in UTC is : Sun Feb 8 14:38:36 UTC 99999'\n"
                         "notice formats.no-time line 1 '1' '1'\n"));
}

void TestNtpStatus::cutAtEveryByte()
{
    for (const std::string_view sample : {blogSample, columnSample}) {
        for (std::size_t length = 0; length <= sample.size(); ++length) {
            const Reading reading = readStatus(sample.substr(0, length));
            QVERIFY(reading.facts);
            QVERIFY(reading.sink.ordered);
            ntpStatusFormat().sniff(asBytes(sample.substr(0, length)));
        }
    }
}

void TestNtpStatus::everyByteReplaced()
{
    for (const char c : {'\0', '\x1B', '\r', '=', '9'}) {
        std::string text(columnSample);
        for (char& place : text) {
            const char kept = std::exchange(place, c);
            QVERIFY(readStatus(text).sink.ordered);
            place = kept;
        }
    }
}

void TestNtpStatus::blogSampleVerbatim()
{
    const Reading reading = readStatus(blogSample);
    QCOMPARE(reading.eventText(), std::string(blogEvents));
    QCOMPARE(reading.problemText(), std::string());
    QVERIFY(reading.sink.ordered);
    const SourceFacts& facts = *reading.facts;
    QCOMPARE(facts.unit, PlaceUnit::Line);
    QCOMPARE(facts.records, std::uint64_t{13});
    QCOMPARE(toRfc3339(facts.first->ns), std::string("2009-02-08T14:38:36.000000000Z"));
    QCOMPARE(facts.first, facts.last);
    QCOMPARE(facts.resolution, Nanoseconds{nsPerSecond});
    QCOMPARE(facts.utcOffsetSeconds, std::optional<int>{0});
    QCOMPARE(facts.zoneName, std::string("America/Chicago"));
    QVERIFY(facts.hasDate);
}

void TestNtpStatus::columns()
{
    const Reading reading = readStatus(columnSample);
    QCOMPARE(reading.eventText(),
             std::string(
                 "ntp.peer-status 2009-02-08T14:38:36.000000000Z line 6 - - 127.127.1.0 tally=rejected;"
                 "remote=127.127.1.0;refid=127.127.1.0;stratum=10;type=l;when-s=9;poll-s=64;reach=377;"
                 "delay-ms=0.000;offset-ms=0.000;jitter-ms=0.008\n"
                 "ntp.peer-status 2009-02-08T14:38:36.000000000Z line 7 - - 171.68.10.80 tally=system-peer;"
                 "tally-raw=*;remote=171.68.10.80;refid=64.103.34.14;stratum=2;type=u;when-s=921;poll-s=1024;"
                 "reach=377;delay-ms=38.233;offset-ms=3.336;jitter-ms=1.182\n"
                 "ntp.peer-status 2009-02-08T14:38:36.000000000Z line 8 - - 171.68.10.150 tally=candidate;"
                 "tally-raw=+;remote=171.68.10.150;refid=10.81.254.202;stratum=2;type=u;poll-s=1020;"
                 "reach=0;delay-ms=37.044;offset-ms=-3.252;jitter-ms=12.236\n"
                 "ntp.system-status 2009-02-08T14:38:36.000000000Z line 10 - - 171.68.10.80 synchronised=yes;"
                 "reference=ntp-server;server=171.68.10.80;stratum=3;within-ms=60;poll-s=1024;running=yes;"
                 "pid=3638;zone=Asia/Kolkata;local-offset-s=19800\n"));
    QCOMPARE(reading.problemText(), std::string());
}

void TestNtpStatus::peerRows_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("fields"); // the first ones
    const auto row = [](const char* text, const char* fields) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(fields);
    };
    row("o10.1.1.1 .PPS. 0 l 9 64 377 0.1 0.2 0.3",
        "10.1.1.1 tally=pps-peer;tally-raw=o;remote=10.1.1.1;refid=.PPS.;");
    row("x10.1.1.1 .GPS. 1 u 9 64 377 0.1 0.2 0.3",
        "10.1.1.1 tally=falseticker;tally-raw=x;remote=10.1.1.1;");
    row("#10.1.1.1 .GPS. 1 u 9 64 377 0.1 0.2 0.3", "10.1.1.1 tally=backup;tally-raw=#;remote=10.1.1.1;");
    row("-10.1.1.1 .GPS. 1 u 9 64 377 0.1 0.2 0.3", "10.1.1.1 tally=outlier;tally-raw=-;remote=10.1.1.1;");
    row(".10.1.1.1 .GPS. 1 u 9 64 377 0.1 0.2 0.3", "10.1.1.1 tally=culled;tally-raw=.;remote=10.1.1.1;");
    row("xenon .GPS. 1 u 9 64 377 0.1 0.2 0.3", "- tally=rejected;remote=xenon;refid=.GPS.;");
    row("*xenon .GPS. 1 u 9 64 377 0.1 0.2 0.3", "- tally=system-peer;tally-raw=*;remote=xenon;refid=.GPS.;");
    row("* 10.1.1.1 .GPS. 1 u 9 64 377 0.1 0.2 0.3",
        "10.1.1.1 tally=system-peer;tally-raw=*;remote=10.1.1.1;refid=.GPS.;");
    row("x 2 u 9 64 377 0.1 0.2 0.3", "- tally=falseticker;tally-raw=x;stratum=2;");
    row("2001:db8::1 .INIT. 16 u - 64 0 0.000 0.000 4000.00",
        "2001:db8::1 tally=rejected;remote=2001:db8::1;refid=.INIT.;stratum=16;type=u;poll-s=64;reach=0;");
    row("10.1.1.1 10.1.1.2 2 u 3h 36h 377 0.528 -75060.2 81.458",
        "10.1.1.1 "
        "tally=rejected;remote=10.1.1.1;refid=10.1.1.2;stratum=2;type=u;when-s=10800;poll-s=129600;");
    row("10.1.1.1 10.1.1.2 2 u 2d 64 377 1 -2 3",
        "10.1.1.1 tally=rejected;remote=10.1.1.1;refid=10.1.1.2;stratum=2;type=u;when-s=172800;poll-s=64;");
}

void TestNtpStatus::peerRows()
{
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, fields);
    const std::string expected =
        "ntp.peer-status 1970-01-01T00:00:00.000000000Z line 1 - - " + fields.toStdString();
    const std::string event = oneRow(row.toStdString() + "\r\n");
    QCOMPARE(event.substr(0, expected.size()), expected);
}

void TestNtpStatus::tails_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("event"); // from the line on
    const auto row = [](const char* text, const char* event) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(event);
    };
    row("ntpd is not running", "line 1 - - - running=no");
    row("ntpd dead but pid file exists", "line 1 - - - running=no");
    row("ntpd is not running\n\nntpd dead but pid file exists", "line 1 - - - running=no");
    row("admin:utils ntp status ntpd (pid 28435) is running...", "line 1 - - - running=yes;pid=28435");
    row("ntpd (pids 28435 28436) is running...", "line 1 - - - running=yes;pid=28435");
    row("unsynchronised\n   polling server every 8 s", "line 1 - - - synchronised=no;poll-s=8");
    row("unsynchronised\n   time server re-starting\n   polling server every 64 s",
        "line 1 - - - synchronised=no;poll-s=64;restarting=yes");
    row("synchronised to NTP server (10.0.0.1) at stratum 3\n   time server re-starting",
        "line 1 - - 10.0.0.1 synchronised=yes;reference=ntp-server;server=10.0.0.1;stratum=3;restarting=yes");
    row("synchronised to local net at stratum 11",
        "line 1 - - - synchronised=yes;reference=local-net;stratum=11");
    row("synchronised to local net (127.127.1.0) at stratum 11",
        "line 1 - - 127.127.1.0 synchronised=yes;reference=local-net;server=127.127.1.0;stratum=11");
    row("synchronized to NTP server (2001:db8::1) at stratum 4",
        "line 1 - - 2001:db8::1 synchronised=yes;reference=ntp-server;server=2001:db8::1;stratum=4");
}

void TestNtpStatus::tails()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, event);
    QCOMPARE(oneRow(text.toStdString()),
             "ntp.system-status 1970-01-01T00:00:00.000000000Z " + event.toStdString());
}

void TestNtpStatus::severalReadings()
{
    const Reading reading =
        readStatus("admin:utils ntp status\nntpd (pid 1) is running...\n\n"
                   "     remote           refid      st t when poll reach   delay   offset  jitter\n"
                   " 10.4.1.31       172.20.47.190    2 u   52   64    7    0.698  -68.995   0.288\n\n"
                   "unsynchronised\n   polling server every 64 s\n\n"
                   "Current time in UTC is : Mon Aug  3 04:17:01 UTC 2009\n"
                   "Current time in Asia/Singapore is : Mon Aug  3 12:17:01 +08 2009\n\n"
                   "ntpd (pid 1) is running...\n\n"
                   "     remote           refid      st t when poll reach   delay   offset  jitter\n"
                   "*10.4.1.31       172.20.47.190    2 u  106  128  377    0.471  160.769 100.476\n\n"
                   "synchronised to NTP server (10.4.1.31) at stratum 3 \n"
                   "Current time in UTC is : Mon Aug  3 04:33:57 UTC 2009\n"
                   "Current time in Asia/Singapore is : Mon Aug  3 12:33:57 +08 2009\n");
    QCOMPARE(reading.sink.kinds,
             (std::vector<std::string>{"ntp.peer-status", "ntp.system-status", "ntp.peer-status",
                                       "ntp.system-status"}));
    QVERIFY(reading.sink.events[0].starts_with("ntp.peer-status 2009-08-03T04:17:01.000000000Z line 5 "));
    QVERIFY(reading.sink.events[1].starts_with("ntp.system-status 2009-08-03T04:17:01.000000000Z line 7 "));
    QVERIFY(reading.sink.events[1].ends_with("zone=Asia/Singapore;local-offset-s=28800"));
    QVERIFY(reading.sink.events[2].starts_with("ntp.peer-status 2009-08-03T04:33:57.000000000Z line 16 "));
    QVERIFY(reading.sink.events[3].starts_with("ntp.system-status 2009-08-03T04:33:57.000000000Z line 18 "));
    QCOMPARE(toRfc3339(reading.facts->first->ns), std::string("2009-08-03T04:17:01.000000000Z"));
    QCOMPARE(toRfc3339(reading.facts->last->ns), std::string("2009-08-03T04:33:57.000000000Z"));
    QCOMPARE(reading.problemText(), std::string());
}

/// No zone is a year from UTC.
void TestNtpStatus::localTimeThatIsNone()
{
    const Reading reading = readStatus("ntpd (pid 1) is running...\nunsynchronised\n"
                                       "Current time in UTC is : Mon Aug  3 04:17:01 UTC 2009\n"
                                       "Current time in Asia/Singapore is : Sun Aug  3 12:17:01 +08 2008\n"
                                       "Current time in UTC is : Mon Aug  3 04:18:01 UTC 2009\n");
    QCOMPARE(reading.eventText(),
             std::string("ntp.system-status 2009-08-03T04:17:01.000000000Z line 1 - - - "
                         "synchronised=no;running=yes;pid=1;zone=Asia/Singapore\n"));
}

void TestNtpStatus::readingWithoutTimeBesideOthers()
{
    const Reading reading = readStatus("ntpd (pid 1) is running...\nunsynchronised\n"
                                       "ntpd (pid 2) is running...\n"
                                       "Current time in UTC is : Mon Aug  3 04:17:01 UTC 2009\n"
                                       "ntpd (pid 3) is running...\nunsynchronised\n");
    QCOMPARE(reading.eventText(),
             std::string("ntp.system-status 2009-08-03T04:17:01.000000000Z line 1 - - - "
                         "synchronised=no;running=yes;pid=1;time-basis=assumed\n"
                         "ntp.system-status 2009-08-03T04:17:01.000000000Z line 3 - - - running=yes;pid=2\n"
                         "ntp.system-status 2009-08-03T04:17:01.000000000Z line 5 - - - "
                         "synchronised=no;running=yes;pid=3;time-basis=assumed\n"));
    QCOMPARE(reading.problemText(), std::string("notice formats.readings-without-time line 1 '2' '1'\n"));
    QVERIFY(reading.facts->hasDate);
}

/// Events come in the order of the file, whatever the order of its lines.
void TestNtpStatus::stateBetweenTheRows()
{
    const std::string row = "*10.1.1.1 10.2.2.2 2 u 9 64 377 0.1 0.2 0.3\n";
    const Reading reading = readStatus(row + "\nsynchronised to NTP server (10.1.1.1) at stratum 3\n" + row);
    QVERIFY(reading.sink.events.size() >= 3);
    QVERIFY(reading.sink.ordered);
}

void TestNtpStatus::longNamesAreWrapped()
{
    const std::string event =
        oneRow("     remote           refid      st t when poll reach   delay   offset  jitter\n"
               "*2001:db8:10:20::31\n"
               "                 .GPS.            1 u   44   64  377   11.724   -0.021   0.064\n");
    QCOMPARE(
        event,
        std::string("ntp.peer-status 1970-01-01T00:00:00.000000000Z line 3 - - 2001:db8:10:20::31 "
                    "tally=system-peer;tally-raw=*;remote=2001:db8:10:20::31;refid=.GPS.;stratum=1;type=u;"
                    "when-s=44;poll-s=64;reach=377;delay-ms=11.724;offset-ms=-0.021;jitter-ms=0.064"));
}

void TestNtpStatus::terminalSession()
{
    const Reading reading =
        readStatus("\x1B[0;32madmin:\x1B[0mutils ntp statsu\b\bus\r\n"
                   "ntpd (pid 7) is running...\r\n"
                   "Press <enter> for 1 line, <space> for one page, or <q> to quit\r"
                   "                                                              \r"
                   "*10.1.1.1        .GPS.            1 u    9   64  377    0.100    0.200   0.300\r\n"
                   "--More--\x1B[2K\r\n"
                   "Current time in UTC is : Mon Aug  3 04:17:01 UTC 2009\r\n");
    QCOMPARE(
        reading.eventText(),
        std::string("ntp.system-status 2009-08-03T04:17:01.000000000Z line 2 - - - running=yes;pid=7\n"
                    "ntp.peer-status 2009-08-03T04:17:01.000000000Z line 3 - - 10.1.1.1 tally=system-peer;"
                    "tally-raw=*;remote=10.1.1.1;refid=.GPS.;stratum=1;type=u;when-s=9;poll-s=64;reach=377;"
                    "delay-ms=0.100;offset-ms=0.200;jitter-ms=0.300\n"));
    QCOMPARE(reading.problemText(), std::string());
}

void TestNtpStatus::terminalText_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("escape alone") << QByteArray("\x1B") << QByteArray();
    QTest::newRow("escape cut") << QByteArray("a\x1B[0;3") << QByteArray("a");
    QTest::newRow("title cut") << QByteArray("a\x1B]0;title") << QByteArray("a");
    QTest::newRow("back space at the start") << QByteArray("\b\bab") << QByteArray("ab");
    QTest::newRow("title") << QByteArray("\x1B]0;t\aab") << QByteArray("ab");
    QTest::newRow("colour") << QByteArray("\x1B[1;31ma\x1B[0mb") << QByteArray("ab");
    QTest::newRow("two-character sequence") << QByteArray("\x1B"
                                                          "7ab")
                                            << QByteArray("ab");
    QTest::newRow("over-written") << QByteArray("--More--\r        \rab") << QByteArray("ab");
    QTest::newRow("left standing") << QByteArray("--More-- ab") << QByteArray(" ab");
    QTest::newRow("zero bytes") << QByteArray("a\0b", 3) << QByteArray("ab");
    QTest::newRow("blanks stay") << QByteArray("  ab") << QByteArray("  ab");
}

void TestNtpStatus::terminalText()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, shown);
    TerminalText terminal;
    QCOMPARE(QByteArray::fromStdString(std::string(terminal.shown(line.toStdString()))), shown);
}

void TestNtpStatus::hugeTable()
{
    std::string text;
    for (int i = 0; i < 50'000; ++i)
        text += "*10.1.1.1 .GPS. 1 u 9 64 377 0.1 0.2 0.3\n";
    const Reading reading = readStatus(text);
    QCOMPARE(reading.sink.events.size(), std::size_t{50'000});
    QVERIFY(reading.sink.ordered);
    QCOMPARE(reading.sink.problems.size(), std::size_t{1});
}

void TestNtpStatus::promptsNameTheNode_data()
{
    QTest::addColumn<QByteArray>("prompt");
    QTest::addColumn<QByteArray>("node");
    QTest::newRow("none") << QByteArray("admin:utils ntp status") << QByteArray();
    QTest::newRow("node before it") << QByteArray("cucm-pub admin:utils ntp status")
                                    << QByteArray("cucm-pub");
    QTest::newRow("node and colon") << QByteArray("cucm-pub:admin:utils ntp status")
                                    << QByteArray("cucm-pub");
    QTest::newRow("shell") << QByteArray("[root@cucm-pub ~]# ntpq -pn") << QByteArray("cucm-pub");
    QTest::newRow("another shell") << QByteArray("root@cucm-pub:~$ ntpq -p") << QByteArray("cucm-pub");
}

void TestNtpStatus::promptsNameTheNode()
{
    QFETCH(QByteArray, prompt);
    QFETCH(QByteArray, node);
    const std::string row = "*10.1.1.1 .GPS. 1 u 9 64 377 0.1 0.2 0.3\n";
    const std::string end = "Current time in UTC is : Sun Feb 8 14:38:36 UTC 2009\n";
    const Reading reading =
        readStatus(prompt.toStdString() + "\n" + row + end + "other admin:utils ntp status\n" + row + end);
    QCOMPARE(reading.problemText(), std::string());
    QCOMPARE(reading.sink.events.size(), std::size_t{2});
    const std::string suffix = node.isEmpty() ? "jitter-ms=0.3" : ";node=" + node.toStdString();
    QVERIFY(reading.sink.events[0].ends_with(suffix));
    QVERIFY(reading.sink.events[1].ends_with(";node=other"));
}

void TestNtpStatus::wrappedRowsKeepTheirMark()
{
    const Reading reading =
        readStatus("x2001:db8:10:20::32\n"
                   "                 10.1.1.1  2 u   44   64  377   11.724   -0.021   0.064\n"
                   "oslo.example.com\n"
                   "                 10.1.1.1  2 u   44   64  377   11.724   -0.021   0.064\n");
    QVERIFY(reading.sink.events.at(0).find("tally=falseticker;tally-raw=x;remote=2001:db8:10:20::32;")
            != std::string::npos);
    QVERIFY(reading.sink.events.at(1).find("tally=rejected;remote=oslo.example.com;") != std::string::npos);
}

void TestNtpStatus::serverList()
{
    const Reading reading = readStatus("admin:utils ntp server list\n"
                                       "10.1.1.31\n"
                                       "2. ntp1.example.com\n"
                                       "The command is executed successfully\n"
                                       "admin:\n"
                                       "ntp2.example.com\n");
    QCOMPARE(reading.eventText(),
             std::string("ntp.configured-server 1970-01-01T00:00:00.000000000Z line 2 - - 10.1.1.31 "
                         "server=10.1.1.31\n"
                         "ntp.configured-server 1970-01-01T00:00:00.000000000Z line 3 - - - "
                         "server=ntp1.example.com\n"));
    QCOMPARE(reading.problemText(),
             std::string("notice formats.no-time line 2 '1' '2'\n"
                         "info formats.lines-not-understood line 6 '1' '6'\n"));
}

/// Who saved the outputs wrote the nodes' names above them.
void TestNtpStatus::namesAboveThePrompts()
{
    const std::string text = "cucm-pub:\nadmin:utils ntp status\nntpd is not running\n\n"
                             "cucm-sub:\n\nadmin:utils ntp status\nntpd is not running\n";
    const Reading reading = readStatus(text);
    QCOMPARE(reading.sink.events.size(), 2U);
    QVERIFY(reading.sink.events.at(0).ends_with("node=cucm-pub"));
    QVERIFY(reading.sink.events.at(1).ends_with("node=cucm-sub"));
    QCOMPARE(reading.problemText(), std::string("notice formats.no-time line 3 '2' '3'\n"));
}

QTEST_APPLESS_MAIN(TestNtpStatus)
#include "tst_ntpstatus.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "models/formats/monthname.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

Reading readLog(std::string_view text)
{
    return readText(ntpLogFormat(), text);
}

constexpr std::string_view ownFile =
    "12 Sep 09:28:07 ntpd[8391]: ntpd 4.2.6p5@1.2349-o Sat Dec 20 02:53:39 UTC 2014 (1)\n"
    "12 Sep 09:28:07 ntpd[8391]: proto: precision = 0.081 usec\n"
    "12 Sep 09:28:07 ntpd[8391]: 0.0.0.0 c016 06 restart\n"
    "12 Sep 09:31:22 ntpd[8391]: 192.0.2.12 961a 8a sys_peer\n";

constexpr std::string_view ownEvents =
    "ntp.log 1970-09-12T09:28:07.000000000Z line 1 - - - what=start;version=4.2.6p5@1.2349-o;"
    "text=ntpd 4.2.6p5@1.2349-o Sat Dec 20 02:53:39 UTC 2014 (1);pid=8391\n"
    "ntp.log 1970-09-12T09:28:07.000000000Z line 2 - - - what=precision;precision-us=0.081;"
    "text=proto: precision = 0.081 usec;pid=8391\n"
    "ntp.log 1970-09-12T09:28:07.000000000Z line 3 - - - what=restart;status=c016;"
    "text=0.0.0.0 c016 06 restart;pid=8391\n"
    "ntp.log 1970-09-12T09:31:22.000000000Z line 4 - - 192.0.2.12 what=synchronised;server=192.0.2.12;"
    "status=961a;text=192.0.2.12 961a 8a sys_peer;pid=8391\n";

} // namespace

class TestNtpLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesThatAreNone_data();
    void linesThatAreNone();
    void wrongTimesAreNamedAndSkipped();
    void otherLinesAreCounted();
    void leasesInTheSameSyslog();
    void cutAtEveryByte();
    void ownFileVerbatim();
    void windowsLineEnds();
    void heads_data();
    void heads();
    void texts_data();
    void texts();
    void newYear();
    void months_data();
    void months();
};

void TestNtpLog::linesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("prose") << QByteArray("the clock is wrong");
    QTest::newRow("no month") << QByteArray("12 Foo 09:28:07 ntpd[1]: synchronisation lost");
    QTest::newRow("no clock") << QByteArray("12 Sep ntpd[1]: synchronisation lost");
    QTest::newRow("no process") << QByteArray("12 Sep 09:28:07 synchronisation lost");
    QTest::newRow("date alone") << QByteArray("12 Sep 09:28:07");
    QTest::newRow("less than a priority") << QByteArray("<");
}

void TestNtpLog::linesThatAreNone()
{
    QFETCH(QByteArray, line);
    const Reading reading = readLog("\n" + line.toStdString() + "\n");
    QVERIFY(reading.facts);
    QVERIFY(reading.sink.events.empty());
    QCOMPARE(reading.problemText(), std::string("info formats.lines-not-understood line 2 '1' '2'\n"));
    QCOMPARE(ntpLogFormat().sniff(asBytes(line.toStdString())).confidence, 0);
}

void TestNtpLog::wrongTimesAreNamedAndSkipped()
{
    const Reading reading = readLog("31 Apr 09:28:07 ntpd[1]: synchronisation lost\n"
                                    "12 Sep 29:28:07 ntpd[1]: synchronisation lost\n"
                                    "2023-02-30T07:27:46+00:00 jammy ntpd[3132]: synchronisation lost\n");
    QVERIFY(reading.sink.events.empty());
    QCOMPARE(reading.problemText(),
             std::string("data-loss formats.time-not-understood line 1 '31 Apr 09:28:07'\n"
                         "data-loss formats.time-not-understood line 2 '12 Sep 29:28:07'\n"
                         "data-loss formats.time-not-understood line 3 '2023-02-30T07:27:46+00:00'\n"));
}

void TestNtpLog::otherLinesAreCounted()
{
    const Reading reading =
        readLog("Mar 22 07:27:46 jammy ntpd[3132]: Listen normally on 2 eth0 10.1.1.5:123\n"
                "Mar 22 07:27:47 jammy sshd[1]: synchronisation lost\n"
                "Mar 22 07:27:48 jammy ntpd[3132]: ntpd is here\n");
    QVERIFY(reading.sink.events.empty());
    QCOMPARE(reading.problemText(), std::string("info formats.records-not-of-interest - '3' '0'\n"));
}

void TestNtpLog::leasesInTheSameSyslog()
{
    const Reading reading =
        readLog("Mar 22 07:27:46 jammy ntpd[3132]: no servers reachable\n"
                "Mar 22 07:27:47 jammy dhcpd[1414]: DHCPNAK on 10.0.2.15 to 08:00:27:c1:4f:9a via eth0\n"
                "Mar 22 07:27:48 jammy kernel: eth0: link up\n");
    QCOMPARE(reading.sink.events.size(), std::size_t{2});
    QVERIFY(reading.sink.events[0].starts_with("ntp.log "));
    QVERIFY(reading.sink.events[1].starts_with("dhcp.nak "));
    QCOMPARE(reading.problemText(), std::string("info formats.records-not-of-interest - '1' '0'\n"));
}

void TestNtpLog::cutAtEveryByte()
{
    for (std::size_t length = 0; length <= ownFile.size(); ++length) {
        const Reading reading = readLog(ownFile.substr(0, length));
        QVERIFY(reading.facts);
        QVERIFY(reading.sink.events.size() <= 4);
    }
}

void TestNtpLog::ownFileVerbatim()
{
    const Reading reading = readLog(ownFile);
    QCOMPARE(reading.eventText(), std::string(ownEvents));
    QCOMPARE(reading.problemText(), std::string());
    QVERIFY(reading.facts->year);
    QVERIFY(!reading.facts->hasDate);
    QCOMPARE(reading.facts->resolution, Nanoseconds{nsPerSecond});
}

void TestNtpLog::windowsLineEnds()
{
    std::string text;
    for (const char c : ownFile)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QCOMPARE(readLog(text).eventText(), std::string(ownEvents));
}

void TestNtpLog::heads_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("own file") << QByteArray(" 6 Sep 20:54:50 ntpd[28435]: ")
                              << QByteArray("1970-09-06T20:54:50.000000000Z") << QByteArray();
    QTest::newRow("syslog") << QByteArray("Mar 22 07:27:46 jammy ntpd[3132]: ")
                            << QByteArray("1970-03-22T07:27:46.000000000Z") << QByteArray("jammy");
    QTest::newRow("priority") << QByteArray("<30>Mar  2 07:27:46 jammy /usr/sbin/ntpd[3132]: ")
                              << QByteArray("1970-03-02T07:27:46.000000000Z") << QByteArray("jammy");
    QTest::newRow("Romanian") << QByteArray("ian 09 07:27:46 pc ntpd[3132]: ")
                              << QByteArray("1970-01-09T07:27:46.000000000Z") << QByteArray("pc");
    QTest::newRow("RFC 3339") << QByteArray("2023-03-22T00:27:46.5+01:00 jammy ntpd[3132]: ")
                              << QByteArray("2023-03-22T00:27:46.500000000Z") << QByteArray("jammy");
    QTest::newRow("RFC 5424") << QByteArray("<29>1 2023-03-22T00:27:46.5+01:00 jammy ntpd 3132 - - ")
                              << QByteArray("2023-03-22T00:27:46.500000000Z") << QByteArray("jammy");
    QTest::newRow("RFC 5424 with data")
        << QByteArray("1 2023-03-22T00:27:46.5+01:00 jammy ntpd 3132 a [x y=\"1\"] \xEF\xBB\xBF")
        << QByteArray("2023-03-22T00:27:46.500000000Z") << QByteArray("jammy");
    QTest::newRow("priority behind the host")
        << QByteArray("Mar 22 07:27:46 pub local6 5 ntpd[3132]: ")
        << QByteArray("1970-03-22T07:27:46.000000000Z") << QByteArray("pub");
    QTest::newRow("priority before the host")
        << QByteArray("Mar 22 07:27:46 daemon.info pub ntpd[3132]: ")
        << QByteArray("1970-03-22T07:27:46.000000000Z") << QByteArray("pub");
    QTest::newRow("OpenWrt") << QByteArray("Wed Mar 22 07:27:46 2000 daemon.info ntpd[3132]: ")
                             << QByteArray("2000-03-22T07:27:46.000000000Z") << QByteArray();
}

void TestNtpLog::heads()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, time);
    QFETCH(QByteArray, host);
    const std::string text = head.toStdString() + "synchronisation lost\n";
    const Reading reading = readLog(text);
    const std::string pid = !host.isEmpty() ? "" : head.contains("28435") ? ";pid=28435" : ";pid=3132";
    QCOMPARE(reading.eventText(),
             "ntp.log " + time.toStdString() + " line 1 - - - what=lost;text=synchronisation lost" + pid
                 + "\n");
    QCOMPARE(reading.facts->origin.host, host.toStdString());
    QCOMPARE(ntpLogFormat().sniff(asBytes(text)).confidence, 100);
    QCOMPARE(reading.facts->utcOffsetSeconds.value_or(-1), time.startsWith("2023") ? 3600 : -1);
}

void TestNtpLog::texts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("event"); // destination, fields without the text
    const auto row = [](const char* text, const char* event) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(event);
    };
    row("synchronized to 10.1.1.1, stratum 2", "10.1.1.1 what=synchronised;server=10.1.1.1;stratum=2");
    row("synchronized to 10.1.1.1, stratum=2", "10.1.1.1 what=synchronised;server=10.1.1.1;stratum=2");
    row("synchronized to LOCAL(0), stratum 10", "- what=synchronised;server=LOCAL(0);stratum=10");
    row("no servers reachable", "- what=unreachable");
    row("time reset -0.523110 s", "- what=step;offset-s=-0.523110");
    row("time reset (step) 1.5 s", "- what=step;offset-s=1.5");
    row("CLOCK: time stepped by 32.316775", "- what=step;offset-s=32.316775");
    row("0.0.0.0 c61c 0c clock_step +32.316775 s", "- what=step;offset-s=+32.316775;status=c61c");
    row("step time server 10.1.1.1 offset 0.6 sec", "10.1.1.1 what=step;server=10.1.1.1;offset-s=0.6");
    row("time slew +0.128 s", "- what=slew;offset-s=+0.128");
    row("time correction of -3600 seconds exceeds sanity limit (1000); set clock manually",
        "- what=panic;offset-s=-3600");
    row("frequency initialized -9.500 PPM from /var/lib/ntp/drift", "- what=frequency;ppm=-9.500");
    row("frequency error 512 PPM exceeds tolerance 500 PPM", "- what=frequency;ppm=512");
    row("kernel reports TIME_ERROR: 0x2041: Clock Unsynchronized", "- what=kernel-error;status=0x2041");
    row("kernel time sync status 0040", "- what=kernel;status=0040");
    row("ntpd exiting on signal 15", "- what=exit;signal=15");
    row("ntpd 4.2.0a@1.1190-r Thu Apr 20 11:39:55 EDT 2006 (1)", "- what=start;version=4.2.0a@1.1190-r");
    row("10.1.1.1 8014 84 reachable", "10.1.1.1 what=reachable;server=10.1.1.1;status=8014");
    row("10.1.1.1 8013 83 unreachable", "10.1.1.1 what=unreachable;server=10.1.1.1;status=8013");
    row("0.0.0.0 0618 08 no_sys_peer", "- what=lost;status=0618");
    row("0.0.0.0 c617 07 panic_stop -4394 s", "- what=panic;offset-s=-4394;status=c617");
    row("receive: KoD packet from 10.1.1.1 ignored", "- what=kiss");
    row("couldn't resolve `ntp1.example.com', giving up on it",
        "- what=name-not-found;server=ntp1.example.com");
}

void TestNtpLog::texts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, event);
    const Reading reading = readLog("Mar 22 07:27:46 jammy ntpd[3132]: " + text.toStdString() + "\n");
    const QByteArray encoded = QByteArray(text).replace(';', "%3B");
    QCOMPARE(reading.eventText(),
             "ntp.log 1970-03-22T07:27:46.000000000Z line 1 - - " + event.toStdString()
                 + ";text=" + encoded.toStdString() + "\n");
}

void TestNtpLog::newYear()
{
    const Reading reading = readLog("31 Dec 23:59:59 ntpd[1]: synchronisation lost\n"
                                    " 1 Jan 00:00:01 ntpd[1]: synchronized to 10.1.1.1, stratum 2\n");
    QCOMPARE(reading.facts->last->ns - reading.facts->first->ns, 2 * nsPerSecond);
    QCOMPARE(reading.problemText(), std::string());
}

void TestNtpLog::months_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("month");
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("a number") << QByteArray("12") << 0;
    QTest::newRow("two letters") << QByteArray("Ja") << 0;
    QTest::newRow("a long word") << QByteArray("January-and-so-on") << 0;
    QTest::newRow("Feb") << QByteArray("Feb") << 2;
    QTest::newRow("JUNE") << QByteArray("JUNE") << 6;
    QTest::newRow("juin") << QByteArray("juin") << 6;
    QTest::newRow("juil.") << QByteArray("juil.") << 7;
    QTest::newRow("Mär") << QByteArray("Mär") << 3;
    QTest::newRow("Dez") << QByteArray("Dez") << 12;
}

void TestNtpLog::months()
{
    QFETCH(QByteArray, name);
    QFETCH(int, month);
    QCOMPARE(monthNumber(name.toStdString()), month);
}

QTEST_APPLESS_MAIN(TestNtpLog)
#include "tst_ntplog.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

Reading readLog(std::string_view text)
{
    return readText(dhcpServerLogFormat(), text);
}

constexpr std::string_view windowsLog =
    "\t\tMicrosoft DHCP Service Activity Log\n"
    "\n"
    "Event ID  Meaning\n"
    "10\tA new IP address was leased to a client.\n"
    "14\tA lease request could not be satisfied because the scope's\n"
    "\taddress pool was exhausted.\n"
    "\n"
    "ID,Date,Time,Description,IP Address,Host Name,MAC Address\n"
    "10,01/05/09,09:27:21,Assign,10.64.20.24,SEP0019E8EBA11A,0019E8EBA11A\n"
    "13,01/05/09,09:27:21,Conflict,10.64.20.24,SEP0019E8EBA11A,0019E8EBA11A\n"
    "15,01/05/09,09:32:29,NACK,192.168.1.194,WS-3802,001F3B7C4BB8\n";

constexpr std::string_view windowsEvents =
    "dhcp.ack 2009-01-05T09:27:21.000000000Z line 9 SEP0019E8EBA11A - - "
    "client-mac=00:19:e8:eb:a1:1a;your-ip=10.64.20.24;host-name=SEP0019E8EBA11A;id=10\n"
    "dhcp.log 2009-01-05T09:27:21.000000000Z line 10 SEP0019E8EBA11A - - "
    "client-mac=00:19:e8:eb:a1:1a;address=10.64.20.24;host-name=SEP0019E8EBA11A;what=conflict;text=Conflict;"
    "id=13\n"
    "dhcp.nak 2009-01-05T09:32:29.000000000Z line 11 - - - "
    "client-mac=00:1f:3b:7c:4b:b8;requested-ip=192.168.1.194;host-name=WS-3802;id=15\n";

} // namespace

class TestDhcpServerLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesThatAreNone_data();
    void linesThatAreNone();
    void wrongTimesAreNamedAndSkipped();
    void otherLinesAreCounted();
    void cutAtEveryByte();
    void windowsLogVerbatim();
    void windowsLineEnds();
    void windowsHeadComesAgain();
    void windowsDates_data();
    void windowsDates();
    void windowsLogInGerman();
    void windowsLogOfDhcpv6();
    void summerTimeEnds();
    void mixedCalendars();
    void windowsRows_data();
    void windowsRows();
    void daemons_data();
    void daemons();
};

void TestDhcpServerLog::linesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("prose") << QByteArray("no leases here");
    QTest::newRow("no head") << QByteArray("DHCPNAK on 10.0.2.15 to 08:00:27:c1:4f:9a via enp0s8");
    QTest::newRow("row without a date") << QByteArray("10,09:27:21,Assign,10.64.20.24");
    QTest::newRow("row without a time") << QByteArray("10,01/05/09,Assign,10.64.20.24,,,,,,,,,");
    QTest::newRow("number alone") << QByteArray("10,");
}

void TestDhcpServerLog::linesThatAreNone()
{
    QFETCH(QByteArray, line);
    const Reading reading = readLog("\n" + line.toStdString() + "\n");
    QVERIFY(reading.facts);
    QVERIFY(reading.sink.events.empty());
    QCOMPARE(reading.problemText(), std::string("info formats.lines-not-understood line 2 '1' '2'\n"));
    QCOMPARE(dhcpServerLogFormat().sniff(asBytes(line.toStdString())).confidence, 0);
}

void TestDhcpServerLog::wrongTimesAreNamedAndSkipped()
{
    const Reading reading =
        readLog("10,13/35/09,09:27:21,Assign,10.64.20.24,,\n"
                "10,01/05/09,29:27:21,Assign,10.64.20.24,,\n"
                "Oct 35 20:02:15 R dhcpd[1414]: DHCPNAK on 10.0.2.15 to 08:00:27:c1:4f:9a\n");
    QVERIFY(reading.sink.events.empty());
    QCOMPARE(reading.problemText(),
             std::string("data-loss formats.time-not-understood line 1 '13/35/09,09:27:21'\n"
                         "data-loss formats.time-not-understood line 2 '01/05/09,29:27:21'\n"
                         "data-loss formats.time-not-understood line 3 'Oct 35 20:02:15'\n"));
}

void TestDhcpServerLog::otherLinesAreCounted()
{
    const Reading reading = readLog("Oct 15 20:02:15 R dhcpd[1414]: Wrote 3 leases to leases file.\n"
                                    "Oct 15 20:02:15 R sshd[1]: DHCPNAK on 10.0.2.15 to 08:00:27:c1:4f:9a\n"
                                    "32,01/05/09,09:27:21,DNS Update Successful,10.64.20.24,a.b,,\n");
    QVERIFY(reading.sink.events.empty());
    QVERIFY(reading.problemText().find("info formats.records-not-of-interest - '3' '0'\n")
            != std::string::npos);
}

void TestDhcpServerLog::cutAtEveryByte()
{
    for (std::size_t length = 0; length <= windowsLog.size(); ++length) {
        const Reading reading = readLog(windowsLog.substr(0, length));
        QVERIFY(reading.facts);
        QVERIFY(reading.sink.events.size() <= 3);
        dhcpServerLogFormat().sniff(asBytes(windowsLog.substr(0, length)));
    }
}

void TestDhcpServerLog::windowsLogVerbatim()
{
    const Reading reading = readLog(windowsLog);
    QCOMPARE(reading.eventText(), std::string(windowsEvents));
    QCOMPARE(reading.problemText(), std::string());
    QVERIFY(reading.facts->hasDate);
}

void TestDhcpServerLog::windowsLineEnds()
{
    std::string text;
    for (const char c : windowsLog)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QCOMPARE(readLog(text).eventText(), std::string(windowsEvents));
    QCOMPARE(dhcpServerLogFormat().sniff(asBytes(text)).confidence, 100);
}

void TestDhcpServerLog::windowsHeadComesAgain()
{
    const Reading reading = readLog(std::string(windowsLog) + std::string(windowsLog));
    QCOMPARE(reading.sink.events.size(), std::size_t{6});
    QVERIFY(reading.problemText().find("not-understood") == std::string::npos);
}

void TestDhcpServerLog::windowsDates_data()
{
    QTest::addColumn<QByteArray>("dates");
    QTest::addColumn<QByteArray>("last");
    QTest::newRow("American") << QByteArray("01/05/09") << QByteArray("2009-01-05");
    QTest::newRow("American by its day") << QByteArray("03/04/09 03/14/09") << QByteArray("2009-03-14");
    QTest::newRow("day first by its day") << QByteArray("13/04/09 03/05/09") << QByteArray("2009-05-03");
    QTest::newRow("day first by its steps") << QByteArray("03/04/09 04/04/09") << QByteArray("2009-04-04");
    QTest::newRow("American by its steps")
        << QByteArray("04/03/09 04/04/09 04/05/09") << QByteArray("2009-04-05");
    QTest::newRow("points") << QByteArray("03.04.09") << QByteArray("2009-04-03");
    QTest::newRow("points and four digits") << QByteArray("3.4.2009") << QByteArray("2009-04-03");
    QTest::newRow("year first") << QByteArray("2009-04-03") << QByteArray("2009-04-03");
}

void TestDhcpServerLog::windowsDates()
{
    QFETCH(QByteArray, dates);
    QFETCH(QByteArray, last);
    std::string text;
    for (const QByteArray& date : dates.split(' '))
        text += "10," + date.toStdString() + ",09:27:21,Assign,10.64.20.24,SEP0019E8EBA11A,0019E8EBA11A\r\n";
    const Reading reading = readLog(text);
    QCOMPARE(reading.sink.events.size(), static_cast<std::size_t>(dates.count(' ') + 1));
    QVERIFY2(reading.sink.events.back().find(last.toStdString() + "T09:27:21") != std::string::npos,
             reading.sink.events.back().c_str());
}

/// The server explains its numbers in the language of Windows.
void TestDhcpServerLog::windowsLogInGerman()
{
    const std::string text =
        "\t\tMicrosoft-DHCP-Dienst - Aktivitätsprotokoll\r\n\r\n"
        "Ereigniskennung  Bedeutung\r\n"
        "10\tEine neue IP-Adresse wurde an einen Client geleast.\r\n\r\n"
        "ID,Datum,Uhrzeit,Beschreibung,IP-Adresse,Hostname,MAC-Adresse,Benutzername\r\n"
        "15,27.02.09,14:11:10,NACK,10.2.16.37,SEP001E7A24429A.firma.de,001E7A24429A,\r\n";
    const Reading reading = readLog(text);
    QCOMPARE(reading.eventText(),
             std::string("dhcp.nak 2009-02-27T14:11:10.000000000Z line 7 SEP001E7A24429A - - "
                         "client-mac=00:1e:7a:24:42:9a;requested-ip=10.2.16.37;"
                         "host-name=SEP001E7A24429A.firma.de;id=15\n"));
    QCOMPARE(reading.problemText(), std::string());
    QCOMPARE(dhcpServerLogFormat().sniff(asBytes(text)).confidence, 100);
}

void TestDhcpServerLog::windowsLogOfDhcpv6()
{
    const std::string text = "\t\tMicrosoft DHCPv6 Service Activity Log\r\n\r\n"
                             "Event ID  Meaning\r\n"
                             "11000\tDHCPv6 Solicit.\r\n\r\n"
                             "ID,Date,Time,Description,IPv6 Address,Host Name,Error Code, Duid Length, Duid "
                             "Bytes(Hex),User Name,Dhcid,Subnet Prefix.\r\n"
                             "11010,02/27/09,14:11:10,DHCPV6 Started,,,0,,,,,\r\n"
                             "11000,02/27/09,14:11:11,DHCPV6 Solicit,2001:db8::5,a,0,14,0001,,,\r\n";
    const Reading reading = readLog(text);
    QCOMPARE(reading.eventText(),
             std::string("dhcp.log 2009-02-27T14:11:10.000000000Z line 7 - - - what=log-started;"
                         "text=DHCPV6 Started;id=11010\n"));
    QCOMPARE(reading.problemText(), std::string("info formats.records-not-of-interest - '1' '0'\n"));
    QCOMPARE(dhcpServerLogFormat().sniff(asBytes(text)).confidence, 100);
}

void TestDhcpServerLog::summerTimeEnds()
{
    const std::string nak = " R dhcpd[1414]: DHCPNAK on 10.0.2.15 to 08:00:27:c1:4f:9a\n";
    const Reading reading =
        readLog("2026-10-25T02:59:59.5+02:00" + nak + "2026-10-25T02:00:01.5+01:00" + nak);
    QVERIFY(reading.sink.events[1].find("2026-10-25T03:00:01.500") != std::string::npos);
    QCOMPARE(reading.facts->utcOffsetSeconds, std::optional(7200));
    QCOMPARE(reading.problemText(), std::string());
}

/// Before and behind a change of rsyslog's settings.
void TestDhcpServerLog::mixedCalendars()
{
    const std::string nak = " R dhcpd[1414]: DHCPNAK on 10.0.2.15 to 08:00:27:c1:4f:9a\n";
    const Reading reading =
        readLog("Mar  3 10:00:00" + nak + "2026-03-03T10:00:05+00:00" + nak + "Mar  3 2026 10:00:06" + nak);
    QCOMPARE(reading.facts->last->ns - reading.facts->first->ns, 6 * nsPerSecond);
    QCOMPARE(reading.facts->year->known, std::optional(2026));
}

void TestDhcpServerLog::windowsRows_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("event"); // kind, device, fields
    const auto row = [](const char* text, const char* event) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(event);
    };
    row("11,12/14/18,08:59:46,Renew,10.20.20.11,SEP001BD4E9C2BA.example.com,001BD4E9C2BA,,3096562285,0,,,,"
        "0x4D53465420352E30,MSFT 5.0,,,,0",
        "dhcp.ack SEP001BD4E9C2BA xid=0xb891ca6d;client-mac=00:1b:d4:e9:c2:ba;your-ip=10.20.20.11;"
        "host-name=SEP001BD4E9C2BA.example.com;renewal=yes;id=11");
    row("12,12/14/18,08:59:46,Release,10.20.20.11,a,001BD4E9C2BA,",
        "dhcp.release - client-mac=00:1b:d4:e9:c2:ba;client-ip=10.20.20.11;host-name=a;id=12");
    row("14,12/14/18,08:59:46,Scope Full,,SEP001BD4BB6467,001BD4BB6467",
        "dhcp.log SEP001BD4BB6467 client-mac=00:1b:d4:bb:64:67;host-name=SEP001BD4BB6467;what=no-free-leases;"
        "text=Scope Full;id=14");
    row("10,12/14/18,08:59:46,Assign,192.0.2.20,host.test.com,000000000000,,0,6,,,,,,,,,0",
        "dhcp.ack - your-ip=192.0.2.20;host-name=host.test.com;id=10");
    row("00,12/14/18,08:59:46,Started,,,,,0,6,,,,,,,,,0", "dhcp.log - what=log-started;text=Started;id=0");
    row("56,12/14/18,08:59:46,Authorization failure,,example.com,,",
        "dhcp.log - host-name=example.com;what=not-authorised;text=Authorization failure;id=56");
}

void TestDhcpServerLog::windowsRows()
{
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, event);
    const Reading reading = readLog(row.toStdString() + "\n");
    const QList<QByteArray> parts = event.split(' ');
    const QByteArray fields = event.mid(parts[0].size() + parts[1].size() + 2);
    QCOMPARE(reading.eventText(),
             parts[0].toStdString() + " 2018-12-14T08:59:46.000000000Z line 1 " + parts[1].toStdString()
                 + " - - " + fields.toStdString() + "\n");
    QCOMPARE(dhcpServerLogFormat().sniff(asBytes(row.toStdString())).confidence, 100);
}

void TestDhcpServerLog::daemons_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("event"); // kind, device, fields
    const auto row = [](const char* text, const char* event) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(event);
    };
    row("dhcpd[1]: DHCPDISCOVER from 00:1e:7a:24:42:9a (SEP001E7A24429A) via 10.2.16.1: network 10.2.16/24: "
        "no free leases",
        "dhcp.discover SEP001E7A24429A client-mac=00:1e:7a:24:42:9a;via=10.2.16.1;relay-ip=10.2.16.1;"
        "host-name=SEP001E7A24429A;reason=network 10.2.16/24: no free leases");
    row("dhcpd[1]: DHCPOFFER on 10.2.16.37 to 00:1e:7a:24:42:9a via eth0",
        "dhcp.offer - client-mac=00:1e:7a:24:42:9a;your-ip=10.2.16.37;via=eth0");
    row("dhcpd[1]: DHCPREQUEST for 10.0.2.15 from 08:00:27:c1:4f:9a via enp0s8: wrong network.",
        "dhcp.request - client-mac=08:00:27:c1:4f:9a;requested-ip=10.0.2.15;via=enp0s8;reason=wrong network");
    row("dhcpd[1]: DHCPREQUEST for 10.0.2.15 (10.0.2.1) from 08:00:27:c1:4f:9a (a) via eth0: "
        "lease 10.0.2.15 unavailable.",
        "dhcp.request - client-mac=08:00:27:c1:4f:9a;requested-ip=10.0.2.15;server-id=10.0.2.1;via=eth0;"
        "host-name=a;reason=lease 10.0.2.15 unavailable");
    row("dhcpd[1]: DHCPACK to 10.0.2.15 (08:00:27:c1:4f:9a) via eth0",
        "dhcp.ack - client-mac=08:00:27:c1:4f:9a;your-ip=10.0.2.15;via=eth0");
    row("dhcpd[1]: DHCPNAK on 10.0.2.15 to 08:00:27:c1:4f:9a via enp0s8",
        "dhcp.nak - client-mac=08:00:27:c1:4f:9a;requested-ip=10.0.2.15;via=enp0s8");
    row("dhcpd[1]: DHCPDECLINE of 10.0.2.15 from 08:00:27:c1:4f:9a via eth0: abandoned",
        "dhcp.decline - client-mac=08:00:27:c1:4f:9a;requested-ip=10.0.2.15;via=eth0;reason=abandoned");
    row("dhcpd[1]: DHCPRELEASE of 10.0.2.15 from 08:00:27:c1:4f:9a (a) via eth0 (found)",
        "dhcp.release - client-mac=08:00:27:c1:4f:9a;client-ip=10.0.2.15;via=eth0;host-name=a");
    row("dhcpd[1]: DHCPINFORM from 10.0.2.15 via eth0", "dhcp.inform - client-ip=10.0.2.15;via=eth0");
    row("dhcpd: network 192.168.113/24: no free leases",
        "dhcp.log - what=no-free-leases;text=network 192.168.113/24: no free leases");
    row("dhcpd[1]: Abandoning IP address 10.0.2.15: pinged before offer",
        "dhcp.log - what=abandoned;text=Abandoning IP address 10.0.2.15: pinged before offer");
    row("dnsmasq-dhcp[7]: DHCPACK(eth0) 10.1.1.5 00:1e:7a:24:42:9a SEP001E7A24429A",
        "dhcp.ack SEP001E7A24429A client-mac=00:1e:7a:24:42:9a;your-ip=10.1.1.5;via=eth0;"
        "host-name=SEP001E7A24429A");
    row("dnsmasq-dhcp[7]: 2711023 DHCPDISCOVER(eth0) 00:1e:7a:24:42:9a no address available",
        "dhcp.discover - xid=0x00295def;client-mac=00:1e:7a:24:42:9a;via=eth0;reason=no address available");
    row("dnsmasq-dhcp[7]: DHCPNAK(eth0) 10.1.1.5 00:1e:7a:24:42:9a wrong network",
        "dhcp.nak - client-mac=00:1e:7a:24:42:9a;requested-ip=10.1.1.5;via=eth0;reason=wrong network");
}

void TestDhcpServerLog::daemons()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, event);
    const std::string line = "Oct 15 20:02:15 RouteurSSH " + text.toStdString() + "\n";
    const Reading reading = readLog(line);
    const QList<QByteArray> parts = event.split(' ');
    const QByteArray fields = event.mid(parts[0].size() + parts[1].size() + 2);
    QCOMPARE(reading.eventText(),
             parts[0].toStdString() + " 1970-10-15T20:02:15.000000000Z line 1 " + parts[1].toStdString()
                 + " - - " + fields.toStdString() + "\n");
    QVERIFY(reading.sink.problems.empty());
    QCOMPARE(reading.facts->origin.host, std::string("RouteurSSH"));
    QCOMPARE(dhcpServerLogFormat().sniff(asBytes(line)).confidence, 100);
}

QTEST_APPLESS_MAIN(TestDhcpServerLog)
#include "tst_dhcpserverlog.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "models/formats/sessioncutter.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

const std::string ntp = "ntpd (pid 3638) is running...\n"
                        "\n"
                        "     remote           refid      st t when poll reach   delay   offset  jitter\n"
                        "==============================================================================\n"
                        "*10.4.1.31       172.20.47.190    2 u  106  128  377    0.471  160.769 100.476\n"
                        "\n"
                        "synchronised to NTP server (10.4.1.31) at stratum 3\n"
                        "\n"
                        "Current time in UTC is : Wed Mar 25 14:53:06 UTC 2015\n"
                        "Current time in America/New_York is : Wed Mar 25 10:53:06 EDT 2015\n"
                        "\n";
const std::string tests = "Starting diagnostic test(s)\n"
                          "===========================\n"
                          "test - ntp_reachability    : Warning\n"
                          "The NTP service is restarting.\n"
                          "test - ntp_stratum         : Passed\n"
                          "\n";
const std::string packets = "Executing command with options:\n"
                            " size=128                count=1000              interface=eth0\n"
                            " src=                    dest=                   port=123\n"
                            " ip=\n"
                            "\n"
                            "23:59:58.125718 IP cucm-pub.ntp > 10.4.1.31.ntp: NTPv4, Client, length 48\n"
                            "00:00:05.125718 IP 10.4.1.31.ntp > cucm-pub.ntp: NTPv4, Server, length 48\n";
const std::string version = "Active Master Version: 10.5.1.10000-7\n"
                            "Active Version Installed Software Options:\n"
                            "No Installed Software Options Found.\n";
const std::string network = "Ethernet 0\n"
                            "DHCP           : disabled         Status     : up\n"
                            "\n"
                            "Gateway        : 10.20.1.1 on Ethernet 0\n";

Reading readSession(std::string_view text)
{
    return readText(cliSessionFormat(), text);
}

std::string withLineEnds(std::string_view text, std::string_view end)
{
    std::string all;
    for (const char c : text)
        all += c == '\n' ? std::string(end) : std::string(1, c);
    return all;
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

/// "kind line", one an event.
std::string placesOf(const Reading& reading)
{
    std::string all;
    for (std::size_t i = 0; i < reading.sink.events.size(); ++i) {
        const std::string& event = reading.sink.events[i];
        const auto line = event.find(" line ");
        all += reading.sink.kinds[i] + event.substr(line, event.find(' ', line + 6) - line) + '\n';
    }
    return all;
}

std::string timeOf(const std::string& event)
{
    const auto at = event.find(' ') + 1;
    return event.substr(at, event.find('.', at) - at);
}

const std::string four = "admin:show version active\n" + version + "admin:utils ntp status\n" + ntp
    + "admin:utils diagnose test\n" + tests + "admin:show network eth0\n" + network
    + "admin:utils network capture port 123\n" + packets + "admin:\n";

const std::string fourPlaces = "node.version line 2\n"
                               "ntp.peer-status line 10\n"
                               "ntp.system-status line 12\n"
                               "diagnose.test line 20\n"
                               "diagnose.test line 22\n"
                               "ntp.client line 35\n"
                               "ntp.server line 36\n";

const std::string fourProblems = "notice formats.dates-beside line 35 '1' '35'\n"
                                 "notice formats.readings-without-time line 20 '1' '20'\n"
                                 "info formats.output-not-read line 24 'show network eth0' '3' '24'\n";

} // namespace

class TestCliSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notASession_data();
    void notASession();
    void cutAtEveryByte();
    void cancelled();
    void severalCommands_data();
    void severalCommands();
    void eitherOrder();
    void withoutCommands();
    void datesFromBeside();
    void twoCapturesOverMidnight();
    void zoneNotTold();
    void dateWithoutZone();
    void twoNodes();
    void nothingReadable();
    void manyOutputs();
    void longCommand();
    void whatIsNoOutput();
    void longOutput();
    void tooManyOutputs();
};

void TestCliSession::notASession_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const std::string& text) {
        QTest::newRow(name) << QByteArray::fromStdString(text);
    };
    row("empty", "");
    row("prose", "You could show me what utils you have.\nadmin: none\n");
    row("one output", ntp);
    row("one command", "admin:utils ntp status\n" + ntp + "admin:\n");
    row("one command on two nodes",
        "pub:\nadmin:show version active\n" + version + "\nsub:\nadmin:show version active\n" + version);
    row("packets with the ports of many services", packets);
    row("a trace with a prompt in it",
        "16:03:06.703 CCM|StationD - stationOutputKeepAliveAck tcpHandle=0x4fbbc30\nadmin:\n");
}

/// Such a text is that of one format, or of none.
void TestCliSession::notASession()
{
    QFETCH(QByteArray, text);
    QCOMPARE(cliSessionFormat().sniff(asBytes(text.toStdString())).confidence, 0);
}

void TestCliSession::cutAtEveryByte()
{
    for (std::size_t length = 0; length <= four.size(); ++length) {
        const Reading reading = readSession(std::string_view(four).substr(0, length));
        QVERIFY(reading.facts);
        QVERIFY(reading.sink.ordered);
        QVERIFY(reading.sink.events.size() <= 8); // a row that is cut may look like an event
        cliSessionFormat().sniff(asBytes(std::string_view(four).substr(0, length)));
    }
}

void TestCliSession::cancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const Reading reading = readAll(cliSessionFormat(), memorySource(bytesOf(four)), stop.get_token());
    QVERIFY(!reading.facts);
    QCOMPARE(reading.facts.error().code, ErrorCode::Cancelled);
}

void TestCliSession::severalCommands_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const std::string& text) {
        QTest::newRow(name) << QByteArray::fromStdString(text);
    };
    row("as printed", four);
    row("line ends of Windows", withLineEnds(four, "\r\n"));
    row("no line feeds", withLineEnds(four, "\r"));
    row("colours and a title", replaced(four, "admin:", "\x1B]0;cucm-pub\a\x1B[0madmin:\x1B[1m"));
    row("typed wrong", replaced(four, "utils ntp", "utisl\b\b\b\x1B[Kils ntp"));
    row("pagers",
        replaced(replaced(four, "Gateway", "--More--\b\b\b\b\b\b\b\bGateway"), "synchronised to",
                 "Press <enter> for 1 line, <space> for one page, or <q> to quit\r"
                 "                                                              \rsynchronised to"));
    row("prompts that lost their front",
        replaced(four.substr(0, four.rfind("admin:")) + "\n", "admin:", "min:"));
    row("prompts lost", replaced(four, "admin:", ""));
    row("of root", replaced(four, "admin:", "[root@cucm-pub ~]# "));
}

void TestCliSession::severalCommands()
{
    QFETCH(QByteArray, text);
    const std::string session = text.toStdString();
    QCOMPARE(cliSessionFormat().sniff(asBytes(session)).confidence, 100);
    const Reading reading = readSession(session);
    QVERIFY(reading.facts);
    QCOMPARE(placesOf(reading), fourPlaces);
    QCOMPARE(reading.problemText(), fourProblems);
    QCOMPARE(reading.facts->records, 37U);
    QCOMPARE(reading.facts->utcOffsetSeconds, std::optional(0));
    QCOMPARE(reading.facts->zoneName, std::string("America/New_York"));
    QVERIFY(reading.facts->hasDate);
}

/// What has no time has that of the output beside it, which may stand above or below.
void TestCliSession::eitherOrder()
{
    for (const bool first : {false, true}) {
        const std::string diagnose = "admin:utils diagnose test\n" + tests;
        const std::string status = "admin:utils ntp status\n" + ntp;
        const Reading reading = readSession(first ? diagnose + status : status + diagnose);
        QCOMPARE(reading.sink.events.size(), 4U);
        const std::string line = std::to_string(first ? 4 : 16);
        QCOMPARE(reading.sink.events.at(first ? 0 : 2),
                 "diagnose.test 2015-03-25T14:53:06.000000000Z line " + line
                     + " - - - name=ntp_reachability;result=warning;text=The NTP service is restarting.;"
                       "time-basis=assumed");
        QCOMPARE(reading.problemText(),
                 "notice formats.readings-without-time line " + line + " '1' '" + line + "'\n");
        QCOMPARE(reading.facts->first, reading.facts->last);
    }
}

void TestCliSession::withoutCommands()
{
    const std::string text = ntp + tests + packets + "\n" + version;
    QCOMPARE(cliSessionFormat().sniff(asBytes(text)).confidence, 100);
    const Reading reading = readSession(text);
    QCOMPARE(placesOf(reading),
             std::string("ntp.peer-status line 5\n"
                         "ntp.system-status line 7\n"
                         "diagnose.test line 14\n"
                         "diagnose.test line 16\n"
                         "ntp.client line 23\n"
                         "ntp.server line 24\n"
                         "node.version line 26\n"));
    QCOMPARE(reading.problemText(),
             std::string("notice formats.dates-beside line 23 '1' '23'\n"
                         "notice formats.readings-without-time line 14 '1' '14'\n"));
}

/// The capture is in local time, the clock's state in UTC.
void TestCliSession::datesFromBeside()
{
    const std::string capture = "admin:utils network capture port 123\n" + packets;
    const std::string status = "admin:utils ntp status\n" + ntp;
    const Reading behind = readSession(status + capture);
    QCOMPARE(timeOf(behind.sink.events.at(2)), std::string("2015-03-26T03:59:58"));
    QCOMPARE(timeOf(behind.sink.events.at(3)), std::string("2015-03-26T04:00:05"));
    const Reading before = readSession(capture + status);
    QCOMPARE(timeOf(before.sink.events.at(0)), std::string("2015-03-25T03:59:58"));
    QCOMPARE(before.facts->spans.size(), 2U); // nothing was recorded between them
    QCOMPARE(before.facts->limits.size(), 2U);
    QCOMPARE(before.facts->limits.at(0).id, std::string("limit.filter"));
    QCOMPARE(before.facts->limits.at(0).to, std::optional(before.facts->spans.at(0).to));
}

void TestCliSession::twoCapturesOverMidnight()
{
    const std::string capture = "admin:utils network capture port 123\n" + packets;
    const Reading reading = readSession(capture + "admin:show version active\n" + version
                                        + replaced(replaced(capture, "23:59", "11:59"), "00:00", "12:00"));
    QVERIFY(!reading.facts->hasDate);
    QCOMPARE(timeOf(reading.sink.events.at(0)), std::string("1970-01-01T23:59:58"));
    QCOMPARE(timeOf(reading.sink.events.at(2)), std::string("1970-01-02T00:00:05")); // the version
    QCOMPARE(timeOf(reading.sink.events.at(3)), std::string("1970-01-02T11:59:58"));
}

/// How far the capture's clock is from UTC nobody says: it stands beside the state of the clock.
void TestCliSession::zoneNotTold()
{
    const std::string utcOnly = ntp.substr(0, ntp.find("Current time in America"));
    const Reading reading = readSession("admin:utils ntp status\n" + utcOnly
                                        + "admin:utils network capture port 123\n" + packets);
    QCOMPARE(timeOf(reading.sink.events.at(2)), std::string("2015-03-25T14:53:06"));
    QCOMPARE(timeOf(reading.sink.events.at(3)), std::string("2015-03-25T14:53:13"));
    QVERIFY(reading.sink.events.at(2).ends_with("time-basis=assumed"));
    QCOMPARE(reading.facts->limits.at(0).id, std::string("limit.filter"));
    QCOMPARE(toRfc3339(reading.facts->limits.at(0).from->ns).substr(0, 19),
             std::string("2015-03-25T14:53:06"));
    QCOMPARE(toRfc3339(reading.facts->limits.at(0).to->ns).substr(0, 19), std::string("2015-03-25T14:53:13"));
    QCOMPARE(reading.problemText(), std::string("notice formats.readings-without-time line 17 '1' '17'\n"));
}

/// The same of a capture with dates; what lies between its packets remains.
void TestCliSession::dateWithoutZone()
{
    const std::string utcOnly = ntp.substr(0, ntp.find("Current time in America"));
    const std::string dated =
        replaced(replaced(packets, "23:59:58", "2015-03-24 23:59:58"), "00:00:05", "2015-03-25 00:00:05");
    const Reading reading =
        readSession("admin:utils ntp status\n" + utcOnly + "admin:utils network capture port 123\n" + dated);
    QCOMPARE(timeOf(reading.sink.events.at(2)), std::string("2015-03-25T14:53:06"));
    QCOMPARE(timeOf(reading.sink.events.at(3)), std::string("2015-03-25T14:53:13"));
    QVERIFY(reading.sink.events.at(3).ends_with("time-basis=assumed"));
    QCOMPARE(reading.problemText(), std::string("notice formats.readings-without-time line 17 '1' '17'\n"));
}

void TestCliSession::twoNodes()
{
    const std::string both = "admin:utils ntp status\n" + ntp + "admin:show version active\n" + version;
    const auto nodesOf = [](const Reading& reading) {
        std::string all;
        for (const std::string& event : reading.sink.events) {
            const auto at = event.find("node=");
            all += at == std::string::npos ? "-\n" : event.substr(at, event.find(';', at) - at) + '\n';
        }
        return all;
    };
    const std::string expected = "node=pub\nnode=pub\nnode=pub\nnode=sub\nnode=sub\nnode=sub\n";
    QCOMPARE(nodesOf(readSession("pub:\n" + both + "\nsub:\n\n" + both)), expected);
    QCOMPARE(
        nodesOf(readSession(replaced(both, "admin:", "pub admin:") + replaced(both, "admin:", "sub admin:"))),
        expected);
    const std::string login = "Command Line Interface is starting up, please wait ...\n";
    QCOMPARE(nodesOf(readSession("pub:\n" + both + login + both)),
             std::string("node=pub\nnode=pub\nnode=pub\n-\n-\n-\n"));
}

void TestCliSession::nothingReadable()
{
    const std::string text = "admin:show network eth0\n" + network + "admin:exit\n";
    QCOMPARE(cliSessionFormat().sniff(asBytes(text)).confidence, 100);
    const Reading reading = readSession(text);
    QVERIFY(reading.facts);
    QVERIFY(!reading.facts->hasDate);
    QVERIFY(!reading.facts->first);
    QCOMPARE(reading.problemText(),
             std::string("info formats.output-not-read line 1 'show network eth0' '3' '1'\n"));
}

void TestCliSession::manyOutputs()
{
    std::string text;
    for (int i = 0; i < 25; ++i)
        text += "admin:show network eth" + std::to_string(i) + "\nEthernet\n";
    const Reading reading = readSession(text + text);
    QCOMPARE(reading.sink.problems.size(), 21U);
    QCOMPARE(toText(reading.sink.problems.front()),
             std::string("info formats.output-not-read line 1 'show network eth0' '2' '1'"));
    QCOMPARE(toText(reading.sink.problems.back()),
             std::string("info formats.more-outputs-not-read line 41 '10' '41'"));
}

void TestCliSession::longCommand()
{
    std::string command = "show ";
    for (int i = 0; i < 1000; ++i)
        command += "\xC3\xA4";
    const Reading reading = readSession("admin:" + command + "\n" + network);
    const std::string shown = reading.sink.problems.at(0).arguments.at(0);
    QCOMPARE(shown, command.substr(0, 199) + "…"); // and not half a character
}

/// What stands above the first prompt is no output of a command.
void TestCliSession::whatIsNoOutput()
{
    const Reading reading = readSession("login as: admin\nadmin@10.20.1.11's password:\n\n" + four);
    QCOMPARE(reading.sink.events.size(), 7U);
    QCOMPARE(toText(reading.sink.problems.at(1)),
             std::string("info formats.lines-not-understood line 1 '2' '1'"));
}

/// It is given in pieces, so that memory is bounded, and is told as the one output that it is.
void TestCliSession::longOutput()
{
    const std::string row(1 << 20, 'x');
    SessionCutter cutter;
    std::vector<SessionSection> sections;
    const auto keep = [&](std::optional<SessionSection> section) {
        if (section)
            sections.push_back(std::move(*section));
    };
    keep(cutter.add("admin:show network eth0", 1));
    for (std::uint64_t line = 2; line < 40; ++line)
        keep(cutter.add(row, line));
    keep(cutter.end());
    QCOMPARE(sections.size(), 3U);
    std::uint64_t next = 1;
    for (const SessionSection& section : sections) {
        QCOMPARE(section.command, std::string("show network eth0"));
        QCOMPARE(section.firstLine, next);
        QVERIFY(section.text.size() < SessionCutter::maxSectionBytes + row.size() + 2);
        next += static_cast<std::uint64_t>(std::ranges::count(section.text, '\n'));
    }
    QCOMPARE(next, 40U);
}

void TestCliSession::tooManyOutputs()
{
    std::string text = ntp;
    for (int i = 0; i < 2501; ++i)
        text += version + "test - ntp_stratum         : Passed\n";
    const Reading reading = readSession(text);
    QCOMPARE(reading.sink.events.size(), 5001U);
    QCOMPARE(toText(reading.sink.problems.back()),
             std::string("data-loss formats.session-too-long line 10011 '3' '10011'"));
}

QTEST_APPLESS_MAIN(TestCliSession)
#include "tst_clisession.moc"

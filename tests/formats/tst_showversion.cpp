// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr std::string_view sample = "callmgr-pub:\n"
                                    "admin:show version active\n"
                                    "Active Master Version: 6.1.2.1000-13\n"
                                    "Active Version Installed Software Options:\n"
                                    "No Installed Software Options Found.\n"
                                    "\n"
                                    "admin:show version inactive\n"
                                    "Inactive Master Version: 6.1.1.2000-3\n"
                                    "Inactive Version Installed Software Options:\n"
                                    "cmterm-devicepack6.1.1.2100-1.cop\n"
                                    "ciscocm.free_common_space_v1.0.cop.sgn\n"
                                    "\n"
                                    "cups7:\n"
                                    "admin:show version active\n"
                                    "Active Master Version: 7.0(2)\n";

std::string told(int line, const std::string& fields)
{
    return "node.version 1970-01-01T00:00:00.000000000Z line " + std::to_string(line) + " - - - " + fields
        + "\n";
}

const std::string sampleEvents = told(3, "node=callmgr-pub;version=6.1.2.1000-13;partition=active")
    + told(8,
           "node=callmgr-pub;version=6.1.1.2000-3;partition=inactive;"
           "cop=cmterm-devicepack6.1.1.2100-1.cop,ciscocm.free_common_space_v1.0.cop.sgn")
    + told(15, "node=cups7;version=7.0(2);partition=active");

Reading readVersion(std::string_view text)
{
    return readText(showVersionFormat(), text);
}

} // namespace

class TestShowVersion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesThatAreNone_data();
    void linesThatAreNone();
    void optionsWithoutVersion();
    void optionsWithoutEnd();
    void cutAtEveryByte();
    void sampleVerbatim();
    void windowsLineEnds();
    void withoutNode();
    void showStatus();
};

void TestShowVersion::linesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char* line : {"prose about versions", "Active Master Version:",
                             "Active Master Version: unknown", "Active Directory: 6.1.2.1000-13",
                             "Master Version: 6.1.2.1000-13", "Executed command unsuccessfully"})
        QTest::newRow(line) << QByteArray(line);
}

void TestShowVersion::linesThatAreNone()
{
    QFETCH(QByteArray, line);
    const Reading reading = readVersion(line.toStdString() + "\nActive Master Version: 6.1.2.1000-13\n");
    QCOMPARE(reading.eventText(), told(2, "version=6.1.2.1000-13;partition=active"));
    QCOMPARE(reading.problemText(), std::string("info formats.lines-not-understood line 1 '1' '1'\n"));
}

void TestShowVersion::optionsWithoutVersion()
{
    const Reading reading = readVersion("Active Version Installed Software Options:\nx.cop\n");
    QCOMPARE(reading.eventText(), std::string());
    QCOMPARE(reading.problemText(), std::string("info formats.lines-not-understood line 2 '1' '2'\n"));
}

void TestShowVersion::optionsWithoutEnd()
{
    std::string text = "Active Master Version: 6.1.2.1000-13\nActive Version Installed Software Options:\n";
    for (int i = 0; i < 300; ++i)
        text += "x.cop\n";
    const Reading reading = readVersion(text);
    QCOMPARE(reading.sink.events.size(), std::size_t{1});
    QCOMPARE(reading.problemText(), std::string("info formats.lines-not-understood line 203 '100' '203'\n"));
}

void TestShowVersion::cutAtEveryByte()
{
    for (std::size_t length = 0; length <= sample.size(); ++length) {
        const Reading reading = readVersion(sample.substr(0, length));
        QVERIFY(reading.facts);
        QVERIFY(reading.sink.events.size() <= 3 && reading.sink.ordered);
        showVersionFormat().sniff(asBytes(sample.substr(0, length)));
    }
}

void TestShowVersion::sampleVerbatim()
{
    const Reading reading = readVersion(sample);
    QCOMPARE(reading.eventText(), sampleEvents);
    QCOMPARE(reading.problemText(), std::string());
    QCOMPARE(reading.facts->records, std::uint64_t{15});
    QVERIFY(!reading.facts->first && !reading.facts->hasDate);
    QCOMPARE(showVersionFormat().sniff(asBytes(sample)).confidence, 100);
}

void TestShowVersion::windowsLineEnds()
{
    std::string text;
    for (const char c : sample)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QCOMPARE(readVersion(text).eventText(), sampleEvents);
}

void TestShowVersion::withoutNode()
{
    QCOMPARE(readVersion("Active Version: 15.0.1.11900-40\n").eventText(),
             told(1, "version=15.0.1.11900-40;partition=active"));
}

void TestShowVersion::showStatus()
{
    const Reading reading =
        readVersion("admin:show status\n"
                    "\n"
                    "Host Name          : CUCM-PUB\n"
                    "Date               : Tue Sep 6, 2011 13:26:45\n"
                    "Time Zone          : Eastern Standard Time (America/New_York)\n"
                    "Locale             : en_US.UTF-8\n"
                    "Product Ver        : 8.0.3.20000-2\n"
                    "Unified OS Version : 4.0.0.0-3\n"
                    "\n"
                    "Uptime:\n"
                    " 13:26:46 up 14 days, 11:35,  2 users,  load average: 0.00, 0.03, 0.00\n");
    QCOMPARE(reading.eventText(), told(7, "node=CUCM-PUB;version=8.0.3.20000-2;partition=active"));
}

QTEST_APPLESS_MAIN(TestShowVersion)
#include "tst_showversion.moc"

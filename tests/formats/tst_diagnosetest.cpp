// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

Reading readTests(std::string_view text)
{
    return readText(diagnoseTestFormat(), text);
}

constexpr std::string_view sample =
    "admin:utils diagnose test\n"
    "\n"
    "Log file: platform/log/diag1.log\n"
    "\n"
    "Starting diagnostic test(s)\n"
    "===========================\n"
    "test - disk_space          : Passed (available: 1753 MB, used: 12413 MB)\n"
    "skip - disk_files          : This module must be run directly and off hours\n"
    "test - ntp_reachability    : Warning The NTP service is restarting, it can take about 5 minutes.\n"
    "test - ntp_clock_drift     : Warning The local clock is not synchronised.\n"
    "None of the designated NTP servers are reachable/functioning or legitimate.\n"
    "test - ntp_stratum         : Failed\n"
    "test - validate_network    : Reverse DNS lookup missing\n"
    "\n"
    "Diagnostics Completed\n"
    "admin:\n";

constexpr std::string_view events =
    "diagnose.test 1970-01-01T00:00:00.000000000Z line 7 - - - "
    "name=disk_space;result=passed;text=(available: 1753 MB, used: 12413 MB)\n"
    "diagnose.test 1970-01-01T00:00:00.000000000Z line 8 - - - "
    "name=disk_files;result=skipped;text=This module must be run directly and off hours\n"
    "diagnose.test 1970-01-01T00:00:00.000000000Z line 9 - - - "
    "name=ntp_reachability;result=warning;text=The NTP service is restarting, it can take about 5 minutes.\n"
    "diagnose.test 1970-01-01T00:00:00.000000000Z line 10 - - - "
    "name=ntp_clock_drift;result=warning;text=The local clock is not synchronised. None of the designated "
    "NTP "
    "servers are reachable/functioning or legitimate.\n"
    "diagnose.test 1970-01-01T00:00:00.000000000Z line 12 - - - name=ntp_stratum;result=failed\n"
    "diagnose.test 1970-01-01T00:00:00.000000000Z line 13 - - - "
    "name=validate_network;text=Reverse DNS lookup missing\n";

} // namespace

class TestDiagnoseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesThatAreNone_data();
    void linesThatAreNone();
    void nothingGoesOnBehindWhatPassed();
    void cutAtEveryByte();
    void sampleVerbatim();
    void windowsLineEnds();
    void severalInOneLine();
};

void TestDiagnoseTest::linesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("prose") << QByteArray("the test passed");
    QTest::newRow("no name") << QByteArray("test - : Passed");
    QTest::newRow("no colon") << QByteArray("test - ntp_stratum Passed");
    QTest::newRow("a sentence") << QByteArray("test - this is one: Passed");
}

void TestDiagnoseTest::linesThatAreNone()
{
    QFETCH(QByteArray, line);
    const Reading reading = readTests("\n" + line.toStdString() + "\n");
    QVERIFY(reading.facts);
    QVERIFY(reading.sink.events.empty());
    QCOMPARE(reading.problemText(), std::string("info formats.lines-not-understood line 2 '1' '2'\n"));
    QCOMPARE(diagnoseTestFormat().sniff(asBytes(line.toStdString())).confidence, 0);
}

void TestDiagnoseTest::nothingGoesOnBehindWhatPassed()
{
    const Reading reading = readTests("test - ntp_stratum : Passed\nsomething else\n");
    QCOMPARE(reading.eventText(),
             std::string("diagnose.test 1970-01-01T00:00:00.000000000Z line 1 - - - "
                         "name=ntp_stratum;result=passed\n"));
    QCOMPARE(reading.problemText(),
             std::string("notice formats.no-time line 1 '1' '1'\n"
                         "info formats.lines-not-understood line 2 '1' '2'\n"));
}

void TestDiagnoseTest::cutAtEveryByte()
{
    for (std::size_t length = 0; length <= sample.size(); ++length) {
        const Reading reading = readTests(sample.substr(0, length));
        QVERIFY(reading.facts);
        QVERIFY(reading.sink.events.size() <= 6);
        diagnoseTestFormat().sniff(asBytes(sample.substr(0, length)));
    }
}

void TestDiagnoseTest::sampleVerbatim()
{
    const Reading reading = readTests(sample);
    QCOMPARE(reading.eventText(), std::string(events));
    QCOMPARE(reading.problemText(), std::string("notice formats.no-time line 7 '1' '7'\n"));
    QVERIFY(!reading.facts->hasDate);
    QVERIFY(!reading.facts->first);
    QCOMPARE(diagnoseTestFormat().sniff(asBytes(sample)).confidence, 100);
}

void TestDiagnoseTest::windowsLineEnds()
{
    std::string text;
    for (const char c : sample)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QCOMPARE(readTests(text).eventText(), std::string(events));
}

void TestDiagnoseTest::severalInOneLine()
{
    const Reading reading = readTests("test - ntp_reachability : Passed test - ntp_clock_drift : Warning x "
                                      "skip - disk_files : y\nand z\n");
    QCOMPARE(reading.eventText(),
             std::string("diagnose.test 1970-01-01T00:00:00.000000000Z line 1 - - - "
                         "name=ntp_reachability;result=passed\n"
                         "diagnose.test 1970-01-01T00:00:00.000000000Z line 1 - - - "
                         "name=ntp_clock_drift;result=warning;text=x\n"
                         "diagnose.test 1970-01-01T00:00:00.000000000Z line 1 - - - "
                         "name=disk_files;result=skipped;text=y and z\n"));
}

QTEST_APPLESS_MAIN(TestDiagnoseTest)
#include "tst_diagnosetest.moc"

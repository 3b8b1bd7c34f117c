// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "models/formats/installtexts.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr std::string_view sample =
    "01/02/2009 09:06:50|upgrade_manager|Starting upgrade, source local, file "
    "UCSInstall_UCOS_6.1.2.2000-2.sgn.iso|<LVL::Info>\n"
    "01/02/2009 09:07:30|upgrade_manager|Checksum verified|<LVL::Info>\n"
    "01/02/2009 09:07:42|upgrade_manager|Current version: 6.1.2.1112-1|<LVL::Info>\n"
    "01/02/2009 09:07:43|upgrade_manager|Checking upgrade path|<LVL::Info>\n"
    "01/02/2009 09:07:45|upgrade_manager|The selected upgrade is not valid for this server|<LVL::Error>\n"
    "01/02/2009 09:07:46|upgrade_manager|Cleaning up, system unchanged|<LVL::Info>\n";

constexpr std::string_view sampleEvents =
    "install.start 2009-01-02T09:06:50.000000000Z line 1 - - - component=upgrade_manager;level=Info;"
    "file=UCSInstall_UCOS_6.1.2.2000-2.sgn.iso;version=6.1.2.2000-2;"
    "text=Starting upgrade, source local, file UCSInstall_UCOS_6.1.2.2000-2.sgn.iso\n"
    "install.checksum 2009-01-02T09:07:30.000000000Z line 2 - - - component=upgrade_manager;level=Info;"
    "result=verified;text=Checksum verified\n"
    "install.from-version 2009-01-02T09:07:42.000000000Z line 3 - - - component=upgrade_manager;level=Info;"
    "version=6.1.2.1112-1;text=Current version: 6.1.2.1112-1\n"
    "install.step 2009-01-02T09:07:43.000000000Z line 4 - - - component=upgrade_manager;level=Info;"
    "text=Checking upgrade path\n"
    "install.refused 2009-01-02T09:07:45.000000000Z line 5 - - - component=upgrade_manager;level=Error;"
    "text=The selected upgrade is not valid for this server\n"
    "install.clean-up 2009-01-02T09:07:46.000000000Z line 6 - - - component=upgrade_manager;level=Info;"
    "text=Cleaning up, system unchanged\n";

Reading readInstall(std::string_view text)
{
    return readText(installLogFormat(), text);
}

} // namespace

class TestInstallLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesThatAreNone_data();
    void linesThatAreNone();
    void wrongTimes();
    void recordWithoutEnd();
    void cutAtEveryByte();
    void sampleVerbatim();
    void windowsLineEnds();
    void otherLayout();
    void recordOfSeveralLines();
    void kinds_data();
    void kinds();
};

void TestInstallLog::linesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char* line :
         {"prose", "01/02/2009 09:06:50", "01/02/2009 09:06:50|upgrade_manager",
          "01/02/2009T09:06:50|a|b|<LVL::Info>", "2009-01-02 09:06:50|a|b|<LVL::Info>",
          "08/14/2012 13:36:09 | root: Boot Start", "02/27/2009 08:00:00.000 CCM|x|<LVL::All>"})
        QTest::newRow(line) << QByteArray(line);
}

void TestInstallLog::linesThatAreNone()
{
    QFETCH(QByteArray, line);
    const Reading reading = readInstall(line.toStdString() + "\n01/02/2009 09:07:43|a|b|<LVL::Info>\n");
    QCOMPARE(reading.eventText(),
             std::string("install.step 2009-01-02T09:07:43.000000000Z line 2 - - - "
                         "component=a;level=Info;text=b\n"));
    QCOMPARE(reading.problemText(), std::string("info formats.lines-not-understood line 1 '1' '1'\n"));
}

void TestInstallLog::wrongTimes()
{
    const Reading reading = readInstall("13/02/2009 09:07:43|a|b|<LVL::Info>\n"
                                        "02/29/2009 09:07:43|a|b|<LVL::Info>\n"
                                        "01/02/2009 25:07:43|a|b\nmore|<LVL::Info>\n");
    QCOMPARE(reading.eventText(), std::string());
    QCOMPARE(reading.problemText(),
             std::string("data-loss formats.time-not-understood line 1 '13/02/2009 09:07:43'\n"
                         "data-loss formats.time-not-understood line 2 '02/29/2009 09:07:43'\n"
                         "data-loss formats.time-not-understood line 3 '01/02/2009 25:07:43'\n"));
    QVERIFY(!reading.facts->first);
}

void TestInstallLog::recordWithoutEnd()
{
    std::string text = "01/02/2009 09:07:43|a|b\n";
    for (int i = 0; i < 20'000; ++i)
        text += "a line that goes on and on\n";
    const Reading reading = readInstall(text);
    QCOMPARE(reading.sink.events.size(), std::size_t{1});
    QVERIFY(reading.sink.events[0].size() < 70'000);
}

void TestInstallLog::cutAtEveryByte()
{
    for (std::size_t length = 0; length <= sample.size(); ++length) {
        const Reading reading = readInstall(sample.substr(0, length));
        QVERIFY(reading.facts);
        const std::string events = reading.eventText();
        const auto lastWhole = events.empty() ? events.npos : events.rfind('\n', events.size() - 2);
        if (lastWhole != events.npos)
            QVERIFY(sampleEvents.starts_with(events.substr(0, lastWhole + 1)));
        installLogFormat().sniff(asBytes(sample.substr(0, length)));
    }
}

void TestInstallLog::sampleVerbatim()
{
    const Reading reading = readInstall(sample);
    QCOMPARE(reading.eventText(), std::string(sampleEvents));
    QCOMPARE(reading.problemText(), std::string());
    const SourceFacts& facts = *reading.facts;
    QCOMPARE(toRfc3339(facts.first->ns), std::string("2009-01-02T09:06:50.000000000Z"));
    QCOMPARE(toRfc3339(facts.last->ns), std::string("2009-01-02T09:07:46.000000000Z"));
    QVERIFY(facts.hasDate && !facts.utcOffsetSeconds);
    QCOMPARE(installLogFormat().sniff(asBytes(sample)).confidence, 100);
}

void TestInstallLog::windowsLineEnds()
{
    std::string text;
    for (const char c : sample)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QCOMPARE(readInstall(text).eventText(), std::string(sampleEvents));
}

void TestInstallLog::otherLayout()
{
    const Reading reading =
        readInstall("10/07/2013 20:57:18 file_list.sh|Parse argument source_dir=|<LVL::Debug>\n"
                    "10/07/2013 20:57:19 post_install|Starting ntpd|<LVL::Info>\n");
    QCOMPARE(reading.eventText(),
             std::string("install.step 2013-10-07T20:57:19.000000000Z line 2 - - - "
                         "component=post_install;level=Info;text=Starting ntpd\n"));
    QCOMPARE(reading.problemText(), std::string("info formats.records-not-of-interest - '1' '0'\n"));
}

void TestInstallLog::recordOfSeveralLines()
{
    const Reading reading = readInstall("10/07/2013 20:57:18 component_install|Internal error\n"
                                        "\n"
                                        "File x|<LVL::Critical>\n"
                                        "10/07/2013 20:57:19 a|b\n");
    QCOMPARE(reading.eventText(),
             std::string("install.error 2013-10-07T20:57:18.000000000Z line 1 - - - "
                         "component=component_install;level=Critical;text=Internal error File x\n"
                         "install.step 2013-10-07T20:57:19.000000000Z line 4 - - - component=a;text=b\n"));
}

void TestInstallLog::kinds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("level");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("fields");
    const auto row = [](const char* text, const char* level, const char* kind, const char* fields) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(level) << QByteArray(kind)
                            << QByteArray(fields);
    };
    row("anything", "Info", "install.step", "");
    row("anything ", "", "install.step", "");
    row("anything  ", "Warning", "install.warning", "");
    row("anything   ", "Error", "install.error", "");
    row("rebooting", "Debug", "", "");
    row("Upgrade failed. Please see the install log", "Error", "install.failed", "");
    row("Installation complete", "Info", "install.done", "");
    row("Checksum mismatch for /mnt/x/UCSInstall_UCOS_7.1.5.35901-1.sgn.iso", "Error", "install.checksum",
        "file=UCSInstall_UCOS_7.1.5.35901-1.sgn.iso;version=7.1.5.35901-1;result=failed");
    row("Target version: 7.0.1.11000-2", "Info", "install.to-version", "version=7.0.1.11000-2");
    row("System will reboot now", "Info", "install.reboot", "");
    row("Switching version", "Info", "install.switch-version", "");
    row("installing ciscocm.refresh_upgrade_v1.3.cop.sgn.", "Info", "install.step",
        "file=ciscocm.refresh_upgrade_v1.3.cop.sgn");
}

void TestInstallLog::kinds()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, level);
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, fields);
    const std::string_view got = installKind(text.toStdString(), level.toStdString());
    QCOMPARE(std::string(got), kind.toStdString());
    FieldWriter writer;
    const std::string plain = text.toStdString();
    addInstallFields(plain, got, writer);
    QCOMPARE(std::string(writer.text()), fields.toStdString());
}

QTEST_APPLESS_MAIN(TestInstallLog)
#include "tst_installlog.moc"

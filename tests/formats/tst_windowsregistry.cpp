// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "models/formats/registrykey.h"
#include "models/formats/registryvalue.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// Built from the four values that decide whether CUCM follows a Windows server.
constexpr std::string_view sample =
    "Windows Registry Editor Version 5.00\r\n"
    "\r\n"
    "; exported by hand\r\n"
    "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\TimeProviders\\NtpServer]\r\n"
    "\"Enabled\"=dword:00000001\r\n"
    "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters]\r\n"
    "\"Type\"=\"NTP\"\r\n"
    "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Config]\r\n"
    "\"AnnounceFlags\"=dword:00000005\r\n"
    "\"LocalClockDispersion\"=dword:0000000a\r\n";

const std::string root = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\W32Time";

std::string told(int line, const std::string& fields, const std::string& kind = "registry.value")
{
    return kind + " 1970-01-01T00:00:00.000000000Z line " + std::to_string(line) + " - - - " + fields + "\n";
}

Reading readRegistry(std::string_view text)
{
    return readText(windowsRegistryFormat(), text);
}

/// The value as "name type value"; "none" when the line is none.
std::string shown(std::string_view line, bool isUnicode = true)
{
    const auto value = RegistryValue::read(line, isUnicode);
    return value ? value->name + ' ' + std::string(value->type) + ' ' + value->value : "none";
}

} // namespace

class TestWindowsRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noValues_data();
    void noValues();
    void foreignLinesAreCounted();
    void valueWithoutItsEnd();
    void valueTooLong();
    void cutAtEveryByte();
    void sampleVerbatim();
    void values_data();
    void values();
    void codePageOfRegedit4();
    void continuedLines();
    void keysInOtherSpellings_data();
    void keysInOtherSpellings();
    void deletes();
};

void TestWindowsRegistry::noValues_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char* line :
         {"", "\"Type\"", "\"Type\"=", "\"Type=\"NTP\"", "\"Type\"=\"NTP", "\"Type\"=\"NTP\"x",
          "\"Type\"=dword:", "\"Type\"=dword:0000000g", "\"Type\"=dword:000000001", "\"Type\"=hex:0g",
          "\"Type\"=hex:000", "\"Type\"=hex(ff):00", "\"Type\"=hex(2:00", "\"Type\"=hex 00",
          "Type=dword:00000001", "@dword:00000001"})
        QTest::newRow(line) << QByteArray(line);
}

void TestWindowsRegistry::noValues()
{
    QFETCH(QByteArray, line);
    QCOMPARE(shown(line.toStdString()), std::string("none"));
}

void TestWindowsRegistry::foreignLinesAreCounted()
{
    const Reading reading =
        readRegistry("REGEDIT4\n"
                     "[HKEY_CURRENT_USER\\Environment]\n"
                     "\"TEMP\"=hex(2):25,00,\\\n"
                     "  00,00\n"
                     "@=\"x\"\n"
                     "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\W32TimeX]\n"
                     "\"Type\"=\"NTP\"\n"
                     "[HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time]\n"
                     "\"Type\"=dword:xyz\n"
                     "sings\n");
    QVERIFY(reading.facts);
    QCOMPARE(reading.eventText(), std::string());
    QCOMPARE(reading.problemText(),
             std::string("info formats.registry-other-keys line 3 '3' '3'\n"
                         "data-loss formats.registry-not-understood line 9 '2' '9'\n"));
}

void TestWindowsRegistry::valueWithoutItsEnd()
{
    const std::string key = "[" + root + "]\n";
    const Reading reading =
        readRegistry(key + "\"A\"=hex:01,\\\n\"B\"=dword:00000002\n\"C\"=hex:03,\\\n" + key);
    QCOMPARE(reading.eventText(),
             told(2, "name=A;type=binary;value=01;key=" + root)
                 + told(3, "name=B;type=dword;value=2;key=" + root)
                 + told(4, "name=C;type=binary;value=03;key=" + root));
}

void TestWindowsRegistry::valueTooLong()
{
    std::string text = "[" + root + "]\n\"A\"=hex:";
    for (int i = 0; i < 20'000; ++i)
        text += "00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,\\\n  ";
    text += "00\n\"B\"=dword:00000002\n";
    const Reading reading = readRegistry(text);
    QCOMPARE(reading.sink.events.size(), std::size_t{1});
    QCOMPARE(reading.problemText(),
             std::string("data-loss formats.registry-not-understood line 2 '1' '2'\n"));
}

void TestWindowsRegistry::cutAtEveryByte()
{
    for (std::size_t length = 0; length <= sample.size(); ++length) {
        const Reading reading = readRegistry(sample.substr(0, length));
        QVERIFY(reading.facts);
        QVERIFY(reading.sink.events.size() <= 4 && reading.sink.ordered);
        windowsRegistryFormat().sniff(asBytes(sample.substr(0, length)));
    }
}

void TestWindowsRegistry::sampleVerbatim()
{
    const Reading reading = readRegistry(sample);
    QCOMPARE(reading.eventText(),
             told(5, "name=Enabled;type=dword;value=1;key=" + root + "\\TimeProviders\\NtpServer")
                 + told(7, "name=Type;type=sz;value=NTP;key=" + root + "\\Parameters")
                 + told(9, "name=AnnounceFlags;type=dword;value=5;key=" + root + "\\Config")
                 + told(10, "name=LocalClockDispersion;type=dword;value=10;key=" + root + "\\Config"));
    QCOMPARE(reading.problemText(), std::string());
    QCOMPARE(reading.facts->records, std::uint64_t{10});
    QVERIFY(!reading.facts->first && !reading.facts->last && !reading.facts->hasDate);
    QCOMPARE(windowsRegistryFormat().sniff(asBytes(sample)).confidence, 100);
}

void TestWindowsRegistry::values_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* line, const QByteArray& value) {
        QTest::newRow(line) << QByteArray(line) << value;
    };
    row("\"A\"=dword:ffffffff", "A dword 4294967295");
    row("  \"A\" = DWORD:0A ", "A dword 10");
    row("@=\"x\"", " sz x");
    row("\"A\"=\"\"", "A sz ");
    row("\"a \\\"b\\\"\"=\"C:\\\\x=\\\"y\\\"\"", "a \"b\" sz C:\\x=\"y\"");
    row("\"A\"=hex:00,ff,0a", "A binary 00ff0a");
    row("\"A\"=hex:", "A binary ");
    row("\"A\"=hex(0):", "A none ");
    row("\"A\"=hex(1):4e,00,54,00,50,00,00,00", "A sz NTP");
    row("\"A\"=hex(2):25,00,fc,00,ac,20,3d,d8,00,de,00,00",
        "A expand-sz %\xC3\xBC\xE2\x82\xAC\xF0\x9F\x98\x80");
    row("\"A\"=hex(2):3d,d8,41,00",
        "A expand-sz \xEF\xBF\xBD"
        "A");
    row("\"A\"=hex(4):0a,00,00,00", "A dword 10");
    row("\"A\"=hex(4):0a,00", "A dword 0a00");
    row("\"A\"=hex(7):61,00,00,00,62,00,00,00,00,00", "A multi-sz a\nb");
    row("\"A\"=hex(b):01,00,00,00,01,00,00,00", "A qword 4294967297");
}

void TestWindowsRegistry::values()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, value);
    QCOMPARE(shown(line.toStdString()), value.toStdString());
}

void TestWindowsRegistry::codePageOfRegedit4()
{
    QCOMPARE(shown("\"A\"=hex(2):4e,54,50,00", false), std::string("A expand-sz NTP"));
    const Reading reading = readRegistry("REGEDIT4\n[" + root + "]\n\"A\"=hex(7):61,00,62,00,00\n");
    QCOMPARE(reading.eventText(), told(3, "name=A;type=multi-sz;value=a%0Ab;key=" + root));
}

void TestWindowsRegistry::continuedLines()
{
    const Reading reading = readRegistry(
        "[" + root + "]\r\n\"A\"=hex(7):61,00,\\\r\n  00,00,\\\r\n  00,00\r\n\"B\"=\"\\\\\"\r\n");
    QCOMPARE(reading.eventText(),
             told(2, "name=A;type=multi-sz;value=a;key=" + root)
                 + told(5, "name=B;type=sz;value=\\;key=" + root));
}

void TestWindowsRegistry::keysInOtherSpellings_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("controlSet");
    const QByteArray config = QByteArray::fromStdString(root + "\\Config");
    QTest::newRow("short and lower case")
        << QByteArray("hklm\\system\\currentcontrolset\\services\\w32time\\config") << config << QByteArray();
    QTest::newRow("numbered") << QByteArray(
        "HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\W32Time\\Config")
                              << config << QByteArray("ControlSet001");
    QTest::newRow("doubled") << QByteArray(
        "HKLM\\\\SYSTEM\\\\CurrentControlSet\\\\Services\\\\W32Time\\\\Config")
                             << config << QByteArray();
    QTest::newRow("policy") << QByteArray("HKLM\\SOFTWARE\\Policies\\Microsoft\\W32time\\Parameters")
                            << QByteArray(
                                   "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\W32Time\\Parameters")
                            << QByteArray();
    QTest::newRow("other service") << QByteArray("HKLM\\SYSTEM\\CurrentControlSet\\Services\\Dhcp")
                                   << QByteArray() << QByteArray();
    QTest::newRow("other root") << QByteArray("HKCU\\SYSTEM\\CurrentControlSet\\Services\\W32Time")
                                << QByteArray() << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray();
}

void TestWindowsRegistry::keysInOtherSpellings()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, controlSet);
    const auto time = TimeKey::read(key.toStdString());
    QCOMPARE(time ? time->path : std::string(), path.toStdString());
    QCOMPARE(time ? time->controlSet : std::string(), controlSet.toStdString());
    QCOMPARE(timeValueName("announceflags"), std::string_view("AnnounceFlags"));
    QCOMPARE(timeValueName("MyOwn"), std::string_view("MyOwn"));
}

void TestWindowsRegistry::deletes()
{
    const Reading reading = readRegistry("[" + root + "\\Config]\n\"AnnounceFlags\"=-\n[-" + root
                                         + "\\Parameters]\n\"Type\"=\"NTP\"\n");
    QCOMPARE(reading.eventText(),
             told(2, "name=AnnounceFlags;key=" + root + "\\Config", "registry.delete")
                 + told(3, "key=" + root + "\\Parameters", "registry.delete"));
}

QTEST_APPLESS_MAIN(TestWindowsRegistry)
#include "tst_windowsregistry.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "models/formats/wrappedlines.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

const std::string records =
    "02/06/2009 11:54:46.247 CCM|StationInit: (0000667) Unregister. DeviceName=SEP0019E8EB8E0B"
    "|<CLID::CL1><NID::10.4.1.11><IP::10.4.20.11><DEV::SEP0019E8EB8E0B><LVL::Detailed><MASK::0020>\n"
    "02/06/2009 11:54:50.262 CCM|StationInit - New connection accepted. DeviceName=, TCPPid = [2.100.9.677], "
    "IPAddr=10.4.20.11, Port=60959, Device Controller=[0,0,0]"
    "|<CLID::CL1><NID::10.4.1.11><IP::10.4.20.11><LVL::Detailed><MASK::0020>\n"
    "02/06/2009 11:55:20.280 CCM|StationInit: (0000677) KeepAlive."
    "|<CLID::CL1><NID::10.4.1.11><IP::10.4.20.11><DEV::SEP0019E8EB8E0B><LVL::Detailed><MASK::0020>\n";

const std::string packets =
    "08:56:01.125718 IP cm6-sub.example.com.ntp > cm6-pub.example.com.ntp: NTPv4, Client, length 48\n"
    "08:56:01.126718 IP cm6-pub.example.com.ntp > cm6-sub.example.com.ntp: NTPv4, Server, length 48\n"
    "08:56:02.126718 IP cm6-pub.example.com.ntp > cm6-sub.example.com.ntp: NTPv4, Server, length 48\n";

/// As a terminal of that width shows it.
std::string broken(std::string_view text, std::size_t width)
{
    std::string all;
    std::size_t column = 0;
    for (const char c : text) {
        if (c != '\n' && column == width) {
            all += '\n';
            column = 0;
        }
        all += c;
        column = c == '\n' ? 0 : column + 1;
    }
    return all;
}

/// The events without their places.
std::vector<std::string> eventsOf(const Reading& reading)
{
    std::vector<std::string> events = reading.sink.events;
    for (std::string& event : events) {
        const auto line = event.find(" line ");
        event.erase(line, event.find(' ', line + 6) - line);
    }
    return events;
}

} // namespace

class TestWrappedLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void widths_data();
    void widths();
    void recordsAreWholeAgain_data();
    void recordsAreWholeAgain();
    void foreignLinesOfThatWidth();
    void whatIsNoRest_data();
    void whatIsNoRest();
    void cutAtEveryByte();
};

void TestWrappedLines::widths_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("width");
    const QByteArray full(80, 'a');
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("once may be chance") << full + "\nb\nc\n" << 0;
    QTest::newRow("twice") << full + "\nb\n" + full + "\nb\n" << 80;
    QTest::newRow("line ends of Windows") << full + "\r\nb\r\n" + full + "\r\nb\r\n" << 80;
    QTest::newRow("a longer one") << full + "\nb\n" + full + "\n" + full + "a\n" << 0;
    QTest::newRow("no terminal's width") << full.left(78) + "\nb\n" + full.left(78) + "\n" << 0;
    QTest::newRow("wide") << QByteArray(132, 'a') + "\nb\n" + QByteArray(132, 'a') + "\n" << 132;
    QTest::newRow("a trace") << QByteArray::fromStdString(records) << 0;
}

void TestWrappedLines::widths()
{
    QFETCH(QByteArray, text);
    QFETCH(int, width);
    QCOMPARE(static_cast<int>(wrapWidth(text.toStdString())), width);
}

void TestWrappedLines::recordsAreWholeAgain_data()
{
    QTest::addColumn<bool>("isTrace");
    QTest::addColumn<int>("width");
    QTest::addColumn<QByteArray>("problems");
    QTest::newRow("trace, 80") << true << 80 << QByteArray("notice formats.lines-joined line 1 '3' '1'\n");
    QTest::newRow("trace, 132") << true << 132 << QByteArray("notice formats.lines-joined line 1 '3' '1'\n");
    QTest::newRow("packets, 80") << false << 80 << QByteArray("notice formats.lines-joined line 1 '3' '1'\n");
    QTest::newRow("packets, none") << false << 132 << QByteArray();
}

void TestWrappedLines::recordsAreWholeAgain()
{
    QFETCH(bool, isTrace);
    QFETCH(int, width);
    QFETCH(QByteArray, problems);
    const Format& format = isTrace ? cucmSdiFormat() : packetTextFormat();
    const std::string& text = isTrace ? records : packets;
    const std::string wrapped = broken(text, static_cast<std::size_t>(width));
    QCOMPARE(format.sniff(asBytes(wrapped)).confidence, 100);
    const Reading reading = readText(format, wrapped);
    QCOMPARE(eventsOf(reading), eventsOf(readText(format, text)));
    QCOMPARE(reading.problemText(), problems.toStdString());
    QVERIFY(reading.sink.ordered);
}

/// One record does not make a trace of them.
void TestWrappedLines::foreignLinesOfThatWidth()
{
    std::string text;
    for (int line = 0; line < 49; ++line)
        text += std::string(80, 'x') + '\n';
    text += "02/06/2009 11:54:46.247 CCM|StationInit\n";
    QCOMPARE(wrapWidth(text), 80U);
    QCOMPARE(cucmSdiFormat().sniff(asBytes(text)).confidence, 2);
}

void TestWrappedLines::whatIsNoRest_data()
{
    QTest::addColumn<QByteArray>("below");
    QTest::newRow("blank") << QByteArray("\n");
    QTest::newRow("a record") << QByteArray("15:20:22.421 CCM|StationInit: (0000677) KeepAlive.\n");
    QTest::newRow("set in") << QByteArray("   and more\n");
}

void TestWrappedLines::whatIsNoRest()
{
    QFETCH(QByteArray, below);
    const QByteArray record =
        QByteArray("15:20:21.421 CCM|Locations:Orig=1 BW=").leftJustified(80, '1') + "\n";
    const Reading reading = readText(cucmSdiFormat(), (record + below + record + below).toStdString());
    QVERIFY(reading.problemText().find("lines-joined") == std::string::npos);
}

void TestWrappedLines::cutAtEveryByte()
{
    const std::string wrapped = broken(records, 80);
    for (std::size_t length = 0; length <= wrapped.size(); ++length) {
        const Reading reading = readText(cucmSdiFormat(), std::string_view(wrapped).substr(0, length));
        QVERIFY(reading.facts);
        QVERIFY(reading.sink.events.size() <= 3);
    }
}

QTEST_APPLESS_MAIN(TestWrappedLines)
#include "tst_wrappedlines.moc"

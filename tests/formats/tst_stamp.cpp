// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/base/time.h"
#include "models/formats/stamp.h"
#include "models/formats/stampclock.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;
using namespace std::chrono_literals;

namespace
{

/// "2018-09-02 10:26:17.844000000 -18000 23": date, time, offset or "-", how much was read.
std::string shown(const std::optional<Stamp>& stamp)
{
    if (!stamp)
        return "none";
    if (!stamp->isValid())
        return "no time";
    const CivilDate date{stamp->year.value_or(2000), stamp->month, stamp->day};
    std::string text = toRfc3339(daysFromCivil(date) * nsPerDay + stamp->nsOfDay).substr(stamp->year ? 0 : 5);
    const auto offset = stamp->utcOffsetSeconds();
    return text + ' ' + (offset ? std::to_string(*offset) : "-") + ' '
        + std::to_string(stamp->written.size());
}

/// Times of lines as the source's clock has them.
class Log
{
public:
    std::string add(std::string_view text, std::string_view zone = {})
    {
        Stamp stamp = stampAtFront(text).value();
        if (!zone.empty())
            stamp.zone = zone;
        return toRfc3339(m_clock.at(stamp, ++m_line).ns).substr(0, 19);
    }
    SourceFacts facts() const
    {
        SourceFacts facts;
        m_clock.describe(facts);
        return facts;
    }
    std::string problems() const
    {
        Reading reading;
        m_clock.report(reading.sink);
        return reading.problemText();
    }

private:
    StampClock m_clock{0ns};
    std::uint64_t m_line = 0;
};

} // namespace

class TestStamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fronts_data();
    void fronts();
    void cutAtEveryByte();
    void offsetsChangeWithinALog();
    void lettersOfSeveralZones_data();
    void lettersOfSeveralZones();
    void linesWithoutZone();
    void zoneByTheOtherStampOfTheLine();
    void mixedCalendars();
    void mixedCalendarsOverNewYear();
    void yearsThatAreSaidApart();
};

void TestStamp::fronts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
    };
    row("", "none");
    row("2018-09-02", "none");
    row("2018-09-02X10:26:17", "none");
    row("2018-09-02T10:26", "none");
    row("2018-09-02T10:26:17abc", "none");
    row("2018-09-02T10:26:17+0200x", "2018-09-02T10:26:17.000000000Z - 19");
    row("x018-09-02T10:26:17", "none");
    row("20180902T102617Z", "none");
    row("2018-13-02T10:26:17Z", "no time");
    row("2018-02-30T10:26:17Z", "no time");
    row("2018-09-02T25:26:17.5Z", "no time");
    row("0000-09-02T10:26:17Z", "no time");
    row("2018-09-02T10:26:17", "2018-09-02T10:26:17.000000000Z - 19");
    row("2018-09-02T10:26:17Z", "2018-09-02T10:26:17.000000000Z 0 20");
    row("2018-09-02t10:26:17z", "2018-09-02T10:26:17.000000000Z 0 20");
    row("2018-09-02 10:26:17 a", "2018-09-02T10:26:17.000000000Z - 19");
    row("2018-09-02 10:26:17,844 a", "2018-09-02T10:26:17.844000000Z - 23");
    row("2018-09-02 10:26:17, a", "2018-09-02T10:26:17.000000000Z - 19");
    row("2018-09-02T10:26:17.123456789123-05:00 a", "2018-09-02T10:26:17.123456789Z -18000 38");
    row("2018-09-02T10:26:17+02 a", "2018-09-02T10:26:17.000000000Z 7200 22");
    row("2018-09-02T10:26:17+0530: a", "2018-09-02T10:26:17.000000000Z 19800 24");
    row("2018-09-02 10:26:17,844 +0200 a", "2018-09-02T10:26:17.844000000Z 7200 29");
    row("2018-09-02 10:26:17 -02:00", "2018-09-02T10:26:17.000000000Z -7200 26");
    row("2018-09-02 10:26:17 UTC a", "2018-09-02T10:26:17.000000000Z 0 23");
    row("2018-09-02 10:26:17 UTCa", "2018-09-02T10:26:17.000000000Z - 19");
    row("2018-09-02 10:26:17 -12 dBm", "2018-09-02T10:26:17.000000000Z - 19");
    row("2018-09-02T10:26:17+99:00", "2018-09-02T10:26:17.000000000Z - 25");
    row("Fob  2 10:26:17", "none");
    row("Sep 2 10:26", "none");
    row("Sep 31 10:26:17", "no time");
    row("Feb 29 2018 10:26:17", "no time");
    row("Feb 29 10:26:17", "02-29T10:26:17.000000000Z - 15");
    row("  Sep  2 10:26:17 host", "09-02T10:26:17.000000000Z - 15");
    row("Sep  2 2018 10:26:17.844: x", "2018-09-02T10:26:17.844000000Z - 24");
    row("Sep  2 10:26:17 CEST: x", "09-02T10:26:17.000000000Z 7200 20");
    row("Sep  2 10:26:17 PUB: x", "09-02T10:26:17.000000000Z - 15");
    row("Sep  2 10:26:17 2018 host", "2018-09-02T10:26:17.000000000Z - 20");
    row("Sep  2 10:26:17 2811 1: x", "09-02T10:26:17.000000000Z - 15"); // a router called by its model
    row("2018 Sep  2 10:26:17 UTC: x", "2018-09-02T10:26:17.000000000Z 0 24");
    row("Sun Sep  2 10:26:17 CEST 2018", "2018-09-02T10:26:17.000000000Z 7200 25");
    row("Sun 02 Sep 2018 10:26:17 PM CEST", "2018-09-02T22:26:17.000000000Z 7200 28");
    row("Sep  2 2018 12:26:17 AM", "2018-09-02T00:26:17.000000000Z - 23");
    row("Sep  2 2018 12:26:17 PM", "2018-09-02T12:26:17.000000000Z - 23");
    row("Sep  2 2018 13:26:17 PM", "no time");
    row("Sep  2 2018 10:26:17 AMX", "2018-09-02T10:26:17.000000000Z - 20");
    row("Sun 2018-09-02 10:26:17 CEST host", "2018-09-02T10:26:17.000000000Z 7200 24");
    row("02.09.2018 10:26:17 host", "2018-09-02T10:26:17.000000000Z - 19");
    row("31.09.2018 10:26:17 host", "no time");
    row("02.09.18 10:26:17 host", "none");
    row("10.1.1.1 10:26:17", "none");
    row(" 6 Sep 20:54:50 ntpd", "09-06T20:54:50.000000000Z - 14");
}

void TestStamp::fronts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(shown(stampAtFront({text.data(), static_cast<std::size_t>(text.size())})),
             expected.toStdString());
}

void TestStamp::cutAtEveryByte()
{
    for (const std::string_view text :
         {"2018-09-02 10:26:17,844 +02:00 a", "Sep  2 2018 10:26:17.844 UTC: x"}) {
        for (std::size_t length = 0; length <= text.size(); ++length) {
            const auto stamp = stampAtFront(std::string(text.substr(0, length)));
            QVERIFY(!stamp || stamp->isValid());
        }
    }
}

/// Summer time ends: all lines stay at their moment, in the zone of the first.
void TestStamp::offsetsChangeWithinALog()
{
    Log log;
    QCOMPARE(log.add("2026-10-25T02:59:59+02:00"), std::string("2026-10-25T02:59:59"));
    QCOMPARE(log.add("2026-10-25T02:00:01+01:00"), std::string("2026-10-25T03:00:01"));
    QCOMPARE(log.add("2026-10-25T02:00:00Z"), std::string("2026-10-25T04:00:00"));
    QCOMPARE(log.facts().utcOffsetSeconds, std::optional(7200));
    QCOMPARE(log.problems(), std::string());
}

void TestStamp::lettersOfSeveralZones_data()
{
    QTest::addColumn<QByteArray>("lines"); // "clock zone, clock zone"
    QTest::addColumn<QByteArray>("last"); // as it stands in the zone of the first
    QTest::addColumn<int>("offset"); // h; 99: not known
    QTest::addColumn<QByteArray>("guess");
    const auto row = [](const char* name, const char* lines, const char* last, int offset,
                        const char* guess) {
        QTest::newRow(name) << QByteArray(lines) << QByteArray(last) << offset << QByteArray(guess);
    };
    row("alone", "10:00:00 CST,11:00:00 CST", "11:00:00", 99, "");
    row("its other letters before", "01:59:59 CDT,03:00:00 CST", "04:00:00", -5, "'CST' 'UTC-06:00'");
    row("its other letters behind", "01:59:59 CST,03:00:01 CDT", "02:00:01", -6, "'CST' 'UTC-06:00'");
    row("near to UTC", "10:00:00 UTC,18:00:02 CST", "10:00:02", 0, "'CST' 'UTC+08:00'");
    row("near to what follows", "15:30:00 IST,10:00:05 UTC", "15:30:05", 5, "'IST' 'UTC+05:30'");
    row("Dublin", "00:59:59 GMT,02:00:00 IST", "01:00:00", 0, "'IST' 'UTC+01:00'");
    row("the same after a silence", "10:00:00 UTC,12:00:02 IST,20:00:00 IST", "18:00:00", 0,
        "'IST' 'UTC+02:00'");
    row("letters of no zone", "10:00:00 CET,10:00:02 ABC", "10:00:02", 1, "");
}

void TestStamp::lettersOfSeveralZones()
{
    QFETCH(QByteArray, lines);
    QFETCH(QByteArray, last);
    QFETCH(int, offset);
    QFETCH(QByteArray, guess);
    Log log;
    std::string shown;
    for (const QByteArray& line : lines.split(',')) {
        const std::string zone = line.split(' ')[1].toStdString();
        shown = log.add("2026-03-08 " + line.split(' ')[0].toStdString(), zone);
    }
    QCOMPARE(shown, "2026-03-08T" + last.toStdString());
    const auto said = log.facts().utcOffsetSeconds;
    QCOMPARE(said ? *said / 3600 : 99, offset);
    QCOMPARE(log.problems().find("formats.zone-by-letters - " + guess.toStdString()) != std::string::npos,
             !guess.isEmpty());
}

void TestStamp::linesWithoutZone()
{
    Log log;
    log.add("2026-10-25T02:59:59+02:00");
    log.add("2026-10-25T02:30:00+01:00");
    QCOMPARE(log.add("2026-10-25T02:31:00"), std::string("2026-10-25T03:31:00"));
    QCOMPARE(log.problems(), std::string("notice formats.zone-of-neighbours line 3 '1' '3'\n"));
    Log without;
    without.add("2026-10-25T02:59:59");
    QVERIFY(!without.facts().utcOffsetSeconds);
    QCOMPARE(without.problems(), std::string());
}

void TestStamp::zoneByTheOtherStampOfTheLine()
{
    StampClock clock(0ns);
    const auto at = [&](const char* text) {
        return toRfc3339(clock.at(*stampAtFront(text), 1).ns).substr(0, 19);
    };
    clock.compare(*stampAtFront("Jul  2 01:22:33"), *stampAtFront("2026-07-02 06:22:31 UTC"));
    QCOMPARE(at("2026-07-02 06:22:31 UTC"), std::string("2026-07-02T06:22:31"));
    QCOMPARE(at("Jul  2 01:22:40"), std::string("2026-07-02T06:22:40"));
}

void TestStamp::mixedCalendars()
{
    Log log;
    QCOMPARE(log.add("Mar  3 10:00:00"), std::string("1970-03-03T10:00:00"));
    QCOMPARE(log.add("2026-03-03T10:00:01"), std::string("1970-03-03T10:00:01"));
    QCOMPARE(log.add("Mar  3 2026 10:00:02"), std::string("1970-03-03T10:00:02"));
    QCOMPARE(log.facts().year->known, std::optional(2026));
    QVERIFY(!log.facts().hasDate);
    QCOMPARE(log.facts().last->ns - log.facts().first->ns, 2 * nsPerSecond);
}

void TestStamp::mixedCalendarsOverNewYear()
{
    Log log;
    log.add("2026-12-31T23:59:59");
    QCOMPARE(log.add("Jan  1 00:00:01"), std::string("2027-01-01T00:00:01"));
    QCOMPARE(log.add("Dec 31 23:59:59"), std::string("2026-12-31T23:59:59"));
    QVERIFY(log.facts().hasDate);
}

void TestStamp::yearsThatAreSaidApart()
{
    Log log;
    log.add("Mar  3 10:00:00");
    log.add("2022-03-03T10:00:00");
    QCOMPARE(log.add("2024-03-03T10:00:00"), std::string("1972-03-02T10:00:00")); // day 2 * 365 + 61
    QCOMPARE(log.add("2023-03-03T10:00:00"), std::string("1971-03-03T10:00:00"));
    QCOMPARE(log.facts().year->known, std::optional(2022));
}

QTEST_APPLESS_MAIN(TestStamp)
#include "tst_stamp.moc"

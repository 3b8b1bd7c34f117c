// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include <QTest>

#include "models/timeline/timetext.h"

using namespace whittle;

class TestTimeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownZoneIsUtc();
    void readsFixedOffsets();
    void writesTimesInTheZone();
    void summerTimeFollowsTheMoment();
    void timesBeforeTheEpoch();
    void extremeTimesDoNotOverflow();
    void durations_data();
    void durations();
};

void TestTimeText::unknownZoneIsUtc()
{
    QCOMPARE(TimeText::forZone(QStringLiteral("Middle/Earth")).zoneName(), QStringLiteral("UTC"));
    QCOMPARE(TimeText::forZone(QString()).utcOffset({0}), 0);
    QCOMPARE(TimeText::forZone(QStringLiteral("UTC-99:00")).utcOffset({0}), 0);
}

void TestTimeText::readsFixedOffsets()
{
    QCOMPARE(TimeText::forZone(QStringLiteral("UTC-06:00")).utcOffset({0}), -6 * 3600);
    QCOMPARE(TimeText::forZone(QStringLiteral("UTC+05:45")).utcOffset({0}), 5 * 3600 + 45 * 60);
    QCOMPARE(TimeText::forZone(QStringLiteral("UTC-06:00")).zoneName(), QStringLiteral("UTC-06:00"));
}

void TestTimeText::writesTimesInTheZone()
{
    const TimeText chicago = TimeText::forZone(QStringLiteral("America/Chicago"));
    const CaseTime time{*fromRfc3339("2009-02-27T14:11:10.854439Z")};
    QCOMPARE(chicago.dateTime(time), QStringLiteral("2009-02-27 08:11:10.854"));
    QCOMPARE(chicago.dateMinute(time), QStringLiteral("2009-02-27 08:11"));
    QCOMPARE(chicago.timeOfDay(time), QStringLiteral("08:11:10.854439"));
    QCOMPARE(chicago.date(time), QStringLiteral("2009-02-27"));
    QCOMPARE(chicago.zoneName(), QStringLiteral("America/Chicago"));
    QCOMPARE(chicago.date({*fromRfc3339("2009-02-27T05:59:59Z")}), QStringLiteral("2009-02-26"));
}

void TestTimeText::summerTimeFollowsTheMoment()
{
    const TimeText chicago = TimeText::forZone(QStringLiteral("America/Chicago"));
    QCOMPARE(chicago.timeOfDay({*fromRfc3339("2009-03-08T07:59:59Z")}), QStringLiteral("01:59:59.000000"));
    QCOMPARE(chicago.timeOfDay({*fromRfc3339("2009-03-08T08:00:00Z")}), QStringLiteral("03:00:00.000000"));
}

void TestTimeText::timesBeforeTheEpoch()
{
    QCOMPARE(TimeText().dateTime({-1}), QStringLiteral("1969-12-31 23:59:59.999"));
    QCOMPARE(TimeText().timeOfDay({-1}), QStringLiteral("23:59:59.999999"));
}

void TestTimeText::extremeTimesDoNotOverflow()
{
    const TimeText zone = TimeText::forZone(QStringLiteral("UTC+14:00"));
    QCOMPARE(zone.date({std::numeric_limits<std::int64_t>::max()}), QStringLiteral("2262-04-12"));
    QCOMPARE(TimeText::forZone(QStringLiteral("UTC-12:00")).date({std::numeric_limits<std::int64_t>::min()}),
             QStringLiteral("1677-09-20"));
    QVERIFY(!TimeText::duration(Nanoseconds{std::numeric_limits<std::int64_t>::min()}).isEmpty());
}

void TestTimeText::durations_data()
{
    QTest::addColumn<qint64>("ns");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 ns, const char* text) {
        QTest::newRow(text) << ns << QString::fromUtf8(text);
    };
    row(0, "0 s");
    row(850, "850 ns");
    row(1500, "1.5 µs");
    row(38'200'000, "38.2 ms");
    row(5'000'000, "5 ms");
    row(1'250'000'000, "1.25 s");
    row(41'200'000'000, "41.2 s");
    row(59'990'000'000, "1 min");
    row(250 * nsPerSecond, "4 min 10 s");
    row(3600 * nsPerSecond, "1 h");
    row(36 * 3600 * nsPerSecond, "36 h");
    row(72 * 3600 * nsPerSecond + 120 * nsPerSecond, "72 h 2 min");
    row(8 * nsPerDay, "8 d");
    row(5 * nsPerDay + 3 * 3600 * nsPerSecond, "5 d 3 h");
    row(-41'200'000'000, "−41.2 s");
}

void TestTimeText::durations()
{
    QFETCH(qint64, ns);
    QFETCH(QString, text);
    QCOMPARE(TimeText::duration(Nanoseconds{ns}), text);
}

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_timetext.moc"

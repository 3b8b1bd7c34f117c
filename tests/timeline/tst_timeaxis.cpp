// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include <QTest>

#include "models/timeline/timeaxis.h"

using namespace whittle;

namespace
{

CaseTime utc(const char* text)
{
    return {*fromRfc3339(text)};
}

QStringList labels(const TimeAxis& axis, const TimeText& times, double spacing = 96)
{
    QStringList result;
    for (const TimeTick& tick : ticks(axis, times, spacing))
        result += tick.label;
    return result;
}

const TimeText chicago = TimeText::forZone(QStringLiteral("America/Chicago"));

} // namespace

class TestTimeAxis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsThereAndBack();
    void anEmptyAxisHasNoTicks();
    void daysBeginAtLocalMidnight();
    void hoursNameTheNewDay();
    void deepZoomShowsMilliseconds();
    void springLeavesAnHourOut();
    void autumnRepeatsAnHour();
    void daysStayAtMidnightOverTheChange();
    void monthsAndYears();
    void weeksBeginOnMonday();
    void ticksKeepTheirDistance_data();
    void ticksKeepTheirDistance();
    void hostileRangesEnd();
};

void TestTimeAxis::mapsThereAndBack()
{
    const TimeAxis axis{{utc("2009-02-27T14:11:00Z"), utc("2009-03-04T14:11:00Z")}, 200, 832};
    QCOMPARE(axis.x(axis.range.from), 200.0);
    QCOMPARE(axis.x(axis.range.to), 1032.0);
    QCOMPARE(axis.time(200 + 416), utc("2009-03-02T02:11:00Z"));
    QCOMPARE(axis.x(axis.time(777.25)), 777.25);
    const TimeAxis nanos{{{1'235'743'860'000'000'000}, {1'235'743'860'000'100'000}}, 0, 100};
    QCOMPARE(nanos.x({1'235'743'860'000'050'000}),
             50.0); // to the nanosecond, though a double has not the digits
}

void TestTimeAxis::anEmptyAxisHasNoTicks()
{
    QVERIFY(ticks({{{5}, {5}}, 0, 100}, TimeText(), 90).empty());
    QVERIFY(ticks({{{5}, {500}}, 0, 0}, TimeText(), 90).empty());
}

void TestTimeAxis::daysBeginAtLocalMidnight()
{
    const TimeAxis axis{{utc("2009-02-27T14:11:00Z"), utc("2009-03-04T14:11:00Z")}, 0, 832};
    const QStringList expected{QStringLiteral("Sat 28 Feb"), QStringLiteral("Sun 1 Mar"),
                               QStringLiteral("Mon 2"), QStringLiteral("Tue 3"), QStringLiteral("Wed 4")};
    QCOMPARE(labels(axis, chicago), expected);
    QCOMPARE(ticks(axis, chicago, 96).front().at, utc("2009-02-28T06:00:00Z"));
    QCOMPARE(contextLabel(axis, chicago), QStringLiteral("Fri 27 Feb 2009"));
}

void TestTimeAxis::hoursNameTheNewDay()
{
    const TimeAxis axis{{utc("2009-02-28T04:30:00Z"), utc("2009-02-28T08:30:00Z")}, 0, 400};
    const QStringList expected{QStringLiteral("23:00"), QStringLiteral("Sat 28 Feb"), QStringLiteral("01:00"),
                               QStringLiteral("02:00")};
    QCOMPARE(labels(axis, chicago), expected);
    QVERIFY(ticks(axis, chicago, 96).at(1).major);
}

void TestTimeAxis::deepZoomShowsMilliseconds()
{
    const CaseTime from = utc("2009-02-27T14:11:10.854Z");
    QCOMPARE(labels({{from, moved(from, Nanoseconds{50'000'000})}, 0, 600}, chicago).front(),
             QStringLiteral("08:11:10.860"));
    QCOMPARE(labels({{from, moved(from, Nanoseconds{50'000})}, 0, 600}, chicago).at(1),
             QStringLiteral("08:11:10.854010"));
}

void TestTimeAxis::springLeavesAnHourOut()
{
    const TimeAxis axis{{utc("2009-03-08T06:30:00Z"), utc("2009-03-08T10:30:00Z")}, 0, 400};
    const QStringList expected{QStringLiteral("01:00"), QStringLiteral("03:00"), QStringLiteral("04:00"),
                               QStringLiteral("05:00")};
    QCOMPARE(labels(axis, chicago), expected);
}

void TestTimeAxis::autumnRepeatsAnHour()
{
    const TimeAxis axis{{utc("2009-11-01T04:30:00Z"), utc("2009-11-01T08:30:00Z")}, 0, 400};
    const QStringList expected{QStringLiteral("Sun 1 Nov"), QStringLiteral("01:00"), QStringLiteral("01:00"),
                               QStringLiteral("02:00")};
    QCOMPARE(labels(axis, chicago), expected);
    const auto all = ticks(axis, chicago, 96);
    QCOMPARE(all[2].at - all[1].at, Nanoseconds{3600 * nsPerSecond});
}

void TestTimeAxis::daysStayAtMidnightOverTheChange()
{
    const TimeAxis axis{{utc("2009-03-06T12:00:00Z"), utc("2009-03-11T12:00:00Z")}, 0, 832};
    for (const TimeTick& tick : ticks(axis, chicago, 96))
        QCOMPARE(chicago.timeOfDay(tick.at), QStringLiteral("00:00:00.000000"));
    QCOMPARE(ticks(axis, chicago, 96).size(), 5U);
}

void TestTimeAxis::monthsAndYears()
{
    const TimeAxis year{{utc("2008-11-15T00:00:00Z"), utc("2009-04-15T00:00:00Z")}, 0, 600};
    const QStringList expected{QStringLiteral("Dec 2008"), QStringLiteral("2009"), QStringLiteral("Feb"),
                               QStringLiteral("Mar"), QStringLiteral("Apr")};
    QCOMPARE(labels(year, chicago), expected);
    const TimeAxis decades{{utc("1970-01-01T00:00:00Z"), utc("2009-01-01T00:00:00Z")}, 0, 600};
    QCOMPARE(labels(decades, TimeText()).back(), QStringLiteral("2000"));
}

void TestTimeAxis::weeksBeginOnMonday()
{
    const TimeAxis axis{{utc("2009-02-27T00:00:00Z"), utc("2009-04-27T00:00:00Z")}, 0, 832};
    QCOMPARE(labels(axis, TimeText()).front(), QStringLiteral("Mon 2 Mar"));
}

void TestTimeAxis::ticksKeepTheirDistance_data()
{
    QTest::addColumn<qint64>("length");
    for (qint64 length = 10'000; length < 4'000'000'000'000'000'000 / 3; length *= 3)
        QTest::addRow("%lld ns", length) << length;
}

void TestTimeAxis::ticksKeepTheirDistance()
{
    QFETCH(qint64, length);
    const CaseTime from = utc("2009-02-27T14:11:10.854Z");
    const TimeAxis axis{{from, moved(from, Nanoseconds{length})}, 0, 1000};
    const auto all = ticks(axis, chicago, 90);
    QVERIFY(all.size() <= 12);
    for (std::size_t i = 1; i < all.size(); ++i)
        QVERIFY(axis.x(all[i].at) - axis.x(all[i - 1].at) > 80);
}

void TestTimeAxis::hostileRangesEnd()
{
    const TimeAxis axis{
        {{std::numeric_limits<std::int64_t>::min()}, {std::numeric_limits<std::int64_t>::max()}}, 0, 1000};
    QVERIFY(ticks(axis, chicago, 90).size() < 20);
    const TimeAxis late{
        {{std::numeric_limits<std::int64_t>::max() - 1000}, {std::numeric_limits<std::int64_t>::max()}},
        0,
        1000};
    QVERIFY(ticks(late, chicago, 90).size() < 20);
    constexpr std::int64_t first = std::numeric_limits<std::int64_t>::min();
    for (const std::int64_t length :
         {1000LL, 1'000'000'000'000LL, 1'000'000'000'000'000LL, 1'000'000'000'000'000'000LL}) {
        QVERIFY(ticks({{{first}, {first + length}}, 0, 1000}, chicago, 90).size() < 20);
        QVERIFY(!contextLabel({{{first}, {first + length}}, 0, 1000}, chicago).isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestTimeAxis)
#include "tst_timeaxis.moc"

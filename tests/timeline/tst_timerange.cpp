// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include <QTest>

#include "models/timeline/rangeindex.h"
#include "models/timeline/timerange.h"

using namespace whittle;

namespace
{

constexpr CaseTime t(std::int64_t seconds)
{
    return {seconds * nsPerSecond};
}

constexpr TimeRange range(std::int64_t from, std::int64_t to)
{
    return {t(from), t(to)};
}

} // namespace

class TestTimeRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arithmeticStopsAtTheEnds();
    void zoomKeepsThePointInPlace();
    void zoomStopsAtTheShortestView();
    void clampMovesBeforeItShortens();
    void unitesWhatTouches();
    void gapsAreWhatNobodySaw();
    void instantsSurviveUnlessUnseen();
    void indexFindsALongSpanThatBeganEarly();
};

void TestTimeRange::arithmeticStopsAtTheEnds()
{
    const CaseTime last{std::numeric_limits<std::int64_t>::max()};
    const CaseTime first{std::numeric_limits<std::int64_t>::min()};
    QCOMPARE(difference(last, first).count(), std::numeric_limits<std::int64_t>::max());
    QCOMPARE(difference(first, last).count(), std::numeric_limits<std::int64_t>::min());
    QCOMPARE(moved(last, Nanoseconds{1}).nsUtc, last.nsUtc);
    QCOMPARE(moved(first, Nanoseconds{-1}).nsUtc, first.nsUtc);
    QVERIFY(zoomed({first, last}, t(0), 0.01).length().count() > 0);
}

void TestTimeRange::zoomKeepsThePointInPlace()
{
    const TimeRange seen = zoomed(range(0, 100), t(25), 2);
    QCOMPARE(seen, (TimeRange{{12'500'000'000}, {62'500'000'000}}));
    QCOMPARE(zoomed(seen, t(25), 0.5), range(0, 100));
}

void TestTimeRange::zoomStopsAtTheShortestView()
{
    QCOMPARE(zoomed(range(0, 100), t(50), 1e30).length(), shortestView);
}

void TestTimeRange::clampMovesBeforeItShortens()
{
    QCOMPARE(clamped(range(-10, 10), range(0, 100)), range(0, 20));
    QCOMPARE(clamped(range(90, 110), range(0, 100)), range(80, 100));
    QCOMPARE(clamped(range(-10, 200), range(0, 100)), range(0, 100));
    QCOMPARE(clamped(range(30, 40), range(0, 100)), range(30, 40));
    QCOMPARE(clamped(range(100, 100), range(0, 100)).length(), shortestView);
}

void TestTimeRange::unitesWhatTouches()
{
    const std::vector<TimeRange> expected{range(0, 20), range(30, 40)};
    QCOMPARE(united({range(30, 40), range(10, 20), range(0, 10), range(12, 15), range(9, 5)}), expected);
}

void TestTimeRange::gapsAreWhatNobodySaw()
{
    const std::vector<TimeRange> expected{range(0, 10), range(20, 30), range(40, 50)};
    QCOMPARE(gapsIn(range(0, 50), {range(10, 20), range(30, 40)}), expected);
    QCOMPARE(gapsIn(range(0, 50), {}), std::vector<TimeRange>{range(0, 50)});
    QVERIFY(gapsIn(range(0, 50), {range(-10, 60)}).empty());
}

void TestTimeRange::instantsSurviveUnlessUnseen()
{
    QCOMPARE(without(range(5, 5), {}).size(), 1U);
    QVERIFY(without(range(5, 5), {range(0, 10)}).empty());
}

void TestTimeRange::indexFindsALongSpanThatBeganEarly()
{
    const RangeIndex index(
        std::vector<TimeRange>{range(0, 1000), range(10, 20), range(30, 40), range(900, 950)});
    QCOMPARE(index.visible(range(500, 600)).first, 0U);
    QCOMPARE(index.visible(range(500, 600)).second, 3U);
    const auto [first, last] = index.visible(range(2000, 3000));
    QCOMPARE(first, last);
    const auto [begin, end] = index.visible(range(-20, -10));
    QCOMPARE(begin, end);
}

QTEST_APPLESS_MAIN(TestTimeRange)
#include "tst_timerange.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/timeline/openingview.h"
#include "models/timeline/timelinescene.h"

using namespace whittle;

namespace
{

constexpr std::int64_t day = 86'400 * std::int64_t{nsPerSecond};

TimeRange days(double from, double to)
{
    return {{static_cast<std::int64_t>(from * day)}, {static_cast<std::int64_t>(to * day)}};
}

FindingStop citedAt(double when)
{
    return {days(when, when).from, {}, SceneClass::Warning};
}

} // namespace

class TestOpeningView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingWhereMostWasWatched();
    void whatFindingsCite();
    void whatWasWatchedLongest();
    void spansCloseToEachOther();
    void neverBeyondTheWhole();
};

void TestOpeningView::everythingWhereMostWasWatched()
{
    QCOMPARE(openingView(days(0, 5), {days(0, 5)}, {}), days(0, 5));
    QCOMPARE(openingView(days(0, 5), {days(0, 1), days(4, 5)}, {citedAt(0.5)}), days(0, 5));
    QCOMPARE(openingView(days(0, 5), {}, {}), days(0, 5));
}

void TestOpeningView::whatFindingsCite()
{
    const TimeRange view =
        openingView(days(0, 5000), {days(0, 5), days(4000, 4009)}, {citedAt(1), citedAt(2), citedAt(4001)});
    QVERIFY(view.contains(days(0, 0).from));
    QVERIFY(view.contains(days(5, 5).from));
    QVERIFY(view.length() < days(0, 6).length());
}

void TestOpeningView::whatWasWatchedLongest()
{
    const TimeRange view = openingView(days(0, 5000), {days(0, 5), days(4000, 4009)}, {});
    QVERIFY(view.contains(days(4000, 4000).from));
    QVERIFY(!view.contains(days(5, 5).from));
}

void TestOpeningView::spansCloseToEachOther()
{
    const TimeRange view = openingView(days(0, 5000), {days(0, 3), days(4, 7), days(4990, 5000)},
                                       {citedAt(1), citedAt(5), citedAt(4991)});
    QVERIFY(view.contains(days(0.1, 0.1).from));
    QVERIFY(view.contains(days(7, 7).from));
}

void TestOpeningView::neverBeyondTheWhole()
{
    const TimeRange whole = days(0, 5000);
    const TimeRange view = openingView(whole, {days(0, 0), days(5000, 5000)}, {citedAt(0)});
    QCOMPARE(view.from, whole.from);
    QVERIFY(view.length() >= shortestView);
    QVERIFY(view.to < whole.to);
}

QTEST_APPLESS_MAIN(TestOpeningView)
#include "tst_openingview.moc"

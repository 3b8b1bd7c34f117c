// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QTest>

#include "models/clocks/clockline.h"

using namespace whittle;

namespace
{

constexpr double ms = 1e6; // ns

ClockBound lower(double at, double value)
{
    return {at, value, false};
}

ClockBound upper(double at, double value)
{
    return {at, value, true};
}

} // namespace

class TestClockLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneSideAloneIsNoLine();
    void betweenTheFastest();
    void contradictionBeyondToleranceIsNoLine();
    void contradictionWidens();
    void slopeIsBounded();
    void truthIsInside_data();
    void truthIsInside();
};

void TestClockLine::oneSideAloneIsNoLine()
{
    QVERIFY(!lineWithin({}, 100 * ms));
    QVERIFY(!lineWithin({lower(0, 1), lower(1, 2)}, 100 * ms));
    QVERIFY(!lineWithin({upper(0, 1)}, 100 * ms));
}

void TestClockLine::betweenTheFastest()
{
    const auto line =
        lineWithin({lower(0, -9 * ms), lower(0, -2 * ms), upper(0, 3 * ms), upper(0, 7 * ms)}, ms);
    QVERIFY(line);
    QCOMPARE(line->low, -2 * ms);
    QCOMPARE(line->high, 3 * ms);
    QCOMPARE(line->disorder, 0.0);
}

void TestClockLine::contradictionBeyondToleranceIsNoLine()
{
    QVERIFY(!lineWithin({lower(0, 50 * ms), upper(0, -50 * ms)}, 20 * ms));
}

/// Bounds that cross by 4 ms: one of them is wrong by that, and which is not known.
void TestClockLine::contradictionWidens()
{
    const auto line = lineWithin({lower(0, 2 * ms), upper(0, -2 * ms)}, 20 * ms);
    QVERIFY(line);
    QVERIFY(line->low <= -2 * ms && line->high >= 2 * ms);
    QVERIFY(line->high - line->low < 20 * ms);
    QVERIFY(line->disorder > 0);
}

void TestClockLine::slopeIsBounded()
{
    const auto line = lineWithin({lower(0, 0), upper(0, ms), lower(1, 0), upper(1, ms)}, ms);
    QVERIFY(line);
    QCOMPARE(line->slopeWidth, steepestClock); // over a second nothing is known of it
    const auto longer =
        lineWithin({lower(0, 0), upper(0, ms), lower(1000, 50 * ms), upper(1000, 51 * ms)}, ms);
    QVERIFY(longer);
    QVERIFY(std::abs(longer->slope - 50e3) < 1e3 + 1);
    QVERIFY(longer->slopeWidth < 1.1e3);
}

void TestClockLine::truthIsInside_data()
{
    QTest::addColumn<double>("delay"); // ms, the least one way
    QTest::addColumn<double>("drift"); // ppm
    QTest::addColumn<int>("count");
    QTest::newRow("same place") << 0.0 << 0.0 << 10;
    QTest::newRow("path") << 14.0 << 60.0 << 40;
    QTest::newRow("slow path, many") << 100.0 << -110.0 << 2000;
    QTest::newRow("few") << 20.0 << 30.0 << 2;
}

void TestClockLine::truthIsInside()
{
    QFETCH(double, delay);
    QFETCH(double, drift);
    QFETCH(int, count);
    for (unsigned seed = 1; seed <= 50; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> when(0, 3000);
        std::exponential_distribution<double> jitter(0.5); // 2 ms
        const auto truth = [&](double t) { return 5 * ms + drift * 1e3 * t; };
        std::vector<ClockBound> bounds;
        for (int i = 0; i < count; ++i) {
            const double up = when(random);
            const double down = when(random);
            bounds.push_back(upper(up, truth(up) + (delay + jitter(random)) * ms));
            bounds.push_back(lower(down, truth(down) - (delay + jitter(random)) * ms));
        }
        const auto line = lineWithin(bounds, ms);
        QVERIFY(line);
        QVERIFY(line->low <= truth(line->middle) && truth(line->middle) <= line->high);
        QVERIFY(std::abs(line->slope - drift * 1e3) <= line->slopeWidth + 1e-6);
        QVERIFY(count < 10 || line->high - line->low < (2 * delay + 8) * ms);
    }
}

QTEST_APPLESS_MAIN(TestClockLine)
#include "tst_clockline.moc"

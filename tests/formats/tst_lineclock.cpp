// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/lineclock.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;
using namespace std::chrono_literals;

namespace
{

constexpr std::int64_t hour = 3600 * nsPerSecond;

/// Day of the nominal calendar, from 1 January of the first line's year.
std::int64_t dayOf(SourceTime time)
{
    return time.ns / nsPerDay;
}

SourceFacts factsOf(const LineClock& clock)
{
    SourceFacts facts;
    clock.describe(facts);
    return facts;
}

} // namespace

class TestLineClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void monthAndDayCountFromNewYear()
    {
        LineClock clock(0ns);
        QCOMPARE(clock.monthDay(7, 2, 6 * hour, 1).ns, 182 * nsPerDay + 6 * hour);
        const SourceFacts facts = factsOf(clock);
        QVERIFY(!facts.hasDate);
        QVERIFY(facts.hasMonthDay);
        QCOMPARE(facts.year, YearHints{});
        QCOMPARE(facts.first->ns, 182 * nsPerDay + 6 * hour);
    }

    void newYearCountsOnAndIsNoStep()
    {
        LineClock clock(0ns);
        Recorder sink;
        clock.monthDay(12, 31, 23 * hour, 1);
        QCOMPARE(dayOf(clock.monthDay(1, 1, 0, 2)), 365);
        QCOMPARE(dayOf(clock.monthDay(12, 30, 0, 3)), 365 + 363);
        QCOMPARE(dayOf(clock.monthDay(1, 2, 0, 4)), 2 * 365 + 1);
        clock.report(sink);
        QVERIFY(sink.problems.empty());
    }

    void disorderAtNewYearIsOfTheYearBefore()
    {
        LineClock clock(2s);
        Recorder sink;
        clock.monthDay(12, 31, nsPerDay - nsPerSecond, 1);
        clock.monthDay(1, 1, 0, 2);
        QCOMPARE(dayOf(clock.monthDay(12, 31, nsPerDay - nsPerSecond / 2, 3)), 364);
        QCOMPARE(dayOf(clock.monthDay(1, 1, nsPerSecond, 4)), 365);
        clock.report(sink);
        QVERIFY(sink.problems.empty());
    }

    void smallerStepsBackAreClockSteps()
    {
        LineClock clock(0ns);
        Recorder sink;
        clock.monthDay(7, 2, 0, 1);
        QCOMPARE(dayOf(clock.monthDay(5, 1, 0, 2)), 120);
        clock.report(sink);
        QCOMPARE(sink.problems.size(), std::size_t{1});
        QCOMPARE(sink.problems[0].id, std::string("formats.clock-stepped-back"));
    }

    void leapDayMakesALeapYear()
    {
        LineClock clock(0ns);
        clock.monthDay(2, 28, 0, 1);
        QCOMPARE(dayOf(clock.monthDay(2, 29, 0, 2)), 59);
        QCOMPARE(dayOf(clock.monthDay(3, 1, 0, 3)), 60);
        QCOMPARE(dayOf(clock.monthDay(12, 31, 0, 4)), 365);
        QCOMPARE(dayOf(clock.monthDay(1, 1, 0, 5)), 366);
        QCOMPARE(factsOf(clock).year, (YearHints{{}, 0, {}}));
    }

    void dayAfterDayFromFebruaryToMarchIsACommonYear()
    {
        LineClock clock(0ns);
        clock.monthDay(12, 1, 0, 1);
        clock.monthDay(2, 28, 0, 2);
        QCOMPARE(dayOf(clock.monthDay(3, 1, 0, 3)), 365 + 59);
        QCOMPARE(factsOf(clock).year, (YearHints{{}, {}, 1}));
    }

    void silenceOverTheEndOfFebruarySaysNothing()
    {
        LineClock clock(0ns);
        clock.monthDay(2, 27, 0, 1);
        clock.monthDay(3, 1, 0, 2);
        QCOMPARE(factsOf(clock).year, YearHints{});
    }

    void yearFromTheHeadAndFromALineInBetween()
    {
        LineClock head(0ns);
        head.setYear(2012);
        head.monthDay(2, 28, 0, 1);
        QCOMPARE(dayOf(head.monthDay(3, 1, 0, 2)), 60); // 2012 has a 29 February
        QCOMPARE(factsOf(head).year.known, std::optional<int>{2012});

        LineClock header(0ns);
        header.monthDay(12, 31, 0, 1);
        header.monthDay(1, 1, 0, 2);
        header.setYear(2016);
        QCOMPARE(factsOf(header).year.known, std::optional<int>{2015});
    }
};

QTEST_APPLESS_MAIN(TestLineClock)
#include "tst_lineclock.moc"

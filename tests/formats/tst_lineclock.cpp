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
        QCOMPARE(facts.year.value(), YearHints{});
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
        QCOMPARE(factsOf(clock).year.value(), (YearHints{{}, 0, {}}));
    }

    void everyFourthYearFromALeapDayOn()
    {
        LineClock clock(0ns);
        clock.monthDay(2, 29, 0, 1);
        for (int year = 1; year <= 4; ++year)
            clock.monthDay(9, 1, 0, 1), clock.monthDay(2, 1, 0, 1);
        QCOMPARE(dayOf(clock.monthDay(3, 1, 0, 2)), 366 + 3 * 365 + 60);
    }

    void dayAfterDayFromFebruaryToMarchIsACommonYear()
    {
        LineClock clock(0ns);
        clock.monthDay(12, 1, 0, 1);
        clock.monthDay(2, 28, 0, 2);
        QCOMPARE(dayOf(clock.monthDay(3, 1, 0, 3)), 365 + 59);
        QCOMPARE(factsOf(clock).year.value(), (YearHints{{}, {}, 1}));
    }

    void silenceOverTheEndOfFebruarySaysNothing()
    {
        LineClock clock(0ns);
        clock.monthDay(2, 27, 0, 1);
        clock.monthDay(3, 1, 0, 2);
        QCOMPARE(factsOf(clock).year.value(), YearHints{});
    }

    void yearFromTheHeadAndFromALineInBetween()
    {
        LineClock head(0ns);
        head.setYear(2012);
        head.monthDay(2, 28, 0, 1);
        QCOMPARE(dayOf(head.monthDay(3, 1, 0, 2)), 59); // models/clocks puts in the 29 February of 2012
        QCOMPARE(factsOf(head).year->known, std::optional<int>{2012});

        LineClock header(0ns);
        header.monthDay(12, 31, 0, 1);
        header.monthDay(1, 1, 0, 2);
        header.setYear(2016);
        QCOMPARE(factsOf(header).year->known, std::optional<int>{2015});
    }

    void datesAmongDaysWithoutYear()
    {
        LineClock clock(0ns);
        clock.monthDay(7, 2, 0, 1);
        QCOMPARE(clock.dated(nsFromCivil({2009, 7, 2}, 1, 0, 0), 2).ns, 182 * nsPerDay + hour);
        QCOMPARE(factsOf(clock).year->known, std::optional<int>{2009});
        QVERIFY(!factsOf(clock).hasDate);
    }

    void midnightTwice()
    {
        LineClock clock(0ns);
        Recorder sink;
        clock.timeOfDay(23 * hour, 1);
        QCOMPARE(clock.timeOfDay(hour, 2).ns, 25 * hour);
        clock.timeOfDay(23 * hour, 3);
        QCOMPARE(clock.timeOfDay(hour, 4).ns, 49 * hour);
        clock.report(sink);
        QVERIFY(sink.problems.empty());
    }

    void startsAtMidnightUntilItIsSet()
    {
        LineClock clock(0ns);
        Recorder sink;
        clock.timeOfDay(14 * hour, 1);
        QCOMPARE(clock.timeOfDay(5 * nsPerSecond, 2).ns, 5 * nsPerSecond);
        QCOMPARE(clock.timeOfDay(14 * hour + 60 * nsPerSecond, 3).ns, 14 * hour + 60 * nsPerSecond);
        clock.report(sink);
        QCOMPARE(sink.problems.size(), std::size_t{1});
        QCOMPARE(sink.problems[0].id, std::string("formats.clock-stepped-back"));
        QCOMPARE(sink.problems[0].arguments, (std::vector<std::string>{"1", "2", "50395.000"}));
    }

    void midnightAfterABusyEvening()
    {
        LineClock clock(0ns);
        clock.timeOfDay(23 * hour + hour / 2, 1);
        QCOMPARE(clock.timeOfDay(nsPerSecond, 2).ns, nsPerDay + nsPerSecond);
    }

    void firstDayOfAnEpochIsAClockNotSet_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<bool>("leftOut");
        QTest::newRow("1970") << 1970 << true;
        QTest::newRow("2000") << 2000 << true;
        QTest::newRow("2001") << 2001 << false;
    }

    void firstDayOfAnEpochIsAClockNotSet()
    {
        QFETCH(int, year);
        QFETCH(bool, leftOut);
        LineClock clock(0ns);
        const std::int64_t set = nsFromCivil({2009, 2, 27}, 14, 0, 0);
        const std::int64_t unset = nsFromCivil({year, 1, 1}, 0, 0, 5);
        clock.dated(set, 1);
        clock.dated(set + hour, 2);
        clock.dated(unset, 3);
        clock.dated(set + 2 * hour, 4);
        const SourceFacts facts = factsOf(clock);
        QCOMPARE(facts.first->ns, leftOut ? set : unset);
        QCOMPARE(facts.last->ns, set + 2 * hour);
        QCOMPARE(facts.spans.front().from, *facts.first);
    }

    void aLogOfThatDayAloneStays()
    {
        LineClock clock(0ns);
        clock.dated(nsFromCivil({1970, 1, 1}, 0, 0, 5), 1);
        clock.dated(nsFromCivil({1970, 1, 1}, 0, 9, 5), 2);
        QCOMPARE(factsOf(clock).first->ns, 5 * nsPerSecond);
    }

    void hourAgain_data()
    {
        QTest::addColumn<int>("day");
        QTest::addColumn<int>("pause"); // s
        QTest::addColumn<QString>("id");
        QTest::newRow("Sunday night") << 1 << 2 << "formats.hour-again";
        QTest::newRow("Monday night") << 2 << 2 << "formats.clock-stepped-back";
        QTest::newRow("other step") << 1 << 1800 << "formats.clock-stepped-back";
    }

    void hourAgain()
    {
        QFETCH(int, day);
        QFETCH(int, pause);
        QFETCH(QString, id);
        LineClock clock(0ns);
        Recorder sink;
        clock.dated(nsFromCivil({2009, 11, day}, 1, 59, 59), 1); // 1 November 2009 was a Sunday
        clock.dated(nsFromCivil({2009, 11, day}, 0, 59, 59) + pause * nsPerSecond, 2);
        clock.report(sink);
        QCOMPARE(sink.problems.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(sink.problems[0].id), id);
        QCOMPARE(sink.problems[0].place->number, std::uint64_t{2});
        if (id == QStringLiteral("formats.hour-again"))
            QCOMPARE(sink.problems[0].arguments[1], std::string("2009-11-01 01:00:01"));
    }
};

QTEST_APPLESS_MAIN(TestLineClock)
#include "tst_lineclock.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <functional>
#include <random>

#include <QTest>

#include "models/clocks/align.h"
#include "models/clocks/clocknotices.h"
#include "models/clocks/steps.h"
#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr double hour = 3600;
constexpr double day = 24 * hour;

/// What a clock shows at a second of the case.
using Shows = std::function<double(double)>;

/// Set by so much at that second.
Shows setAt(double when, double by, double ahead = 0)
{
    return [=](double t) { return t + ahead + (t >= when ? by : 0); };
}

/// Sources that recorded the same messages, in the order in which they were, each with a clock of its own.
struct Site {
    CaseBuilder made{};
    std::map<SourceId, Shows> shows{};
    std::map<std::pair<SourceId, std::uint64_t>, double> truth{}; ///< of each record

    SourceId add(SourceId source, const Shows& clock)
    {
        shows[source] = clock;
        return source;
    }

    CaseEvents build()
    {
        CaseEvents events = made.build();
        for (EventRow& event : events.singles) {
            const double t = static_cast<double>(event.time.ns - caseStartNs) * 1e-9;
            const SourceId source = event.ref.source;
            if (!shows.contains(source))
                continue;
            truth[{source, event.ref.place.number}] = t;
            event.time = {caseStartNs + nsOf(shows[source](t))};
            SourceRow& row = *std::ranges::find(events.sources, source, &SourceRow::id);
            row.first = std::min(*row.first, event.time);
            row.last = std::max(*row.last, event.time);
        }
        return events;
    }
};

/// Refreshes of a dozen SIP phones, which both recorded; each has a Call-ID and a number of its own.
void messages(Site& site, const std::vector<SourceId>& sources, double from, double to, int count,
              unsigned seed = 1, double late = 0.002)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> when(from, to);
    std::uniform_real_distribution<double> delay(0, late);
    for (int i = 0; i < count; ++i) {
        const double t = when(random);
        const int phone = static_cast<int>(random() % 12) + 1;
        for (const SourceId source : sources)
            site.made.sipRegister(source, t + delay(random), phone, 50000,
                                  "c" + std::to_string(seed) + "-" + std::to_string(i), 101);
    }
}

struct Worst {
    double off = 0; ///< s
    int outside = 0; ///< events whose true correction the interval does not hold
};

Worst worstOf(const Site& site, const CaseEvents& events, const Alignment& alignment, SourceId source)
{
    Worst worst;
    for (const EventRow& event : events.singles) {
        if (event.ref.source != source)
            continue;
        const std::uint64_t place = event.ref.place.number;
        const SourceClock& clock = *alignment.clocks.clock(source);
        const CaseTime right = caseAt(site.truth.at({source, place}));
        const auto off = (clock.corrected(event.time, place) - right).count();
        worst.off = std::max(worst.off, std::abs(static_cast<double>(off)) * 1e-9);
        const auto correction = clock.correctionAt(event.time, place);
        const std::int64_t error = (clock.uncorrected(event.time, place) - right).count();
        worst.outside += correction && (error < correction->lowNs || error > correction->highNs) ? 1 : 0;
    }
    return worst;
}

Alignment aligned(const CaseEvents& events)
{
    return alignClocks(events, Identity(findJoins(events)));
}

} // namespace

class TestSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFound_data();
    void isFound();
    void isNone_data();
    void isNone();
    void severalAreFound();
    void ofTheReference();
    void besideATurnOfTheZone();
    void timesThatGoBackTellWhere();
    void whatNtpdSaysTellsWhere();
    void betweenTwoMomentsEitherHolds();
    void isSeenFromTheMiddle();
    void isToldInANotice();
    void contradictionIsNoted();
};

void TestSteps::isFound_data()
{
    QTest::addColumn<double>("when");
    QTest::addColumn<double>("by");
    QTest::newRow("forward") << 2 * hour << 3.0;
    QTest::newRow("back") << 2 * hour << -3.0;
    QTest::newRow("early") << 0.7 * hour << 3.0;
    QTest::newRow("late, back") << 3.4 * hour << -1.2;
    QTest::newRow("an hour forward") << 2.2 * hour << hour;
    QTest::newRow("an hour back") << 1.8 * hour << -hour;
    QTest::newRow("months") << 2 * hour << 200 * day;
    QTest::newRow("months back") << 2 * hour << -200 * day;
}

void TestSteps::isFound()
{
    QFETCH(double, when);
    QFETCH(double, by);
    Site site;
    const SourceId capture = site.add(site.made.capture("a.pcap", 0, 4 * hour), setAt(0, 0));
    const SourceId trace = site.add(site.made.trace("ccm.txt", 0, 4 * hour), setAt(when, by, 5));
    messages(site, {capture, trace}, 0, 4 * hour, 400);
    const CaseEvents events = site.build();
    const Alignment alignment = aligned(events);
    QCOMPARE(alignment.reference, capture);
    QVERIFY(alignment.clocks.clock(capture)->steps.empty());
    const SourceClock& clock = *alignment.clocks.clock(trace);
    QVERIFY(clock.correction);
    QCOMPARE(clock.steps.size(), std::size_t{1});
    const SourceClock::Step& step = clock.steps.front();
    QVERIFY2(std::abs(static_cast<double>(step.byNs) * 1e-9 - by) < 0.02, std::to_string(step.byNs).c_str());
    QVERIFY(step.lowNs <= nsOf(by) && nsOf(by) <= step.highNs);
    const Worst worst = worstOf(site, events, alignment, trace);
    QVERIFY2(worst.off < 0.05, std::to_string(worst.off).c_str());
    QCOMPARE(worst.outside, 0);
    for (const auto& [record, t] : site.truth) {
        const SourceTime there = clock.toSource(caseAt(t));
        const SourceTime shown{caseStartNs + nsOf(site.shows[trace](t))};
        QVERIFY(std::abs((there - shown).count()) < nsOf(0.05) || std::abs(t - when) < 60);
    }
}

void TestSteps::isNone_data()
{
    QTest::addColumn<Shows>("shows");
    QTest::addColumn<double>("late");
    QTest::addColumn<int>("wrong"); ///< messages that the other shows 7 s later
    QTest::newRow("steady") << setAt(0, 0, 5) << 0.002 << 0;
    QTest::newRow("drift") << Shows([](double t) { return 5 + t * (1 + 100e-6); }) << 0.002 << 0;
    QTest::newRow("slew") << Shows([](double t) { return t + std::clamp((t - 2 * hour) * 500e-6, 0.0, 1.0); })
                          << 0.002 << 0;
    QTest::newRow("noise") << setAt(0, 0, 5) << 0.2 << 0;
    QTest::newRow("a few wrong") << setAt(0, 0, 5) << 0.002 << 3;
    QTest::newRow("many wrong") << setAt(0, 0, 5) << 0.002 << 40;
}

void TestSteps::isNone()
{
    QFETCH(Shows, shows);
    QFETCH(double, late);
    QFETCH(int, wrong);
    Site site;
    const SourceId capture = site.add(site.made.capture("a.pcap", 0, 4 * hour), setAt(0, 0));
    const SourceId trace = site.add(site.made.trace("ccm.txt", 0, 4 * hour), shows);
    messages(site, {capture, trace}, 0, 4 * hour, 400, 1, late);
    for (int i = 0; i < wrong; ++i) {
        const double t = 3.5 * hour + i * 20;
        site.made.sipRegister(capture, t, 3, 50000, "wrong" + std::to_string(i), 101);
        site.made.sipRegister(trace, t + 7, 3, 50000, "wrong" + std::to_string(i), 101);
    }
    const Alignment alignment = aligned(site.build());
    QVERIFY(alignment.clocks.clock(capture)->steps.empty());
    QVERIFY(alignment.clocks.clock(trace)->steps.empty());
}

void TestSteps::severalAreFound()
{
    Site site;
    const Shows shows = [](double t) {
        return t - 40 + (t >= 1 * hour ? 3 : 0) - (t >= 2.5 * hour ? 90 : 0) + (t >= 3.3 * hour ? 1.5 : 0);
    };
    const SourceId capture = site.add(site.made.capture("a.pcap", 0, 4 * hour), setAt(0, 0));
    const SourceId trace = site.add(site.made.trace("ccm.txt", 0, 4 * hour), shows);
    messages(site, {capture, trace}, 0, 4 * hour, 600);
    const CaseEvents events = site.build();
    const Alignment alignment = aligned(events);
    QCOMPARE(alignment.clocks.clock(trace)->steps.size(), std::size_t{3});
    const Worst worst = worstOf(site, events, alignment, trace);
    QVERIFY2(worst.off < 0.05, std::to_string(worst.off).c_str());
    QCOMPARE(worst.outside, 0);
}

/// When it is one against two, it is the one that was set.
void TestSteps::ofTheReference()
{
    Site site;
    const SourceId capture = site.add(site.made.capture("a.pcap", 0, 4 * hour), setAt(hour, -3));
    const SourceId one = site.add(site.made.trace("one.txt", 0, 4 * hour), setAt(0, 0, 8));
    const SourceId two = site.add(site.made.trace("two.txt", 0, 4 * hour), setAt(0, 0, -9));
    messages(site, {capture, one}, 0, 4 * hour, 200, 1);
    messages(site, {capture, two}, 0, 4 * hour, 200, 2);
    messages(site, {one, two}, 0, 4 * hour, 200, 3);
    const CaseEvents events = site.build();
    const Alignment alignment = aligned(events);
    QCOMPARE(alignment.reference, capture);
    QCOMPARE(alignment.clocks.clock(capture)->steps.size(), std::size_t{1});
    QCOMPARE(alignment.clocks.clock(capture)->correction->basis, std::string("reference"));
    for (const auto& [source, ahead] : {std::pair(one, 11.0), std::pair(two, -6.0)}) {
        const SourceClock& clock = *alignment.clocks.clock(source);
        QVERIFY(clock.steps.empty() && clock.correction);
        QVERIFY(std::abs(static_cast<double>(clock.correction->offsetNs) * 1e-9 - ahead) < 0.05);
    }
}

/// Chicago goes back at 07:00 UTC on 1 November 2009 (U.S.C. 15 §260a); somebody sets it another hour back
/// that noon.
void TestSteps::besideATurnOfTheZone()
{
    const auto utc = [](int dayOfMonth, int hourOfDay) {
        return static_cast<double>(nsFromCivil({2009, 11, dayOfMonth}, hourOfDay, 0, 0) - caseStartNs) * 1e-9;
    };
    const double turn = utc(1, 7);
    const double set = utc(1, 18);
    const Shows shows = [=](double t) { return t - (t >= turn ? 6 : 5) * hour - (t >= set ? hour : 0); };
    const double from = utc(1, 0);
    Site site;
    const SourceId capture = site.add(site.made.capture("a.pcap", from, from + 2 * day), setAt(0, 0));
    const SourceId trace = site.add(site.made.trace("ccm.txt", shows(from), shows(from + 2 * day)), shows);
    const SourceId ntp = site.made.trace("ntp.txt", from, from);
    site.made.event(ntp, from, {"ntp.system-status", "", "", "", "local-offset-s=-18000"});
    site.made.sourceRow(ntp).zoneName = "America/Chicago";
    site.made.sourceRow(trace).utcOffsetSeconds.reset();
    messages(site, {capture, trace}, from, from + 2 * day, 600);
    const CaseEvents events = site.build();
    const Alignment alignment = aligned(events);
    const SourceClock& clock = *alignment.clocks.clock(trace);
    QVERIFY(clock.correction);
    QCOMPARE(clock.turns.size(), std::size_t{1});
    QCOMPARE(clock.steps.size(), std::size_t{1});
    int wrong = 0;
    for (const EventRow& event : events.singles) {
        if (event.ref.source != trace)
            continue;
        const double t = site.truth.at({trace, event.ref.place.number});
        const auto off = (clock.corrected(event.time, event.ref.place.number) - caseAt(t)).count();
        // nobody saw where the hour of the turn was shown again
        wrong += std::abs(off) > nsOf(0.1) && (t < turn || t > turn + hour) ? 1 : 0;
    }
    QCOMPARE(wrong, 0);
}

/// What occurs again and again tells two lines, too, and a log whose times go back where one ends.
void TestSteps::timesThatGoBackTellWhere()
{
    for (const bool isTold : {true, false}) {
        Site site;
        const SourceId capture = site.add(site.made.capture("a.pcap", 0, day), setAt(0, 0));
        const SourceId trace = site.add(site.made.trace("ccm.txt", 0, day), setAt(12 * hour, -20));
        std::mt19937 random(7);
        std::uniform_real_distribution<double> when(0, day);
        for (int i = 0; i < 120; ++i) {
            const double t = when(random);
            const Made one{"sccp.register", phoneOf(static_cast<int>(random() % 12)), "", "", ""};
            site.made.event(capture, t, one);
            site.made.event(trace, t, one);
        }
        site.made.event(trace, 12 * hour - 1, {"trace.other", "", "", "", ""});
        site.made.event(trace, 12 * hour + 1, {"trace.other", "", "", "", ""});
        CaseEvents events = site.build();
        std::uint64_t behind = 0;
        for (const auto& [record, t] : site.truth) {
            if (record.first == trace && t > 12 * hour && behind == 0)
                behind = record.second;
        }
        SourceRow& row = *std::ranges::find(events.sources, trace, &SourceRow::id);
        if (isTold)
            row.problems.push_back({Severity::Notice,
                                    "formats.clock-stepped-back",
                                    Place{PlaceUnit::Line, behind},
                                    {"1", std::to_string(behind), "18"}});
        const Alignment alignment = aligned(events);
        const SourceClock& clock = *alignment.clocks.clock(trace);
        QCOMPARE(clock.steps.size(), std::size_t{1});
        QCOMPARE(clock.steps[0].place, behind); // as its lines show without being told
        QVERIFY(clock.correction);
        QVERIFY(worstOf(site, events, alignment, trace).off < 0.1);
        QCOMPARE(worstOf(site, events, alignment, trace).outside, 0);
    }
}

/// Between two messages there is room for it in many places; ntpd's line tells which.
void TestSteps::whatNtpdSaysTellsWhere()
{
    Site site;
    const SourceId capture = site.add(site.made.capture("a.pcap", 0, 8 * hour), setAt(0, 0));
    const SourceId log = site.add(site.made.trace("messages", 0, 8 * hour), setAt(4 * hour, 1.2, 0.1));
    messages(site, {capture, log}, 0, 3.9 * hour, 80, 1);
    messages(site, {capture, log}, 4.1 * hour, 8 * hour, 80, 2);
    for (double t = 3.9 * hour; t < 4.1 * hour; t += 7)
        site.made.event(log, t, {"trace.other", "", "", "", ""});
    site.made.event(log, 4 * hour + 0.001, {"ntp.log", "", "", "", "what=step;offset-s=+1.200000"});
    const CaseEvents events = site.build();
    const Alignment alignment = aligned(events);
    const SourceClock& clock = *alignment.clocks.clock(log);
    QCOMPARE(clock.steps.size(), std::size_t{1});
    QVERIFY((clock.steps[0].to - clock.steps[0].from).count() < nsOf(10));
    QVERIFY(worstOf(site, events, alignment, log).off < 0.05);
}

void TestSteps::betweenTwoMomentsEitherHolds()
{
    Site site;
    const SourceId capture = site.add(site.made.capture("a.pcap", 0, 8 * hour), setAt(0, 0));
    const SourceId trace = site.add(site.made.trace("ccm.txt", 0, 8 * hour), setAt(4 * hour, 3));
    messages(site, {capture, trace}, 0, 3.8 * hour, 80, 1);
    messages(site, {capture, trace}, 4.2 * hour, 8 * hour, 80, 2);
    for (double t = 3.85 * hour; t < 4.15 * hour; t += 7)
        site.made.event(trace, t, {"trace.other", "", "", "", ""});
    const CaseEvents events = site.build();
    const Alignment alignment = aligned(events);
    const SourceClock& clock = *alignment.clocks.clock(trace);
    QCOMPARE(clock.steps.size(), std::size_t{1});
    QCOMPARE(worstOf(site, events, alignment, trace).outside, 0);
    const auto widthAt = [&](double t) {
        const auto at = clock.correctionAt({caseStartNs + nsOf(site.shows[trace](t))});
        return at->highNs - at->lowNs;
    };
    QVERIFY(widthAt(3.9 * hour) > nsOf(3));
    QVERIFY(widthAt(4.1 * hour) > nsOf(3));
    QVERIFY(widthAt(1 * hour) < nsOf(1));
    QVERIFY(widthAt(7 * hour) < nsOf(1));
}

/// The offset of a source is that at its middle.
void TestSteps::isSeenFromTheMiddle()
{
    for (const double when : {1 * hour, 3 * hour}) {
        Site site;
        const SourceId capture = site.add(site.made.capture("a.pcap", 0, 4 * hour), setAt(0, 0));
        const SourceId trace = site.add(site.made.trace("ccm.txt", 0, 4 * hour), setAt(when, 3, 10));
        messages(site, {capture, trace}, 0, 4 * hour, 400);
        const Alignment alignment = aligned(site.build());
        const auto& correction = alignment.clocks.clock(trace)->correction;
        QVERIFY(correction);
        const double ahead = when < 2 * hour ? 13 : 10;
        QVERIFY(std::abs(static_cast<double>(correction->offsetNs) * 1e-9 - ahead) < 0.05);
        QVERIFY(correction->lowNs <= nsOf(ahead) && nsOf(ahead) <= correction->highNs);
    }
}

void TestSteps::isToldInANotice()
{
    Site site;
    const SourceId capture = site.add(site.made.capture("a.pcap", 0, 4 * hour), setAt(0, 0));
    const SourceId trace = site.add(site.made.trace("ccm.txt", 0, 4 * hour), setAt(hour, -120, 10));
    messages(site, {capture, trace}, 0, 4 * hour, 400);
    const CaseEvents events = site.build();
    const Alignment alignment = aligned(events);
    QVERIFY(noticesOfClock(*events.source(capture), *alignment.clocks.clock(capture)).empty());
    const auto notices = noticesOfClock(*events.source(trace), *alignment.clocks.clock(trace));
    QCOMPARE(notices.size(), std::size_t{1});
    QCOMPARE(notices[0].id, std::string("clocks.set-back"));
    QVERIFY(notices[0].place); // its times go back there
    QCOMPARE(notices[0].arguments.size(), std::size_t{4});
    QVERIFY(std::abs(std::stod(notices[0].arguments[0]) - 120) < 0.05);
    const auto from = fromRfc3339(notices[0].arguments[2]);
    const auto to = fromRfc3339(notices[0].arguments[3]);
    QVERIFY(from && to && *from <= caseAt(hour).nsUtc + nsOf(0.1) && caseAt(hour).nsUtc - nsOf(0.1) <= *to);
}

void TestSteps::contradictionIsNoted()
{
    ClockSet clocks;
    SourceClock clock;
    clock.source = SourceId{3};
    clocks.add(clock);
    for (int i = 0; i < 2; ++i)
        clocks.noteContradiction(clock.source, "b.pcap");
    clocks.noteContradiction(SourceId{}, "a.pcap"); // a host has no notices
    SourceRow row;
    const auto notices = noticesOfClock(row, *clocks.clock(clock.source));
    QCOMPARE(notices.size(), std::size_t{1});
    QCOMPARE(notices[0].id, std::string("clocks.contradicted"));
    QCOMPARE(notices[0].arguments, std::vector<std::string>{"b.pcap"});
}

QTEST_APPLESS_MAIN(TestSteps)
#include "tst_steps.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <random>

#include <QTest>

#include "models/clocks/align.h"
#include "models/clocks/correspondences.h"
#include "models/clocks/matching.h"
#include "models/clocks/years.h"
#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr double hour = 3600;
constexpr double day = 24 * hour;

/// What happens at a site over some days: refusals and registrations of a dozen phones at odd moments.
std::vector<std::pair<double, std::string>> happenings(double span, unsigned seed, int count = 60)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> when(0, span);
    std::vector<std::pair<double, std::string>> all;
    for (int i = 0; i < count; ++i)
        all.emplace_back(when(random),
                         std::string(random() % 2 ? "sccp.register " : "dhcp.ack ")
                             + phoneOf(static_cast<int>(random() % 12)));
    std::ranges::sort(all);
    return all;
}

struct Clock {
    double offset = 0; ///< seconds ahead at time 0
    double driftPpm = 0;
    double stepSeconds = 1e-6; ///< what its times are rounded down to
    double jitter = 0.002;

    double shows(double t) const
    {
        return std::floor((t + offset + t * driftPpm * 1e-6) / stepSeconds) * stepSeconds;
    }
};

/// By key, then time, as relationOf() wants them.
using Moments = std::vector<Moment>;

std::uint8_t rowOf(std::string_view id)
{
    const auto rows = correspondences();
    return static_cast<std::uint8_t>(std::ranges::find(rows, id, &Correspondence::id) - rows.begin());
}

Moment momentOf(const std::string& what, double seconds)
{
    Moment moment;
    moment.key = std::hash<std::string>{}(what);
    moment.row = rowOf("sccp-of-device");
    moment.party = std::hash<std::string>{}(what.substr(what.find(' ') + 1));
    moment.time = {caseStartNs + nsOf(seconds)};
    return moment;
}

Moments sorted(Moments moments)
{
    std::ranges::sort(moments, {}, [](const Moment& m) { return std::pair(m.key, m.time); });
    return moments;
}

Moments seenWith(const Clock& clock, const std::vector<std::pair<double, std::string>>& all, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> late(0, clock.jitter);
    Moments moments;
    for (const auto& [t, what] : all)
        moments.push_back(momentOf(what, clock.shows(t + late(random))));
    return sorted(moments);
}

std::optional<ClockRelation> matched(const Moments& a, const Moments& b, std::int64_t resolution = 1)
{
    return relationOf({a, 1}, {b, resolution});
}

} // namespace

class TestClocks : public QObject
{
    Q_OBJECT

    /// Two captures and the truth of the second's clock.
    static void addHappenings(CaseBuilder& made, SourceId source,
                              const std::vector<std::pair<double, std::string>>& all, const Clock& clock)
    {
        for (const auto& [t, what] : all) {
            const auto blank = what.find(' ');
            made.event(source, clock.shows(t), {what.substr(0, blank), what.substr(blank + 1), "", "", ""});
        }
    }

private Q_SLOTS:
    void stopsComparing();
    void nothingShared();
    void tooFewShared();
    void periodicRepeatsMayBeAnyOfMany();
    void chanceIsNoMatch();
    void knownClocks_data();
    void knownClocks();
    void wrongPairsMixedIn();
    void referenceIsTheBusiestCapture();
    void nothingHasTimes();
    void zonesAndDates_data();
    void zonesAndDates();
    void overAThirdSource();
    void orderDoesNotMatter();
    void aloneKeepsItsOwnTime();
    void summerTime_data();
    void summerTime();
    void hourShownTwiceIsPartedByItsPlace();
    void offsetStatedOnce_data();
    void offsetStatedOnce();
    void sourceInUtcIsNotTurned();
    void utcBesideItsOwnTimeTellsTheZone_data();
    void utcBesideItsOwnTimeTellsTheZone();
    void yearOfMatched_data();
    void yearOfMatched();
    void noDateIsTold();
    void dateOfTheFile_data();
    void dateOfTheFile();
    void overTheEndOfFebruary_data();
    void overTheEndOfFebruary();
    void yearAlone_data();
    void yearAlone();
};

void TestClocks::nothingShared()
{
    const auto one = seenWith({}, happenings(day, 1), 1);
    QVERIFY(!matched(one, {momentOf("sccp.register SEPFFFFFFFFFFFF", 0)}));
    QVERIFY(!matched({}, {}));
    QVERIFY(!matched(one, {}));
}

void TestClocks::tooFewShared()
{
    const Moments one{momentOf("sccp.register SEP001E7A244007", 0)};
    QVERIFY(!matched(one, one)); // one moment may be any
}

/// A phone that registers every 60 s: whether the clocks differ by 0, 60 or 120 s nobody can tell.
void TestClocks::periodicRepeatsMayBeAnyOfMany()
{
    Moments one;
    Moments other;
    for (int i = 0; i < 20; ++i) {
        one.push_back(momentOf("sccp.register a", i * 60));
        other.push_back(momentOf("sccp.register a", (i + 3) * 60));
    }
    QVERIFY(!matched(one, other));
}

void TestClocks::chanceIsNoMatch()
{
    for (unsigned seed = 1; seed < 100; ++seed) {
        const auto match = matched(seenWith({}, happenings(3 * day, seed), 1),
                                   seenWith({}, happenings(3 * day, seed + 100), 2));
        QVERIFY2(!match, std::to_string(seed).c_str());
    }
}

void TestClocks::knownClocks_data()
{
    QTest::addColumn<double>("offset");
    QTest::addColumn<double>("drift");
    QTest::addColumn<double>("step");
    QTest::newRow("right") << 0.0 << 0.0 << 1e-6;
    QTest::newRow("ahead") << 41.2 << 0.0 << 1e-6;
    QTest::newRow("behind") << -240.0 << 0.0 << 1e-6;
    QTest::newRow("drifts") << 0.8 << 60.0 << 1e-6;
    QTest::newRow("drifts the other way") << -3.0 << -60.0 << 1e-6;
    QTest::newRow("whole seconds") << 7.3 << 0.0 << 1.0;
    QTest::newRow("milliseconds") << 7.3 << 12.0 << 1e-3;
    QTest::newRow("wrong zone") << -6 * hour + 2 << 20.0 << 1e-3;
    QTest::newRow("a quarter hour's zone") << 5.75 * hour << 0.0 << 1e-3;
    QTest::newRow("months off") << -100 * day + 12 << 0.0 << 1e-6;
    QTest::newRow("1970") << -14'302 * day << 0.0 << 1e-6;
}

void TestClocks::knownClocks()
{
    QFETCH(double, offset);
    QFETCH(double, drift);
    QFETCH(double, step);
    const Clock clock{offset, drift, step};
    const auto all = happenings(3 * day, 42);
    const auto match = matched(seenWith({}, all, 1), seenWith(clock, all, 2), nsOf(step));
    QVERIFY(match.has_value());
    QVERIFY(match->pairs >= all.size() * 9 / 10);
    const double middle = static_cast<double>(match->middle.ns - caseStartNs) * 1e-9;
    const double truth = offset + middle * drift * 1e-6;
    QVERIFY(static_cast<double>(match->lowNs) * 1e-9 <= truth);
    QVERIFY(static_cast<double>(match->highNs) * 1e-9 >= truth);
    QVERIFY(static_cast<double>(match->highNs - match->lowNs) * 1e-9 < 0.15 + 5 * step);
    QVERIFY(std::abs(match->driftPpm - drift) < 1 + 10 * step);
}

void TestClocks::wrongPairsMixedIn()
{
    const auto shared = happenings(3 * day, 5, 40);
    auto here = shared;
    auto there = shared;
    const auto only = happenings(3 * day, 6, 40);
    const auto others = happenings(3 * day, 7, 40);
    here.insert(here.end(), only.begin(), only.end());
    there.insert(there.end(), others.begin(), others.end());
    std::ranges::sort(here);
    std::ranges::sort(there);
    const auto match = matched(seenWith({}, here, 1), seenWith({-90, 40}, there, 2));
    QVERIFY(match.has_value());
    const double middle = static_cast<double>(match->middle.ns - caseStartNs) * 1e-9;
    const double truth = -90 + middle * 40e-6;
    QVERIFY(static_cast<double>(match->lowNs) * 1e-9 <= truth
            && truth <= static_cast<double>(match->highNs) * 1e-9);
}

void TestClocks::referenceIsTheBusiestCapture()
{
    CaseBuilder made;
    const SourceId quiet = made.capture("quiet.pcap", 0, day);
    const SourceId busy = made.capture("busy.pcap", 0, day);
    const SourceId trace = made.trace("ccm.txt", 0, day);
    addHappenings(made, quiet, happenings(day, 1, 5), {});
    addHappenings(made, busy, happenings(day, 1, 20), {});
    addHappenings(made, trace, happenings(day, 1, 90), {});
    const CaseEvents events = made.build();
    QVERIFY(alignClocks(events, Identity(findJoins(events))).reference == busy);
}

void TestClocks::nothingHasTimes()
{
    CaseBuilder made;
    const SourceId unknown = made.capture("x.bin", 0, 0);
    made.sourceRow(unknown).format = "unknown";
    const CaseEvents events = made.build();
    const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
    QVERIFY(alignment.reference == SourceId{});
    QVERIFY(alignment.clocks.clock(unknown) && !alignment.clocks.clock(unknown)->correction);
}

void TestClocks::zonesAndDates_data()
{
    QTest::addColumn<double>("zoneHours");
    QTest::addColumn<double>("error");
    QTest::addColumn<bool>("hasDate");
    QTest::addColumn<bool>("stated");
    QTest::newRow("UTC, stated") << 0.0 << 3.5 << true << true;
    QTest::newRow("hours wrong, and the zone is stated") << 0.0 << 2 * hour + 1 << true << true;
    QTest::newRow("Chicago") << -6.0 << 41.2 << true << false;
    QTest::newRow("Kathmandu") << 5.75 << -12.0 << true << false;
    QTest::newRow("no date") << -6.0 << 41.2 << false << false;
    QTest::newRow("no date, east") << 5.5 << -41.2 << false << false;
    QTest::newRow("no date, far east") << 9.0 << 0.4 << false << false;
    QTest::newRow("minutes wrong") << 1.0 << 240.0 << true << false;
}

/// A console's or trace's own wall clock: date, zone and error are told apart, and all three come off.
void TestClocks::zonesAndDates()
{
    QFETCH(double, zoneHours);
    QFETCH(double, error);
    QFETCH(bool, hasDate);
    QFETCH(bool, stated);
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 3 * day);
    const SourceId console = made.console("SEP001E7A244007.log", 0, 3 * day);
    const auto all = happenings(3 * day, 11);
    addHappenings(made, capture, all, {});
    addHappenings(made, console, all, {});
    const double midnight = static_cast<double>(caseStartNs / nsPerDay * 86'400);
    made.setAhead(console, zoneHours * hour + error - (hasDate ? 0 : midnight));
    made.sourceRow(console).hasDate = hasDate;
    if (!stated)
        made.sourceRow(console).utcOffsetSeconds.reset();
    const CaseEvents events = made.build();
    const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
    QVERIFY(alignment.reference == capture);
    const SourceClock* clock = alignment.clocks.clock(console);
    QVERIFY(clock && clock->correction);
    QVERIFY2(static_cast<double>(clock->correction->lowNs) * 1e-9 <= error
                 && error <= static_cast<double>(clock->correction->highNs) * 1e-9,
             std::to_string(static_cast<double>(clock->correction->offsetNs) * 1e-9).c_str());
    QCOMPARE(clock->utcOffsetNs, nsOf(zoneHours * hour));
    QCOMPARE(clock->zoneBasis, stated ? Basis::Stated : Basis::Inferred);
    QCOMPARE(clock->dateBasis.has_value(), !hasDate);
    for (const EventRow& event : events.singles) {
        if (event.ref.source == console && event.ref.place.number == 9)
            QVERIFY(std::abs((clock->corrected(event.time) - caseAt(all[8].first)).count())
                    < nsPerSecond / 10);
    }
}

/// The console shares nothing with the capture, but both share something with the trace.
void TestClocks::overAThirdSource()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, day);
    const SourceId trace = made.trace("ccm.txt", 0, day);
    const SourceId console = made.console("SEP001E7A244007.log", 0, day);
    const auto all = happenings(day, 3);
    const std::vector<std::pair<double, std::string>> early(all.begin(), all.begin() + 30);
    const std::vector<std::pair<double, std::string>> late(all.begin() + 30, all.end());
    addHappenings(made, capture, early, {});
    addHappenings(made, trace, all, {});
    addHappenings(made, console, late, {});
    made.setAhead(trace, 10);
    made.setAhead(console, -20);
    const CaseEvents events = made.build();
    const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
    const auto* clock = alignment.clocks.clock(console);
    QVERIFY(clock && clock->correction);
    QVERIFY(std::abs(static_cast<double>(clock->correction->offsetNs) * 1e-9 + 20) < 0.1);
}

void TestClocks::orderDoesNotMatter()
{
    std::vector<std::string> results;
    for (const bool reversed : {false, true}) {
        CaseBuilder made;
        const auto all = happenings(2 * day, 17);
        std::vector<std::string> names{"a.pcap", "b.pcap", "c.pcap"};
        if (reversed)
            std::ranges::reverse(names);
        std::map<std::string, SourceId> ids;
        for (const std::string& name : names) {
            ids[name] = made.capture(name, 0, 2 * day);
            addHappenings(made, ids[name], all, {});
            made.setAhead(ids[name], name[0] - 'a');
        }
        const CaseEvents events = made.build();
        const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
        std::string text = events.source(alignment.reference)->path;
        for (const auto& [name, id] : ids)
            text += " " + std::to_string(alignment.clocks.clock(id)->correction->offsetNs);
        results.push_back(text);
    }
    QCOMPARE(results[0], results[1]);
}

void TestClocks::aloneKeepsItsOwnTime()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, day);
    const SourceId stranger = made.capture("b.pcap", 0, day);
    addHappenings(made, capture, happenings(day, 1), {});
    made.event(stranger, 5, {"sccp.register", phoneOf(99), "", "", ""});
    const CaseEvents events = made.build();
    const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
    QVERIFY(!alignment.clocks.clock(stranger)->correction);
    QVERIFY(alignment.clocks.at(stranger, {caseStartNs}) == CaseTime{caseStartNs});
}

/// What was not compared keeps its own time; who asked to stop does not look at it.
void TestClocks::stopsComparing()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 90'000);
    const SourceId trace = made.trace("b.txt", 0, 90'000);
    made.setAhead(trace, 41);
    for (const SourceId source : {capture, trace}) {
        for (const double at : {100.0, 7'000.0, 23'000.0, 31'000.0, 77'000.0})
            made.registers(source, at, 7, 50'000);
    }
    const CaseEvents events = made.build();
    const Identity identity(findJoins(events));
    QVERIFY(alignClocks(events, identity).clocks.clock(trace)->correction);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!alignClocks(events, identity, stop.get_token()).clocks.clock(trace)->correction);
    QVERIFY(momentsOf(events, identity, stop.get_token()).empty());
    const auto moments = momentsOf(events, identity);
    QVERIFY(matched(moments.at(capture), moments.at(trace)));
    QVERIFY(!relationOf({moments.at(capture), 1}, {moments.at(trace), 1}, stop.get_token()));
}

namespace
{

/// What a wall clock in Chicago shows at that second of 2009 (U.S.C. 15 §260a: CDT from 8 March 08:00 UTC to
/// 1 November 07:00 UTC).
double chicago(double utc)
{
    const auto at = [](int month, int day, int hourOfDay) {
        return static_cast<double>((nsFromCivil({2009, month, day}, hourOfDay, 0, 0) - caseStartNs)
                                   / nsPerSecond);
    };
    return utc + (utc >= at(3, 8, 8) && utc < at(11, 1, 7) ? -5 : -6) * hour;
}

double secondsTo(int month, int day)
{
    return static_cast<double>((nsFromCivil({2009, month, day}, 0, 0, 0) - caseStartNs) / nsPerSecond);
}

/// A trace in local time over three days from that one on, beside a capture; the site names its zone.
struct OverATurn {
    CaseBuilder made;
    SourceId capture{};
    SourceId trace{};
    std::vector<std::pair<double, std::string>> all;

    OverATurn(int month, int dayOfMonth, double (*shows)(double))
    {
        const double from = secondsTo(month, dayOfMonth);
        capture = made.capture("a.pcap", from, from + 3 * day);
        trace = made.trace("ccm.txt", shows(from), shows(from + 3 * day));
        const SourceId ntp = made.trace("ntp.txt", from, from);
        made.event(ntp, from, {"ntp.system-status", "", "", "", "local-offset-s=-21600"});
        made.sourceRow(ntp).zoneName = "America/Chicago";
        made.sourceRow(trace).utcOffsetSeconds.reset();
        for (const auto& [t, what] : happenings(3 * day, 5, 200))
            all.emplace_back(from + t, what);
        for (const auto& [t, what] : all) {
            const Made one{what.substr(0, what.find(' ')), what.substr(what.find(' ') + 1), "", "", ""};
            made.event(capture, t, one);
            made.event(trace, shows(t), one);
        }
    }

    /// In the order in which they were written, which that of the builder, by time, is not.
    CaseEvents build() const
    {
        CaseEvents events = made.build();
        std::uint64_t place = 0;
        for (EventRow& event : events.singles) {
            if (event.ref.source != trace)
                continue;
            const auto& [t, what] = all[place];
            event.kind = what.substr(0, what.find(' '));
            event.device = what.substr(what.find(' ') + 1);
            event.time = {caseStartNs + nsOf(chicago(t))};
            event.ref.place.number = ++place;
        }
        return events;
    }
};

} // namespace

void TestClocks::summerTime_data()
{
    QTest::addColumn<int>("month");
    QTest::addColumn<int>("day");
    QTest::addColumn<double>("offset"); // h, at the beginning
    QTest::addColumn<int>("turns");
    QTest::newRow("begins") << 3 << 7 << -6.0 << 1;
    QTest::newRow("lasts") << 6 << 7 << -5.0 << 0;
    QTest::newRow("ends") << 10 << 31 << -5.0 << 1;
}

/// Every event of a log in local time stands where the capture has it, but those of the hour that is shown
/// twice and of which nobody saw where it began again.
void TestClocks::summerTime()
{
    QFETCH(int, month);
    QFETCH(int, day);
    QFETCH(double, offset);
    QFETCH(int, turns);
    const OverATurn over(month, day, chicago);
    const CaseEvents events = over.build();
    const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
    const SourceClock* clock = alignment.clocks.clock(over.trace);
    QVERIFY(clock && clock->correction);
    QCOMPARE(clock->utcOffsetNs, nsOf(offset * hour));
    QCOMPARE(clock->zone, std::string("America/Chicago"));
    QCOMPARE(clock->turns.size(), static_cast<std::size_t>(turns));
    for (const EventRow& event : events.singles) {
        if (event.ref.source != over.trace)
            continue;
        const CaseTime truth = caseAt(over.all[event.ref.place.number - 1].first);
        const double off =
            std::abs(static_cast<double>((clock->corrected(event.time) - truth).count())) * 1e-9;
        const bool again = std::abs(off - hour) < 1 && !clock->turns.empty() && truth >= clock->turns[0].at
            && truth < clock->turns[0].at + std::chrono::hours{1};
        QVERIFY2(off < 1 || again, std::to_string(off).c_str());
        QVERIFY(std::abs((clock->toSource(truth) - event.time).count()) < nsPerSecond);
    }
}

void TestClocks::hourShownTwiceIsPartedByItsPlace()
{
    OverATurn over(10, 31, chicago);
    const double turn = secondsTo(11, 1) + 7 * hour;
    std::uint64_t behind = 1;
    while (over.all[behind - 1].first < turn)
        ++behind;
    over.made.sourceRow(over.trace)
        .problems.push_back({Severity::Notice,
                             "formats.hour-again",
                             Place{PlaceUnit::Line, behind},
                             {std::to_string(behind), "2009-11-01 01:10:00"}});
    const CaseEvents events = over.build();
    const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
    const SourceClock* clock = alignment.clocks.clock(over.trace);
    QVERIFY(clock && clock->turns.size() == 1);
    QCOMPARE(clock->turns[0].place, behind);
    for (const EventRow& event : events.singles) {
        if (event.ref.source != over.trace)
            continue;
        const CaseTime truth = caseAt(over.all[event.ref.place.number - 1].first);
        QVERIFY(std::abs((clock->corrected(event.time, event.ref.place.number) - truth).count())
                < nsPerSecond);
    }
}

void TestClocks::offsetStatedOnce_data()
{
    QTest::addColumn<int>("hours"); // stated
    QTest::addColumn<bool>("seen"); // the reader saw the clock go back
    QTest::addColumn<bool>("changes"); // the offset is stated again
    QTest::addColumn<bool>("alone"); // without a capture to compare with
    QTest::addColumn<bool>("turns");
    for (const bool alone : {false, true}) {
        const char* how = alone ? " alone" : "";
        const auto name = [&](const char* what) { return std::string(what) + how; };
        QTest::newRow(name("of the site's zone").c_str()) << -5 << true << false << alone << true;
        QTest::newRow(name("of another zone").c_str()) << -4 << true << false << alone << false;
        QTest::newRow(name("clock did not go back").c_str()) << -5 << false << false << alone << false;
        QTest::newRow(name("changes were followed").c_str()) << -5 << true << true << alone << false;
    }
}

/// A trace that states its offset at its head goes on in local time when daylight-saving time ends.
void TestClocks::offsetStatedOnce()
{
    QFETCH(int, hours);
    QFETCH(bool, seen);
    QFETCH(bool, changes);
    QFETCH(bool, alone);
    QFETCH(bool, turns);
    OverATurn over(10, 31, chicago);
    const double turn = secondsTo(11, 1) + 7 * hour;
    std::uint64_t behind = 1;
    while (over.all[behind - 1].first < turn)
        ++behind;
    SourceRow& trace = over.made.sourceRow(over.trace);
    trace.utcOffsetSeconds = hours * 3600;
    const Place place{PlaceUnit::Line, behind};
    const std::string line = std::to_string(behind);
    if (seen)
        trace.problems.push_back(
            {Severity::Notice, "formats.hour-again", place, {line, "2009-11-01 01:10:00"}});
    if (changes)
        trace.problems.push_back({Severity::Notice, "formats.zone-changes", place, {"1", line}});
    CaseEvents events = over.build();
    if (alone)
        std::erase_if(events.singles, [&](const EventRow& event) {
            return event.ref.source != over.trace && event.kind != "ntp.system-status";
        });
    const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
    const SourceClock* clock = alignment.clocks.clock(over.trace);
    QVERIFY(clock);
    QCOMPARE(clock->utcOffsetNs, nsOf(hours * hour));
    QCOMPARE(!clock->turns.empty(), turns);
    QCOMPARE(clock->zone == "America/Chicago", turns);
    for (const EventRow& event : events.singles) {
        if (!turns || event.ref.source != over.trace)
            continue;
        const CaseTime truth = caseAt(over.all[event.ref.place.number - 1].first);
        QVERIFY(std::abs((clock->corrected(event.time, event.ref.place.number) - truth).count())
                < nsPerSecond);
    }
}

void TestClocks::sourceInUtcIsNotTurned()
{
    const OverATurn over(10, 31, [](double utc) { return utc; });
    const CaseEvents events = over.made.build();
    const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
    const SourceClock* clock = alignment.clocks.clock(over.trace);
    QVERIFY(clock && clock->correction);
    QCOMPARE(clock->utcOffsetNs, 0);
    QVERIFY(clock->turns.empty());
    QVERIFY(std::abs(clock->correction->offsetNs) < nsPerSecond);
}

void TestClocks::utcBesideItsOwnTimeTellsTheZone_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<double>("offset"); // h
    QTest::addColumn<int>("basis");
    QTest::newRow("eight hours ahead") << QStringLiteral("system-time=1235714390") << 8.0 << 1;
    QTest::newRow("none") << QStringLiteral("civil-time=2009-02-27T14:00:00") << 0.0 << 2;
    QTest::newRow("months off") << QStringLiteral("system-time=1035714390") << 0.0 << 2;
}

/// DefineTimeDate timeDateInfo=2/27/2009 14:00:00,5 systemTime=1235714390.
void TestClocks::utcBesideItsOwnTimeTellsTheZone()
{
    QFETCH(QString, field);
    QFETCH(double, offset);
    QFETCH(int, basis);
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 100);
    made.event(trace, 1, {"sccp.time-date-res", "", "", "", field.toStdString()});
    made.sourceRow(trace).utcOffsetSeconds.reset();
    const CaseEvents events = made.build();
    const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
    const SourceClock* clock = alignment.clocks.clock(trace);
    QCOMPARE(clock->utcOffsetNs, nsOf(offset * hour));
    QCOMPARE(static_cast<int>(clock->zoneBasis), basis);
}

void TestClocks::yearOfMatched_data()
{
    QTest::addColumn<double>("zoneHours");
    QTest::addColumn<double>("error");
    QTest::addColumn<bool>("known");
    QTest::newRow("UTC") << 0.0 << 0.5 << false;
    QTest::newRow("local, wrong by minutes") << -6.0 << 240.0 << false;
    QTest::newRow("the source says it") << 5.5 << -3.0 << true;
}

/// Lines with month and day, from 27 February 2009 on.
void TestClocks::yearOfMatched()
{
    QFETCH(double, zoneHours);
    QFETCH(double, error);
    QFETCH(bool, known);
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 3 * day);
    const SourceId syslog = made.trace("syslog", 0, 3 * day);
    const auto all = happenings(3 * day, 11);
    addHappenings(made, capture, all, {});
    addHappenings(made, syslog, all, {});
    const auto newYear = static_cast<double>(nsFromCivil({2009, 1, 1}, 0, 0, 0) / nsPerSecond);
    made.setAhead(syslog, zoneHours * hour + error - newYear);
    SourceRow& row = made.sourceRow(syslog);
    row.hasDate = false;
    row.year = YearHints{known ? std::optional(2009) : std::nullopt, {}, {}};
    row.utcOffsetSeconds.reset();
    const CaseEvents events = made.build();
    const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
    const SourceClock* clock = alignment.clocks.clock(syslog);
    QVERIFY(clock && clock->correction);
    QCOMPARE(clock->dateShiftNs, nsFromCivil({2009, 1, 1}, 0, 0, 0));
    QCOMPARE(clock->dateBasis.value(), known ? Basis::Stated : Basis::Inferred);
    QCOMPARE(clock->utcOffsetNs, nsOf(zoneHours * hour));
    QVERIFY(std::abs(static_cast<double>(clock->correction->offsetNs) * 1e-9 - error) < 0.1);
}

void TestClocks::yearAlone_data()
{
    QTest::addColumn<bool>("others"); // a capture of 27 February 2009
    QTest::addColumn<int>("modified"); // year in whose 1 April the file was written, 0: not known
    QTest::addColumn<int>("firstDay"); // of the source, which lasts a week
    QTest::addColumn<int>("leap"); // years after the first that has a 29 February; -1: none seen
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("basis");
    QTest::newRow("beside others") << true << 2015 << 55 << -1 << 2009 << 1;
    QTest::newRow("months from others") << true << 2015 << 200 << -1 << 2009 << 2;
    QTest::newRow("nearer in the year before") << true << 2015 << 300 << -1 << 2008 << 2;
    QTest::newRow("29 February") << true << 2015 << 55 << 0 << 2008 << 2;
    QTest::newRow("file of that year") << false << 2015 << 55 << -1 << 2015 << 2;
    QTest::newRow("file of the year after") << false << 2015 << 200 << -1 << 2014 << 2;
    QTest::newRow("file, and 29 February") << false << 2015 << 55 << 0 << 2012 << 2;
    QTest::newRow("nothing tells") << false << 0 << 55 << -1 << 1970 << 2;
}

void TestClocks::yearAlone()
{
    QFETCH(bool, others);
    QFETCH(int, modified);
    QFETCH(int, firstDay);
    QFETCH(int, leap);
    QFETCH(int, year);
    QFETCH(int, basis);
    CaseBuilder made;
    if (others)
        addHappenings(made, made.capture("a.pcap", 0, day), happenings(day, 1), {});
    const SourceId syslog = made.trace("syslog", 0, 0);
    made.event(syslog, 1, {"sccp.register", phoneOf(99), "", "", ""});
    SourceRow& row = made.sourceRow(syslog);
    row.first = SourceTime{firstDay * nsPerDay};
    row.last = SourceTime{(firstDay + 7) * nsPerDay};
    row.hasDate = false;
    row.year = YearHints{{}, leap < 0 ? std::nullopt : std::optional(leap), {}};
    row.modifiedNs = modified == 0 ? 0 : nsFromCivil({modified, 4, 1}, 0, 0, 0);
    const CaseEvents events = made.build();
    const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
    const SourceClock* clock = alignment.clocks.clock(syslog);
    QCOMPARE(civilFromDays(clock->dateShiftNs / nsPerDay).year, year);
    QCOMPARE(static_cast<int>(clock->dateBasis.value()), basis);
    const auto notice = noticeOfYear(row, *clock, others);
    QCOMPARE(notice.has_value(), !others && modified != 0);
    QVERIFY(!notice || notice->arguments[0] == std::to_string(year));
    const CivilDate written = civilFromDays(firstDay);
    const CivilDate shown = civilFromDays(clock->dateShiftNs / nsPerDay + firstDay);
    QVERIFY(shown.month == written.month && shown.day == written.day); // in leap years, too
}

/// Lines with only a time of day: what was taken for their date is said, unless something proved it.
void TestClocks::noDateIsTold()
{
    SourceRow row;
    row.first = row.last = SourceTime{3600 * nsPerSecond};
    row.hasDate = false;
    SourceClock clock;
    clock.dateBasis = Basis::Assumed;
    QCOMPARE(noticeOfDate(row, clock, false)->id, std::string("clocks.no-date"));
    clock.dateShiftNs = nsPerDay;
    QCOMPARE(noticeOfDate(row, clock, false)->id, std::string("clocks.date-of-case"));
    row.modifiedNs = nsPerDay + 7200 * nsPerSecond;
    QCOMPARE(noticeOfDate(row, clock, true)->id, std::string("clocks.date-of-case"));
    QCOMPARE(noticeOfDate(row, clock, false)->id, std::string("clocks.date-of-file"));
    QCOMPARE(noticeOfDate(row, clock, false)->arguments, std::vector<std::string>{"1970-01-02"});
    clock.dateBasis = Basis::Inferred;
    QVERIFY(!noticeOfDate(row, clock, false));
    clock.dateBasis = Basis::Assumed;
    row.hasDate = true;
    QVERIFY(!noticeOfDate(row, clock, false));
}

void TestClocks::dateOfTheFile_data()
{
    QTest::addColumn<double>("lastHour"); // of the last line, from the midnight before the first
    QTest::addColumn<QByteArray>("modified");
    QTest::addColumn<bool>("others");
    QTest::addColumn<QByteArray>("day"); // of the first line
    QTest::newRow("written at once") << 9.0 << QByteArray("2009-02-27T09:00:01Z") << false
                                     << QByteArray("2009-02-27");
    QTest::newRow("written the next morning")
        << 23.0 << QByteArray("2009-02-28T08:00:00Z") << false << QByteArray("2009-02-27");
    QTest::newRow("over midnight") << 26.0 << QByteArray("2009-02-28T08:00:00Z") << false
                                   << QByteArray("2009-02-27");
    QTest::newRow("not known") << 9.0 << QByteArray() << false << QByteArray("1970-01-01");
    QTest::newRow("beside a dated source")
        << 9.0 << QByteArray("2015-01-01T09:00:00Z") << true << QByteArray("2009-02-27");
}

/// Lines with a time of day alone, and nothing in the case has a date.
void TestClocks::dateOfTheFile()
{
    QFETCH(double, lastHour);
    QFETCH(QByteArray, modified);
    QFETCH(bool, others);
    QFETCH(QByteArray, day);
    CaseBuilder made;
    const SourceId console = made.trace("console.log", 0, 0);
    made.event(console, 1, {"dhcp.nak", phoneOf(1), "", "", ""});
    if (others) {
        const SourceId capture = made.capture("a.pcap", 0, 3600);
        made.event(capture, 1, {"dhcp.offer", phoneOf(2), "", "", ""});
    }
    SourceRow& row = made.sourceRow(console);
    row.first = SourceTime{8 * 3600 * nsPerSecond};
    row.last = SourceTime{static_cast<std::int64_t>(lastHour * 3600) * nsPerSecond};
    row.hasDate = false;
    row.modifiedNs = fromRfc3339(modified.toStdString()).value_or(0);
    const CaseEvents events = made.build();
    const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
    const SourceClock* clock = alignment.clocks.clock(console);
    QCOMPARE(toRfc3339(clock->dateShiftNs).substr(0, 10), day.toStdString());
    QCOMPARE(clock->dateBasis, std::optional(Basis::Assumed));
    QCOMPARE(noticeOfDate(row, *clock, others)->id == "clocks.date-of-file", !others && !modified.isEmpty());
}

void TestClocks::overTheEndOfFebruary_data()
{
    QTest::addColumn<int>("year");
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("leapDaySeen");
    QTest::addColumn<bool>("matched"); // with a capture, or beside it
    for (const bool matched : {true, false}) {
        for (const bool known : {true, false}) {
            const std::string how = std::string(matched ? "matched" : "alone") + (known ? ", known" : "");
            QTest::newRow(("common, " + how).c_str()) << 2009 << known << false << matched;
            QTest::newRow(("leap, " + how).c_str()) << 2012 << known << false << matched;
            QTest::newRow(("leap day seen, " + how).c_str()) << 2012 << known << true << matched;
        }
    }
}

/// A log without years from 26 February to 5 March: each line stands at the day that is written.
void TestClocks::overTheEndOfFebruary()
{
    QFETCH(int, year);
    QFETCH(bool, known);
    QFETCH(bool, leapDaySeen);
    QFETCH(bool, matched);
    const auto secondsTo = [](CivilDate date) {
        return static_cast<double>(daysFromCivil(date) * nsPerDay - caseStartNs) * 1e-9;
    };
    const double begin = secondsTo({year, 2, 26});
    const double march = secondsTo({year, 3, 1});
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", begin, begin + 9 * day);
    const SourceId syslog = made.trace("syslog", begin, begin + 9 * day);
    std::vector<std::pair<double, std::string>> all;
    for (const auto& [time, kind] : happenings(9 * day, 11)) {
        const bool inLeapDay = begin + time >= march - day && begin + time < march;
        if (year != 2012 || leapDaySeen || !inLeapDay)
            all.emplace_back(begin + time, kind);
    }
    addHappenings(made, capture, all, {});
    addHappenings(made, syslog, all, {});
    SourceRow& row = made.sourceRow(syslog);
    row.hasDate = false;
    row.year = YearHints{known ? std::optional(year) : std::nullopt,
                         leapDaySeen && year == 2012 ? std::optional(0) : std::nullopt,
                         {}};
    CaseEvents events = made.build();
    const std::int64_t missed = year == 2012 && !leapDaySeen ? nsPerDay : 0;
    const std::int64_t firstOfMarch = nsFromCivil({year, 3, 1}, 0, 0, 0);
    const auto written = [&](SourceTime time) { // as the reader counts days
        const std::int64_t behind = time.ns >= firstOfMarch ? missed : 0;
        return SourceTime{time.ns - shiftToYear(year) - behind};
    };
    std::vector<std::pair<CaseTime, SourceTime>> lines;
    for (EventRow& event : events.singles) {
        if (event.ref.source != syslog)
            continue;
        lines.emplace_back(CaseTime{event.time.ns}, written(event.time));
        event.time = lines.back().second;
        if (!matched)
            event.kind = "ntp.log";
    }
    for (SourceRow& source : events.sources) {
        if (source.id == syslog) {
            source.first = lines.front().second;
            source.last = lines.back().second;
        }
    }
    const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
    const SourceClock* clock = alignment.clocks.clock(syslog);
    QVERIFY(clock);
    QCOMPARE(clock->correction.has_value(), matched);
    QCOMPARE(clock->dateBasis.value(), known ? Basis::Stated : Basis::Inferred);
    for (const auto& [truth, shown] : lines) {
        QVERIFY2(std::abs((clock->corrected(shown) - truth).count()) < nsPerSecond,
                 toRfc3339(clock->corrected(shown).nsUtc).c_str());
        QVERIFY(std::abs((clock->toSource(truth) - shown).count()) < nsPerSecond);
    }
}

QTEST_APPLESS_MAIN(TestClocks)
#include "tst_clocks.moc"

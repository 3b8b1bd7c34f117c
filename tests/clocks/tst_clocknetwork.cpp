// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QTest>

#include "models/clocks/clocknetwork.h"

using namespace whittle;

namespace
{

constexpr std::int64_t ms = 1'000'000;
constexpr std::int64_t start = 1'235'743'200LL * nsPerSecond;

ClockOwner source(int number)
{
    return {SourceId{number}, {}};
}

ClockOwner host(std::uint8_t number)
{
    return {{}, IpAddress::v4(10, 1, 1, number)};
}

ClockRelation relation(const ClockOwner& a, const ClockOwner& b, std::int64_t difference, std::int64_t half,
                       const std::string& basis = "matched-messages")
{
    ClockRelation made;
    made.a = a;
    made.b = b;
    made.differenceNs = difference;
    made.lowNs = difference - half;
    made.highNs = difference + half;
    made.middle = made.from = made.to = {start};
    made.pairs = 5;
    made.basis = basis;
    return made;
}

} // namespace

class TestClockNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strangersStayApart();
    void overHosts();
    void backwards();
    void driftIsCarriedOn();
    void otherRelationsTighten();
    void contradictionIsLeftOut();
    void wishesWin();
    void truthIsInside();
};

void TestClockNetwork::strangersStayApart()
{
    const ClockNetwork network(source(1), 0, {}, {relation(source(2), source(3), 5 * ms, ms)});
    QVERIFY(network.state(source(1), {start}));
    QVERIFY(!network.state(source(2), {start}));
    QVERIFY(!network.state(source(4), {start}));
    QVERIFY(!network.reaches(source(3)));
}

void TestClockNetwork::overHosts()
{
    const ClockNetwork network(source(1), 0, {},
                               {relation(source(1), host(10), 40 * ms, 2 * ms, "ntp-timestamps"),
                                relation(source(2), host(10), 0, ms, "ntp-status")});
    const auto state = network.state(source(2), {start});
    QVERIFY(state);
    QCOMPARE(state->differenceNs, 40 * ms);
    QCOMPARE(state->lowNs, 37 * ms);
    QCOMPARE(state->highNs, 43 * ms);
    QCOMPARE(state->basis, std::string("ntp-status"));
    QVERIFY(network.state(source(1), {start})->basis == "reference");
}

void TestClockNetwork::backwards()
{
    const ClockNetwork network(source(1), 3600 * nsPerSecond, {},
                               {relation(source(2), source(1), 7 * ms, ms)});
    const auto state = network.state(source(2), {start});
    QVERIFY(state);
    QCOMPARE(state->differenceNs, 3600 * nsPerSecond - 7 * ms);
    QCOMPARE(state->at.nsUtc, start - 3600 * nsPerSecond + 7 * ms);
}

void TestClockNetwork::driftIsCarriedOn()
{
    ClockRelation fast = relation(source(1), source(2), 0, ms);
    fast.driftPpm = 50;
    fast.driftWidthPpm = 10;
    const ClockNetwork network(source(1), 0, {}, {fast});
    const auto state = network.state(source(2), {start + 1000 * nsPerSecond});
    QVERIFY(state);
    QVERIFY(std::abs(state->differenceNs - 50 * ms) < ms / 10);
    QVERIFY(std::abs(state->highNs - 61 * ms) < ms / 10); // 1 ms, and 10 ppm of 1000 s
    QCOMPARE(state->driftPpm, 50.0);
}

void TestClockNetwork::otherRelationsTighten()
{
    const ClockNetwork network(source(1), 0, {},
                               {relation(source(1), source(2), 0, 10 * ms),
                                relation(source(1), source(3), 0, 2 * ms),
                                relation(source(2), source(3), -6 * ms, 3 * ms)});
    const auto state = network.state(source(2), {start});
    QVERIFY(state);
    QCOMPARE(state->lowNs, 1 * ms); // -2 + 3
    QCOMPARE(state->highNs, 10 * ms);
    QVERIFY(state->differenceNs >= state->lowNs);
    QCOMPARE(network.contradictions().size(), std::size_t{0});
}

/// Two say that 2 is right, one, and less surely, that it is a minute off.
void TestClockNetwork::contradictionIsLeftOut()
{
    const ClockNetwork network(source(1), 0, {},
                               {relation(source(1), source(2), 60 * nsPerSecond, 9 * ms, "matched-events"),
                                relation(source(1), source(3), 0, ms),
                                relation(source(3), source(2), 0, ms)});
    QCOMPARE(network.state(source(2), {start})->differenceNs, 0);
    QCOMPARE(network.contradictions().size(), std::size_t{1});
}

void TestClockNetwork::wishesWin()
{
    const ClockNetwork network(source(1), 0,
                               {relation(source(1), source(2), 5 * nsPerSecond, 100 * ms, "pinned")},
                               {relation(source(1), source(2), 0, ms)});
    const auto state = network.state(source(2), {start});
    QCOMPARE(state->differenceNs, 5 * nsPerSecond);
    QCOMPARE(state->basis, std::string("pinned"));
}

/// Whatever the clocks are, and however they are tied to each other.
void TestClockNetwork::truthIsInside()
{
    for (unsigned seed = 1; seed <= 200; ++seed) {
        std::mt19937_64 random(seed);
        std::uniform_int_distribution<std::int64_t> offset(-40'000 * nsPerSecond, 40'000 * nsPerSecond);
        std::uniform_real_distribution<double> ppm(-60, 60);
        std::uniform_int_distribution<std::int64_t> error(0, 20 * ms);
        std::uniform_int_distribution<std::int64_t> when(-3600 * nsPerSecond, 3600 * nsPerSecond);
        const int count = 8;
        std::vector<std::int64_t> offsets(count + 1);
        std::vector<double> drifts(count + 1);
        for (int i = 2; i <= count; ++i) {
            offsets[static_cast<std::size_t>(i)] = offset(random);
            drifts[static_cast<std::size_t>(i)] = ppm(random) * 1e-6;
        }
        const auto shows = [&](int clock, std::int64_t t) { // at case time start + t
            const auto i = static_cast<std::size_t>(clock);
            return start + t + offsets[i] + static_cast<std::int64_t>(drifts[i] * static_cast<double>(t));
        };
        std::vector<ClockRelation> relations;
        for (int i = 0; i < 14; ++i) {
            const int a = static_cast<int>(random() % count) + 1;
            const int b = static_cast<int>(random() % count) + 1;
            const std::int64_t t = when(random);
            const std::int64_t below = error(random);
            const std::int64_t above = error(random);
            ClockRelation one = relation(source(a), source(b), shows(b, t) - shows(a, t), 0);
            one.lowNs -= below;
            one.highNs += above;
            one.differenceNs = (one.lowNs + one.highNs) / 2;
            one.middle = {shows(a, t)};
            one.driftPpm =
                (drifts[static_cast<std::size_t>(b)] - drifts[static_cast<std::size_t>(a)]) * 1e6 + 1;
            one.driftWidthPpm = 2;
            relations.push_back(one);
        }
        const ClockNetwork network(source(1), 0, {}, relations);
        QCOMPARE(network.contradictions().size(), std::size_t{0});
        for (int i = 2; i <= count; ++i) {
            const std::int64_t t = when(random);
            const auto state = network.state(source(i), {shows(i, t)});
            if (!state)
                continue;
            const std::int64_t truth = shows(i, t) - start - t;
            QVERIFY2(state->lowNs - ms / 100 <= truth && truth <= state->highNs + ms / 100,
                     std::to_string(seed).c_str());
            QVERIFY(state->lowNs <= state->differenceNs && state->differenceNs <= state->highNs);
        }
    }
}

QTEST_APPLESS_MAIN(TestClockNetwork)
#include "tst_clocknetwork.moc"

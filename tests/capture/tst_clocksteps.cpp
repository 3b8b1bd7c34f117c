// SPDX-License-Identifier: GPL-3.0-or-later
// A clock that goes back within a capture.
#include <QTest>

#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

struct Read {
    RecordingSink sink;
    SourceFacts facts;
};

/// One NTP frame at each time, in microseconds.
Read read(const std::vector<std::uint64_t>& times)
{
    Buffer file = pcapHeader();
    for (const std::uint64_t time : times)
        file += pcapRecord({ntpFrame(), static_cast<std::uint32_t>(time / 1'000'000),
                            static_cast<std::uint32_t>(time % 1'000'000)});
    Read result;
    const auto facts = readAll(pcapFormat(), file, result.sink);
    QTest::qVerify(facts.hasValue(), "facts", "", __FILE__, __LINE__);
    result.facts = *facts;
    return result;
}

constexpr std::uint64_t second = 1'000'000;
constexpr std::uint64_t start = 1'235'743'000 * second;

} // namespace

class TestClockSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepBack();
    void disorderOfBuffers();
    void manyStepsAreOneProblem();
    void clockThatWasNotSet();
    void timesAtTheEndsOfTheirRange();
};

void TestClockSteps::stepBack()
{
    const Read all = read({start, start + 5 * second, start + 2 * second - 1, start + 9 * second});
    QCOMPARE(all.sink.problemIds(), std::string("capture.clock-stepped-back"));
    const Problem& problem = all.sink.problems.front();
    QCOMPARE(problem.severity, Severity::Notice);
    QCOMPARE(problem.place, (Place{PlaceUnit::Frame, 3}));
    QCOMPARE(problem.arguments,
             (std::vector<std::string>{"1", "3", "2009-02-27T13:56:45.000000000Z",
                                       "2009-02-27T13:56:41.999999000Z", "3.000"}));
    QCOMPARE(all.sink.kinds(), std::string("1 ntp.client, 2 ntp.client, 3 ntp.client, 4 ntp.client"));
    QCOMPARE(all.sink.events[2].time.ns, std::int64_t{1'235'743'001'999'999'000});
}

void TestClockSteps::disorderOfBuffers()
{
    const Read all = read({start, start + second, start, start + 3 * second, start + 2 * second + 1});
    QCOMPARE(all.sink.problemIds(), std::string());
}

void TestClockSteps::manyStepsAreOneProblem()
{
    std::vector<std::uint64_t> times;
    for (std::uint64_t i = 0; i < 10'000; ++i)
        times.push_back(start + i * 200'000 + i % 2 * 3'600 * second);
    const Read all = read(times);
    QCOMPARE(all.sink.problemIds(), std::string("capture.clock-stepped-back"));
    QCOMPARE(all.sink.problems.front().place, (Place{PlaceUnit::Frame, 3}));
    QCOMPARE(all.sink.problems.front().arguments.front(), std::string("4999"));
    QCOMPARE(all.sink.problems.front().arguments.back(), std::string("3599.800"));
    QCOMPARE(all.facts.spans.size(), std::size_t{1});
}

/// As of texts: what was recorded before the clock was set was not recorded in 1970.
void TestClockSteps::clockThatWasNotSet()
{
    const Read all = read({5 * second, 6 * second, start, start + second});
    QCOMPARE(all.sink.problemIds(), std::string());
    QCOMPARE(all.facts.first->ns, std::int64_t{start} * 1'000);
    QCOMPARE(all.facts.spans.size(), std::size_t{1});
}

void TestClockSteps::timesAtTheEndsOfTheirRange()
{
    const PcapngBuilder pcapng;
    const Buffer interface = pcapng.interface(1, pcapng.option(9, hex({9})));
    const Buffer file = pcapng.section() + interface + pcapng.enhanced(0, 0x7FFFFFFFFFFFFFFF, ntpFrame())
        + pcapng.interface(1, pcapng.option(9, hex({0})) + pcapng.option(14, pcapng.n64(0x8000000000000000)))
        + pcapng.enhanced(1, 0, ntpFrame(2));
    RecordingSink sink;
    QVERIFY(readAll(pcapngFormat(), file, sink));
    QCOMPARE(sink.problemIds(), std::string("capture.clock-stepped-back"));
    QCOMPARE(sink.problems.front().arguments.back(), std::string("18446744073.709"));
}

QTEST_APPLESS_MAIN(TestClockSteps)

#include "tst_clocksteps.moc"

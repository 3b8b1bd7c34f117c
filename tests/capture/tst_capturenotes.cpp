// SPDX-License-Identifier: GPL-3.0-or-later
// What a capture says about itself: comments, losses, filters, the snap length.
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

Read read(const Buffer& file, const Format& format = pcapngFormat())
{
    Read result;
    const auto facts = readAll(format, file, result.sink);
    QTest::qVerify(facts.hasValue(), "facts", "", __FILE__, __LINE__);
    result.facts = *facts;
    return result;
}

std::string moment(const std::optional<SourceTime>& time)
{
    return time ? std::to_string(time->ns / 1'000) : "";
}

/// "id from..to arguments", microseconds, one a line.
std::string limits(const SourceFacts& facts)
{
    std::string text;
    for (const CoverageLimit& limit : facts.limits) {
        text += limit.id + " " + moment(limit.from) + ".." + moment(limit.to);
        for (const std::string& argument : limit.arguments)
            text += " " + argument;
        text += "\n";
    }
    return text;
}

} // namespace

class TestCaptureNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionsCutAnywhere_data();
    void optionsCutAnywhere();
    void statisticsOfNoInterface();
    void numberlessOptions();
    void commentsOfPackets();
    void commentsOfSectionAndInterface();
    void manyCommentsAreBounded();
    void dropsOfPackets();
    void dropsOfStatistics();
    void dropsAreToldOnce();
    void manyDropsAreBounded();
    void silencesStandBesideDrops();
    void filters();
    void filterWithoutText();
    void snapLength();
    void nothingToSay();
};

void TestCaptureNotes::optionsCutAnywhere_data()
{
    QTest::addColumn<bool>("bigEndian");
    QTest::newRow("least significant byte first") << false;
    QTest::newRow("most significant byte first") << true;
}

/// Never out of bounds; what is whole is read.
void TestCaptureNotes::optionsCutAnywhere()
{
    QFETCH(bool, bigEndian);
    const PcapngBuilder ng(bigEndian);
    const Buffer options = ng.option(1, text("look here")) + ng.option(4, ng.n64(3)) + ng.option(0, {});
    for (std::size_t length = 0; length <= options.size(); length += 4) {
        const auto result =
            read(ng.section() + ng.interface(1) + ng.enhanced(0, 5, ntpFrame(), front(options, length)));
        const bool hasComment = length >= 16;
        QCOMPARE(result.sink.kinds().find("capture.comment") != std::string::npos, length > 0);
        if (hasComment)
            QCOMPARE(result.sink.events.at(0).value("text"), "look here");
        QCOMPARE(limits(result.facts), length >= 28 ? "limit.drops ..5 3\n" : "");
    }
}

void TestCaptureNotes::statisticsOfNoInterface()
{
    const PcapngBuilder ng;
    const auto result = read(ng.section() + ng.interface(1) + ng.statistics(7, 5, ng.option(5, ng.n64(3)))
                             + ng.block(5, zeros(8)) + ng.block(5, {}) + ng.enhanced(0, 5, ntpFrame()));
    QCOMPARE(result.sink.kinds(), "1 ntp.client");
    QCOMPARE(limits(result.facts), "");
}

void TestCaptureNotes::numberlessOptions()
{
    const PcapngBuilder ng;
    const auto result = read(
        ng.section() + ng.interface(1, ng.option(11, {})) + ng.enhanced(0, 5, ntpFrame(), ng.option(4, {}))
        + ng.statistics(0, 6, ng.option(5, {}) + ng.option(4, zeros(2)) + ng.option(6, {})));
    QCOMPARE(limits(result.facts), "");
}

/// At the frame they belong to, before what the frame holds; also where the frame holds nothing of ours.
void TestCaptureNotes::commentsOfPackets()
{
    const PcapngBuilder ng;
    const auto result =
        read(ng.section() + ng.interface(1)
             + ng.enhanced(0, 5, ntpFrame(), ng.option(1, text("phone; asks")) + ng.option(1, text("2")))
             + ng.enhanced(0, 6, zeros(20), ng.option(1, text("nothing"))) + ng.simple(ntpFrame(2)));
    QCOMPARE(result.sink.kinds(),
             "1 capture.comment, 1 capture.comment, 1 ntp.client, 2 capture.comment, 3 ntp.client");
    QCOMPARE(result.sink.events[0].fields, "text=phone%3B asks");
    QCOMPARE(result.sink.events[0].time.ns, 5'000);
    QVERIFY(!result.sink.events[0].source.address.isSet());
}

void TestCaptureNotes::commentsOfSectionAndInterface()
{
    const PcapngBuilder ng(true);
    const auto result =
        read(ng.section(1, ng.option(1, text("switch 3,\nport 7")))
             + ng.interface(1, ng.option(1, text("voice VLAN"))) + ng.enhanced(0, 5, ntpFrame()));
    QCOMPARE(result.sink.problemIds(), "capture.comment, capture.comment");
    QCOMPARE(result.sink.problems[0].arguments, std::vector<std::string>{"switch 3, port 7"});
    QCOMPARE(result.sink.problems[1].arguments, std::vector<std::string>{"voice VLAN"});
    QCOMPARE(result.sink.problems[0].severity, Severity::Info);
    QVERIFY(!result.sink.problems[0].place);
}

void TestCaptureNotes::manyCommentsAreBounded()
{
    const PcapngBuilder ng;
    Buffer file = ng.section();
    for (int i = 0; i < 1'000; ++i)
        file += ng.interface(1, ng.option(1, text(std::to_string(i))));
    QCOMPARE(read(file + ng.enhanced(0, 5, ntpFrame())).sink.problems.size(), 100U);
}

/// Spans that touch are one; each interface counts for itself.
void TestCaptureNotes::dropsOfPackets()
{
    const PcapngBuilder ng;
    const auto drops = [&](std::uint64_t count) { return ng.option(4, ng.n64(count)); };
    const auto result =
        read(ng.section() + ng.interface(1) + ng.interface(1) + ng.enhanced(0, 10, ntpFrame(1), drops(0))
             + ng.enhanced(0, 20, ntpFrame(2), drops(3)) + ng.enhanced(0, 30, ntpFrame(3), drops(4))
             + ng.enhanced(0, 40, ntpFrame(4)) + ng.obsolete(1, 50, ntpFrame(5), 7)
             + ng.obsolete(1, 60, ntpFrame(6), 0xFFFF) + ng.obsolete(1, 70, ntpFrame(7), 8));
    QCOMPARE(limits(result.facts), "limit.drops 10..30 7\nlimit.drops ..50 7\nlimit.drops 60..70 8\n");
}

void TestCaptureNotes::dropsOfStatistics()
{
    const PcapngBuilder ng(true);
    const auto result = read(ng.section() + ng.interface(1) + ng.enhanced(0, 10, ntpFrame())
                             + ng.statistics(0, 20, ng.option(5, ng.n64(3)) + ng.option(7, ng.n64(4)))
                             + ng.enhanced(0, 30, ntpFrame(2))
                             + ng.statistics(0, 40, ng.option(5, ng.n64(3)) + ng.option(7, ng.n64(4)))
                             + ng.statistics(0, 50, ng.option(5, ng.n64(5)) + ng.option(7, ng.n64(4))));
    QCOMPARE(limits(result.facts), "limit.drops ..20 7\nlimit.drops 40..50 2\n");
}

/// Where the packets say themselves what was lost before them, the sums of the interface say nothing new.
void TestCaptureNotes::dropsAreToldOnce()
{
    const PcapngBuilder ng;
    const auto result = read(ng.section() + ng.interface(1) + ng.enhanced(0, 10, ntpFrame())
                             + ng.enhanced(0, 20, ntpFrame(2), ng.option(4, ng.n64(3)))
                             + ng.statistics(0, 30, ng.option(5, ng.n64(3))));
    QCOMPARE(limits(result.facts), "limit.drops 10..20 3\n");
}

void TestCaptureNotes::silencesStandBesideDrops()
{
    constexpr std::uint64_t second = 1'000'000;
    const PcapngBuilder ng;
    Buffer file = ng.section() + ng.interface(1);
    for (std::uint64_t i = 0; i < 1'500; ++i)
        file += ng.enhanced(0, i * second, zeros(20));
    file += ng.enhanced(0, 9'000 * second, zeros(20), ng.option(4, ng.n64(3)));
    const auto result = read(file);
    QCOMPARE(limits(result.facts),
             "limit.silence 1499000000..9000000000 7501\n"
             "limit.drops 1499000000..9000000000 3\n");
}

void TestCaptureNotes::manyDropsAreBounded()
{
    const PcapngBuilder ng;
    Buffer file = ng.section() + ng.interface(1);
    for (std::uint64_t i = 0; i < 5'000; ++i)
        file += ng.enhanced(0, i, zeros(20), i % 2 ? ng.option(4, ng.n64(1)) : Buffer{});
    const auto result = read(file);
    QCOMPARE(result.facts.limits.size(), 1'000U);
    QCOMPARE(result.facts.limits.back().arguments, std::vector<std::string>{"1501"});
    QCOMPARE(moment(result.facts.limits.back().to), "4999");
}

void TestCaptureNotes::filters()
{
    const PcapngBuilder ng;
    const auto result =
        read(ng.section() + ng.interface(1, ng.option(11, hex({0}) + text("port 2000")))
             + ng.interface(1, ng.option(11, hex({0}) + text("port 2000")))
             + ng.interface(1, ng.option(11, hex({1, 2, 3, 4}))) + ng.enhanced(0, 10, ntpFrame())
             + ng.statistics(0, 30, ng.option(4, ng.n64(50)) + ng.option(6, ng.n64(20))));
    QCOMPARE(limits(result.facts), "limit.filter .. port 2000\n");
}

void TestCaptureNotes::filterWithoutText()
{
    const PcapngBuilder ng;
    const auto share = [&](std::uint64_t received, std::uint64_t accepted) {
        return ng.option(4, ng.n64(received)) + ng.option(6, ng.n64(accepted));
    };
    const auto result =
        read(ng.section() + ng.interface(1) + ng.interface(1) + ng.enhanced(0, 10, ntpFrame())
             + ng.statistics(0, 20, share(50, 20)) + ng.statistics(0, 30, share(60, 20))
             + ng.statistics(1, 30, share(5, 5)) + ng.statistics(1, 40, ng.option(4, ng.n64(9))));
    QCOMPARE(limits(result.facts), "limit.filter-share .. 69 29\n");
    QCOMPARE(limits(read(ng.section() + ng.interface(1) + ng.statistics(0, 20, share(50, 50))).facts), "");
}

void TestCaptureNotes::snapLength()
{
    const auto result =
        read(pcapHeader() + pcapRecord({front(ntpFrame(), 60), 1, 0, 90})
                 + pcapRecord({front(ntpFrame(2), 68), 2, 0, 90}) + pcapRecord({ntpFrame(3), 3}),
             pcapFormat());
    QCOMPARE(limits(result.facts), "limit.snap-length .. 68 2\n");
}

void TestCaptureNotes::nothingToSay()
{
    const PcapngBuilder ng;
    const auto result = read(ng.section() + ng.interface(1, {}, 96) + ng.enhanced(0, 10, ntpFrame())
                             + ng.statistics(0, 20, ng.option(5, ng.n64(0)) + ng.option(4, ng.n64(1))));
    QCOMPARE(limits(result.facts), "");
    QCOMPARE(result.sink.problemIds(), "");
}

QTEST_APPLESS_MAIN(TestCaptureNotes)
#include "tst_capturenotes.moc"

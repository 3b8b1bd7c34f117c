// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/clocks/steering.h"
#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr std::int64_t ms = 1'000'000;

std::vector<ClockRelation> sameHost(SourceId a, SourceId b)
{
    ClockRelation relation{{a, {}}, {b, {}}};
    relation.basis = "same-host";
    return {relation};
}

} // namespace

class TestSteering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asMuchAsNtpdSays();
    void noMoreThanItCanSlew();
    void whoFollowsNobodyIsNotSteered();
    void othersOfTheHost();
};

void TestSteering::asMuchAsNtpdSays()
{
    CaseBuilder made;
    const SourceId status = made.trace("status", 0, 0);
    const SourceId capture = made.capture("a.pcap", 0, 3600);
    made.event(status, 0, {"ntp.system-status", "", "", "", "synchronised=yes;within-ms=60"});
    made.event(capture, 1, {"ntp.client", "", "10.1.1.1:123", "10.1.1.2:123", ""});
    const auto steering = steeringOf(made.build(), {});
    QCOMPARE(steering.size(), std::size_t{1});
    QCOMPARE(steering.at(status), 60 * ms);
}

/// 500 ppm of two minutes.
void TestSteering::noMoreThanItCanSlew()
{
    CaseBuilder made;
    const SourceId status = made.trace("status", 0, 0);
    const SourceId capture = made.capture("a.pcap", 0, 120);
    made.event(status, 0, {"ntp.system-status", "", "", "", "synchronised=yes;within-ms=75033"});
    made.event(capture, 1, {"ntp.client", "", "10.1.1.1:123", "10.1.1.2:123", ""});
    QCOMPARE(steeringOf(made.build(), {}).at(status), 60 * ms);
}

void TestSteering::whoFollowsNobodyIsNotSteered()
{
    CaseBuilder made;
    const SourceId status = made.trace("status", 0, 0);
    made.event(status, 0, {"ntp.system-status", "", "", "", "synchronised=no"});
    QVERIFY(steeringOf(made.build(), {}).empty());
}

void TestSteering::othersOfTheHost()
{
    CaseBuilder made;
    const SourceId status = made.trace("status", 0, 0);
    const SourceId log = made.trace("ntp.log", 0, 100);
    const SourceId stranger = made.trace("ccm.txt", 0, 100);
    made.event(status, 0, {"ntp.system-status", "", "", "", "synchronised=yes;within-ms=11"});
    auto relations = sameHost(status, log);
    relations.push_back(sameHost(log, stranger).front());
    relations.back().basis = "matched-messages";
    const auto steering = steeringOf(made.build(), relations);
    QCOMPARE(steering.at(log), 11 * ms);
    QVERIFY(!steering.contains(stranger));
}

QTEST_GUILESS_MAIN(TestSteering)
#include "tst_steering.moc"

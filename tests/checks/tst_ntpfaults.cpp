// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QTest>

#include "models/checks/timechecks.h"
#include "tests/support/ntpscenes.h"

using namespace whittle;
using namespace whittle::test;
using namespace whittle::test::ntp;

namespace
{

const std::set<std::string> proofs{
    "ntp-source-silent",    "ntp-source-unsynchronised",  "ntp-kiss-of-death", "ntp-stratum-too-high",
    "ntp-falseticker",      "ntp-large-offset",           "ntp-settling",      "ntp-own-clock-only",
    "ntp-subscribers-wait", "windows-time-settings-wrong"};

std::string provenIn(const Judged& judged)
{
    std::string all;
    for (const CheckOutcome& outcome : judged.outcomes) {
        if (outcome.result == CheckResult::Yes && proofs.contains(outcome.id))
            all += (all.empty() ? "" : " ") + outcome.id;
    }
    return all;
}

} // namespace

class TestNtpFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proves_data();
    void proves();
    void withoutOneSourceNothingElse_data() { proves_data(); }
    void withoutOneSourceNothingElse();
    void findingsCiteTheirEvidence_data() { proves_data(); }
    void findingsCiteTheirEvidence();
    void silenceNeedsSomebodyWhoWatched();
    void noNeedsAllSources();
    void warnsBeforeHarm();
    void diagnoseTestIsASign();
};

void TestNtpFaults::proves_data()
{
    QTest::addColumn<int>("scene");
    for (std::size_t i = 0; i < scenes().size(); ++i)
        QTest::newRow(scenes()[i].name) << static_cast<int>(i);
}

void TestNtpFaults::proves()
{
    QFETCH(int, scene);
    const Scene& now = scenes()[static_cast<std::size_t>(scene)];
    NtpCase made;
    now.make(made);
    const Judged judged(made);
    QCOMPARE(provenIn(judged), now.proven);
    if (!now.hint.empty())
        QCOMPARE(judged.result(now.hint), std::string("yes"));
}

/// Evidence that is taken away makes no other proof.
void TestNtpFaults::withoutOneSourceNothingElse()
{
    QFETCH(int, scene);
    const Scene& now = scenes()[static_cast<std::size_t>(scene)];
    NtpCase made;
    now.make(made);
    const std::size_t sources = made.build().sources.size();
    for (std::size_t gone = 1; gone <= sources && sources > 1; ++gone) {
        NtpCase less;
        now.make(less);
        less.forget(SourceId{static_cast<std::int64_t>(gone)});
        const std::string proven = provenIn(Judged(less));
        // a server that does not answer is told by its settings, where it may be the one that has them
        const bool isSilence =
            now.proven == "ntp-source-silent" || now.proven == "windows-time-settings-wrong";
        const bool isOther =
            isSilence && (proven == "ntp-source-silent" || proven == "windows-time-settings-wrong");
        QVERIFY2(proven.empty() || proven == now.proven || isOther, proven.c_str());
    }
}

void TestNtpFaults::findingsCiteTheirEvidence()
{
    QFETCH(int, scene);
    NtpCase made;
    scenes()[static_cast<std::size_t>(scene)].make(made);
    const Judged judged(made);
    for (const Check check : timeChecks()) {
        const CheckOutcome outcome = check(judged.context);
        if (outcome.result == CheckResult::Yes && proofs.contains(outcome.id))
            QVERIFY2(!outcome.evidence.empty(), outcome.id.c_str());
        QVERIFY2(outcome.result != CheckResult::NotObservable || !outcome.needs.empty(), outcome.id.c_str());
    }
}

void TestNtpFaults::silenceNeedsSomebodyWhoWatched()
{
    NtpCase made;
    const SourceId capture = besidePublisher(made, {.state = onOwnClock});
    made.polls(capture, 1, halfAnHour, pub, source, silence);
    made.sourceRow(capture).problems.push_back({Severity::DataLoss, "capture.record-garbage", {}, {}});
    const Judged judged(made);
    QCOMPARE(judged.result("ntp-source-silent"), std::string("-"));
}

void TestNtpFaults::noNeedsAllSources()
{
    NtpCase healthy;
    healthy.status("pub", 0, {ownIdle, "* 172.20.8.10 .GPS. 1 u 9 64 377 0.4"});
    QCOMPARE(Judged(healthy).result("ntp-source-silent"), std::string("no"));
    QCOMPARE(Judged(healthy).result("ntp-nodes-suffer"), std::string("no"));
    NtpCase subscriber; // says nothing of the publisher's sources
    roles(subscriber);
    subscriber.status("sub", 0, {"* 10.2.1.10 172.20.8.10 3 u 9 64 377 0.4"});
    QCOMPARE(Judged(subscriber).result("ntp-source-silent"), std::string("-"));
    QCOMPARE(Judged(subscriber).result("publisher-in-sync"), std::string("yes"));
}

void TestNtpFaults::warnsBeforeHarm()
{
    NtpCase made;
    made.site({{"node", "role=pub;host=p;ip=" + pub}, {"node", "role=sub;host=s;ip=" + sub}});
    const SourceId capture = made.capture("ntp.pcap", 0, 1900);
    made.polls(capture, 1, halfAnHour, pub, source, {.state = "leap=0;stratum=7;refid=172.20.1.1"});
    made.polls(capture, 3, halfAnHour, pub, other, {.dispersion = 1.2});
    made.polls(capture, 5, halfAnHour, pub, sub, {});
    made.polls(capture, 7, halfAnHour, sub, third, {});
    const Judged judged(made);
    QCOMPARE(judged.outcome("ntp-stratum-not-recommended").parameters.at("server"), source);
    QCOMPARE(judged.outcome("ntp-root-distance-near-limit").parameters.at("server"), other);
    QCOMPARE(judged.outcome("ntp-publisher-asks-node").parameters.at("server"), sub);
    QCOMPARE(judged.outcome("ntp-subscriber-asks-others").parameters.at("server"), third);
    QCOMPARE(provenIn(judged), std::string());

    NtpCase fine;
    roles(fine);
    const SourceId beside = fine.capture("ntp.pcap", 0, 1900);
    fine.polls(beside, 1, halfAnHour, pub, source, {});
    fine.polls(beside, 3, halfAnHour, sub, pub, {});
    const Judged good(fine);
    QCOMPARE(good.result("ntp-stratum-not-recommended"), std::string("-"));
    QCOMPARE(good.result("ntp-root-distance-near-limit"), std::string("-"));
    QCOMPARE(good.result("ntp-publisher-asks-node"), std::string("no"));
    QCOMPARE(good.result("ntp-subscriber-asks-others"), std::string("no"));
    QCOMPARE(Judged(NtpCase()).result("ntp-publisher-asks-node"), std::string("-"));
}

void TestNtpFaults::diagnoseTestIsASign()
{
    for (const auto& [result, suffers] : {std::pair("warning", "yes"), std::pair("passed", "-")}) {
        NtpCase made;
        made.event(made.text("test.txt", "diagnose-test"), 0,
                   {.kind = "diagnose.test", .fields = std::string("name=ntp_stratum;result=") + result});
        QCOMPARE(Judged(made).result("ntp-nodes-suffer"), std::string(suffers));
    }
}

QTEST_GUILESS_MAIN(TestNtpFaults)
#include "tst_ntpfaults.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped knowledge of the symptom phone-not-registering, played through by evidence and by people.
#include <algorithm>

#include <QTest>

#include "models/narrowing/diagnosis.h"
#include "tests/narrowing/files.h"

using namespace whittle;

namespace
{
using Facts = std::map<std::string, std::string>;

const Knowledge& knowledge()
{
    static const auto loaded = loadKnowledge(test::productFiles()).value();
    return loaded;
}

Diagnosis judge(const std::vector<CheckOutcome>& outcomes, const std::vector<Answer>& answers = {})
{
    return diagnose(knowledge(), *knowledge().symptom("phone-not-registering"), outcomes, answers);
}

CheckOutcome yes(std::string id)
{
    return {std::move(id), CheckResult::Yes, {}, {}, {}, {}, {}, {}};
}

/// What a person sees of each cause, written down from how phones behave.
const std::map<std::string, Facts>& whatPeopleSee()
{
    static const std::map<std::string, Facts> seen{
        {"dhcp.scope-exhausted",
         {{"only-new-phones", "yes"},
          {"phone-has-address", "no"},
          {"one-subnet", "yes"},
          {"all-phones", "no"},
          {"phone-has-configuration", "no"},
          {"one-switch", "no"}}},
        {"dhcp.rogue-server",
         {{"phone-has-address", "yes"},
          {"phone-address-as-others", "no"},
          {"changed-recently", "yes"},
          {"ip-address-changes", "yes"},
          {"one-switch", "no"},
          {"phone-has-configuration", "no"},
          {"one-subnet", "yes"},
          {"phone-reboots", "yes"}}},
        {"network.vlan-change",
         {{"phone-has-address", "yes"},
          {"phone-address-as-others", "no"},
          {"changed-recently", "yes"},
          {"one-switch", "yes"},
          {"phone-has-configuration", "no"},
          {"ip-address-changes", "yes"},
          {"phone-reboots", "yes"}}},
        {"tftp.failure",
         {{"phone-has-address", "yes"},
          {"phone-address-as-others", "yes"},
          {"phone-has-configuration", "no"},
          {"firewall-between", "no"},
          {"changed-recently", "no"},
          {"device-is-configured", "no"},
          {"phone-reboots", "yes"}}},
        {"network.firewall",
         {{"phone-has-address", "yes"},
          {"phone-has-configuration", "no"},
          {"firewall-between", "yes"},
          {"changed-recently", "yes"},
          {"vpn", "yes"},
          {"device-is-configured", "yes"},
          {"same-office", "yes"},
          {"one-subnet", "yes"},
          {"phone-address-as-others", "yes"}}},
        {"sip.register-rejected",
         {{"phone-has-address", "yes"},
          {"phone-address-as-others", "yes"},
          {"phone-has-configuration", "yes"},
          {"only-sip-phones", "yes"},
          {"phone-reboots", "no"}}},
    };
    return seen;
}

/// Asks until nothing is left to ask.
std::vector<Answer> play(const Facts& facts)
{
    std::vector<Answer> answers;
    for (auto now = judge({}); !now.next.empty() && answers.size() < 50; now = judge({}, answers)) {
        const auto known = facts.find(now.next[0].question);
        answers.push_back({now.next[0].question, known == facts.end() ? "unknown" : known->second});
    }
    return answers;
}
} // namespace

class TestPhoneNotRegistering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleFindTheCause_data();
    void peopleFindTheCause();
    void proofEndsTheSearch_data();
    void proofEndsTheSearch();
    void lostAnswersExplainTheFailure();
    void searchingAloneIsOpen();
    void addressOfAnotherNetworkIsOpen();
    void nobodyKnowsWithoutEvidence();
};

void TestPhoneNotRegistering::peopleFindTheCause_data()
{
    QTest::addColumn<QString>("cause");
    for (const auto& [cause, facts] : whatPeopleSee())
        QTest::newRow(cause.c_str()) << QString::fromStdString(cause);
}

void TestPhoneNotRegistering::peopleFindTheCause()
{
    QFETCH(QString, cause);
    const auto diagnosis = judge({}, play(whatPeopleSee().at(cause.toStdString())));
    QCOMPARE(QString::fromStdString(diagnosis.suspects[0].cause), cause);
}

void TestPhoneNotRegistering::proofEndsTheSearch_data()
{
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("cause");
    for (const auto& check : knowledge().checks) {
        const auto& causes = knowledge().symptom("phone-not-registering")->causes;
        if (check.proves && std::ranges::count(causes, check.cause, &SymptomCause::cause))
            QTest::newRow(check.id.c_str())
                << QString::fromStdString(check.id) << QString::fromStdString(check.cause);
    }
}

void TestPhoneNotRegistering::proofEndsTheSearch()
{
    QFETCH(QString, check);
    QFETCH(QString, cause);
    const auto diagnosis = judge({yes(check.toStdString())});
    QCOMPARE(diagnosis.verdict, Verdict::Confirmed);
    QCOMPARE(QString::fromStdString(diagnosis.suspects[0].cause), cause);
}

void TestPhoneNotRegistering::lostAnswersExplainTheFailure()
{
    const auto diagnosis =
        judge({yes("tftp-unanswered"), yes("configuration-unanswered"), yes("tftp-answers-lost")});
    QCOMPARE(diagnosis.suspects[0].cause, std::string("network.firewall"));
    QCOMPARE(diagnosis.suspects[0].state, SuspectState::Confirmed);
    QCOMPARE(diagnosis.suspects[1].cause, std::string("tftp.failure"));
    QVERIFY(diagnosis.suspects[1].state != SuspectState::Eliminated);
}

void TestPhoneNotRegistering::searchingAloneIsOpen()
{
    const auto diagnosis = judge({yes("dhcp-searches-unanswered")});
    QVERIFY(diagnosis.verdict == Verdict::Undetermined);
    QCOMPARE(diagnosis.suspects[0].cause, std::string("dhcp.scope-exhausted"));
    QCOMPARE(diagnosis.suspects[1].cause, std::string("dhcp.no-answer"));
}

void TestPhoneNotRegistering::addressOfAnotherNetworkIsOpen()
{
    const auto diagnosis = judge({yes("phone-address-elsewhere"), yes("dhcp-no-tftp-option")});
    QVERIFY(diagnosis.verdict == Verdict::Undetermined);
    QCOMPARE(diagnosis.suspects[0].cause, std::string("dhcp.rogue-server"));
    QCOMPARE(diagnosis.suspects[1].cause, std::string("network.vlan-change"));
}

void TestPhoneNotRegistering::nobodyKnowsWithoutEvidence()
{
    const auto diagnosis = judge({});
    QCOMPARE(diagnosis.verdict, Verdict::Undetermined);
    QVERIFY(!diagnosis.next.empty());
    const auto& collect = diagnosis.collect;
    const auto first = std::ranges::find(collect, "phone_side", &CollectAdvice::collectable);
    QVERIFY(first - collect.begin() < 3);
}

QTEST_APPLESS_MAIN(TestPhoneNotRegistering)
#include "tst_phonenotregistering.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped knowledge of the symptom phone-resets, played through: by evidence, by people, and by both.
#include <algorithm>

#include <QTest>

#include "models/narrowing/diagnosis.h"
#include "models/narrowing/wording.h"
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
    return diagnose(knowledge(), *knowledge().symptom("phone-resets"), outcomes, answers);
}

CheckOutcome outcome(std::string id, CheckResult result, Facts parameters = {})
{
    return {std::move(id), result, {}, {}, {}, {}, {}, std::move(parameters)};
}

CheckOutcome yes(std::string id, Facts parameters = {})
{
    return outcome(std::move(id), CheckResult::Yes, std::move(parameters));
}

CheckOutcome no(std::string id, Facts parameters = {})
{
    return outcome(std::move(id), CheckResult::No, std::move(parameters));
}

const Suspect& suspect(const Diagnosis& diagnosis, const std::string& cause)
{
    return *std::ranges::find(diagnosis.suspects, cause, &Suspect::cause);
}

/// The console log of the seed: a request at half-life, refused 5 ms later.
std::vector<CheckOutcome> seedsStory()
{
    return {yes("dhcp-renewal-refused",
                {{"count", "1"}, {"server", "10.2.1.5"}, {"phones", "1"}, {"device", "SEP001E7A24429A"}}),
            yes("address-given-up-before-reset")};
}

/// What a person sees of each cause, written down from how phones behave; a fact that is missing is not
/// known.
const std::map<std::string, Facts>& whatPeopleSee()
{
    static const Facts addressLost{
        {"phone-reboots", "yes"}, {"ip-address-changes", "yes"}, {"same-office", "yes"},
        {"one-subnet", "yes"},    {"all-phones", "no"},          {"changed-recently", "no"},
        {"display-dark", "no"},   {"one-switch", "no"},          {"vpn", "no"}};
    static const Facts connectionLost{
        {"phone-reboots", "no"}, {"ip-address-changes", "no"}, {"same-office", "yes"},
        {"one-subnet", "yes"},   {"all-phones", "no"},         {"changed-recently", "no"},
        {"display-dark", "no"},  {"one-switch", "no"},         {"periodic", "no"}};
    const auto with = [](Facts facts, const Facts& more) {
        for (const auto& [question, value] : more)
            facts[question] = value;
        return facts;
    };
    static const std::map<std::string, Facts> seen{
        {"dhcp.nak", with(addressLost, {{"periodic", "no"}})},
        {"dhcp.half-life",
         with(addressLost, {{"periodic", "yes"}, {"period-hours", "36"}, {"lease-hours", "72"}})},
        {"dhcp.no-answer",
         with(addressLost, {{"ip-address-changes", "no"}, {"all-phones", "yes"}, {"periodic", "no"}})},
        {"dhcp.scope-exhausted",
         with(addressLost, {{"ip-address-changes", "no"}, {"only-new-phones", "yes"}})},
        {"network.keepalive-loss", with(connectionLost, {{"one-switch", "yes"}})},
        {"network.tcp-reset", with(connectionLost, {{"firewall-between", "yes"}, {"vpn", "yes"}})},
        {"network.vlan-change",
         with(addressLost, {{"one-switch", "yes"}, {"changed-recently", "yes"}, {"periodic", "no"}})},
        {"cucm.restart",
         with(connectionLost, {{"same-office", "no"}, {"all-phones", "yes"}, {"one-subnet", "no"}})},
        {"admin.reset",
         with(addressLost,
              {{"ip-address-changes", "no"}, {"one-subnet", "no"}, {"changed-recently", "yes"}})},
        {"phone.power-loss",
         with(addressLost, {{"ip-address-changes", "no"}, {"display-dark", "yes"}, {"one-switch", "yes"}})},
    };
    return seen;
}

bool sensible(const NextQuestion& next, const std::vector<Answer>& answers)
{
    const auto* question = knowledge().question(next.question);
    return question && question->askPerson && !question->how.empty() && next.gainBits > 0
        && !std::ranges::count(answers, next.question, &Answer::question);
}

/// Asks until nothing is left to ask; the answers that were given.
std::vector<Answer> play(const Facts& facts, bool& allSensible)
{
    std::vector<Answer> answers;
    for (auto now = judge({}); !now.next.empty() && answers.size() < 50; now = judge({}, answers)) {
        allSensible = allSensible && sensible(now.next[0], answers);
        const auto known = facts.find(now.next[0].question);
        answers.push_back({now.next[0].question, known == facts.end() ? "unknown" : known->second});
    }
    return answers;
}
} // namespace

class TestPhoneResets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seedsStoryIsConfirmed();
    void seedsStoryStrikesOutWithReasons();
    void seedsStoryLeavesNothingToAsk();
    void seedsStoryGoesOnInsideTheCause();
    void peopleTellWhyTheServerRefuses_data();
    void peopleTellWhyTheServerRefuses();
    void proofStandsAgainstWrongAnswers();
    void peopleLeadToTheCause_data();
    void peopleLeadToTheCause();
    void nobodyKnowsAnythingEnds();
    void onlyRegisteringAgainRulesOutDhcp();
    void aDeniedFirewallHardlyClears();
    void periodThatFitsTheLease();
    void refusalAfterReleaseIsNoProof();
    void acknowledgedRenewalsClear();
    void pointersAreNoProof_data();
    void pointersAreNoProof();
    void commandedResetDoesNotStrikeOutWhatItFollowed();
    void healthySite();
    void collectAdviceComesFirstForWhatIsQuick();
    void findingsFillIn();
};

void TestPhoneResets::seedsStoryIsConfirmed()
{
    const auto diagnosis = judge(seedsStory());
    QCOMPARE(diagnosis.verdict, Verdict::Confirmed);
    QCOMPARE(diagnosis.suspects[0].cause, std::string("dhcp.nak"));
    QCOMPARE(diagnosis.suspects[0].state, SuspectState::Confirmed);
    QVERIFY(diagnosis.suspects[0].probability >= 0.97);
}

void TestPhoneResets::seedsStoryStrikesOutWithReasons()
{
    const auto diagnosis = judge(seedsStory());
    for (const auto* cause : {"network.keepalive-loss", "network.tcp-reset", "cucm.not-answering",
                              "cucm.restart", "admin.reset", "phone.power-loss", "dhcp.no-answer"}) {
        const auto& struck = suspect(diagnosis, cause);
        QVERIFY2(struck.state == SuspectState::Eliminated, cause);
        QCOMPARE(struck.reasons[0].question, std::string("dhcp-renewal-refused"));
        QVERIFY(struck.reasons[0].byEvidence && struck.reasons[0].weight < -2);
    }
    QVERIFY(suspect(diagnosis, "dhcp.half-life").state
            != SuspectState::Eliminated); // a refusal at T1 is how it fails
    QVERIFY(suspect(diagnosis, "other").state != SuspectState::Eliminated);
}

void TestPhoneResets::seedsStoryLeavesNothingToAsk()
{
    const auto diagnosis = judge(seedsStory());
    QVERIFY(std::ranges::count(diagnosis.next, std::string(), &NextQuestion::refines) <= 1);
    for (const auto& told : diagnosis.answered)
        QVERIFY(told.byEvidence);
}

void TestPhoneResets::seedsStoryGoesOnInsideTheCause()
{
    const auto diagnosis = judge(seedsStory());
    QCOMPARE(diagnosis.refinements.size(), 1u);
    QCOMPARE(diagnosis.refinements[0].symptom, std::string("dhcp.nak"));
    QCOMPARE(diagnosis.refinements[0].verdict, Verdict::Undetermined);
    const auto scope =
        std::ranges::find(diagnosis.next, "dhcp-scope-changed-lately", &NextQuestion::question);
    QVERIFY(scope != diagnosis.next.end());
    QCOMPARE(scope->refines, std::string("dhcp.nak"));
    QCOMPARE(scope->rulesOut.at("no"),
             (std::vector<std::string>{"dhcp.nak.scope-changed", "dhcp.nak.database-restored"}));
    QVERIFY(std::ranges::count(scope->rulesOut.at("yes"), "dhcp.nak.failover-partner"));
    QVERIFY(!std::ranges::count(scope->rulesOut.at("yes"), "dhcp.nak.scope-changed"));
}

void TestPhoneResets::peopleTellWhyTheServerRefuses_data()
{
    QTest::addColumn<QString>("cause");
    for (const auto& cause : knowledge().refinementOf("dhcp.nak")->causes)
        QTest::newRow(cause.cause.c_str()) << QString::fromStdString(cause.cause);
}

/// Every variant can be told from the others by what people see of it.
void TestPhoneResets::peopleTellWhyTheServerRefuses()
{
    QFETCH(QString, cause);
    bool allSensible = true;
    std::vector<Answer> answers;
    auto now = judge(seedsStory());
    for (; !now.next.empty() && answers.size() < 20; now = judge(seedsStory(), answers)) {
        allSensible = allSensible && sensible(now.next[0], answers);
        const auto& yes = knowledge().question(now.next[0].question)->yes;
        const auto word = yes.find(cause.toStdString());
        const double chance = probability(word == yes.end() ? Word::Even : word->second);
        answers.push_back({now.next[0].question, chance == 0.5 ? "unknown" : chance > 0.5 ? "yes" : "no"});
    }
    QVERIFY(allSensible);
    QVERIFY(answers.size() < 14);
    QCOMPARE(QString::fromStdString(now.refinements[0].suspects[0].cause), cause);
    QCOMPARE(now.refinements[0].verdict, Verdict::Likely);
    QCOMPARE(now.verdict, Verdict::Confirmed);
}

void TestPhoneResets::proofStandsAgainstWrongAnswers()
{
    const auto diagnosis =
        judge({yes("dhcp-renewal-refused"), no("address-given-up-before-reset")},
              {{"ip-address-changes", "no"}, {"one-switch", "yes"}, {"display-dark", "yes"}});
    QCOMPARE(diagnosis.suspects[0].cause, std::string("dhcp.nak"));
    QVERIFY(diagnosis.suspects[0].probability >= 0.97);
}

void TestPhoneResets::peopleLeadToTheCause_data()
{
    QTest::addColumn<QString>("cause");
    for (const auto& [cause, facts] : whatPeopleSee())
        QTest::newRow(cause.c_str()) << QString::fromStdString(cause);
}

void TestPhoneResets::peopleLeadToTheCause()
{
    QFETCH(QString, cause);
    bool allSensible = true;
    const auto answers = play(whatPeopleSee().at(cause.toStdString()), allSensible);
    const auto diagnosis = judge({}, answers);
    QVERIFY(allSensible);
    QVERIFY(diagnosis.next.empty());
    QVERIFY(answers.size() < 20);
    QCOMPARE(QString::fromStdString(diagnosis.suspects[0].cause), cause);
    QVERIFY(diagnosis.verdict == Verdict::Likely || diagnosis.verdict == Verdict::Undetermined);
}

void TestPhoneResets::nobodyKnowsAnythingEnds()
{
    bool allSensible = true;
    const auto answers = play({}, allSensible);
    const auto before = judge({});
    const auto after = judge({}, answers);
    QVERIFY(allSensible && after.next.empty());
    QCOMPARE(after.verdict, Verdict::Undetermined);
    for (std::size_t i = 0; i < before.suspects.size(); ++i)
        QCOMPARE(after.suspects[i].probability, before.suspects[i].probability);
    QVERIFY(!after.collect.empty()); // what to do when nobody knows
}

void TestPhoneResets::onlyRegisteringAgainRulesOutDhcp()
{
    const auto diagnosis = judge({});
    const auto next = std::ranges::find(diagnosis.next, "phone-reboots", &NextQuestion::question);
    QVERIFY(std::ranges::count(next->rulesOut.at("no"), "dhcp.nak"));
    QVERIFY(std::ranges::count(next->rulesOut.at("no"), "phone.power-loss"));
    QVERIFY(std::ranges::count(next->rulesOut.at("yes"), "network.keepalive-loss"));
    QVERIFY(!std::ranges::count(next->rulesOut.at("no"), "network.keepalive-loss"));
}

void TestPhoneResets::aDeniedFirewallHardlyClears()
{
    const auto before = suspect(judge({}), "network.tcp-reset").probability;
    const auto after = suspect(judge({}, {{"firewall-between", "no"}}), "network.tcp-reset").probability;
    QVERIFY(after < before && after > 0.4 * before);
}

void TestPhoneResets::periodThatFitsTheLease()
{
    const std::vector<Answer> regular{{"periodic", "yes"}, {"period-hours", "36"}, {"lease-hours", "72"}};
    const auto byPeople = judge({}, regular);
    QCOMPARE(byPeople.suspects[0].cause, std::string("dhcp.half-life"));
    const auto measured =
        judge({yes("period-of-resets", {{"hours", "36.01"}}), yes("lease-length", {{"hours", "72"}})});
    QCOMPARE(measured.suspects[0].cause, std::string("dhcp.half-life"));
    const auto misfit =
        judge({yes("period-of-resets", {{"hours", "24"}}), yes("lease-length", {{"hours", "72"}})});
    QVERIFY(suspect(misfit, "dhcp.half-life").probability
            < 0.3 * suspect(measured, "dhcp.half-life").probability);
    const auto proven = judge({yes("resets-at-half-life")});
    QCOMPARE(proven.verdict, Verdict::Confirmed);
    QCOMPARE(proven.suspects[0].cause, std::string("dhcp.half-life"));
}

void TestPhoneResets::refusalAfterReleaseIsNoProof()
{
    const auto diagnosis = judge({yes("dhcp-refused-after-release")});
    QVERIFY(diagnosis.verdict != Verdict::Confirmed);
    QCOMPARE(diagnosis.suspects[0].cause, std::string("dhcp.nak"));
}

void TestPhoneResets::acknowledgedRenewalsClear()
{
    const auto diagnosis = judge(
        {yes("dhcp-renewals-acknowledged"), no("dhcp-renewal-refused"), no("dhcp-requests-unanswered")});
    QCOMPARE(suspect(diagnosis, "dhcp.nak").state, SuspectState::Eliminated);
    QCOMPARE(suspect(diagnosis, "dhcp.no-answer").state, SuspectState::Eliminated);
    QCOMPARE(diagnosis.suspects[0].cause, std::string("network.keepalive-loss"));
}

void TestPhoneResets::pointersAreNoProof_data()
{
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("cause");
    QTest::newRow("drop together") << "registrations-drop-together"
                                   << "cucm.restart";
    QTest::newRow("keepalives") << "keepalives-unanswered"
                                << "network.keepalive-loss";
    QTest::newRow("reset") << "connection-reset"
                           << "network.tcp-reset";
    QTest::newRow("power") << "phones-powered-up"
                           << "phone.power-loss";
}

void TestPhoneResets::pointersAreNoProof()
{
    QFETCH(QString, check);
    QFETCH(QString, cause);
    const auto diagnosis = judge({yes(check.toStdString())});
    QCOMPARE(QString::fromStdString(diagnosis.suspects[0].cause), cause);
    QVERIFY(diagnosis.verdict != Verdict::Confirmed);
    QCOMPARE(QString::fromStdString(knowledge().check(check.toStdString())->cause), cause);
}

/// People reset phones that misbehave: the command must not hide why they did.
void TestPhoneResets::commandedResetDoesNotStrikeOutWhatItFollowed()
{
    const auto diagnosis = judge({yes("reset-commanded")});
    QCOMPARE(diagnosis.suspects[0].cause, std::string("admin.reset"));
    QCOMPARE(diagnosis.verdict, Verdict::Confirmed);
    for (const auto& s : diagnosis.suspects)
        QVERIFY(s.state != SuspectState::Eliminated);
}

void TestPhoneResets::healthySite()
{
    const auto nobody = no("all-phones-suffer", {{"suffering", "0"}, {"of", "40"}});
    QCOMPARE(judge({nobody, yes("dhcp-renewals-acknowledged")}).verdict, Verdict::Healthy);
    QCOMPARE(judge({nobody, yes("dhcp-other-server")}).verdict, Verdict::Confirmed);
    QVERIFY(judge({yes("dhcp-renewals-acknowledged")}).verdict != Verdict::Healthy);
}

void TestPhoneResets::collectAdviceComesFirstForWhatIsQuick()
{
    const auto diagnosis = judge({});
    QCOMPARE(diagnosis.collect[0].collectable, std::string("syslog"));
    const auto most = std::ranges::max_element(diagnosis.collect, {}, &CollectAdvice::gainBits);
    QCOMPARE(most->collectable, std::string("phone_side"));
    QVERIFY(!std::ranges::count(diagnosis.collect, "ntp-status",
                                &CollectAdvice::collectable)); // tells nothing about resets
}

void TestPhoneResets::findingsFillIn()
{
    const auto story = seedsStory();
    for (const std::string& name : placeholders(knowledge().check("dhcp-renewal-refused")->title))
        QVERIFY2(story[0].parameters.contains(name), name.c_str());
}

QTEST_APPLESS_MAIN(TestPhoneResets)
#include "tst_phoneresets.moc"

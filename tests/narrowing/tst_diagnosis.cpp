// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/narrowing/tables.h"

using namespace whittle;
using namespace whittle::test;

namespace
{
Diagnosis numbers(const std::string& period, const std::string& base, bool measured)
{
    if (!measured)
        return judge(handmade(), {}, {{"period", period}, {"base", base}});
    std::vector<CheckOutcome> outcomes;
    outcomes.push_back(outcome("check-period", CheckResult::Yes, {{"hours", period}}));
    outcomes.push_back(outcome("check-base", CheckResult::Yes, {{"hours", base}}));
    return judge(handmade(), outcomes, {});
}
} // namespace

class TestDiagnosis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingKnownGivesPriors();
    void uncoveredSymptomHasOnlyOther();
    void unknownChangesNothingAndIsNotAskedAgain();
    void evidenceBeatsAPerson();
    void contradictingPeopleAreUnknown();
    void answersThatAreNoneAreUnknown();
    void strongContradictionEliminates();
    void gainIsTheExpectedFallOfEntropy();
    void rulesOutNamesTheSuspectsThatFall();
    void proofConfirmsAgainstAllAnswers();
    void twoProofsShare();
    void noIsNoProof();
    void anyYesAmongOutcomesOfOneCheckCounts();
    void answersAloneMakeLikely();
    void healthyNeedsSomebodyWhoLooked_data();
    void healthyNeedsSomebodyWhoLooked();
    void numbersFit_data();
    void numbersFit();
    void measuredNumbersBeatRememberedOnes();
    void numberIsNotAskedWhenTheOtherIsUnknown();
    void followUpWaitsForYes();
    void collectAdviceFollowsNeeds();
    void reasonsAgainstComeFirstWhenEliminated();
    void onlyWhatIsFoundIsRefined();
    void almostCertainIsRefinedToo();
    void refinementChangesNothingAboveIt();
    void refinementIsAskedAfterTheSymptom();
    void answersMoveTheRefinement();
    void nothingSuffersNothingIsRefined();
    void oneFactCountsOnce();
    void evidenceGoesBeforePeopleInOneFact();
    void whatFollowsIsNoCause();
    void sayWhatItDependsOn();
};

void TestDiagnosis::nothingKnownGivesPriors()
{
    const auto diagnosis = judge(handmade(), {}, {});
    QCOMPARE(diagnosis.verdict, Verdict::Undetermined);
    QCOMPARE(diagnosis.suspects[0].cause, std::string("a"));
    QCOMPARE(diagnosis.suspects[0].probability, 0.5);
    QCOMPARE(diagnosis.suspects[2].cause, std::string("other"));
    QVERIFY(std::abs(diagnosis.suspects[2].probability - 0.1) < 1e-12);
    QVERIFY(diagnosis.answered.empty());
}

void TestDiagnosis::uncoveredSymptomHasOnlyOther()
{
    const auto diagnosis = diagnose({}, {"wrong-time", {}, {}, false, {}, {}, {}}, {}, {{"q", "yes"}});
    QCOMPARE(diagnosis.suspects.size(), 1u);
    QCOMPARE(diagnosis.suspects[0].cause, std::string("other"));
    QCOMPARE(diagnosis.suspects[0].probability, 1.0);
    QCOMPARE(diagnosis.verdict, Verdict::Undetermined);
    QVERIFY(diagnosis.next.empty() && diagnosis.collect.empty());
}

void TestDiagnosis::unknownChangesNothingAndIsNotAskedAgain()
{
    const auto table = handmade();
    const auto before = judge(table, {}, {});
    const auto after = judge(table, {}, {{"only-a", "unknown"}});
    QCOMPARE(suspect(after, "a").probability, suspect(before, "a").probability);
    QCOMPARE(std::ranges::count(before.next, "only-a", &NextQuestion::question), 1);
    QCOMPARE(std::ranges::count(after.next, "only-a", &NextQuestion::question), 0);
    QVERIFY(!answered(after, "only-a", false)->counted);
}

void TestDiagnosis::evidenceBeatsAPerson()
{
    const auto table = handmade();
    const auto evidence = judge(table, {outcome("check-a", CheckResult::No)}, {});
    const auto both = judge(table, {outcome("check-a", CheckResult::No)}, {{"only-a", "yes"}});
    QCOMPARE(suspect(both, "a").probability, suspect(evidence, "a").probability);
    QCOMPARE(answered(both, "only-a", true)->value, std::string("no"));
    QCOMPARE(answered(both, "only-a", true)->check, std::string("check-a"));
    QCOMPARE(answered(both, "only-a", false)->value, std::string("yes"));
    QVERIFY(answered(both, "only-a", true)->counted);
    QVERIFY(!answered(both, "only-a", false)->counted);
}

void TestDiagnosis::contradictingPeopleAreUnknown()
{
    const auto table = handmade();
    const auto diagnosis = judge(table, {}, {{"only-a", "yes"}, {"only-a", "no"}, {"only-a", "yes"}});
    QCOMPARE(answered(diagnosis, "only-a", false)->value, std::string("unknown"));
    QCOMPARE(suspect(diagnosis, "a").probability, 0.5);
}

void TestDiagnosis::answersThatAreNoneAreUnknown()
{
    const auto table = handmade();
    QVERIFY(isAnswer(table.knowledge.questions[0], "unknown"));
    QVERIFY(!isAnswer(table.knowledge.questions[0], "maybe"));
    QVERIFY(!isAnswer(table.knowledge.questions[0], "36"));
    QVERIFY(isAnswer(table.knowledge.questions[2], "1.5"));
    for (const auto* bad : {"", "yes", "-3", "0", "1e3", "36h", "nan", "inf", "36,5"})
        QVERIFY2(!isAnswer(table.knowledge.questions[2], bad), bad);
    const auto diagnosis = judge(table, {}, {{"only-a", "maybe"}, {"no-such-question", "yes"}});
    QCOMPARE(answered(diagnosis, "only-a", false)->value, std::string("unknown"));
    QCOMPARE(diagnosis.answered.size(), 1u);
}

void TestDiagnosis::strongContradictionEliminates()
{
    const auto table = handmade();
    QCOMPARE(suspect(judge(table, {}, {{"only-a", "no"}}), "a").state, SuspectState::Weakened);
    QCOMPARE(suspect(judge(table, {}, {{"only-a", "no"}, {"only-b", "yes"}}), "a").state,
             SuspectState::Eliminated);
    QCOMPARE(suspect(judge(table, {outcome("check-a", CheckResult::No)}, {}), "a").state,
             SuspectState::Eliminated);
}

void TestDiagnosis::gainIsTheExpectedFallOfEntropy()
{
    const auto table = handmade();
    const auto now = judge(table, {}, {});
    double yes = 0;
    for (const auto& s : now.suspects)
        yes += s.probability * chanceOf(table.knowledge.questions[0], s.cause, true, 0.9);
    const auto expected = entropy(now) - yes * entropy(judge(table, {}, {{"only-a", "yes"}}))
        - (1 - yes) * entropy(judge(table, {}, {{"only-a", "no"}}));
    const auto next = std::ranges::find(now.next, "only-a", &NextQuestion::question);
    QVERIFY(std::abs(next->gainBits - expected) < 1e-12);
}

void TestDiagnosis::rulesOutNamesTheSuspectsThatFall()
{
    const auto diagnosis = judge(handmade(), {}, {});
    const auto next = std::ranges::find(diagnosis.next, "only-a", &NextQuestion::question);
    QCOMPARE(next->rulesOut.at("yes"), std::vector<std::string>{"b"});
    QCOMPARE(next->rulesOut.at("no"), std::vector<std::string>{"a"});
}

void TestDiagnosis::proofConfirmsAgainstAllAnswers()
{
    const auto diagnosis =
        judge(handmade(), {outcome("check-a", CheckResult::Yes), outcome("check-b", CheckResult::No)},
              {{"period", "7"}, {"base", "100"}});
    QCOMPARE(diagnosis.verdict, Verdict::Confirmed);
    QCOMPARE(diagnosis.suspects[0].cause, std::string("a"));
    QCOMPARE(diagnosis.suspects[0].state, SuspectState::Confirmed);
    QVERIFY(diagnosis.suspects[0].probability >= 0.97);

    auto table = handmade();
    table.knowledge.questions[0].yes = {{"a", Word::Never},
                                        {"b", Word::Always}}; // everything speaks against what is proven
    QVERIFY(
        suspect(judge(table, {outcome("check-a", CheckResult::Yes)}, {{"only-b", "yes"}}), "a").probability
        >= 0.97);
}

void TestDiagnosis::twoProofsShare()
{
    const auto diagnosis =
        judge(handmade(), {outcome("check-a", CheckResult::Yes), outcome("check-b", CheckResult::Yes)}, {});
    QCOMPARE(diagnosis.verdict, Verdict::Confirmed);
    QCOMPARE(suspect(diagnosis, "a").state, SuspectState::Confirmed);
    QCOMPARE(suspect(diagnosis, "b").state, SuspectState::Confirmed);
    QCOMPARE(diagnosis.suspects[2].cause, std::string("other"));
    QVERIFY(diagnosis.suspects[2].probability < 0.03);
}

void TestDiagnosis::noIsNoProof()
{
    for (const auto result : {CheckResult::No, CheckResult::NotObservable})
        QVERIFY(judge(handmade(), {outcome("check-a", result)}, {}).verdict != Verdict::Confirmed);
}

void TestDiagnosis::anyYesAmongOutcomesOfOneCheckCounts()
{
    const auto no = outcome("check-a", CheckResult::No);
    const auto yes = outcome("check-a", CheckResult::Yes);
    const auto blind = outcome("check-a", CheckResult::NotObservable);
    QCOMPARE(answered(judge(handmade(), {no, yes, blind}, {}), "only-a", true)->value, std::string("yes"));
    QCOMPARE(answered(judge(handmade(), {blind, yes, no}, {}), "only-a", true)->value, std::string("yes"));
    QCOMPARE(answered(judge(handmade(), {blind, no}, {}), "only-a", true)->value, std::string("no"));
    QVERIFY(!answered(judge(handmade(), {blind}, {}), "only-a", true));
}

void TestDiagnosis::answersAloneMakeLikely()
{
    const auto diagnosis = judge(handmade(), {}, {{"only-a", "yes"}, {"only-b", "no"}});
    QCOMPARE(diagnosis.verdict, Verdict::Likely);
    QCOMPARE(diagnosis.suspects[0].state, SuspectState::Suspect);
}

void TestDiagnosis::healthyNeedsSomebodyWhoLooked_data()
{
    QTest::addColumn<int>("result");
    QTest::addColumn<QString>("suffering");
    QTest::addColumn<QString>("of");
    QTest::addColumn<QString>("otherYes");
    QTest::addColumn<bool>("healthy");
    const int no = static_cast<int>(CheckResult::No);
    QTest::newRow("nobody suffers") << no << "0"
                                    << "12"
                                    << "" << true;
    QTest::newRow("one suffers") << no << "1"
                                 << "12"
                                 << "" << false;
    QTest::newRow("no phones seen") << no << "0"
                                    << "0"
                                    << "" << false;
    QTest::newRow("numbers missing") << no << ""
                                     << ""
                                     << "" << false;
    QTest::newRow("not observable") << static_cast<int>(CheckResult::NotObservable) << "0"
                                    << "12"
                                    << "" << false;
    QTest::newRow("an error was found") << no << "0"
                                        << "12"
                                        << "check-a" << false;
    QTest::newRow("a warning is no sickness") << no << "0"
                                              << "12"
                                              << "check-b" << true;
}

void TestDiagnosis::healthyNeedsSomebodyWhoLooked()
{
    QFETCH(int, result);
    QFETCH(QString, suffering);
    QFETCH(QString, of);
    QFETCH(QString, otherYes);
    QFETCH(bool, healthy);
    const std::map<std::string, std::string> counts{{"suffering", suffering.toStdString()},
                                                    {"of", of.toStdString()}};
    const auto diagnosis = judge(handmade(),
                                 {outcome("suffering", static_cast<CheckResult>(result), counts),
                                  outcome(otherYes.toStdString(), CheckResult::Yes)},
                                 {});
    QCOMPARE(diagnosis.verdict == Verdict::Healthy, healthy);
}

void TestDiagnosis::numbersFit_data()
{
    QTest::addColumn<QString>("period");
    QTest::addColumn<QString>("base");
    QTest::addColumn<bool>("measured");
    QTest::addColumn<QString>("fits");
    QTest::newRow("half of 72") << "36"
                                << "72" << false << "yes";
    QTest::newRow("whole") << "72"
                           << "72" << false << "yes";
    QTest::newRow("seven twelfths") << "42"
                                    << "72" << false << "no";
    QTest::newRow("a person rounds") << "37.5"
                                     << "72" << false << "yes";
    QTest::newRow("a measurement does not") << "37.5"
                                            << "72" << true << "no";
    QTest::newRow("measured within 2 %") << "36.7"
                                         << "72" << true << "yes";
    QTest::newRow("two minutes of a short lease") << "0.28"
                                                  << "0.5" << true << "yes";
    QTest::newRow("more than two minutes") << "0.3"
                                           << "0.5" << true << "no";
    QTest::newRow("one is not known") << "36"
                                      << "unknown" << false << "";
}

void TestDiagnosis::numbersFit()
{
    QFETCH(QString, period);
    QFETCH(QString, base);
    QFETCH(bool, measured);
    QFETCH(QString, fits);
    const auto diagnosis = numbers(period.toStdString(), base.toStdString(), measured);
    const auto* told = answered(diagnosis, "fits", measured);
    QCOMPARE(told ? QString::fromStdString(told->value) : QString(), fits);
    QCOMPARE(suspect(diagnosis, "a").probability > 0.5, fits == QStringLiteral("yes"));
}

void TestDiagnosis::measuredNumbersBeatRememberedOnes()
{
    const auto diagnosis = judge(handmade(),
                                 {outcome("check-base", CheckResult::Yes, {{"hours", "72"}}),
                                  outcome("check-base", CheckResult::Yes, {{"hours", "96"}})},
                                 {{"period", "36"}, {"base", "8"}});
    QCOMPARE(answered(diagnosis, "base", true)->value, std::string("72"));
    QCOMPARE(answered(diagnosis, "fits", false)->value, std::string("yes"));
}

void TestDiagnosis::numberIsNotAskedWhenTheOtherIsUnknown()
{
    const auto asks = [](const Diagnosis& diagnosis, const char* question) {
        return std::ranges::count(diagnosis.next, question, &NextQuestion::question) > 0;
    };
    const auto now = judge(handmade(), {}, {});
    QVERIFY(asks(now, "period") && asks(now, "base"));
    QVERIFY(!asks(judge(handmade(), {}, {{"base", "unknown"}}), "period"));
    const auto half = judge(handmade(), {}, {{"base", "72"}});
    const auto gain = [](const Diagnosis& diagnosis) {
        return std::ranges::find(diagnosis.next, "period", &NextQuestion::question)->gainBits;
    };
    QVERIFY(gain(half) > gain(now));
}

void TestDiagnosis::followUpWaitsForYes()
{
    auto table = handmade();
    table.knowledge.questions[1].follows = "only-a";
    const auto asks = [&](const std::vector<Answer>& answers) {
        return std::ranges::count(judge(table, {}, answers).next, "only-b", &NextQuestion::question) > 0;
    };
    QVERIFY(!asks({}));
    QVERIFY(!asks({{"only-a", "no"}}));
    QVERIFY(!asks({{"only-a", "unknown"}}));
    QVERIFY(asks({{"only-a", "yes"}}));
}

void TestDiagnosis::collectAdviceFollowsNeeds()
{
    auto table = handmade();
    table.knowledge.collect = {{"slow", {}, {}, {}, 20, {"check-a"}},
                               {"fast", {}, {}, {}, 5, {"only-a", "check-b"}}};
    const auto nothing = judge(table, {}, {});
    QCOMPARE(nothing.collect.size(), 2u);
    QCOMPARE(nothing.collect[0].collectable, std::string("fast"));
    QCOMPARE(nothing.collect[0].questions, (std::vector<std::string>{"only-a", "only-b"}));
    QVERIFY(nothing.collect[0].gainBits > nothing.collect[1].gainBits);

    auto blind = outcome("check-a", CheckResult::NotObservable);
    blind.needs = {"slow"};
    const auto stated = judge(table, {blind}, {});
    const auto fast = std::ranges::find(stated.collect, "fast", &CollectAdvice::collectable);
    QCOMPARE(fast->questions, std::vector<std::string>{"only-b"});

    const auto done =
        judge(table, {outcome("check-a", CheckResult::No), outcome("check-b", CheckResult::No)}, {});
    QVERIFY(done.collect.empty());
}

void TestDiagnosis::reasonsAgainstComeFirstWhenEliminated()
{
    const auto diagnosis = judge(handmade(), {outcome("check-b", CheckResult::Yes)}, {{"only-a", "yes"}});
    const auto& a = suspect(diagnosis, "a");
    QCOMPARE(a.state, SuspectState::Eliminated);
    QCOMPARE(a.reasons.size(), 2u);
    QCOMPARE(a.reasons[0].question, std::string("only-b"));
    QCOMPARE(a.reasons[0].check, std::string("check-b"));
    QVERIFY(a.reasons[0].byEvidence && a.reasons[0].yes && a.reasons[0].weight < 0);
    QVERIFY(!a.reasons[1].byEvidence && a.reasons[1].weight > 0);
}

namespace
{
/// The handmade table with a refinement of each of its causes.
Table refined()
{
    auto table = handmade();
    Question why{"why", {}, {}, {}, 2, AnswerType::YesNo, true, "check-why", {}, {}, 0.9, {}};
    why.yes = {{"a.x", Word::Always}, {"a.y", Word::Never}};
    auto again = why;
    again.id = "why-again";
    again.check.clear();
    table.knowledge.questions.push_back(why);
    table.knowledge.questions.push_back(again);
    table.knowledge.refinements = {
        {"a", "Why a?", {}, true, {}, {{"a.x", 0.45}, {"a.y", 0.45}}, {"only-b", "why", "why-again"}},
        {"b", "Why b?", {}, true, {}, {{"b.x", 0.5}}, {"why"}}};
    table.knowledge.collect = {{"log", {}, {}, {}, 5, {"check-b", "check-why"}}};
    return table;
}

const CheckOutcome provesA = outcome("check-a", CheckResult::Yes);

/// How many questions of a diagnosis the symptom, or this refinement, asks.
long asked(const Diagnosis& diagnosis, const std::string& refines)
{
    return std::ranges::count(diagnosis.next, refines, &NextQuestion::refines);
}
} // namespace

void TestDiagnosis::onlyWhatIsFoundIsRefined()
{
    const auto table = refined();
    QVERIFY(judge(table, {}, {}).refinements.empty());
    QVERIFY(judge(table, {}, {{"why", "yes"}}).refinements.empty());
    QVERIFY(judge(table, {}, {{"why", "yes"}}).answered.empty());
    const auto proven = judge(table, {provesA}, {});
    QCOMPARE(proven.refinements.size(), 1u);
    QCOMPARE(proven.refinements[0].symptom, std::string("a"));
    QCOMPARE(proven.refinements[0].suspects.size(), 3u);
    const auto both = judge(table, {provesA, outcome("check-b", CheckResult::Yes)}, {});
    QCOMPARE(both.refinements.size(), 2u);
    auto none = refined();
    none.knowledge.refinements.erase(none.knowledge.refinements.begin());
    QVERIFY(judge(none, {provesA}, {}).refinements.empty());
}

void TestDiagnosis::almostCertainIsRefinedToo()
{
    const auto table = refined();
    const std::vector<Answer> sure{{"only-a", "yes"}, {"only-b", "no"}};
    const auto likely = judge(table, {}, sure);
    QCOMPARE(likely.verdict, Verdict::Likely);
    QVERIFY(likely.suspects[0].probability >= 0.9);
    QCOMPARE(likely.refinements.size(), 1u);
    QVERIFY(judge(table, {}, {sure[0]}).suspects[0].probability < 0.9);
    QVERIFY(judge(table, {}, {sure[0]}).refinements.empty());
}

void TestDiagnosis::refinementChangesNothingAboveIt()
{
    const auto table = refined();
    const auto with = judge(table, {provesA}, {{"why", "yes"}});
    const auto without = judge(handmade(), {provesA}, {});
    QCOMPARE(with.verdict, without.verdict);
    QCOMPARE(with.suspects.size(), without.suspects.size());
    for (std::size_t i = 0; i < with.suspects.size(); ++i) {
        QCOMPARE(with.suspects[i].cause, without.suspects[i].cause);
        QCOMPARE(with.suspects[i].probability, without.suspects[i].probability);
        QCOMPARE(with.suspects[i].reasons.size(), without.suspects[i].reasons.size());
    }
}

void TestDiagnosis::refinementIsAskedAfterTheSymptom()
{
    const auto table = refined();
    const auto diagnosis = judge(table, {provesA}, {{"only-b", "no"}});
    QVERIFY(asked(diagnosis, "a") > 0);
    QVERIFY(
        std::ranges::is_partitioned(diagnosis.next, [](const NextQuestion& n) { return n.refines.empty(); }));
    QCOMPARE(diagnosis.next.back().rulesOut.at("yes"), std::vector<std::string>{"a.y"});
    QCOMPARE(std::ranges::count(diagnosis.answered, "only-b", &AnsweredQuestion::question), 1);
    QCOMPARE(diagnosis.collect.size(), 1u);
    QVERIFY(std::ranges::count(diagnosis.collect[0].questions, "why"));
}

void TestDiagnosis::answersMoveTheRefinement()
{
    const auto table = refined();
    const auto before = judge(table, {provesA}, {});
    const auto once = judge(table, {provesA}, {{"why", "yes"}});
    QVERIFY(answered(once, "why", false));
    QCOMPARE(once.refinements[0].suspects[0].cause, std::string("a.x"));
    QCOMPARE(suspect(once.refinements[0], "a.y").state,
             SuspectState::Weakened); // one person never strikes out
    const auto twice = judge(table, {provesA}, {{"why-again", "yes"}, {"why", "yes"}});
    QCOMPARE(suspect(twice.refinements[0], "a.y").state, SuspectState::Eliminated);
    QCOMPARE(twice.refinements[0].verdict, Verdict::Likely);
    const auto shown = judge(table, {provesA, outcome("check-why", CheckResult::No)}, {{"why", "yes"}});
    QCOMPARE(suspect(shown.refinements[0], "a.x").state, SuspectState::Eliminated);
    const auto back = judge(table, {provesA}, {});
    QCOMPARE(suspect(back.refinements[0], "a.y").probability,
             suspect(before.refinements[0], "a.y").probability);
    QCOMPARE(back.next.size(), before.next.size());
}

void TestDiagnosis::nothingSuffersNothingIsRefined()
{
    auto table = refined();
    table.knowledge.checks[0].severity = "info";
    const auto nobody = outcome("suffering", CheckResult::No, {{"suffering", "0"}, {"of", "40"}});
    const auto healthy = judge(table, {provesA, nobody}, {});
    QCOMPARE(healthy.verdict, Verdict::Healthy);
    QVERIFY(healthy.refinements.empty());
}

namespace
{
/// Two questions about a, of which the second says less; `fact` is what both rest on.
Table twoSigns(const std::string& fact)
{
    Table table = handmade();
    table.knowledge.checks.clear(); // nothing is proven
    Question sign{"sign", {}, {}, {}, 1, AnswerType::YesNo, true, {}, {}, {}, 0.9, {}};
    sign.yes = {{"a", Word::Usually}, {"b", Word::Rarely}};
    table.knowledge.questions.push_back(sign);
    table.symptom.questions.push_back("sign");
    for (auto& question : table.knowledge.questions)
        if (question.id == "sign" || question.id == "only-a")
            question.fact = fact;
    return table;
}
} // namespace

void TestDiagnosis::oneFactCountsOnce()
{
    const std::vector<Answer> strong{{"only-a", "yes"}};
    const std::vector<Answer> both{{"sign", "yes"}, {"only-a", "yes"}};
    const double alone = suspect(judge(twoSigns("f"), {}, strong), "a").probability;
    QVERIFY(suspect(judge(twoSigns(""), {}, both), "a").probability > alone + 0.01);
    const auto diagnosis = judge(twoSigns("f"), {}, both);
    QVERIFY(std::abs(suspect(diagnosis, "a").probability - alone) < 1e-12);
    QVERIFY(answered(diagnosis, "only-a", false)->counted);
    QVERIFY(!answered(diagnosis, "sign", false)->counted);
}

void TestDiagnosis::evidenceGoesBeforePeopleInOneFact()
{
    Table table = twoSigns("f");
    table.knowledge.questions.back().check = "check-sign";
    const auto diagnosis = judge(table, {outcome("check-sign", CheckResult::No)}, {{"only-a", "yes"}});
    QVERIFY(answered(diagnosis, "sign", true)->counted);
    QVERIFY(!answered(diagnosis, "only-a", false)->counted);
    QVERIFY(suspect(diagnosis, "a").probability < 0.5);
    const auto asked = judge(table, {outcome("check-sign", CheckResult::No)}, {});
    QVERIFY(!std::ranges::count(asked.next, "only-a", &NextQuestion::question)); // it is known by now
    QVERIFY(std::ranges::count(judge(table, {}, {}).next, "only-a", &NextQuestion::question));
}

void TestDiagnosis::whatFollowsIsNoCause()
{
    Table table = handmade();
    table.knowledge.causes = {{"a", {}, {}, {}, {}, {"b"}}, {"b", {}, {}, {}, {}, {}}};
    const auto both =
        judge(table, {outcome("check-a", CheckResult::Yes), outcome("check-b", CheckResult::Yes)}, {});
    QCOMPARE(both.verdict, Verdict::Confirmed);
    QCOMPARE(both.suspects.front().cause, std::string("a"));
    QCOMPARE(suspect(both, "a").state, SuspectState::Confirmed);
    QCOMPARE(suspect(both, "b").state, SuspectState::Weakened);
    QCOMPARE(suspect(both, "b").follows, std::string("a"));
    QVERIFY(suspect(both, "a").probability > 0.9);
    const auto alone = judge(table, {outcome("check-b", CheckResult::Yes)}, {});
    QCOMPARE(suspect(alone, "b").state, SuspectState::Confirmed);
    QVERIFY(suspect(alone, "b").follows.empty());
}

void TestDiagnosis::sayWhatItDependsOn()
{
    const Table table = twoSigns("");
    const auto shaky = judge(table, {}, {{"only-a", "yes"}});
    QCOMPARE(shaky.verdict, Verdict::Likely);
    QCOMPARE(shaky.dependsOn, std::vector<std::string>{"only-a"});
    const auto firm = judge(table, {}, {{"only-a", "yes"}, {"sign", "yes"}, {"only-b", "no"}});
    QCOMPARE(firm.verdict, Verdict::Likely);
    QVERIFY(firm.dependsOn.empty());
    QVERIFY(judge(handmade(), {outcome("check-a", CheckResult::Yes)}, {}).dependsOn.empty());
}

QTEST_APPLESS_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"

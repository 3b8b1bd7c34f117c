// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any knowledge: tables, outcomes and answers are drawn by chance, with a fixed seed.
#include <random>

#include <QTest>

#include "tests/narrowing/tables.h"

using namespace whittle;
using namespace whittle::test;

namespace
{
Question randomQuestion(std::mt19937& random, int number, int causes)
{
    Question question;
    question.id = "q" + std::to_string(number);
    question.check = "k" + std::to_string(number);
    question.trust = 0.5 + static_cast<double>(random() % 51) / 100;
    question.minutes = 1 + static_cast<int>(random() % 5);
    for (int c = 0; c < causes; ++c)
        for (const auto* suffix : {"", ".x"})
            if (random() % 4 != 0)
                question.yes["c" + std::to_string(c) + suffix] = static_cast<Word>(random() % 7);
    if (random() % 3 == 0)
        question.fact = "f" + std::to_string(random() % 2);
    return question;
}

/// Causes c0…, questions q0… with a check k0… each.
Table randomTable(std::mt19937& random)
{
    Table table;
    const int causes = 2 + static_cast<int>(random() % 6);
    for (int c = 0; c < causes; ++c)
        table.symptom.causes.push_back({"c" + std::to_string(c), 0.9 / causes});
    const int questions = 2 + static_cast<int>(random() % 7);
    for (int q = 0; q < questions; ++q) {
        table.knowledge.questions.push_back(randomQuestion(random, q, causes));
        table.symptom.questions.push_back("q" + std::to_string(q));
    }
    for (const auto& cause : table.symptom.causes)
        table.knowledge.refinements.push_back(
            {cause.cause, {}, {}, true, {}, {{"c0.x", 0.3}, {"c1.x", 0.5}}, table.symptom.questions});
    table.symptom.id = "s";
    return table;
}

std::vector<Answer> randomAnswers(std::mt19937& random, const Table& table)
{
    std::vector<Answer> answers;
    for (const auto& question : table.symptom.questions)
        if (random() % 2 == 0)
            answers.push_back({question, random() % 3 == 0 ? "unknown" : random() % 2 == 0 ? "yes" : "no"});
    return answers;
}

std::vector<CheckOutcome> randomOutcomes(std::mt19937& random, const Table& table)
{
    std::vector<CheckOutcome> outcomes;
    for (const auto& question : table.knowledge.questions)
        if (random() % 3 == 0)
            outcomes.push_back(
                {question.check, static_cast<CheckResult>(random() % 3), {}, {}, {}, {}, {}, {}});
    return outcomes;
}

bool byEvidence(const Question& question, const std::vector<CheckOutcome>& outcomes)
{
    return std::ranges::any_of(outcomes, [&](const CheckOutcome& outcome) {
        return outcome.id == question.check && outcome.result != CheckResult::NotObservable;
    });
}

/// What evidence or else a person says to a question, and how far it is to be trusted; trust 0: nothing is
/// known.
std::pair<bool, double> heard(const Question& question, const std::vector<CheckOutcome>& outcomes,
                              const std::vector<Answer>& answers)
{
    for (const auto& outcome : outcomes)
        if (outcome.id == question.check && outcome.result != CheckResult::NotObservable)
            return {outcome.result == CheckResult::Yes, 1};
    for (const auto& answer : answers)
        if (answer.question == question.id && answer.value != "unknown")
            return {answer.value == "yes", question.trust};
    return {false, 0};
}

/// Of the answers that rest on one fact: by evidence before by people, then the one that says most, then by
/// id.
bool counts(const Table& table, const Question& question, const std::vector<CheckOutcome>& outcomes,
            const std::vector<Answer>& answers)
{
    const auto rank = [&](const Question& one) {
        const auto [yes, trust] = heard(one, outcomes, answers);
        std::vector<double> chances{chanceOf(one, "other", yes, trust)};
        for (const auto& cause : table.symptom.causes)
            chances.push_back(chanceOf(one, cause.cause, yes, trust));
        const auto [least, most] = std::ranges::minmax(chances);
        return std::tuple(!byEvidence(one, outcomes), -std::log(most / least), one.id);
    };
    return question.fact.empty()
        || std::ranges::none_of(table.knowledge.questions, [&](const Question& other) {
               return other.fact == question.fact && heard(other, outcomes, answers).second > 0
                   && rank(other) < rank(question);
           });
}

/// The plain product of priors and likelihoods, with none of the engine's ways.
std::map<std::string, double> bruteForce(const Table& table, const std::vector<CheckOutcome>& outcomes,
                                         const std::vector<Answer>& answers)
{
    std::map<std::string, double> weights{{"other", 0.1}};
    for (const auto& cause : table.symptom.causes)
        weights[cause.cause] = cause.prior;
    double sum = 0;
    for (auto& [cause, weight] : weights) {
        for (const auto& question : table.knowledge.questions)
            if (const auto [yes, trust] = heard(question, outcomes, answers); trust > 0)
                weight *=
                    counts(table, question, outcomes, answers) ? chanceOf(question, cause, yes, trust) : 1;
        sum += weight;
    }
    for (auto& [cause, weight] : weights)
        weight /= sum;
    return weights;
}

bool sameProbabilities(const Diagnosis& diagnosis, const std::map<std::string, double>& expected)
{
    return diagnosis.suspects.size() == expected.size()
        && std::ranges::all_of(diagnosis.suspects, [&](const Suspect& s) {
               return std::abs(s.probability - expected.at(s.cause)) < 1e-9;
           });
}

bool identical(const Diagnosis& a, const Diagnosis& b)
{
    return a.verdict == b.verdict
        && std::ranges::equal(a.suspects, b.suspects,
                              [](const Suspect& x, const Suspect& y) {
                                  return x.cause == y.cause && x.probability == y.probability
                                      && x.state == y.state && x.reasons.size() == y.reasons.size();
                              })
        && std::ranges::equal(a.next, b.next,
                              [](const NextQuestion& x, const NextQuestion& y) {
                                  return x.question == y.question && x.gainBits == y.gainBits
                                      && x.rulesOut == y.rulesOut;
                              })
        && std::ranges::equal(a.collect, b.collect, {}, &CollectAdvice::collectable,
                              &CollectAdvice::collectable)
        && std::ranges::equal(a.refinements, b.refinements, identical);
}
} // namespace

class TestProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsPlainProduct();
    void orderDoesNotMatter();
    void retractionLeavesNoTrace();
    void sumsToOneAndSortsByProbability();
    void onePersonNeverEliminates();
    void gainIsNeverNegative();
    void questionsAreSortedByGainPerMinute();
    void refinementsDoNotDependOnOrder();
};

void TestProperties::equalsPlainProduct()
{
    std::mt19937 random(1);
    for (int i = 0; i < 500; ++i) {
        const auto table = randomTable(random);
        const auto outcomes = randomOutcomes(random, table);
        const auto answers = randomAnswers(random, table);
        QVERIFY(sameProbabilities(judge(table, outcomes, answers), bruteForce(table, outcomes, answers)));
    }
}

void TestProperties::orderDoesNotMatter()
{
    std::mt19937 random(2);
    for (int i = 0; i < 200; ++i) {
        const auto table = randomTable(random);
        auto outcomes = randomOutcomes(random, table);
        auto answers = randomAnswers(random, table);
        const auto first = judge(table, outcomes, answers);
        std::ranges::shuffle(outcomes, random);
        std::ranges::shuffle(answers, random);
        QVERIFY(identical(first, judge(table, outcomes, answers)));
    }
}

void TestProperties::retractionLeavesNoTrace()
{
    std::mt19937 random(3);
    for (int i = 0; i < 200; ++i) {
        const auto table = randomTable(random);
        const auto answers = randomAnswers(random, table);
        const auto before = judge(table, {}, {});
        auto given = answers;
        while (!given.empty()) {
            QVERIFY(sameProbabilities(judge(table, {}, given), bruteForce(table, {}, given)));
            given.erase(given.begin() + static_cast<long>(random() % given.size()));
        }
        QVERIFY(identical(before, judge(table, {}, given)));
    }
}

void TestProperties::sumsToOneAndSortsByProbability()
{
    std::mt19937 random(4);
    for (int i = 0; i < 200; ++i) {
        const auto table = randomTable(random);
        const auto diagnosis = judge(table, randomOutcomes(random, table), randomAnswers(random, table));
        double sum = 0;
        for (const auto& s : diagnosis.suspects) {
            QVERIFY(s.probability > 0 && s.probability < 1);
            sum += s.probability;
        }
        QVERIFY(std::abs(sum - 1) < 1e-12);
        QVERIFY(std::ranges::is_sorted(diagnosis.suspects, std::ranges::greater{}, &Suspect::probability));
    }
}

void TestProperties::onePersonNeverEliminates()
{
    std::mt19937 random(5);
    for (int i = 0; i < 300; ++i) {
        const auto table = randomTable(random);
        for (const auto& question : table.symptom.questions)
            for (const auto* value : {"yes", "no"})
                for (const auto& s : judge(table, {}, {{question, value}}).suspects)
                    QVERIFY(s.state == SuspectState::Suspect || s.state == SuspectState::Weakened);
    }
}

void TestProperties::gainIsNeverNegative()
{
    std::mt19937 random(6);
    for (int i = 0; i < 200; ++i) {
        const auto table = randomTable(random);
        const auto diagnosis = judge(table, randomOutcomes(random, table), randomAnswers(random, table));
        for (const auto& next : diagnosis.next)
            QVERIFY(next.gainBits > 0
                    && (!next.refines.empty() || next.gainBits <= entropy(diagnosis) + 1e-9));
    }
}

void TestProperties::questionsAreSortedByGainPerMinute()
{
    std::mt19937 random(7);
    for (int i = 0; i < 100; ++i) {
        const auto diagnosis = judge(randomTable(random), {}, {});
        QVERIFY(std::ranges::is_sorted(diagnosis.next, std::ranges::greater{},
                                       [](const NextQuestion& n) { return n.gainBits / n.minutes; }));
    }
}

void TestProperties::refinementsDoNotDependOnOrder()
{
    std::mt19937 random(8);
    for (int i = 0; i < 200; ++i) {
        auto table = randomTable(random);
        CheckText proof;
        proof.id = "k0", proof.cause = "c0", proof.proves = true;
        table.knowledge.checks = {proof};
        auto outcomes = randomOutcomes(random, table);
        outcomes.push_back({"k0", CheckResult::Yes, {}, {}, {}, {}, {}, {}});
        auto answers = randomAnswers(random, table);
        const auto first = judge(table, outcomes, answers);
        QCOMPARE(first.refinements.size(), 1u);
        QVERIFY(
            std::ranges::is_partitioned(first.next, [](const NextQuestion& n) { return n.refines.empty(); }));
        std::ranges::shuffle(outcomes, random);
        std::ranges::shuffle(answers, random);
        QVERIFY(identical(first, judge(table, outcomes, answers)));
    }
}

QTEST_APPLESS_MAIN(TestProperties)
#include "tst_properties.moc"

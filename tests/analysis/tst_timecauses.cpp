// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped knowledge about time, played through with evidence and with what people say.
#include <map>

#include <QTest>

#include "models/narrowing/diagnosis.h"
#include "tests/narrowing/files.h"
#include "tests/support/ntpscenes.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

const Knowledge& knowledge()
{
    static const auto loaded = loadKnowledge(productFiles()).value();
    return loaded;
}

Diagnosis judge(const std::string& symptom, const std::vector<CheckOutcome>& outcomes,
                const std::vector<Answer>& answers = {})
{
    return diagnose(knowledge(), *knowledge().symptom(symptom), outcomes, answers);
}

/// The cause that a check proves.
const std::string& causeOf(const std::string& check)
{
    return knowledge().check(check)->cause;
}

std::string firstOf(const std::string& symptom, const std::map<std::string, std::string>& said)
{
    std::vector<Answer> answers;
    for (const auto& [question, value] : said)
        answers.push_back({question, value});
    return judge(symptom, {}, answers).suspects.front().cause;
}

} // namespace

class TestTimeCauses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evidence_data();
    void evidence();
    void health();
    void people_data();
    void people();
    void collectsStatusFirst();
};

void TestTimeCauses::evidence_data()
{
    QTest::addColumn<int>("scene");
    for (std::size_t i = 0; i < ntp::scenes().size(); ++i)
        QTest::newRow(ntp::scenes()[i].name) << static_cast<int>(i);
}

void TestTimeCauses::evidence()
{
    QFETCH(int, scene);
    const ntp::Scene& now = ntp::scenes()[static_cast<std::size_t>(scene)];
    NtpCase made;
    now.make(made);
    const Judged judged(made);
    const Diagnosis diagnosis = judge("ntp-not-synchronising", judged.outcomes);
    const Suspect& first = diagnosis.suspects.front();
    QCOMPARE(diagnosis.verdict == Verdict::Confirmed, !now.proven.empty());
    if (!now.proven.empty())
        QCOMPARE(first.cause, causeOf(now.proven));
    else if (!now.first.empty())
        QCOMPARE(first.cause, now.first);
}

void TestTimeCauses::health()
{
    NtpCase made;
    made.status("pub", 0, {ntp::ownIdle, "* 172.20.8.10 .GPS. 1 u 9 64 377 0.4"});
    made.status("sub", 0, {"* 10.2.1.10 172.20.8.10 2 u 9 64 377 0.2"});
    QCOMPARE(judge("ntp-not-synchronising", Judged(made).outcomes).verdict, Verdict::Healthy);
    NtpCase lost; // a poll now and then
    const SourceId capture = ntp::besidePublisher(lost);
    lost.polls(capture, 1, 600, ntp::pub, ntp::source, {});
    lost.polls(capture, 665, 665, ntp::pub, ntp::source, ntp::silence);
    lost.polls(capture, 729, ntp::halfAnHour, ntp::pub, ntp::source, {});
    QVERIFY(judge("ntp-not-synchronising", Judged(lost).outcomes).verdict != Verdict::Confirmed);
    QVERIFY(judge("ntp-not-synchronising", {}).verdict == Verdict::Undetermined);
}

void TestTimeCauses::people_data()
{
    QTest::addColumn<QString>("symptom");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("first");
    const QString ntp = QStringLiteral("ntp-not-synchronising"), time = QStringLiteral("wrong-time");
    const auto row = [](const char* name, const QString& symptom, const char* said, const char* first) {
        QTest::newRow(name) << symptom << QString::fromLatin1(said) << QString::fromLatin1(first);
    };
    row("server is wrong", time, "server-time-correct=no", "phone-time.server-clock");
    row("server is right", time, "server-time-correct=yes", "phone-time.time-zone");
    row("by quarter hours", time, "whole-quarter-hours=yes", "phone-time.time-zone");
    row("by anything", time, "whole-quarter-hours=no", "phone-time.server-clock");
    row("all sources, a firewall", ntp, "all-sources=yes firewall-between=yes windows-source=no",
        "ntp.unreachable");
    row("Windows", ntp, "windows-source=yes ntp-configured-recently=no", "ntp.windows-source");
    row("just configured", ntp, "ntp-configured-recently=yes windows-source=no", "ntp.settling");
}

void TestTimeCauses::people()
{
    QFETCH(QString, symptom);
    QFETCH(QString, said);
    QFETCH(QString, first);
    std::map<std::string, std::string> answers;
    for (const QString& one : said.split(QLatin1Char(' ')))
        answers[one.section(QLatin1Char('='), 0, 0).toStdString()] =
            one.section(QLatin1Char('='), 1).toStdString();
    QCOMPARE(QString::fromStdString(firstOf(symptom.toStdString(), answers)), first);
}

void TestTimeCauses::collectsStatusFirst()
{
    const auto collect = judge("ntp-not-synchronising", {}).collect;
    QVERIFY(!collect.empty());
    QCOMPARE(collect.front().collectable, std::string("ntp-status"));
}

QTEST_GUILESS_MAIN(TestTimeCauses)
#include "tst_timecauses.moc"

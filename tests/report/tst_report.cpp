// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTranslator>
#include <QtTest>

#include "models/report/report.h"
#include "models/report/words.h"
#include "models/timeline/timetext.h"
#include "tests/report/reportsample.h"

using namespace whittle;

namespace
{

/// Marks what was translated, as a pseudo-locale does.
class Marker : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        const bool ours = qstrcmp(context, "Words") == 0 || qstrcmp(context, "knowledge") == 0;
        return ours ? u'«' + QString::fromUtf8(source) + u'»' : QString();
    }
};

template <typename T>
std::vector<T> all(const Report& report)
{
    std::vector<T> blocks;
    for (const Block& block : report.blocks) {
        if (const T* one = std::get_if<T>(&block))
            blocks.push_back(*one);
    }
    return blocks;
}

QStringList headings(const Report& report)
{
    QStringList texts;
    for (const Heading& heading : all<Heading>(report))
        texts << heading.text;
    return texts;
}

QString lead(const Report& report)
{
    return all<Paragraph>(report).front().text;
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAtAll();
    void undeterminedIsSaid();
    void healthyIsSaid();
    void likelyTellsHowLikely();
    void twoConfirmedAreBothNamed();
    void sectionsInOrder();
    void whatHasNoTimeIsCitedWithoutOne();
    void citationsAreLimited();
    void longLinesAreCutAndSaySo();
    void cutDoesNotSplitACharacter();
    void personIsOutweighedByEvidence();
    void eliminatedByWhat();
    void refinementStandsUnderItsCause();
    void clearedIsNotToldTwice();
    void briefNamesWhatMattersAndWhatToDo();
    void notObservableTellsWhatItTakes();
    void everyHashInFull();
    void clockWithUnevenInterval();
    void affectedDevicesOfTheFirstSuspect();
    void noFigureWithoutPainter();
    void titleFallsBack();
    void headingsAreTranslated();

private:
    Report report(const Analysis& analysis, Words::Language language = Words::Language::English) const
    {
        return buildReport(analysis, Words(m_knowledge, language), m_times, {});
    }

    const Knowledge m_knowledge = reportsample::knowledge();
    const TimeText m_times = TimeText::forZone(QStringLiteral("America/Chicago"));
};

void TestReport::nothingAtAll()
{
    const Report empty = report(Analysis{});
    QCOMPARE(empty.title, QStringLiteral("Untitled case"));
    QCOMPARE(lead(empty),
             QStringLiteral(
                 "Undetermined: the evidence shows no symptom and none was chosen, so nobody is suspected."));
    QCOMPARE(headings(empty), QStringList({QStringLiteral("Findings"), QStringLiteral("Sources")}));
}

void TestReport::undeterminedIsSaid()
{
    Analysis analysis = reportsample::analysis();
    analysis.diagnosis.verdict = Verdict::Undetermined;
    analysis.diagnosis.suspects.front().state = SuspectState::Suspect;
    analysis.diagnosis.suspects.front().probability = 0.41;
    QCOMPARE(
        lead(report(analysis)),
        QStringLiteral(
            "Undetermined: the evidence does not decide; first among the suspects is DHCP server refuses the "
            "renewal (possible, 41\u00a0%)."));
}

void TestReport::healthyIsSaid()
{
    Analysis analysis = reportsample::analysis();
    analysis.diagnosis.verdict = Verdict::Healthy;
    analysis.findings.clear();
    QCOMPARE(lead(report(analysis)),
             QStringLiteral("Healthy: no check found a fault in what the evidence covers."));
    QVERIFY(affectedDevices(analysis).empty());
}

void TestReport::likelyTellsHowLikely()
{
    Analysis analysis = reportsample::analysis();
    analysis.diagnosis.verdict = Verdict::Likely;
    analysis.diagnosis.suspects.front().state = SuspectState::Suspect;
    QCOMPARE(lead(report(analysis)),
             QStringLiteral("Likely: DHCP server refuses the renewal (very likely, 91\u00a0%)."));
}

void TestReport::twoConfirmedAreBothNamed()
{
    Analysis analysis = reportsample::analysis();
    analysis.diagnosis.suspects[1].state = SuspectState::Confirmed;
    QCOMPARE(lead(report(analysis)),
             QStringLiteral("Confirmed: DHCP server refuses the renewal (proven by the evidence, 91\u00a0%); "
                            "and DHCP server does "
                            "not answer (proven by the evidence, 5\u00a0%)."));
}

void TestReport::sectionsInOrder()
{
    const QStringList expected{
        QStringLiteral("What was found"),
        QStringLiteral("What to do first"),
        QStringLiteral("Findings"),
        QStringLiteral("Questions answered"),
        QStringLiteral("What was eliminated, and by what"),
        QStringLiteral("What remains"),
        QStringLiteral("What the evidence could not show"),
        QStringLiteral("What to do next"),
        QStringLiteral("Questions that narrow most"),
        QStringLiteral("What to collect"),
        QStringLiteral("Sources"),
        QStringLiteral("Fingerprints"),
        QStringLiteral("Noticed while reading"),
    };
    QCOMPARE(headings(report(reportsample::analysis())), expected);
}

/// A line of a registry export was never, not in 1970.
void TestReport::whatHasNoTimeIsCitedWithoutOne()
{
    Analysis analysis = reportsample::analysis(14);
    for (AnalysedSource& source : analysis.sources)
        source.first.reset();
    QCOMPARE(all<FindingBlock>(report(analysis)).front().citations.front().place,
             QStringLiteral("evidence/span-dc1.pcap, frame 20411"));
}

void TestReport::citationsAreLimited()
{
    const FindingBlock finding = all<FindingBlock>(report(reportsample::analysis(14))).front();
    QCOMPARE(finding.citations.size(), 5U);
    QCOMPARE(finding.more, QStringLiteral("and 9 more"));
    QCOMPARE(finding.citations.front().place,
             QStringLiteral("evidence/span-dc1.pcap, frame 20411 · 2009-02-27 08:11:10.899"));
    const FindingBlock few = all<FindingBlock>(report(reportsample::analysis(5))).front();
    QCOMPARE(few.citations.size(), 5U);
    QCOMPARE(few.more, QString());
}

void TestReport::longLinesAreCutAndSaySo()
{
    Analysis analysis = reportsample::analysis();
    analysis.findings.front().evidence.front().text = std::string(100'000, 'x');
    const QString text = all<FindingBlock>(report(analysis)).front().citations.front().text;
    QVERIFY(text.endsWith(QStringLiteral("xx … and 98,400 characters more")));
}

void TestReport::cutDoesNotSplitACharacter()
{
    Analysis analysis = reportsample::analysis();
    std::string& text = analysis.findings.front().evidence.front().text;
    text = "x";
    for (int i = 0; i < 2000; ++i)
        text += "😀";
    const QString quoted = all<FindingBlock>(report(analysis)).front().citations.front().text;
    QVERIFY(quoted.isValidUtf16());
}

void TestReport::personIsOutweighedByEvidence()
{
    const Table answers = all<Table>(report(reportsample::analysis()))[1];
    QCOMPARE(answers.rows[1][2], QStringLiteral("the evidence"));
    QCOMPARE(answers.rows[2][2], QStringLiteral("a person; the evidence outweighs it"));
    QCOMPARE(answers.rows[3][2], QStringLiteral("a person"));
    QCOMPARE(answers.rows[4][1], QStringLiteral("36.5"));
}

void TestReport::eliminatedByWhat()
{
    const auto suspects = all<SuspectBlock>(report(reportsample::analysis()));
    QCOMPARE(suspects.size(), 7U);
    QVERIFY(suspects[0].struckOut && suspects[1].struckOut && suspects[2].struckOut);
    QCOMPARE(suspects[0].because,
             QStringList{QStringLiteral("✕ 14,322 of 14,322 keepalives were answered (evidence)")});
    QCOMPARE(suspects[1].because,
             QStringList{QStringLiteral("✕ no Reset from CUCM before any of the 5 (evidence)")});
    QVERIFY(suspects[2].refines && !suspects[1].refines);
    QCOMPARE(suspects[2].title, QStringLiteral("Failover partner disagrees"));
    QCOMPARE(suspects[2].because,
             QStringList{QStringLiteral("✕ Do two servers serve the subnet? – no (a person)")});
    QVERIFY(!suspects[3].struckOut);
    QCOMPARE(
        suspects[3].because,
        QStringList(
            {QStringLiteral("+ DHCP server 10.2.1.5 refuses renewals at half of the lease (evidence)"),
             QStringLiteral("+ Does the phone restart, rather than only re-register? – yes (a person)")}));
    QCOMPARE(suspects[5].because.size(), 1);
    QVERIFY(suspects[5].because.front().startsWith(QStringLiteral("− ")));
    QCOMPARE(suspects[6].title, QStringLiteral("Something else"));
}

void TestReport::refinementStandsUnderItsCause()
{
    Analysis analysis = reportsample::analysis();
    const auto suspects = all<SuspectBlock>(report(analysis));
    QCOMPARE(suspects[3].title, QStringLiteral("DHCP server refuses the renewal"));
    QVERIFY(!suspects[3].refines && suspects[3].caption.isEmpty());
    QCOMPARE(suspects[4].title, QStringLiteral("Scope changed"));
    QVERIFY(suspects[4].refines && !suspects[4].struckOut);
    QCOMPARE(suspects[4].caption, QStringLiteral("Why does the server refuse?"));
    const auto remedies = [&] {
        return std::ranges::count(all<Task>(report(analysis)), QStringLiteral("Scope changed"), &Task::title);
    };
    QCOMPARE(remedies(), 0);
    analysis.diagnosis.refinements[0].verdict = Verdict::Likely;
    QCOMPARE(remedies(), 1);
}

void TestReport::clearedIsNotToldTwice()
{
    const auto noted = [&](const Analysis& analysis) {
        QStringList texts;
        for (const Items& items : all<Items>(report(analysis)))
            texts << items.texts;
        return texts;
    };
    const QStringList before = noted(reportsample::analysis());
    Analysis analysis = reportsample::analysis();
    analysis.diagnosis.suspects[3].reasons.clear();
    const QString cleared = QStringLiteral("14,322 of 14,322 keepalives were answered");
    QVERIFY(!before.contains(cleared));
    QCOMPARE(noted(analysis), before + QStringList{cleared});
}

void TestReport::briefNamesWhatMattersAndWhatToDo()
{
    const Report sample = report(reportsample::analysis());
    const auto heading = std::ranges::find_if(sample.blocks, [](const Block& block) {
        const auto* known = std::get_if<Heading>(&block);
        return known && known->text == QLatin1String("What was found");
    });
    QVERIFY(heading != sample.blocks.end());
    const auto* first = std::get_if<Items>(&*std::next(heading));
    QVERIFY(first);
    QCOMPARE(first->texts, QStringList{all<FindingBlock>(sample).front().title});
    QCOMPARE(first->severity, QStringLiteral("error"));
    Analysis calm = reportsample::analysis();
    for (Finding& finding : calm.findings)
        finding.severity = "info";
    calm.diagnosis.verdict = Verdict::Healthy;
    QVERIFY(!headings(report(calm)).contains(QStringLiteral("What was found")));
    QVERIFY(!headings(report(calm)).contains(QStringLiteral("What to do first")));
}

void TestReport::notObservableTellsWhatItTakes()
{
    const Table table = all<Table>(report(reportsample::analysis()))[2];
    QCOMPARE(table.rows,
             std::vector<QStringList>({{QStringLiteral("Did the phones power up?"),
                                        QStringLiteral("phone_side; DHCP server audit log, 24–28 Feb")}}));
}

void TestReport::everyHashInFull()
{
    const Table hashes = all<Table>(report(reportsample::analysis()))[4];
    QCOMPARE(hashes.rows.size(), 3U);
    for (const QStringList& row : hashes.rows)
        QCOMPARE(row[1].size(), 64);
}

void TestReport::clockWithUnevenInterval()
{
    Analysis analysis = reportsample::analysis();
    const auto clock = [&] { return all<Table>(report(analysis))[3].rows[0][5]; };
    QCOMPARE(clock(),
             QStringLiteral("+41.2\u00a0s ± 0.2\u00a0s\n37 matched events\nAmerica/Chicago (inferred)"));
    analysis.sources.front().clock.correction->highNs = 43'000'000'000;
    QVERIFY(clock().startsWith(QStringLiteral("+41\u00a0s (+41 … +43)")));
    analysis.sources.front().clock.correction.reset();
    QVERIFY(clock().startsWith(QLatin1String("cannot be told")));
}

void TestReport::affectedDevicesOfTheFirstSuspect()
{
    Analysis analysis = reportsample::analysis();
    analysis.findings[1].devices = {"SEP0021A0E08D93"};
    const std::vector<std::string> refused{"SEP001E7A24429A", "SEP0015C6E5749B"};
    QCOMPARE(affectedDevices(analysis), refused);
    analysis.devices.clear();
    const std::vector<std::string> byName{"SEP0015C6E5749B", "SEP001E7A24429A"};
    QCOMPARE(affectedDevices(analysis), byName);
    analysis.findings.front().cause.clear();
    QCOMPARE(affectedDevices(analysis), byName);
    analysis.findings.front().severity = "warning";
    QVERIFY(affectedDevices(analysis).empty());
}

void TestReport::noFigureWithoutPainter()
{
    QVERIFY(all<Figure>(report(reportsample::analysis())).empty());
    const Words words(m_knowledge, Words::Language::English);
    const auto paint = [](QPainter&, const QRectF&) {};
    QCOMPARE(all<Figure>(buildReport(reportsample::analysis(), words, m_times, {{}, 0.5, paint})).size(), 1U);
}

void TestReport::titleFallsBack()
{
    Analysis analysis = reportsample::analysis();
    analysis.title.clear();
    QCOMPARE(report(analysis).title, QStringLiteral("Phones reset or re-register"));
}

void TestReport::headingsAreTranslated()
{
    Marker marker;
    QCoreApplication::installTranslator(&marker);
    const Report translated = report(reportsample::analysis(), Words::Language::Translated);
    const Report english = report(reportsample::analysis());
    QCoreApplication::removeTranslator(&marker);
    for (const QString& heading : headings(translated))
        QVERIFY2(heading.startsWith(u'«') && heading.endsWith(u'»'), qPrintable(heading));
    for (const QString& heading : headings(english))
        QVERIFY2(!heading.contains(u'«'), qPrintable(heading));
    QCOMPARE(translated.pageText, QStringLiteral("«Page %1 of %2»"));
}

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"

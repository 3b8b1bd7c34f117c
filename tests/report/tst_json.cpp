// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "models/report/jsonwriter.h"
#include "models/report/report.h"
#include "models/report/words.h"
#include "tests/report/expectedjson.h"
#include "tests/report/reportsample.h"

using namespace whittle;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyAnalysis();
    void wholeAnalysis();
    void sameBytesTwice();
    void doesNotDependOnLanguageOrZone();
    void originOfDates();
    void stepsOfAClock();
    void sourcesAreNumberedByTheirOrder();
    void eventOfNoSource();
    void hostileText();
    void numbers();

private:
    QByteArray json(const Analysis& analysis) const { return toJson(analysis, m_words); }

    const Knowledge m_knowledge = reportsample::knowledge();
    const Words m_words{m_knowledge, Words::Language::English};
};

namespace
{

/// One of everything.
Analysis small()
{
    Analysis analysis = reportsample::analysis(2);
    analysis.outcomes.resize(2);
    analysis.findings.resize(1);
    return analysis;
}

} // namespace

void TestJson::emptyAnalysis()
{
    QCOMPARE(json(Analysis{}), QByteArray(R"({
  "whittle": "0.1.0",
  "schema": 1,
  "case": {
    "symptom": null,
    "reference_clock": null
  },
  "sources": [],
  "event_counts": {},
  "checks": [],
  "findings": [],
  "diagnosis": {
    "verdict": "undetermined",
    "devices": [],
    "depends_on": [],
    "suspects": [],
    "refinements": []
  },
  "next": {
    "questions": [],
    "collect": []
  }
}
)"));
}

void TestJson::wholeAnalysis()
{
    const QByteArray expected(expectedJson);
    const QByteArray got = json(small());
    const QList<QByteArray> lines = got.split('\n');
    const QList<QByteArray> wanted = expected.split('\n');
    for (qsizetype i = 0; i < std::min(lines.size(), wanted.size()); ++i)
        QCOMPARE(lines[i], wanted[i]);
    QCOMPARE(got, expected);
}

void TestJson::sameBytesTwice()
{
    QCOMPARE(json(reportsample::analysis()), json(reportsample::analysis()));
}

void TestJson::doesNotDependOnLanguageOrZone()
{
    const QByteArray before = json(reportsample::analysis());
    const QLocale locale;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    qputenv("TZ", "America/Chicago");
    tzset();
    const QByteArray after = json(reportsample::analysis());
    qputenv("TZ", "UTC");
    tzset();
    QLocale::setDefault(locale);
    QCOMPARE(after, before);
}

/// What the year of a source without years rests on.
void TestJson::originOfDates()
{
    Analysis analysis = reportsample::analysis();
    AnalysedSource& source = analysis.sources.front();
    source.first = CaseTime{0};
    const auto origin = [&](Basis basis, std::int64_t pairs) {
        source.clock.dateBasis = basis;
        source.clock.correction = SourceClock::Correction{};
        source.clock.correction->pairs = pairs;
        const QByteArray text = json(analysis);
        const auto at = text.indexOf("\"from\": ", text.indexOf("\"date\": {")) + 8;
        return text.mid(at, text.indexOf('\n', at) - at);
    };
    analysis.sources.resize(1);
    QCOMPARE(origin(Basis::Stated, 0), QByteArray("\"lines\""));
    QCOMPARE(origin(Basis::Inferred, 5), QByteArray("\"matched-events\""));
    QCOMPARE(origin(Basis::Inferred, 0), QByteArray("\"other-sources\""));
    source.clock.dateShiftNs = 0;
    QCOMPARE(origin(Basis::Assumed, 0), QByteArray("\"nothing\""));
    source.clock.dateShiftNs = nsPerDay;
    QCOMPARE(origin(Basis::Assumed, 0), QByteArray("\"nearest-source\""));
    source.row.problems.push_back({Severity::Notice, "clocks.year-of-file", {}, {"2009"}});
    QCOMPARE(origin(Basis::Assumed, 0), QByteArray("\"file-time\""));
}

void TestJson::stepsOfAClock()
{
    Analysis analysis = reportsample::analysis();
    analysis.sources.resize(1);
    SourceClock& clock = analysis.sources.front().clock;
    clock.correction = SourceClock::Correction{};
    QVERIFY(!json(analysis).contains("\"steps\""));
    const SourceTime from{1'235'743'200 * nsPerSecond};
    clock.steps = {{from, from, from, -3 * nsPerSecond, -3'100'000'000, -2'900'000'000, 0}};
    const QByteArray text = json(analysis);
    QVERIFY(text.contains("\"by_s\": -3"));
    QVERIFY(text.contains("\"low_s\": -3.1"));
    QVERIFY(text.contains("set while it recorded"));
}

void TestJson::sourcesAreNumberedByTheirOrder()
{
    Analysis other = reportsample::analysis();
    const auto moved = [](SourceId id) { return SourceId{raw(id) * 7 + 100}; };
    for (AnalysedSource& source : other.sources)
        source.row.id = moved(source.row.id);
    for (CheckOutcome& outcome : other.outcomes) {
        for (CitedEvent& cited : outcome.evidence)
            cited.ref.source = moved(cited.ref.source);
    }
    for (Finding& finding : other.findings) {
        for (Citation& citation : finding.evidence)
            citation.ref.source = moved(citation.ref.source);
    }
    other.citedTexts.clear();
    for (const Citation& citation : other.findings.front().evidence)
        other.citedTexts.emplace(citation.ref, citation.text);
    other.reference = moved(other.reference);
    QCOMPARE(json(other), json(reportsample::analysis()));
}

void TestJson::eventOfNoSource()
{
    Analysis analysis = small();
    analysis.findings.front().evidence.front().ref.source = SourceId{99};
    QVERIFY(json(analysis).contains("\"source\": null"));
}

void TestJson::hostileText()
{
    Analysis analysis = small();
    std::string& text = analysis.findings.front().evidence.front().text;
    const char raw[] = "\"quoted\" \\ \x1b[2J \0 \x7f \xff \xe2\x80\xae \xe2\x80\xa8 \xf3\xa0\x81\x81\t\n";
    text.assign(raw, sizeof raw - 1);
    text += std::string(100'000, 'x');
    const QByteArray bytes = json(analysis);
    QVERIFY(bytes.contains(R"("\"quoted\" \\ \u001b[2J \u0000 \u007f )"
                           "\xef\xbf\xbd"
                           R"( \u202e \u2028 \udb40\udc41\t\nxxx)"));
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    const QString read = document[u"findings"][0][u"evidence"][0][u"text"].toString();
    QCOMPARE(read, QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    for (const char byte : bytes)
        QVERIFY(byte == '\n' || static_cast<unsigned char>(byte) >= 0x20);
}

void TestJson::numbers()
{
    JsonWriter writer;
    writer.beginArray();
    writer.seconds(0);
    writer.seconds(-1);
    writer.seconds(1'500'000'000);
    writer.seconds(std::numeric_limits<std::int64_t>::min());
    writer.decimal(1e-12, 9);
    writer.decimal(-1e-12, 9);
    writer.decimal(1e20, 9);
    writer.decimal(100, 0);
    writer.decimal(std::numeric_limits<double>::quiet_NaN(), 9);
    writer.count(std::numeric_limits<std::uint64_t>::max());
    writer.endArray();
    QCOMPARE(QString::fromUtf8(writer.finish()).simplified(),
             QStringLiteral(
                 "[ 0, -0.000000001, 1.5, -9223372036.854775808, 0, 0, 100000000000000000000, 100, null, "
                 "18446744073709551615 ]"));
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/report.h"

#include "models/analysis/analysis.h"
#include "models/report/jsonsources.h"
#include "models/report/keyedjson.h"
#include "models/report/words.h"

namespace whittle
{
namespace
{

/// One pass over an analysis; the order of the calls is the order of the keys in the interface, which is part
/// of it.
class AnalysisWriter
{
public:
    AnalysisWriter(const Analysis& analysis, const Words& words);
    QByteArray write();

private:
    void writeCase();
    void eventCounts();
    void check(const CheckOutcome& outcome);
    void finding(const Finding& finding);
    void diagnosis();
    void suspect(const Suspect& suspect);
    void refinement(const Diagnosis& refinement);
    void next();
    void question(const NextQuestion& next);
    void collect(const CollectAdvice& advice);

    void evidence(const EventRef& ref, CaseTime time, const std::string& text);

    const Analysis& m_analysis;
    const Words& m_words;
    KeyedJson m_json;
    SourceNumbers m_number;
};

std::string_view resultName(CheckResult result)
{
    switch (result) {
    case CheckResult::Yes:
        return "yes";
    case CheckResult::No:
        return "no";
    case CheckResult::NotObservable:
        break;
    }
    return "not-observable";
}

AnalysisWriter::AnalysisWriter(const Analysis& analysis, const Words& words)
    : m_analysis(analysis)
    , m_words(words)
    , m_number(sourceNumbers(analysis))
{
}

QByteArray AnalysisWriter::write()
{
    m_json.beginObject();
    m_json.text("whittle", std::string_view{WHITTLE_VERSION});
    m_json.key("schema");
    m_json.number(1);
    writeCase();
    writeSources(m_json, m_analysis, m_words);
    eventCounts();
    m_json.array("checks", m_analysis.outcomes, [this](const auto& one) { check(one); });
    m_json.array("findings", m_analysis.findings, [this](const auto& one) { finding(one); });
    diagnosis();
    next();
    m_json.endObject();
    return m_json.finish();
}

void AnalysisWriter::writeCase()
{
    m_json.key("case");
    m_json.beginObject();
    m_json.key("symptom");
    if (m_analysis.symptom.empty())
        m_json.null();
    else
        m_json.text(m_analysis.symptom);
    m_json.key("reference_clock");
    if (const AnalysedSource* reference = m_analysis.source(m_analysis.reference))
        m_json.text(reference->row.path);
    else
        m_json.null();
    m_json.endObject();
}

void AnalysisWriter::eventCounts()
{
    m_json.key("event_counts");
    m_json.beginObject();
    for (const auto& [kind, count] : m_analysis.eventCounts) {
        m_json.key(kind);
        m_json.count(count);
    }
    m_json.endObject();
}

void AnalysisWriter::check(const CheckOutcome& outcome)
{
    m_json.beginObject();
    m_json.text("id", outcome.id);
    m_json.text("result", resultName(outcome.result));
    m_json.texts("devices", outcome.devices);
    m_json.time("from", outcome.from);
    m_json.time("to", outcome.to);
    m_json.array("evidence", outcome.evidence, [this](const CitedEvent& cited) {
        const auto words = m_analysis.citedTexts.find(cited.ref);
        evidence(cited.ref, cited.time, words == m_analysis.citedTexts.end() ? std::string() : words->second);
    });
    m_json.texts("needs", outcome.needs);
    m_json.endObject();
}

void AnalysisWriter::finding(const Finding& finding)
{
    m_json.beginObject();
    m_json.text("check", finding.check);
    m_json.text("severity", finding.severity);
    m_json.text("title", m_words.findingTitle(finding));
    m_json.text("explanation", m_words.findingExplanation(finding));
    m_json.key("cause");
    if (finding.cause.empty())
        m_json.null();
    else
        m_json.text(finding.cause);
    m_json.texts("devices", finding.devices);
    m_json.array("evidence", finding.evidence,
                 [this](const Citation& citation) { evidence(citation.ref, citation.time, citation.text); });
    m_json.text("would_refute", m_words.findingWouldRefute(finding));
    m_json.text("next_step", m_words.findingNextStep(finding));
    m_json.endObject();
}

void AnalysisWriter::diagnosis()
{
    m_json.key("diagnosis");
    m_json.beginObject();
    m_json.text("verdict", toText(m_analysis.diagnosis.verdict));
    m_json.texts("devices", affectedDevices(m_analysis));
    m_json.texts("depends_on", m_analysis.diagnosis.dependsOn);
    m_json.array("suspects", m_analysis.diagnosis.suspects, [this](const auto& one) { suspect(one); });
    m_json.array("refinements", m_analysis.diagnosis.refinements,
                 [this](const auto& one) { refinement(one); });
    m_json.endObject();
}

void AnalysisWriter::refinement(const Diagnosis& refinement)
{
    m_json.beginObject();
    m_json.text("refines", refinement.symptom);
    m_json.array("suspects", refinement.suspects, [this](const auto& one) { suspect(one); });
    m_json.endObject();
}

void AnalysisWriter::suspect(const Suspect& suspect)
{
    m_json.beginObject();
    m_json.text("cause", suspect.cause);
    m_json.key("probability");
    m_json.decimal(suspect.probability, 6);
    m_json.text("state", toText(suspect.state));
    std::vector<std::string> because;
    for (const Reason& reason : suspect.reasons)
        because.push_back(reason.question);
    m_json.texts("because", because);
    m_json.key("follows");
    if (suspect.follows.empty())
        m_json.null();
    else
        m_json.text(suspect.follows);
    m_json.endObject();
}

void AnalysisWriter::next()
{
    m_json.key("next");
    m_json.beginObject();
    m_json.array("questions", m_analysis.diagnosis.next, [this](const auto& one) { question(one); });
    m_json.array("collect", m_analysis.diagnosis.collect, [this](const auto& one) { collect(one); });
    m_json.endObject();
}

void AnalysisWriter::question(const NextQuestion& next)
{
    const Question* known = m_words.knowledge().question(next.question);
    const bool isNumber = known && known->type == AnswerType::Number;
    m_json.beginObject();
    m_json.text("id", next.question);
    m_json.text("text", m_words.questionText(next.question));
    m_json.texts("answers",
                 isNumber ? std::vector<std::string>{"number"} : std::vector<std::string>{"yes", "no"});
    m_json.text("why", m_words.fill(known ? known->why : std::string()));
    m_json.key("minutes");
    m_json.number(next.minutes);
    m_json.endObject();
}

void AnalysisWriter::collect(const CollectAdvice& advice)
{
    const Collectable* known = m_words.knowledge().collectable(advice.collectable);
    m_json.beginObject();
    m_json.text("source", advice.collectable);
    m_json.text("what", m_words.fill(known ? known->what : advice.collectable));
    m_json.text("how", m_words.fill(known ? known->how : std::string()));
    m_json.text("why", m_words.fill(known ? known->why : std::string()));
    m_json.key("minutes");
    m_json.number(known ? known->minutes : Collectable{}.minutes);
    m_json.endObject();
}

void AnalysisWriter::evidence(const EventRef& ref, CaseTime at, const std::string& words)
{
    const auto number = m_number.find(ref.source);
    m_json.beginObject();
    m_json.key("source");
    if (number == m_number.end())
        m_json.null();
    else
        m_json.number(number->second);
    m_json.text("at", toText(ref.place));
    m_json.time("time", m_analysis.hasTimes(ref.source) ? std::optional(at) : std::nullopt);
    m_json.text("text", words);
    m_json.endObject();
}

} // namespace

QByteArray toJson(const Analysis& analysis, const Words& english)
{
    return AnalysisWriter(analysis, english).write();
}

} // namespace whittle

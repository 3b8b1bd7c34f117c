// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/report.h"

#include <map>

#include "models/analysis/analysis.h"
#include "models/report/jsonwriter.h"
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
    void writeSources();
    void unread(const UnreadEvidence& evidence, std::int64_t number);
    void source(const AnalysedSource& source);
    void clock(const SourceClock& clock);
    void coverage(const AnalysedSource& source);
    void problem(const Problem& problem);
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
    void texts(std::string_view key, const std::vector<std::string>& values);
    void text(std::string_view key, std::string_view value);
    void text(std::string_view key, const QString& value);
    void time(std::string_view key, std::optional<CaseTime> time);
    template <typename Values, typename Write>
    void array(std::string_view key, const Values& values, Write write);

    const Analysis& m_analysis;
    const Words& m_words;
    JsonWriter m_json;
    /// Row ids depend on the order in which a case grew: a source is told by its place in the list.
    std::map<SourceId, std::int64_t> m_number;
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

std::string_view basisName(Basis basis)
{
    switch (basis) {
    case Basis::Stated:
        return "stated";
    case Basis::Inferred:
        return "inferred";
    case Basis::Assumed:
        break;
    }
    return "assumed";
}

/// The interface knows three.
std::string_view severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info:
    case Severity::Notice:
        return "notice";
    case Severity::DataLoss:
        return "data-loss";
    case Severity::Error:
        break;
    }
    return "error";
}

AnalysisWriter::AnalysisWriter(const Analysis& analysis, const Words& words)
    : m_analysis(analysis)
    , m_words(words)
{
    for (const AnalysedSource& source : analysis.sources)
        m_number.emplace(source.row.id, static_cast<std::int64_t>(m_number.size()) + 1);
}

QByteArray AnalysisWriter::write()
{
    m_json.beginObject();
    text("whittle", std::string_view{WHITTLE_VERSION});
    m_json.key("schema");
    m_json.number(1);
    writeCase();
    writeSources();
    eventCounts();
    array("checks", m_analysis.outcomes, [this](const auto& one) { check(one); });
    array("findings", m_analysis.findings, [this](const auto& one) { finding(one); });
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

/// Evidence that could not be read at all has an entry as well, after the sources, so that nothing is missing
/// in silence.
void AnalysisWriter::writeSources()
{
    m_json.key("sources");
    m_json.beginArray();
    for (const AnalysedSource& one : m_analysis.sources)
        source(one);
    auto number = static_cast<std::int64_t>(m_analysis.sources.size());
    for (const UnreadEvidence& evidence : m_analysis.unread)
        unread(evidence, ++number);
    m_json.endArray();
}

void AnalysisWriter::unread(const UnreadEvidence& evidence, std::int64_t number)
{
    m_json.beginObject();
    m_json.key("id");
    m_json.number(number);
    text("path", evidence.path);
    text("sha256", std::string_view{});
    for (const char* count : {"bytes", "records", "events"}) {
        if (count == std::string_view("records")) {
            text("format", std::string_view{"unknown"});
            text("format_reason", m_words.error(evidence.error));
        }
        m_json.key(count);
        m_json.count(0);
    }
    time("first", std::nullopt);
    time("last", std::nullopt);
    clock(SourceClock{});
    array("coverage", std::vector<SourceSpan>{}, [](const auto&) {});
    m_json.key("problems");
    m_json.beginArray();
    m_json.beginObject();
    text("severity", severityName(Severity::Error));
    m_json.key("at");
    m_json.null();
    text("message", m_words.error(evidence.error));
    m_json.endObject();
    m_json.endArray();
    m_json.endObject();
}

void AnalysisWriter::source(const AnalysedSource& source)
{
    const SourceRow& row = source.row;
    m_json.beginObject();
    m_json.key("id");
    m_json.number(m_number.at(row.id));
    text("path", row.path);
    text("sha256", row.sha256);
    m_json.key("bytes");
    m_json.count(row.bytes);
    text("format", row.format);
    text("format_reason", row.formatReason);
    m_json.key("records");
    m_json.count(row.records);
    m_json.key("events");
    m_json.count(row.events);
    time("first", source.first);
    time("last", source.last);
    clock(source.clock);
    coverage(source);
    array("problems", row.problems, [this](const auto& one) { problem(one); });
    m_json.endObject();
}

void AnalysisWriter::clock(const SourceClock& clock)
{
    m_json.key("zone");
    m_json.beginObject();
    m_json.key("id");
    if (clock.zone.empty())
        m_json.null();
    else
        m_json.text(clock.zone);
    text("basis", basisName(clock.zoneBasis));
    m_json.endObject();
    m_json.key("clock");
    if (!clock.correction) {
        m_json.null();
        return;
    }
    m_json.beginObject();
    m_json.key("offset_s");
    m_json.seconds(clock.correction->offsetNs);
    m_json.key("low_s");
    m_json.seconds(clock.correction->lowNs);
    m_json.key("high_s");
    m_json.seconds(clock.correction->highNs);
    m_json.key("drift_ppm");
    m_json.decimal(clock.correction->driftPpm, 9);
    text("basis", m_words.clockBasis(*clock.correction));
    m_json.endObject();
}

void AnalysisWriter::coverage(const AnalysedSource& source)
{
    array("coverage", source.row.coverage, [&](const SourceSpan& span) {
        m_json.beginObject();
        time("from", source.clock.corrected(span.from));
        time("to", source.clock.corrected(span.to));
        m_json.endObject();
    });
}

void AnalysisWriter::problem(const Problem& problem)
{
    m_json.beginObject();
    text("severity", severityName(problem.severity));
    m_json.key("at");
    if (problem.place)
        m_json.text(toText(*problem.place));
    else
        m_json.null();
    text("message", m_words.problem(problem));
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
    text("id", outcome.id);
    text("result", resultName(outcome.result));
    texts("devices", outcome.devices);
    time("from", outcome.from);
    time("to", outcome.to);
    array("evidence", outcome.evidence, [this](const CitedEvent& cited) {
        const auto words = m_analysis.citedTexts.find(cited.ref);
        evidence(cited.ref, cited.time, words == m_analysis.citedTexts.end() ? std::string() : words->second);
    });
    texts("needs", outcome.needs);
    m_json.endObject();
}

void AnalysisWriter::finding(const Finding& finding)
{
    m_json.beginObject();
    text("check", finding.check);
    text("severity", finding.severity);
    text("title", m_words.findingTitle(finding));
    text("explanation", m_words.findingExplanation(finding));
    m_json.key("cause");
    if (finding.cause.empty())
        m_json.null();
    else
        m_json.text(finding.cause);
    texts("devices", finding.devices);
    array("evidence", finding.evidence,
          [this](const Citation& citation) { evidence(citation.ref, citation.time, citation.text); });
    text("would_refute", m_words.findingWouldRefute(finding));
    text("next_step", m_words.findingNextStep(finding));
    m_json.endObject();
}

void AnalysisWriter::diagnosis()
{
    m_json.key("diagnosis");
    m_json.beginObject();
    text("verdict", toText(m_analysis.diagnosis.verdict));
    texts("devices", affectedDevices(m_analysis));
    array("suspects", m_analysis.diagnosis.suspects, [this](const auto& one) { suspect(one); });
    array("refinements", m_analysis.diagnosis.refinements, [this](const auto& one) { refinement(one); });
    m_json.endObject();
}

void AnalysisWriter::refinement(const Diagnosis& refinement)
{
    m_json.beginObject();
    text("refines", refinement.symptom);
    array("suspects", refinement.suspects, [this](const auto& one) { suspect(one); });
    m_json.endObject();
}

void AnalysisWriter::suspect(const Suspect& suspect)
{
    m_json.beginObject();
    text("cause", suspect.cause);
    m_json.key("probability");
    m_json.decimal(suspect.probability, 6);
    text("state", toText(suspect.state));
    std::vector<std::string> because;
    for (const Reason& reason : suspect.reasons)
        because.push_back(reason.question);
    texts("because", because);
    m_json.endObject();
}

void AnalysisWriter::next()
{
    m_json.key("next");
    m_json.beginObject();
    array("questions", m_analysis.diagnosis.next, [this](const auto& one) { question(one); });
    array("collect", m_analysis.diagnosis.collect, [this](const auto& one) { collect(one); });
    m_json.endObject();
}

void AnalysisWriter::question(const NextQuestion& next)
{
    const Question* known = m_words.knowledge().question(next.question);
    const bool isNumber = known && known->type == AnswerType::Number;
    m_json.beginObject();
    text("id", next.question);
    text("text", m_words.questionText(next.question));
    texts("answers", isNumber ? std::vector<std::string>{"number"} : std::vector<std::string>{"yes", "no"});
    text("why", m_words.fill(known ? known->why : std::string()));
    m_json.key("minutes");
    m_json.number(next.minutes);
    m_json.endObject();
}

void AnalysisWriter::collect(const CollectAdvice& advice)
{
    const Collectable* known = m_words.knowledge().collectable(advice.collectable);
    m_json.beginObject();
    text("source", advice.collectable);
    text("what", m_words.fill(known ? known->what : advice.collectable));
    text("how", m_words.fill(known ? known->how : std::string()));
    text("why", m_words.fill(known ? known->why : std::string()));
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
    text("at", toText(ref.place));
    time("time", at);
    text("text", words);
    m_json.endObject();
}

void AnalysisWriter::texts(std::string_view key, const std::vector<std::string>& values)
{
    array(key, values, [this](const std::string& value) { m_json.text(value); });
}

void AnalysisWriter::text(std::string_view key, std::string_view value)
{
    m_json.key(key);
    m_json.text(value);
}

void AnalysisWriter::text(std::string_view key, const QString& value)
{
    m_json.key(key);
    m_json.text(value);
}

void AnalysisWriter::time(std::string_view key, std::optional<CaseTime> time)
{
    m_json.key(key);
    if (time)
        m_json.text(toRfc3339(time->nsUtc));
    else
        m_json.null();
}

template <typename Values, typename Write>
void AnalysisWriter::array(std::string_view key, const Values& values, Write write)
{
    m_json.key(key);
    m_json.beginArray();
    for (const auto& value : values)
        write(value);
    m_json.endArray();
}

} // namespace

QByteArray toJson(const Analysis& analysis, const Words& english)
{
    return AnalysisWriter(analysis, english).write();
}

} // namespace whittle

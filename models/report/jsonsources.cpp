// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/jsonsources.h"

#include <algorithm>

#include "models/analysis/analysis.h"
#include "models/report/keyedjson.h"
#include "models/report/words.h"

namespace whittle
{
namespace
{

/// One entry of the list: a source, or evidence that could not be read at all, so that nothing is missing in
/// silence.
struct Listed {
    const std::string* path;
    const AnalysedSource* source;
    const UnreadEvidence* unread;
};

std::vector<Listed> listOf(const Analysis& analysis)
{
    std::vector<Listed> list;
    for (const AnalysedSource& source : analysis.sources)
        list.push_back({&source.row.path, &source, nullptr});
    for (const UnreadEvidence& evidence : analysis.unread)
        list.push_back({&evidence.path, nullptr, &evidence});
    std::ranges::stable_sort(list, [](const Listed& a, const Listed& b) { return *a.path < *b.path; });
    return list;
}

using SourceCopies = decltype(Analysis::copies);

class SourcesWriter
{
public:
    SourcesWriter(KeyedJson& json, const Words& words, const SourceCopies& copies)
        : m_json(json)
        , m_words(words)
        , m_copies(copies)
    {
    }
    void unread(const UnreadEvidence& evidence, std::int64_t number);
    void source(const AnalysedSource& source, std::int64_t number);

private:
    void date(const AnalysedSource* source);
    void clock(const SourceClock& clock);
    void step(const SourceClock& clock, const SourceClock::Step& step);
    void coverage(const AnalysedSource& source);
    void limit(const AnalysedSource& source, const CoverageLimit& limit);
    void problem(const Problem& problem);

    KeyedJson& m_json;
    const Words& m_words;
    const SourceCopies& m_copies;
};

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

void SourcesWriter::source(const AnalysedSource& source, std::int64_t number)
{
    const SourceRow& row = source.row;
    m_json.beginObject();
    m_json.key("id");
    m_json.number(number);
    m_json.text("path", row.path);
    m_json.text("sha256", row.sha256);
    m_json.key("bytes");
    m_json.count(row.bytes);
    m_json.text("format", row.format);
    m_json.text("format_reason", row.formatReason);
    m_json.key("records");
    m_json.count(row.records);
    m_json.key("events");
    m_json.count(row.events);
    m_json.time("first", source.first);
    m_json.time("last", source.last);
    date(&source);
    clock(source.clock);
    coverage(source);
    m_json.array("limits", row.limits, [&](const auto& one) { limit(source, one); });
    const auto copies = m_copies.find(row.id);
    m_json.texts("copies", copies == m_copies.end() ? std::vector<std::string>() : copies->second);
    m_json.array("problems", row.problems, [this](const auto& one) { problem(one); });
    m_json.endObject();
}

/// What the date, or the year alone, of a source rests on.
std::string_view dateOrigin(const AnalysedSource& source)
{
    const Basis basis = source.clock.dateBasis.value_or(Basis::Stated);
    if (basis == Basis::Stated)
        return "lines";
    if (source.clock.correction && source.clock.correction->pairs > 0)
        return "matched-events";
    if (basis == Basis::Inferred)
        return "other-sources";
    const bool ofFile = std::ranges::any_of(source.row.problems, [](const Problem& problem) {
        return problem.id == "clocks.year-of-file" || problem.id == "clocks.date-of-file";
    });
    return ofFile ? "file-time" : source.clock.dateShiftNs != 0 ? "nearest-source" : "nothing";
}

/// Without a source, or one that has no times: nothing tells a date.
void SourcesWriter::date(const AnalysedSource* source)
{
    const bool hasTimes = source && source->first;
    m_json.key("date");
    m_json.beginObject();
    m_json.text("basis",
                basisName(hasTimes ? source->clock.dateBasis.value_or(Basis::Stated) : Basis::Assumed));
    m_json.text("from", hasTimes ? dateOrigin(*source) : std::string_view{"nothing"});
    m_json.endObject();
}

void SourcesWriter::clock(const SourceClock& clock)
{
    m_json.key("zone");
    m_json.beginObject();
    m_json.key("id");
    if (clock.zone.empty())
        m_json.null();
    else
        m_json.text(clock.zone);
    m_json.text("basis", basisName(clock.zoneBasis));
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
    m_json.text("basis", m_words.clockBasis(clock));
    if (!clock.steps.empty())
        m_json.array("steps", clock.steps, [&](const auto& one) { step(clock, one); });
    m_json.endObject();
}

void SourcesWriter::step(const SourceClock& clock, const SourceClock::Step& step)
{
    m_json.beginObject();
    m_json.time("from", clock.correctedSteady(step.from));
    m_json.time("to", clock.correctedSteady(step.to));
    m_json.key("by_s");
    m_json.seconds(step.byNs);
    m_json.key("low_s");
    m_json.seconds(step.lowNs);
    m_json.key("high_s");
    m_json.seconds(step.highNs);
    m_json.endObject();
}

void SourcesWriter::coverage(const AnalysedSource& source)
{
    m_json.array("coverage", source.row.coverage, [&](const SourceSpan& span) {
        m_json.beginObject();
        m_json.time("from", source.clock.corrected(span.from));
        m_json.time("to", source.clock.corrected(span.to));
        m_json.endObject();
    });
}

void SourcesWriter::limit(const AnalysedSource& source, const CoverageLimit& limit)
{
    const auto at = [&](const std::optional<SourceTime>& time) {
        return time ? std::optional(source.clock.corrected(*time)) : std::nullopt;
    };
    m_json.beginObject();
    m_json.text("id", limit.id);
    m_json.text("text", m_words.limit(limit));
    m_json.time("from", at(limit.from));
    m_json.time("to", at(limit.to));
    m_json.endObject();
}

void SourcesWriter::problem(const Problem& problem)
{
    m_json.beginObject();
    m_json.text("severity", severityName(problem.severity));
    m_json.key("at");
    if (problem.place)
        m_json.text(toText(*problem.place));
    else
        m_json.null();
    m_json.text("message", m_words.problem(problem));
    m_json.endObject();
}

void SourcesWriter::unread(const UnreadEvidence& evidence, std::int64_t number)
{
    m_json.beginObject();
    m_json.key("id");
    m_json.number(number);
    m_json.text("path", evidence.path);
    m_json.text("sha256", std::string_view{});
    for (const char* count : {"bytes", "records", "events"}) {
        if (count == std::string_view("records")) {
            m_json.text("format", std::string_view{"unknown"});
            m_json.text("format_reason", m_words.error(evidence.error));
        }
        m_json.key(count);
        m_json.count(0);
    }
    m_json.time("first", std::nullopt);
    m_json.time("last", std::nullopt);
    date(nullptr);
    clock(SourceClock{});
    m_json.array("coverage", std::vector<SourceSpan>{}, [](const auto&) {});
    m_json.array("limits", std::vector<CoverageLimit>{}, [](const auto&) {});
    m_json.texts("copies", {});
    m_json.key("problems");
    m_json.beginArray();
    m_json.beginObject();
    m_json.text("severity", severityName(Severity::Error));
    m_json.key("at");
    m_json.null();
    m_json.text("message", m_words.error(evidence.error));
    m_json.endObject();
    m_json.endArray();
    m_json.endObject();
}

} // namespace

SourceNumbers sourceNumbers(const Analysis& analysis)
{
    SourceNumbers numbers;
    std::int64_t number = 0;
    for (const Listed& one : listOf(analysis)) {
        ++number;
        if (one.source)
            numbers.emplace(one.source->row.id, number);
    }
    return numbers;
}

void writeSources(KeyedJson& json, const Analysis& analysis, const Words& words)
{
    SourcesWriter writer(json, words, analysis.copies);
    json.key("sources");
    json.beginArray();
    std::int64_t number = 0;
    for (const Listed& one : listOf(analysis)) {
        ++number;
        if (one.source)
            writer.source(*one.source, number);
        else
            writer.unread(*one.unread, number);
    }
    json.endArray();
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/analyse.h"

#include <algorithm>
#include <set>

#include "models/analysis/citations.h"
#include "models/base/log.h"
#include "models/checks/check.h"
#include "models/clocks/align.h"
#include "models/events/histories.h"
#include "models/events/identity.h"
#include "models/events/ntpsamples.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"

namespace whittle
{

namespace
{

// What a report can show and a person can read; the whole count stands in the finding's parameters.
constexpr std::size_t mostCitations = 25;

int severityRank(const std::string& severity)
{
    return severity == "error" ? 0 : severity == "warning" ? 1 : 2;
}

/// What the user chose and answered, as stored.
struct UserInput {
    std::string title;
    std::string symptom;
    std::vector<AnswerRow> answers;
};

Result<UserInput> loadUserInput(const CaseReader& reader)
{
    UserInput input;
    auto title = reader.setting("title");
    auto symptom = reader.setting("symptom");
    auto answers = reader.answers();
    if (!title || !symptom || !answers)
        return Error{ErrorCode::Database, "the settings of the case cannot be read"};
    input.title = std::move(*title);
    input.symptom = std::move(*symptom);
    input.answers = std::move(*answers);
    return input;
}

class Analyser
{
public:
    Analyser(const CaseFile& file, const Knowledge& knowledge, const std::stop_token& stop)
        : m_file(file)
        , m_knowledge(knowledge)
        , m_stop(stop)
        , m_analysis(std::make_shared<Analysis>())
    {
    }

    Result<AnalysisPtr> run();

private:
    Result<void> load();
    void understand();
    void addSources(const Alignment& alignment);
    void addSpan();
    void chooseSymptom(const CheckContext& context);
    void judge();
    void addFindings();
    void sortDevices(const CheckContext& context);

    const CaseFile& m_file;
    const Knowledge& m_knowledge;
    std::stop_token m_stop;
    CaseEvents m_events;
    UserInput m_input;
    ClockSet m_clocks;
    std::shared_ptr<Analysis> m_analysis;
};

Result<void> Analyser::load()
{
    auto reader = m_file.newReader();
    if (!reader)
        return reader.error();
    auto input = loadUserInput(**reader);
    auto counts = (*reader)->eventCounts();
    auto events = loadCaseEvents(**reader, m_stop);
    if (!input || !counts || !events)
        return !input ? input.error() : !counts ? counts.error() : events.error();
    m_input = std::move(*input);
    m_events = std::move(*events);
    m_analysis->eventCounts = std::move(*counts);
    return {};
}

void Analyser::addSources(const Alignment& alignment)
{
    for (const SourceRow& row : m_events.sources) {
        AnalysedSource source;
        source.row = row;
        if (const SourceClock* clock = alignment.clocks.clock(row.id))
            source.clock = *clock;
        if (row.first && row.last) {
            source.first = source.clock.corrected(*row.first);
            source.last = source.clock.corrected(*row.last);
        }
        m_analysis->sources.push_back(std::move(source));
    }
    std::ranges::sort(m_analysis->sources, {}, [](const AnalysedSource& source) {
        return std::tie(source.row.path, source.row.sha256);
    });
    m_analysis->reference = alignment.reference;
    m_analysis->siteZone = alignment.siteZone;
}

void Analyser::addSpan()
{
    for (const AnalysedSource& source : m_analysis->sources) {
        if (!source.first || source.row.events == 0)
            continue;
        auto& first = m_analysis->first;
        auto& last = m_analysis->last;
        first = first ? std::min(*first, *source.first) : *source.first;
        last = last ? std::max(*last, *source.last) : *source.last;
    }
}

/// The symptom that the evidence shows, where the user has not said.
void Analyser::chooseSymptom(const CheckContext& context)
{
    m_analysis->symptomChosen = !m_input.symptom.empty();
    m_analysis->symptom = m_input.symptom;
    const bool phonesSeen = std::ranges::any_of(context.devices, [](const DeviceHistory& device) {
        return device.isPhone && (!device.registrations.empty() || !device.leases.empty());
    });
    if (m_analysis->symptom.empty() && phonesSeen)
        m_analysis->symptom = "phone-resets";
}

void Analyser::understand()
{
    const Alignment alignment = alignClocks(m_events, Identity(findJoins(m_events)));
    m_clocks = alignment.clocks;
    const Identity identity(findJoins(m_events, m_clocks), m_clocks);
    addSources(alignment);
    addSpan();
    m_analysis->title = m_input.title;
    m_analysis->answers = m_input.answers;
    m_analysis->devices = deviceHistories(m_events, identity, m_clocks);
    m_analysis->ntp = ntpSamples(m_events, m_clocks);
    CheckContext context{m_events, identity, m_clocks, m_analysis->devices, m_analysis->ntp};
    m_analysis->outcomes = runChecks(context);
    chooseSymptom(context);
    sortDevices(context);
}

void Analyser::sortDevices(const CheckContext& context)
{
    std::map<std::string, std::size_t> losses;
    for (const Loss& loss : context.losses)
        ++losses[loss.device->name];
    std::ranges::stable_sort(m_analysis->devices, [&](const DeviceHistory& a, const DeviceHistory& b) {
        const std::size_t lossesOfA = losses[a.name];
        const std::size_t lossesOfB = losses[b.name];
        return lossesOfA != lossesOfB ? lossesOfA > lossesOfB : a.name < b.name;
    });
}

void Analyser::judge()
{
    std::vector<Answer> answers;
    for (const AnswerRow& row : m_input.answers)
        answers.push_back({row.question, row.value});
    if (const Symptom* symptom = m_knowledge.symptom(m_analysis->symptom))
        m_analysis->diagnosis = diagnose(m_knowledge, *symptom, m_analysis->outcomes, answers);
}

/// A finding cites, or it is not one.
void Analyser::addFindings()
{
    for (CheckOutcome& outcome : m_analysis->outcomes) {
        const CheckText* text = m_knowledge.check(outcome.id);
        if (outcome.result != CheckResult::Yes || !text || !text->finding || outcome.evidence.empty())
            continue;
        Finding finding;
        finding.check = outcome.id;
        finding.severity = text->severity;
        finding.cause = text->cause;
        finding.devices = outcome.devices;
        finding.parameters = outcome.parameters;
        for (const CitedEvent& cited : outcome.evidence)
            finding.evidence.push_back({cited.ref, cited.time, {}});
        m_analysis->findings.push_back(std::move(finding));
    }
    std::ranges::stable_sort(m_analysis->findings, {},
                             [](const Finding& finding) { return severityRank(finding.severity); });
}

Result<AnalysisPtr> Analyser::run()
{
    const auto loaded = load();
    if (!loaded)
        return loaded.error();
    understand();
    for (CheckOutcome& outcome : m_analysis->outcomes) {
        if (outcome.evidence.size() > mostCitations)
            outcome.evidence.resize(mostCitations);
    }
    judge();
    addFindings();
    if (m_stop.stop_requested())
        return Error{ErrorCode::Cancelled, "cancelled"};
    addCitationTexts(m_file, m_events, *m_analysis, m_stop);
    if (m_stop.stop_requested())
        return Error{ErrorCode::Cancelled, "cancelled"};
    return AnalysisPtr(m_analysis);
}

} // namespace

const AnalysedSource* Analysis::source(SourceId id) const
{
    const auto found = std::ranges::find(sources, id, [](const AnalysedSource& s) { return s.row.id; });
    return found == sources.end() ? nullptr : &*found;
}

Result<AnalysisPtr> analyse(const CaseFile& file, const Knowledge& knowledge, const std::stop_token& stop)
{
    return Analyser(file, knowledge, stop).run();
}

AnalysisPtr analyseAnswers(const Knowledge& knowledge, const std::string& symptom,
                           const std::vector<Answer>& answers)
{
    auto analysis = std::make_shared<Analysis>();
    analysis->symptom = symptom;
    analysis->symptomChosen = !symptom.empty();
    for (const Answer& answer : answers)
        analysis->answers.push_back(
            {answer.question, answer.value, static_cast<std::int64_t>(analysis->answers.size()) + 1});
    if (const Symptom* known = knowledge.symptom(symptom))
        analysis->diagnosis = diagnose(knowledge, *known, {}, answers);
    return analysis;
}

} // namespace whittle

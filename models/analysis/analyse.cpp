// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/analyse.h"

#include <algorithm>

#include "models/analysis/collected.h"
#include "models/analysis/understand.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"

namespace whittle
{

namespace
{

int severityRank(const std::string& severity)
{
    return severity == "error" ? 0 : severity == "warning" ? 1 : 2;
}

/// What the user chose and answered, as stored.
Result<void> addUserInput(const CaseReader& reader, Analysis& analysis)
{
    auto title = reader.setting("title");
    auto symptom = reader.setting("symptom");
    auto answers = reader.answers();
    auto wishes = clockWishRows(reader);
    if (!title || !symptom || !answers || !wishes)
        return Error{ErrorCode::Database, "the settings of the case cannot be read"};
    analysis.title = std::move(*title);
    analysis.symptom = std::move(*symptom);
    analysis.symptomChosen = !analysis.symptom.empty();
    analysis.answers = std::move(*answers);
    analysis.clockWishes = std::move(*wishes);
    return {};
}

/// The symptom that the evidence shows, where the user has not said.
void chooseSymptom(Analysis& analysis)
{
    const bool phonesSeen = std::ranges::any_of(analysis.devices, [](const DeviceHistory& device) {
        return device.isPhone && (!device.registrations.empty() || !device.leases.empty());
    });
    if (analysis.symptom.empty() && phonesSeen)
        analysis.symptom = "phone-resets";
}

void judge(Analysis& analysis, const Knowledge& knowledge)
{
    std::vector<Answer> answers;
    for (const AnswerRow& row : analysis.answers)
        answers.push_back({row.question, row.value});
    if (const Symptom* symptom = knowledge.symptom(analysis.symptom))
        analysis.diagnosis =
            diagnose(knowledge, *symptom, analysis.outcomes, answers, collectedKinds(analysis));
}

/// A finding cites, or it is not one.
void addFindings(Analysis& analysis, const Knowledge& knowledge)
{
    for (const CheckOutcome& outcome : analysis.outcomes) {
        const CheckText* text = knowledge.check(outcome.id);
        if (outcome.result != CheckResult::Yes || !text || !text->finding || outcome.evidence.empty())
            continue;
        Finding finding;
        finding.check = outcome.id;
        finding.severity = text->severity;
        finding.cause = text->cause;
        finding.devices = outcome.devices;
        finding.parameters = outcome.parameters;
        for (const CitedEvent& cited : outcome.evidence)
            finding.evidence.push_back({cited.ref, cited.time, analysis.citedTexts.at(cited.ref)});
        analysis.findings.push_back(std::move(finding));
    }
    std::ranges::stable_sort(analysis.findings, {},
                             [](const Finding& finding) { return severityRank(finding.severity); });
}

} // namespace

Result<AnalysisPtr> analyse(const CaseFile& file, const Knowledge& knowledge, const std::stop_token& stop,
                            const AnalysisPtr& last)
{
    auto understood = understand(file, last.get(), stop);
    if (!understood)
        return understood.error();
    auto analysis = std::make_shared<Analysis>();
    static_cast<Understanding&>(*analysis) = std::move(*understood);
    const auto reader = file.newReader();
    const auto read = reader ? addUserInput(**reader, *analysis) : Result<void>(reader.error());
    if (!read)
        return read.error();
    chooseSymptom(*analysis);
    judge(*analysis, knowledge);
    addFindings(*analysis, knowledge);
    analysis->visibility = visibility(*analysis, analysis->symptom);
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "cancelled"};
    return AnalysisPtr(analysis);
}

Result<AnalysisPtr> RememberingAnalysis::operator()(const CaseFile& file, const Knowledge& knowledge,
                                                    const std::stop_token& stop) const
{
    AnalysisPtr last;
    {
        const std::lock_guard lock(m_last->mutex);
        last = m_last->analysis.lock();
    }
    auto made = analyse(file, knowledge, stop, last);
    if (made) {
        const std::lock_guard lock(m_last->mutex);
        m_last->analysis = *made;
    }
    return made;
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
    analysis->visibility = visibility(*analysis, symptom);
    return analysis;
}

} // namespace whittle

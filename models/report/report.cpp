// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/report.h"

#include <algorithm>
#include <set>

#include "models/report/reportsections.h"
#include "models/report/visibletext.h"

namespace whittle
{
namespace
{

bool isAccused(const Diagnosis& diagnosis, const std::string& cause)
{
    if (diagnosis.verdict == Verdict::Undetermined || diagnosis.verdict == Verdict::Healthy || cause.empty())
        return false;
    const auto& suspects = diagnosis.suspects;
    if (!suspects.empty() && suspects.front().cause == cause)
        return true;
    return std::any_of(suspects.begin(), suspects.end(), [&](const Suspect& suspect) {
        return suspect.cause == cause && suspect.state == SuspectState::Confirmed;
    });
}

std::set<std::string> devicesOfFindings(const Analysis& analysis,
                                        const std::function<bool(const Finding&)>& matters)
{
    std::set<std::string> devices;
    for (const Finding& finding : analysis.findings) {
        if (matters(finding))
            devices.insert(finding.devices.begin(), finding.devices.end());
    }
    return devices;
}

QString titleOf(const ReportSubject& subject)
{
    if (!subject.analysis.title.empty())
        return visibleText(std::string_view{subject.analysis.title});
    if (!subject.analysis.symptom.empty())
        return subject.words.symptomTitle(subject.analysis.symptom);
    return subject.words.say(QT_TRANSLATE_NOOP("Words", "Untitled case"));
}

QString timelineCaption(const ReportSubject& subject)
{
    return subject.words.say(QT_TRANSLATE_NOOP("Words", "Registrations, leases and events over time, in %1."))
        .arg(subject.times.zoneName());
}

} // namespace

std::vector<std::string> affectedDevices(const Analysis& analysis)
{
    std::set<std::string> left = devicesOfFindings(
        analysis, [&](const Finding& finding) { return isAccused(analysis.diagnosis, finding.cause); });
    if (left.empty() && analysis.diagnosis.verdict != Verdict::Healthy)
        left =
            devicesOfFindings(analysis, [](const Finding& finding) { return finding.severity == "error"; });
    std::vector<std::string> ordered;
    for (const DeviceHistory& device : analysis.devices) {
        if (left.erase(device.name) > 0)
            ordered.push_back(device.name);
    }
    ordered.insert(ordered.end(), left.begin(), left.end());
    return ordered;
}

QString placeText(const ReportSubject& subject, const EventRef& ref)
{
    const AnalysedSource* source = subject.analysis.source(ref.source);
    const QString place = subject.words.place(ref.place);
    return source ? visibleText(std::string_view{source->row.path}) + QStringLiteral(", ") + place : place;
}

QString spanText(const TimeText& times, std::optional<CaseTime> first, std::optional<CaseTime> last)
{
    if (!first || !last)
        return {};
    return QStringLiteral("%1 – %2").arg(times.dateMinute(*first), times.dateMinute(*last));
}

Report buildReport(const Analysis& analysis, const Words& words, const TimeText& times, Figure timeline)
{
    const ReportSubject subject{analysis, words, times};
    Report report;
    report.title = titleOf(subject);
    report.subtitle = words.say(QT_TRANSLATE_NOOP("Words", "Findings report"));
    report.pageText = words.say(QT_TRANSLATE_NOOP("Words", "Page %1 of %2"));
    addSummary(report.blocks, subject);
    addInBrief(report.blocks, subject);
    if (timeline.paint) {
        timeline.caption = timelineCaption(subject);
        report.blocks.push_back(std::move(timeline));
    }
    addFindings(report.blocks, subject);
    addAnswers(report.blocks, subject);
    addEliminated(report.blocks, subject);
    addRemaining(report.blocks, subject);
    addNextSteps(report.blocks, subject);
    addSources(report.blocks, subject);
    return report;
}

} // namespace whittle

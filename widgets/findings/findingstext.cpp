// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/findings/findingstext.h"

#include <algorithm>
#include <set>

#include <QStringList>

#include "models/report/visibletext.h"

namespace whittle
{

namespace
{

bool isPhone(const std::string& device)
{
    return device.starts_with("SEP");
}

} // namespace

QString FindingsText::extent(const Finding& finding) const
{
    QStringList parts;
    const std::size_t devices = finding.devices.size();
    const bool phones = std::ranges::all_of(finding.devices, isPhone);
    if (devices == 1)
        parts << QString::fromStdString(finding.devices.front());
    else if (devices > 1)
        parts << (phones ? tr("%1 phones") : tr("%1 devices")).arg(m_words.number(devices));
    const auto count = finding.parameters.find("count");
    const qulonglong times =
        count == finding.parameters.end() ? 0 : QString::fromStdString(count->second).toULongLong();
    if (times == 1)
        parts << tr("once");
    else if (times > 1)
        parts << tr("%1 times").arg(m_words.number(times));
    return parts.join(QStringLiteral(" · "));
}

QString FindingsText::place(const Analysis& analysis, const EventRef& ref) const
{
    const AnalysedSource* source = analysis.source(ref.source);
    const QString where = m_words.place(ref.place);
    if (!source)
        return where;
    const std::string& path = source->row.path;
    return tr("%1 %2").arg(QString::fromStdString(path.substr(path.find_last_of('/') + 1)), where);
}

QString FindingsText::footer(const Finding& finding) const
{
    QStringList parts;
    if (const QString refute = m_words.findingWouldRefute(finding); !refute.isEmpty())
        parts << tr("refuted by: %1").arg(refute);
    if (const QString next = m_words.findingNextStep(finding); !next.isEmpty())
        parts << tr("next: %1").arg(next);
    return parts.join(QLatin1Char('\n'));
}

QString FindingsText::clears(const Analysis& analysis, const std::string& check) const
{
    QStringList names;
    for (const Suspect& suspect : analysis.diagnosis.suspects) {
        if (suspect.state == SuspectState::Eliminated && !suspect.reasons.empty()
            && suspect.reasons.front().check == check)
            names << m_words.causeTitle(suspect.cause);
    }
    return names.isEmpty() ? QString() : tr("clears: %1").arg(names.join(tr(", ")));
}

std::vector<ClearedRow> FindingsText::cleared(const Analysis& analysis) const
{
    std::vector<ClearedRow> rows;
    for (const CheckOutcome& outcome : analysis.outcomes) {
        const QString text = outcome.result == CheckResult::No ? m_words.cleared(outcome) : QString();
        if (!text.isEmpty())
            rows.push_back({text, clears(analysis, outcome.id)});
    }
    std::stable_partition(rows.begin(), rows.end(),
                          [](const ClearedRow& row) { return !row.clears.isEmpty(); });
    return rows;
}

std::vector<QString> FindingsText::notObservable(const Analysis& analysis) const
{
    std::set<std::string> told;
    std::vector<QString> questions;
    for (const CheckOutcome& outcome : analysis.outcomes) {
        if (outcome.result == CheckResult::NotObservable && told.insert(outcome.id).second)
            questions.push_back(m_words.questionText(outcome.id));
    }
    return questions;
}

namespace
{

/// Of registrations, by something else than the phone itself or an administrator, and not to go back to the
/// node that it prefers.
int unexplainedEnds(const Analysis& analysis)
{
    int ends = 0;
    for (const DeviceHistory& device : analysis.devices) {
        for (std::size_t i = 0; i < device.registrations.size(); ++i) {
            const Registration& one = device.registrations[i];
            const Registration* next =
                i + 1 < device.registrations.size() ? &device.registrations[i + 1] : nullptr;
            ends += one.ended != RegistrationEnd::Open && one.ended != RegistrationEnd::Unregister
                && one.ended != RegistrationEnd::Reset && one.ended != RegistrationEnd::Restart
                && one.ended != RegistrationEnd::ApplyConfig && !isFailback(one, next);
        }
    }
    return ends;
}

} // namespace

QString FindingsText::emptyText(const Analysis& analysis) const
{
    if (analysis.sources.empty())
        return tr("There is no evidence yet. Drop captures, traces or logs on the window; what they prove is "
                  "listed here.");
    if (std::ranges::all_of(analysis.outcomes,
                            [](const CheckOutcome& o) { return o.result == CheckResult::NotObservable; }))
        return analysis.diagnosis.suspects.empty()
            ? tr("This evidence could not answer any check. Say in the guide what is wrong, and it tells "
                 "what to "
                 "collect.")
            : tr("This evidence could not answer any check. What to collect stands in the guide.");
    if (const int ended = unexplainedEnds(analysis); ended > 0)
        return ended == 1
            ? tr("1 registration ended, and no check can say why. What to collect stands in the guide.")
            : tr("%n registrations ended, and no check can say why. What to collect stands in the guide.",
                 nullptr, ended);
    return tr("No check found anything wrong in this evidence.");
}

QString FindingsText::plain(const Analysis& analysis, const Finding& finding, const TimeText& times) const
{
    QStringList lines;
    const QString count = extent(finding);
    lines << (count.isEmpty() ? m_words.findingTitle(finding)
                              : tr("%1 (%2)").arg(m_words.findingTitle(finding), count));
    if (const QString explanation = m_words.findingExplanation(finding); !explanation.isEmpty())
        lines << explanation;
    for (const Citation& citation : finding.evidence) {
        QStringList parts{place(analysis, citation.ref), visibleText(citation.text)};
        if (analysis.hasTimes(citation.ref.source))
            parts.prepend(times.dateTime(citation.time));
        lines << QStringLiteral("  ") + parts.join(QStringLiteral("  "));
    }
    if (const QString more = footer(finding); !more.isEmpty())
        lines << more;
    return lines.join(QLatin1Char('\n'));
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidencereading.h"

#include <algorithm>
#include <optional>

#include "app/console.h"
#include "models/import/importmonitor.h"
#include "models/report/visibletext.h"

namespace whittle
{

bool isLoss(const Problem& problem)
{
    return problem.severity >= Severity::DataLoss;
}

namespace
{

/// The source itself, given once more: `item` leads to it as it was collected, its own layers also into it.
bool isPlaceOf(const SourceRow& source, const EvidenceItem& item)
{
    const std::string into = source.layers + ' ';
    const std::string to = item.layers.empty() ? std::string() : item.layers + ' ';
    return source.location == item.location && into.starts_with(to)
        && into.find("member:", to.size()) == std::string::npos;
}

} // namespace

EvidenceReading::EvidenceReading(const Words& words, ImportOptions options, bool quiet, std::stop_token stop)
    : m_words(words)
    , m_options(std::move(options))
    , m_isQuiet(quiet)
    , m_stop(std::move(stop))
{
}

Result<void> EvidenceReading::read(CaseFile& file, const Collected& collected)
{
    for (const ImportOutcome& outcome : collected.unreadable)
        note(outcome);
    for (const EvidenceItem& item : collected.items) {
        if (const auto done = readItem(file, item); !done)
            return done;
    }
    tellUnfitted();
    std::ranges::sort(m_unread, {}, &UnreadEvidence::path); // the order of the arguments must not show
    return {};
}

Result<void> EvidenceReading::readItem(CaseFile& file, const EvidenceItem& item)
{
    ImportMonitor monitor;
    std::optional<ImportOutcome> outcome;
    {
        const ProgressBar bar(item.path, monitor.progress, m_isQuiet);
        outcome = importOne(file, item, monitor, m_stop, m_options);
    }
    if (outcome->state == ImportOutcome::State::Cancelled)
        return Error{ErrorCode::Cancelled, "cancelled"};
    m_files += outcome->state != ImportOutcome::State::Failed;
    m_fitted.merge(outcome->fitted);
    for (const ImportOutcome& member : monitor.takeOver())
        note(member);
    note(*outcome);
    return {};
}

void EvidenceReading::note(const ImportOutcome& outcome)
{
    if (outcome.error) {
        m_unread.push_back({outcome.item.path, *outcome.error});
        tell(m_words.error(*outcome.error));
        return;
    }
    const bool imported = outcome.state == ImportOutcome::State::Imported;
    m_hasLost = m_hasLost || std::ranges::any_of(outcome.problems, isLoss);
    if (imported)
        m_read.insert(outcome.source);
    else
        m_copies[outcome.source].push_back(outcome.item);
    const Severity least = m_isQuiet ? Severity::DataLoss : imported ? Severity::Notice : Severity::Info;
    std::vector<Problem> problems = outcome.problems;
    std::erase_if(problems, [&](const Problem& problem) { return problem.severity < least; });
    tellProblems(outcome.item.path, problems);
}

void EvidenceReading::tellProblems(const std::string& path, const std::vector<Problem>& problems) const
{
    for (const Problem& problem : problems) {
        const QString place =
            problem.place ? QStringLiteral(", ") + m_words.place(*problem.place) : QString();
        tell(visibleText(std::string_view{path}) + place + QStringLiteral(": ") + m_words.problem(problem));
    }
}

/// A format that was chosen for nothing is as good as a path that does not exist.
void EvidenceReading::tellUnfitted() const
{
    for (std::size_t i = 0; i < m_options.forced.size(); ++i) {
        if (!m_fitted.contains(i))
            tell(QStringLiteral("--format %1: none of the files that were read is called so")
                     .arg(visibleText(std::string_view{m_options.forced[i].glob})));
    }
}

void EvidenceReading::tellKnownGaps(const Analysis& analysis) const
{
    for (const AnalysedSource& source : analysis.sources) {
        std::vector<Problem> problems = source.row.problems;
        std::erase_if(problems, [](const Problem& problem) { return !isLoss(problem); });
        if (!m_read.contains(source.row.id))
            tellProblems(source.row.path, problems);
    }
}

AnalysisPtr EvidenceReading::addTo(const AnalysisPtr& analysis) const
{
    if (m_unread.empty() && m_copies.empty())
        return analysis;
    auto whole = std::make_shared<Analysis>(*analysis);
    whole->unread = m_unread;
    for (const AnalysedSource& source : analysis->sources) {
        const auto items = m_copies.find(source.row.id);
        if (items == m_copies.end())
            continue;
        std::set<std::string> paths;
        for (const EvidenceItem& item : items->second) {
            if (!isPlaceOf(source.row, item))
                paths.insert(item.path);
        }
        whole->copies[source.row.id] = {paths.begin(), paths.end()};
    }
    return whole;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/reportsections.h"

#include <algorithm>
#include <cmath>

#include "models/report/visibletext.h"

namespace whittle
{
namespace
{

/// As many decimals as an interval of that half-width deserves: one digit of it shows.
int decimalsFor(std::int64_t halfWidthNs)
{
    if (halfWidthNs <= 0)
        return 3;
    const double seconds = static_cast<double>(halfWidthNs) / static_cast<double>(nsPerSecond);
    return std::clamp(static_cast<int>(std::ceil(-std::log10(seconds))), 0, 9);
}

QString seconds(std::int64_t ns, int decimals, bool sign)
{
    const double value = static_cast<double>(ns) / static_cast<double>(nsPerSecond);
    const QString text = QString::number(std::fabs(value), 'f', decimals);
    const bool zero = text.toDouble() == 0;
    return (zero || !sign ? QString() : value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + text;
}

/// "+41.2 s ± 0.2 s"; both ends where the interval is not even.
QString offsetText(const SourceClock::Correction& correction)
{
    const std::int64_t below = correction.offsetNs - correction.lowNs;
    const std::int64_t above = correction.highNs - correction.offsetNs;
    const std::int64_t half = std::max(below, above);
    const int decimals = decimalsFor(half);
    const QString offset = seconds(correction.offsetNs, decimals, true);
    if (half == 0)
        return QStringLiteral("%1\u00a0s").arg(offset);
    if (std::llabs(below - above) * 5 <= half)
        return QStringLiteral("%1\u00a0s ± %2\u00a0s").arg(offset, seconds(half, decimals, false));
    return QStringLiteral("%1\u00a0s (%2 … %3)")
        .arg(offset, seconds(correction.lowNs, decimals, true), seconds(correction.highNs, decimals, true));
}

QString clockText(const ReportSubject& subject, const AnalysedSource& source)
{
    const Words& words = subject.words;
    if (!source.first)
        return words.say(QT_TRANSLATE_NOOP("Words", "has no times"));
    const auto& correction = source.clock.correction;
    QStringList lines;
    if (!correction)
        lines << words.say(QT_TRANSLATE_NOOP("Words", "cannot be told"));
    else if (correction->basis == "reference")
        lines << words.clockBasis(source.clock);
    else
        lines << offsetText(*correction) << words.clockBasis(source.clock);
    if (!source.clock.zone.empty())
        lines << QStringLiteral("%1 (%2)").arg(visibleText(std::string_view{source.clock.zone}),
                                               words.basis(source.clock.zoneBasis));
    return lines.join(u'\n');
}

QString formatText(const AnalysedSource& source)
{
    return visibleText(std::string_view{source.row.format});
}

QString fromTo(const ReportSubject& subject, const AnalysedSource& source)
{
    if (!source.first || !source.last)
        return {};
    return QStringLiteral("%1 –\n%2")
        .arg(subject.times.dateMinute(*source.first), subject.times.dateMinute(*source.last));
}

Table overview(const ReportSubject& subject)
{
    using Face = Table::Column::Face;
    const Words& words = subject.words;
    Table table;
    table.columns = {{words.say(QT_TRANSLATE_NOOP("Words", "Source")), 0.27, Face::Text},
                     {words.say(QT_TRANSLATE_NOOP("Words", "Format")), 0.13, Face::Text},
                     {words.say(QT_TRANSLATE_NOOP("Words", "Bytes")), 0.12, Face::Number},
                     {words.say(QT_TRANSLATE_NOOP("Words", "Events")), 0.09, Face::Number},
                     {words.say(QT_TRANSLATE_NOOP("Words", "From – to")), 0.2, Face::Text},
                     {words.say(QT_TRANSLATE_NOOP("Words", "Clock")), 0.19, Face::Text}};
    for (const AnalysedSource& source : subject.analysis.sources)
        table.rows.push_back({visibleText(std::string_view{source.row.path}), formatText(source),
                              words.number(source.row.bytes), words.number(source.row.events),
                              fromTo(subject, source), clockText(subject, source)});
    return table;
}

Table hashes(const ReportSubject& subject)
{
    const Words& words = subject.words;
    Table table;
    table.columns = {{words.say(QT_TRANSLATE_NOOP("Words", "Source")), 0.38, Table::Column::Face::Text},
                     {words.say(QT_TRANSLATE_NOOP("Words", "SHA-256")), 0.62, Table::Column::Face::Fixed}};
    for (const AnalysedSource& source : subject.analysis.sources)
        table.rows.push_back({visibleText(std::string_view{source.row.path}),
                              visibleText(std::string_view{source.row.sha256})});
    return table;
}

Table problems(const ReportSubject& subject)
{
    const Words& words = subject.words;
    Table table;
    table.columns = {{words.say(QT_TRANSLATE_NOOP("Words", "Source")), 0.28},
                     {words.say(QT_TRANSLATE_NOOP("Words", "Where")), 0.16},
                     {words.say(QT_TRANSLATE_NOOP("Words", "How bad")), 0.13},
                     {words.say(QT_TRANSLATE_NOOP("Words", "What")), 0.43}};
    for (const AnalysedSource& source : subject.analysis.sources) {
        for (const Problem& problem : source.row.problems)
            table.rows.push_back({visibleText(std::string_view{source.row.path}),
                                  problem.place ? words.place(*problem.place) : QString(),
                                  words.severity(problem.severity), words.problem(problem)});
    }
    return table;
}

} // namespace

void addSources(std::vector<Block>& blocks, const ReportSubject& subject)
{
    const Words& words = subject.words;
    blocks.push_back(Heading{1, words.say(QT_TRANSLATE_NOOP("Words", "Sources"))});
    if (subject.analysis.sources.empty()) {
        blocks.push_back(Paragraph{words.say(
            QT_TRANSLATE_NOOP("Words", "There is no evidence: what stands here rests on answers alone."))});
        return;
    }
    blocks.push_back(overview(subject));
    blocks.push_back(Paragraph{
        words.say(QT_TRANSLATE_NOOP(
            "Words",
            "A clock of +2 s is two seconds ahead of the reference clock. All times in this report are "
            "corrected for it. The evidence itself was not altered.")),
        Paragraph::Style::Note});
    blocks.push_back(Heading{2, words.say(QT_TRANSLATE_NOOP("Words", "Fingerprints"))});
    blocks.push_back(hashes(subject));
    Table told = problems(subject);
    if (told.rows.empty())
        return;
    blocks.push_back(Heading{2, words.say(QT_TRANSLATE_NOOP("Words", "Noticed while reading"))});
    blocks.push_back(std::move(told));
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sources/sourcetext.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "models/report/visibletext.h"
#include "models/timeline/timerange.h"

namespace whittle::sourcetext
{

namespace
{

constexpr std::size_t shownProblems = 50;
constexpr std::size_t shownSpans = 12;

/// The context of the texts for translators.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SourceText)
};

QString placeText(Place place)
{
    const QString number = QLocale().toString(static_cast<qulonglong>(place.number));
    switch (place.unit) {
    case PlaceUnit::Frame:
        return Texts::tr("frame %1").arg(number);
    case PlaceUnit::Line:
        return Texts::tr("line %1").arg(number);
    case PlaceUnit::Offset:
        break;
    }
    return Texts::tr("byte %1").arg(number);
}

QString row(const QString& name, const QString& value)
{
    return value.isEmpty()
        ? QString()
        : QStringLiteral("<tr><td style='padding:3px 16px 3px 0; white-space:nowrap;'>%1</td>"
                         "<td style='padding:3px 0;'>%2</td></tr>")
              .arg(name.toHtmlEscaped(), value);
}

QString text(const std::string& value)
{
    return visibleText(std::string_view{value}).toHtmlEscaped();
}

QString spans(const AnalysedSource& source, const TimeText& times)
{
    QStringList lines;
    for (const SourceSpan& span : source.row.coverage) {
        if (lines.size() == static_cast<qsizetype>(shownSpans))
            break;
        lines << Texts::tr("%1 to %2")
                     .arg(times.dateTime(source.clock.corrected(span.from)),
                          times.dateTime(source.clock.corrected(span.to)));
    }
    if (source.row.coverage.size() > shownSpans)
        lines << Texts::tr("and %n more", nullptr, static_cast<int>(source.row.coverage.size() - shownSpans));
    return lines.isEmpty() ? Texts::tr("not known") : lines.join(QStringLiteral("<br>"));
}

QString limitLine(const AnalysedSource& source, const CoverageLimit& limit, const Words& words,
                  const TimeText& times)
{
    const QString what = words.limit(limit);
    const auto at = [&](const SourceTime& time) { return times.dateTime(source.clock.corrected(time)); };
    if (limit.from && limit.to)
        return Texts::tr("%1 to %2: %3").arg(at(*limit.from), at(*limit.to), what);
    if (limit.from)
        return Texts::tr("from %1: %2").arg(at(*limit.from), what);
    return limit.to ? Texts::tr("until %1: %2").arg(at(*limit.to), what) : what;
}

/// What it could not show; nothing where nothing is known to be missing.
QString limits(const AnalysedSource& source, const Words& words, const TimeText& times)
{
    QStringList lines;
    for (const CoverageLimit& limit : source.row.limits) {
        if (lines.size() == static_cast<qsizetype>(shownSpans))
            break;
        lines << limitLine(source, limit, words, times).toHtmlEscaped();
    }
    if (source.row.limits.size() > shownSpans)
        lines << Texts::tr("and %n more", nullptr, static_cast<int>(source.row.limits.size() - shownSpans));
    return lines.join(QStringLiteral("<br>"));
}

QString problemItem(const Problem& problem, const Words& words)
{
    const QString where = problem.place ? placeText(*problem.place) + QStringLiteral(": ") : QString();
    return QStringLiteral("<li>%1 – %2%3</li>")
        .arg(severity(problem.severity).toHtmlEscaped(), where.toHtmlEscaped(),
             words.problem(problem).toHtmlEscaped());
}

QString problemList(const AnalysedSource& source, const Words& words)
{
    QStringList items;
    for (const Problem& problem : source.row.problems) {
        if (items.size() == static_cast<qsizetype>(shownProblems))
            break;
        items << problemItem(problem, words);
    }
    if (items.isEmpty())
        return QStringLiteral("<p>%1</p>").arg(Texts::tr("None.").toHtmlEscaped());
    if (source.row.problems.size() > shownProblems)
        items << QStringLiteral("<li>%1</li>")
                     .arg(Texts::tr("and %n more", nullptr,
                                    static_cast<int>(source.row.problems.size() - shownProblems)));
    return QStringLiteral("<ul style='margin-left:-22px;'>%1</ul>").arg(items.join(QString()));
}

} // namespace

QString clockOffset(const AnalysedSource& source)
{
    const auto& correction = source.clock.correction;
    if (!source.row.first)
        return Texts::tr("no times");
    if (!correction)
        return Texts::tr("not known");
    if (correction->basis == "reference")
        return Texts::tr("reference clock");
    const std::int64_t half = (correction->highNs - correction->lowNs) / 2;
    const QString length = TimeText::duration(Nanoseconds{std::abs(correction->offsetNs)});
    const QString within = TimeText::duration(Nanoseconds{half});
    if (std::abs(correction->offsetNs) <= half)
        return Texts::tr("agrees, ± %1").arg(within);
    return correction->offsetNs > 0 ? Texts::tr("%1 ahead, ± %2").arg(length, within)
                                    : Texts::tr("%1 behind, ± %2").arg(length, within);
}

QString shortClockOffset(const AnalysedSource& source)
{
    const auto& correction = source.clock.correction;
    if (!source.row.first || (correction && correction->basis == "reference"))
        return source.row.first ? Texts::tr("reference") : clockOffset(source);
    if (!correction)
        return Texts::tr("not known");
    if (std::abs(correction->offsetNs) <= (correction->highNs - correction->lowNs) / 2)
        return Texts::tr("agrees");
    const QString length = TimeText::duration(Nanoseconds{std::abs(correction->offsetNs)});
    return correction->offsetNs > 0 ? Texts::tr("%1 ahead").arg(length) : Texts::tr("%1 behind").arg(length);
}

QString span(const AnalysedSource& source, const TimeText& times)
{
    if (!source.first || !source.last)
        return QStringLiteral("–");
    const QString from = times.dateMinute(*source.first);
    const QString to = times.dateMinute(*source.last);
    return from == to ? from : Texts::tr("%1 – %2", "from, to").arg(from, to);
}

QString shortSpan(const AnalysedSource& source, const TimeText& times)
{
    if (!source.first || !source.last || *source.first == *source.last)
        return span(source, times);
    return Texts::tr("%1, %2", "from when, how long")
        .arg(times.dateMinute(*source.first), TimeText::duration(difference(*source.last, *source.first)));
}

QString clockBasis(const AnalysedSource& source)
{
    const auto& correction = source.clock.correction;
    if (!correction)
        return Texts::tr("None of its events is found in another source, so its clock is taken as it is.");
    if (correction->basis == "reference")
        return Texts::tr("All other clocks are compared with this one.");
    QString sentence = correction->pairs == 1
        ? Texts::tr("Based on 1 event that another source recorded too.")
        : Texts::tr("Based on %n events that other sources recorded too.", nullptr,
                    static_cast<int>(correction->pairs));
    if (std::abs(correction->driftPpm) >= 0.05)
        sentence += QLatin1Char(' ')
            + Texts::tr("It drifts by %1 ppm.").arg(QLocale().toString(correction->driftPpm, 'f', 1));
    return sentence;
}

QString zone(const AnalysedSource& source)
{
    return Texts::tr("%1, %2").arg(QString::fromStdString(source.clock.zone), basis(source.clock.zoneBasis));
}

QString basis(Basis basis)
{
    switch (basis) {
    case Basis::Stated:
        return Texts::tr("stated");
    case Basis::Inferred:
        return Texts::tr("inferred");
    case Basis::Assumed:
        break;
    }
    return Texts::tr("assumed");
}

int problemCount(const AnalysedSource& source)
{
    const auto& problems = source.row.problems;
    return static_cast<int>(std::count_if(problems.begin(), problems.end(), [](const Problem& problem) {
        return problem.severity != Severity::Info;
    }));
}

bool isEmptyFile(const AnalysedSource& source)
{
    return std::ranges::any_of(source.row.problems,
                               [](const Problem& one) { return one.id == "import.empty-file"; });
}

Severity worst(const AnalysedSource& source)
{
    Severity worst = Severity::Info;
    for (const Problem& problem : source.row.problems)
        worst = std::max(worst, problem.severity);
    return worst;
}

QString severity(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return Texts::tr("information");
    case Severity::Notice:
        return Texts::tr("notice");
    case Severity::DataLoss:
        return Texts::tr("something is missing");
    case Severity::Error:
        break;
    }
    return Texts::tr("not readable");
}

namespace
{

QString format(const SourceRow& source, const Words& words)
{
    const QString name = visibleText(std::string_view{source.format});
    return source.formatReason.empty() ? name
                                       : Texts::tr("%1: %2").arg(name, words.reason(source.formatReason));
}

} // namespace

QString details(const AnalysedSource& source, const Words& words, const TimeText& times)
{
    const SourceRow& known = source.row;
    QString rows = row(Texts::tr("Read from"), text(known.location));
    rows += row(Texts::tr("Size"),
                QLocale().formattedDataSize(static_cast<qint64>(known.bytes), 1, QLocale::DataSizeSIFormat));
    rows += row(Texts::tr("SHA-256"), QStringLiteral("<code>%1</code>").arg(text(known.sha256)));
    rows += row(Texts::tr("Format"), format(known, words).toHtmlEscaped());
    rows += row(Texts::tr("Records"), QLocale().toString(static_cast<qulonglong>(known.records)));
    rows += row(Texts::tr("Coverage"), spans(source, times));
    rows += row(Texts::tr("Limits"), limits(source, words, times));
    rows += row(Texts::tr("Clock"),
                (clockOffset(source) + QStringLiteral(". ") + clockBasis(source)).toHtmlEscaped());
    rows += row(Texts::tr("Zone"), zone(source).toHtmlEscaped());
    if (source.clock.dateBasis)
        rows += row(Texts::tr("Date"), basis(*source.clock.dateBasis).toHtmlEscaped());
    return QStringLiteral("<h3>%1</h3><table>%2</table><h4>%3</h4>%4")
        .arg(text(known.path), rows, Texts::tr("Problems").toHtmlEscaped(), problemList(source, words));
}

} // namespace whittle::sourcetext

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sources/sourcetext.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "models/base/floordivided.h"
#include "models/report/visibletext.h"
#include "models/timeline/timerange.h"
#include "widgets/sources/clockdifference.h"

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

QString clockOffset(const AnalysedSource& source, const ClockWishRows& wishes)
{
    const auto& correction = source.clock.correction;
    if (!source.row.first)
        return Texts::tr("no times");
    if (wishes.excluded.contains(source.row.id))
        return Texts::tr("left out by you");
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

namespace
{

struct BasisText {
    const char* basis;
    const char* one; ///< resting on a single moment
    const char* many; ///< with the number of them
};

/// By ClockRelation::basis; a basis without a line here is told as events that others recorded too.
constexpr BasisText basisTexts[] = {
    {"matched-messages", QT_TRANSLATE_NOOP("SourceText", "Based on 1 message that another source shows too."),
     QT_TRANSLATE_NOOP("SourceText", "Based on %1 messages that other sources show too.")},
    {"matched-events", QT_TRANSLATE_NOOP("SourceText", "Based on 1 event that another source recorded too."),
     QT_TRANSLATE_NOOP("SourceText", "Based on %1 events that other sources recorded too.")},
    {"ntp-timestamps", QT_TRANSLATE_NOOP("SourceText", "Based on the timestamps in 1 NTP exchange."),
     QT_TRANSLATE_NOOP("SourceText", "Based on the timestamps in %1 NTP exchanges.")},
    {"sip-dates", QT_TRANSLATE_NOOP("SourceText", "Based on the date that 1 SIP message states."),
     QT_TRANSLATE_NOOP("SourceText", "Based on the dates that %1 SIP messages state.")},
    {"sccp-time", QT_TRANSLATE_NOOP("SourceText", "Based on the time that CallManager told a phone."),
     QT_TRANSLATE_NOOP("SourceText", "Based on the time that CallManager told phones %1 times.")},
    {"ntp-status", QT_TRANSLATE_NOOP("SourceText", "Based on what its host says of its own clock once."),
     QT_TRANSLATE_NOOP("SourceText", "Based on what its host says of its own clock %1 times.")},
    {"same-host", QT_TRANSLATE_NOOP("SourceText", "It has the clock of another source of the same host."),
     QT_TRANSLATE_NOOP("SourceText", "It has the clock of other sources of the same host.")},
    {"pinned", QT_TRANSLATE_NOOP("SourceText", "You said that one of its events is that of another source."),
     QT_TRANSLATE_NOOP("SourceText", "You said that %1 of its events are those of other sources.")},
    {"set", QT_TRANSLATE_NOOP("SourceText", "You set it."), QT_TRANSLATE_NOOP("SourceText", "You set it.")},
};

QString basisSentence(const SourceClock::Correction& correction)
{
    const auto* found = std::ranges::find(basisTexts, correction.basis,
                                          [](const BasisText& text) { return std::string_view(text.basis); });
    const BasisText& text = found == std::end(basisTexts) ? basisTexts[1] : *found;
    if (correction.pairs <= 1)
        return Texts::tr(text.one);
    const QString many = Texts::tr(text.many);
    return many.contains(QLatin1String("%1")) ? many.arg(QLocale().toString(qlonglong{correction.pairs}))
                                              : many;
}

/// "It lies between +0:00:41 and +0:00:41.4.": to three digits of its width, and never narrower than it is.
QString interval(const SourceClock::Correction& correction)
{
    constexpr std::int64_t microsecond = 1000;
    std::int64_t step = microsecond;
    while (step <= (correction.highNs - correction.lowNs) / 1000)
        step *= 10;
    return Texts::tr("It lies between %1 and %2.")
        .arg(clockDifferenceText(floorDivided(correction.lowNs, step) * step),
             clockDifferenceText(-floorDivided(-correction.highNs, step) * step));
}

/// Begins with a space; empty for a clock that was not set.
QString setWhileItRecorded(const SourceClock& clock)
{
    if (clock.steps.empty())
        return {};
    return QLatin1Char(' ')
        + Texts::tr("It was set while the source recorded (see below): this is how it stood at the middle.");
}

} // namespace

QString clockBasis(const AnalysedSource& source, const ClockWishRows& wishes)
{
    const auto& correction = source.clock.correction;
    if (wishes.excluded.contains(source.row.id))
        return Texts::tr(
            "You left it out of the alignment: its clock is taken as it is, and its times cannot be "
            "compared with those of the others.");
    if (!correction)
        return Texts::tr(
            "None of its events is found in another source: its clock is taken as it is, and its "
            "times cannot be compared with those of the others.");
    if (correction->basis == "reference")
        return Texts::tr("All other clocks are compared with this one.") + setWhileItRecorded(source.clock);
    QString sentence = basisSentence(*correction) + QLatin1Char(' ') + interval(*correction);
    if (std::abs(correction->driftPpm) >= 0.05)
        sentence += QLatin1Char(' ')
            + Texts::tr("It drifts by %1 ppm.").arg(QLocale().toString(correction->driftPpm, 'f', 1));
    return sentence + setWhileItRecorded(source.clock);
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

/// How the zone is known.
QString zoneReason(const AnalysedSource& source)
{
    switch (source.clock.zoneBasis) {
    case Basis::Stated:
        return Texts::tr("The source says so itself.");
    case Basis::Inferred:
        return Texts::tr("It follows from the comparison with other sources, or from the zone of the site.");
    case Basis::Assumed:
        break;
    }
    return Texts::tr("Nothing tells it; the times may be hours off.");
}

/// "UTC+05:30"
QString utcOffset(std::int64_t ns)
{
    const std::int64_t minutes = std::abs(ns) / (60 * nsPerSecond);
    return QStringLiteral("UTC%1%2:%3")
        .arg(QLatin1String(ns < 0 ? "-" : "+"))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

/// When its zone, or its count of days, changes while it records.
QString turns(const AnalysedSource& source, const TimeText& times)
{
    QStringList lines;
    for (const SourceClock::Turn& turn : source.clock.turns)
        lines << Texts::tr("%1 from %2 on").arg(utcOffset(turn.offsetNs), times.dateMinute(turn.at));
    return lines.join(QStringLiteral("<br>"));
}

QString eventName(const Analysis& analysis, const EventRef& ref)
{
    const AnalysedSource* source = analysis.source(ref.source);
    const QString place = placeText(ref.place);
    return source ? Texts::tr("%1 in %2").arg(place, visibleText(std::string_view{source->row.path})) : place;
}

/// What the user said of its clock, each with a link that takes it back.
QString saidOfIt(const Analysis& analysis, const AnalysedSource& source)
{
    QStringList lines;
    const ClockWishRows& wishes = analysis.clockWishes;
    if (wishes.offsets.contains(source.row.id))
        lines << Texts::tr("You set it.").toHtmlEscaped();
    for (std::size_t i = 0; i < wishes.pins.size(); ++i) {
        const auto& [a, b] = wishes.pins[i];
        if (a.source != source.row.id && b.source != source.row.id)
            continue;
        lines << Texts::tr("%1 and %2 are the same moment.")
                     .arg(eventName(analysis, a), eventName(analysis, b))
                     .toHtmlEscaped()
                + QStringLiteral(" <a href='unpin:%1'>%2</a>")
                      .arg(i)
                      .arg(Texts::tr("Take back").toHtmlEscaped());
    }
    return lines.join(QStringLiteral("<br>"));
}

} // namespace

QString details(const Analysis& analysis, const AnalysedSource& source, const Words& words,
                const TimeText& times)
{
    const SourceRow& known = source.row;
    QString rows = row(Texts::tr("Clock"),
                       (clockOffset(source, analysis.clockWishes) + QStringLiteral(". ")
                        + clockBasis(source, analysis.clockWishes))
                           .toHtmlEscaped());
    rows += row(Texts::tr("Said of it"), saidOfIt(analysis, source));
    rows +=
        row(Texts::tr("Zone"), (zone(source) + QStringLiteral(". ") + zoneReason(source)).toHtmlEscaped());
    rows += row(Texts::tr("Turns"), turns(source, times));
    if (source.clock.dateBasis)
        rows += row(Texts::tr("Date"), basis(*source.clock.dateBasis).toHtmlEscaped());
    rows += row(Texts::tr("Read from"), text(known.location));
    rows += row(Texts::tr("Size"),
                QLocale().formattedDataSize(static_cast<qint64>(known.bytes), 1, QLocale::DataSizeSIFormat));
    rows += row(Texts::tr("SHA-256"), QStringLiteral("<code>%1</code>").arg(text(known.sha256)));
    rows += row(Texts::tr("Format"), format(known, words).toHtmlEscaped());
    rows += row(Texts::tr("Records"), QLocale().toString(static_cast<qulonglong>(known.records)));
    rows += row(Texts::tr("Coverage"), spans(source, times));
    rows += row(Texts::tr("Limits"), limits(source, words, times));
    return QStringLiteral("<h3>%1</h3><table>%2</table><h4>%3</h4>%4")
        .arg(text(known.path), rows, Texts::tr("Problems").toHtmlEscaped(), problemList(source, words));
}

} // namespace whittle::sourcetext

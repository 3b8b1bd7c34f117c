// SPDX-License-Identifier: GPL-3.0-or-later
// What names the device: findings and checks, sources, and all that was joined with it.
#include <algorithm>
#include <map>
#include <set>

#include <QCoreApplication>

#include "models/events/identity.h"
#include "models/report/devicesections.h"
#include "models/report/devicewords.h"
#include "models/report/visibletext.h"

namespace whittle
{

namespace
{

constexpr std::size_t shownCitations = 3;

bool names(const std::vector<std::string>& devices, const PageContext& context)
{
    return std::ranges::find(devices, context.device.name) != devices.end();
}

MarkRule severityMark(const std::string& severity)
{
    if (severity == "error")
        return {MarkShape::Circle, SceneClass::Bad};
    return severity == "warning" ? MarkRule{MarkShape::Triangle, SceneClass::Warning}
                                 : MarkRule{MarkShape::Diamond, SceneClass::Neutral};
}

PageRow findingRow(const PageContext& context, const Finding& finding)
{
    PageRow row;
    row.cells = {plain(context.words.severity(finding.severity)), plain(context.words.findingTitle(finding))};
    row.mark = severityMark(finding.severity);
    for (const Citation& citation : finding.evidence) {
        if (row.notes.size() == shownCitations)
            break;
        row.notes.push_back(
            {context.link(citation.ref, citation.time), {visibleText(citation.text), {}, {}, {}}});
    }
    return row;
}

bool isTold(const PageContext& context, const CheckOutcome& outcome)
{
    return std::ranges::any_of(context.analysis.findings,
                               [&](const Finding& finding) { return finding.check == outcome.id; });
}

PageRow outcomeRow(const PageContext& context, const CheckOutcome& outcome)
{
    PageRow row;
    const QString answer = outcome.result == CheckResult::NotObservable
        ? context.words.say(QT_TRANSLATE_NOOP("Words", "not observable"))
        : context.words.answer(outcome.result == CheckResult::Yes ? "yes" : "no");
    row.cells = {plain(answer), plain(context.words.questionText(outcome.id))};
    for (const CitedEvent& cited : outcome.evidence) {
        if (row.notes.size() == shownCitations)
            break;
        row.notes.push_back({context.link(cited.ref, cited.time)});
    }
    return row;
}

/// What one source shows of the device.
struct Shown {
    std::uint64_t events = 0;
    CaseTime first{INT64_MAX};
    CaseTime last{INT64_MIN};

    void widen(CaseTime at)
    {
        first = std::min(first, at);
        last = std::max(last, at);
    }
};

std::map<SourceId, Shown> shownBySource(const DeviceHistory& device)
{
    std::map<SourceId, Shown> sources;
    std::set<EventRef> counted; // an event may have two marks: what it is, and what it shows
    for (const DeviceMark& mark : device.marks) {
        Shown& of = sources[mark.ref.source];
        of.events += counted.insert(mark.ref).second ? 1 : 0;
        of.widen(mark.at);
    }
    for (const Registration& registration : device.registrations) {
        for (const SourceId source : registration.seenBy)
            sources[source].widen(registration.from);
        for (const SourceId source : registration.aliveIn)
            sources[source].widen(registration.alive.value_or(registration.to));
    }
    return sources;
}

QString eventsText(const PageContext& context, const Shown& of)
{
    return of.events > 0 ? context.words.number(of.events)
                         : context.words.say(QT_TRANSLATE_NOOP("Words", "keepalives only"));
}

PageRow sourceRow(const PageContext& context, const AnalysedSource& source, const Shown& of)
{
    const Nanoseconds silent = source.last ? difference(*source.last, of.last) : Nanoseconds{};
    PageRow row;
    row.cells = {plain(evidenceText(source.row.path)), plain(eventsText(context, of)),
                 plain(context.moment(of.first)), plain(context.until(of.first, of.last)),
                 plain(silent > std::chrono::minutes{1} ? TimeText::duration(silent) : QStringLiteral("–"))};
    if (!canBeCompared(&source.clock))
        row.notes = {plain(context.words.say(
            QT_TRANSLATE_NOOP("Words", "Its times cannot be compared with those of other sources.")))};
    return row;
}

/// Where the join holds: in a source, there from one place to another, or everywhere.
QString where(const PageContext& context, const Join& join)
{
    const AnalysedSource* source = context.analysis.source(join.source);
    if (!source)
        return context.words.say(QT_TRANSLATE_NOOP("Words", "everywhere"));
    const auto place = [&](std::uint64_t number) { return context.words.place({source->row.unit, number}); };
    const QString name = evidenceText(source->row.path);
    const bool toTheEnd = join.places.to == UINT64_MAX;
    if (join.places.from == 0 && toTheEnd)
        return name;
    if (toTheEnd)
        return context.words.say(QT_TRANSLATE_NOOP("Words", "%1, from %2 on"))
            .arg(name, place(join.places.from));
    return context.words.say(QT_TRANSLATE_NOOP("Words", "%1, from %2 to before %3"))
        .arg(name, place(join.places.from), place(join.places.to));
}

PageRow joinRow(const PageContext& context, const Join& join)
{
    PageRow row;
    row.cells = {plain(joinedText(context, join)), plain(where(context, join)),
                 plain(context.span(join.span)), reasonOf(context, join)};
    return row;
}

} // namespace

QString joinedText(const PageContext& context, const Join& join)
{
    if (join.kind == JoinKind::Name)
        return evidenceText(join.device);
    if (join.kind == JoinKind::Console)
        return context.words.say(QT_TRANSLATE_NOOP("Words", "the whole log"));
    if (!join.text.empty())
        return evidenceText(join.text);
    return evidenceText(join.mac ? toText(*join.mac) : toText(join.end));
}

PageSection findingsSection(const PageContext& context)
{
    PageSection section = context.section("findings", QT_TRANSLATE_NOOP("Words", "Findings"), {"", ""});
    section.empty = context.words.say(QT_TRANSLATE_NOOP("Words", "No finding and no check names it."));
    const auto add = [&](PageRow row) {
        ++section.total;
        if (!context.isFull(section))
            section.rows.push_back(std::move(row));
    };
    for (const Finding& finding : context.analysis.findings) {
        if (names(finding.devices, context))
            add(findingRow(context, finding));
    }
    for (const CheckOutcome& outcome : context.analysis.outcomes) {
        if (names(outcome.devices, context) && !isTold(context, outcome))
            add(outcomeRow(context, outcome));
    }
    return section;
}

PageSection sourcesSection(const PageContext& context)
{
    PageSection section = context.section(
        "sources", QT_TRANSLATE_NOOP("Words", "Sources"),
        {QT_TRANSLATE_NOOP("Words", "source"), QT_TRANSLATE_NOOP("Words", "events, keepalives aside"),
         QT_TRANSLATE_NOOP("Words", "from"), QT_TRANSLATE_NOOP("Words", "to"),
         QT_TRANSLATE_NOOP("Words", "then nothing of it for")});
    const std::map<SourceId, Shown> by = shownBySource(context.device);
    for (const AnalysedSource& source : context.analysis.sources) {
        const auto found = by.find(source.row.id);
        if (found == by.end())
            continue;
        ++section.total;
        if (!context.isFull(section))
            section.rows.push_back(sourceRow(context, source, found->second));
    }
    return section;
}

PageSection joinsSection(const PageContext& context)
{
    PageSection section =
        context.section("joins", QT_TRANSLATE_NOOP("Words", "Identity"),
                        {QT_TRANSLATE_NOOP("Words", "what"), QT_TRANSLATE_NOOP("Words", "where"),
                         QT_TRANSLATE_NOOP("Words", "when"), QT_TRANSLATE_NOOP("Words", "why")});
    if (!context.analysis.identity)
        return section;
    for (const Join& join : context.analysis.identity->joins()) {
        if (join.device != context.device.name)
            continue;
        ++section.total;
        if (!context.isFull(section))
            section.rows.push_back(joinRow(context, join));
    }
    return section;
}

} // namespace whittle

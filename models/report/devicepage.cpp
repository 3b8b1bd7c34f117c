// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/devicepage.h"

#include <algorithm>

#include <QCoreApplication>

#include "models/report/devicesections.h"
#include "models/report/devicewords.h"
#include "models/report/visibletext.h"

namespace whittle
{

namespace
{

constexpr int toTheSecond = 19; // characters of "2009-02-27 08:11:10"
constexpr int dateAndBlank = 11;

} // namespace

QString PageContext::moment(CaseTime time) const
{
    return times.dateTime(time).left(toTheSecond);
}

QString PageContext::until(CaseTime from, CaseTime to) const
{
    return times.date(from) == times.date(to) ? moment(to).mid(dateAndBlank) : moment(to);
}

QString PageContext::span(const CaseSpan& span) const
{
    return span == CaseSpan{}
        ? QString()
        : words.say(QT_TRANSLATE_NOOP("Words", "%1 to %2")).arg(moment(span.from), until(span.from, span.to));
}

PageText PageContext::link(const EventRef& ref, std::optional<CaseTime> time) const
{
    return {placeOf(analysis, ref, words), ref, time, {}};
}

PageCell PageContext::proven(const QString& text, const std::optional<EventRef>& ref,
                             std::optional<CaseTime> time) const
{
    PageCell cell = plain(text);
    if (ref)
        cell.push_back({words.place(ref->place), ref, time, placeOf(analysis, *ref, words)});
    return cell;
}

PageSection PageContext::section(const char* id, const char* title,
                                 std::initializer_list<const char*> columns) const
{
    PageSection made;
    made.id = id;
    made.title = words.say(title);
    for (const char* column : columns)
        made.columns.push_back(*column ? words.say(column) : QString());
    return made;
}

PageCell plain(const QString& text)
{
    return {{text, {}, {}, {}}};
}

QString evidenceText(const std::string& text)
{
    return visibleText(std::string_view(text));
}

QString placeOf(const Analysis& analysis, const EventRef& ref, const Words& words)
{
    const QString place = words.place(ref.place);
    const AnalysedSource* source = analysis.source(ref.source);
    if (!source)
        return place;
    const std::string_view path = source->row.path;
    return visibleText(path.substr(path.rfind('/') + 1)) + QLatin1Char(' ') + place;
}

PageCell reasonOf(const PageContext& context, const Join& join)
{
    PageCell cell = plain(devicewords::joinReason(context.words, join.reason));
    if (join.proof)
        cell.push_back(context.link(*join.proof));
    return cell;
}

DevicePage devicePage(const Analysis& analysis, const std::string& device, const Words& words,
                      const TimeText& times, const PageDepth& depth)
{
    DevicePage page;
    page.device = device;
    const auto history = std::ranges::find(analysis.devices, device, &DeviceHistory::name);
    if (history == analysis.devices.end())
        return page;
    const PageContext context{analysis, *history, words, times, depth};
    for (const auto make : {factsSection, registrationsSection, leasesSection, requestsSection,
                            findingsSection, conversationsSection, sourcesSection, joinsSection}) {
        PageSection section = make(context);
        if (section.total > 0 || !section.empty.isEmpty())
            page.sections.push_back(std::move(section));
    }
    return page;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
// The head of the device page: what is known about it as a whole, each fact with its reason.
#include <algorithm>

#include <QCoreApplication>

#include "models/events/identity.h"
#include "models/report/devicesections.h"
#include "models/report/devicewords.h"
#include "models/timeline/scenewords.h"

namespace whittle
{

namespace
{

/// One fact: its value, when it held, why it is known.
struct Known {
    QString value;
    QString when;
    PageCell why;
};

/// By time.
std::vector<const Join*> joinsOf(const PageContext& context, JoinKind kind)
{
    std::vector<const Join*> found;
    if (!context.analysis.identity)
        return found;
    for (const Join& join : context.analysis.identity->joins()) {
        if (join.kind == kind && join.device == context.device.name)
            found.push_back(&join);
    }
    std::ranges::stable_sort(found, {}, [](const Join* join) { return join->span.from; });
    return found;
}

/// The name, with what it tells of the device and with what says that there is such a one.
std::vector<Known> nameFacts(const PageContext& context)
{
    Known name{
        evidenceText(context.device.name), devicewords::deviceClass(context.words, context.device.name), {}};
    auto joins = joinsOf(context, JoinKind::Name);
    if (joins.empty())
        joins = joinsOf(context, JoinKind::Mac);
    if (!joins.empty())
        name.why = reasonOf(context, *joins.front());
    return {name};
}

/// What joins of that kind say belongs to it.
template <JoinKind kind>
std::vector<Known> joinedFacts(const PageContext& context)
{
    std::vector<Known> facts;
    for (const Join* join : joinsOf(context, kind))
        facts.push_back({joinedText(context, *join), context.span(join->span), reasonOf(context, *join)});
    return facts;
}

std::vector<Known> macFacts(const PageContext& context)
{
    std::vector<Known> facts = joinedFacts<JoinKind::Mac>(context);
    if (facts.empty() && context.device.mac)
        facts.push_back({evidenceText(toText(*context.device.mac)),
                         {},
                         plain(devicewords::joinReason(context.words, "named-after-mac"))});
    return facts;
}

/// Its addresses in the order in which it had them, each as often as it had it.
std::vector<Known> addressFacts(const PageContext& context)
{
    std::vector<Known> facts = joinedFacts<JoinKind::AddressAnywhere>(context);
    for (const IpAddress& address : context.device.addresses) {
        const QString text = evidenceText(toText(address));
        if (std::ranges::none_of(facts, [&](const Known& fact) { return fact.value == text; }))
            facts.push_back({text, {}, {}});
    }
    return facts;
}

std::vector<Known> nodeFacts(const PageContext& context)
{
    if (context.device.registrations.empty())
        return {};
    const Registration& last = context.device.registrations.back();
    const QString node = evidenceText(toText(last.node.address));
    if (last.ended == RegistrationEnd::Open)
        return {{node,
                 context.words.say(QT_TRANSLATE_NOOP("Words", "since %1")).arg(context.moment(last.from)),
                 context.proven(devicewords::began(context.words, last.began), last.beganAt, last.from)}};
    return {{context.words.say(QT_TRANSLATE_NOOP("Words", "none; %1 was the last")).arg(node),
             context.words.say(QT_TRANSLATE_NOOP("Words", "until %1")).arg(context.moment(last.to)),
             context.proven(SceneWords::ending(last.ended), last.endedAt, last.to)}};
}

std::vector<Known> lastSeenFacts(const PageContext& context)
{
    const auto last = lastSeen(context.device);
    if (!last)
        return {};
    const auto& end = context.analysis.last;
    const Nanoseconds after = end ? difference(*end, last->at) : Nanoseconds{};
    const QString silent = after > std::chrono::minutes{1}
        ? context.words.say(QT_TRANSLATE_NOOP("Words", "the evidence goes on for %1"))
              .arg(TimeText::duration(after))
        : context.words.say(QT_TRANSLATE_NOOP("Words", "to the end of the evidence"));
    PageCell why = last->ref ? PageCell{context.link(*last->ref, last->at)}
                             : plain(context.words.say(QT_TRANSLATE_NOOP("Words", "a keepalive")));
    return {{context.moment(last->at), silent, why}};
}

struct Fact {
    const char* label;
    std::vector<Known> (*find)(const PageContext&);
};

/// One more fact: a function, and a line here; of one that joins tell, only the line (joinedFacts).
constexpr Fact allFacts[] = {
    {QT_TRANSLATE_NOOP("Words", "Name"), nameFacts},
    {QT_TRANSLATE_NOOP("Words", "MAC address"), macFacts},
    {QT_TRANSLATE_NOOP("Words", "Address"), addressFacts},
    {QT_TRANSLATE_NOOP("Words", "Node"), nodeFacts},
    {QT_TRANSLATE_NOOP("Words", "Number"), joinedFacts<JoinKind::Number>},
    {QT_TRANSLATE_NOOP("Words", "User"), joinedFacts<JoinKind::User>},
    {QT_TRANSLATE_NOOP("Words", "Switch and port"), joinedFacts<JoinKind::SwitchPort>},
    {QT_TRANSLATE_NOOP("Words", "Last seen"), lastSeenFacts},
};

} // namespace

PageSection factsSection(const PageContext& context)
{
    PageSection section = context.section("facts", QT_TRANSLATE_NOOP("Words", "Facts"), {"", "", "", ""});
    for (const Fact& fact : allFacts) {
        QString label = context.words.say(fact.label);
        for (const Known& known : fact.find(context)) {
            ++section.total;
            if (!context.isFull(section))
                section.rows.push_back({{plain(label), plain(known.value), plain(known.when), known.why}});
            label.clear(); // of several it stands at the first
        }
    }
    return section;
}

std::optional<LastSeen> lastSeen(const DeviceHistory& device)
{
    std::optional<LastSeen> last;
    const auto consider = [&](CaseTime at, std::optional<EventRef> ref) {
        if (!last || at > last->at)
            last = {at, ref};
    };
    for (const DeviceMark& mark : device.marks)
        consider(mark.at, mark.ref);
    for (const Registration& registration : device.registrations) {
        if (registration.beganAt)
            consider(registration.from, registration.beganAt);
        if (registration.alive)
            consider(*registration.alive, std::nullopt);
    }
    return last;
}

} // namespace whittle

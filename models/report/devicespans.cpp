// SPDX-License-Identifier: GPL-3.0-or-later
// What lasted: registrations, leases with their requests, conversations.
#include <algorithm>

#include <QCoreApplication>

#include "models/events/leasefields.h"
#include "models/events/registrationfields.h"
#include "models/report/devicesections.h"
#include "models/report/devicewords.h"
#include "models/timeline/scenewords.h"

namespace whittle
{

namespace
{

QString lasted(CaseTime from, CaseTime to)
{
    return TimeText::duration(difference(to, from));
}

/// "4,320, all answered"
QString keepalives(const PageContext& context, const Registration& registration)
{
    const Words& words = context.words;
    if (registration.keepalives == 0)
        return words.say(QT_TRANSLATE_NOOP("Words", "none seen"));
    const QString seen = words.number(registration.keepalives);
    if (registration.keepaliveAnswers == 0)
        return words.say(QT_TRANSLATE_NOOP("Words", "%1, no answer seen")).arg(seen);
    if (registration.keepaliveAnswers >= registration.keepalives)
        return words.say(QT_TRANSLATE_NOOP("Words", "%1, all answered")).arg(seen);
    return words.say(QT_TRANSLATE_NOOP("Words", "%1, %2 answered"))
        .arg(seen, words.number(registration.keepaliveAnswers));
}

PageRow registrationRow(const PageContext& context, const Registration& registration)
{
    PageRow row;
    row.cells = {
        plain(context.moment(registration.from)),
        plain(context.until(registration.from, registration.to)),
        plain(lasted(registration.from, registration.to)),
        plain(evidenceText(toText(registration.node.address))),
        context.proven(devicewords::began(context.words, registration.began), registration.beganAt,
                       registration.from),
        context.proven(SceneWords::ending(registration.ended), registration.endedAt, registration.to),
        plain(keepalives(context, registration))};
    row.marked = 5;
    row.mark = markRule(registration.ended);
    // What the columns do not say; that nothing is missing is nothing to tell.
    const QString more = registration.missing == 0
        ? devicewords::furtherFacts(context.words, fieldsOf(registration),
                                    {"address", "node", "keepalives", "answers", "missing"})
        : devicewords::furtherFacts(context.words, fieldsOf(registration),
                                    {"address", "node", "keepalives", "answers"});
    if (!more.isEmpty())
        row.notes.push_back(plain(more));
    return row;
}

MarkRule leaseMark(LeaseEnd ended)
{
    switch (ended) {
    case LeaseEnd::Refused:
        return {MarkShape::Triangle, SceneClass::Bad};
    case LeaseEnd::Expired:
    case LeaseEnd::Declined:
    case LeaseEnd::Withdrawn:
        return {MarkShape::Square, SceneClass::Bad};
    case LeaseEnd::Open:
    case LeaseEnd::Released:
    case LeaseEnd::Replaced:
        break;
    }
    return {};
}

/// When it comes, were the lease not renewed.
QString after(const PageContext& context, const Lease& lease, std::chrono::seconds length)
{
    const bool known = lease.length && length.count() > 0;
    if (known && *lease.length == infiniteLease)
        return context.words.say(QT_TRANSLATE_NOOP("Words", "never"));
    return known ? context.until(lease.boundAt, moved(lease.boundAt, Nanoseconds(length)))
                 : QStringLiteral("–");
}

PageRow leaseRow(const PageContext& context, const Lease& lease)
{
    PageRow row;
    const QString bound = lease.beganAt ? context.moment(lease.from)
                                        : devicewords::began(context.words, RegistrationBegin::Unknown);
    row.cells = {plain(evidenceText(toText(lease.address))),
                 context.proven(bound, lease.beganAt, lease.from),
                 plain(lease.length && *lease.length != infiniteLease ? TimeText::duration(*lease.length)
                                                                      : QStringLiteral("–")),
                 plain(after(context, lease, lease.t1)),
                 plain(after(context, lease, lease.t2)),
                 plain(after(context, lease, lease.length.value_or(std::chrono::seconds{}))),
                 plain(evidenceText(toText(lease.server))),
                 context.proven(SceneWords::ending(lease.ended), lease.endedAt, lease.to)};
    row.marked = 7;
    row.mark = leaseMark(lease.ended);
    const QString more = devicewords::furtherFacts(
        context.words, fieldsOf(lease),
        {"address", "server", "lease-s", "t1-s", "t2-s", "expiry", "requests", "acknowledged", "refused",
         "silent", "not-watched", "last-state", "last-outcome", "last-tries"});
    if (!more.isEmpty())
        row.notes.push_back(plain(more));
    return row;
}

MarkRule outcomeMark(const LeaseRequest& request)
{
    if (request.outcome == RequestOutcome::Silence)
        return {MarkShape::Square, SceneClass::Warning};
    if (request.outcome == RequestOutcome::Acknowledged)
        return {MarkShape::Dot, SceneClass::Good};
    return request.outcome == RequestOutcome::Refused ? MarkRule{MarkShape::Triangle, SceneClass::Bad}
                                                      : MarkRule{};
}

PageRow requestRow(const PageContext& context, const Lease& lease, const LeaseRequest& request)
{
    PageRow row;
    row.cells = {
        plain(context.moment(request.at)), plain(evidenceText(toText(lease.address))),
        context.proven(devicewords::request(context.words, request.state), request.request, request.at),
        context.proven(devicewords::outcome(context.words, request.outcome), request.answer,
                       request.answeredAt)};
    row.marked = 3;
    row.mark = outcomeMark(request);
    return row;
}

bool endedBadly(ConversationEnd end)
{
    return end == ConversationEnd::Refused || end == ConversationEnd::TcpReset;
}

QString between(const Conversation& one)
{
    if (!one.caller.empty() || !one.callee.empty())
        return evidenceText(one.caller) + QStringLiteral(" → ") + evidenceText(one.callee);
    return one.legs.empty() ? QString()
                            : evidenceText(toText(one.legs.front().caller)) + QStringLiteral(" → ")
            + evidenceText(toText(one.legs.front().callee));
}

PageRow conversationRow(const PageContext& context, const Conversation& one)
{
    std::uint64_t messages = 0;
    for (const ConversationLeg& leg : one.legs)
        messages = std::max(messages, leg.messages);
    QString ended = devicewords::ended(context.words, one.ended);
    if (one.status)
        ended += QStringLiteral(" (%1)").arg(*one.status);
    const QString what = one.kind == ConversationKind::Sip ? QStringLiteral("SIP ") + evidenceText(one.method)
                                                           : QStringLiteral("SCCP");
    const std::optional<EventRef> first =
        one.legs.empty() ? std::nullopt : std::optional(one.legs.front().first);
    PageRow row;
    row.cells = {context.proven(context.moment(one.from), first, one.from),
                 plain(context.until(one.from, one.to)),
                 plain(what),
                 plain(between(one)),
                 plain(context.words.number(messages)),
                 context.proven(ended, one.endedAt, one.to)};
    row.marked = 5;
    row.mark = endedBadly(one.ended) ? MarkRule{MarkShape::Square, SceneClass::Warning} : MarkRule{};
    if (one.kind == ConversationKind::Sip)
        row.notes = {plain(QStringLiteral("Call-ID ") + evidenceText(one.id))};
    return row;
}

} // namespace

PageSection registrationsSection(const PageContext& context)
{
    PageSection section =
        context.section("registrations", QT_TRANSLATE_NOOP("Words", "Registrations"),
                        {QT_TRANSLATE_NOOP("Words", "from"), QT_TRANSLATE_NOOP("Words", "to"),
                         QT_TRANSLATE_NOOP("Words", "lasted"), QT_TRANSLATE_NOOP("Words", "node"),
                         QT_TRANSLATE_NOOP("Words", "began"), QT_TRANSLATE_NOOP("Words", "ended"),
                         QT_TRANSLATE_NOOP("Words", "keepalives")});
    section.empty = context.words.say(QT_TRANSLATE_NOOP("Words", "No source shows it registered."));
    section.total = context.device.registrations.size();
    for (const Registration& registration : context.device.registrations) {
        if (context.isFull(section))
            break;
        section.rows.push_back(registrationRow(context, registration));
    }
    return section;
}

PageSection leasesSection(const PageContext& context)
{
    PageSection section =
        context.section("leases", QT_TRANSLATE_NOOP("Words", "Leases"),
                        {QT_TRANSLATE_NOOP("Words", "address"), QT_TRANSLATE_NOOP("Words", "bound"),
                         QT_TRANSLATE_NOOP("Words", "length"), QT_TRANSLATE_NOOP("Words", "T1"),
                         QT_TRANSLATE_NOOP("Words", "T2"), QT_TRANSLATE_NOOP("Words", "expires"),
                         QT_TRANSLATE_NOOP("Words", "server"), QT_TRANSLATE_NOOP("Words", "ended")});
    section.empty = context.words.say(QT_TRANSLATE_NOOP("Words", "No source shows a lease of it."));
    section.total = context.device.leases.size();
    for (const Lease& lease : context.device.leases) {
        if (context.isFull(section))
            break;
        section.rows.push_back(leaseRow(context, lease));
    }
    return section;
}

PageSection requestsSection(const PageContext& context)
{
    PageSection section = context.section(
        "requests", QT_TRANSLATE_NOOP("Words", "Requests"),
        {QT_TRANSLATE_NOOP("Words", "at"), QT_TRANSLATE_NOOP("Words", "address"),
         QT_TRANSLATE_NOOP("Words", "what it asks"), QT_TRANSLATE_NOOP("Words", "what came of it")});
    for (const Lease& lease : context.device.leases) {
        section.total += lease.requests.size();
        for (const LeaseRequest& request : lease.requests) {
            if (context.isFull(section))
                break;
            section.rows.push_back(requestRow(context, lease, request));
        }
    }
    return section;
}

PageSection conversationsSection(const PageContext& context)
{
    PageSection section =
        context.section("conversations", QT_TRANSLATE_NOOP("Words", "Conversations"),
                        {QT_TRANSLATE_NOOP("Words", "from"), QT_TRANSLATE_NOOP("Words", "to"),
                         QT_TRANSLATE_NOOP("Words", "what"), QT_TRANSLATE_NOOP("Words", "between"),
                         QT_TRANSLATE_NOOP("Words", "messages"), QT_TRANSLATE_NOOP("Words", "ended")});
    for (const Conversation& one : context.analysis.conversations) {
        if (one.device != context.device.name)
            continue;
        ++section.total;
        if (!context.isFull(section))
            section.rows.push_back(conversationRow(context, one));
    }
    return section;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/sipdialogs.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "models/base/fields.h"
#include "models/base/sourceclock.h"
#include "models/base/together.h"
#include "models/events/caseevents.h"
#include "models/events/identity.h"
#include "models/events/inputhash.h"

namespace whittle
{

namespace
{

/// What one message says, as far as a ladder needs it.
struct Message {
    const EventRow* event = nullptr;
    CaseTime at{};
    std::string via{}; ///< of the one who sent the request: the same on both ways of a leg
    std::string method{}; ///< of the request, or of the one that is answered
    std::int64_t number = 0; ///< CSeq
    int status = 0; ///< 0: a request

    bool isRequest() const { return status == 0; }
    bool isFinal() const { return status >= 200; }
};

Message read(const EventRow& event, CaseTime at)
{
    const FieldView fields(event.fields);
    Message message{&event, at, fields.value("via").value_or(""), {}, 0, 0};
    const std::string sequence = fields.value("cseq").value_or("");
    const auto space = sequence.find(' ');
    if (space != std::string::npos) {
        message.method = sequence.substr(space + 1);
        message.number = std::strtoll(sequence.c_str(), nullptr, 10);
    }
    if (event.kind == "sip.response")
        message.status = static_cast<int>(fields.number("status").value_or(0));
    else
        message.method = fields.value("method").value_or(message.method);
    return message;
}

/// The legs of one dialog.
class Legs
{
public:
    /// Those that name both ends first: they know to which leg the others belong.
    explicit Legs(const std::vector<Message>& messages)
    {
        for (const bool complete : {true, false}) {
            for (const Message& message : messages) {
                if (namesBoth(*message.event) == complete)
                    add(message);
            }
        }
    }

    std::vector<ConversationLeg> take()
    {
        std::ranges::stable_sort(m_legs, {}, &Leg::firstAt);
        std::vector<ConversationLeg> legs;
        for (Leg& leg : m_legs) {
            std::ranges::stable_sort(leg.seen, {}, &Seen::firstAt);
            for (const Seen& seen : leg.seen) {
                leg.shown.seenBy.push_back(seen.by);
                leg.shown.messages = std::max(leg.shown.messages, seen.messages);
            }
            legs.push_back(std::move(leg.shown));
        }
        return legs;
    }

private:
    struct Seen {
        SourceId by{};
        std::uint64_t messages = 0;
        CaseTime firstAt{};
    };
    struct Leg {
        ConversationLeg shown{};
        std::vector<std::string> vias{};
        std::vector<Seen> seen{};
        CaseTime firstAt{};
    };

    static bool namesBoth(const EventRow& event)
    {
        return event.source.address.isSet() && event.destination.address.isSet();
    }

    /// A trace may name the node without its port.
    static bool isSame(const Endpoint& a, const Endpoint& b)
    {
        return a.address == b.address && (a.port == b.port || a.port == 0 || b.port == 0);
    }

    static bool hasEnd(const Leg& leg, const Endpoint& end)
    {
        return isSame(leg.shown.caller, end) || isSame(leg.shown.callee, end);
    }

    static bool fits(const Leg& leg, const Message& message)
    {
        const EventRow& event = *message.event;
        const bool fitsSource = !event.source.address.isSet() || hasEnd(leg, event.source);
        const bool fitsDestination = !event.destination.address.isSet() || hasEnd(leg, event.destination);
        const bool namesAny = event.source.address.isSet() || event.destination.address.isSet();
        if (namesAny && fitsSource && fitsDestination)
            return true;
        const bool open = !leg.shown.caller.address.isSet() || !leg.shown.callee.address.isSet();
        const bool sameVia =
            !message.via.empty() && std::ranges::find(leg.vias, message.via) != leg.vias.end();
        return sameVia && (open || !namesBoth(event));
    }

    static void count(Leg& leg, const Message& message)
    {
        const SourceId source = message.event->ref.source;
        auto seen = std::ranges::find(leg.seen, source, &Seen::by);
        if (seen == leg.seen.end())
            seen = leg.seen.insert(seen, Seen{source, 0, message.at});
        ++seen->messages;
        seen->firstAt = std::min(seen->firstAt, message.at);
    }

    static void fill(Endpoint& end, const Endpoint& from)
    {
        if (!end.address.isSet() || (end.port == 0 && end.address == from.address))
            end = from;
    }

    void add(const Message& message)
    {
        const EventRow& event = *message.event;
        auto leg = std::ranges::find_if(m_legs, [&](const Leg& one) { return fits(one, message); });
        if (leg == m_legs.end()) {
            m_legs.push_back({.firstAt = message.at});
            leg = std::prev(m_legs.end());
            leg->shown.first = event.ref;
        }
        const bool forward = message.isRequest() ? !isSame(leg->shown.callee, event.source)
                                                 : isSame(leg->shown.caller, event.source);
        fill(forward ? leg->shown.caller : leg->shown.callee, event.source);
        fill(forward ? leg->shown.callee : leg->shown.caller, event.destination);
        count(*leg, message);
        if (!message.via.empty() && std::ranges::find(leg->vias, message.via) == leg->vias.end())
            leg->vias.push_back(message.via);
        if (message.at < leg->firstAt) {
            leg->firstAt = message.at;
            leg->shown.first = event.ref;
        }
    }

    std::vector<Leg> m_legs;
};

/// How it ended, from its messages by time.
class Ending
{
public:
    Ending(Conversation& dialog, const std::vector<Message>& messages)
        : m_dialog(dialog)
        , m_number(messages.front().number)
    {
        for (const Message& message : messages)
            take(message);
        const bool begins = dialog.method == "INVITE" || dialog.method == "REGISTER"
            || dialog.method == "SUBSCRIBE"; // something that lasts
        if (dialog.ended == ConversationEnd::Open && dialog.status && !begins)
            end(ConversationEnd::Answered, *m_final);
    }

private:
    void end(ConversationEnd how, const Message& message)
    {
        m_dialog.ended = how;
        m_dialog.endedAt = message.event->ref;
    }

    void take(const Message& message)
    {
        if (m_dialog.ended == ConversationEnd::Bye)
            return;
        if (message.isRequest() && message.method == "BYE")
            return end(ConversationEnd::Bye, message);
        if (message.isRequest() && message.method == "CANCEL")
            return end(ConversationEnd::Cancelled, message);
        if (message.isRequest() && message.method == "REGISTER")
            return registering(message);
        const bool ofTheFirst =
            message.method == m_dialog.method && (message.number == m_number || message.method == "REGISTER");
        if (message.isFinal() && ofTheFirst)
            answered(message);
    }

    /// A keepalive of the standby connection has `Expires: 0`, too, and `cisco-keep-alive` in its Contact.
    void registering(const Message& message)
    {
        const FieldView fields(message.event->fields);
        const bool leaves = fields.number("expires") == 0 && !fields.value("standby");
        if (leaves)
            end(ConversationEnd::Unregistered, message);
        else
            m_dialog.ended = ConversationEnd::Open;
    }

    /// 401 and 407 ask for a password (RFC 3261 §22): the request comes again.
    void answered(const Message& message)
    {
        m_final = &message;
        m_dialog.status = message.status;
        const bool challenge = message.status == 401 || message.status == 407;
        if (message.status >= 300 && !challenge && m_dialog.ended == ConversationEnd::Open)
            end(ConversationEnd::Refused, message);
    }

    Conversation& m_dialog;
    std::int64_t m_number;
    const Message* m_final = nullptr;
};

class Finder
{
public:
    Finder(const CaseEvents& events, const Identity& identity, const ClockSet& clocks,
           const std::vector<Conversation>& before)
        : m_events(events)
        , m_identity(identity)
        , m_clocks(clocks)
    {
        for (const Conversation& dialog : before) {
            if (dialog.kind == ConversationKind::Sip)
                m_before.emplace(dialog.id, &dialog);
        }
    }

    std::vector<Conversation> run(const std::stop_token& stop)
    {
        std::unordered_map<std::string_view, std::vector<const EventRow*>> byCallId;
        for (const EventRow& event : m_events.singles) {
            if (stop.stop_requested())
                return {};
            if (!event.kind.starts_with("sip."))
                continue;
            if (const std::string_view id = FieldView(event.fields).encoded("call-id").value_or("");
                !id.empty())
                byCallId[id].push_back(&event);
        }
        const std::vector<std::pair<std::string_view, std::vector<const EventRow*>>> all(byCallId.begin(),
                                                                                         byCallId.end());
        std::vector<Conversation> dialogs(all.size());
        inParts(all.size(), [&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to && !stop.stop_requested(); ++i)
                dialogs[i] = dialog(decodeField(all[i].first), all[i].second);
        });
        std::erase_if(dialogs, [](const Conversation& dialog) { return dialog.id.empty(); }); // stopped
        return dialogs;
    }

private:
    /// By time; where two sources show the same moment, a request stands before its answer.
    std::vector<Message> messages(const std::vector<const EventRow*>& events, bool comparable) const
    {
        std::vector<Message> read;
        for (const EventRow* event : events) {
            if (canBeCompared(m_clocks.clock(event->ref.source)) == comparable)
                read.push_back(whittle::read(
                    *event, m_clocks.at(event->ref.source, event->time, event->ref.place.number)));
        }
        std::ranges::stable_sort(read, {}, [](const Message& one) { return std::pair(one.at, one.status); });
        return read;
    }

    /// Which messages, when they were, and whether their times can be compared.
    std::int64_t inputsOf(const std::vector<const EventRow*>& events) const
    {
        InputHash hash;
        for (const EventRow* event : events) {
            const EventRef& ref = event->ref;
            hash.add(m_clocks.at(ref.source, event->time, ref.place.number), ref);
            hash.add(canBeCompared(m_clocks.clock(ref.source)) ? 1 : 0);
        }
        return hash.value();
    }

    Conversation dialog(std::string id, const std::vector<const EventRow*>& events) const
    {
        const std::int64_t inputs = inputsOf(events);
        const auto known = m_before.find(id);
        const bool isSame = known != m_before.end() && known->second->inputs == inputs;
        Conversation dialog = isSame ? *known->second : newDialog(std::move(id), events);
        dialog.inputs = inputs;
        dialog.device.clear(); // whoever else is known now
        for (auto event = events.begin(); event != events.end() && dialog.device.empty(); ++event)
            dialog.device = m_identity.deviceOf(**event);
        return dialog;
    }

    Conversation newDialog(std::string id, const std::vector<const EventRow*>& events) const
    {
        std::vector<Message> told = messages(events, true);
        std::vector<Message> besides = messages(events, false);
        if (told.empty())
            std::swap(told, besides);
        Conversation dialog;
        dialog.id = std::move(id);
        describe(dialog, told);
        Ending(dialog, told);
        std::ranges::move(besides, std::back_inserter(told));
        dialog.legs = Legs(told).take();
        return dialog;
    }

    static void describe(Conversation& dialog, const std::vector<Message>& messages)
    {
        const auto request = std::ranges::find_if(messages, &Message::isRequest);
        const Message& first = request == messages.end() ? messages.front() : *request;
        const FieldView fields(first.event->fields);
        dialog.method = messages.front().method;
        dialog.caller = fields.value("from").value_or("");
        dialog.callee = fields.value("to").value_or("");
        dialog.from = messages.front().at;
        dialog.to = messages.back().at;
    }

    const CaseEvents& m_events;
    const Identity& m_identity;
    const ClockSet& m_clocks;
    std::unordered_map<std::string_view, const Conversation*> m_before;
};

} // namespace

std::vector<Conversation> sipDialogs(const CaseEvents& events, const Identity& identity,
                                     const ClockSet& clocks, const std::stop_token& stop,
                                     const std::vector<Conversation>& before)
{
    return Finder(events, identity, clocks, before).run(stop);
}

} // namespace whittle

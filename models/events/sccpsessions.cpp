// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/sccpsessions.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "models/base/fields.h"
#include "models/base/sourceclock.h"
#include "models/events/caseevents.h"
#include "models/events/deviceevents.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

/// SCCP runs on TCP port 2000, over TLS on 2443.
bool isSccpPort(std::uint16_t port)
{
    return port == 2000 || port == 2443;
}

/// What one source shows of one connection.
struct View {
    SourceId source{};
    std::string device{};
    std::string handle{}; ///< of a trace; empty in a capture
    Endpoint phone{};
    Endpoint node{};
    CaseTime from{};
    CaseTime to{};
    std::uint64_t messages = 0;
    ConversationEnd ended = ConversationEnd::Open;
    EventRef first{};
    std::optional<EventRef> endedAt{};
};

class Finder
{
public:
    Finder(const CaseEvents& events, const Identity& identity, const ClockSet& clocks)
        : m_events(events)
        , m_identity(identity)
        , m_clocks(clocks)
    {
    }

    std::vector<Conversation> run(const std::stop_token& stop)
    {
        for (const EventRow& event : m_events.singles) {
            if (stop.stop_requested())
                return {};
            take(event);
        }
        for (const TrainRow& train : m_events.trains)
            takeTrain(train);
        std::erase_if(m_views, [](const View& view) { return view.messages == 0; });
        return merged();
    }

private:
    using Key = std::string;

    CaseTime timeOf(const EventRow& event) const
    {
        return m_clocks.at(event.ref.source, event.time, event.ref.place.number);
    }

    static Endpoint nodeEnd(const EventRow& event, const Endpoint& phone)
    {
        return event.source == phone ? event.destination : event.source;
    }

    /// Of a connection within its source; empty where the event names none.
    static Key keyOf(const EventRow& event, const Endpoint& phone)
    {
        const std::string source = std::to_string(raw(event.ref.source)) + ' ';
        if (event.source.port != 0 && event.destination.port != 0)
            return source + toText(phone) + ' ' + toText(nodeEnd(event, phone));
        const auto handle = FieldView(event.fields).value("handle");
        return handle ? source + *handle : Key();
    }

    void take(const EventRow& event)
    {
        const bool isMessage = event.kind.starts_with("sccp.");
        const bool isTcp = event.kind.starts_with("tcp.")
            && (isSccpPort(event.source.port) || isSccpPort(event.destination.port));
        if (!isMessage && !isTcp && event.kind != "trace.connection" && event.kind != "trace.disconnect")
            return;
        const Endpoint phone = phoneEnd(event);
        const Key key = keyOf(event, phone);
        if (key.empty())
            return;
        View& view = viewOf(key, event, phone);
        const CaseTime at = timeOf(event);
        view.to = std::max(view.to, at);
        view.messages += isMessage ? 1 : 0;
        learn(view, event, phone);
        if (event.kind == "tcp.rst")
            end(view, ConversationEnd::TcpReset, event);
        else if (event.kind == "tcp.fin" || event.kind == "trace.disconnect")
            end(view, ConversationEnd::TcpClosed, event);
    }

    static void end(View& view, ConversationEnd how, const EventRow& event)
    {
        if (view.ended != ConversationEnd::Open)
            return;
        view.ended = how;
        view.endedAt = event.ref;
    }

    bool isOver(const View& view, const EventRow& event, bool anew) const
    {
        const bool speaksOn = event.kind.starts_with("sccp.") && timeOf(event) - view.to > sameMoment;
        return view.messages > 0 && (anew || (speaksOn && view.ended != ConversationEnd::Open));
    }

    /// A port, or a number of the trace, that is used again means another connection.
    View& viewOf(const Key& key, const EventRow& event, const Endpoint& phone)
    {
        std::vector<std::size_t>& known = m_ofConnection[key];
        const bool anew = event.kind == "tcp.syn" || event.kind == "trace.connection";
        if (!known.empty() && !isOver(m_views[known.back()], event, anew))
            return m_views[known.back()];
        known.push_back(m_views.size());
        const CaseTime at = timeOf(event);
        m_views.push_back({.source = event.ref.source, .from = at, .to = at, .first = event.ref});
        View& view = m_views.back();
        view.phone = phone;
        view.node = nodeEnd(event, phone);
        view.handle = FieldView(event.fields).value("handle").value_or("");
        return view;
    }

    void learn(View& view, const EventRow& event, const Endpoint& phone) const
    {
        if (view.device.empty())
            view.device = m_identity.deviceOf(event);
        if (view.phone.port == 0 && phone.address.isSet() && phone.port != 0)
            view.phone = phone;
        if (!view.node.address.isSet())
            view.node = nodeEnd(event, phone);
    }

    void takeTrain(const TrainRow& train)
    {
        if (!train.first.kind.starts_with("sccp."))
            return;
        const Endpoint phone = phoneEnd(train.first);
        const Key key = keyOf(train.first, phone);
        if (key.empty())
            return;
        const CaseTime from = timeOf(train.first);
        const CaseTime to = m_clocks.at(train.first.ref.source, train.lastTime, train.lastPlace);
        View* view = viewAround(key, from, to);
        if (!view) {
            m_views.push_back({.source = train.first.ref.source, .from = from, .to = to});
            view = &m_views.back();
            view->first = train.first.ref;
            view->phone = phone;
            view->node = nodeEnd(train.first, phone);
            view->handle = FieldView(train.first.fields).value("handle").value_or("");
            m_ofConnection[key].push_back(m_views.size() - 1);
        }
        if (from < view->from) {
            view->from = from;
            view->first = train.first.ref;
        }
        view->to = std::max(view->to, to);
        view->messages += train.count;
        learn(*view, train.first, phone);
    }

    /// Trains come behind all single events: the view on whose connection it ran.
    View* viewAround(const Key& key, CaseTime from, CaseTime to)
    {
        const auto known = m_ofConnection.find(key);
        if (known == m_ofConnection.end())
            return nullptr;
        for (const std::size_t i : known->second) {
            if (from <= m_views[i].to && to >= m_views[i].from)
                return &m_views[i];
        }
        const View& first = m_views[known->second.front()];
        return to < first.from ? &m_views[known->second.front()] : &m_views[known->second.back()];
    }

    static bool overlap(const View& view, const Conversation& session)
    {
        return view.from <= session.to + sameMoment && session.from <= view.to + sameMoment;
    }

    static bool isSame(const View& view, const Conversation& session)
    {
        const ConversationLeg& leg = session.legs.front();
        const bool nodes = view.node.address == leg.callee.address;
        const bool ports = view.phone.port != 0 && leg.caller.port != 0;
        const bool phones =
            ports ? view.phone == leg.caller : !view.device.empty() && view.device == session.device;
        return nodes && phones && overlap(view, session)
            && std::ranges::find(leg.seenBy, view.source) == leg.seenBy.end();
    }

    std::vector<Conversation> merged() const
    {
        std::vector<const View*> order;
        for (const View& view : m_views)
            order.push_back(&view);
        // Those that know the port first: they can be told apart.
        std::ranges::stable_sort(
            order, {}, [](const View* view) { return std::tuple(view->phone.port == 0, view->from); });
        std::vector<Conversation> sessions;
        std::unordered_map<IpAddress, std::vector<std::size_t>> ofPhone;
        for (const View* view : order) {
            std::vector<std::size_t>& known = ofPhone[view->phone.address];
            std::vector<std::size_t> fitting;
            std::ranges::copy_if(known, std::back_inserter(fitting),
                                 [&](std::size_t i) { return isSame(*view, sessions[i]); });
            if (fitting.size() == 1) {
                join(sessions[fitting.front()], *view);
                continue;
            }
            known.push_back(sessions.size());
            sessions.push_back(sessionOf(*view));
        }
        return sessions;
    }

    static Conversation sessionOf(const View& view)
    {
        Conversation session;
        session.kind = ConversationKind::Sccp;
        session.id =
            view.phone.port != 0 ? toText(view.phone) + ' ' + toText(view.node) : "handle " + view.handle;
        session.device = view.device;
        session.from = view.from;
        session.to = view.to;
        session.ended = view.ended;
        session.endedAt = view.endedAt;
        session.legs.push_back({view.phone, view.node, {view.source}, view.messages, view.first});
        return session;
    }

    static void join(Conversation& session, const View& view)
    {
        ConversationLeg& leg = session.legs.front();
        if (session.device.empty())
            session.device = view.device;
        session.from = std::min(session.from, view.from);
        session.to = std::max(session.to, view.to);
        if (session.ended == ConversationEnd::Open && view.ended != ConversationEnd::Open) {
            session.ended = view.ended;
            session.endedAt = view.endedAt;
        }
        if (leg.callee.port == 0)
            leg.callee.port = view.node.port;
        leg.seenBy.push_back(view.source);
        leg.messages = std::max(leg.messages, view.messages);
    }

    const CaseEvents& m_events;
    const Identity& m_identity;
    const ClockSet& m_clocks;
    std::vector<View> m_views;
    std::unordered_map<Key, std::vector<std::size_t>> m_ofConnection; ///< its views, in their order
};

} // namespace

std::vector<Conversation> sccpSessions(const CaseEvents& events, const Identity& identity,
                                       const ClockSet& clocks, const std::stop_token& stop)
{
    return Finder(events, identity, clocks).run(stop);
}

} // namespace whittle

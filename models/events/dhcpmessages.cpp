// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/dhcpmessages.h"

#include <algorithm>

#include "models/base/fields.h"

namespace whittle
{

namespace
{

/// Of a flood of lines without numbers only so many are compared.
constexpr std::size_t mostNeighbours = 64;

bool speaksOfLeases(std::string_view kind)
{
    return kind.starts_with("dhcp.") || kind == "phone.address" || kind.starts_with("phone.lease-")
        || kind.starts_with("phone.dhcp-t");
}

bool isAnswer(std::string_view kind)
{
    return kind == "dhcp.offer" || kind == "dhcp.ack" || kind == "dhcp.nak";
}

bool isMulticast(const IpAddress& address)
{
    return address.family == IpAddress::Family::V6 ? address.bytes[0] == 0xFF
                                                   : address.bytes[0] >= 224 && address.bytes[0] < 240;
}

/// Something that goes to or from one host alone.
bool isOfOne(const EventRow& event)
{
    return isAnswer(event.kind)
        || (event.source.address.isSet() && !event.source.address.isUnspecified() && !isBroadcast(event)
            && !isMulticast(event.destination.address));
}

/// A message while its views are gathered.
struct Group {
    std::string_view kind{};
    std::string xid{}; ///< empty: no view has shown it yet
    std::string server{};
    std::string address{};
    CaseTime first{};
    std::vector<TimedEvent> views{};

    const TimedEvent* viewIn(SourceId source) const
    {
        const auto found = std::ranges::find_if(views.rbegin(), views.rend(), [&](const TimedEvent& view) {
            return view.event->ref.source == source;
        });
        return found == views.rend() ? nullptr : &*found;
    }
};

bool mayBeSame(const std::string& a, const std::string& b)
{
    return a.empty() || b.empty() || a == b;
}

class Gatherer
{
public:
    explicit Gatherer(const DhcpSight& sight)
        : m_sight(sight)
    {
    }

    void add(const TimedEvent& event)
    {
        Group seen = groupOf(event);
        Group* same = seen.xid.empty() ? nullptr : sameExchange(seen, event);
        if (!same)
            same = neighbour(seen, event);
        if (same) {
            take(*same, seen, event);
            return;
        }
        m_groups.push_back(std::move(seen));
        if (!m_groups.back().xid.empty())
            number(m_groups.size() - 1, event.event->ref.source);
    }

    std::vector<DhcpMessage> messages()
    {
        std::vector<DhcpMessage> all;
        for (Group& group : m_groups)
            all.push_back(messageOf(group));
        std::ranges::stable_sort(all, {}, &DhcpMessage::at);
        return all;
    }

private:
    static Group groupOf(const TimedEvent& event)
    {
        const FieldView fields(event.event->fields);
        Group group{.kind = event.event->kind, .first = event.at, .views = {event}};
        group.xid = fields.value("xid").value_or("");
        if (isAnswer(group.kind))
            group.server = fields.value("server-id").value_or("");
        group.address = fields.value("your-ip").value_or("");
        return group;
    }

    /// Messages of one kind with one number, and for each source the first of them that it has not shown.
    struct Exchange {
        std::vector<std::size_t> groups{};
        std::map<SourceId, std::size_t> next{};
    };

    void number(std::size_t group, SourceId source)
    {
        Exchange& exchange = m_byXid[keyOf(m_groups[group])];
        exchange.groups.push_back(group);
        exchange.next[source] = exchange.groups.size();
    }

    static std::string keyOf(const Group& group) { return std::string(group.kind) + group.xid; }

    Group* sameExchange(const Group& seen, const TimedEvent& event)
    {
        const auto found = m_byXid.find(keyOf(seen));
        if (found == m_byXid.end())
            return nullptr;
        const std::vector<std::size_t>& groups = found->second.groups;
        std::size_t& next = found->second.next[event.event->ref.source];
        for (std::size_t i = next > 0 ? next - 1 : 0; i < groups.size(); ++i) {
            Group& group = m_groups[groups[i]];
            const TimedEvent* here = group.viewIn(event.event->ref.source);
            if (!mayBeSame(group.server, seen.server) || (here && event.at - here->at > sameMoment))
                continue;
            next = i + 1;
            return &group;
        }
        return nullptr;
    }

    /// Where one of two has no number: by the moment.
    Group* neighbour(const Group& seen, const TimedEvent& event)
    {
        const std::size_t furthest = m_groups.size() - std::min(m_groups.size(), mostNeighbours);
        for (std::size_t i = m_groups.size(); i-- > furthest;) {
            Group& group = m_groups[i];
            if (event.at - group.first > sameMoment)
                break;
            if (group.kind == seen.kind && (group.xid.empty() || seen.xid.empty())
                && mayBeSame(group.server, seen.server) && mayBeSame(group.address, seen.address)
                && !group.viewIn(event.event->ref.source))
                return &group;
        }
        return nullptr;
    }

    void take(Group& group, Group& seen, const TimedEvent& event)
    {
        if (group.xid.empty() && !seen.xid.empty()) {
            group.xid = seen.xid;
            number(static_cast<std::size_t>(&group - m_groups.data()), event.event->ref.source);
        }
        group.server = group.server.empty() ? seen.server : group.server;
        group.address = group.address.empty() ? seen.address : group.address;
        group.views.push_back(event);
    }

    /// Packets tell times and fields better than a console, and that better than whole seconds of a server.
    DhcpMessage messageOf(Group& group) const
    {
        std::ranges::stable_sort(
            group.views, {}, [&](const TimedEvent& view) { return m_sight.viewOf(view.event->ref.source); });
        const TimedEvent& best = group.views.front();
        DhcpMessage message{.kind = group.kind, .at = best.at};
        const bool wholeSecond = best.event->time.ns % nsPerSecond == 0;
        if (wholeSecond && m_sight.viewOf(best.event->ref.source) == DhcpSight::View::Server)
            message.at = message.at + Nanoseconds{nsPerSecond - 1}; // not before what it answers
        for (const TimedEvent& view : group.views)
            message.views.push_back(view.event);
        return message;
    }

    const DhcpSight& m_sight;
    std::vector<Group> m_groups;
    std::map<std::string, Exchange> m_byXid;
};

} // namespace

DhcpSight::DhcpSight(const CaseEvents& events, const Coverage& coverage)
{
    for (const SourceRow& source : events.sources) {
        const bool console = source.format == "phone-console";
        const bool packets = source.unit == PlaceUnit::Frame || source.format == "packet-text";
        m_sources[source.id] = {console       ? View::Console
                                    : packets ? View::Packet
                                              : View::Server,
                                coverage.wholeSpans(source.id, Traffic::Dhcp)};
    }
}

DhcpSight::View DhcpSight::viewOf(SourceId source) const
{
    const auto found = m_sources.find(source);
    return found == m_sources.end() ? View::Packet : found->second.view;
}

bool DhcpSight::covers(SourceId source, CaseTime from, CaseTime to) const
{
    const auto found = m_sources.find(source);
    if (found == m_sources.end())
        return false;
    const std::vector<CaseSpan>& spans = found->second.whole;
    const auto after = std::ranges::upper_bound(spans, from, {}, &CaseSpan::from);
    return after != spans.begin() && std::prev(after)->to >= to;
}

std::optional<std::string> DhcpMessage::value(std::string_view key) const
{
    for (const EventRow* view : views) {
        if (auto text = FieldView(view->fields).value(key))
            return text;
    }
    return {};
}

std::optional<std::int64_t> DhcpMessage::number(std::string_view key) const
{
    for (const EventRow* view : views) {
        if (const auto number = FieldView(view->fields).number(key))
            return number;
    }
    return {};
}

IpAddress DhcpMessage::address(std::string_view key) const
{
    return IpAddress::fromText(value(key).value_or("")).value_or(IpAddress{});
}

bool isBroadcast(const EventRow& event)
{
    const IpAddress& to = event.destination.address;
    return !to.isSet() || to == IpAddress::v4(255, 255, 255, 255);
}

std::set<SourceId> sourcesOnPath(const DeviceEvents& events, const DhcpSight& sight)
{
    const auto isPacket = [&](const EventRow& event) {
        return sight.viewOf(event.ref.source) == DhcpSight::View::Packet;
    };
    std::set<SourceId> onPath;
    for (const TimedEvent& event : events.events) {
        if (isPacket(*event.event) && isOfOne(*event.event))
            onPath.insert(event.event->ref.source);
    }
    for (const TimedTrain& train : events.trains) {
        if (isPacket(train.train->first))
            onPath.insert(train.train->first.ref.source);
    }
    return onPath;
}

std::vector<DhcpMessage> dhcpMessages(std::span<const TimedEvent> events, const DhcpSight& sight)
{
    Gatherer gatherer(sight);
    for (const TimedEvent& event : events) {
        if (speaksOfLeases(event.event->kind))
            gatherer.add(event);
    }
    return gatherer.messages();
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <unordered_map>

#include "models/base/fields.h"
#include "models/base/together.h"
#include "models/events/caseevents.h"
#include "models/events/devicefacts.h"
#include "models/events/identity.h"
#include "models/events/joins.h"
#include "models/events/sipregister.h"

namespace whittle
{

namespace
{

constexpr std::size_t singlesWorthAThread = 4096;

/// A record that shows a device at an address, and what can keep it there afterwards.
struct Showing {
    std::string device{};
    CaseTime from{};
    CaseTime seen{}; ///< the last moment: later than `from` for a train
    std::optional<CaseTime> leasedUntil{};
    std::optional<CaseTime> registeredUntil{}; ///< while its source goes on
    EventRef proof{};
};

/// What can end that: the device is elsewhere, has no address any more, or is not registered any more.
struct Move {
    CaseTime at{};
    IpAddress to{};
    bool losesAddress = false;
    bool unregisters = false;
};

bool losesAddress(std::string_view kind)
{
    return kind == "dhcp.nak" || kind == "dhcp.release" || kind == "dhcp.decline" || kind == "dhcp.discover"
        || kind == "phone.lease-expired" || kind == "phone.address-cleared";
}

/// What a record says of the device's registration.
struct Registering {
    bool begins = false;
    bool ends = false;
};

Registering registeringBy(const EventRow& event)
{
    const std::string_view kind = event.kind;
    if (kind == "sip.register") {
        const SipRegister request = sipRequestOf(event);
        return {request.isRegistration(), request.unregisters()};
    }
    if (kind == "sccp.register" || kind == "sccp.register-ack")
        return {.begins = true};
    const bool ends = kind.starts_with("sccp.unregister") || endsSignalling(event)
        || kind == "trace.disconnect" || (kind.starts_with("alarm.") && kind.ends_with("-unregistered"));
    return {.ends = ends};
}

/// A device and an address for as long as nobody else shows itself there.
struct Run {
    Showing first{};
    CaseTime from{};
    CaseTime seen{};
    std::optional<Showing> leased{}; ///< the last that binds
    std::optional<Showing> registered{};
};

/// A stretch of one TCP connection in one source.
struct Stretch {
    std::uint64_t place = 0;
    std::uint64_t lastPlace = 0;
    CaseTime from{};
    CaseTime to{};
    bool begins = false;
};

class AddressJoiner
{
public:
    AddressJoiner(const CaseEvents& events, const ClockSet& clocks, const Identity& sure,
                  const std::stop_token& stop)
        : m_events(events)
        , m_clocks(clocks)
        , m_sure(sure)
        , m_stop(stop)
    {
    }

    void learnSingles(std::size_t from, std::size_t to)
    {
        for (const EventRow& event : std::span(m_events.singles).subspan(from, to - from)) {
            if (m_stop.stop_requested())
                return;
            learn(event, event.time, event.ref.place.number);
        }
    }

    /// What another one learned from events behind those of this one.
    void learn(AddressJoiner&& later)
    {
        append(m_showings, later.m_showings);
        append(m_moves, later.m_moves);
        append(m_strangers, later.m_strangers);
    }

    std::vector<Join> joins()
    {
        for (const TrainRow& train : m_events.trains)
            learn(train.first, train.lastTime, train.lastPlace);
        for (auto& [device, moves] : m_moves)
            std::ranges::stable_sort(moves, {}, &Move::at);
        for (auto& [address, showings] : m_showings)
            addRuns(address, showings);
        const std::vector<Join> spans = m_joins; // by address
        for (auto& [where, stretches] : m_strangers)
            addConnections(where.first, where.second, stretches, spans);
        return std::move(m_joins);
    }

private:
    template <typename Lists>
    static void append(Lists& to, Lists& later)
    {
        for (auto& [key, list] : later) {
            auto& all = to[key];
            all.insert(all.end(), std::make_move_iterator(list.begin()), std::make_move_iterator(list.end()));
        }
    }

    void learn(const EventRow& event, SourceTime lastTime, std::uint64_t lastPlace)
    {
        const SourceId source = event.ref.source;
        const Endpoint phone = shownEnd(event);
        const Registering registering = registeringBy(event);
        const bool binds = event.kind == "dhcp.ack";
        const bool renews = event.kind == "dhcp.request";
        const bool moves = losesAddress(event.kind) || registering.ends;
        if ((!phone.address.isSet() && !binds && !renews && !moves) || !canBeCompared(m_clocks.clock(source)))
            return;
        const CaseTime from = m_clocks.at(source, event.time, event.ref.place.number);
        const CaseTime to = m_clocks.at(source, lastTime, lastPlace);
        const std::string device = m_sure.deviceOf(event);
        if (device.empty() && phone.port != 0)
            m_strangers[{source, phone}].push_back(
                {event.ref.place.number, lastPlace, from, to, event.kind == "tcp.syn"});
        if (device.empty())
            return;
        Showing showing{.device = device, .from = from, .seen = to, .proof = event.ref};
        IpAddress address = phone.address;
        if (binds)
            address = bind(event, showing);
        else if (renews) // who renews its lease has it (RFC 2131 §4.3.2)
            address = IpAddress::fromText(FieldView(event.fields).value("client-ip").value_or(""))
                          .value_or(IpAddress{});
        const SourceRow* row = registering.begins ? m_events.source(source) : nullptr;
        if (row && row->last)
            showing.registeredUntil = m_clocks.at(source, *row->last);
        if (address.isSet() && !address.isUnspecified())
            m_showings[address].push_back(std::move(showing));
        if (address.isSet() || moves)
            m_moves[device].push_back({from, address, losesAddress(event.kind), registering.ends});
    }

    /// The address that a DHCPACK binds, for as long as its option 51 says (RFC 2131 §4.4.1).
    static IpAddress bind(const EventRow& ack, Showing& showing)
    {
        const FieldView fields(ack.fields);
        if (const auto length = fields.number("lease-s"); length && *length > 0 && *length <= UINT32_MAX)
            showing.leasedUntil = showing.from + std::chrono::seconds{*length};
        return IpAddress::fromText(fields.value("your-ip").value_or("")).value_or(IpAddress{});
    }

    void addRuns(const IpAddress& address, std::vector<Showing>& showings)
    {
        std::ranges::stable_sort(showings, {}, &Showing::from);
        std::optional<Run> run;
        CaseTime busyUntil{INT64_MIN}; // others were seen there
        for (const Showing& showing : showings) {
            if (m_stop.stop_requested())
                return;
            if (run && run->first.device != showing.device) {
                addJoin(address, *run, showing.from - Nanoseconds{1});
                busyUntil = std::max(busyUntil, run->seen);
                run.reset();
            }
            if (!run)
                run = Run{.first = showing, .from = std::max(showing.from, busyUntil), .seen = showing.seen};
            run->seen = std::max(run->seen, showing.seen);
            if (showing.leasedUntil)
                run->leased = showing;
            if (showing.registeredUntil)
                run->registered = showing;
        }
        if (run)
            addJoin(address, *run, CaseTime{INT64_MAX});
    }

    void addJoin(const IpAddress& address, const Run& run, CaseTime limit)
    {
        Join join{.device = run.first.device,
                  .kind = JoinKind::AddressAnywhere,
                  .end = {address, 0},
                  .span = {run.from, run.seen},
                  .reason = "shown",
                  .proof = run.first.proof};
        const auto extend = [&](const Showing& by, CaseTime until, bool registration) {
            const CaseTime to = std::min(until, firstMove(address, by, registration));
            if (to <= join.span.to)
                return;
            join.span.to = to;
            join.reason = registration ? "registration" : "lease";
        };
        if (run.leased)
            extend(*run.leased, *run.leased->leasedUntil, false);
        if (run.registered)
            extend(*run.registered, *run.registered->registeredUntil, true);
        join.span.to = std::min(join.span.to, limit);
        if (join.span.from <= join.span.to)
            m_joins.push_back(std::move(join));
    }

    /// When the device was first seen to have left the address after that record.
    CaseTime firstMove(const IpAddress& address, const Showing& after, bool registration) const
    {
        const auto& moves = m_moves.at(after.device); // at least the one that showed it
        const auto begin = std::ranges::upper_bound(moves, after.from, {}, &Move::at);
        const auto leaves = [&](const Move& move) {
            return move.losesAddress || (registration && move.unregisters)
                || (move.to.isSet() && !move.to.isUnspecified() && move.to != address);
        };
        const auto found = std::find_if(begin, moves.end(), leaves);
        return found == moves.end() ? CaseTime{INT64_MAX} : found->at;
    }

    /// Whose a connection is that names nobody: whose its address is at some moment of it.
    void addConnections(SourceId source, const Endpoint& end, std::vector<Stretch>& stretches,
                        const std::vector<Join>& spans)
    {
        std::ranges::stable_sort(stretches, {}, &Stretch::place);
        for (auto at = stretches.begin(); at != stretches.end();) {
            const auto next =
                std::find_if(at + 1, stretches.end(), [](const Stretch& stretch) { return stretch.begins; });
            Stretch whole = *at;
            for (; at != next; ++at) {
                whole.lastPlace = std::max(whole.lastPlace, at->lastPlace);
                whole.to = std::max(whole.to, at->to);
            }
            addConnection(source, end, whole, spans);
        }
    }

    void addConnection(SourceId source, const Endpoint& end, const Stretch& whole,
                       const std::vector<Join>& spans)
    {
        const Join* only = nullptr;
        const auto ofAddress = [](const Join& join) { return join.end.address; };
        for (const Join& join : std::ranges::equal_range(spans, end.address, {}, ofAddress)) {
            if (join.span.from > whole.to || join.span.to < whole.from)
                continue;
            if (only && only->device != join.device)
                return;
            only = &join;
        }
        if (only && m_sure.devices().contains(only->device))
            m_joins.push_back({.device = only->device,
                               .kind = JoinKind::Connection,
                               .end = end,
                               .source = source,
                               .places = {whole.place, whole.lastPlace + 1},
                               .reason = "address-elsewhere",
                               .proof = only->proof});
    }

    const CaseEvents& m_events;
    const ClockSet& m_clocks;
    const Identity& m_sure;
    std::stop_token m_stop;
    std::map<IpAddress, std::vector<Showing>> m_showings;
    std::unordered_map<std::string, std::vector<Move>> m_moves;
    std::map<std::pair<SourceId, Endpoint>, std::vector<Stretch>> m_strangers;
    std::vector<Join> m_joins;
};

std::vector<Join> addressJoins(const CaseEvents& events, const ClockSet& clocks, const Identity& sure,
                               const std::stop_token& stop)
{
    auto parts = madeInParts(
        events.singles.size(),
        [&](std::size_t from, std::size_t to) {
            AddressJoiner joiner(events, clocks, sure, stop);
            joiner.learnSingles(from, to);
            return joiner;
        },
        singlesWorthAThread);
    for (std::size_t i = 1; i < parts.size(); ++i)
        parts.front()->learn(std::move(*parts[i]));
    return parts.front()->joins();
}

} // namespace

std::vector<Join> findJoins(const CaseEvents& events, std::vector<Join> joins, const ClockSet& clocks,
                            const std::stop_token& stop)
{
    std::vector<Join> sure = joins;
    std::erase_if(sure, [](const Join& join) { return join.kind == JoinKind::Address; });
    const Identity identity(std::move(sure));
    std::vector<Join> facts;
    std::vector<Join> addresses;
    together([&] { addresses = addressJoins(events, clocks, identity, stop); },
             [&] { facts = findFacts(events, clocks, identity, stop); });
    std::ranges::move(facts, std::back_inserter(joins));
    std::ranges::move(addresses, std::back_inserter(joins));
    return joins;
}

std::vector<Join> findJoins(const CaseEvents& events, const ClockSet& clocks, const std::stop_token& stop)
{
    return findJoins(events, findJoins(events, stop), clocks, stop);
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/evidence.h"

#include <set>
#include <utility>

#include "models/base/fields.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

// A phone that asks this often and hears nothing is not answered; one request may be lost.
constexpr std::size_t manyRequests = 3;
// Clients wait 4 s before they ask again (RFC 2131 §4.1): what comes sooner is a copy of the same packet.
constexpr Nanoseconds anotherTry = std::chrono::seconds{1};
// A port that comes up may swallow what is sent in its first minute.
constexpr Nanoseconds longEnough = std::chrono::minutes{2};
// A renewal is repeated after at most 0.19 of the lease; the next one after an answer comes at half of it
// (RFC 2131 §4.4.5).
constexpr double sameRenewal = 0.4;

/// One DHCPREQUEST or DHCPDISCOVER of a phone, in one source.
struct Ask {
    const EventRow* event = nullptr;
    CaseTime at{};
    bool isDiscover = false;
    RequestState state = RequestState::Unknown; ///< of a request; a console does not say
    std::optional<std::string> xid{};

    bool isLike(const Ask& other) const { return isDiscover == other.isDiscover && state == other.state; }
};

Ask askOf(const DeviceMark& mark, const EventRow& event)
{
    const FieldView fields(event.fields);
    const bool discover = mark.kind == "dhcp.discover";
    const RequestState state =
        discover ? RequestState::Unknown : requestState(fields.value("state").value_or(""));
    return {&event, mark.at, discover, state, fields.value("xid")};
}

bool isAsk(std::string_view kind)
{
    return kind == "dhcp.request" || kind == "dhcp.discover";
}

bool isAnswer(std::string_view kind)
{
    return kind == "dhcp.ack" || kind == "dhcp.offer" || kind == "dhcp.nak";
}

std::optional<Nanoseconds> leaseLength(const DeviceHistory& device)
{
    for (const Lease& lease : device.leases) {
        if (lease.length)
            return Nanoseconds(*lease.length);
    }
    return {};
}

/// What a client does next tells whether it was answered, even where the answers take another way than past
/// the one who watches: it repeats, or goes on to ask everybody, because it heard nothing.
class Silences
{
public:
    Silences(const CheckContext& context, const DeviceHistory& device)
        : m_context(context)
        , m_lease(leaseLength(device))
    {
        for (const DeviceMark& mark : device.marks) {
            if (context.stop.stop_requested())
                return;
            add(mark);
        }
    }

    /// Asked in vain from holding an address to having none; empty when that was not seen.
    const std::vector<Ask>& proven() const { return m_proven; }
    /// Requests that were seen to be answered, and those that were not.
    std::size_t answered() const { return m_answered; }
    bool anyOpen() const
    {
        return m_open || std::ranges::any_of(m_runs, [&](const auto& run) {
                   return !run.second.empty() && couldSeeAnswer(run.second.back());
               });
    }

private:
    void add(const DeviceMark& mark)
    {
        if (isAnswer(mark.kind)) {
            for (auto& [source, run] : m_runs)
                m_answered += !std::exchange(run, {}).empty();
            return;
        }
        const EventRow* event = isAsk(mark.kind) ? eventAt(m_context, mark.ref) : nullptr;
        if (event)
            ask(askOf(mark, *event));
    }

    void ask(Ask next)
    {
        auto& run = m_runs[next.event->ref.source];
        if (!run.empty() && next.at - run.back().at < anotherTry && run.back().isLike(next))
            return;
        if (!run.empty() && !repeats(run.back(), next)) {
            m_open = m_open || couldSeeAnswer(run.back());
            run.clear();
        }
        run.push_back(std::move(next));
        if (proves(run) && run.size() > m_proven.size())
            m_proven = run;
    }

    /// The second ask would not have been sent if the first had been answered.
    bool repeats(const Ask& first, const Ask& second) const
    {
        const SourceRow* source = m_context.events.source(first.event->ref.source);
        if (source && source->unit == PlaceUnit::Line) // the phone's own log says what it received
            return true;
        if (first.isLike(second) && first.xid && first.xid == second.xid)
            return true;
        if (second.isDiscover)
            return first.isDiscover || first.state == RequestState::Rebinding;
        if (second.state == RequestState::Rebinding)
            return isHeld(first.state);
        return second.state == RequestState::Renewing && first.state == RequestState::Renewing && m_lease
            && static_cast<double>((second.at - first.at).count())
            < sameRenewal * static_cast<double>(m_lease->count());
    }

    static bool proves(const std::vector<Ask>& run)
    {
        const bool lostAddress = run.back().isDiscover && !run.front().isDiscover;
        return lostAddress && run.size() > manyRequests && run.back().at - run.front().at >= longEnough;
    }

    bool couldSeeAnswer(const Ask& ask) const { return wentOn(m_context, ask.event->ref.source, ask.at); }

    const CheckContext& m_context;
    std::optional<Nanoseconds> m_lease;
    std::map<SourceId, std::vector<Ask>> m_runs;
    std::vector<Ask> m_proven;
    std::size_t m_answered = 0;
    bool m_open = false;
};

} // namespace

/// No: each phone that suffers was answered, no request of any phone is open, and its DHCP was watched when
/// it lost its registration.
CheckOutcome checkRequestsUnanswered(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("dhcp-requests-unanswered", {"phone_side", "server_side"});
    std::size_t unanswered = 0;
    std::set<std::string> served;
    bool open = false;
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested())
            return outcome;
        const Silences silences(context, device);
        open = open || silences.anyOpen();
        if (silences.answered() > 0)
            served.insert(device.name);
        unanswered += silences.proven().size();
        for (const Ask& ask : silences.proven())
            addProof(outcome, {ask.event->ref, ask.at}, device.name);
    }
    if (unanswered == 0 && (open || !speaksForSufferers(context, served)))
        return outcome;
    outcome.needs.clear();
    outcome.result = unanswered > 0 ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"count", std::to_string(unanswered)},
                          {"phones", phonesIn(outcome)},
                          {"device", outcome.devices.empty() ? "" : outcome.devices.front()}};
    return outcome;
}

} // namespace whittle

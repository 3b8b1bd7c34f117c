// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/ntpassociations.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>
#include <unordered_map>

#include "models/base/fields.h"
#include "models/events/coverage.h"
#include "models/events/ntpexchanges.h"
#include "models/events/ntpnames.h"
#include "models/events/ntpreports.h"

namespace whittle
{

namespace
{

/// Two sources' views of one poll, once their clocks are as near as they can be told.
constexpr Nanoseconds sameExchange = std::chrono::milliseconds{500};

/// Seconds between two NTP timestamps (32.32 fixed point), subtracted as integers so that no digit is lost;
/// right over the era's end.
double secondsBetween(std::uint64_t from, std::uint64_t to)
{
    return static_cast<double>(static_cast<std::int64_t>(to - from)) / 4294967296.0;
}

std::optional<double> decimal(const FieldView& fields, std::string_view key)
{
    const auto text = fields.value(key);
    if (!text || text->empty())
        return {};
    char* end = nullptr;
    const double value = std::strtod(text->c_str(), &end);
    return *end == '\0' ? std::optional(value) : std::nullopt;
}

std::optional<int> small(const FieldView& fields, std::string_view key)
{
    const auto number = fields.number(key);
    return number && *number >= -128 && *number <= 255 ? std::optional(static_cast<int>(*number))
                                                       : std::nullopt;
}

/// One poll as its best source shows it.
struct Seen {
    NtpExchange exchange{};
    bool watched = false; ///< some source would have shown the answer
};

/// When each source saw all of NTP; asked for once.
class Watched
{
public:
    explicit Watched(const Coverage& coverage)
        : m_coverage(coverage)
    {
    }
    const std::vector<CaseSpan>& of(SourceId source)
    {
        const auto [found, isNew] = m_spans.try_emplace(source);
        if (isNew)
            found->second = m_coverage.wholeSpans(source, Traffic::Ntp);
        return found->second;
    }

private:
    const Coverage& m_coverage;
    std::map<SourceId, std::vector<CaseSpan>> m_spans;
};

bool covers(const std::vector<CaseSpan>& spans, CaseTime from, CaseTime to)
{
    const auto after = std::ranges::upper_bound(spans, from, {}, &CaseSpan::from);
    return after != spans.begin() && std::prev(after)->to >= to;
}

std::vector<CaseSpan> unionOf(std::vector<CaseSpan> spans)
{
    std::ranges::sort(spans, {}, &CaseSpan::from);
    std::vector<CaseSpan> joined;
    for (const CaseSpan& span : spans) {
        if (!joined.empty() && span.from <= joined.back().to)
            joined.back().to = std::max(joined.back().to, span.to);
        else
            joined.push_back(span);
    }
    return joined;
}

/// All that the sources show of one association.
class Merge
{
public:
    explicit Merge(Watched& watched)
        : m_watched(watched)
    {
    }

    /// Those with timestamps before those without.
    void add(const NtpTalk& talk, const SameTalk& same)
    {
        const auto& spans = m_watched.of(talk.source);
        m_spans.insert(m_spans.end(), spans.begin(), spans.end());
        const std::size_t known = m_seen.size();
        std::ranges::stable_sort(m_seen, {}, atOf);
        for (NtpExchange exchange : talk.exchanges) {
            const bool watched = covers(spans, exchange.at, exchange.at + ntpAnswerWait);
            exchange.at = exchange.at - same.aheadAt(exchange.at);
            if (exchange.stamp)
                addStamped(exchange, watched);
            else if (Seen* seen = near(exchange.at, known))
                take(*seen, exchange, watched);
            else
                m_seen.push_back({exchange, watched});
        }
    }

    std::vector<Seen> seen()
    {
        std::ranges::stable_sort(m_seen, {}, atOf);
        return std::move(m_seen);
    }
    std::vector<CaseSpan> spans() { return unionOf(std::move(m_spans)); }

private:
    static CaseTime atOf(const Seen& seen) { return seen.exchange.at; }

    void addStamped(const NtpExchange& exchange, bool watched)
    {
        const auto [found, isNew] = m_byStamp.emplace(*exchange.stamp, m_seen.size());
        if (isNew)
            m_seen.push_back({exchange, watched});
        else
            take(m_seen[found->second], exchange, watched);
    }

    static void take(Seen& seen, const NtpExchange& other, bool watched)
    {
        seen.watched = seen.watched || watched;
        const bool nearer =
            other.answer && (!seen.exchange.answer || other.roundTrip > seen.exchange.roundTrip);
        if (nearer && (other.stamp || !seen.exchange.answer)) {
            const CaseTime at = seen.exchange.at;
            seen.exchange = other;
            seen.exchange.at = at;
        }
    }

    /// Of the first `known`, which are in order.
    Seen* near(CaseTime at, std::size_t known)
    {
        const auto end = m_seen.begin() + static_cast<std::ptrdiff_t>(known);
        const auto found = std::ranges::lower_bound(m_seen.begin(), end, at - sameExchange, {}, atOf);
        return found != end && found->exchange.at <= at + sameExchange ? &*found : nullptr;
    }

    Watched& m_watched;
    std::vector<Seen> m_seen;
    std::unordered_map<std::uint64_t, std::size_t> m_byStamp;
    std::vector<CaseSpan> m_spans;
};

/// RFC 5905 §8. When the answer came only the client knows: when it sent, by its own clock, and what the
/// capture saw pass between the two packets.
void addArithmetic(const NtpExchange& exchange, NtpPoll& poll)
{
    const auto t1 = ntpStamp(*exchange.answer, "originate");
    const auto t2 = ntpStamp(*exchange.answer, "receive");
    const auto t3 = ntpStamp(*exchange.answer, "transmit");
    if (!exchange.roundTrip || !t1 || !t2 || !t3)
        return;
    poll.offset = (secondsBetween(*t1, *t2) + secondsBetween(*t1, *t3) - *poll.roundTrip) / 2;
    poll.delay = *poll.roundTrip - secondsBetween(*t2, *t3);
}

NtpPoll pollOf(const Seen& seen)
{
    const NtpExchange& exchange = seen.exchange;
    NtpPoll poll;
    poll.at = exchange.at;
    poll.ref = exchange.answer ? exchange.answer->ref : exchange.request->ref;
    if (!exchange.answer) {
        poll.outcome = seen.watched ? PollOutcome::Unanswered : PollOutcome::Unknown;
        return poll;
    }
    const FieldView fields(exchange.answer->fields);
    poll.outcome = isUsable(*exchange.answer) ? PollOutcome::Answered : PollOutcome::Unusable;
    poll.rootDelay = decimal(fields, "root-delay-s");
    poll.rootDispersion = decimal(fields, "root-dispersion-s");
    if (exchange.roundTrip)
        poll.roundTrip = static_cast<double>(exchange.roundTrip->count()) * 1e-9;
    addArithmetic(exchange, poll);
    return poll;
}

NtpState stateOf(const EventRow& packet, bool ofServer, CaseTime at)
{
    const FieldView fields(packet.fields);
    NtpState state{.ofServer = ofServer, .from = at, .to = at, .ref = packet.ref};
    state.version = small(fields, "version");
    state.stratum = small(fields, "stratum");
    state.leap = small(fields, "leap");
    state.poll = small(fields, "poll");
    state.refid = plainRefid(fields.value("refid").value_or(""));
    state.kiss = fields.value("kiss").value_or("");
    return state;
}

template <typename T>
bool agree(const T& a, const T& b)
{
    return a == T{} || b == T{} || a == b;
}

/// What a capture in text leaves out is no change.
bool saysTheSame(const NtpState& a, const NtpState& b)
{
    return agree(a.version, b.version) && agree(a.stratum, b.stratum) && agree(a.leap, b.leap)
        && agree(a.poll, b.poll) && agree(a.refid, b.refid);
}

void fillIn(NtpState& known, const NtpState& more)
{
    known.to = more.to;
    known.leap = known.leap ? known.leap : more.leap;
    known.stratum = known.stratum ? known.stratum : more.stratum;
    known.poll = known.poll ? known.poll : more.poll;
    known.refid = known.refid.empty() ? more.refid : known.refid;
    known.kiss = known.kiss.empty() ? more.kiss : known.kiss;
}

void addStates(const std::vector<Seen>& all, bool ofServer, std::vector<NtpState>& states)
{
    const std::size_t first = states.size();
    for (const Seen& seen : all) {
        const EventRow* packet = ofServer ? seen.exchange.answer : seen.exchange.request;
        if (!packet)
            continue;
        NtpState state = stateOf(*packet, ofServer, seen.exchange.at);
        if (states.size() > first && saysTheSame(states.back(), state))
            fillIn(states.back(), state);
        else
            states.push_back(std::move(state));
    }
}

NtpAssociation associationOf(const std::vector<Seen>& all, const std::vector<CaseSpan>& spans)
{
    NtpAssociation made;
    for (const Seen& seen : all) {
        NtpPoll poll = pollOf(seen);
        poll.afterGap = made.polls.empty() || !covers(spans, made.polls.back().at, poll.at);
        made.polls.push_back(poll);
    }
    addStates(all, false, made.states);
    addStates(all, true, made.states);
    std::ranges::stable_sort(made.states, {}, &NtpState::from);
    return made;
}

using Key = std::tuple<NtpHost, NtpHost, NtpMode>;

/// Indexes of talks by association, those with timestamps first.
std::map<Key, std::vector<std::size_t>> byAssociation(const std::vector<NtpTalk>& talks)
{
    std::map<Key, std::vector<std::size_t>> grouped;
    for (std::size_t i = 0; i < talks.size(); ++i)
        grouped[{talks[i].client, talks[i].server, talks[i].mode}].push_back(i);
    for (auto& [key, members] : grouped)
        std::ranges::stable_partition(
            members, [&](std::size_t i) { return talks[i].exchanges.front().stamp.has_value(); });
    return grouped;
}

SameTalk aheadOf(const std::vector<NtpTalk>& talks, std::size_t one, const std::optional<SameTalk>& same)
{
    const bool isSame = same && talks[same->other].client == talks[one].client
        && talks[same->other].server == talks[one].server;
    return isSame ? *same : SameTalk{};
}

void setSpan(NtpAssociation& association)
{
    association.from = {INT64_MAX};
    association.to = {INT64_MIN};
    const auto widen = [&](CaseTime at) {
        association.from = std::min(association.from, at);
        association.to = std::max(association.to, at);
    };
    for (const NtpPoll& poll : association.polls)
        widen(poll.at);
    for (const NtpReport& report : association.reports)
        widen(report.at);
}

} // namespace

bool isUsable(const EventRow& answer)
{
    constexpr int unsynchronised = 3;
    constexpr int lowest = 16;
    constexpr double maxDistance = 16;
    const FieldView fields(answer.fields);
    const auto leap = small(fields, "leap");
    const auto stratum = small(fields, "stratum");
    const double distance =
        decimal(fields, "root-delay-s").value_or(0) / 2 + decimal(fields, "root-dispersion-s").value_or(0);
    return leap != unsynchronised && (!stratum || (*stratum > 0 && *stratum < lowest))
        && distance < maxDistance;
}

std::vector<NtpAssociation> ntpAssociations(const CaseEvents& events, const ClockSet& clocks,
                                            const Coverage& coverage, const std::stop_token& stop)
{
    std::vector<NtpTalk> talks = ntpTalks(events, clocks, stop);
    const auto same = sameTalks(talks, stop);
    const auto names = ntpNames(events, talks, same);
    for (NtpTalk& talk : talks) {
        talk.client = withAddress(talk.client, names);
        talk.server = withAddress(talk.server, names);
    }
    std::vector<NtpAssociation> made;
    Watched watched(coverage);
    for (const auto& [key, members] : byAssociation(talks)) {
        if (stop.stop_requested())
            return made;
        Merge merge(watched);
        for (const std::size_t i : members)
            merge.add(talks[i], aheadOf(talks, i, same[i]));
        made.push_back(associationOf(merge.seen(), merge.spans()));
        std::tie(made.back().client, made.back().server, made.back().mode) = key;
    }
    addNtpReports(events, clocks, names, made, stop);
    for (NtpAssociation& association : made)
        setSpan(association);
    return made;
}

} // namespace whittle

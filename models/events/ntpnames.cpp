// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/ntpnames.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <tuple>
#include <unordered_map>

#include "models/base/fields.h"

namespace whittle
{

namespace
{

constexpr Nanoseconds step = std::chrono::milliseconds{16};
/// By which two clocks may run differently, and what a capture may take longer one time than the other.
constexpr double mostDrift = 150e-6;
constexpr Nanoseconds jitter = std::chrono::milliseconds{1};
/// Shifts this near to each other are one.
constexpr Nanoseconds sameShift = std::chrono::milliseconds{400};
/// As many intervals as these are no accident.
constexpr std::size_t enoughIntervals = 3;
/// An interval that comes more often tells nobody from anybody.
constexpr std::size_t mostAlike = 16;

struct Interval {
    std::size_t talk = 0;
    CaseTime from{};
    Nanoseconds length{};
};
using Rhythm = std::unordered_map<std::int64_t, std::vector<Interval>>; ///< by length, in steps

bool hasStamps(const NtpTalk& talk)
{
    return std::ranges::any_of(talk.exchanges,
                               [](const NtpExchange& exchange) { return exchange.stamp.has_value(); });
}

template <typename Visit>
void forEachInterval(const NtpTalk& talk, const std::stop_token& stop, Visit visit)
{
    const NtpExchange* last = nullptr;
    for (const NtpExchange& exchange : talk.exchanges) {
        if (stop.stop_requested())
            return;
        if (!exchange.request)
            continue;
        if (last)
            visit(last->at, exchange.at - last->at);
        last = &exchange;
    }
}

Rhythm rhythmOf(const std::vector<NtpTalk>& talks, const std::stop_token& stop)
{
    Rhythm rhythm;
    for (std::size_t i = 0; i < talks.size(); ++i) {
        if (!hasStamps(talks[i]) || !talks[i].client.address.isSet() || !talks[i].server.address.isSet())
            continue;
        forEachInterval(talks[i], stop, [&](CaseTime from, Nanoseconds length) {
            auto& alike = rhythm[length / step];
            if (alike.size() <= mostAlike)
                alike.push_back({i, from, length});
        });
    }
    return rhythm;
}

/// That the talk is that one, with clocks that differ so much then.
struct Vote {
    CaseTime at{};
    Nanoseconds ahead{};
};
using Votes = std::map<std::pair<std::size_t, std::int64_t>, std::vector<Vote>>; ///< by talk and shift

Votes votesFor(const NtpTalk& talk, const Rhythm& rhythm, const std::stop_token& stop)
{
    Votes votes;
    forEachInterval(talk, stop, [&](CaseTime from, Nanoseconds length) {
        const Nanoseconds far =
            jitter + Nanoseconds{static_cast<std::int64_t>(mostDrift * static_cast<double>(length.count()))};
        if (far > sameShift)
            return;
        for (std::int64_t at = (length - far) / step; at <= (length + far) / step; ++at) {
            const auto found = rhythm.find(at);
            if (found == rhythm.end() || found->second.size() > mostAlike)
                continue;
            for (const Interval& one : found->second) {
                const Nanoseconds ahead = from - one.from;
                if (one.length >= length - far && one.length <= length + far)
                    votes[{one.talk, ahead / sameShift}].push_back({from, ahead});
            }
        }
    });
    return votes;
}

/// Least squares over the votes for that talk that are as near to the first shift as drift allows.
SameTalk fitted(const Votes& votes, const Votes::value_type& best)
{
    const Vote& first = best.second.front();
    std::vector<Vote> all;
    for (auto at = votes.lower_bound({best.first.first, INT64_MIN});
         at != votes.end() && at->first.first == best.first.first; ++at) {
        std::ranges::copy_if(at->second, std::back_inserter(all), [&](const Vote& vote) {
            const auto passed = static_cast<double>(std::abs((vote.at - first.at).count()));
            return static_cast<double>(std::abs((vote.ahead - first.ahead).count()))
                <= mostDrift * passed + static_cast<double>(jitter.count()) * 2;
        });
    }
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    const auto count = static_cast<double>(all.size());
    for (const Vote& vote : all) {
        const auto at = static_cast<double>((vote.at - first.at).count());
        const auto ahead = static_cast<double>((vote.ahead - first.ahead).count());
        x += at / count;
        y += ahead / count;
        xx += at * at / count;
        xy += at * ahead / count;
    }
    const double spread = xx - x * x;
    return {best.first.first, first.at + Nanoseconds{static_cast<std::int64_t>(x)},
            first.ahead + Nanoseconds{static_cast<std::int64_t>(y)}, spread > 0 ? (xy - x * y) / spread : 0};
}

std::optional<SameTalk> sameTalk(const Votes& votes)
{
    const auto best = std::ranges::max_element(votes, {}, [](const auto& one) { return one.second.size(); });
    if (best == votes.end() || best->second.size() < enoughIntervals)
        return {};
    const bool rivalled = std::ranges::any_of(votes, [&](const auto& one) {
        return one.first.first != best->first.first && one.second.size() * 2 > best->second.size();
    });
    return rivalled ? std::nullopt : std::optional(fitted(votes, *best));
}

/// From one source to another, with one shift.
using Pooled = std::map<std::tuple<SourceId, SourceId, std::int64_t>, std::size_t>;

Pooled pooled(const std::vector<NtpTalk>& talks, const std::vector<Votes>& votes)
{
    Pooled pool;
    for (std::size_t i = 0; i < talks.size(); ++i) {
        for (const auto& [which, all] : votes[i])
            pool[{talks[i].source, talks[which.first].source, which.second}] += all.size();
    }
    return pool;
}

using Sources = std::pair<SourceId, SourceId>;

/// Of two sources, the shift for which there are the most votes, and how many there are for the next.
struct Favourite {
    std::int64_t shift = 0;
    std::size_t votes = 0;
    std::size_t next = 0;

    bool isTold() const { return votes >= enoughIntervals && next * 2 <= votes; }
};

std::map<Sources, Favourite> favouritesOf(const Pooled& pool)
{
    std::map<Sources, Favourite> favourites;
    for (const auto& [which, votes] : pool) {
        const auto& [from, to, shift] = which;
        Favourite& known = favourites[{from, to}];
        if (votes > known.votes)
            known = {shift, votes, known.votes};
        else
            known.next = std::max(known.next, votes);
    }
    return favourites;
}

/// Talks that are too short by themselves: the one that each has at the shift on which all talks of the two
/// sources agree.
void addTogether(const std::vector<NtpTalk>& talks, const std::vector<Votes>& votes,
                 std::vector<std::optional<SameTalk>>& same, const std::stop_token& stop)
{
    const auto favourites = favouritesOf(pooled(talks, votes));
    for (std::size_t i = 0; i < talks.size() && !stop.stop_requested(); ++i) {
        if (same[i])
            continue;
        std::vector<const Votes::value_type*> fitting;
        for (const auto& one : votes[i]) {
            const auto common = favourites.find({talks[i].source, talks[one.first.first].source});
            if (common->second.isTold() && common->second.shift == one.first.second)
                fitting.push_back(&one);
        }
        if (fitting.size() == 1)
            same[i] = fitted(votes[i], *fitting.front());
    }
}

void learnSite(const CaseEvents& events, std::map<std::string, IpAddress>& names)
{
    for (const EventRow& event : events.singles) {
        if (event.kind != "site.node")
            continue;
        const FieldView fields(event.fields);
        const auto host = fields.value("host");
        const auto address = IpAddress::fromText(fields.value("ip").value_or(""));
        if (host && address)
            names.emplace(*host, *address);
    }
}

} // namespace

std::vector<std::optional<SameTalk>> sameTalks(const std::vector<NtpTalk>& talks, const std::stop_token& stop)
{
    const Rhythm rhythm = rhythmOf(talks, stop);
    std::vector<std::optional<SameTalk>> same(talks.size());
    std::vector<Votes> votes(talks.size());
    for (std::size_t i = 0; i < talks.size() && !stop.stop_requested(); ++i) {
        if (!hasStamps(talks[i]))
            votes[i] = votesFor(talks[i], rhythm, stop);
        same[i] = sameTalk(votes[i]);
    }
    addTogether(talks, votes, same, stop);
    return same;
}

std::map<std::string, IpAddress> ntpNames(const CaseEvents& events, const std::vector<NtpTalk>& talks,
                                          const std::vector<std::optional<SameTalk>>& same)
{
    std::map<std::string, IpAddress> names;
    learnSite(events, names);
    const auto learn = [&](const NtpHost& host, const NtpHost& known) {
        if (!host.name.empty() && known.address.isSet())
            names.emplace(host.name, known.address);
    };
    for (std::size_t i = 0; i < talks.size(); ++i) {
        if (!same[i])
            continue;
        learn(talks[i].client, talks[same[i]->other].client);
        learn(talks[i].server, talks[same[i]->other].server);
    }
    return names;
}

NtpHost withAddress(const NtpHost& host, const std::map<std::string, IpAddress>& names)
{
    const auto found = host.name.empty() ? names.end() : names.find(host.name);
    return found == names.end() ? host : NtpHost{.address = found->second};
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/pairs.h"

#include <algorithm>
#include <cmath>

#include "models/base/fields.h"
#include "models/base/median.h"
#include "models/events/caseevents.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

// Over a week, clocks that drift by 40 ppm come apart by 24 s: pairs that agree to this still tell the same
// story.
constexpr std::int64_t sameStoryNs = 30 * nsPerSecond;
// After the drift is taken out, pairs further off than this are chance.
constexpr std::int64_t sameMomentNs = 2 * nsPerSecond;
// A moment that recurs too often in a source recognises nothing.
constexpr std::size_t tooCommon = 400;
// The winner needs this many times the pairs of the next best difference.
constexpr double clearly = 1.25;

bool isRecognisable(std::string_view kind)
{
    constexpr std::string_view kinds[] = {
        "dhcp.discover", "dhcp.offer",           "dhcp.request",      "dhcp.ack",
        "dhcp.nak",      "dhcp.release",         "dhcp.decline",      "sccp.register",
        "sccp.alarm",    "sccp.register-ack",    "sccp.reset",        "sccp.unregister",
        "sccp.ip-port",  "sccp.register-reject", "sccp.time-date-res"};
    return std::ranges::find(kinds, kind) != std::end(kinds);
}

struct Candidate {
    std::int64_t difference;
    MatchedPair pair;
};

/// Keys that can only mean one message begin with this: a transaction id, or the ports of a connection.
constexpr char sameMessage = '#';

bool namesMessages(const Recognisable& moments)
{
    return moments.lower_bound(std::string(1, sameMessage))
        != moments.lower_bound(std::string(1, sameMessage + 1));
}

/// Where both sources can tell one message from the next of its kind, only the same message counts: two
/// captures of one phone on different days have much in common and no moment.
std::vector<Candidate> candidates(const Recognisable& a, const Recognisable& b, const std::stop_token& stop)
{
    const bool byMessage = namesMessages(a) && namesMessages(b);
    std::vector<Candidate> all;
    for (const auto& [key, times] : a) {
        if (stop.stop_requested())
            return {};
        const auto other = b.find(key);
        if ((key.front() == sameMessage) != byMessage || other == b.end() || times.size() > tooCommon
            || other->second.size() > tooCommon)
            continue;
        for (const SourceTime x : times) {
            for (const SourceTime y : other->second)
                all.push_back({y.ns - x.ns, {x, y}});
        }
    }
    std::ranges::sort(all, {}, &Candidate::difference);
    return all;
}

struct Window {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t size() const { return end - begin; }
};

struct Range {
    std::int64_t from;
    std::int64_t to;
};

/// The window of width `sameStoryNs` that holds the most candidates and does not touch what is to be avoided.
Window fullestWindow(const std::vector<Candidate>& all, std::optional<Range> avoid)
{
    Window best;
    std::size_t begin = 0;
    for (std::size_t end = 0; end < all.size(); ++end) {
        while (all[end].difference - all[begin].difference > sameStoryNs)
            ++begin;
        const bool avoided =
            avoid && all[end].difference >= avoid->from && all[begin].difference <= avoid->to;
        if (!avoided && end + 1 - begin > best.size())
            best = {begin, end + 1};
    }
    return best;
}

/// Each moment of a pairs with one of b: the one nearest to the middle of the window.
std::vector<Candidate> oneToOne(const std::vector<Candidate>& all, Window window, std::int64_t middle)
{
    std::vector<Candidate> chosen(all.begin() + static_cast<std::ptrdiff_t>(window.begin),
                                  all.begin() + static_cast<std::ptrdiff_t>(window.end));
    std::ranges::stable_sort(chosen, {}, [&](const Candidate& c) { return std::abs(c.difference - middle); });
    std::map<std::int64_t, int> usedA;
    std::map<std::int64_t, int> usedB;
    std::erase_if(chosen,
                  [&](const Candidate& c) { return usedA[c.pair.a.ns]++ > 0 || usedB[c.pair.b.ns]++ > 0; });
    std::ranges::sort(chosen, {}, [](const Candidate& c) { return c.pair.a; });
    return chosen;
}

struct Line {
    double origin; ///< of a, ns
    double offset; ///< ns at origin
    double slope; ///< ns per ns
    double at(SourceTime a) const { return offset + slope * (static_cast<double>(a.ns) - origin); }
};

/// A line through the pairs by the median of slopes (Theil, Sen), which a few wrong pairs do not move. Short
/// spans have no slope.
Line fitLine(const std::vector<Candidate>& pairs)
{
    constexpr double shortestSpan = 3600e9;
    constexpr double steepest = 500e-6; // no clock is worse
    const double first = static_cast<double>(pairs.front().pair.a.ns);
    const double last = static_cast<double>(pairs.back().pair.a.ns);
    Line line{(first + last) / 2, 0, 0};
    std::vector<double> slopes;
    const std::size_t half = pairs.size() / 2;
    for (std::size_t i = 0; i + half < pairs.size() && last - first >= shortestSpan; ++i) {
        const auto run = static_cast<double>(pairs[i + half].pair.a.ns - pairs[i].pair.a.ns);
        if (run >= shortestSpan / 2)
            slopes.push_back(static_cast<double>(pairs[i + half].difference - pairs[i].difference) / run);
    }
    if (!slopes.empty())
        line.slope = std::clamp(medianOf(slopes), -steepest, steepest);
    std::vector<double> offsets;
    for (const Candidate& c : pairs)
        offsets.push_back(static_cast<double>(c.difference)
                          - line.slope * (static_cast<double>(c.pair.a.ns) - line.origin));
    line.offset = medianOf(offsets);
    return line;
}

} // namespace

namespace
{

/// What tells this very message from others of its kind and device, wherever it was captured; empty: nothing
/// does.
std::string messageKey(const EventRow& event)
{
    if (const auto xid = FieldView(event.fields).value("xid"))
        return *xid;
    if (event.source.port == 0 || event.destination.port == 0)
        return {};
    return std::to_string(event.source.port) + ">" + std::to_string(event.destination.port);
}

} // namespace

std::map<SourceId, Recognisable> recognisableMoments(const CaseEvents& events, const Identity& identity,
                                                     const std::stop_token& stop, const ClockSet& zones)
{
    std::map<SourceId, Recognisable> moments;
    for (const EventRow& event : events.singles) {
        if (stop.stop_requested())
            break;
        if (!isRecognisable(event.kind))
            continue;
        const std::string device = identity.deviceOf(event);
        if (device.empty())
            continue;
        Recognisable& ofSource = moments[event.ref.source];
        const std::string what = event.kind + " " + device;
        const SourceClock* zone = zones.clock(event.ref.source);
        const SourceTime time = zone ? zone->steady(event.time, event.ref.place.number) : event.time;
        ofSource[what].push_back(time);
        if (const std::string message = messageKey(event); !message.empty())
            ofSource[sameMessage + what + " " + message].push_back(time);
    }
    return moments;
}

std::optional<ClockMatch> matchClocks(const Recognisable& a, const Recognisable& b, std::int64_t resolutionNs,
                                      const std::stop_token& stop)
{
    const std::vector<Candidate> all = candidates(a, b, stop);
    const Window best = fullestWindow(all, {});
    if (best.size() < 2)
        return {};
    const std::int64_t low = all[best.begin].difference;
    const std::int64_t high = all[best.end - 1].difference;
    const Window rival = fullestWindow(all, Range{low - sameStoryNs, high + sameStoryNs});
    if (static_cast<double>(best.size()) < clearly * static_cast<double>(rival.size()))
        return {};
    std::vector<Candidate> pairs = oneToOne(all, best, all[(best.begin + best.end) / 2].difference);
    const Line rough = fitLine(pairs);
    std::erase_if(pairs, [&](const Candidate& c) {
        return std::abs(static_cast<double>(c.difference) - rough.at(c.pair.a))
            > static_cast<double>(sameMomentNs);
    });
    if (pairs.size() < 2)
        return {};
    const Line line = fitLine(pairs);
    ClockMatch match;
    match.differenceNs = std::llround(line.offset);
    match.driftPpm = line.slope * 1e6;
    match.middle = {std::llround(line.origin)};
    double spread = 0;
    for (const Candidate& c : pairs) {
        spread = std::max(spread, std::abs(static_cast<double>(c.difference) - line.at(c.pair.a)));
        match.pairs.push_back(c.pair);
    }
    const std::int64_t margin = std::llround(spread) + resolutionNs;
    match.lowNs = match.differenceNs - margin;
    match.highNs = match.differenceNs + margin;
    return match;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/jumps.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>

#include "models/clocks/candidates.h"
#include "models/clocks/clockline.h"
#include "models/clocks/matching.h"

namespace whittle
{

namespace
{

// As far as the two ways of a slow path put what is sent on each apart (pairing.cpp).
constexpr std::int64_t pathWindow = 250'000'000;
/// A clock that ntpd slews runs up to 500 ppm wrong (RFC 5905 §11.3), and the other one is ordinary.
constexpr double steepestSlew = 620e-6;
// What happens within this is one piece of evidence.
constexpr std::int64_t burst = 3 * nsPerSecond;
// On either side of a step: messages, and moments apart from each other.
constexpr std::size_t enoughPairs = 4;
constexpr std::size_t enoughBursts = 3;
// No more than one message in so many may fit none of the lines.
constexpr std::size_t mostlyFit = 5;

using Pairs = std::vector<MomentPair>;

std::pair<SourceTime, SourceTime> timesOf(const MomentPair& pair)
{
    return {pair.a->time, pair.b->time};
}

std::int64_t windowOf(const Recorded& a, const Recorded& b)
{
    return pathWindow + a.resolutionNs + b.resolutionNs;
}

/// From `from` on, the end of what has its key.
std::size_t endOfKey(std::span<const Moment> moments, std::size_t from)
{
    std::size_t end = from + 1;
    while (end < moments.size() && moments[end].key == moments[from].key)
        ++end;
    return end;
}

std::size_t seek(std::span<const Moment> moments, std::size_t from, std::uint64_t key)
{
    const auto found = std::ranges::lower_bound(moments.subspan(from), key, {}, &Moment::key);
    return static_cast<std::size_t>(found - moments.begin());
}

/// The messages that each of the two shows once, by time of a.
Pairs onesOf(std::span<const Moment> a, std::span<const Moment> b, const std::stop_token& stop)
{
    Pairs ones;
    std::size_t x = 0;
    std::size_t y = 0;
    while (x < a.size() && y < b.size() && !stop.stop_requested()) {
        if (a[x].key != b[y].key) {
            (a[x].key < b[y].key ? x : y) = a[x].key < b[y].key ? seek(a, x, b[y].key) : seek(b, y, a[x].key);
            continue;
        }
        const std::size_t endX = endOfKey(a, x);
        const std::size_t endY = endOfKey(b, y);
        if (endX == x + 1 && endY == y + 1 && correspondences()[a[x].row].exact
            && pairing::mayBeOne(a[x], b[y]))
            ones.push_back({&a[x], &b[y], true});
        x = endX;
        y = endY;
    }
    std::ranges::sort(ones, {}, timesOf);
    return ones;
}

/// Those that may lie on one line: each is near to the one before.
std::vector<Pairs> runsOf(const Pairs& ones, std::int64_t window)
{
    constexpr std::size_t mostOpen = 32;
    std::vector<Pairs> runs;
    for (const MomentPair& pair : ones) {
        Pairs* nearest = nullptr;
        auto least = HUGE_VAL;
        for (std::size_t i = runs.size() - std::min(runs.size(), mostOpen); i < runs.size(); ++i) {
            const MomentPair& last = runs[i].back();
            const auto off = std::abs(static_cast<double>(pair.differenceNs() - last.differenceNs()));
            const auto passed = static_cast<double>((pair.a->time - last.a->time).count());
            if (off <= static_cast<double>(window) + passed * steepestClock * 1e-9 && off < least) {
                nearest = &runs[i];
                least = off;
            }
        }
        if (nearest)
            nearest->push_back(pair);
        else
            runs.push_back({pair});
    }
    return runs;
}

bool isSure(const Pairs& run)
{
    std::set<std::int64_t> bursts;
    for (const MomentPair& pair : run)
        bursts.insert(pair.a->time.ns / burst);
    return run.size() >= enoughPairs && bursts.size() >= enoughBursts;
}

/// Of two runs, what lies before and behind the moment that parts them best.
void part(Pairs& before, Pairs& after)
{
    const auto time = [](const MomentPair& pair) { return pair.a->time; };
    SourceTime best{};
    std::ptrdiff_t most = -1;
    for (const MomentPair& first : after) {
        const auto fits = (std::ranges::lower_bound(before, first.a->time, {}, time) - before.begin())
            + (after.end() - std::ranges::lower_bound(after, first.a->time, {}, time));
        if (fits > most) {
            most = fits;
            best = first.a->time;
        }
    }
    before.erase(std::ranges::lower_bound(before, best, {}, time), before.end());
    after.erase(after.begin(), std::ranges::lower_bound(after, best, {}, time));
}

struct Interval {
    double best;
    double low;
    double high;
};

/// What the relation says of that moment on the clock of a.
Interval at(const ClockRelation& relation, SourceTime time)
{
    const auto away = static_cast<double>((time - relation.middle).count());
    const double drifted = away * relation.driftPpm * 1e-6;
    const double doubt = std::abs(away) * relation.driftWidthPpm * 1e-6;
    return {static_cast<double>(relation.differenceNs) + drifted,
            static_cast<double>(relation.lowNs) + drifted - doubt,
            static_cast<double>(relation.highNs) + drifted + doubt};
}

/// Records stand in the order in which they were made, whatever the clocks showed.
bool isInOrder(const Moment& earlier, const Moment& later)
{
    return earlier.place == 0 || later.place == 0 || earlier.place < later.place;
}

std::vector<Moment> partOf(const Recorded& whole, std::uint64_t fromPlace, std::uint64_t toPlace)
{
    std::vector<Moment> part;
    std::ranges::copy_if(whole.moments, std::back_inserter(part), [&](const Moment& moment) {
        return moment.place >= fromPlace && moment.place < toPlace;
    });
    return part;
}

std::uint64_t lastPlace(const Pairs& pairs)
{
    return std::ranges::max(pairs, {}, [](const MomentPair& pair) { return pair.a->place; }).a->place;
}

/// Of what a shows and b does, too, in order.
std::vector<std::uint64_t> placesInCommon(std::span<const Moment> a, std::span<const Moment> b)
{
    std::vector<std::uint64_t> places;
    for (std::size_t x = 0, y = 0; x < a.size() && y < b.size();) {
        if (a[x].key == b[y].key && a[x].place != 0)
            places.push_back(a[x].place);
        if (a[x].key <= b[y].key)
            ++x;
        else
            y = seek(b, y, a[x].key);
    }
    std::ranges::sort(places);
    return places;
}

/// Empty where no step is needed to explain the two lines.
std::optional<Jump> jumpFrom(const Pairs& before, const Pairs& after, const Recorded& a, const Recorded& b)
{
    if (!isInOrder(*before.back().a, *after.front().a) || !isInOrder(*before.back().b, *after.front().b))
        return {};
    const auto first = relationBy(before, a.resolutionNs, b.resolutionNs);
    const auto second = relationBy(after, a.resolutionNs, b.resolutionNs);
    if (!first || !second)
        return {};
    Jump jump{before.back().a->time, before.back().b->time,  after.front().a->time,
              after.front().b->time, after.front().a->place, after.front().b->place};
    jump.pairs = std::min(before.size(), after.size());
    const std::int64_t gapA = (jump.afterA - jump.beforeA).count();
    const std::int64_t gap = std::max(gapA, (jump.afterB - jump.beforeB).count());
    const SourceTime middle{jump.beforeA.ns + gapA / 2};
    const Interval was = at(*first, middle);
    const Interval is = at(*second, middle);
    jump.byNs = std::llround(is.best - was.best);
    jump.lowNs = std::llround(is.low - was.high);
    jump.highNs = std::llround(is.high - was.low);
    const auto slewed = std::llround(static_cast<double>(gap) * steepestSlew);
    const bool isSet = jump.lowNs > slewed || jump.highNs < -slewed;
    return isSet ? std::optional(jump) : std::nullopt;
}

/// Of messages by time of a.
std::vector<Jump> jumpsIn(const Pairs& ones, const Recorded& a, const Recorded& b)
{
    if (ones.size() < 2 * enoughPairs)
        return {};
    std::vector<Pairs> runs = runsOf(ones, windowOf(a, b));
    std::erase_if(runs, [](const Pairs& run) { return !isSure(run); });
    for (std::size_t i = 1; i < runs.size(); ++i)
        part(runs[i - 1], runs[i]);
    std::erase_if(runs, [](const Pairs& run) { return !isSure(run); });
    std::size_t fit = 0;
    for (const Pairs& run : runs)
        fit += run.size();
    std::vector<Jump> jumps;
    if ((ones.size() - fit) * mostlyFit > ones.size())
        return jumps;
    for (std::size_t i = 1; i < runs.size(); ++i) {
        if (const auto jump = jumpFrom(runs[i - 1], runs[i], a, b))
            jumps.push_back(*jump);
    }
    return jumps;
}

} // namespace

Jump mirrored(const Jump& jump)
{
    return {jump.beforeB,     jump.beforeA, jump.afterB,  jump.afterA, jump.placeAfterB,
            jump.placeAfterA, -jump.byNs,   -jump.highNs, -jump.lowNs, jump.pairs};
}

std::vector<Jump> jumpsBetween(const Recorded& a, const Recorded& b, const std::stop_token& stop)
{
    Pairs ones = onesOf(a.moments, b.moments, stop);
    std::vector<Jump> jumps = jumpsIn(ones, a, b);
    if (!jumps.empty())
        return jumps;
    // What a shows twice, after its clock was set back, is apart by the time of b.
    for (MomentPair& pair : ones)
        std::swap(pair.a, pair.b);
    std::ranges::sort(ones, {}, timesOf);
    jumps = jumpsIn(ones, b, a);
    for (Jump& jump : jumps)
        jump = mirrored(jump);
    return jumps;
}

std::size_t sharedOnOneLine(const Recorded& a, const Recorded& b, const std::stop_token& stop)
{
    std::size_t most = pairUp(a, b, stop).size();
    const auto window = windowOf(a, b);
    for (const Pairs& run : runsOf(onesOf(a.moments, b.moments, stop), window))
        most = std::max(most, isSure(run) ? run.size() : 0);
    return most;
}

std::optional<Jump> jumpAt(const Recorded& a, const Recorded& b, std::uint64_t placeB,
                           const std::stop_token& stop)
{
    const std::vector<Moment> earlier = partOf(b, 1, placeB);
    const std::vector<Moment> later = partOf(b, placeB, UINT64_MAX);
    const Pairs before = pairUp(a, {earlier, b.resolutionNs}, stop);
    const Pairs after = pairUp(a, {later, b.resolutionNs}, stop);
    return before.empty() || after.empty() ? std::nullopt : jumpFrom(before, after, a, b);
}

std::optional<Jump> jumpAmongRepeats(const Recorded& a, const Recorded& b, const std::stop_token& stop)
{
    const std::vector<std::uint64_t> places = placesInCommon(a.moments, b.moments);
    for (const std::size_t quarter : {2, 1, 3}) {
        if (places.size() < 4 * enoughPairs || stop.stop_requested())
            return {};
        std::vector<Moment> earlier = partOf(a, 1, places[places.size() * quarter / 4]);
        Pairs before = pairUp({earlier, a.resolutionNs}, b, stop);
        if (!isSure(before))
            continue;
        const std::vector<Moment> later = partOf(a, lastPlace(before) + 1, UINT64_MAX);
        const Pairs after = pairUp({later, a.resolutionNs}, b, stop);
        if (!isSure(after))
            continue;
        earlier = partOf(a, 1, after.front().a->place);
        before = pairUp({earlier, a.resolutionNs}, b, stop);
        if (const auto jump = isSure(before) ? jumpFrom(before, after, a, b) : std::nullopt)
            return jump;
    }
    return {};
}

} // namespace whittle

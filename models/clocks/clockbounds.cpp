// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/clockbounds.h"

#include <algorithm>
#include <cmath>

namespace whittle
{

namespace
{

/// A clock that ntpd slews runs up to 500 ppm wrong (RFC 5905 §11.3), and the other one is ordinary.
constexpr double steepest = 620e-6;
/// Two ordinary clocks do not come apart faster.
constexpr double steepestUnslewed = 150e-6;
// More messages that were held up than one in so many: it is the clock that was set.
constexpr std::size_t mostlyPrompt = 4;
// Halvings and thirdings until what is left of a range is nothing.
constexpr int rounds = 100;

struct Point {
    double x; ///< ns from the origin, on the clock of a
    double y; ///< ns from the base
};

/// The largest value of a concave function between two ends, and where it is.
template <typename Function>
Point highest(double from, double to, const Function& of)
{
    for (int i = 0; i < rounds; ++i) {
        const double left = from + (to - from) / 3;
        const double right = to - (to - from) / 3;
        (of(left) < of(right) ? from : to) = of(left) < of(right) ? left : right;
    }
    const double at = (from + to) / 2;
    return {at, of(at)};
}

/// Between `inside`, where the function is not negative, and `outside`: as far as it stays so.
template <typename Function>
double lastNotNegative(double inside, double outside, const Function& of)
{
    if (of(outside) >= 0)
        return outside;
    for (int i = 0; i < rounds; ++i) {
        const double middle = (inside + outside) / 2;
        (of(middle) >= 0 ? inside : outside) = middle;
    }
    return inside;
}

/// With fewer bounds the interval is wider, and still right.
std::vector<Point> thinned(const std::vector<Point>& points)
{
    constexpr std::size_t plenty = 2000;
    const std::size_t step = points.size() / plenty + 1;
    std::vector<Point> kept;
    for (std::size_t i = 0; i < points.size(); i += step)
        kept.push_back(points[i]);
    return kept;
}

/// Of points by x, those that a line above (sign 1) or below (-1) all of them can touch.
std::vector<Point> hull(const std::vector<Point>& points, double sign)
{
    std::vector<Point> kept;
    for (const Point& point : points) {
        const auto isUnder = [&](const Point& a, const Point& b) {
            return sign * ((b.y - a.y) * (point.x - a.x) - (point.y - a.y) * (b.x - a.x)) <= 0;
        };
        while (kept.size() > 1 && isUnder(kept[kept.size() - 2], kept.back()))
            kept.pop_back();
        kept.push_back(point);
    }
    return thinned(kept);
}

/// Which straight lines go above all of `lower` and below all of `upper`. Both by x.
class Lines
{
public:
    Lines(const std::vector<Point>& lower, const std::vector<Point>& upper)
        : m_lower(hull(lower, 1))
        , m_upper(hull(upper, -1))
        , m_best(highest(-steepest, steepest, [&](double slope) { return gap(slope); }))
    {
        const auto ofSlope = [&](double slope) { return gap(slope); };
        m_from = exist() ? lastNotNegative(m_best.x, -steepest, ofSlope) : m_best.x;
        m_to = exist() ? lastNotNegative(m_best.x, steepest, ofSlope) : m_best.x;
    }

    bool exist() const { return m_best.y >= 0; }
    double bestSlope() const { return m_best.x; }
    double leastSlope() const { return m_from; }
    double greatestSlope() const { return m_to; }

    /// The highest and the lowest value that one of them has there.
    double highAt(double x) const
    {
        return highest(m_from, m_to, [&](double slope) { return ceiling(slope) + slope * x; }).y;
    }
    double lowAt(double x) const
    {
        return -highest(m_from, m_to, [&](double slope) { return -floor(slope) - slope * x; }).y;
    }

private:
    double gap(double slope) const { return ceiling(slope) - floor(slope); }
    double floor(double slope) const
    {
        double most = -HUGE_VAL;
        for (const Point& point : m_lower)
            most = std::max(most, point.y - slope * point.x);
        return most;
    }
    double ceiling(double slope) const
    {
        double least = HUGE_VAL;
        for (const Point& point : m_upper)
            least = std::min(least, point.y - slope * point.x);
        return least;
    }

    std::vector<Point> m_lower;
    std::vector<Point> m_upper;
    Point m_best; ///< slope and gap
    double m_from;
    double m_to;
};

struct Interval {
    double low;
    double high;
};

/// What the difference went through beside a line of that slope: each upper bound with the lower bound that
/// is nearest to it in time.
Interval wentThrough(const std::vector<Point>& lower, const std::vector<Point>& upper, double slope)
{
    Interval range{HUGE_VAL, -HUGE_VAL};
    const auto beside = [&](const Point& point) { return point.y - slope * point.x; };
    auto next = lower.begin();
    for (const Point& point : upper) {
        next = std::find_if(next, lower.end(), [&](const Point& other) { return other.x >= point.x; });
        const bool before = next != lower.begin()
            && (next == lower.end() || point.x - std::prev(next)->x < next->x - point.x);
        const double low = beside(before ? *std::prev(next) : *next);
        range.low = std::min({range.low, low, beside(point)});
        range.high = std::max({range.high, low, beside(point)});
    }
    return range;
}

void setInterval(ClockRelation& relation, Interval interval, std::int64_t baseNs)
{
    relation.lowNs = baseNs + std::llround(std::floor(interval.low));
    relation.highNs = baseNs + std::llround(std::ceil(interval.high));
    relation.differenceNs = baseNs + std::llround((interval.low + interval.high) / 2);
}

/// Where the lines are nearest to each other, of some moments from `from` to `to`.
double narrowest(const Lines& lines, double from, double to)
{
    constexpr int steps = 8;
    double best = from;
    double least = HUGE_VAL;
    for (int i = 0; i <= steps; ++i) {
        const double x = from + (to - from) * i / steps;
        const double width = lines.highAt(x) - lines.lowAt(x);
        if (width < least) {
            least = width;
            best = x;
        }
    }
    return best;
}

/// What all bounds say together.
struct Verdict {
    double middle; ///< where the interval holds
    Interval interval;
    double slope;
    double slopeWidth;
};

/// A clock that goes on evenly is between the lines. One that is being slewed does so for a while only: it is
/// somewhere in what it went through.
Verdict verdictOn(const std::vector<Point>& lower, const std::vector<Point>& upper, double from, double to)
{
    const Lines lines(lower, upper);
    const bool isEven =
        lines.exist() && lines.leastSlope() <= steepestUnslewed && lines.greatestSlope() >= -steepestUnslewed;
    const double slope = (lines.leastSlope() + lines.greatestSlope()) / 2;
    if (isEven) {
        const double middle = narrowest(lines, from, to);
        return {middle,
                {lines.lowAt(middle), lines.highAt(middle)},
                slope,
                (lines.greatestSlope() - lines.leastSlope()) / 2};
    }
    const double along = std::abs(slope) <= steepestUnslewed ? slope : 0;
    const Interval passed = wentThrough(lower, upper, along);
    const double middle = (from + to) / 2;
    const double up = along * middle;
    return {middle,
            {passed.low + up, passed.high + up},
            along,
            std::min(steepest, (passed.high - passed.low) / std::max(to - from, 1.0))};
}

} // namespace

void ClockBounds::atLeast(SourceTime at, std::int64_t differenceNs)
{
    m_lower.push_back({at, differenceNs});
}

void ClockBounds::atMost(SourceTime at, std::int64_t differenceNs)
{
    m_upper.push_back({at, differenceNs});
}

void ClockBounds::atMostIfPrompt(SourceTime at, std::int64_t differenceNs)
{
    m_prompt.push_back({at, differenceNs});
}

void ClockBounds::add(const ClockBounds& other)
{
    m_lower.insert(m_lower.end(), other.m_lower.begin(), other.m_lower.end());
    m_upper.insert(m_upper.end(), other.m_upper.begin(), other.m_upper.end());
    m_prompt.insert(m_prompt.end(), other.m_prompt.begin(), other.m_prompt.end());
}

/// The upper bounds that hold; empty where too many contradict the lower ones.
std::optional<std::vector<ClockBounds::Bound>> ClockBounds::promptOnes() const
{
    struct Row {
        Bound bound;
        bool isLower;
        bool isLate = false;
    };
    std::vector<Row> rows;
    for (const Bound& bound : m_lower)
        rows.push_back({bound, true});
    for (const Bound& bound : m_prompt)
        rows.push_back({bound, false});
    std::ranges::sort(rows, {}, [](const Row& row) { return row.bound.at; });
    const auto mark = [](auto from, auto to) {
        std::optional<Bound> highest;
        const auto worth = [&](SourceTime at) {
            return highest->ns
                - std::llround(steepest * std::abs(static_cast<double>((at - highest->at).count())));
        };
        for (auto row = from; row != to; ++row) {
            if (row->isLower && (!highest || row->bound.ns > worth(row->bound.at)))
                highest = row->bound;
            else if (!row->isLower && highest && row->bound.ns < worth(row->bound.at))
                row->isLate = true;
        }
    };
    mark(rows.begin(), rows.end());
    mark(rows.rbegin(), rows.rend());
    std::vector<Bound> kept;
    for (const Row& row : rows) {
        if (!row.isLower && !row.isLate)
            kept.push_back(row.bound);
    }
    if ((m_prompt.size() - kept.size()) * mostlyPrompt > m_prompt.size())
        return {};
    return kept;
}

std::optional<ClockRelation> ClockBounds::relation(const ClockOwner& a, const ClockOwner& b,
                                                   const std::string& basis) const
{
    const auto prompt = promptOnes();
    if (m_lower.empty() || !prompt || m_upper.size() + prompt->size() == 0)
        return {};
    const Bound origin = m_lower.front();
    const auto points = [&](const std::vector<Bound>& bounds, std::vector<Point> made = {}) {
        for (const Bound& bound : bounds)
            made.push_back({static_cast<double>((bound.at - origin.at).count()),
                            static_cast<double>(bound.ns - origin.ns)});
        std::ranges::sort(made, {}, [](const Point& point) { return std::pair(point.x, point.y); });
        return made;
    };
    const std::vector<Point> lower = points(m_lower);
    const std::vector<Point> upper = points(*prompt, points(m_upper));
    const double from = std::min(lower.front().x, upper.front().x);
    const double to = std::max(lower.back().x, upper.back().x);
    const Verdict verdict = verdictOn(lower, upper, from, to);
    ClockRelation made{a, b};
    setInterval(made, verdict.interval, origin.ns);
    made.driftPpm = verdict.slope * 1e6;
    made.driftWidthPpm = verdict.slopeWidth * 1e6;
    made.middle = {origin.at.ns + std::llround(verdict.middle)};
    made.from = {origin.at.ns + std::llround(from)};
    made.to = {origin.at.ns + std::llround(to)};
    made.pairs = std::min(lower.size(), upper.size());
    made.basis = basis;
    return made;
}

ClockRelation sameClock(const ClockOwner& a, const ClockOwner& b, std::int64_t differenceNs, SourceTime at,
                        const std::string& basis)
{
    constexpr std::int64_t marginNs = 1'000'000;
    ClockRelation made{a, b, differenceNs, differenceNs - marginNs, differenceNs + marginNs};
    made.middle = made.from = made.to = at;
    made.pairs = 1;
    made.basis = basis;
    return made;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/pairing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "models/base/median.h"
#include "models/clocks/candidates.h"
#include "models/clocks/clockline.h"

namespace whittle
{

namespace
{

using namespace pairing;

// As far as the two ways of a slow path put what is sent on each apart.
constexpr std::int64_t pathWindow = 250'000'000;
constexpr double drift = steepestClock * 1e-9; // ns per ns
// Over this long the drift shows; from then on it may change by `steadiness`.
constexpr double wellKnown = 3600e9;
constexpr double steadiness = 20e-6; // ns per ns
// What one party does within this is one piece of evidence: a registration is a burst of messages.
constexpr std::int64_t burst = 3 * nsPerSecond;
// The steps of two restarts of a phone take equally long to within about this.
constexpr double sameRoutine = 30e6;

/// A difference that may be the right one, with what supports it.
struct Hypothesis {
    std::vector<Candidate> pairs; ///< by time of a
    std::int64_t low = 0; ///< the differences of all pairs lie between
    std::int64_t high = 0;
    double support = 0; ///< logarithm of how much likelier than chance, `closeness` included
    double closeness = 0; ///< what of it is due to how closely the pairs agree
    double missed = 0; ///< what both could have shown and only one did, in the same measure
};

class Search
{
public:
    Search(const Candidates& from, std::int64_t window)
        : m_from(from)
        , m_window(window)
    {
    }

    std::vector<Hypothesis> best(std::size_t count)
    {
        std::vector<Hypothesis> found;
        for (std::size_t round = 0; round < count; ++round) {
            const auto begin = fullestWindow(found);
            if (!begin)
                break;
            found.push_back(follow(*begin));
        }
        return found;
    }

private:
    /// Where the window begins that has the most weight and touches none of what was found before.
    std::optional<std::size_t> fullestWindow(const std::vector<Hypothesis>& found) const
    {
        const auto& all = m_from.all;
        std::optional<std::size_t> best;
        double bestWeight = 0;
        double weight = 0;
        std::size_t begin = 0;
        for (std::size_t end = 0; end < all.size(); ++end) {
            weight += static_cast<double>(all[end].weight);
            while (all[end].difference - all[begin].difference > m_window)
                weight -= static_cast<double>(all[begin++].weight);
            const bool known = std::ranges::any_of(found, [&](const Hypothesis& h) {
                return all[end].difference >= h.low - m_window && all[begin].difference <= h.high + m_window;
            });
            if (!known && weight > bestWeight + 1e-6) {
                best = begin;
                bestWeight = weight;
            }
        }
        return best;
    }

    /// The clocks drift: from the stretch of time where the window has its pairs, the line is followed to
    /// either side.
    Hypothesis follow(std::size_t begin) const
    {
        const auto& all = m_from.all;
        const std::int64_t base = all[begin].difference + m_window / 2;
        std::vector<const Candidate*> inside;
        for (std::size_t i = begin; i < all.size() && all[i].difference - all[begin].difference <= m_window;
             ++i)
            inside.push_back(&all[i]);
        const auto byTime = [](const Candidate* c) { return c->a->time; };
        std::ranges::sort(inside, {}, byTime);
        const SourceTime start = inside[inside.size() / 2]->a->time;
        std::vector<const Candidate*> near = nearTo(base, start);
        std::vector<Candidate> taken;
        const auto middle = std::ranges::lower_bound(near, start, {}, byTime);
        walk(middle, near.end(), base, start, taken);
        walk(std::make_reverse_iterator(middle), near.rend(), base, start, taken);
        return judged(std::move(taken), base);
    }

    /// What may lie on a line through that point, by time.
    std::vector<const Candidate*> nearTo(std::int64_t base, SourceTime start) const
    {
        double reach = 0;
        for (const Candidate& c : m_from.all)
            reach = std::max(reach, std::abs(static_cast<double>((c.a->time - start).count())));
        const auto farthest = m_window + static_cast<std::int64_t>(reach * drift);
        const auto from = std::ranges::lower_bound(m_from.all, base - farthest, {}, &Candidate::difference);
        const auto to = std::ranges::upper_bound(m_from.all, base + farthest, {}, &Candidate::difference);
        std::vector<const Candidate*> near;
        for (auto c = from; c != to; ++c)
            near.push_back(&*c);
        std::ranges::sort(near, {}, [](const Candidate* c) { return std::pair(c->a->time, c->difference); });
        return near;
    }

    template <typename Iterator>
    void walk(Iterator at, Iterator end, std::int64_t base, SourceTime start,
              std::vector<Candidate>& taken) const
    {
        const auto half = static_cast<double>(m_window) / 2;
        double center = 0;
        double last = static_cast<double>(start.ns);
        const double begin = last;
        for (; at != end; ++at) {
            const auto time = static_cast<double>((*at)->a->time.ns);
            const double way = std::abs(last - begin);
            const double slope = way > wellKnown ? center / (last - begin) : 0;
            const double unknown = way > wellKnown ? std::min(drift, 2 * half / way + steadiness) : drift;
            const double doubt = std::abs(time - last) * unknown;
            double expected = center + slope * (time - last);
            if (doubt > half)
                expected = crowd(at, end, base, expected, half + doubt);
            const double off = static_cast<double>((*at)->difference - base) - expected;
            if (std::abs(off) > (doubt > half ? half : half + doubt))
                continue;
            taken.push_back(**at);
            taken.back().weight = static_cast<float>(std::log1p(doubt / half));
            center = expected + off * std::clamp(doubt / half / 2, 0.15, 0.8);
            last = time;
        }
    }

    /// After a silence the line may be anywhere within the doubt: it is where most of what comes next agrees.
    template <typename Iterator>
    double crowd(Iterator at, Iterator end, std::int64_t base, double expected, double doubt) const
    {
        constexpr double next = 60e9;
        constexpr std::size_t most = 200;
        std::vector<double> offs;
        const SourceTime first = (*at)->a->time;
        for (; at != end && offs.size() < most; ++at) {
            const double off = static_cast<double>((*at)->difference - base);
            if (std::abs(static_cast<double>(((*at)->a->time - first).count())) > next)
                break;
            if (std::abs(off - expected) <= doubt)
                offs.push_back(off);
        }
        std::ranges::sort(offs);
        double best = expected;
        std::size_t size = 0;
        for (std::size_t i = 0, j = 0; j < offs.size(); ++j) {
            while (offs[j] - offs[i] > static_cast<double>(m_window))
                ++i;
            const double middle = (offs[i] + offs[j]) / 2;
            if (j + 1 - i > size
                || (j + 1 - i == size && std::abs(middle - expected) < std::abs(best - expected))) {
                size = j + 1 - i;
                best = middle;
            }
        }
        return best;
    }

    struct Line {
        double origin = 0;
        double offset = 0;
        double slope = 0;
        double at(const Candidate& c) const
        {
            return offset + slope * (static_cast<double>(c.a->time.ns) - origin);
        }
    };

    /// By medians (Theil, Sen), which a few wrong pairs do not move.
    Line fit(const std::vector<Candidate>& pairs, std::int64_t base) const
    {
        Line line;
        line.origin = static_cast<double>(pairs[pairs.size() / 2].a->time.ns);
        std::vector<double> slopes;
        const std::size_t half = pairs.size() / 2;
        for (std::size_t i = 0; i + half < pairs.size(); ++i) {
            const auto run = static_cast<double>((pairs[i + half].a->time - pairs[i].a->time).count());
            if (run * drift > static_cast<double>(m_window) / 4)
                slopes.push_back(static_cast<double>(pairs[i + half].difference - pairs[i].difference) / run);
        }
        if (!slopes.empty())
            line.slope = std::clamp(medianOf(slopes), -drift, drift);
        std::vector<double> offsets;
        for (const Candidate& c : pairs)
            offsets.push_back(static_cast<double>(c.difference - base)
                              - line.slope * (static_cast<double>(c.a->time.ns) - line.origin));
        line.offset = medianOf(offsets);
        return line;
    }

    Hypothesis judged(std::vector<Candidate> taken, std::int64_t base) const
    {
        const auto byTime = [](const Candidate& c) { return std::pair(c.a->time, c.b->time); };
        std::ranges::sort(taken, {}, byTime);
        const Line line = fit(taken, base);
        const auto residual = [&](const Candidate& c) {
            return std::abs(static_cast<double>(c.difference - base) - line.at(c));
        };
        std::ranges::stable_sort(taken, {}, residual);
        std::set<const Moment*> used;
        std::erase_if(taken, [&](const Candidate& c) {
            if (residual(c) > static_cast<double>(m_window) || used.contains(c.a) || used.contains(c.b))
                return true;
            used.insert(c.a);
            used.insert(c.b);
            return false;
        });
        uncross(taken);
        std::ranges::sort(taken, {}, byTime);
        Hypothesis made;
        made.low = INT64_MAX;
        made.high = INT64_MIN;
        for (const Candidate& c : taken) {
            made.low = std::min(made.low, c.difference);
            made.high = std::max(made.high, c.difference);
        }
        made.closeness = closenessOf(taken, residual);
        made.support = supportOf(taken) + made.closeness;
        made.missed = missedBy(taken, base);
        made.pairs = std::move(taken);
        return made;
    }

    /// What was sent again within the window: the first of them in one source is the first in the other.
    static void uncross(std::vector<Candidate>& pairs)
    {
        std::map<std::uint32_t, std::vector<Candidate*>> ofKey;
        for (Candidate& c : pairs)
            ofKey[c.key].push_back(&c);
        for (auto& [key, again] : ofKey) {
            std::vector<const Moment*> as;
            std::vector<const Moment*> bs;
            for (const Candidate* c : again) {
                as.push_back(c->a);
                bs.push_back(c->b);
            }
            std::ranges::sort(as, {}, &Moment::time);
            std::ranges::sort(bs, {}, &Moment::time);
            for (std::size_t i = 0; i < again.size(); ++i) {
                again[i]->a = as[i];
                again[i]->b = bs[i];
                again[i]->difference = (bs[i]->time - as[i]->time).count();
            }
        }
    }

    /// How much less likely chance would bring about so many pairs: each key has its Poisson tail, what
    /// belongs to one burst counts once.
    double supportOf(const std::vector<Candidate>& pairs) const
    {
        std::map<std::uint32_t, double> counts;
        for (const Candidate& c : pairs)
            ++counts[c.key];
        std::map<std::pair<std::uint64_t, std::int64_t>, double> bursts;
        for (const Candidate& c : pairs) {
            double& known = bursts[{c.a->party, c.a->time.ns / burst}];
            const double information = informationOf(m_from.keys[c.key], counts[c.key]);
            known = std::max(known, information - static_cast<double>(c.weight));
        }
        double support = -std::log(m_from.range() / static_cast<double>(m_window));
        for (const auto& [which, information] : bursts)
            support += information;
        return support;
    }

    /// Pairs that agree closely say more.
    template <typename Residual>
    double closenessOf(const std::vector<Candidate>& pairs, const Residual& residual) const
    {
        std::vector<double> residuals;
        std::set<std::pair<std::uint64_t, std::int64_t>> bursts;
        for (const Candidate& c : pairs) {
            residuals.push_back(residual(c));
            bursts.insert({c.a->party, c.a->time.ns / burst});
        }
        if (residuals.size() < 4)
            return 0;
        const double spread = std::max(1.5 * medianOf(residuals), 0.5e6);
        const auto apart = static_cast<double>(bursts.size());
        const auto within = static_cast<double>(pairs.size()) - apart;
        return (apart - 1) * std::max(0.0, std::log(static_cast<double>(m_window) / 4 / spread))
            + within * 0.5 * std::max(0.0, std::log(sameRoutine / spread));
    }

    /// While both recorded, each key might have had as many pairs as the one that shows it less often has
    /// moments.
    double missedBy(const std::vector<Candidate>& pairs, std::int64_t base) const
    {
        std::map<std::uint32_t, double> counts;
        for (const Candidate& c : pairs)
            ++counts[c.key];
        double missed = 0;
        for (std::uint32_t k = 0; k < m_from.keys.size(); ++k) {
            const SharedKey& key = m_from.keys[k];
            const auto inB = [&](const Moment& m) { return m_from.fullB.holds(m.time.ns + base); };
            const auto inA = [&](const Moment& m) { return m_from.fullA.holds(m.time.ns - base); };
            const auto possible = static_cast<double>(
                std::min(std::ranges::count_if(key.a, inB), std::ranges::count_if(key.b, inA)));
            const double paired = counts.contains(k) ? counts[k] : 0;
            if (possible > paired)
                missed += (possible - paired) * informationOf(key, std::max(possible, 1.0));
        }
        return missed;
    }

    double informationOf(const SharedKey& key, double count) const
    {
        if (key.isExact && key.isOne)
            return theVeryMessage;
        const double chances = static_cast<double>(m_window) / m_from.range()
            * static_cast<double>(key.countA) * static_cast<double>(key.countB);
        if (count <= chances)
            return 0;
        const double tail =
            (count * std::log(count / chances) - count + chances + 0.5 * std::log(6.2832 * count)) / count;
        return key.isExact && key.countA * key.countB <= 9 ? tail + 6 : tail;
    }

    const Candidates& m_from;
    std::int64_t m_window;
};

} // namespace

namespace
{

// Chance gives this much support once in tens of thousands of pairs of sources.
constexpr double enough = 9;
// How much better than its best rival, in the same measure.
constexpr double clearly = 7;

/// What repeats evenly fits when it is shifted by one, too, and only lacks a pair at the end: what tells is
/// what should be there and is not, and how closely the pairs agree.
bool isBetter(const Hypothesis& best, const Hypothesis& rival)
{
    if (best.support < rival.support + clearly)
        return false;
    if (rival.support <= 0.6 * best.support)
        return true;
    const auto closer = best.closeness / static_cast<double>(best.pairs.size())
        - rival.closeness / static_cast<double>(rival.pairs.size());
    return rival.missed - best.missed + closer * static_cast<double>(rival.pairs.size()) >= clearly;
}

} // namespace

std::vector<MomentPair> pairUp(const Recorded& a, const Recorded& b, const std::stop_token& stop)
{
    const std::int64_t window = pathWindow + a.resolutionNs + b.resolutionNs;
    const Candidates candidates(a, b, window, stop);
    std::vector<Hypothesis> found = Search(candidates, window).best(8);
    if (found.empty() || stop.stop_requested())
        return {};
    std::ranges::stable_sort(found, std::greater(), &Hypothesis::support);
    const auto loses = [&](const Hypothesis& rival) { return !isBetter(found[0], rival); };
    if (found[0].support < enough || std::any_of(found.begin() + 1, found.end(), loses))
        return {};
    std::vector<MomentPair> pairs;
    for (const Candidate& c : found[0].pairs)
        pairs.push_back({c.a, c.b, candidates.keys[c.key].isExact});
    return pairs;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bitset>
#include <cmath>
#include <cstdint>
#include <set>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

#include "models/clocks/correspondences.h"
#include "models/clocks/pairing.h"

/// What pairUp() chooses from. Not for others.
namespace whittle::pairing
{

/// What a single message tells that occurs once in each, in the measure of support: enough.
inline constexpr float theVeryMessage = 25;

/// One key that both sources show, and by how much a pair of it tells more than chance would.
struct SharedKey {
    std::size_t countA = 0;
    std::size_t countB = 0;
    bool isExact = false;
    std::span<const Moment> a{};
    std::span<const Moment> b{};
    bool isOne = false; ///< only two moments of it can belong together
};

struct Span {
    SourceTime first{};
    SourceTime last{};
    double length() const { return static_cast<double>((last - first).count()); }
    bool holds(std::int64_t ns) const { return ns >= first.ns && ns <= last.ns; }
};

struct Candidate {
    std::int64_t difference;
    const Moment* a;
    const Moment* b;
    std::uint32_t key; ///< of SharedKey
    /// What it may tell, before it is known which others go with it; then, what it does not tell because it
    /// was looked for in a wider window.
    float weight;
};

inline bool agree(const Endpoint& one, const Endpoint& other)
{
    if (one.address.isSet() && other.address.isSet() && one.address != other.address)
        return false;
    return one.port == 0 || other.port == 0 || one.port == other.port;
}

inline bool mayBeOne(const Moment& a, const Moment& b)
{
    return agree(a.from, b.from) && agree(a.to, b.to);
}

using Ids = std::set<std::string_view>;

inline Ids idsOf(std::span<const Moment> moments)
{
    std::bitset<256> rows;
    for (const Moment& moment : moments)
        rows.set(moment.row);
    Ids ids;
    for (std::size_t row = 0; row < correspondences().size(); ++row) {
        if (rows.test(row))
            ids.insert(correspondences()[row].id);
    }
    return ids;
}

/// All pairs of moments that may be one, of moderate number.
class Candidates
{
public:
    Candidates(const Recorded& a, const Recorded& b, std::int64_t window, const std::stop_token& stop)
    {
        const std::vector<Common> common = enoughOf(commonOf(a.moments, b.moments, stop));
        if (common.empty() || stop.stop_requested())
            return;
        const Ids idsA = idsOf(a.moments);
        const Ids idsB = idsOf(b.moments);
        fullA = spanOf(a.moments);
        fullB = spanOf(b.moments);
        m_range = std::max<double>(fullA.length() + fullB.length(), 7200e9);
        m_window = static_cast<double>(window);
        for (const Common& key : common) {
            if (!isSuperseded(key.a.front(), idsA, idsB) && !isSuperseded(key.b.front(), idsA, idsB))
                addKey(key.a, key.b);
        }
        std::ranges::sort(all, {}, [](const Candidate& c) { return std::pair(c.difference, c.a->time); });
    }

    /// Within what the differences of moments that have nothing to do with each other lie, ns.
    double range() const { return m_range; }

    std::vector<Candidate> all;
    std::vector<SharedKey> keys;
    Span fullA; ///< what the sources recorded
    Span fullB;

private:
    static Span spanOf(std::span<const Moment> moments)
    {
        if (moments.empty())
            return {};
        const auto [first, last] = std::ranges::minmax(moments, {}, &Moment::time);
        return {first.time, last.time};
    }

    /// The moments of one key.
    struct Common {
        std::span<const Moment> a;
        std::span<const Moment> b;
    };

    static std::span<const Moment>::iterator seek(std::span<const Moment> moments,
                                                  std::span<const Moment>::iterator from, std::uint64_t key)
    {
        return std::lower_bound(from, moments.end(), key,
                                [](const Moment& m, std::uint64_t wanted) { return m.key < wanted; });
    }

    /// Most sources of a case have nothing in common: each leaps over what the other does not have.
    static std::vector<Common> commonOf(std::span<const Moment> a, std::span<const Moment> b,
                                        const std::stop_token& stop)
    {
        std::vector<Common> common;
        auto x = a.begin();
        auto y = b.begin();
        while (x != a.end() && y != b.end() && !stop.stop_requested()) {
            if (x->key == y->key) {
                const auto other = [](std::uint64_t key, const Moment& m) { return key < m.key; };
                const auto endX = std::upper_bound(x, a.end(), x->key, other);
                const auto endY = std::upper_bound(y, b.end(), y->key, other);
                common.push_back({{x, endX}, {y, endY}});
                x = endX;
                y = endY;
            } else if (x->key < y->key) {
                x = seek(a, x, y->key);
            } else {
                y = seek(b, y, x->key);
            }
        }
        return common;
    }

    /// Where thousands of messages are the very same, some of them will do; keys are hashes, so that they lie
    /// all over the time.
    static std::vector<Common> enoughOf(std::vector<Common> common)
    {
        constexpr std::size_t most = 3000;
        if (common.size() <= most)
            return common;
        std::vector<Common> sure;
        for (const Common& key : common) {
            if (key.a.size() == 1 && key.b.size() == 1 && correspondences()[key.a.front().row].exact)
                sure.push_back(key);
        }
        if (sure.size() < most)
            return common;
        sure.resize(most);
        return sure;
    }

    static bool isSuperseded(const Moment& moment, const Ids& idsA, const Ids& idsB)
    {
        const std::string_view by = correspondences()[moment.row].unless;
        return !by.empty() && idsA.contains(by) && idsB.contains(by);
    }

    /// Of what is all too common, a stretch: it will not find the difference, and may confirm it.
    static std::span<const Moment> stretch(std::span<const Moment> moments, std::size_t most)
    {
        if (moments.size() <= most)
            return moments;
        return moments.subspan((moments.size() - most) / 2, most);
    }

    void addKey(std::span<const Moment> a, std::span<const Moment> b)
    {
        constexpr std::size_t commonA = 200;
        constexpr std::size_t commonB = 500;
        constexpr std::size_t tooMany = 200'000;
        if (a.size() * b.size() > commonA * commonB) {
            a = stretch(a, commonA);
            b = stretch(b, commonB);
        }
        if (all.size() > tooMany && a.size() * b.size() > 16)
            return;
        SharedKey key{a.size(), b.size(), correspondences()[a.front().row].exact, a, b};
        const double chances = m_window / m_range * static_cast<double>(a.size() * b.size());
        const std::size_t before = all.size();
        for (const Moment& x : a) {
            for (const Moment& y : b) {
                if (mayBeOne(x, y))
                    all.push_back({(y.time - x.time).count(), &x, &y, static_cast<std::uint32_t>(keys.size()),
                                   static_cast<float>(std::log1p(0.1 / chances))});
            }
        }
        key.isOne = all.size() == before + 1;
        if (key.isExact && key.isOne)
            all.back().weight = theVeryMessage;
        keys.push_back(key);
    }

    double m_range = 1;
    double m_window = 0;
};

} // namespace whittle::pairing

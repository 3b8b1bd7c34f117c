// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "models/base/address.h"

namespace whittle
{

/// Numbers for things that many events share. `takeNew` gives what was numbered since it was last called, to
/// be written.
template <typename Value, typename View, typename Hash, typename Equal>
class Numbering
{
public:
    using Entry = std::pair<std::int64_t, Value>;

    std::int64_t id(const View& value)
    {
        if (!m_last
            || !Equal{}(m_last->first, value)) { // else the same as for the event before: the usual case
            const auto found = m_ids.find(value);
            m_last = found != m_ids.end() ? &*found : add(value);
        }
        return m_last->second;
    }
    std::vector<Entry> takeNew() { return std::exchange(m_new, {}); }

private:
    // Beyond this many the memory is given up and values are numbered anew: more rows, the same meaning.
    static constexpr std::size_t maxRemembered = 20'000;

    const std::pair<const Value, std::int64_t>* add(const View& value)
    {
        if (m_ids.size() >= maxRemembered)
            m_ids.clear();
        m_new.emplace_back(m_next, Value(value));
        return &*m_ids.emplace(Value(value), m_next++).first;
    }

    std::unordered_map<Value, std::int64_t, Hash, Equal> m_ids;
    std::vector<Entry> m_new;
    std::int64_t m_next = 0;
    const std::pair<const Value, std::int64_t>* m_last = nullptr; ///< a node of m_ids
};

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using Dictionary = Numbering<std::string, std::string_view, TextHash, std::equal_to<>>;

/// Between whom.
struct Flow {
    Endpoint source;
    Endpoint destination;
    bool operator==(const Flow&) const = default;
};

/// An import compares and hashes one for each event: as words, not byte by byte.
struct EndpointWords {
    std::uint64_t high;
    std::uint64_t low;
    std::uint64_t rest; ///< port and family
    bool operator==(const EndpointWords&) const = default;
};
inline EndpointWords wordsOf(const Endpoint& endpoint)
{
    EndpointWords words;
    std::memcpy(&words.high, endpoint.address.bytes.data(), sizeof words.high);
    std::memcpy(&words.low, endpoint.address.bytes.data() + sizeof words.high, sizeof words.low);
    words.rest = std::uint64_t{endpoint.port} << 8 | static_cast<std::uint64_t>(endpoint.address.family);
    return words;
}

struct FlowEqual {
    bool operator()(const Flow& a, const Flow& b) const
    {
        return wordsOf(a.source) == wordsOf(b.source) && wordsOf(a.destination) == wordsOf(b.destination);
    }
};
struct FlowHash {
    std::size_t operator()(const Flow& flow) const
    {
        const EndpointWords from = wordsOf(flow.source);
        const EndpointWords to = wordsOf(flow.destination);
        std::uint64_t hash = 0;
        for (const std::uint64_t word : {from.high, from.low, from.rest, to.high, to.low, to.rest}) {
            hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
            hash ^= hash >> 32;
        }
        return hash;
    }
};
using FlowDictionary = Numbering<Flow, Flow, FlowHash, FlowEqual>;

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/store/dictionary.h"
#include "models/store/train.h"

namespace whittle
{

/// What the members of a train have in common, but for between whom they are.
template <typename Text>
struct RepeatOf {
    Text kind;
    Text device;
    Text fields;
};
using Repeat = RepeatOf<std::string>;
using RepeatView = RepeatOf<std::string_view>;

/// Numbers for these: most imports see a handful, in turns.
class Repeats
{
public:
    std::uint32_t number(const RepeatView& repeat);
    const Repeat& at(std::uint32_t number) const { return *m_all[number]; }
    bool isFull() const { return m_all.size() >= maxRepeats; }
    void clear();

private:
    static constexpr std::size_t maxRepeats = 16'384;

    struct Hash {
        using is_transparent = void;
        template <typename Text>
        std::size_t operator()(const RepeatOf<Text>& repeat) const
        {
            const std::hash<std::string_view> hash;
            return (hash(repeat.kind) * 31 + hash(repeat.device)) * 31 + hash(repeat.fields);
        }
    };
    struct Equal {
        using is_transparent = void;
        template <typename A, typename B>
        bool operator()(const RepeatOf<A>& a, const RepeatOf<B>& b) const
        {
            return a.fields == b.fields && a.kind == b.kind && a.device == b.device;
        }
    };

    std::unordered_map<Repeat, std::uint32_t, Hash, Equal> m_numbers;
    std::vector<const Repeat*> m_all; ///< keys of m_numbers
    std::array<std::uint32_t, 16> m_recent{}; ///< number + 1; 0: none
};

/// A train under way.
struct OpenTrain {
    TrainPacker members;
    Flow flow;
    std::uint32_t repeat;
    std::int64_t flowNumber; ///< in the dictionary of the source
    std::size_t hash;
};

/// The trains under way, found by flow and repeat. An import asks once for each keepalive: the table is flat,
/// so that few cache lines are touched.
class OpenTrains
{
public:
    OpenTrain* find(const Flow& flow, std::uint32_t repeat);
    /// One that is not there yet.
    void add(const Flow& flow, std::uint32_t repeat, std::int64_t flowNumber, const TrainMember& first);
    /// Bounds the memory (about 1 KiB each).
    bool isFull() const { return m_trains.size() >= maxTrains; }
    std::vector<OpenTrain>& all() { return m_trains; }
    void clear();
    /// Asks once for each train.
    template <typename IsOver>
    void eraseIf(IsOver isOver)
    {
        std::erase_if(m_trains, isOver);
        fillSlots(m_slots.size());
    }

private:
    static constexpr std::size_t maxTrains = 16'384;

    static std::size_t hashOf(const Flow& flow, std::uint32_t repeat)
    {
        return FlowHash{}(flow) + repeat * 0x9E3779B97F4A7C15ULL;
    }
    std::size_t slotFor(std::size_t hash, const Flow& flow, std::uint32_t repeat) const;
    void fillSlots(std::size_t slots);

    std::vector<OpenTrain> m_trains;
    std::vector<std::uint32_t> m_slots; ///< index + 1 of a train; 0: free; a power of two, at most half full
};

} // namespace whittle

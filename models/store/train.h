// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/base/bytes.h"
#include "models/base/time.h"

namespace whittle
{

/// Where and when one member of a train stands.
struct TrainMember {
    std::uint64_t place = 0;
    std::uint32_t ordinal = 0;
    SourceTime time;
    auto operator<=>(const TrainMember&) const = default;
};

/// Packs the members of one train: each as the step in place, its ordinal where it is not 0, and how far the
/// step in time differs from the step before. Keepalives that come every 30 s take about six bytes each and
/// come back exactly.
class TrainPacker
{
public:
    explicit TrainPacker(const TrainMember& first);

    /// False when the member does not belong to this train any more (too long a silence, a step back, or the
    /// train is full): write it and start another.
    bool add(const TrainMember& member);

    const TrainMember& first() const { return m_first; }
    const TrainMember& last() const { return m_last; }
    std::uint32_t count() const { return m_count; }
    const std::vector<std::byte>& bytes() const { return m_bytes; }
    std::int64_t medianStep() const
    {
        return m_medianStep;
    } ///< ns, of the first steps; 0 for a single member
    std::int64_t longestStep() const { return m_longestStep; }

private:
    bool fits(const TrainMember& member, std::int64_t step) const;
    void sample(std::int64_t step);

    TrainMember m_last; // what each member touches stands together
    std::int64_t m_lastStep = 0;
    std::int64_t m_longestStep = 0;
    std::int64_t m_medianStep = 0;
    std::uint32_t m_count = 1;
    std::vector<std::byte> m_bytes;
    std::vector<std::int64_t> m_sample; ///< the first steps, sorted
    TrainMember m_first;
};

/// Unpacks what TrainPacker made, member by member.
class TrainUnpacker
{
public:
    TrainUnpacker(const TrainMember& first, std::uint32_t count, std::vector<std::byte> bytes);
    TrainUnpacker(TrainUnpacker&&) = default;
    TrainUnpacker& operator=(TrainUnpacker&&) = default;

    const TrainMember& current() const { return m_current; }
    /// False at the end, or where the bytes are damaged.
    bool next();

private:
    TrainMember m_current;
    std::uint32_t m_left;
    std::int64_t m_lastStep = 0;
    std::vector<std::byte> m_bytes;
    Bytes m_rest;
};

} // namespace whittle

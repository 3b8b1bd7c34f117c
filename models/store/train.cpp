// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/train.h"

#include <algorithm>

#include "models/store/varint.h"

namespace whittle
{

namespace
{

// A train is bounded so that the memory of an import is, whatever the number of phones.
constexpr std::size_t fullBytes = 2048;
// Three keepalives missed in a row are a loss (domain: SCCP failover); such a silence ends the train, so that
// it shows.
constexpr double silenceSteps = 3.5;
constexpr std::size_t sampleSize = 15;
// Keepalives further apart than a day are no train.
constexpr std::int64_t longestStepNs = nsPerDay;

/// The sum as if 64 bits were a circle: what a damaged case holds must not be undefined behaviour.
std::int64_t wrappingAdd(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

/// Times of most sources are whole microseconds: then the last bit says so and the number is a thousand times
/// smaller.
std::uint64_t packStep(std::int64_t difference)
{
    return difference % 1000 == 0 ? zigzag(difference / 1000) << 1 : zigzag(difference) << 1 | 1;
}

std::int64_t unpackStep(std::uint64_t packed)
{
    const std::int64_t value = unzigzag(packed >> 1);
    return packed & 1 ? value : static_cast<std::int64_t>(static_cast<std::uint64_t>(value) * 1000);
}

} // namespace

TrainPacker::TrainPacker(const TrainMember& first)
    : m_first(first)
    , m_last(first)
{
}

bool TrainPacker::fits(const TrainMember& member, std::int64_t step) const
{
    if (step < 0 || step > longestStepNs || member.place < m_last.place || m_bytes.size() >= fullBytes)
        return false;
    return m_sample.size() < 3
        || static_cast<double>(step) <= silenceSteps * static_cast<double>(m_medianStep);
}

void TrainPacker::sample(std::int64_t step)
{
    if (m_sample.size() == sampleSize)
        return;
    m_sample.insert(std::ranges::upper_bound(m_sample, step), step);
    m_medianStep = m_sample[m_sample.size() / 2];
}

bool TrainPacker::add(const TrainMember& member)
{
    std::int64_t step = 0;
    if (__builtin_sub_overflow(member.time.ns, m_last.time.ns, &step) || !fits(member, step))
        return false;
    appendVarint(m_bytes, (member.place - m_last.place) << 1 | (member.ordinal != 0));
    if (member.ordinal != 0)
        appendVarint(m_bytes, member.ordinal);
    appendVarint(m_bytes, packStep(step - m_lastStep));
    sample(step);
    m_longestStep = std::max(m_longestStep, step);
    m_lastStep = step;
    m_last = member;
    ++m_count;
    return true;
}

TrainUnpacker::TrainUnpacker(const TrainMember& first, std::uint32_t count, std::vector<std::byte> bytes)
    : m_current(first)
    , m_left(count > 0 ? count - 1 : 0)
    , m_bytes(std::move(bytes))
    , m_rest(m_bytes)
{
}

bool TrainUnpacker::next()
{
    std::uint64_t place = 0;
    std::uint64_t ordinal = 0;
    std::uint64_t step = 0;
    if (m_left == 0 || !takeVarint(m_rest, place) || (place & 1 && !takeVarint(m_rest, ordinal))
        || !takeVarint(m_rest, step))
        return false;
    --m_left;
    m_lastStep = wrappingAdd(m_lastStep, unpackStep(step));
    m_current.place += place >> 1;
    m_current.ordinal = static_cast<std::uint32_t>(ordinal);
    m_current.time.ns = wrappingAdd(m_current.time.ns, m_lastStep);
    return true;
}

} // namespace whittle

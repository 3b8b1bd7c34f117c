// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/train.h"

#include <algorithm>

#include "models/store/memberstep.h"

namespace whittle
{

namespace
{

// A train is bounded so that the memory of an import is, whatever the number of phones; and so that its row
// fits into a quarter of a page of the case (SQLite gives a longer one pages of its own, mostly empty).
constexpr std::size_t fullBytes = 880;
// Three keepalives missed in a row are a loss (domain: SCCP failover); such a silence ends the train, so that
// it shows.
constexpr double silenceSteps = 3.5;
constexpr std::size_t sampleSize = 15;
// Keepalives further apart than a day are no train.
constexpr std::int64_t longestStepNs = nsPerDay;

} // namespace

TrainPacker::TrainPacker(const TrainMember& first)
    : m_last(first)
    , m_first(first)
{
}

bool TrainPacker::fits(const TrainMember& member, std::int64_t step) const
{
    if (step < 0 || step > longestStepNs || member.place < m_last.place || m_bytes.size() >= fullBytes)
        return false;
    return m_count < 4 || static_cast<double>(step) <= silenceSteps * static_cast<double>(m_medianStep);
}

void TrainPacker::sample(std::int64_t step)
{
    if (m_count > sampleSize)
        return;
    m_sample.insert(std::ranges::upper_bound(m_sample, step), step);
    m_medianStep = m_sample[m_sample.size() / 2];
}

bool TrainPacker::add(const TrainMember& member)
{
    std::int64_t step = 0;
    if (__builtin_sub_overflow(member.time.ns, m_last.time.ns, &step) || !fits(member, step))
        return false;
    appendPlace(m_bytes, m_last, member);
    appendVarint(m_bytes, packTime(step - m_lastStep));
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
    std::uint64_t step = 0;
    if (m_left == 0 || !takePlace(m_rest, m_current) || !takeVarint(m_rest, step))
        return false;
    --m_left;
    m_lastStep = wrappingAdd(m_lastStep, unpackTime(step));
    m_current.time.ns = wrappingAdd(m_current.time.ns, m_lastStep);
    return true;
}

} // namespace whittle

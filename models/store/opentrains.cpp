// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/opentrains.h"

namespace whittle
{

std::uint32_t Repeats::number(const RepeatView& repeat)
{
    const std::size_t last = repeat.fields.empty() ? 0 : static_cast<unsigned char>(repeat.fields.back());
    const std::size_t recent = (repeat.kind.size() + last) % m_recent.size();
    if (m_recent[recent] > 0 && Equal{}(at(m_recent[recent] - 1), repeat))
        return m_recent[recent] - 1;
    auto found = m_numbers.find(repeat);
    if (found == m_numbers.end()) {
        found = m_numbers
                    .emplace(Repeat{std::string(repeat.kind), std::string(repeat.device),
                                    std::string(repeat.fields)},
                             static_cast<std::uint32_t>(m_all.size()))
                    .first;
        m_all.push_back(&found->first);
    }
    m_recent[recent] = found->second + 1;
    return found->second;
}

void Repeats::clear()
{
    m_numbers.clear();
    m_all.clear();
    m_recent.fill(0);
}

std::size_t OpenTrains::slotFor(std::size_t hash, const Flow& flow, std::uint32_t repeat) const
{
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        if (m_slots[slot] == 0)
            return slot;
        const OpenTrain& train = m_trains[m_slots[slot] - 1];
        if (train.hash == hash && train.repeat == repeat && FlowEqual{}(train.flow, flow))
            return slot;
    }
}

OpenTrain* OpenTrains::find(const Flow& flow, std::uint32_t repeat)
{
    if (m_slots.empty())
        return nullptr;
    const std::uint32_t found = m_slots[slotFor(hashOf(flow, repeat), flow, repeat)];
    return found > 0 ? &m_trains[found - 1] : nullptr;
}

void OpenTrains::fillSlots(std::size_t slots)
{
    m_slots.assign(slots, 0);
    for (std::size_t i = 0; i < m_trains.size(); ++i) {
        const OpenTrain& train = m_trains[i];
        m_slots[slotFor(train.hash, train.flow, train.repeat)] = static_cast<std::uint32_t>(i + 1);
    }
}

void OpenTrains::add(const Flow& flow, std::uint32_t repeat, std::int64_t flowNumber,
                     const TrainMember& first)
{
    if (m_trains.size() * 2 >= m_slots.size())
        fillSlots(std::max<std::size_t>(1024, m_slots.size() * 2));
    const std::size_t hash = hashOf(flow, repeat);
    const std::size_t slot = slotFor(hash, flow, repeat);
    m_trains.push_back({TrainPacker(first), flow, repeat, flowNumber, hash});
    m_slots[slot] = static_cast<std::uint32_t>(m_trains.size());
}

void OpenTrains::clear()
{
    m_trains.clear();
    m_slots.clear();
}

} // namespace whittle

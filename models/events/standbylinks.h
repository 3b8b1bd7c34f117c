// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <vector>

#include "models/events/deviceevents.h"

namespace whittle
{

/// The keepalives that a phone sends to the node that it would turn to next: it never registers there, and is
/// answered by TCP alone, at twice the interval (60 s to the standby, 30 s to the active node). Where
/// keepalives go to two nodes at one time, it is those that come less often, or that alone have no answers.
class StandbyLinks
{
public:
    explicit StandbyLinks(const std::vector<TimedTrain>& trains);

    bool contains(const TimedTrain& train) const { return m_trains.contains(train.train); }

private:
    std::set<const TrainRow*> m_trains;
};

} // namespace whittle

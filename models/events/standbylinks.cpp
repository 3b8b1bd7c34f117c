// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/standbylinks.h"

#include <algorithm>

namespace whittle
{

namespace
{

bool overlap(const TimedTrain& a, const TimedTrain& b)
{
    const Nanoseconds both = std::min(a.to, b.to) - std::max(a.from, b.from);
    return both.count() > std::max(a.train->intervalNs, b.train->intervalNs);
}

bool isAsked(const TimedTrain& train)
{
    return train.train->first.kind == "sccp.keepalive" && train.train->first.destination.address.isSet();
}

const IpAddress& nodeOf(const TimedTrain& train)
{
    return train.train->first.destination.address;
}

bool isAnswered(const TimedTrain& asked, const std::vector<TimedTrain>& trains)
{
    return std::ranges::any_of(trains, [&](const TimedTrain& train) {
        return train.train->first.kind == "sccp.keepalive-ack"
            && train.train->first.source.address == nodeOf(asked) && overlap(train, asked);
    });
}

bool isRarer(const TimedTrain& a, const TimedTrain& b)
{
    return 2 * a.train->intervalNs > 3 * b.train->intervalNs;
}

} // namespace

StandbyLinks::StandbyLinks(const std::vector<TimedTrain>& trains)
{
    std::vector<const TimedTrain*> answered;
    std::vector<const TimedTrain*> silent;
    for (const TimedTrain& train : trains) {
        if (isAsked(train))
            (isAnswered(train, trains) ? answered : silent).push_back(&train);
    }
    for (const TimedTrain* train : silent) {
        const auto beside = [&](const TimedTrain* other) {
            return nodeOf(*other) != nodeOf(*train) && overlap(*train, *other);
        };
        const bool standby =
            std::ranges::any_of(
                answered, [&](const TimedTrain* other) { return beside(other) && !isRarer(*other, *train); })
            || std::ranges::any_of(
                silent, [&](const TimedTrain* other) { return beside(other) && isRarer(*train, *other); });
        if (standby)
            m_trains.insert(train->train);
    }
}

} // namespace whittle

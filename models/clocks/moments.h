// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <stop_token>
#include <vector>

#include "models/base/address.h"
#include "models/base/ids.h"
#include "models/base/sourceclock.h"
#include "models/base/time.h"

namespace whittle
{

struct CaseEvents;
struct TrainRow;
class Identity;

/// Where on a message's way a record of it was made: nobody along the way has it later than who comes after
/// him. A cause stands at the sender's place, its effect at the receiver's.
enum class Vantage : std::uint8_t {
    Sender,
    Path,
    Receiver,
    Near, ///< about then, before or after
};

/// Something that another source may show, too.
struct Moment {
    std::uint64_t key = 0; ///< what happened to whom: equal in all sources that show it
    SourceTime time{};
    std::uint64_t party = 0; ///< the two who talk; what one party does at one time is one piece of evidence
    Endpoint from{}; ///< where known: what differs is another message
    Endpoint to{};
    std::int64_t slackNs = 0; ///< by how much a record may be on the wrong side of what `vantage` says
    Vantage vantage = Vantage::Path;
    bool forward = true; ///< from client to server; else the way back
    std::uint8_t row = 0; ///< of correspondences()
    std::uint64_t place = 0; ///< of the record; 0: not known
    std::uint64_t writer = 0; ///< of a log to which several hosts send: which of them wrote it; else 0
};

/// The times of all members of a train; empty where they are not known.
using TrainTimes = std::function<std::vector<SourceTime>(const TrainRow&)>;

/// The moments of each source, by key, then time; of a source with a clock in `zones` on its steady() time.
/// With `trains` the keepalives, too, of as many devices as are good for finding a clock. Incomplete after a
/// stop.
std::map<SourceId, std::vector<Moment>> momentsOf(const CaseEvents& events, const Identity& identity,
                                                  const std::stop_token& stop = {},
                                                  const ClockSet& zones = {}, const TrainTimes& trains = {});

} // namespace whittle

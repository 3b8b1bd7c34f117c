// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "models/base/eventsink.h"
#include "models/base/time.h"
#include "models/capture/frame.h"
#include "models/evidence/format.h"

namespace whittle
{

/// What stands at the front of the bytes that RecordCutter::next was given.
struct Cut {
    enum class Kind {
        Frame, ///< a packet record of `bytes` bytes
        Other, ///< `bytes` bytes that are no packet; may be more than were given
        Header, ///< of another file, `bytes` bytes: captures stand one behind the other
        NeedMore, ///< the record is `bytes` bytes long, more than were given
        Garbage, ///< no record can start like this; nothing behind it can be found
    };
    Kind kind;
    std::uint64_t bytes = 0;
};

/// Cuts the records of one capture container off the front of its bytes.
class RecordCutter
{
public:
    virtual ~RecordCutter() = default;

    /// Fills all of `frame` but its number when it answers Kind::Frame.
    virtual Cut next(Bytes bytes, Frame& frame) = 0;
    /// The finest step that the times of this container can show.
    virtual Nanoseconds resolution() const = 0;
    /// What was odd about the container as a whole. `garbage`: next() last answered that.
    virtual void report(EventSink& sink, std::uint64_t nextFrame, bool garbage) const = 0;
    /// Whoever has seen the header of the file alone can cut the next record.
    virtual bool canStartHere() const { return true; }
    /// Bytes that were passed over are no record: the next one is still looked for.
    virtual bool isSearching() const { return false; }
    /// The file holds fewer bytes than next() asked for. True: it is to be asked again with those that are
    /// left.
    virtual bool takesRest() { return false; }
    /// What kept the capture from showing packets, as it says itself.
    virtual std::vector<CoverageLimit> limits() const { return {}; }

    /// A frame that claims more captured bytes than this is not believed: libpcap and Wireshark draw the same
    /// line.
    static constexpr std::uint32_t maxFrameBytes = 262'144;
};

} // namespace whittle

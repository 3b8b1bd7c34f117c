// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string_view>

#include "models/base/eventsink.h"
#include "models/base/fields.h"
#include "models/capture/frame.h"
#include "models/capture/transport.h"

namespace whittle
{

/// Hands on the events of one frame after another. A decoder fills fields() and then calls write().
class EventWriter
{
public:
    explicit EventWriter(EventSink& sink)
        : m_sink(sink)
    {
    }

    /// All that is written from now on happened in this frame.
    void startFrame(const Frame& frame);
    std::uint64_t frameNumber() const { return m_place.number; }
    SourceTime time() const { return m_time; }

    /// From now on until the next frame, what is written is that of a second copy of a frame.
    void markDuplicate() { m_isDuplicate = true; }
    bool isDuplicate() const { return m_isDuplicate; }

    /// Empty at the start of each event.
    FieldWriter& fields() { return m_fields; }
    /// `kind` and `device` need live no longer than the call. `repeats` as in Event.
    void write(std::string_view kind, const Conversation& conversation, std::string_view device = {},
               bool repeats = false);
    void problem(Problem problem) { m_sink.problem(std::move(problem)); }
    /// A message in this frame breaks the rules of its protocol: reportBroken() tells how many did and which
    /// frame was the first, as a notice `id` (of static storage).
    void noteBroken(const char* id);
    void reportBroken();

private:
    struct Broken {
        std::uint64_t count = 0;
        std::uint64_t firstFrame = 0;
    };

    EventSink& m_sink;
    FieldWriter m_fields;
    SourceTime m_time;
    Place m_place{PlaceUnit::Frame, 0};
    bool m_isDuplicate = false;
    std::map<std::string_view, Broken> m_broken; ///< by id
};

} // namespace whittle

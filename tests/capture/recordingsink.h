// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/base/eventsink.h"
#include "models/base/fields.h"
#include "models/capture/formats.h"
#include "models/evidence/blockreader.h"

namespace whittle::test
{

/// An event that outlives the call.
struct RecordedEvent {
    std::string kind;
    SourceTime time;
    Place place;
    std::string device;
    Endpoint source;
    Endpoint destination;
    std::string fields;
    bool repeats = false;

    std::string value(std::string_view key) const { return FieldView(fields).value(key).value_or("(none)"); }
};

/// Keeps all that a reader hands on.
class RecordingSink : public EventSink
{
public:
    void event(const Event& event) override
    {
        events.push_back({std::string(event.kind), event.time, event.place, std::string(event.device),
                          event.source, event.destination, std::string(event.fields), event.repeats});
    }
    void problem(Problem problem) override { problems.push_back(std::move(problem)); }
    void landmark(Landmark landmark) override { landmarks.push_back(landmark); }

    /// "frame kind" of each event, joined by ", ".
    std::string kinds() const
    {
        std::string text;
        for (const RecordedEvent& event : events)
            text += (text.empty() ? "" : ", ") + std::to_string(event.place.number) + " " + event.kind;
        return text;
    }
    /// The ids of the problems, joined by ", ".
    std::string problemIds() const
    {
        std::string text;
        for (const Problem& problem : problems)
            text += (text.empty() ? "" : ", ") + problem.id;
        return text;
    }

    std::vector<RecordedEvent> events;
    std::vector<Problem> problems;
    std::vector<Landmark> landmarks;
};

/// Reads a whole capture out of memory.
inline Result<SourceFacts> readAll(const Format& format, std::vector<std::byte> bytes, EventSink& sink)
{
    BlockReader reader(memorySource(std::move(bytes)));
    Progress progress;
    return format.read(reader, sink, progress, {});
}

} // namespace whittle::test

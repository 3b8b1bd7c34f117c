// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/eventwriter.h"

#include <string>

#include "models/capture/captureproblem.h"

namespace whittle
{

void EventWriter::startFrame(const Frame& frame)
{
    m_time = frame.time;
    m_place.number = frame.number;
    m_fields.clear();
    m_isDuplicate = false;
}

void EventWriter::write(std::string_view kind, const Conversation& conversation, std::string_view device,
                        bool repeats)
{
    if (m_isDuplicate)
        m_fields.add("duplicate", "yes"); // the last one: isDuplicate() looks there
    Event event;
    event.kind = kind;
    event.time = m_time;
    event.place = m_place;
    event.device = device;
    event.source = conversation.source;
    event.destination = conversation.destination;
    event.fields = m_fields.text();
    event.repeats = repeats;
    m_sink.event(event);
    m_fields.clear();
}

void EventWriter::noteBroken(const char* id)
{
    if (m_isDuplicate)
        return;
    Broken& broken = m_broken[id];
    if (broken.count++ == 0)
        broken.firstFrame = m_place.number;
}

void EventWriter::reportBroken()
{
    for (const auto& [id, broken] : m_broken)
        problem(
            problemAtFrame(Severity::Notice, id.data(), broken.firstFrame, {std::to_string(broken.count)}));
}

} // namespace whittle

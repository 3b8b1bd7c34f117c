// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/eventwriter.h"

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

} // namespace whittle

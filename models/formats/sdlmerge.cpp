// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sdlmerge.h"

namespace whittle
{

namespace
{

/// So many rows behind the words of an alarm its list stands at the latest.
constexpr std::uint64_t alarmDistance = 8;

} // namespace

/// The kind of a signal's event is a constant; device and fields are kept.
void SdlMerge::signal(const Event& event)
{
    flush();
    m_waits = true;
    m_sequence = m_row;
    m_device.assign(event.device);
    m_fields.assign(event.fields);
    m_waiting = event;
    m_waiting.device = m_device;
    m_waiting.fields = m_fields;
}

void SdlMerge::alarm(const Event& alarm)
{
    const bool isSame = m_alarmKind == alarm.kind && m_alarmDevice == alarm.device
        && alarm.place.number - m_alarmLine <= alarmDistance;
    if (!isSame)
        event(alarm);
    m_alarmKind.clear();
}

void SdlMerge::flush()
{
    if (m_waits)
        m_sink.event(m_waiting);
    m_waits = false;
}

void SdlMerge::event(const Event& event)
{
    if (m_waits && m_sequence == m_row && m_waiting.kind == event.kind)
        m_waits = false;
    flush();
    if (event.kind.starts_with("alarm.")) {
        m_alarmKind.assign(event.kind);
        m_alarmDevice.assign(event.device);
        m_alarmLine = event.place.number;
    }
    m_sink.event(event);
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/importmonitor.h"

#include <utility>

namespace whittle
{

void ImportMonitor::begin(const std::string& path, const std::string& format, const std::string& reason)
{
    const std::lock_guard lock(m_mutex);
    m_reading = {path, format, reason, 0, {}};
    m_events.store(0, std::memory_order_relaxed);
}

void ImportMonitor::preview(const Event& event)
{
    EventRow row;
    row.ref.place = event.place;
    row.time = event.time;
    row.kind = event.kind;
    row.device = event.device;
    row.source = event.source;
    row.destination = event.destination;
    row.fields = event.fields;
    const std::lock_guard lock(m_mutex);
    m_reading.first.push_back(std::move(row));
}

void ImportMonitor::over(ImportOutcome outcome)
{
    const std::lock_guard lock(m_mutex);
    m_over.push_back(std::move(outcome));
}

ImportMonitor::Reading ImportMonitor::reading() const
{
    const std::lock_guard lock(m_mutex);
    Reading reading = m_reading;
    reading.events = m_events.load(std::memory_order_relaxed);
    return reading;
}

std::vector<ImportOutcome> ImportMonitor::takeOver()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_over, {});
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "models/base/eventsink.h"

namespace whittle
{

/// An SDL trace tells many things twice: the signal, and the AppInfo rows of the same sequence number with
/// the words for it; an alarm as words and as a list. Of two that tell the same the one with more words is
/// passed on: a signal waits for the rows that belong to it.
class SdlMerge : public EventSink
{
public:
    explicit SdlMerge(EventSink& sink)
        : m_sink(sink)
    {
    }

    /// A row with this sequence number begins.
    void row(std::uint64_t sequence)
    {
        if (m_waits && sequence != m_sequence)
            flush();
        m_row = sequence;
    }
    /// The event of a signal, which may be told better in a later row.
    void signal(const Event& event);
    /// An alarm in the form of a list; left out when the same was just told in words.
    void alarm(const Event& event);
    /// What still waits is told.
    void flush();

    void event(const Event& event) override;
    void problem(Problem problem) override { m_sink.problem(std::move(problem)); }
    void landmark(Landmark landmark) override { m_sink.landmark(landmark); }

private:
    EventSink& m_sink;
    std::uint64_t m_row = 0;
    std::uint64_t m_sequence = 0; ///< of what waits
    bool m_waits = false;
    Event m_waiting;
    std::string m_device;
    std::string m_fields;

    std::string m_alarmKind;
    std::string m_alarmDevice;
    std::uint64_t m_alarmLine = 0;
};

} // namespace whittle

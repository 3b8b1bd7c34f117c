// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/base/event.h"
#include "models/base/fields.h"
#include "models/formats/consoleline.h"

namespace whittle
{

/// One SIP message of a phone's log, put together from its rows: it is cut every kilobyte, in the middle of
/// words, its line ends are written out as "^M", and other threads write between its rows.
///
///     5850 DEB Mar 09 18:32:45.419807 (618:927) JAVA-sipio-sent---> REFER sip:192.168.7.200 SIP/2.0^M
///             Via: SIP/2.0/TCP 192.168.7.104:51778;branch=z9hG4bK20eb83bf^M
///     …       <Alarm Name="DeviceT
///     5851 DEB Mar 09 18:32:45.420021 (618:927) JAVA-LInfo">
///     5852 DEB Mar 09 18:32:45.420173 (618:927) JAVA-::End-Of-Sip-Message::
class ConsoleSip
{
public:
    /// More is no message.
    static constexpr std::size_t maxBytes = std::size_t{64} << 10;

    bool isOpen() const { return m_open; }
    const std::string& thread() const { return m_thread; }

    static bool isStart(const ConsoleLine& row);
    /// Begins a message with a row that is its start.
    void begin(const ConsoleLine& row, SourceTime time, std::uint64_t line);
    /// Whether the row belongs to the open message: its next piece, or its end.
    bool takes(const ConsoleLine& row) const;
    /// Adds a row that belongs to it; true when that was its end.
    bool add(const ConsoleLine& row);
    /// Adds a line that begins no row.
    void addLine(std::string_view line);
    /// Closes the message. False when it is none; the event then has its place alone. The event's views are
    /// valid until the next call.
    bool finish(Event& event, FieldWriter& fields);
    /// Of the Date header of the message that was finished last, when it is of the row's month: "Wed, 15 Jul
    /// 2015 12:42:56 GMT". 0 where there is none.
    int year() const { return m_year; }

private:
    void append(std::string_view piece);

    std::string m_text;
    std::string m_thread;
    std::string m_kind;
    std::string m_device;
    SourceTime m_time;
    std::uint64_t m_line = 0;
    int m_month = 0;
    int m_year = 0;
    bool m_open = false;
    bool m_sent = false;
    bool m_marked = false; ///< line ends are written out
};

} // namespace whittle

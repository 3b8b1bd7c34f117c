// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/base/time.h"
#include "models/formats/stamp.h"

namespace whittle
{

/// Alarms of CallManager 3.x and 4.x as the event viewer of Windows copies them: a few lines with date and
/// time, then a title and one line for each parameter.
///
///     Event Source: Cisco CallManager
///     Date: 9/23/2005
///     Time: 10:02:11 AM
///     Error: DeviceTransientConnection - Transient connection attempted.
///     Connecting Port: 2000
///     Device name [Optional].: SEP000D65ABCDEF
class WindowsAlarm
{
public:
    enum class Kind : std::uint8_t { Other, Header, Title, Parameter };

    /// What a line is in this kind of text.
    static Kind kindOf(std::string_view line);

    /// Whether the alarm that is open is complete before this line.
    bool isEnd(std::string_view line) const;
    /// Takes the line; false when it belongs to no such alarm.
    bool add(std::string_view line, std::uint64_t number);

    bool isOpen() const { return m_line != 0; }
    /// Empty when its date or time was not there.
    std::optional<Stamp> time() const;
    std::uint64_t line() const { return m_line; }
    /// Title and parameters as one line.
    std::string_view text() const { return m_text; }
    void clear();

private:
    std::optional<CivilDate> m_day;
    std::optional<std::int64_t> m_nsOfDay;
    std::uint64_t m_line = 0; ///< of the title
    std::string m_text;
    bool m_isExplained = false; ///< what follows is advice
};

} // namespace whittle

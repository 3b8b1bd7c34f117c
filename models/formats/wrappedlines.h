// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "models/formats/lines.h"

namespace whittle
{

/// At how many characters a terminal broke the lines of a text that was copied from its screen: 80 or 132,
/// where at least two lines are exactly as long and none is longer. 0: the lines are as they were written.
std::size_t wrapWidth(std::string_view head);

/// The lines of a text, in which those that a terminal has broken are whole again: a record that fills its
/// line exactly, and the rest of it below. What begins a record, or is set in by more than a blank, is no
/// rest. The number of such a line is that of its first part.
class WrappedLines
{
public:
    using IsRecord = bool (*)(std::string_view line);

    /// `isRecord`: whether a line begins a record.
    WrappedLines(Lines& lines, EventSink& sink, IsRecord isRecord)
        : m_lines(lines)
        , m_sink(sink)
        , m_isRecord(isRecord)
    {
    }

    /// As Lines::next().
    bool next(Line& line);

private:
    bool nextJoined(Line& line);
    bool isRest(std::string_view text) const;
    bool readAhead();

    Lines& m_lines;
    EventSink& m_sink;
    IsRecord m_isRecord;
    bool m_started = false;
    bool m_hasAhead = false;
    std::size_t m_width = 0;
    std::string m_joined; ///< what was given last
    std::string m_ahead; ///< the line behind it
    std::uint64_t m_aheadNumber = 0;
    LineTally m_count;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/evidence/format.h"
#include "models/formats/terminaltext.h"

namespace whittle
{

/// Takes the lines at the head of a file one by one, for a format's sniff function, and words the answer.
class LineSniff
{
public:
    /// So many lines with something in them are looked at: enough to outvote a damaged start, few enough to
    /// be quick.
    static constexpr int maxLines = 50;

    /// What a line is to the format that asks.
    enum class Line {
        Proof, ///< only this format has such lines
        Fits, ///< may stand in this format, and proves nothing
        Foreign,
    };

    explicit LineSniff(Bytes head);

    /// The line as a person saw it (TerminalText), valid until the next one. False when there are no more
    /// lines to look at. A line without an end is given only when it is the only
    /// one: the head of a file may be cut anywhere.
    bool next(std::string_view& line);
    /// What the line that next() gave is. One that is foreign below a line of the format that fills the
    /// terminal's width exactly may be its rest (wrapWidth): it does not count.
    void judge(Line line);
    /// No confidence at all without at least one line that proves the format.
    Sniff answer() const;

private:
    std::string_view m_rest;
    char m_lineEnd;
    bool m_isSession;
    std::size_t m_wrapWidth; ///< 0: the lines are not broken
    bool m_mayBeRest = false; ///< the line at hand
    bool m_fillsWidth = false; ///< so does the line at hand, and it is of the format
    TerminalText m_terminal;
    int m_lines = 0;
    int m_fitting = 0;
    int m_proofs = 0;
    int m_number = 0; ///< of the line at hand, blank ones counted
    int m_firstForeignNumber = 0;
};

} // namespace whittle

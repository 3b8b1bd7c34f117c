// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/eventsink.h"
#include "models/base/progress.h"
#include "models/formats/linesplitter.h"
#include "models/formats/linetally.h"
#include "models/formats/terminaltext.h"

namespace whittle
{

/// One line of a text file: a view, valid until the next line is asked for.
struct Line {
    std::string_view text; ///< without its end
    std::uint64_t number = 0; ///< 1-based
};

/// What every text format does in the same way while it reads: counts lines, drops landmarks, tells the
/// progress, listens to the stop token, and reports lines that are too long. Lines of a saved terminal
/// session are given as a person saw them; bytes that are no UTF-8 as the characters of Windows-1252.
class Lines
{
public:
    /// A landmark stands at line 1 and at each 1024th after it.
    static constexpr std::uint64_t landmarkStep = 1024;

    Lines(BlockReader& reader, EventSink& sink, Progress& progress, std::stop_token stop);

    /// False at the end of the file, at a failure and when the stop token asked for it: end() tells which.
    bool next(Line& line)
    {
        if (!m_splitter.next(line.text))
            return false;
        line.number = ++m_count;
        if (m_splitter.windows() != m_windowsSeen && !newWindow())
            return false;
        if (m_count % landmarkStep == 1)
            m_sink.landmark({m_count, m_splitter.offset()});
        if (m_splitter.wasCut())
            reportCut();
        if (m_isSession || m_hasOthers)
            makeReadable(line);
        return true;
    }

    /// Lines given so far, with those before the reader's first byte.
    std::uint64_t count() const { return m_count; }

    /// The bytes around the last line: in the first window, the beginning of the file.
    std::string_view window() const { return m_splitter.window(); }

    /// Call once, after next() said false. Errors: Cancelled, and those of the reader.
    Result<void> end();

private:
    bool newWindow();
    void reportCut();
    void makeReadable(Line& line);

    LineSplitter m_splitter;
    EventSink& m_sink;
    Progress& m_progress;
    std::stop_token m_stop;
    std::uint64_t m_size;
    std::uint64_t m_count = 0;
    std::uint32_t m_windowsSeen = 0;
    bool m_cancelled = false;
    bool m_isSession = false; ///< of a terminal, by the first window
    bool m_hasOthers = false; ///< bytes that are not ASCII, in the window at hand
    TerminalText m_terminal;
    std::string m_converted;
    LineTally m_notUtf8;
};

/// Format::fetch of every text format: the bytes of line `number`, without its end, found from `landmark`. Of
/// a line longer than LineSplitter::maxLineBytes only so many are given. Errors: NotFound (no such line, or
/// one before the landmark), Io, Vanished.
Result<std::vector<std::byte>> fetchLine(BlockReader& reader, Landmark landmark, std::uint64_t number);

} // namespace whittle

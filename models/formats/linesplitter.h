// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "models/base/result.h"

namespace whittle
{

class BlockReader;

/// Cuts the bytes of a BlockReader into lines: ended by LF or CR LF, where there is no LF at all by CR, the
/// last one by the end of the file. Any byte may stand in a line. A UTF-8 byte order mark at the start of the
/// file is passed over.
///
/// Allocates nothing. Used by one thread, which must not touch the reader while lines are being cut.
class LineSplitter
{
public:
    /// A line longer than this is given without its rest: nothing that writes logs makes such lines, a
    /// damaged or hostile file does.
    static constexpr std::size_t maxLineBytes = std::size_t{1} << 20;

    explicit LineSplitter(BlockReader& reader)
        : m_reader(reader)
    {
    }

    /// The next line without its end, valid until the next call; false at the end of the file and at a
    /// failure.
    bool next(std::string_view& line)
    {
        const auto left = static_cast<std::size_t>(m_end - m_at);
        const void* const lineEnd = left > 0 && !m_inRest ? std::memchr(m_at, m_lineEnd, left) : nullptr;
        if (!lineEnd)
            return nextFar(line);
        finish(line, static_cast<const char*>(lineEnd));
        return true;
    }

    /// Byte in the file where the last line begins.
    std::uint64_t offset() const
    {
        return m_windowOffset + static_cast<std::uint64_t>(m_lineBegin - m_begin);
    }
    /// The last line was longer than maxLineBytes.
    bool wasCut() const { return m_cut; }
    /// Counts the windows of the reader, so that a caller can do something once for each.
    std::uint32_t windows() const { return m_windows; }
    /// All bytes of the window that the last line is in.
    std::string_view window() const { return {m_begin, static_cast<std::size_t>(m_end - m_begin)}; }
    /// What ended the lines before the end of the file. Errors: those of the reader.
    const std::optional<Error>& failure() const { return m_failure; }

private:
    bool nextFar(std::string_view& line);
    bool refill();
    bool start();
    bool passRest();
    void finish(std::string_view& line, const char* lineEnd);
    void lastLine(std::string_view& line);

    BlockReader& m_reader;
    const char* m_begin = nullptr; ///< the reader's window, of which [m_begin, m_at) is used up
    const char* m_at = nullptr;
    const char* m_end = nullptr;
    const char* m_lineBegin = nullptr;
    std::uint64_t m_windowOffset = 0;
    std::uint32_t m_windows = 0;
    char m_lineEnd = '\n';
    bool m_started = false;
    bool m_cut = false;
    bool m_inRest = false; ///< the line before was cut and its end is not yet found
    std::optional<Error> m_failure;
};

/// '\n', or '\r' for a text that has only those: of an old Macintosh, or saved by a terminal.
char lineEndOf(std::string_view head);

inline void LineSplitter::finish(std::string_view& line, const char* lineEnd)
{
    m_lineBegin = m_at;
    auto length = static_cast<std::size_t>(lineEnd - m_at);
    m_at = lineEnd + 1;
    if (length > 0 && lineEnd[-1] == '\r')
        --length;
    m_cut = length > maxLineBytes;
    line = {m_lineBegin, m_cut ? maxLineBytes : length};
}

} // namespace whittle

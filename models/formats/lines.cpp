// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/lines.h"

#include <string>

#include "models/base/bytes.h"
#include "models/base/utf8.h"
#include "models/evidence/blockreader.h"

namespace whittle
{

namespace
{

/// As fast as memory is read.
bool isAscii(std::string_view text)
{
    unsigned char all = 0;
    for (const char c : text)
        all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

} // namespace

Lines::Lines(BlockReader& reader, EventSink& sink, Progress& progress, std::stop_token stop)
    : m_splitter(reader)
    , m_sink(sink)
    , m_progress(progress)
    , m_stop(std::move(stop))
    , m_size(reader.size())
    , m_count(reader.linesBefore())
{
    m_progress.start(m_size);
}

bool Lines::newWindow()
{
    if (m_windowsSeen == 0)
        m_isSession = TerminalText::isIn(m_splitter.window());
    m_hasOthers = !isAscii(m_splitter.window());
    m_windowsSeen = m_splitter.windows();
    m_cancelled = m_stop.stop_requested();
    if (m_cancelled)
        --m_count; // the line at hand is not given
    else
        m_progress.setDone(m_splitter.offset());
    return !m_cancelled;
}

void Lines::reportCut()
{
    m_sink.problem({Severity::DataLoss,
                    "formats.line-too-long",
                    Place{PlaceUnit::Line, m_count},
                    {std::to_string(LineSplitter::maxLineBytes)}});
}

void Lines::makeReadable(Line& line)
{
    if (m_isSession)
        line.text = m_terminal.shown(line.text);
    if (!m_hasOthers || isUtf8(line.text))
        return;
    m_converted.clear();
    appendUtf8Of(m_converted, line.text);
    line.text = m_converted;
    m_notUtf8.add(line.number);
}

Result<void> Lines::end()
{
    if (m_cancelled)
        return Error{ErrorCode::Cancelled, "cancelled"};
    if (const auto& failure = m_splitter.failure())
        return *failure;
    m_notUtf8.report(m_sink, Severity::Info, "formats.windows-1252");
    m_progress.setDone(m_size);
    return {};
}

Result<std::vector<std::byte>> fetchLine(BlockReader& reader, Landmark landmark, std::uint64_t number)
{
    const Error notFound{ErrorCode::NotFound, "no such line", {}, "line " + std::to_string(number)};
    if (landmark.number == 0 || number < landmark.number || landmark.offset < reader.position())
        return notFound;
    if (const auto skipped = reader.skip(landmark.offset - reader.position()); !skipped)
        return skipped.error();
    LineSplitter splitter(reader);
    std::string_view line;
    for (std::uint64_t at = landmark.number; splitter.next(line); ++at) {
        if (at == number)
            return std::vector<std::byte>(asBytes(line).begin(), asBytes(line).end());
    }
    return splitter.failure() ? *splitter.failure() : notFound;
}

} // namespace whittle

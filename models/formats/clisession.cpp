// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "models/evidence/blockreader.h"
#include "models/formats/formats.h"
#include "models/formats/lines.h"
#include "models/formats/linetally.h"
#include "models/formats/sessionclock.h"
#include "models/formats/sessioncutter.h"
#include "models/formats/sessionpart.h"
#include "models/formats/sessionproblems.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// Of the outputs that are read; what stands behind is told, and not read. Longer than any session of one
/// person.
constexpr std::size_t maxReadBytes = std::size_t{128} << 20;
/// The same of outputs that follow those of another format.
constexpr std::size_t maxParts = 5000;

/// Whose output a section is, by its bytes; null when no format knows it.
const Format* formatOf(const SessionSection& section)
{
    const Format* best = nullptr;
    int confidence = 0;
    for (const Format* format : textFormats()) {
        if (format == &cliSessionFormat())
            continue;
        const int its = format->sniff(asBytes(section.text)).confidence;
        if (its > confidence) {
            best = format;
            confidence = its;
        }
    }
    return best;
}

/// Reads a session: cuts it, hands each output to the format that knows it (several of one format, one behind
/// the other, as one text), and counts what no format knows.
class CliSessionReader
{
public:
    CliSessionReader(EventSink& sink, std::stop_token stop)
        : m_sink(sink)
        , m_stop(std::move(stop))
    {
    }

    Result<void> line(const Line& line) { return section(m_cutter.add(line.text, line.number)); }
    Result<SourceFacts> finish(std::uint64_t lines);

private:
    Result<void> section(const std::optional<SessionSection>& section);
    Result<void> readOpen();

    EventSink& m_sink;
    std::stop_token m_stop;
    SessionCutter m_cutter;
    SessionProblems m_problems;
    std::vector<SessionPart> m_parts;
    const Format* m_format = nullptr; ///< of the text at hand, which is not yet read
    std::string m_text;
    std::uint64_t m_firstLine = 0;
    std::size_t m_readBytes = 0;
};

Result<void> CliSessionReader::section(const std::optional<SessionSection>& section)
{
    if (!section)
        return {};
    const Format* const format = formatOf(*section);
    if (format != m_format) {
        if (const auto read = readOpen(); !read)
            return read;
    }
    if (!format) {
        m_problems.notRead(*section);
        return {};
    }
    m_readBytes += section->text.size();
    if (m_readBytes > maxReadBytes || m_parts.size() == maxParts) {
        m_problems.tooLong(*section);
        return {};
    }
    if (m_text.empty())
        m_firstLine = section->firstLine;
    m_format = format;
    m_text += section->text;
    return {};
}

Result<void> CliSessionReader::readOpen()
{
    if (m_text.empty())
        return {};
    auto part = SessionPart::read(*m_format, m_text, m_firstLine, m_stop);
    m_text.clear();
    m_format = nullptr;
    if (!part)
        return part.error();
    m_problems.add(std::move(part->problems));
    m_parts.push_back(std::move(*part));
    return {};
}

Result<SourceFacts> CliSessionReader::finish(std::uint64_t lines)
{
    if (const auto last = section(m_cutter.end()); !last)
        return last.error();
    if (const auto read = readOpen(); !read)
        return read.error();
    SessionClock clock(m_parts);
    SourceFacts facts = clock.unite();
    facts.records = lines;
    for (const SessionPart& part : m_parts) {
        for (const KeptEvent& event : part.events)
            event.emit(m_sink);
    }
    clock.report(m_sink);
    m_problems.report(m_sink, facts.first.has_value());
    return facts;
}

/// What a session holds, by its beginning.
struct Contents {
    std::set<const Format*> formats;
    bool hasCommand = false; ///< of CUCM's command line
    bool hasOthers = false; ///< outputs that no format knows

    void add(const std::optional<SessionSection>& section)
    {
        if (!section)
            return;
        hasCommand = hasCommand || SessionCommand{{}, section->command}.isKnown();
        if (const Format* format = formatOf(*section))
            formats.insert(format);
        else
            hasOthers = true;
    }
};

class NoSink : public EventSink
{
    void event(const Event& /*unused*/) override { }
    void problem(Problem /*unused*/) override { }
    void landmark(Landmark /*unused*/) override { }
};

Contents contentsOf(Bytes head)
{
    BlockReader reader(memorySource({head.begin(), head.end()}));
    NoSink sink;
    Progress progress;
    Lines lines(reader, sink, progress, {});
    SessionCutter cutter;
    Contents contents;
    Line line;
    while (lines.next(line))
        contents.add(cutter.add(line.text, line.number));
    contents.add(cutter.end());
    return contents;
}

/// Cheap: most texts are no sessions. They have no commands, and no words of two outputs.
bool mayBeSession(std::string_view head)
{
    constexpr std::array outputs{"refid", "test - ", "Master Version", "Executing command with options"};
    const auto has = [head](std::string_view word) { return head.find(word) != head.npos; };
    return has("admin:") || has("utils ") || has("show ") || std::ranges::count_if(outputs, has) > 1;
}

/// A single output, with or without its command, is that of its own format, unless so much stands around it
/// that it would not be known.
Sniff sniffCliSession(Bytes head)
{
    constexpr int leastConfidence = 50; // as for a file of its own
    const Sniff none{0, "no session of CUCM's command line with several outputs"};
    if (!mayBeSession(asText(head)))
        return none;
    const Contents contents = contentsOf(head);
    const Sniff several{100, "a session with outputs of several commands"};
    if (contents.formats.size() > 1)
        return several;
    if (!contents.hasCommand || !contents.hasOthers)
        return none;
    const bool isKnownAlone = contents.formats.size() == 1
        && (*contents.formats.begin())->sniff(head).confidence >= leastConfidence;
    return isKnownAlone ? none : several;
}

Result<SourceFacts> readCliSession(BlockReader& reader, EventSink& sink, Progress& progress,
                                   std::stop_token stop)
{
    Lines lines(reader, sink, progress, stop);
    CliSessionReader session(sink, std::move(stop));
    Line line;
    while (lines.next(line)) {
        if (const auto read = session.line(line); !read)
            return read.error();
    }
    if (const auto end = lines.end(); !end)
        return end.error();
    return session.finish(lines.count());
}

} // namespace

const Format& cliSessionFormat()
{
    static constexpr Format format{"cli-session", PlaceUnit::Line, sniffCliSession, readCliSession,
                                   fetchLine};
    return format;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "models/base/fields.h"
#include "models/formats/clocktext.h"
#include "models/formats/formats.h"
#include "models/formats/installtexts.h"
#include "models/formats/lineaccount.h"
#include "models/formats/lineclock.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/text.h"
#include "models/formats/usdate.h"

namespace whittle
{

namespace
{

/// Several scripts write into one log: steps back up to this are their disorder.
constexpr Nanoseconds scriptDisorder = std::chrono::seconds{2};
/// Of a record of several lines.
constexpr std::size_t maxRecordBytes = std::size_t{64} << 10;
constexpr std::size_t clockLength = usDateLength + 9; // "01/02/2009 09:06:50"

/// The front of a record; the bar behind the time is a blank in some releases.
///
///     01/02/2009 09:06:50|upgrade_manager|Checksum verified|<LVL::Info>
///     10/07/2013 20:57:18 file_list.sh|Parse argument source_dir=|<LVL::Debug>
struct InstallHead {
    std::string_view clock{}; ///< empty: no front of a record
    std::optional<std::int64_t> ns{}; ///< empty: such a time cannot be
    std::string_view component{};
    std::string_view text{};
};

InstallHead readHead(std::string_view line)
{
    if (line.size() <= clockLength || !isUsDateShaped(line) || line[usDateLength] != ' '
        || !isClockShaped(line.substr(usDateLength + 1))
        || (line[clockLength] != '|' && line[clockLength] != ' '))
        return {};
    InstallHead head;
    const std::string_view rest = line.substr(clockLength + 1);
    const auto bar = rest.find('|');
    if (bar == rest.npos || bar == 0 || rest.substr(0, bar).find(' ') != rest.npos)
        return {};
    head.clock = line.substr(0, clockLength);
    head.component = rest.substr(0, bar);
    head.text = rest.substr(bar + 1);
    const auto day = usDate(line);
    const std::int64_t seconds = secondsOfDay(line.substr(usDateLength + 1));
    if (day && seconds >= 0)
        head.ns = *day + seconds * nsPerSecond;
    return head;
}

/// "|<LVL::Info>" at the end; empty when it is not there.
std::string_view levelOf(std::string_view text)
{
    constexpr std::string_view mark = "<LVL::";
    const auto begin = text.rfind(mark);
    if (begin == text.npos || !text.ends_with('>'))
        return {};
    return text.substr(begin + mark.size(), text.size() - begin - mark.size() - 1);
}

std::string_view withoutLevel(std::string_view text)
{
    text = text::trimmed(text.substr(0, text.rfind("<LVL::")));
    return text.ends_with('|') ? text.substr(0, text.size() - 1) : text;
}

/// Reads one log. A record ends with its level, which may stand some lines below its front.
class InstallReader
{
public:
    explicit InstallReader(EventSink& sink)
        : m_sink(sink)
    {
    }

    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    void begin(const Line& line, const InstallHead& head);
    void continuation(const Line& line);
    void close();

    EventSink& m_sink;
    FieldWriter m_fields;
    LineClock m_clock{scriptDisorder};
    LineAccount m_account;
    bool m_inRecord = false;
    bool m_isOpen = false; ///< its level is still to come
    std::string m_component;
    std::string m_text;
    SourceTime m_time;
    std::uint64_t m_line = 0;
};

void InstallReader::line(const Line& line)
{
    const InstallHead head = readHead(line.text);
    if (head.clock.empty())
        return continuation(line);
    close();
    m_inRecord = true;
    if (head.ns)
        begin(line, head);
    else
        m_account.badTimes.add(m_sink, line.number, head.clock);
}

void InstallReader::begin(const Line& line, const InstallHead& head)
{
    m_isOpen = true;
    m_time = m_clock.dated(*head.ns, line.number);
    m_line = line.number;
    m_component = head.component;
    m_text = head.text;
    if (!levelOf(m_text).empty())
        close();
}

void InstallReader::continuation(const Line& line)
{
    const std::string_view text = text::trimmed(line.text);
    if (text.empty())
        return;
    if (!m_inRecord)
        return m_account.notUnderstood.add(line.number);
    ++m_account.continuations;
    if (!m_isOpen || m_text.size() + text.size() > maxRecordBytes)
        return;
    m_text += ' ';
    m_text += text;
    if (!levelOf(m_text).empty())
        close();
}

void InstallReader::close()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    const std::string_view level = levelOf(m_text);
    const std::string_view text = level.empty() ? m_text : withoutLevel(m_text);
    const std::string_view kind = installKind(text, level);
    if (kind.empty()) {
        ++m_account.notOfInterest;
        return;
    }
    m_fields.clear();
    m_fields.add("component", m_component);
    if (!level.empty())
        m_fields.add("level", level);
    addInstallFields(text, kind, m_fields);
    m_fields.add("text", text);
    Event event;
    event.kind = kind;
    event.time = m_time;
    event.place = {PlaceUnit::Line, m_line};
    event.fields = m_fields.text();
    m_sink.event(event);
}

SourceFacts InstallReader::finish(std::uint64_t lines)
{
    close();
    SourceFacts facts = m_account.finish(m_sink, m_clock, lines);
    facts.resolution = std::chrono::seconds{1};
    return facts;
}

LineSniff::Line judgeLine(std::string_view line, bool& inRecord)
{
    const bool hasLevel = !levelOf(text::trimmed(line)).empty();
    if (readHead(line).clock.empty())
        return inRecord || hasLevel ? LineSniff::Line::Fits : LineSniff::Line::Foreign;
    inRecord = !hasLevel;
    return hasLevel ? LineSniff::Line::Proof : LineSniff::Line::Fits;
}

Sniff sniffInstall(Bytes head)
{
    LineSniff sniff(head);
    bool inRecord = false;
    std::string_view line;
    while (sniff.next(line))
        sniff.judge(judgeLine(line, inRecord));
    return sniff.answer();
}

Result<SourceFacts> readInstall(BlockReader& reader, EventSink& sink, Progress& progress,
                                std::stop_token stop)
{
    Lines lines(reader, sink, progress, std::move(stop));
    InstallReader log(sink);
    Line line;
    while (lines.next(line))
        log.line(line);
    if (const auto end = lines.end(); !end)
        return end.error();
    return log.finish(lines.count());
}

} // namespace

const Format& installLogFormat()
{
    static constexpr Format format{"install-log", PlaceUnit::Line, sniffInstall, readInstall, fetchLine};
    return format;
}

} // namespace whittle

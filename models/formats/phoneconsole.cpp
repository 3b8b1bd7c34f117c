// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/base/fields.h"
#include "models/formats/badtimes.h"
#include "models/formats/clocktext.h"
#include "models/formats/consoletexts.h"
#include "models/formats/formats.h"
#include "models/formats/lineclock.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// NOT 08:11:10.854439 DHCP: Restart - delay = 0
struct ConsoleLine {
    std::string_view clock;
    ClockText time;
    std::string_view module;
    std::string_view text;
};

bool isLevel(std::string_view word)
{
    return word.size() == 3 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool isModule(std::string_view word)
{
    constexpr std::string_view others = "_.+-";
    return !word.empty() && std::ranges::all_of(word, [&](char c) {
        return text::isDigit(c) || (text::lower(c) >= 'a' && text::lower(c) <= 'z')
            || others.find(c) != others.npos;
    });
}

/// "[07]:Requesting …" → "Requesting …": the TFTP client puts the number of its session in front.
std::string_view withoutSession(std::string_view text)
{
    if (!text.starts_with('['))
        return text;
    const auto end = text.find("]:");
    return end == std::string_view::npos ? text : text::trimmed(text.substr(end + 2));
}

/// NOT 08:11:10.854439 DHCP: Restart - delay = 0
bool splitLine(std::string_view line, ConsoleLine& parts)
{
    line = text::trimmed(line);
    if (line.size() < 4 || line[3] != ' ' || !isLevel(line.substr(0, 3)))
        return false;
    line.remove_prefix(4);
    parts.time = ClockText::read(line, 3);
    if (parts.time.length == 0 || line.size() <= parts.time.length || line[parts.time.length] != ' ')
        return false;
    parts.clock = line.substr(0, parts.time.length);
    line.remove_prefix(parts.time.length + 1);
    parts.module = text::until(line, ":");
    if (!isModule(parts.module) || parts.module.size() == line.size())
        return false;
    parts.text = withoutSession(text::trimmed(line.substr(parts.module.size() + 1)));
    return true;
}

/// Reads one console log.
class ConsoleReader
{
public:
    explicit ConsoleReader(EventSink& sink)
        : m_sink(sink)
    {
    }

    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    void described(const Line& line, const ConsoleLine& parts, SourceTime time);
    void emit(const Line& line, const ConsoleLine& parts, const ConsoleText& meaning, SourceTime time);
    void addCapture(const TextPattern::Capture& capture, Event& event);

    EventSink& m_sink;
    FieldWriter m_fields;
    LineClock m_clock{Nanoseconds{0}};
    LineTally m_notUnderstood;
    BadTimes m_badTimes;
    TextPattern::Match m_match;
    int m_decimals = 3;
};

void ConsoleReader::line(const Line& line)
{
    ConsoleLine parts;
    if (!splitLine(line.text, parts)) {
        if (!text::trimmed(line.text).empty())
            m_notUnderstood.add(line.number);
        return;
    }
    if (parts.time.ns < 0) {
        m_badTimes.add(m_sink, line.number, parts.clock);
        return;
    }
    m_decimals = std::max(m_decimals, parts.time.decimals);
    described(line, parts, m_clock.timeOfDay(parts.time.ns, line.number));
}

void ConsoleReader::described(const Line& line, const ConsoleLine& parts, SourceTime time)
{
    for (const ConsoleText& meaning : consoleTexts()) {
        if (meaning.module == parts.module && meaning.pattern.match(parts.text, m_match))
            return emit(line, parts, meaning, time);
    }
    m_notUnderstood.add(line.number);
}

void ConsoleReader::emit(const Line& line, const ConsoleLine& parts, const ConsoleText& meaning,
                         SourceTime time)
{
    Event event;
    event.kind = meaning.kind;
    event.time = time;
    event.place = {PlaceUnit::Line, line.number};
    event.device = text::phoneNameIn(parts.text); // only file names and alarm texts name the phone
    m_fields.clear();
    if (!meaning.impliedName.empty())
        m_fields.add(meaning.impliedName, meaning.impliedValue);
    for (std::size_t i = 0; i < m_match.count; ++i)
        addCapture(m_match.captures[i], event);
    event.fields = m_fields.text();
    m_sink.event(event);
}

void ConsoleReader::addCapture(const TextPattern::Capture& capture, Event& event)
{
    if (capture.value.empty())
        return;
    if (capture.name == "destination")
        event.destination.address = IpAddress::fromText(capture.value).value_or(IpAddress{});
    else if (capture.name == "port")
        event.destination.port = static_cast<std::uint16_t>(text::number(capture.value).value_or(0));
    else
        m_fields.add(capture.name, capture.value);
}

SourceFacts ConsoleReader::finish(std::uint64_t lines)
{
    m_clock.report(m_sink);
    m_badTimes.report(m_sink);
    m_notUnderstood.report(m_sink, Severity::Info, "formats.lines-not-understood");
    SourceFacts facts;
    facts.unit = PlaceUnit::Line;
    facts.records = lines;
    m_clock.describe(facts);
    std::int64_t step = nsPerSecond;
    for (int i = 0; i < m_decimals; ++i)
        step /= 10;
    facts.resolution = Nanoseconds{step};
    return facts;
}

Sniff sniffConsole(Bytes head)
{
    LineSniff sniff(head);
    std::string_view line;
    ConsoleLine parts;
    while (sniff.next(line))
        sniff.judge(splitLine(line, parts) ? LineSniff::Line::Proof : LineSniff::Line::Foreign);
    return sniff.answer();
}

Result<SourceFacts> readConsole(BlockReader& reader, EventSink& sink, Progress& progress,
                                std::stop_token stop)
{
    Lines lines(reader, sink, progress, std::move(stop));
    ConsoleReader console(sink);
    Line line;
    while (lines.next(line))
        console.line(line);
    if (const auto end = lines.end(); !end)
        return end.error();
    return console.finish(lines.count());
}

} // namespace

const Format& phoneConsoleFormat()
{
    static constexpr Format format{"phone-console", PlaceUnit::Line, sniffConsole, readConsole, fetchLine};
    return format;
}

} // namespace whittle

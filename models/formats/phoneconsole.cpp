// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "models/base/fields.h"
#include "models/formats/clocktext.h"
#include "models/formats/consoleline.h"
#include "models/formats/consolesip.h"
#include "models/formats/consolestatus.h"
#include "models/formats/consoletexts.h"
#include "models/formats/formats.h"
#include "models/formats/lineaccount.h"
#include "models/formats/lineclock.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

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
    /// An event that waits for a SIP message which began before it.
    struct Waiting {
        Event event;
        std::string device;
        std::string fields;
    };

    void foreign(const Line& line);
    void row(const Line& line, const ConsoleLine& row);
    SourceTime timeOf(const ConsoleLine& row, std::uint64_t line);
    void described(const Line& line, const ConsoleLine& row, SourceTime time);
    void emitText(const Line& line, const ConsoleLine& row, const ConsoleText& meaning, SourceTime time);
    void addCapture(const TextPattern::Capture& capture, Event& event);
    void emitStatus(const Line& line, const ConsoleLine& row, std::string_view kind, SourceTime time);
    void give(const Event& event);
    void closeSip();

    EventSink& m_sink;
    FieldWriter m_fields;
    LineClock m_clock{Nanoseconds{0}};
    LineAccount m_account;
    TextPattern::Match m_match;
    ConsoleSip m_sip;
    std::vector<Waiting> m_waiting;
    int m_decimals = 3;
    bool m_longRows = false; ///< of a generation whose records go on over several lines
};

constexpr std::size_t maxWaiting = 1024;

void ConsoleReader::line(const Line& line)
{
    ConsoleLine parts;
    if (!ConsoleLine::read(line.text, parts))
        return foreign(line);
    m_longRows = parts.month != 0;
    if (parts.nsOfDay < 0)
        m_account.badTimes.add(m_sink, line.number, parts.clock);
    else
        row(line, parts);
}

/// What begins no row goes on with the record before it, where records have several lines.
void ConsoleReader::foreign(const Line& line)
{
    if (m_sip.isOpen())
        return m_sip.addLine(line.text);
    if (text::trimmed(line.text).empty())
        return;
    if (m_longRows)
        ++m_account.continuations;
    else
        m_account.notUnderstood.add(line.number);
}

SourceTime ConsoleReader::timeOf(const ConsoleLine& row, std::uint64_t line)
{
    if (row.year != 0)
        return m_clock.dated(daysFromCivil({row.year, row.month, row.day}) * nsPerDay + row.nsOfDay, line);
    if (row.month != 0)
        return m_clock.monthDay(row.month, row.day, row.nsOfDay, line);
    return m_clock.timeOfDay(row.nsOfDay, line);
}

void ConsoleReader::row(const Line& line, const ConsoleLine& row)
{
    m_decimals = std::max(m_decimals, row.decimals);
    const SourceTime time = timeOf(row, line.number);
    if (m_sip.takes(row)) {
        if (m_sip.add(row))
            closeSip();
        return;
    }
    const bool ends = m_sip.isOpen() && (row.thread == m_sip.thread() || m_waiting.size() >= maxWaiting);
    if (ends)
        closeSip();
    if (ConsoleSip::isStart(row)) {
        closeSip();
        m_sip.begin(row, time, line.number);
        return;
    }
    described(line, row, time);
}

void ConsoleReader::described(const Line& line, const ConsoleLine& row, SourceTime time)
{
    for (const ConsoleText& meaning : consoleTexts()) {
        if (meaning.module == row.topic && meaning.pattern.match(row.text, m_match))
            return emitText(line, row, meaning, time);
    }
    m_fields.clear();
    const std::string_view kind = row.isDebug() ? std::string_view{} : readConsoleStatus(row.body, m_fields);
    if (!kind.empty())
        emitStatus(line, row, kind, time);
    else if (row.topic.empty() || row.month != 0)
        ++m_account.notOfInterest;
    else
        m_account.notUnderstood.add(line.number);
}

void ConsoleReader::emitText(const Line& line, const ConsoleLine& row, const ConsoleText& meaning,
                             SourceTime time)
{
    Event event;
    event.kind = meaning.kind;
    event.time = time;
    event.place = {PlaceUnit::Line, line.number};
    event.device = text::phoneNameIn(row.text); // only file names and alarm texts name the phone
    m_fields.clear();
    if (!meaning.impliedName.empty())
        m_fields.add(meaning.impliedName, meaning.impliedValue);
    for (std::size_t i = 0; i < m_match.count; ++i)
        addCapture(m_match.captures[i], event);
    event.fields = m_fields.text();
    give(event);
}

/// "0xaa401fac" → 172.31.64.170: the phone prints its network order as a number of its own order.
std::string swappedAddress(std::string_view digits)
{
    std::uint32_t value = 0;
    text::take(digits, "0x");
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (failure != std::errc{} || end != digits.data() + digits.size())
        return {};
    const auto byte = [&](int number) { return static_cast<std::uint8_t>(value >> (8 * number)); };
    return toText(IpAddress::v4(byte(0), byte(1), byte(2), byte(3)));
}

/// "SIP_REG_STATE_REGISTERING" → "registering"
std::string stateName(std::string_view name)
{
    text::take(name, "SIP_REG_STATE_");
    std::string state(name);
    std::ranges::transform(state, state.begin(), text::lower);
    return state;
}

void ConsoleReader::addCapture(const TextPattern::Capture& capture, Event& event)
{
    if (capture.value.empty())
        return;
    if (capture.name == "destination")
        event.destination.address = IpAddress::fromText(capture.value).value_or(IpAddress{});
    else if (capture.name == "port")
        event.destination.port = static_cast<std::uint16_t>(text::number(capture.value).value_or(0));
    else if (capture.name == "swapped-address")
        m_fields.add("address", swappedAddress(capture.value));
    else if (capture.name == "from" || capture.name == "to")
        m_fields.add(capture.name, stateName(capture.value));
    else
        m_fields.add(capture.name, capture.value);
}

void ConsoleReader::emitStatus(const Line& line, const ConsoleLine& row, std::string_view kind,
                               SourceTime time)
{
    Event event;
    event.kind = kind;
    event.time = time;
    event.place = {PlaceUnit::Line, line.number};
    event.device = text::phoneNameIn(row.body);
    event.fields = m_fields.text();
    give(event);
}

/// Events come in the order of their lines: those within a SIP message wait for its end.
void ConsoleReader::give(const Event& event)
{
    if (!m_sip.isOpen())
        return m_sink.event(event);
    m_waiting.push_back({event, std::string(event.device), std::string(event.fields)});
}

void ConsoleReader::closeSip()
{
    if (!m_sip.isOpen())
        return;
    Event event;
    if (m_sip.finish(event, m_fields))
        m_sink.event(event);
    else
        m_account.notUnderstood.add(event.place.number);
    if (m_sip.year() != 0)
        m_clock.setYear(m_sip.year());
    for (Waiting& waiting : m_waiting) {
        waiting.event.device = waiting.device;
        waiting.event.fields = waiting.fields;
        m_sink.event(waiting.event);
    }
    m_waiting.clear();
}

SourceFacts ConsoleReader::finish(std::uint64_t lines)
{
    closeSip();
    if (m_account.notOfInterest == 0 && m_account.continuations > 0)
        reportNotOfInterest(m_sink, 0, m_account.continuations);
    SourceFacts facts = m_account.finish(m_sink, m_clock, lines);
    facts.resolution = resolutionOf(m_decimals);
    return facts;
}

Sniff sniffConsole(Bytes head)
{
    LineSniff sniff(head);
    std::string_view line;
    ConsoleLine row;
    bool longRows = false;
    while (sniff.next(line)) {
        const bool isRow = ConsoleLine::read(line, row);
        longRows = isRow ? row.month != 0 : longRows;
        if (isRow)
            sniff.judge(LineSniff::Line::Proof);
        else
            sniff.judge(longRows ? LineSniff::Line::Fits : LineSniff::Line::Foreign);
    }
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

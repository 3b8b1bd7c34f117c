// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "models/base/fields.h"
#include "models/formats/formats.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linesplitter.h"
#include "models/formats/linetally.h"
#include "models/formats/terminalprompt.h"
#include "models/formats/terminaltext.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// test - ntp_clock_drift     : Warning The local clock is not synchronised.
/// skip - disk_files          : This module must be run directly and off hours
struct Row {
    std::string_view name;
    std::string_view result; ///< empty where the row does not say
    std::string_view text;

    /// Takes the row at the front of `rest`, up to the next one in the same line. False when none is there.
    static bool take(std::string_view& rest, Row& row);
};

struct Verdict {
    std::string_view word;
    std::string_view name;
};

constexpr std::array results{Verdict{"Passed", "passed"}, Verdict{"Warning", "warning"},
                             Verdict{"Failed", "failed"}};

/// Where the next row of the same line begins; its end when there is none.
std::size_t nextRow(std::string_view text)
{
    return std::min({text.find(" test - "), text.find(" skip - "), text.size()});
}

bool isName(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return text::isDigit(c) || c == '_' || (text::lower(c) >= 'a' && text::lower(c) <= 'z');
    });
}

/// What the command says around its rows.
bool isFrame(std::string_view line)
{
    constexpr std::array words{"Log file:",
                               "Starting diagnostic test",
                               "====",
                               "Diagnostics Completed",
                               "The final output will be in Log file",
                               "Please use 'file view",
                               "command to see the output"};
    return TerminalPrompt::read(line).isPrompt
        || std::ranges::any_of(words, [&](std::string_view word) { return line.starts_with(word); });
}

bool Row::take(std::string_view& rest, Row& row)
{
    row = {};
    std::string_view line = text::trimmed(rest);
    const bool skipped = text::take(line, "skip - ");
    if (!skipped && !text::take(line, "test - "))
        return false;
    row.name = text::trimmed(text::until(line, ":"));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !isName(row.name))
        return false;
    line = line.substr(colon + 1);
    const std::size_t end = nextRow(line);
    rest = line.substr(end);
    row.text = text::trimmed(line.substr(0, end));
    row.result = skipped ? "skipped" : "";
    for (const Verdict& result : results) {
        if (!skipped && text::take(row.text, result.word))
            row.result = result.name;
    }
    row.text = text::trimmed(row.text);
    return true;
}

/// The rows of `utils diagnose test`, which may go on over several lines, or share one. It prints no time.
class DiagnoseRows
{
public:
    /// Without `sink`, only to know the lines.
    explicit DiagnoseRows(EventSink* sink = nullptr)
        : m_sink(sink)
    {
    }

    /// What a line is to this output.
    enum class Line {
        Row, ///< at least one row begins
        More, ///< the reason of the row before goes on
        Frame, ///< what the command says around its rows
        Foreign,
    };

    Line take(std::string_view bare, std::uint64_t number);
    /// No more lines belong to the row at hand.
    void close();

private:
    void begin(const Row& row, std::uint64_t line);

    EventSink* m_sink;
    FieldWriter m_fields;
    std::string m_name; ///< of the row at hand; empty when there is none
    std::string m_result;
    std::string m_text;
    std::uint64_t m_line = 0;
};

DiagnoseRows::Line DiagnoseRows::take(std::string_view bare, std::uint64_t number)
{
    Row row;
    bool any = false;
    while (Row::take(bare, row)) {
        begin(row, number);
        any = true;
    }
    if (any)
        return Line::Row;
    if (isFrame(bare)) {
        close();
        return Line::Frame;
    }
    if (m_name.empty() || m_result == "passed" || m_text.size() > LineSplitter::maxLineBytes)
        return Line::Foreign;
    m_text.append(m_text.empty() ? 0 : 1, ' ').append(bare);
    return Line::More;
}

void DiagnoseRows::begin(const Row& row, std::uint64_t line)
{
    close();
    m_name = row.name;
    m_result = row.result;
    m_text = row.text;
    m_line = line;
}

void DiagnoseRows::close()
{
    if (m_name.empty())
        return;
    m_fields.clear();
    m_fields.add("name", m_name);
    if (!m_result.empty())
        m_fields.add("result", m_result);
    if (!m_text.empty())
        m_fields.add("text", m_text);
    Event event;
    event.kind = "diagnose.test";
    event.place = {PlaceUnit::Line, m_line};
    event.fields = m_fields.text();
    if (m_sink)
        m_sink->event(event);
    m_name.clear();
}

Sniff sniffDiagnose(Bytes head)
{
    LineSniff sniff(head);
    TerminalText terminal;
    DiagnoseRows rows;
    std::string_view line;
    while (sniff.next(line)) {
        const auto what = rows.take(text::trimmed(terminal.shown(line)), 0);
        sniff.judge(what == DiagnoseRows::Line::Row           ? LineSniff::Line::Proof
                        : what == DiagnoseRows::Line::Foreign ? LineSniff::Line::Foreign
                                                              : LineSniff::Line::Fits);
    }
    return sniff.answer();
}

Result<SourceFacts> readDiagnose(BlockReader& reader, EventSink& sink, Progress& progress,
                                 std::stop_token stop)
{
    Lines lines(reader, sink, progress, std::move(stop));
    DiagnoseRows rows(&sink);
    TerminalText terminal;
    LineTally notUnderstood;
    LineTally outputs; // the one that the file is
    Line line;
    while (lines.next(line)) {
        const std::string_view bare = text::trimmed(terminal.shown(line.text));
        const auto what = bare.empty() ? DiagnoseRows::Line::Frame : rows.take(bare, line.number);
        if (what == DiagnoseRows::Line::Foreign)
            notUnderstood.add(line.number);
        else if (what == DiagnoseRows::Line::Row && outputs.count() == 0)
            outputs.add(line.number);
    }
    rows.close();
    if (const auto end = lines.end(); !end)
        return end.error();
    outputs.report(sink, Severity::Notice, "formats.no-time");
    notUnderstood.report(sink, Severity::Info, "formats.lines-not-understood");
    SourceFacts facts;
    facts.unit = PlaceUnit::Line;
    facts.records = lines.count();
    facts.hasDate = false;
    return facts;
}

} // namespace

const Format& diagnoseTestFormat()
{
    static constexpr Format format{"diagnose-test", PlaceUnit::Line, sniffDiagnose, readDiagnose, fetchLine};
    return format;
}

} // namespace whittle

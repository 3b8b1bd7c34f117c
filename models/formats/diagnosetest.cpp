// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "models/base/fields.h"
#include "models/formats/formats.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/terminaltext.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// test - ntp_clock_drift     : Warning The local clock is not synchronised.
/// skip - disk_files          : This module must be run directly and off hours
struct TestRow {
    std::string_view name;
    std::string_view result; ///< empty where the row does not say
    std::string_view text;

    /// Takes the row at the front of `rest`, up to the next one in the same line. False when none is there.
    static bool take(std::string_view& rest, TestRow& row);
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

bool TestRow::take(std::string_view& rest, TestRow& row)
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

/// What the command says around its rows.
bool isFrame(std::string_view line)
{
    constexpr std::array words{"admin:",
                               "Log file:",
                               "Starting diagnostic test",
                               "====",
                               "Diagnostics Completed",
                               "The final output will be in Log file",
                               "Please use 'file view",
                               "command to see the output"};
    return std::ranges::any_of(words, [&](std::string_view word) { return line.starts_with(word); });
}

/// Reads what `utils diagnose test` printed. It prints no time.
class DiagnoseReader
{
public:
    explicit DiagnoseReader(EventSink& sink)
        : m_sink(sink)
    {
    }

    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    void begin(const TestRow& row, std::uint64_t line);
    void close();

    EventSink& m_sink;
    TerminalText m_terminal;
    FieldWriter m_fields;
    LineTally m_notUnderstood;
    LineTally m_outputs; ///< the one that the file is
    std::string m_name; ///< of the row at hand; empty when there is none
    std::string m_result;
    std::string m_text;
    std::uint64_t m_line = 0;
};

void DiagnoseReader::line(const Line& line)
{
    std::string_view rest = text::trimmed(m_terminal.shown(line.text));
    TestRow row;
    if (rest.empty())
        return;
    bool isRow = false;
    while (TestRow::take(rest, row)) {
        begin(row, line.number);
        isRow = true;
    }
    if (isRow)
        return;
    if (isFrame(rest))
        close();
    else if (m_name.empty() || m_result == "passed" || m_text.size() > LineSplitter::maxLineBytes)
        m_notUnderstood.add(line.number);
    else
        m_text.append(m_text.empty() ? 0 : 1, ' ').append(rest); // the reason goes on
}

void DiagnoseReader::begin(const TestRow& row, std::uint64_t line)
{
    close();
    m_name = row.name;
    m_result = row.result;
    m_text = row.text;
    m_line = line;
    if (m_outputs.count() == 0)
        m_outputs.add(line);
}

void DiagnoseReader::close()
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
    m_sink.event(event);
    m_name.clear();
}

SourceFacts DiagnoseReader::finish(std::uint64_t lines)
{
    close();
    m_outputs.report(m_sink, Severity::Notice, "formats.no-time");
    m_notUnderstood.report(m_sink, Severity::Info, "formats.lines-not-understood");
    SourceFacts facts;
    facts.unit = PlaceUnit::Line;
    facts.records = lines;
    facts.hasDate = false;
    return facts;
}

Sniff sniffDiagnose(Bytes head)
{
    LineSniff sniff(head);
    TerminalText terminal;
    std::string_view line;
    bool inRow = false;
    while (sniff.next(line)) {
        std::string_view rest = text::trimmed(terminal.shown(line));
        TestRow row;
        if (TestRow::take(rest, row)) {
            inRow = true;
            sniff.judge(LineSniff::Line::Proof);
        } else {
            sniff.judge(inRow || isFrame(rest) ? LineSniff::Line::Fits : LineSniff::Line::Foreign);
        }
    }
    return sniff.answer();
}

Result<SourceFacts> readDiagnose(BlockReader& reader, EventSink& sink, Progress& progress,
                                 std::stop_token stop)
{
    Lines lines(reader, sink, progress, std::move(stop));
    DiagnoseReader tests(sink);
    Line line;
    while (lines.next(line))
        tests.line(line);
    if (const auto end = lines.end(); !end)
        return end.error();
    return tests.finish(lines.count());
}

} // namespace

const Format& diagnoseTestFormat()
{
    static constexpr Format format{"diagnose-test", PlaceUnit::Line, sniffDiagnose, readDiagnose, fetchLine};
    return format;
}

} // namespace whittle

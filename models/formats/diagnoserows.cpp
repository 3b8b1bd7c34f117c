// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/diagnoserows.h"

#include <algorithm>
#include <array>

#include "models/formats/linesplitter.h"
#include "models/formats/terminalprompt.h"
#include "models/formats/text.h"

namespace whittle
{

/// test - ntp_clock_drift     : Warning The local clock is not synchronised.
/// skip - disk_files          : This module must be run directly and off hours
struct DiagnoseRows::Row {
    std::string_view name;
    std::string_view result; ///< empty where the row does not say
    std::string_view text;

    /// Takes the row at the front of `rest`, up to the next one in the same line. False when none is there.
    static bool take(std::string_view& rest, Row& row);
};

namespace
{

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

} // namespace

bool DiagnoseRows::Row::take(std::string_view& rest, Row& row)
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
    if (m_kept)
        m_kept->keep(m_line, m_fields.text());
    m_name.clear();
}

} // namespace whittle

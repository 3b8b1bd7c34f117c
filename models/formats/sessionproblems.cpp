// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sessionproblems.h"

#include <algorithm>
#include <utility>

#include "models/formats/sessioncutter.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

constexpr std::string_view notUnderstood = "formats.lines-not-understood";
constexpr std::string_view noTime = "formats.no-time";
constexpr std::string_view timeOfNeighbour = "formats.readings-without-time";
constexpr std::string_view notOfInterest = "formats.records-not-of-interest";

/// Arguments: the count, the first line (LineTally); or two counts.
bool isTally(const Problem& problem)
{
    return problem.id == notUnderstood || problem.id == noTime || problem.id == timeOfNeighbour
        || problem.id == notOfInterest || problem.id == "formats.lines-joined";
}

/// A command may be as long as a line.
std::string shownCommand(std::string_view command)
{
    constexpr std::size_t most = 200;
    if (command.size() <= most)
        return std::string(command);
    std::size_t end = most;
    while ((static_cast<unsigned char>(command[end]) & 0xC0) == 0x80) // within a character of UTF-8
        --end;
    return std::string(command.substr(0, end)) + "…";
}

void addNumber(std::string& sum, std::string_view more)
{
    sum = std::to_string(text::number(sum).value_or(0) + text::number(more).value_or(0));
}

} // namespace

void SessionProblems::count(Problem&& problem)
{
    const auto same = std::ranges::find(m_problems, problem.id, &Problem::id);
    if (same == m_problems.end() || !isTally(problem)) {
        m_problems.push_back(std::move(problem));
        return;
    }
    addNumber(same->arguments[0], problem.arguments[0]);
    if (problem.id == notOfInterest)
        addNumber(same->arguments[1], problem.arguments[1]);
}

void SessionProblems::add(std::vector<Problem> ofPart)
{
    for (Problem& problem : ofPart)
        count(std::move(problem));
}

void SessionProblems::notRead(const SessionSection& section)
{
    if (section.command.empty()) {
        count({Severity::Info,
               std::string(notUnderstood),
               Place{PlaceUnit::Line, section.firstOutputLine},
               {std::to_string(section.outputLines), std::to_string(section.firstOutputLine)}});
        return;
    }
    std::string command = shownCommand(section.command);
    const auto same = std::ranges::find(m_outputs, command, &Output::command);
    if (same != m_outputs.end())
        same->lines += section.outputLines;
    else if (m_outputs.size() < maxCommands)
        m_outputs.push_back({std::move(command), section.outputLines, section.firstLine});
    else
        m_moreOutputs.add(section.firstLine);
}

void SessionProblems::tooLong(const SessionSection& section)
{
    m_tooLong.add(section.firstLine);
}

void SessionProblems::report(EventSink& sink, bool hasTimes) const
{
    for (Problem problem : m_problems) {
        if (hasTimes && problem.id == noTime)
            problem.id = timeOfNeighbour;
        sink.problem(std::move(problem));
    }
    for (const Output& output : m_outputs)
        sink.problem({Severity::Info,
                      "formats.output-not-read",
                      Place{PlaceUnit::Line, output.firstLine},
                      {output.command, std::to_string(output.lines), std::to_string(output.firstLine)}});
    m_moreOutputs.report(sink, Severity::Info, "formats.more-outputs-not-read");
    m_tooLong.report(sink, Severity::DataLoss, "formats.session-too-long");
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sessioncutter.h"

#include <algorithm>
#include <array>
#include <utility>

#include "models/formats/formats.h"
#include "models/formats/terminalprompt.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// What CUCM's command line says first.
constexpr std::string_view newLogin = "Command Line Interface is starting up";

struct Verb {
    std::string_view verb;
    std::array<std::string_view, 12> nouns;
};

/// "utils ntp", "show status": CUCM's CLI guide has more of them; these print something worth saving.
constexpr std::array verbs{
    Verb{"utils",
         {"ntp", "diagnose", "network", "service", "dbreplication", "core", "system", "disaster_recovery",
          "create", "firewall", "snmp", "iothrottle"}},
    Verb{"show",
         {"version", "status", "network", "hardware", "process", "tech", "myself", "timezone", "cert",
          "logins", "packages", "perf"}},
    Verb{"file", {"view", "list", "get", "tail", "search", "dump"}},
    Verb{"run", {"sql"}},
};

bool isKnownCommand(std::string_view text)
{
    const std::string_view first = text::takeWord(text);
    const std::string_view second = text::takeWord(text);
    return std::ranges::any_of(verbs, [&](const Verb& verb) {
        return verb.verb == first && !second.empty()
            && std::ranges::find(verb.nouns, second) != verb.nouns.end();
    });
}

/// "utils ntp status", "dmin:utils ntp status": what a copy leaves of "admin:utils ntp status".
std::optional<SessionCommand> readWithoutPrompt(std::string_view line)
{
    constexpr std::string_view prompt = "admin:";
    for (std::size_t lost = 1; lost <= prompt.size(); ++lost) {
        std::string_view rest = line;
        if (text::take(rest, prompt.substr(lost)) && isKnownCommand(rest))
            return SessionCommand{{}, text::trimmed(rest)};
    }
    return {};
}

/// Of the formats that commands print, the one that has such lines.
const Format* shapeOf(std::string_view line, const Format* likely)
{
    const std::array printed{&ntpStatusFormat(), &diagnoseTestFormat(), &packetTextFormat(),
                             &showVersionFormat()};
    const auto has = [line](const Format* format) { return format->sniff(asBytes(line)).confidence > 0; };
    if (likely && has(likely))
        return likely;
    const auto found = std::ranges::find_if(printed, has);
    return found == printed.end() ? nullptr : *found;
}

void countOutput(SessionSection& section)
{
    std::string_view rest = section.text;
    for (std::uint64_t number = section.firstLine; !rest.empty(); ++number) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(line.size() + 1);
        const bool isCommand = number == section.firstLine && SessionCommand::read(line);
        if (isCommand || text::trimmed(line).empty())
            continue;
        if (section.outputLines++ == 0)
            section.firstOutputLine = number;
    }
}

} // namespace

std::optional<SessionCommand> SessionCommand::read(std::string_view line)
{
    line = text::trimmed(line);
    const TerminalPrompt prompt = TerminalPrompt::read(line);
    if (prompt.isPrompt)
        return SessionCommand{prompt.node, prompt.command};
    return readWithoutPrompt(line);
}

bool SessionCommand::isKnown() const
{
    return isKnownCommand(command);
}

std::optional<SessionSection> SessionCutter::add(std::string_view line, std::uint64_t number)
{
    if (const auto command = SessionCommand::read(line)) {
        takeLabel();
        if (!command->node.empty())
            m_node = command->node;
        const std::string prompt = (m_node.empty() ? "" : m_node + ' ') + "admin:";
        auto over = cutAt(m_section.text.size());
        m_section.command = command->command;
        append(prompt + m_section.command, number);
        return over;
    }
    if (line.find(newLogin) != line.npos)
        m_node.clear();
    const bool isBlank = text::trimmed(line).empty();
    const Format* const shape = isBlank ? nullptr : shapeOf(line, m_shape);
    std::optional<SessionSection> over;
    if (shape && m_shape && shape != m_shape)
        over = cutAt(m_blank.value_or(m_section.text.size()));
    if (shape) {
        m_shape = shape;
        m_blank.reset();
    }
    if (isBlank && m_shape && !m_blank)
        m_blank = m_section.text.size();
    if (!isBlank)
        m_label = isHostLabel(text::trimmed(line)) ? std::optional(m_section.text.size()) : std::nullopt;
    append(line, number);
    return over || m_section.text.size() < maxSectionBytes ? over : cutPiece();
}

std::optional<SessionSection> SessionCutter::end()
{
    return cutAt(m_section.text.size());
}

void SessionCutter::append(std::string_view line, std::uint64_t number)
{
    if (m_section.text.empty())
        m_section.firstLine = number;
    m_section.text.append(line).append(1, '\n');
}

/// Who saved the session wrote the node's name above the prompt, which does not say it.
void SessionCutter::takeLabel()
{
    if (!m_label)
        return;
    const std::string_view line = text::until(std::string_view(m_section.text).substr(*m_label), "\n");
    m_node = text::trimmed(line);
    m_node.pop_back(); // the colon
    m_section.text.erase(*m_label, line.size());
}

std::optional<SessionSection> SessionCutter::cutPiece()
{
    const std::string command = m_section.command;
    auto piece = cutAt(m_section.text.size());
    m_section.command = command;
    return piece;
}

/// What stands before `offset` is a section, and the rest begins the next one. Nothing, where no line of the
/// first part says anything.
std::optional<SessionSection> SessionCutter::cutAt(std::size_t offset)
{
    SessionSection over = std::exchange(m_section, {});
    m_section.text = over.text.substr(offset);
    over.text.resize(offset);
    m_section.firstLine = over.firstLine + static_cast<std::uint64_t>(std::ranges::count(over.text, '\n'));
    m_shape = nullptr;
    m_blank.reset();
    m_label.reset();
    countOutput(over);
    return over.outputLines > 0 ? std::optional(std::move(over)) : std::nullopt;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace whittle
{

struct Format;

/// The command that a line of a session gives, with the node where its prompt names it. The front of the
/// prompt, or all of it, may be lost.
struct SessionCommand {
    std::string_view node;
    std::string_view command; ///< empty: a prompt alone

    /// Empty for a line that gives none.
    static std::optional<SessionCommand> read(std::string_view line);
    /// One of those that CUCM's command line has, and that are worth saving.
    bool isKnown() const;
};

/// A command and what it printed, or a stretch of output without its command.
struct SessionSection {
    std::uint64_t firstLine = 0;
    std::string command{}; ///< empty where none was seen
    std::string text{}; ///< its lines, each with its end; that of the command is "node admin:command"
    std::uint64_t outputLines = 0; ///< with something in them, without that of the command
    std::uint64_t firstOutputLine = 0;
};

/// Cuts the lines of a session (as a person saw them: Lines) where a command was given; and, where the
/// commands are missing, where the output of another one begins. A longer one is given in pieces.
class SessionCutter
{
public:
    static constexpr std::size_t maxSectionBytes = std::size_t{16} << 20;

    /// The section that this line shows to be over; empty while there is none.
    std::optional<SessionSection> add(std::string_view line, std::uint64_t number);
    /// The last one, when there are no more lines.
    std::optional<SessionSection> end();

private:
    void append(std::string_view line, std::uint64_t number);
    void takeLabel();
    std::optional<SessionSection> cutPiece();
    std::optional<SessionSection> cutAt(std::size_t offset);

    SessionSection m_section;
    std::string m_node; ///< as the last prompt or label told it
    const Format* m_shape = nullptr; ///< whose output the section is, by a line that only it has
    std::optional<std::size_t> m_blank; ///< in its text: the first blank line behind the last such line
    std::optional<std::size_t> m_label; ///< in its text: the last line, where it is a host's name and a colon
};

} // namespace whittle

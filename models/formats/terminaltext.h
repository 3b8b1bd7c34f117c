// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace whittle
{

/// What a person saw of one line of a saved terminal session: escape sequences (ECMA-48) and pager prompts
/// taken away, back spaces and carriage returns carried out. Keeps one buffer for all lines.
class TerminalText
{
public:
    /// Whether a text is a saved session, by its beginning: there are escape sequences, back spaces, or the
    /// prompts of a pager in it.
    static bool isIn(std::string_view head);

    /// Valid until the next call.
    std::string_view shown(std::string_view line);

private:
    void plain(std::string_view line);

    std::string m_buffer;
};

} // namespace whittle

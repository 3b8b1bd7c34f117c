// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace whittle
{

/// What a node asks with before a command. Views into the line.
///
///     admin:utils ntp status
///     cucm-pub admin:utils ntp status
///     [root@cucm-pub ~]# ntpq -p
struct TerminalPrompt {
    bool isPrompt = false;
    std::string_view node; ///< empty where the prompt does not say
    std::string_view command; ///< what follows; without a prompt, all of the line

    static TerminalPrompt read(std::string_view line);
};

/// A host's name and a colon, which whoever saved a session wrote above an output: "cucm-pub:".
bool isHostLabel(std::string_view text);

} // namespace whittle

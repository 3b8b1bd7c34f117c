// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/terminalprompt.h"

#include <algorithm>

#include "models/formats/text.h"

namespace whittle
{

namespace
{

constexpr std::string_view administrator = "admin:"; // CUCM's command line

/// "[root@cucm-pub ~]# ", "root@cucm-pub:~$ "
TerminalPrompt readShell(std::string_view line)
{
    const auto end = line.find_first_of("#$");
    const std::string_view front = line.substr(0, end);
    const auto at = front.find('@');
    const bool isShell = end != std::string_view::npos && at != std::string_view::npos
        && front.substr(0, at).find(' ') == std::string_view::npos;
    if (!isShell)
        return {false, {}, line};
    return {true, text::until(front.substr(at + 1), " :]"), text::trimmed(line.substr(end + 1))};
}

} // namespace

TerminalPrompt TerminalPrompt::read(std::string_view line)
{
    line = text::trimmed(line);
    const auto at = line.find(administrator);
    if (at == std::string_view::npos)
        return readShell(line);
    std::string_view node = text::trimmed(line.substr(0, at));
    if (node.ends_with(':'))
        node.remove_suffix(1);
    if (node.find_first_of(" \t") != std::string_view::npos)
        return {false, {}, line};
    return {true, node, text::trimmed(line.substr(at + administrator.size()))};
}

bool isHostLabel(std::string_view label)
{
    if (!label.ends_with(':') || label == administrator || label == "Uptime:") // of `show status`
        return false;
    label.remove_suffix(1);
    return !label.empty() && std::ranges::all_of(label, [](char c) {
        return text::isDigit(c) || (text::lower(c) >= 'a' && text::lower(c) <= 'z') || c == '.' || c == '-'
            || c == '_';
    });
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/daemonline.h"

#include <algorithm>

#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// "ntpd[28435]: "
bool takeProcess(std::string_view& rest, DaemonLine& parts)
{
    const std::string_view word = text::takeWord(rest);
    if (!word.ends_with(':'))
        return false;
    parts.process = text::until(word.substr(0, word.size() - 1), "[");
    const auto path = parts.process.rfind('/');
    if (path != std::string_view::npos)
        parts.process.remove_prefix(path + 1);
    return !parts.process.empty();
}

} // namespace

bool DaemonLine::read(std::string_view line, DaemonLine& parts)
{
    parts = {};
    std::string_view rest = text::trimmed(line);
    if (rest.starts_with('<')) // the priority of RFC 3164
        rest.remove_prefix(std::min(rest.find('>'), rest.size() - 1) + 1);
    const auto time = stampAtFront(rest);
    if (!time)
        return false;
    parts.time = *time;
    rest = text::trimmed(rest.substr(static_cast<std::size_t>(time->written.end() - rest.begin())));
    const bool isOwn = text::isDigit(time->written.front()) && time->written[4] != '-';
    if (!isOwn)
        parts.host = text::takeWord(rest);
    if (!takeProcess(rest, parts))
        return false;
    parts.text = text::trimmed(rest);
    return true;
}

} // namespace whittle

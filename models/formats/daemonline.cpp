// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/daemonline.h"

#include <algorithm>

#include "models/formats/text.h"

namespace whittle
{

namespace
{

std::string_view processOf(std::string_view word)
{
    const std::string_view process = text::until(word, "[:");
    return process.substr(process.rfind('/') + 1);
}

/// 28435 of "ntpd[28435]:"
std::optional<std::int64_t> pidOf(std::string_view word)
{
    const auto behind = text::after(word, "[");
    return behind ? text::number(text::until(*behind, "]")) : std::nullopt;
}

/// "ntpd[28435]: ", "jammy ntpd[28435]: ", and what programs put between: "jammy daemon.notice ntpd[28435]:
/// ", "pub local6 5 ntpd[28435]: ". Without a host in a daemon's own file.
bool takeProcess(std::string_view& rest, DaemonLine& parts)
{
    constexpr int mostWords = 4;
    for (int i = 0; i < mostWords; ++i) {
        const std::string_view word = text::takeWord(rest);
        if (word.ends_with(':')) {
            parts.process = processOf(word);
            parts.pid = pidOf(word);
            return !parts.process.empty();
        }
        const bool isPriority =
            word.find('.') != word.npos && i == 0 && text::startsWithNoCase(word, "daemon.");
        if (parts.host.empty() && !isPriority)
            parts.host = word;
    }
    return false;
}

/// RFC 5424 behind its time: "jammy ntpd 28435 - - ", with structured data or without.
bool takeFields(std::string_view& rest, DaemonLine& parts)
{
    parts.host = text::takeWord(rest);
    parts.process = processOf(text::takeWord(rest));
    text::takeWord(rest); // its number
    text::takeWord(rest); // of the message
    rest = text::trimmed(rest);
    if (rest.starts_with('['))
        rest.remove_prefix(std::min(rest.find(']') + 1, rest.size()));
    else
        text::take(rest, "-");
    text::take(rest, " \xEF\xBB\xBF");
    return !parts.process.empty();
}

} // namespace

bool DaemonLine::read(std::string_view line, DaemonLine& parts)
{
    parts = {};
    std::string_view rest = text::trimmed(line);
    if (rest.starts_with('<')) // the priority of RFC 3164
        rest.remove_prefix(std::min(rest.find('>'), rest.size() - 1) + 1);
    const bool isVersion1 = rest.starts_with("1 ") && isoStamp(rest.substr(2)); // RFC 5424
    if (isVersion1)
        text::take(rest, "1 ");
    const auto time = stampAtFront(rest);
    if (!time)
        return false;
    parts.time = *time;
    rest = text::trimmed({time->written.end(), rest.end()});
    if (!(isVersion1 ? takeFields(rest, parts) : takeProcess(rest, parts)))
        return false;
    parts.text = text::trimmed(rest);
    return true;
}

} // namespace whittle

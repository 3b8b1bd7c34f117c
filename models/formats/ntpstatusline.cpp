// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/ntpstatusline.h"

#include "models/base/time.h"
#include "models/formats/stamp.h"
#include "models/formats/terminalprompt.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// Sun Feb 8 14:38:36 UTC 2009, Sun 08 Feb 2009 02:38:36 PM UTC; in s since 1970, as written.
std::optional<std::int64_t> dateCommandTime(std::string_view text)
{
    auto stamp = stampAtFront(text);
    if (!stamp)
        return {};
    if (!stamp->year) { // behind a zone of other letters
        std::string_view rest{stamp->written.end(), text.end()};
        text::takeWord(rest);
        if (const auto year = text::number(text::takeWord(rest)); year && *year <= 9999)
            stamp->year = static_cast<int>(*year);
    }
    return stamp->year && stamp->isValid() ? std::optional(stamp->ns() / nsPerSecond) : std::nullopt;
}

/// Current time in America/Chicago is : Sun Feb 8 08:38:36 CST 2009
void readTime(std::string_view line, NtpStatusLine& status)
{
    auto rest = text::after(line, "Current time in ");
    if (!rest)
        return;
    status.zone = text::takeWord(*rest);
    const auto colon = rest->find(':');
    if (text::trimmed(rest->substr(0, colon)) == "is" && colon != std::string_view::npos)
        status.time = dateCommandTime(rest->substr(colon + 1));
    status.badTime = !status.time;
}

/// ntpd (pid 3638) is running...
/// ntpd is not running
/// ntpd dead but pid file exists
void readDaemon(std::string_view line, NtpStatusLine& status)
{
    if (const auto answer = text::after(line, "utils ntp status")) // joined with the command by a copy
        line = text::trimmed(*answer);
    if (!text::take(line, "ntpd "))
        return;
    if (line.starts_with("is not running") || line.starts_with("is stopped") || line.starts_with("dead")) {
        status.running = false;
    } else if (text::take(line, "(pid")) {
        text::take(line, "s");
        line = text::trimmed(line);
        status.pid = text::takeNumber(line);
        if (status.pid)
            status.running = text::after(line, ") is running").has_value();
    }
}

/// synchronised to NTP server (171.68.10.80) at stratum 3
/// synchronised to local net at stratum 11
void readSynchronised(std::string_view line, NtpStatusLine& status)
{
    if (line.starts_with("unsynchronised") || line.starts_with("unsynchronized")) {
        status.synchronised = false;
        return;
    }
    if (!text::take(line, "synchronised to ") && !text::take(line, "synchronized to "))
        return;
    status.synchronised = true;
    const std::string_view reference = line.substr(0, line.find(" at stratum"));
    status.reference = text::trimmed(text::until(reference, "("));
    if (const auto server = text::after(reference, "("))
        status.server = text::trimmed(text::until(*server, ")"));
    if (auto stratum = text::after(line, "at stratum "))
        status.stratum = text::takeNumber(*stratum);
}

std::optional<std::int64_t> numberAfter(std::string_view line, std::string_view words)
{
    auto rest = text::after(line, words);
    return rest ? text::takeNumber(*rest) : std::nullopt;
}

///      remote           refid      st t when poll reach   delay   offset  jitter
bool isHeader(std::string_view line)
{
    return text::takeWord(line) == "remote" && text::takeWord(line) == "refid"
        && text::takeWord(line) == "st";
}

bool isRule(std::string_view line)
{
    return line.size() >= 10 && line.find_first_not_of('=') == std::string_view::npos;
}

void readPrompt(std::string_view line, NtpStatusLine& status)
{
    const TerminalPrompt prompt = TerminalPrompt::read(line);
    status.prompt = prompt.isPrompt;
    status.node = prompt.node;
    status.serverList = prompt.command.starts_with("utils ntp server list");
    status.command = status.serverList || text::after(line, "utils ntp status").has_value()
        || (prompt.isPrompt && prompt.command.starts_with("ntpq"));
}

} // namespace

NtpStatusLine NtpStatusLine::read(std::string_view line)
{
    line = text::trimmed(line);
    NtpStatusLine status;
    readPrompt(line, status);
    status.header = isHeader(line);
    status.rule = isRule(line);
    status.restarting =
        line.starts_with("time server re-starting") || line.starts_with("time server restarting");
    status.withinMs = numberAfter(line, "time correct to within ");
    status.pollSeconds = numberAfter(line, "polling server every ");
    readDaemon(line, status);
    readSynchronised(line, status);
    readTime(line, status);
    return status;
}

bool NtpStatusLine::isState() const
{
    return running || synchronised || withinMs || pollSeconds || restarting;
}

bool NtpStatusLine::isAnything() const
{
    return prompt || command || header || rule || isState() || time || badTime;
}

} // namespace whittle

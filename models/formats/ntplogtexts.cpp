// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/ntplogtexts.h"

#include <algorithm>
#include <array>

#include "models/formats/text.h"
#include "models/formats/textpattern.h"

namespace whittle
{

namespace
{

struct LogText {
    TextPattern pattern;
    std::string_view what;
};

/// ntpd 4.1 to 4.2.8, ntpdate and OpenNTPD; captures become fields.
constexpr std::array texts{
    LogText{TextPattern("synchronized to {server}, stratum={stratum} "), "synchronised"},
    LogText{TextPattern("synchronized to {server}, stratum {stratum} "), "synchronised"},
    LogText{TextPattern("synchronised to {server}, stratum {stratum} "), "synchronised"},
    LogText{TextPattern("clock is now synced"), "synchronised"},
    LogText{TextPattern("clock is now unsynced"), "lost"},
    LogText{TextPattern("synchronisation lost"), "lost"},
    LogText{TextPattern("synchronization lost"), "lost"},
    LogText{TextPattern("no servers reachable"), "unreachable"},
    LogText{TextPattern("no server suitable for synchronization found"), "unreachable"},
    LogText{TextPattern("time reset (step) {offset-s} s"), "step"},
    LogText{TextPattern("time reset {offset-s} s"), "step"},
    LogText{TextPattern("time stepped by {offset-s} "), "step"},
    LogText{TextPattern("step time server {server} offset {offset-s} "), "step"},
    LogText{TextPattern("time slew {offset-s} s"), "slew"},
    LogText{TextPattern("time slewed by {offset-s} "), "slew"},
    LogText{TextPattern("adjust time server {server} offset {offset-s} "), "slew"},
    LogText{TextPattern("time correction of {offset-s} seconds exceeds sanity limit"), "panic"},
    LogText{TextPattern("frequency initialized {ppm} PPM"), "frequency"},
    LogText{TextPattern("frequency error {ppm} PPM exceeds tolerance"), "frequency"},
    LogText{TextPattern("kernel time sync status {status} "), "kernel"},
    LogText{TextPattern("kernel time sync enabled[ {status}]"), "kernel"},
    LogText{TextPattern("kernel time sync disabled[ {status}]"), "kernel"},
    LogText{TextPattern("kernel reports TIME_ERROR: {status}:"), "kernel-error"},
    LogText{TextPattern("precision = {precision-us} usec"), "precision"},
    LogText{TextPattern("host name not found: {server} "), "name-not-found"},
    LogText{TextPattern("couldn't resolve `{server}'"), "name-not-found"},
    LogText{TextPattern("ntpd exiting on signal {signal} "), "exit"},
    LogText{TextPattern("exiting on signal {signal} "), "exit"},
    LogText{TextPattern("Terminating"), "exit"},
    LogText{TextPattern("ntpd {version} "), "start"},
};

struct EventName {
    std::string_view name;
    std::string_view what;
};

/// The names of system and peer events in ntpd 4.2.6 and later ("Event Messages and Status Words" of its
/// documentation).
constexpr std::array eventNames{
    EventName{"sys_peer", "synchronised"}, EventName{"clock_sync", "clock-sync"},
    EventName{"restart", "restart"},       EventName{"no_system_peer", "lost"},
    EventName{"no_sys_peer", "lost"},      EventName{"unreachable", "unreachable"},
    EventName{"reachable", "reachable"},   EventName{"spike_detect", "spike"},
    EventName{"popcorn", "spike"},         EventName{"clock_step", "step"},
    EventName{"panic_stop", "panic"},      EventName{"freq_not_set", "frequency"},
    EventName{"freq_set", "frequency"},    EventName{"freq_mode", "frequency"},
    EventName{"stepout", "step-out"},      EventName{"kern", "kernel"},
    EventName{"rate_exceeded", "kiss"},    EventName{"access_denied", "kiss"},
    EventName{"bad_auth", "bad-auth"},     EventName{"mobilize", "mobilise"},
    EventName{"demobilize", "demobilise"}, EventName{"leap_armed", "leap"},
    EventName{"leap_disarmed", "leap"},    EventName{"leap_event", "leap"},
};

bool isHex(std::string_view word, std::size_t size)
{
    constexpr std::string_view digits = "0123456789abcdefABCDEF";
    return word.size() == size && word.find_first_not_of(digits) == std::string_view::npos;
}

/// 192.0.2.12 961a 8a sys_peer
/// 0.0.0.0 c61c 0c clock_step +32.316775 s
bool readEvent(std::string_view text, FieldWriter& fields, std::string_view& server)
{
    const std::string_view who = text::takeWord(text);
    const std::string_view status = text::takeWord(text);
    const std::string_view code = text::takeWord(text);
    const std::string_view name = text::takeWord(text);
    const auto known = std::ranges::find(eventNames, name, &EventName::name);
    if (!isHex(status, 4) || !isHex(code, 2) || known == eventNames.end())
        return false;
    fields.add("what", known->what);
    const bool isSystem = who == "0.0.0.0" || who == "::";
    if (!isSystem) {
        server = who;
        fields.add("server", who);
    }
    const bool hasOffset = known->what == "step" || known->what == "panic" || known->what == "spike";
    if (const std::string_view value = text::takeWord(text); hasOffset && !value.empty())
        fields.add("offset-s", value);
    fields.add("status", status);
    return true;
}

/// "proto: precision = …", "CLOCK: time stepped by …": the part of ntpd 4.2.7 and later that speaks.
std::string_view withoutPart(std::string_view text)
{
    for (const std::string_view part :
         {"proto: ", "CLOCK: ", "clock: ", "INIT: ", "PROTO: ", "LOOPFILTER: "}) {
        if (text::take(text, part))
            return text::trimmed(text);
    }
    return text;
}

bool readText(std::string_view text, FieldWriter& fields, std::string_view& server)
{
    TextPattern::Match match;
    const auto known = std::ranges::find_if(
        texts, [&](const LogText& candidate) { return candidate.pattern.match(text, match); });
    const bool isVersion =
        match.count > 0 && !match.captures[0].value.empty() && text::isDigit(match.captures[0].value.front());
    if (known == texts.end() || (known->what == "start" && !isVersion))
        return false;
    fields.add("what", known->what);
    for (std::size_t i = 0; i < match.count; ++i) {
        const auto& [name, value] = match.captures[i];
        if (value.empty())
            continue;
        if (name == "server")
            server = value;
        fields.add(name, value);
    }
    return true;
}

bool readKiss(std::string_view text, FieldWriter& fields)
{
    if (text::findNoCase(text, "kiss") == text.npos && text.find("KoD") == text.npos)
        return false;
    fields.add("what", "kiss");
    return true;
}

} // namespace

bool readNtpLogText(std::string_view text, FieldWriter& fields, std::string_view& server)
{
    const std::string_view said = withoutPart(text);
    if (!readText(said, fields, server) && !readEvent(said, fields, server) && !readKiss(said, fields))
        return false;
    fields.add("text", text);
    return true;
}

} // namespace whittle

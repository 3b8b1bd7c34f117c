// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/consoleline.h"

#include <algorithm>
#include <array>

#include "models/formats/monthname.h"
#include "models/formats/stamp.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

struct Module {
    std::string_view name; ///< as written
    std::string_view topic; ///< empty: a process that writes about many things
};

constexpr std::array modules{
    Module{"DHCP", "DHCP"},     Module{"dhcpc", "DHCP"}, Module{"TFTP", "TFTP"}, Module{"tftpClient", "TFTP"},
    Module{"tftp", "TFTP"},     Module{"SCCP", "SCCP"},  Module{"SIP", "SIP"},   Module{"SIP_REG", "SIP"},
    Module{"SIP_STATE", "SIP"}, Module{"SIPCC", ""},     Module{"JAVA", ""},     Module{"kernel", "kernel"},
    Module{"OS79XX", "kernel"}, Module{"PoE", "PoE"},    Module{"CDP", "CDP"},   Module{"cdp", "CDP"},
    Module{"LLDP", "CDP"},      Module{"NTP", "NTP"},
};

bool isLevel(std::string_view word)
{
    return word.size() == 3 && std::ranges::all_of(word, isUpperCase);
}

/// The end is left alone: it may be that of a piece of a cut message.
std::string_view withoutBlanksBefore(std::string_view text)
{
    return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
}

bool isModule(std::string_view word)
{
    constexpr std::string_view others = "_.+-";
    return !word.empty() && std::ranges::all_of(word, [&](char c) {
        return text::isDigit(c) || (text::lower(c) >= 'a' && text::lower(c) <= 'z')
            || others.find(c) != others.npos;
    });
}

/// "[07]:Requesting …" → "Requesting …": the TFTP client puts the number of its session in front.
std::string_view withoutSession(std::string_view text)
{
    if (!text.starts_with('['))
        return text;
    const auto end = text.find("]:");
    return end == std::string_view::npos ? text : text::trimmed(text.substr(end + 2));
}

const Module* moduleAtFront(std::string_view text, std::size_t& length)
{
    length = text.find_first_of("-:");
    if (length == std::string_view::npos)
        return nullptr;
    const std::string_view name = text::trimmed(text.substr(0, length));
    const auto found = std::ranges::find(modules, name, &Module::name);
    return found == modules.end() ? nullptr : &*found;
}

/// "dhcpc-DHCP: Sending …", "DHCP-dhcpSendReq(): Sending …", "JAVA-SIPCC-SIP_REG-Registering …"
void readModules(ConsoleLine& row)
{
    std::string_view rest = row.body;
    std::size_t length = 0;
    while (const Module* module = moduleAtFront(rest, length)) {
        if (!module->topic.empty())
            row.topic = module->topic;
        rest = text::trimmed(rest.substr(length + 1));
    }
    constexpr std::string_view call = "():";
    const auto function = rest.find(call);
    if (function != std::string_view::npos && isModule(rest.substr(0, function)))
        rest = text::trimmed(rest.substr(function + call.size()));
    row.text = withoutSession(rest);
}

/// "Mar 09 "; false when it is none.
bool takeMonthDay(std::string_view& rest, ConsoleLine& row)
{
    std::string_view line = rest;
    row.month = monthNumber(text::takeWord(line));
    const auto day = text::number(text::takeWord(line));
    if (row.month == 0 || !day)
        return false;
    row.day = isMonthDay(row.month, *day) ? static_cast<int>(*day) : 0;
    rest = withoutBlanksBefore(line);
    return true;
}

/// "18:32:45.420295 ", with what stands before it since `begin`.
bool takeClock(std::string_view& rest, std::string_view begin, ConsoleLine& row)
{
    const ClockText time = ClockText::read(rest, 3);
    if (time.length == 0 || rest.size() <= time.length || rest[time.length] != ' ')
        return false;
    row.clock = begin.substr(0, static_cast<std::size_t>(rest.data() - begin.data()) + time.length);
    row.nsOfDay = row.month != 0 && row.day == 0 ? -1 : time.ns;
    row.decimals = time.decimals;
    rest.remove_prefix(time.length + 1);
    return true;
}

/// "(618:927) ", "(349-349) "
void takeThread(std::string_view& rest, ConsoleLine& row)
{
    const auto end = rest.find(") ");
    if (!rest.starts_with('(') || end == std::string_view::npos)
        return;
    const std::string_view thread = rest.substr(1, end - 1);
    if (thread.find_first_not_of("0123456789:-") != std::string_view::npos)
        return;
    row.thread = thread;
    rest.remove_prefix(end + 2);
}

bool readPhone(std::string_view line, ConsoleLine& row)
{
    std::string_view rest = line;
    text::take(rest, "... "); // where an excerpt left rows out
    if (!rest.empty() && text::isDigit(rest.front()))
        text::takeWord(rest);
    row.level = text::takeWord(rest);
    rest = withoutBlanksBefore(rest);
    const std::string_view date = rest;
    if (!isLevel(row.level))
        return false;
    const bool dated = !rest.empty() && isUpperCase(rest.front());
    if ((dated && !takeMonthDay(rest, row)) || !takeClock(rest, date, row))
        return false;
    takeThread(rest, row);
    row.body = rest;
    readModules(row);
    const std::string_view module = text::until(rest, ":");
    return dated ? !text::trimmed(rest).empty() : isModule(module) && module.size() < rest.size();
}

/// "2020-03-30 13:03:19,325": the clock's length, 0 when it is none.
std::size_t jabberClock(std::string_view line, ConsoleLine& row)
{
    const auto stamp = isoStamp(line);
    if (!stamp || stamp->decimals == 0)
        return 0;
    row.year = stamp->year.value_or(0);
    row.month = stamp->month;
    row.day = stamp->day;
    row.nsOfDay = stamp->isValid() ? stamp->nsOfDay : -1;
    row.decimals = stamp->decimals;
    row.clock = stamp->written;
    return stamp->written.size();
}

/// 2020-03-30 13:03:19,325 DEBUG [0x00000e2c] [\sipcc\a.c(1041)] [csf.sip-call-control] [name] - text
bool readJabber(std::string_view line, ConsoleLine& row)
{
    const std::size_t length = jabberClock(line, row);
    if (length == 0)
        return false;
    std::string_view rest = line.substr(length);
    row.level = text::takeWord(rest);
    rest = text::trimmed(rest);
    if (!rest.starts_with("[0x"))
        return false;
    row.thread = text::until(rest.substr(1), "]");
    const auto end = rest.find("] - ");
    row.body = end == std::string_view::npos ? rest : rest.substr(end + 4);
    row.text = row.body;
    if (rest.find("[csf.sip-call-control]") != std::string_view::npos) {
        row.topic = "SIP";
        readModules(row);
    }
    return true;
}

} // namespace

bool ConsoleLine::read(std::string_view line, ConsoleLine& row)
{
    row = {};
    line = withoutBlanksBefore(line);
    if (line.size() > 4 && line[4] == '-')
        return readJabber(line, row);
    return readPhone(line, row);
}

} // namespace whittle

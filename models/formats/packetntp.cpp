// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>

#include "models/formats/packetpayload.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

struct Mode {
    std::string_view name; ///< of tcpdump 3 and 4, without blanks
    std::string_view kind;
    int number;
};

constexpr std::array modes{
    Mode{"client", "ntp.client", 3},
    Mode{"server", "ntp.server", 4},
    Mode{"sym_act", "ntp.symmetric-active", 1},
    Mode{"sym_pas", "ntp.symmetric-passive", 2},
    Mode{"bcast", "ntp.broadcast", 5},
    Mode{"symmetric active", "ntp.symmetric-active", 1},
    Mode{"symmetric passive", "ntp.symmetric-passive", 2},
    Mode{"broadcast", "ntp.broadcast", 5},
    Mode{"control message", "ntp.control", 6},
    Mode{"res1", "ntp.control", 6},
    Mode{"reserved", "ntp.private", 7},
    Mode{"res2", "ntp.private", 7},
};

/// "v4 client strat…", "NTPv4 , Client, length 48": the version, with the mode left in `rest`; -1 for others.
int takeVersion(std::string_view& rest)
{
    text::take(rest, "NTP");
    if (rest.size() < 3 || rest[0] != 'v' || !text::isDigit(rest[1]) || text::isDigit(rest[2]))
        return -1;
    const int version = rest[1] - '0';
    rest.remove_prefix(2);
    rest.remove_prefix(std::min(rest.find_first_not_of(" ,"), rest.size()));
    return version;
}

std::optional<std::int64_t> numberBehind(std::string_view payload, std::string_view word)
{
    auto rest = text::after(payload, word);
    if (!rest)
        return {};
    const bool negative = text::take(*rest, "-");
    const auto number = text::takeNumber(*rest);
    if (!number)
        return {};
    return negative ? -*number : *number;
}

void addNumber(FieldWriter& fields, std::string_view key, std::string_view payload, std::string_view old,
               std::string_view later)
{
    auto number = numberBehind(payload, old);
    if (!number)
        number = numberBehind(payload, later);
    if (number)
        fields.addNumber(key, *number);
}

/// "0x83bc03df", as tcpdump 4.99 prints it, in the form of an address.
std::string asAddress(std::string_view id)
{
    std::uint32_t value = 0;
    const auto [end, failure] = std::from_chars(id.data() + 2, id.data() + id.size(), value, 16);
    if (failure != std::errc{} || end != id.data() + id.size())
        return std::string(id);
    const auto byte = [&](int shift) { return static_cast<std::uint8_t>(value >> shift); };
    return toText(IpAddress::v4(byte(24), byte(16), byte(8), byte(0)));
}

/// "Reference-ID: 10.1.1.1", "0x0a010101", "(unspec)"; of strata 0 and 1 four letters.
void addReference(FieldWriter& fields, std::string_view payload)
{
    const auto rest = text::after(payload, "Reference-ID: ");
    if (!rest)
        return;
    const std::string_view id = text::until(*rest, " \n");
    if (id.starts_with("0x"))
        fields.add("refid", asAddress(id));
    else if (!id.empty() && !id.starts_with('('))
        fields.add("refid", id);
    else if (id.starts_with("(unspec"))
        fields.add("refid", "0.0.0.0");
}

/// "Leap indicator: clock unsynchronized (192), …": the number is that of the whole byte.
void addLeap(FieldWriter& fields, std::string_view payload)
{
    auto rest = text::after(payload, "Leap indicator: ");
    if (!rest)
        return;
    rest = text::after(*rest, "(");
    if (const auto bits = rest ? text::takeNumber(*rest) : std::nullopt; bits && *bits < 256)
        fields.addNumber("leap", *bits >> 6);
}

void addSeconds(FieldWriter& fields, std::string_view key, std::string_view payload, std::string_view words)
{
    const auto rest = text::after(payload, words);
    const std::string_view value = rest ? text::until(*rest, ", \n") : std::string_view{};
    if (!value.empty() && value.find_first_not_of("0123456789.") == std::string_view::npos)
        fields.add(key, value);
}

/// "Transmit Timestamp:   3645853457.250000000 (2015-…)" in 32.32 s since 1900, to the nearest nanosecond.
void addTimeStamp(FieldWriter& fields, std::string_view key, std::string_view payload, std::string_view words)
{
    auto rest = text::after(payload, words);
    if (!rest)
        return;
    std::string_view text = text::trimmed(text::until(*rest, "(\n"));
    const auto seconds = text::takeNumber(text);
    constexpr std::int64_t maxSeconds = 0xFFFFFFFF;
    if (!seconds || *seconds > maxSeconds || !text::take(text, ".") || text.size() != 9)
        return;
    const auto nanoseconds = text::number(text);
    if (!nanoseconds)
        return;
    constexpr std::uint64_t second = 1'000'000'000;
    const std::uint64_t fraction = ((static_cast<std::uint64_t>(*nanoseconds) << 32) + second / 2) / second;
    fields.addHex(key, (static_cast<std::uint64_t>(*seconds) << 32) + fraction, 16);
}

} // namespace

PacketMeaning readNtpText(std::string_view payload, FieldWriter& fields)
{
    std::string_view rest = payload;
    const int version = takeVersion(rest);
    const auto mode = std::ranges::find_if(
        modes, [&](const Mode& known) { return text::startsWithNoCase(rest, known.name); });
    if (version < 0 || mode == modes.end())
        return {};
    fields.addNumber("version", version);
    fields.addNumber("mode", mode->number);
    addNumber(fields, "stratum", payload, " strat ", "Stratum ");
    addReference(fields, payload);
    addNumber(fields, "poll", payload, " poll ", "poll ");
    addLeap(fields, payload);
    addNumber(fields, "precision", payload, " prec ", "precision ");
    addSeconds(fields, "root-delay-s", payload, "Root Delay: ");
    addSeconds(fields, "root-dispersion-s", payload, "Root dispersion: ");
    addTimeStamp(fields, "reference", payload, "Reference Timestamp:");
    addTimeStamp(fields, "originate", payload, "Originator Timestamp:");
    addTimeStamp(fields, "receive", payload, "  Receive Timestamp:");
    addTimeStamp(fields, "transmit", payload, "  Transmit Timestamp:");
    return {std::string(mode->kind), {}};
}

} // namespace whittle

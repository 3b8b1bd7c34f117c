// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/ntppeer.h"

#include <algorithm>
#include <array>

#include "models/formats/text.h"

namespace whittle
{

namespace
{

constexpr std::string_view tallies = "*o+#-x.";
/// st t when poll reach delay offset jitter: these are left when a copy has lost the addresses.
constexpr std::size_t fixedColumns = 8;
constexpr std::size_t maxColumns = fixedColumns + 3; // a mark that stands by itself, remote, refid

struct Words {
    std::array<std::string_view, maxColumns> words;
    std::size_t count = 0;
};

/// False when there are too few or too many words for a row.
bool split(std::string_view line, Words& words)
{
    for (auto word = text::takeWord(line); !word.empty(); word = text::takeWord(line)) {
        if (words.count == maxColumns)
            return false;
        words.words[words.count++] = word;
    }
    return words.count >= fixedColumns;
}

/// "921", and in long-running tables "17m", "36h", "2d".
std::optional<std::int64_t> seconds(std::string_view word)
{
    const auto value = text::takeNumber(word);
    if (!value || word.size() > 1 || *value > 1'000'000'000)
        return {};
    const char unit = word.empty() ? 's' : word.front();
    switch (unit) {
    case 's':
        return *value;
    case 'm':
        return *value * 60;
    case 'h':
        return *value * 3600;
    case 'd':
        return *value * 86'400;
    default:
        return {};
    }
}

bool isDecimal(std::string_view word)
{
    if (word.starts_with('-') || word.starts_with('+'))
        word.remove_prefix(1);
    const auto dots = std::ranges::count(word, '.');
    return dots <= 1 && word.size() > static_cast<std::size_t>(dots)
        && std::ranges::all_of(word, [](char c) { return text::isDigit(c) || c == '.'; });
}

bool isOctal(std::string_view word)
{
    return !word.empty() && word.size() <= 3
        && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '7'; });
}

/// 2 u  106  128  377    0.471  160.769 100.476
bool readFixed(const std::string_view* words, NtpPeer& peer)
{
    constexpr std::string_view types = "lumbpsA-";
    const auto stratum = text::number(words[0]);
    const auto poll = seconds(words[3]);
    const bool never = words[2] == "-";
    peer.whenSeconds = never ? std::nullopt : seconds(words[2]);
    if (!stratum || *stratum > 16 || words[1].size() != 1
        || types.find(words[1].front()) == std::string_view::npos)
        return false;
    if ((!never && !peer.whenSeconds) || !poll || !isOctal(words[4]))
        return false;
    if (!isDecimal(words[5]) || !isDecimal(words[6]) || !isDecimal(words[7]))
        return false;
    peer.stratum = *stratum;
    peer.type = words[1].front();
    peer.pollSeconds = *poll;
    peer.reach = words[4];
    peer.delay = words[5];
    peer.offset = words[6];
    peer.jitter = words[7];
    return true;
}

/// Takes the mark off the front of the name. 'x' and 'o' begin names, too: outside of columns they are marks
/// only before a digit.
void takeTally(std::string_view& remote, bool columns, NtpPeer& peer)
{
    if (remote.empty() || tallies.find(remote.front()) == std::string_view::npos)
        return;
    const bool isCode = remote.size() > 2 && remote.front() == '.' && remote.back() == '.'; // ".GPS."
    const bool letter = remote.front() == 'x' || remote.front() == 'o';
    if (isCode || (letter && !columns && remote.size() > 1 && !text::isDigit(remote[1])))
        return;
    peer.tally = remote.front();
    remote.remove_prefix(1);
}

/// The words before the eight: "*10.4.1.31 172.20.47.190", "* 10.4.1.31 172.20.47.190", "*", or nothing.
bool readNames(const Words& words, bool markColumn, bool columns, NtpPeer& peer)
{
    std::array<std::string_view, 3> names{};
    const std::size_t count = words.count - fixedColumns;
    std::copy_n(words.words.begin(), count, names.begin());
    if (markColumn)
        takeTally(names[0], columns, peer);
    const bool alone = count > 0 && names[0].empty();
    peer.remote = alone ? names[1] : names[0];
    peer.refid = alone ? names[2] : names[1];
    return count < 3 || alone;
}

} // namespace

std::optional<NtpPeer> NtpPeer::read(std::string_view line, bool columns)
{
    line.remove_prefix(
        std::min(line.find_first_not_of('='), line.size())); // a rule that a copy joined with the first row
    const bool markColumn = !columns || (!line.empty() && !text::isBlank(line.front()));
    Words words;
    NtpPeer peer;
    if (!split(line, words) || !readFixed(words.words.data() + words.count - fixedColumns, peer))
        return {};
    if (!readNames(words, markColumn, columns, peer))
        return {};
    return peer;
}

std::string_view ntpTallyName(char tally)
{
    switch (tally) {
    case '*':
        return "system-peer";
    case 'o':
        return "pps-peer";
    case '+':
        return "candidate";
    case '#':
        return "backup";
    case '-':
        return "outlier";
    case 'x':
        return "falseticker";
    case '.':
        return "culled";
    default:
        return "rejected";
    }
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/utf8.h"

#include <array>

namespace whittle
{

namespace
{

constexpr char32_t replacement = 0xFFFD;

/// 0x80 to 0x9F in Windows-1252 (the other bytes are those of Latin-1).
constexpr std::array<char16_t, 32> windows1252{
    0x20AC,      replacement, 0x201A, 0x0192, 0x201E, 0x2026,      0x2020, 0x2021,
    0x02C6,      0x2030,      0x0160, 0x2039, 0x0152, replacement, 0x017D, replacement,
    replacement, 0x2018,      0x2019, 0x201C, 0x201D, 0x2022,      0x2013, 0x2014,
    0x02DC,      0x2122,      0x0161, 0x203A, 0x0153, replacement, 0x017E, 0x0178};

} // namespace

std::size_t utf8Length(std::string_view text)
{
    const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned lead = at(0);
    const auto tail = [&](std::size_t i) { return at(i) >= 0x80 && at(i) <= 0xBF; };
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return tail(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool second = lead == 0xE0 ? at(1) >= 0xA0 && at(1) <= 0xBF
            : lead == 0xED               ? at(1) >= 0x80 && at(1) <= 0x9F
                                         : tail(1);
        return second && tail(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool second = lead == 0xF0 ? at(1) >= 0x90 && at(1) <= 0xBF
            : lead == 0xF4               ? at(1) >= 0x80 && at(1) <= 0x8F
                                         : tail(1);
        return second && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

void appendUtf8(std::string& out, char32_t character)
{
    if (character > 0x10FFFF || (character >= 0xD800 && character < 0xE000))
        character = replacement;
    const auto tail = [&](unsigned shift) {
        out += static_cast<char>(0x80U | (static_cast<unsigned>(character) >> shift & 0x3FU));
    };
    if (character < 0x80) {
        out += static_cast<char>(character);
    } else if (character < 0x800) {
        out += static_cast<char>(0xC0U | character >> 6);
        tail(0);
    } else if (character < 0x10000) {
        out += static_cast<char>(0xE0U | character >> 12);
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | character >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

void appendUtf8Of(std::string& out, std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t length = utf8Length(bytes);
        const auto byte = static_cast<unsigned char>(bytes.front());
        if (length > 0)
            out.append(bytes.substr(0, length));
        else
            appendUtf8(out, byte < 0xA0 ? windows1252[byte - 0x80U] : byte);
        bytes.remove_prefix(length > 0 ? length : 1);
    }
}

std::string utf8Of(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size());
    appendUtf8Of(out, bytes);
    return out;
}

} // namespace whittle

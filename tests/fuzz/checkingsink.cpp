// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/checkingsink.h"

#include <algorithm>

#include "models/base/fields.h"

namespace whittle::fuzz
{

namespace
{

bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/// "dhcp.nak", "sccp.0x0123"
bool isKind(std::string_view kind)
{
    const std::size_t point = kind.find('.');
    return point != std::string_view::npos && point > 0 && point + 1 < kind.size()
        && std::ranges::all_of(kind.substr(0, point), isWord)
        && std::ranges::all_of(kind.substr(point + 1), isWord);
}

void checkFields(std::string_view fields)
{
    require(isUtf8(fields), "fields are UTF-8", fields);
    require(fields.find_first_of("\t\r\n") == std::string_view::npos, "fields are one line", fields);
    std::string_view rest = fields;
    std::string_view key;
    std::string_view value;
    while (FieldView::next(rest, key, value)) {
        require(!key.empty() && std::ranges::all_of(key, isWord), "a key is a word", fields);
        (void)decodeField(value);
    }
}

/// How many bytes the character takes whose first this is, and the lowest code point that needs as many; 0
/// where none begins so.
std::size_t lengthOf(unsigned char first, unsigned& lowest, unsigned& point)
{
    const std::size_t length = first < 0x80 ? 1
        : first >> 5 == 0x06                ? 2
        : first >> 4 == 0x0E                ? 3
        : first >> 3 == 0x1E                ? 4
                                            : 0;
    constexpr unsigned lowestOf[] = {0, 0, 0x80, 0x800, 0x10000};
    lowest = lowestOf[length];
    point = length <= 1 ? first : first & (0x7FU >> length);
    return length;
}

} // namespace

bool isUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        unsigned lowest = 0;
        unsigned point = 0;
        const std::size_t length = lengthOf(static_cast<unsigned char>(text[at]), lowest, point);
        if (length == 0 || length > text.size() - at)
            return false;
        for (std::size_t i = 1; i < length; ++i) {
            const auto byte = static_cast<unsigned char>(text[at + i]);
            if (byte >> 6 != 2)
                return false;
            point = point << 6 | (byte & 0x3F);
        }
        if (point < lowest || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
            return false;
        at += length;
    }
    return true;
}

void CheckingSink::event(const Event& event)
{
    require(isKind(event.kind), "a kind has a protocol and a name", event.kind);
    require(!m_any || (event.place.unit == m_last.unit && event.place.number >= m_last.number),
            "places never go back", event.kind);
    checkFields(event.fields);
    m_last = event.place;
    m_any = true;
}

void CheckingSink::problem(Problem problem)
{
    require(problem.id.find('.') != std::string::npos, "a problem has an id", problem.id);
}

void CheckingSink::landmark(Landmark landmark)
{
    require(landmark.number > 0, "records count from 1");
}

} // namespace whittle::fuzz

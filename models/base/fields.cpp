// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fields.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "models/base/utf8.h"

namespace whittle
{

namespace
{

constexpr char hexDigits[] = "0123456789ABCDEF";

bool needsEncoding(unsigned char c)
{
    return c < 0x20 || c == 0x7F || c == ';' || c == '%';
}

constexpr std::uint64_t eachByte(std::uint64_t byte)
{
    return byte * 0x0101010101010101ULL;
}

/// Not zero when one of eight bytes, none of which has its top bit set, is `wanted`.
constexpr std::uint64_t hasByte(std::uint64_t word, std::uint64_t wanted)
{
    return ((word ^ eachByte(wanted)) - eachByte(1)) & eachByte(0x80);
}

/// Not zero when one of eight bytes is not plain.
constexpr std::uint64_t otherThanPlain(std::uint64_t word)
{
    const std::uint64_t notAscii = word & eachByte(0x80);
    const std::uint64_t control = (word - eachByte(0x20)) & eachByte(0x80);
    return notAscii | control | hasByte(word, 0x7F) | hasByte(word, ';') | hasByte(word, '%');
}

/// Copies a value of plain characters, as nearly all are, eight at a time; false when it has others.
bool copyPlain(char* to, std::string_view value)
{
    std::uint64_t other = 0;
    std::size_t at = 0;
    for (; at + 8 <= value.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, value.data() + at, sizeof word);
        std::memcpy(to + at, &word, sizeof word);
        other |= otherThanPlain(word);
    }
    std::uint64_t last = eachByte(' ');
    for (; at < value.size(); ++at) {
        to[at] = value[at];
        last = last << 8 | static_cast<unsigned char>(value[at]);
    }
    return (other | otherThanPlain(last)) == 0;
}

std::size_t plainLength(std::string_view value)
{
    std::size_t length = 0;
    while (length < value.size() && static_cast<unsigned char>(value[length]) < 0x80
           && !needsEncoding(static_cast<unsigned char>(value[length])))
        ++length;
    return length;
}

/// At most three characters for each of the value; where they end.
char* writeEncoded(char* to, std::string_view value)
{
    const auto copy = [&](std::size_t count) {
        to = std::copy_n(value.data(), count, to);
        value.remove_prefix(count);
    };
    for (;;) {
        copy(plainLength(value));
        if (value.empty())
            return to;
        const std::size_t length = utf8Length(value);
        const auto lead = static_cast<unsigned char>(value.front());
        if (length == 0 || (length == 1 && needsEncoding(lead))) {
            *to++ = '%';
            *to++ = hexDigits[lead >> 4];
            *to++ = hexDigits[lead & 15];
            value.remove_prefix(1);
        } else {
            copy(length);
        }
    }
}

/// The next ';', or `end`. Fields are short, so that eight bytes at a time beat a call of memchr().
const char* separatorFrom(const char* at, const char* end)
{
    for (; end - at >= 8; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        const std::uint64_t other = word ^ eachByte(';');
        if (((other - eachByte(1)) & ~other & eachByte(0x80)) != 0)
            break;
    }
    while (at != end && *at != ';')
        ++at;
    return at;
}

bool startsWithKey(std::string_view field, std::string_view key)
{
    return field.size() >= key.size() && (field.size() == key.size() || field[key.size()] == '=')
        && (key.empty() || field.front() == key.front()) && field.starts_with(key);
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

} // namespace

/// Where the value goes; there is room for so many bytes.
char* FieldWriter::startField(std::string_view key, std::size_t valueBytes)
{
    const std::size_t needed = m_size + key.size() + 2 + valueBytes;
    if (needed > m_buffer.size())
        m_buffer.resize(std::max<std::size_t>(needed, 2 * m_buffer.size()));
    char* at = m_buffer.data() + m_size;
    if (m_size > 0)
        *at++ = ';';
    at = std::copy(key.begin(), key.end(), at);
    *at++ = '=';
    return at;
}

void FieldWriter::add(std::string_view key, std::string_view value)
{
    char* const at = startField(key, 3 * value.size());
    endAt(copyPlain(at, value) ? at + value.size() : writeEncoded(at, value));
}

void FieldWriter::addNumber(std::string_view key, std::int64_t value)
{
    constexpr std::size_t longest = 20;
    char* const at = startField(key, longest);
    endAt(std::to_chars(at, at + longest, value).ptr);
}

void FieldWriter::addHex(std::string_view key, std::uint64_t value, int digits)
{
    char* at = startField(key, 2 + static_cast<std::size_t>(digits));
    *at++ = '0';
    *at++ = 'x';
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        *at++ = "0123456789abcdef"[value >> shift & 15];
    endAt(at);
}

bool FieldView::next(std::string_view& rest, std::string_view& key, std::string_view& value)
{
    if (rest.empty())
        return false;
    const char* const begin = rest.data();
    const char* const end = begin + rest.size();
    const char* const fieldEnd = separatorFrom(begin, end);
    const char* const keyEnd = std::find(begin, fieldEnd, '=');
    key = {begin, keyEnd};
    value = keyEnd == fieldEnd ? std::string_view{} : std::string_view{keyEnd + 1, fieldEnd};
    rest = fieldEnd == end ? std::string_view{} : std::string_view{fieldEnd + 1, end};
    return true;
}

/// Millions of events are asked for one field each: only where a field begins is the key looked at.
std::optional<std::string_view> FieldView::encoded(std::string_view key) const
{
    const char* at = m_text.data();
    const char* const end = at + m_text.size();
    while (at != end) {
        const char* const fieldEnd = separatorFrom(at, end);
        const std::string_view field{at, fieldEnd};
        if (startsWithKey(field, key))
            return field.substr(std::min(field.size(), key.size() + 1));
        at = fieldEnd == end ? end : fieldEnd + 1;
    }
    return {};
}

std::optional<std::string> FieldView::value(std::string_view key) const
{
    const auto found = encoded(key);
    if (!found)
        return {};
    return decodeField(*found);
}

std::optional<std::int64_t> FieldView::number(std::string_view key) const
{
    const auto found = encoded(key);
    if (!found || found->empty())
        return {};
    const bool hex = found->starts_with("0x");
    const std::string_view digits = hex ? found->substr(2) : *found;
    std::int64_t number = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number, hex ? 16 : 10);
    if (error != std::errc{} || end != digits.data() + digits.size())
        return {};
    return number;
}

std::string decodeField(std::string_view encoded)
{
    if (encoded.find('%') == std::string_view::npos)
        return std::string(encoded);
    std::string out;
    out.reserve(encoded.size());
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        const bool escape = encoded[i] == '%' && i + 2 < encoded.size() && hexValue(encoded[i + 1]) >= 0
            && hexValue(encoded[i + 2]) >= 0;
        if (!escape) {
            out += encoded[i];
            continue;
        }
        out += static_cast<char>(hexValue(encoded[i + 1]) << 4 | hexValue(encoded[i + 2]));
        i += 2;
    }
    return out;
}

} // namespace whittle

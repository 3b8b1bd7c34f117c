// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fields.h"

#include <charconv>

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

/// Without a branch for each character, so that compilers look at many at once.
bool isPlain(std::string_view value)
{
    unsigned other = 0;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        other |=
            unsigned{byte < 0x20} | unsigned{byte >= 0x7F} | unsigned{byte == ';'} | unsigned{byte == '%'};
    }
    return other == 0;
}

std::size_t plainLength(std::string_view value)
{
    std::size_t length = 0;
    while (length < value.size() && static_cast<unsigned char>(value[length]) < 0x80
           && !needsEncoding(static_cast<unsigned char>(value[length])))
        ++length;
    return length;
}

void appendEncoded(std::string& out, std::string_view value)
{
    for (;;) {
        const std::size_t plain = plainLength(value);
        out.append(value.substr(0, plain));
        value.remove_prefix(plain);
        if (value.empty())
            return;
        const std::size_t length = utf8Length(value);
        const auto lead = static_cast<unsigned char>(value.front());
        if (length == 0 || (length == 1 && needsEncoding(lead))) {
            out += '%';
            out += hexDigits[lead >> 4];
            out += hexDigits[lead & 15];
            value.remove_prefix(1);
        } else {
            out.append(value.substr(0, length));
            value.remove_prefix(length);
        }
    }
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

void FieldWriter::startField(std::string_view key)
{
    if (!m_text.empty())
        m_text += ';';
    m_text.append(key);
    m_text += '=';
}

void FieldWriter::add(std::string_view key, std::string_view value)
{
    startField(key);
    if (isPlain(value)) // as nearly all are
        m_text.append(value);
    else
        appendEncoded(m_text, value);
}

void FieldWriter::addNumber(std::string_view key, std::int64_t value)
{
    startField(key);
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    m_text.append(digits, end);
}

void FieldWriter::addHex(std::string_view key, std::uint64_t value, int digits)
{
    startField(key);
    m_text += "0x";
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        m_text += "0123456789abcdef"[value >> shift & 15];
}

bool FieldView::next(std::string_view& rest, std::string_view& key, std::string_view& value)
{
    if (rest.empty())
        return false;
    const auto end = rest.find(';');
    const std::string_view field = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    const auto equals = field.find('=');
    key = field.substr(0, equals);
    value = equals == std::string_view::npos ? std::string_view{} : field.substr(equals + 1);
    return true;
}

std::optional<std::string_view> FieldView::encoded(std::string_view key) const
{
    std::string_view rest = m_text;
    std::string_view name;
    std::string_view value;
    while (next(rest, name, value)) {
        if (name == key)
            return value;
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

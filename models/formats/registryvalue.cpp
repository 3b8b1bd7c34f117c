// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/registryvalue.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "models/base/utf8.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// A text in quotes at the front, with \\ for \ and \" for "; taken off. Empty when its end is missing.
std::optional<std::string> takeQuoted(std::string_view& text)
{
    if (!text.starts_with('"'))
        return {};
    std::string plain;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return plain;
        }
        if (text[i] == '\\' && i + 1 < text.size())
            ++i;
        plain += text[i];
    }
    return {};
}

std::optional<std::uint64_t> hexNumber(std::string_view text, std::size_t maxDigits)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, 16);
    if (text.empty() || text.size() > maxDigits || error != std::errc() || end != text.data() + text.size())
        return {};
    return number;
}

/// "74,00,69" with blanks and the '\' of continued lines between them.
std::optional<std::vector<std::uint8_t>> hexBytes(std::string_view text)
{
    std::vector<std::uint8_t> bytes;
    text = text::trimmed(text);
    while (!text.empty()) {
        const std::string_view item = text::until(text, ",");
        const auto byte = hexNumber(text::trimmed(item), 2);
        if (!byte)
            return {};
        bytes.push_back(static_cast<std::uint8_t>(*byte));
        text.remove_prefix(std::min(text.size(), item.size() + 1));
    }
    return bytes;
}

/// UTF-16, least significant byte first (RFC 2781); half of a pair becomes U+FFFD.
std::string fromUtf16(const std::vector<std::uint8_t>& bytes)
{
    std::string text;
    const auto unit = [&](std::size_t i) {
        return std::uint32_t{bytes[i]} | std::uint32_t{bytes[i + 1]} << 8;
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const std::uint32_t first = unit(i);
        const bool isPair = first >= 0xD800 && first < 0xDC00 && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00
            && unit(i + 2) < 0xE000;
        if (isPair) {
            appendUtf8(text, 0x10000 + ((first - 0xD800) << 10) + (unit(i + 2) - 0xDC00));
            i += 2;
        } else {
            appendUtf8(text, first);
        }
    }
    return text;
}

/// Zero ends a text; between the texts of a multi-sz, and only there, a line ends.
std::string withoutZeros(std::string text, bool isMulti)
{
    while (text.ends_with('\0'))
        text.pop_back();
    if (!isMulti)
        return text.substr(0, text.find('\0'));
    std::ranges::replace(text, '\0', '\n');
    return text;
}

std::string littleEndian(const std::vector<std::uint8_t>& bytes)
{
    std::uint64_t number = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        number = number << 8 | bytes[i];
    return std::to_string(number);
}

std::string hexDigits(const std::vector<std::uint8_t>& bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

/// hex(2): and the like, by the numbers of winnt.h.
constexpr std::array<std::string_view, 12> typeNames{"none",
                                                     "sz",
                                                     "expand-sz",
                                                     "binary",
                                                     "dword",
                                                     "dword-big-endian",
                                                     "link",
                                                     "multi-sz",
                                                     "resource-list",
                                                     "full-resource-descriptor",
                                                     "resource-requirements-list",
                                                     "qword"};

std::string decoded(std::uint64_t type, const std::vector<std::uint8_t>& bytes, bool isUnicode)
{
    const bool isText = type == 1 || type == 2 || type == 7;
    if (isText)
        return withoutZeros(isUnicode ? fromUtf16(bytes) : std::string(bytes.begin(), bytes.end()),
                            type == 7);
    if ((type == 4 && bytes.size() == 4) || (type == 11 && bytes.size() == 8))
        return littleEndian(bytes);
    return hexDigits(bytes);
}

/// dword:0000000a
bool readNumber(std::string_view data, RegistryValue& value)
{
    const auto number = hexNumber(text::trimmed(data), 8);
    value.type = "dword";
    value.value = std::to_string(number.value_or(0));
    return number.has_value();
}

/// hex(7):74,00,69,00,\.
bool readBytes(std::string_view data, bool isUnicode, RegistryValue& value)
{
    std::uint64_t type = 3;
    if (text::take(data, "(")) {
        const std::string_view number = text::until(data, ")");
        const auto known = hexNumber(number, 2);
        data.remove_prefix(std::min(data.size(), number.size() + 1));
        if (!known || *known >= typeNames.size())
            return false;
        type = *known;
    }
    if (!text::take(data, ":"))
        return false;
    const auto bytes = hexBytes(data);
    if (!bytes)
        return false;
    value.type = typeNames[type];
    value.value = decoded(type, *bytes, isUnicode);
    return true;
}

/// "NTP"
bool readText(std::string_view data, RegistryValue& value)
{
    auto plain = takeQuoted(data);
    if (!plain || !text::trimmed(data).empty())
        return false;
    value.type = "sz";
    value.value = std::move(*plain);
    return true;
}

bool readData(std::string_view data, bool isUnicode, RegistryValue& value)
{
    constexpr std::string_view dword = "dword:";
    constexpr std::string_view hex = "hex";
    if (data == "-") {
        value.deletes = true;
        return true;
    }
    if (text::startsWithNoCase(data, dword))
        return readNumber(data.substr(dword.size()), value);
    if (text::startsWithNoCase(data, hex))
        return readBytes(data.substr(hex.size()), isUnicode, value);
    return readText(data, value);
}

} // namespace

std::optional<RegistryValue> RegistryValue::read(std::string_view text, bool isUnicode)
{
    RegistryValue value;
    text = text::trimmed(text);
    if (!text::take(text, "@")) {
        auto name = takeQuoted(text);
        if (!name)
            return {};
        value.name = std::move(*name);
    }
    text = text::trimmed(text);
    if (!text::take(text, "=") || !readData(text::trimmed(text), isUnicode, value))
        return {};
    return value;
}

bool registryValueContinues(std::string_view text)
{
    text = text::trimmed(text);
    if (!text.ends_with('\\'))
        return false;
    if (text::take(text, "@"))
        return text::startsWithNoCase(text::trimmed(text), "=");
    return takeQuoted(text) && text::findNoCase(text, "=hex") != std::string_view::npos;
}

} // namespace whittle

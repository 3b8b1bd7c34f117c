// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace whittle
{

/// The fields of an event in the one form in which they are stored, listed and compared: `key=value`
/// separated by ';', with ';', '%', tab and line ends percent-encoded in the value. Keys are ours (lower
/// case, digits, '-').
///
/// A decoder keeps one FieldWriter and clears it for each event, so that no memory is allocated per record.
class FieldWriter
{
public:
    void clear() { m_size = 0; }
    /// Bytes that are not UTF-8 are kept as percent-encoded bytes, so that any text is stored without loss.
    void add(std::string_view key, std::string_view value);
    void addNumber(std::string_view key, std::int64_t value);
    /// `0x` and `digits` hexadecimal digits, lower case.
    void addHex(std::string_view key, std::uint64_t value, int digits);

    /// Valid until the next call of a non-const member.
    std::string_view text() const { return std::string_view(m_buffer).substr(0, m_size); }

private:
    char* startField(std::string_view key, std::size_t valueBytes);
    void endAt(const char* end) { m_size = static_cast<std::size_t>(end - m_buffer.data()); }

    std::string m_buffer; ///< only grows; the text is its front
    std::size_t m_size = 0;
};

/// Reads what FieldWriter wrote. Borrows the text.
class FieldView
{
public:
    explicit FieldView(std::string_view text)
        : m_text(text)
    {
    }

    /// The first value of that key, decoded; empty when it is absent.
    std::optional<std::string> value(std::string_view key) const;
    /// The same as it is stored.
    std::optional<std::string_view> encoded(std::string_view key) const;
    /// The value as a decimal number, or hexadecimal after 0x; empty when absent or no number.
    std::optional<std::int64_t> number(std::string_view key) const;

    /// Takes the next field off the front; false when none is left. `value` is still encoded.
    static bool next(std::string_view& rest, std::string_view& key, std::string_view& value);

private:
    std::string_view m_text;
};

/// Undoes the percent-encoding of a field's value; a '%' without two hexadecimal digits stands for itself.
std::string decodeField(std::string_view encoded);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace whittle
{

/// Length of the UTF-8 sequence at the front of `text` (Unicode 15, table 3-7), 0 when it is none.
std::size_t utf8Length(std::string_view text);
bool isUtf8(std::string_view text);

/// Appends a character; one that is none (a surrogate, above U+10FFFF) as U+FFFD.
void appendUtf8(std::string& out, char32_t character);

/// Text as UTF-8: what is UTF-8 stays, any other byte is taken for Windows-1252, as Windows writes it in
/// western countries. The five bytes that Windows-1252 leaves open become U+FFFD.
std::string utf8Of(std::string_view bytes);
/// The same, behind what is in `out` already.
void appendUtf8Of(std::string& out, std::string_view bytes);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace samplecase
{

/// Zero-filled to width digits. Numbers are never negative here.
std::string padded(std::int64_t number, int width);
/// Filled with blanks on the left.
std::string aligned(std::string_view text, int width);
/// Lower-case hexadecimal without leading zeros.
std::string hex(std::uint32_t number);
/// Signed thousandths as a decimal number: -3252 is -3.252.
std::string thousandths(std::int64_t number);

} // namespace samplecase

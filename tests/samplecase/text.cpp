// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/text.h"

namespace samplecase
{

std::string padded(std::int64_t number, int width)
{
    const auto digits = std::to_string(number);
    const auto missing = width - int(digits.size());
    return std::string(missing > 0 ? std::size_t(missing) : 0, '0') + digits;
}

std::string aligned(std::string_view text, int width)
{
    const auto missing = width - int(text.size());
    return std::string(missing > 0 ? std::size_t(missing) : 0, ' ') + std::string(text);
}

std::string hex(std::uint32_t number)
{
    std::string text;
    do {
        text.insert(text.begin(), "0123456789abcdef"[number % 16]);
        number /= 16;
    } while (number > 0);
    return text;
}

std::string thousandths(std::int64_t number)
{
    const std::int64_t size = number < 0 ? -number : number;
    std::string text = number < 0 ? "-" : "";
    text += std::to_string(size / 1000);
    return text + '.' + padded(size % 1000, 3);
}

} // namespace samplecase

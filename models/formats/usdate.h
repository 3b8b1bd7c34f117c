// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace whittle
{

/// "01/18/2012": month, day and year, as Cisco's and Microsoft's logs write them.
constexpr std::size_t usDateLength = 10;

/// Whether the front of `text` has the shape of such a date; it may still be no day.
bool isUsDateShaped(std::string_view text);

/// The midnight that begins the day, in ns since 1970-01-01; empty when there is no such day, and for years
/// that no log is from (before 1990, after 2200). `text` must have the shape.
std::optional<std::int64_t> usDate(std::string_view text);

} // namespace whittle

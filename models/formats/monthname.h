// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace whittle
{

/// "Feb" → 2, "February", "févr." and "ian" (Romanian) alike: logs have the months of the writer's locale.
/// ASCII letters of either case; 0 for anything else.
int monthNumber(std::string_view name);

/// Whether some year has that day: 29 February is one, 31 April is not.
bool isMonthDay(int month, std::int64_t day);

} // namespace whittle

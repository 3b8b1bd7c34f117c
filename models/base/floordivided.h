// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace whittle
{

/// Rounds towards negative infinity, so that times before 1970 fall into their own days and bins. `by` > 0.
constexpr std::int64_t floorDivided(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

} // namespace whittle

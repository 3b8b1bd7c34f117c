// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace whittle
{

/// Row id in table `source`: one evidence file of a case.
enum class SourceId : std::int64_t {};

template <typename Id>
constexpr std::int64_t raw(Id id)
{
    return static_cast<std::int64_t>(id);
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include <QString>

namespace whittle
{

/// A difference between two clocks as people write it, in nanoseconds: "+1:02:03.5" (hours, minutes,
/// seconds),
/// "-41.2" or "41.2 s" (seconds), "2 d 1:02:03". A comma may stand for the point, and any kind of minus for
/// the minus. Empty: it is none of these, or longer than 200 years.
std::optional<std::int64_t> clockDifference(const QString& text);

/// "+1:02:03.5": the inverse; what is below a microsecond is rounded.
QString clockDifferenceText(std::int64_t ns);

} // namespace whittle

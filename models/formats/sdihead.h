// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace whittle
{

/// The front of an SDI record, up to the bar: "07/21/2006 13:15:39.763 CCM|", or without the date in
/// CallManager 3.x.
struct SdiHead {
    enum class Kind : std::uint8_t {
        None, ///< not the front of a record: the line continues the one before
        Dated,
        TimeOnly,
        BadTime, ///< the shape is right, the date or time cannot be one
    };

    Kind kind = Kind::None;
    std::int64_t ns = 0; ///< since 1970-01-01 00:00 (Dated) or since midnight (TimeOnly)
    std::size_t clockLength = 0; ///< characters of date and time
    std::string_view service; ///< "CCM"
    std::string_view body; ///< all that follows the bar
};

/// Reads the heads of one trace. Thousands of lines have the same date, so the last one is remembered.
class SdiHeadReader
{
public:
    SdiHead read(std::string_view line);

private:
    std::int64_t dayOf(std::string_view date);

    std::array<char, 10> m_date{};
    std::int64_t m_day = 0; ///< ns since 1970-01-01 of m_date
};

} // namespace whittle

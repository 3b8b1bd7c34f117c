// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/base/bytes.h"
#include "models/formats/stamp.h"

namespace whittle
{

/// Which of the first two numbers of a date with strokes is the month: the server writes dates in the manner
/// of its country. With points or dashes the day stands first, a year of four digits before both.
enum class DateOrder { MonthFirst, DayFirst };

/// The front of a row of the audit log of the DHCP server of Windows.
///
///     10,01/05/09,09:27:21,Assign,10.64.20.24,SEP0019E8EBA11A,0019E8EBA11A
///     10,05.01.09,09:27:21,Zuweisen,10.64.20.24,SEP0019E8EBA11A,0019E8EBA11A
struct WindowsDhcpRow {
    Stamp time; ///< may be not valid

    static bool read(std::string_view line, DateOrder order, WindowsDhcpRow& row);
    /// The order in the rows of `head`: that of a number that is no month, else that with which the rows lie
    /// nearest together; the American one where nothing tells.
    static DateOrder orderIn(Bytes head);
};

/// Title of the log, in any language: "Microsoft DHCP Service Activity Log".
bool isWindowsDhcpTitle(std::string_view line);
/// Names of the columns, in any language: "ID,Date,Time,Description,IP Address,Host Name,MAC Address".
bool isWindowsDhcpHeading(std::string_view line);

} // namespace whittle

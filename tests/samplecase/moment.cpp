// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/moment.h"

#include "tests/samplecase/text.h"

#include <array>

namespace samplecase
{

Moment moment(int year, unsigned month, unsigned day, Duration sinceMidnight)
{
    using namespace std::chrono;
    return Moment{sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}}}
    + sinceMidnight;
}

Civil civil(Moment m)
{
    using namespace std::chrono;
    const auto days = floor<std::chrono::days>(m);
    const year_month_day date{days};
    const hh_mm_ss time{m - days};
    return {int(date.year()),
            unsigned(date.month()),
            unsigned(date.day()),
            weekday{days}.c_encoding(),
            unsigned(time.hours().count()),
            unsigned(time.minutes().count()),
            unsigned(time.seconds().count()),
            time.subseconds().count()};
}

std::string timeOfDay(Moment m, int decimals)
{
    const Civil c = civil(m);
    auto text = padded(c.hour, 2) + ':' + padded(c.minute, 2) + ':' + padded(c.second, 2);
    if (decimals > 0)
        text += '.' + padded(c.nanosecond, 9).substr(0, std::size_t(decimals));
    return text;
}

std::string usDate(Moment m)
{
    const Civil c = civil(m);
    return padded(c.month, 2) + '/' + padded(c.day, 2) + '/' + padded(c.year, 4);
}

std::string unixDate(Moment m, const std::string& zone)
{
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Civil c = civil(m);
    return std::string(days[c.weekday]) + ' ' + months[c.month - 1] + ' ' + aligned(std::to_string(c.day), 2)
        + ' ' + timeOfDay(m, 0) + ' ' + zone + ' ' + padded(c.year, 4);
}

std::string isoUtc(Moment m)
{
    const Civil c = civil(m);
    return padded(c.year, 4) + '-' + padded(c.month, 2) + '-' + padded(c.day, 2) + 'T' + timeOfDay(m, 3)
        + 'Z';
}

} // namespace samplecase

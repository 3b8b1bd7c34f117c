// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/time.h"

#include <array>
#include <cstdio>

namespace whittle
{

std::int64_t daysFromCivil(CivilDate date)
{
    using namespace std::chrono;
    const auto ymd =
        year{date.year} / month{static_cast<unsigned>(date.month)} / day{static_cast<unsigned>(date.day)};
    return sys_days{ymd}.time_since_epoch().count();
}

CivilDate civilFromDays(std::int64_t days)
{
    using namespace std::chrono;
    const year_month_day ymd{sys_days{std::chrono::days{static_cast<int>(days)}}};
    return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
            static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

bool isValid(CivilDate date)
{
    using namespace std::chrono;
    if (date.year < -32767 || date.year > 32767 || date.month < 1 || date.day < 1)
        return false;
    return year_month_day{year{date.year}, month{static_cast<unsigned>(date.month)},
                          day{static_cast<unsigned>(date.day)}}
        .ok();
}

std::int64_t nsFromCivil(CivilDate date, int hour, int minute, int second, std::int64_t ns)
{
    const std::int64_t seconds = daysFromCivil(date) * 86'400 + hour * 3600 + minute * 60 + second;
    std::int64_t total = 0;
    if (__builtin_mul_overflow(seconds, nsPerSecond, &total) || __builtin_add_overflow(total, ns, &total))
        return seconds < 0 ? INT64_MIN : INT64_MAX;
    return total;
}

std::string toRfc3339(std::int64_t nsUtc)
{
    std::int64_t days = nsUtc / nsPerDay;
    std::int64_t rest = nsUtc % nsPerDay;
    if (rest < 0) {
        rest += nsPerDay;
        --days;
    }
    const CivilDate date = civilFromDays(days);
    const auto seconds = static_cast<int>(rest / nsPerSecond);
    std::array<char, 64> text{};
    const bool plain = date.year >= 0 && date.year <= 9999;
    const int length = std::snprintf(text.data(), text.size(),
                                     plain ? "%04d-%02d-%02dT%02d:%02d:%02d.%09lldZ"
                                           : "%+05d-%02d-%02dT%02d:%02d:%02d.%09lldZ",
                                     date.year, date.month, date.day, seconds / 3600, seconds / 60 % 60,
                                     seconds % 60, static_cast<long long>(rest % nsPerSecond));
    return {text.data(), static_cast<std::size_t>(length)};
}

namespace
{

/// Takes exactly `count` decimal digits from the front of `text`.
std::optional<int> takeDigits(std::string_view& text, std::size_t count)
{
    if (text.size() < count)
        return {};
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return {};
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool takeOne(std::string_view& text, std::string_view anyOf)
{
    if (text.empty() || anyOf.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

/// Nanoseconds; empty when a point stands without digits.
std::optional<std::int64_t> takeFraction(std::string_view& text)
{
    if (!takeOne(text, "."))
        return 0;
    if (text.empty() || text.front() < '0' || text.front() > '9')
        return {};
    std::int64_t ns = 0;
    std::int64_t unit = nsPerSecond / 10;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        ns += (text.front() - '0') * unit;
        unit /= 10;
        text.remove_prefix(1);
    }
    return ns;
}

/// Seconds east of UTC; empty when what stands there is no offset.
std::optional<int> takeOffset(std::string_view& text)
{
    if (text.empty() || takeOne(text, "Zz"))
        return 0;
    const bool west = text.front() == '-';
    if (!takeOne(text, "+-"))
        return {};
    const auto hours = takeDigits(text, 2);
    takeOne(text, ":");
    const auto minutes = takeDigits(text, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59)
        return {};
    return (west ? -1 : 1) * (*hours * 3600 + *minutes * 60);
}

} // namespace

std::optional<std::int64_t> fromRfc3339(std::string_view text)
{
    const auto year = takeDigits(text, 4);
    const bool dash1 = takeOne(text, "-");
    const auto month = takeDigits(text, 2);
    const bool dash2 = takeOne(text, "-");
    const auto day = takeDigits(text, 2);
    if (!year || !dash1 || !month || !dash2 || !day || !isValid({*year, *month, *day}))
        return {};
    if (text.empty())
        return nsFromCivil({*year, *month, *day}, 0, 0, 0);
    if (!takeOne(text, "Tt "))
        return {};
    const auto hour = takeDigits(text, 2);
    const bool colon = takeOne(text, ":");
    const auto minute = takeDigits(text, 2);
    const auto second = takeOne(text, ":") ? takeDigits(text, 2) : std::optional<int>{0};
    if (!hour || !colon || !minute || !second || *hour > 23 || *minute > 59 || *second > 60)
        return {};
    const auto ns = takeFraction(text);
    const auto offset = takeOffset(text);
    if (!ns || !offset || !text.empty())
        return {};
    const std::int64_t whole = nsFromCivil({*year, *month, *day}, *hour, *minute, *second - *offset, *ns);
    return whole == INT64_MIN || whole == INT64_MAX ? std::nullopt : std::optional(whole);
}

} // namespace whittle

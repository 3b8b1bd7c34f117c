// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/checks/phonetime.h"
#include "models/checks/timechecks.h"

namespace whittle
{

// Phones that show a wrong time: by their zone.

namespace
{

constexpr double quarterHour = 15; ///< minutes
/// Displays are read to the minute, from clocks that may be that much off themselves.
constexpr double sameReading = 3;

std::string minutesText(double minutes)
{
    const auto tenths = std::lround(std::abs(minutes) * 10);
    return (minutes < 0 ? "-" : "") + std::to_string(tenths / 10)
        + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10));
}

/// Somebody read a display, and the difference of the zones is not what it showed.
bool contradicts(const std::vector<SeenTime>& seen, double difference)
{
    return !seen.empty() && std::ranges::none_of(seen, [&](const SeenTime& one) {
        return std::abs(one.minutes - difference) <= sameReading;
    });
}

std::string timeText(std::int64_t seconds)
{
    const auto two = [](std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    const std::int64_t ofDay = ((seconds % 86400) + 86400) % 86400;
    return two(ofDay / 3600) + ":" + two(ofDay / 60 % 60) + ":" + two(ofDay % 60);
}

/// By what CUCM told phones. Null where none was told another zone than its site's.
const ToldTime* toldOther(const CheckContext& context, const std::vector<ToldTime>& told,
                          const std::vector<SeenTime>& seen)
{
    for (const ToldTime& one : told) {
        const auto zone = siteZone(context, one.system);
        if (zone && zone->minutes != one.zoneMinutes && !contradicts(seen, one.zoneMinutes - zone->minutes))
            return &one;
    }
    return nullptr;
}

void describe(CheckOutcome& outcome, const CheckContext& context, const ToldTime& told)
{
    const auto zone = siteZone(context, told.system);
    outcome.parameters = {{"told", zoneText(told.zoneMinutes)},
                          {"civil", timeText(told.civil)},
                          {"system", timeText(told.system)},
                          {"site", zone ? zone->name : "?"},
                          {"site-zone", zone ? zoneText(zone->minutes) : "?"},
                          {"difference", minutesText(told.zoneMinutes - (zone ? zone->minutes : 0))}};
}

/// A date/time group whose zone explains what displays show.
bool addGroups(CheckOutcome& outcome, const CheckContext& context, const std::vector<SeenTime>& seen)
{
    const auto wrong = wrongMinutes(seen);
    const std::int64_t at =
        context.events.singles.empty() ? 0 : context.at(context.events.singles.back()).nsUtc / nsPerSecond;
    const auto site = siteZone(context, at);
    if (!wrong || !site)
        return false;
    for (const ZoneThen& group : otherGroupZones(context, at)) {
        if (std::abs(group.minutes - site->minutes - *wrong) > sameReading)
            continue;
        addProof(outcome, context.cite(*group.event), {});
        outcome.parameters = {{"told", zoneText(group.minutes)},
                              {"civil", group.name},
                              {"system", "UTC"},
                              {"site", site->name},
                              {"site-zone", zoneText(site->minutes)},
                              {"difference", minutesText(*wrong)}};
        return true;
    }
    return false;
}

} // namespace

/// Yes: CUCM told a phone another zone than that of its site, or its date/time group is in another one, and
/// displays, where somebody read them, show just that difference. No: the zone is right that phones were
/// told.
CheckOutcome checkPhoneZone(const CheckContext& context)
{
    const auto told = toldTimes(context);
    CheckOutcome outcome = notObservable("phone-zone-differs", {"site"});
    if (told.empty())
        outcome.needs = {"cucm-trace", "cucm_side", "site"};
    const auto seen = seenTimes(context);
    if (const ToldTime* other = toldOther(context, told, seen)) {
        outcome.result = CheckResult::Yes;
        describe(outcome, context, *other);
        addProof(outcome, context.cite(*other->event), other->phone);
    } else if (addGroups(outcome, context, seen)) {
        outcome.result = CheckResult::Yes;
    } else {
        const auto right = std::ranges::find_if(told, [&](const ToldTime& one) {
            const auto zone = siteZone(context, one.system);
            return zone && zone->minutes == one.zoneMinutes;
        });
        if (right == told.end())
            return outcome;
        outcome.result = CheckResult::No;
        describe(outcome, context, *right);
        addProof(outcome, context.cite(*right->event), right->phone);
    }
    outcome.needs.clear();
    for (const SeenTime& one : seen)
        addProof(outcome, context.cite(*one.event), one.phone);
    return outcome;
}

/// Yes: CUCM told a phone another local time than the lines of the server's own trace have. That phones have
/// their zone and the server has its own is usual where offices are far apart.
CheckOutcome checkPhoneZoneOfServer(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("phone-zone-is-not-servers", {"cucm-trace"});
    for (const ToldTime& one : toldTimes(context)) {
        const SourceRow* row = context.events.source(one.event->ref.source);
        if (!row || !row->format.starts_with("cucm-"))
            continue;
        const double minutes =
            static_cast<double>(one.civil) / 60 - static_cast<double>(one.event->time.ns) / 1e9 / 60;
        const double quarters = std::round(minutes / quarterHour);
        if (std::abs(minutes - quarters * quarterHour) > 1)
            continue;
        const bool differs = quarters != 0;
        if (outcome.result != CheckResult::Yes)
            outcome.result = differs ? CheckResult::Yes : CheckResult::No;
        if (differs)
            outcome.parameters = {{"difference", minutesText(quarters * quarterHour)}};
        addProof(outcome, context.cite(*one.event), one.phone);
    }
    if (outcome.result != CheckResult::NotObservable)
        outcome.needs.clear();
    return outcome;
}

/// What displays show, read by somebody, is wrong by whole quarter hours; such a reading is a minute off at
/// most, and the mean of several less. Near the limits it cannot be told.
CheckOutcome checkWholeQuarterHours(const CheckContext& context)
{
    constexpr double surely = 0.75, surelyNot = 1.5;
    CheckOutcome outcome = notObservable("wrong-by-quarter-hours", {"site"});
    const auto seen = seenTimes(context);
    const auto wrong = wrongMinutes(seen);
    if (!wrong)
        return outcome;
    const double off = std::abs(*wrong - std::round(*wrong / quarterHour) * quarterHour);
    const bool several = seen.size() >= 2;
    const bool isWhole = off <= surely && std::abs(*wrong) >= quarterHour - surely;
    if (!isWhole && off < (several ? 1 - 1e-9 : surelyNot) && std::abs(*wrong) >= quarterHour / 2)
        return outcome;
    outcome.needs.clear();
    outcome.result = isWhole ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"minutes", minutesText(*wrong)}};
    for (const SeenTime& one : seen)
        addProof(outcome, context.cite(*one.event), one.phone);
    return outcome;
}

/// How many of the displays that somebody read are wrong; without readings, whether phones were told a wrong
/// time.
CheckOutcome checkPhonesShowWrongTime(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("phones-show-wrong-time", {"site"});
    const auto seen = seenTimes(context);
    if (seen.empty())
        return outcome;
    std::size_t wrong = 0;
    for (const SeenTime& one : seen) {
        const bool isWrong = wrongMinutes({one}).has_value();
        wrong += isWrong;
        addProof(outcome, context.cite(*one.event), isWrong ? one.phone : std::string());
    }
    outcome.needs.clear();
    outcome.result = wrong > 0 ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"suffering", std::to_string(wrong)}, {"of", std::to_string(seen.size())}};
    return outcome;
}

} // namespace whittle

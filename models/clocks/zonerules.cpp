// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/zonerules.h"

#include <algorithm>

#include <QDateTime>
#include <QTimeZone>

namespace whittle
{

namespace
{

constexpr std::int64_t nsPerMs = 1'000'000;
constexpr std::int64_t hour = 3600 * nsPerSecond;
constexpr int mostTurns = 64; ///< 32 years; the dates of hostile files reach further

QDateTime utc(std::int64_t ns)
{
    return QDateTime::fromMSecsSinceEpoch(ns / nsPerMs, Qt::UTC);
}

/// At a moment of the wall clock. An hour that is shown twice is meant the first time, with the offset of the
/// day before.
std::int64_t offsetAt(const QTimeZone& zone, std::int64_t wallNs)
{
    const auto offset = [&](std::int64_t utcNs) { return zone.offsetFromUtc(utc(utcNs)) * nsPerSecond; };
    const std::int64_t dayBefore = offset(wallNs - nsPerDay);
    return offset(wallNs - dayBefore) == dayBefore ? dayBefore : offset(wallNs - offset(wallNs + nsPerDay));
}

/// The line at which the source's clock showed again what it had shown before that turn.
std::uint64_t placeOfHourAgain(const SourceRow& source, const SourceClock::Turn& turn)
{
    const std::int64_t begin = turn.at.nsUtc + turn.offsetNs;
    for (const Problem& problem : source.problems) {
        if (problem.id != "formats.hour-again" || !problem.place || problem.arguments.size() < 2)
            continue;
        const auto shown = fromRfc3339(problem.arguments[1]);
        if (shown && *shown >= begin && *shown < begin + hour)
            return problem.place->number;
    }
    return 0;
}

} // namespace

std::optional<ZoneOfSource> zoneOverSource(const std::string& name, const SourceRow& source,
                                           std::int64_t dateShiftNs)
{
    // An abbreviation ("EDT") is no zone: Qt takes it for a POSIX rule without an offset.
    if (!source.first || !source.last || name.find('/') == std::string::npos)
        return {};
    const QTimeZone zone{QByteArray::fromStdString(name)};
    if (!zone.isValid())
        return {};
    const std::int64_t first = source.first->ns + dateShiftNs;
    const std::int64_t last = source.last->ns + dateShiftNs + (source.year ? nsPerDay : 0); // of a leap year
    ZoneOfSource found{name, offsetAt(zone, first), {}};
    std::int64_t offset = found.offsetNs;
    for (int i = 0; i < mostTurns && zone.hasTransitions(); ++i) {
        const CaseTime after = found.turns.empty() ? CaseTime{first - offset} : found.turns.back().at;
        const auto next = zone.nextTransition(utc(after.nsUtc));
        if (!next.atUtc.isValid())
            break;
        const std::int64_t at = next.atUtc.toMSecsSinceEpoch() * nsPerMs;
        const std::int64_t to = next.offsetFromUtc * nsPerSecond;
        if (at + std::min(offset, to) > last)
            break;
        found.turns.push_back({{at}, to, 0});
        if (to < offset)
            found.turns.back().place = placeOfHourAgain(source, found.turns.back());
        offset = to;
    }
    return found;
}

} // namespace whittle

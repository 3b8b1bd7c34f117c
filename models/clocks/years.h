// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/store/caserows.h"

namespace whittle
{

/// From `from` to `to`, read as the wall clocks show them: zones make no difference of years.
struct WallSpan {
    std::int64_t from = 0;
    std::int64_t to = 0;
};

/// Nanoseconds from day 0 to 1 January of that year.
std::int64_t shiftToYear(int year);

/// The same for a source whose days were counted as those of common years (YearHints): with the 29 Februaries
/// before its first line, which it does not count.
std::int64_t shiftToYear(const SourceRow& source, int year);

/// Midnights, in the source's own time, from which on it is a day behind the calendar when day 0 is 1 January
/// of that year: each 1 March within it behind a 29 February that was not counted.
std::vector<std::int64_t> missedLeapDays(const SourceRow& source, int year);

/// The year of day 0 with which a moment of the source (`ns` in its own time) is nearest to `wallNs`, of
/// those that its hints allow: one with a 29 February must be a leap year, one that went from 28 February to
/// 1 March within a day must be none. With `like`, only years that miss the same leap days as that one.
int yearNearest(const SourceRow& source, std::int64_t ns, std::int64_t wallNs, std::optional<int> like = {});

/// The year that puts the middle of the source nearest to the middle of what the others recorded.
int yearBeside(const SourceRow& source, const WallSpan& others);

/// The latest year with which the source does not end after its file was last written to; empty when that
/// is not known.
std::optional<int> yearOfFile(const SourceRow& source);

/// The notice that the year is no more than that of the file's modification time. `othersDated`: whether any
/// source of the case has dates of its own.
std::optional<Problem> noticeOfYear(const SourceRow& source, const SourceClock& clock, bool othersDated);

/// Of a source without dates: midnight of day 0, when its last line is of the latest day with which it does
/// not end after its file was last written to (as if both were in one zone); empty when that is not known.
std::optional<std::int64_t> dateOfFile(const SourceRow& source);

/// The notice that the lines have no date and nothing proves one: that of another source was taken, that of
/// the file, or none.
std::optional<Problem> noticeOfDate(const SourceRow& source, const SourceClock& clock, bool othersDated);

} // namespace whittle

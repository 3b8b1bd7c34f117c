// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/evidence/format.h"
#include "models/formats/linetally.h"
#include "models/formats/stamp.h"

namespace whittle
{

/// Brings the lines of a log to one zone, that of the first line that says one: daylight-saving time that
/// begins or ends, and nodes in other zones, move no line from its moment. A line that says no zone is in
/// that of the lines beside it. Letters that several zones have ("CST") mean the zone whose other letters
/// (CDT) the log has too, else the one that puts the line nearest to those beside it; where no line tells
/// more, the letters are handed on without an offset.
class OneZone
{
public:
    /// What to add, in ns, to the time `ns` of that line.
    std::int64_t shift(const Stamp& stamp, std::int64_t ns, std::uint64_t line);
    /// Two stamps of the same moment: the zone of the one tells that of the other, from here on.
    void compare(const Stamp& one, const Stamp& other);

    /// The zone, as far as the lines tell it.
    void describe(SourceFacts& facts) const;
    void report(EventSink& sink) const;

private:
    void noteLetters(const Stamp& stamp);
    std::optional<int> offsetOf(const Stamp& stamp, std::int64_t ns, std::uint64_t line);
    std::optional<int> byLetters(std::string_view letters, std::int64_t nearUtc, std::int64_t ns);
    void begin(int offset, std::int64_t ns);

    std::optional<int> m_zone; ///< of the source
    std::string m_name; ///< the first zone that a line says
    std::optional<int> m_last; ///< of the line before that had one
    std::optional<int> m_unsaid; ///< of stamps that do not say it
    std::optional<std::int64_t> m_lastNs; ///< of the line before, as written
    bool m_beginsUnsaid = false; ///< the first line says no zone
    std::vector<std::string> m_letters; ///< all that were seen
    std::map<std::string, int, std::less<>> m_guesses; ///< letters of several zones, and the one taken
    LineTally m_withoutZone;
};

} // namespace whittle

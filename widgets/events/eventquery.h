// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "widgets/events/eventlist.h"

namespace whittle
{

/// What an event is about, coarsely enough for a button.
enum class EventFamily { Dhcp, Registration, Ntp, Tcp, Other };
EventFamily familyOf(std::string_view kind);

/// Which rows are wanted. A value: the undo of a filter is the one before.
struct EventQuery {
    std::string text; ///< words, each of which must occur somewhere in the row, in either case
    std::set<EventFamily> families; ///< empty: all
    std::optional<SourceId> source;
    std::string device; ///< empty: all
    std::optional<CaseRange> range;
    bool keepalives = false; ///< trains are wanted too
    bool operator==(const EventQuery&) const = default;
};

/// The rows of `list` that `query` wants, in their order. `kindNames` are what the kinds are called, for the
/// search. Blocks, for a worker thread; what a stop leaves is not complete.
std::vector<std::uint32_t> matchingRows(const EventList& list, const EventQuery& query,
                                        const std::vector<std::string>& kindNames,
                                        const std::stop_token& stop);

/// Whether `needle`, which must be in lower case, occurs in `text` in either case. ASCII letters only: what
/// evidence is made of.
bool containsFolded(std::string_view text, std::string_view needle);
std::string folded(std::string_view text);

} // namespace whittle

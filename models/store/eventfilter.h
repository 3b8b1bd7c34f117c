// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/store/casereader.h"

namespace whittle
{

// What an EventFilter means in SQL, and for one event. ?1 is the source, ?2 and ?3 the times.

/// "WHERE source = ?1 …": rows that are over before `from` or begin after `to` are left out.
std::string conditions(const SourceNames& names, const EventFilter& filter, const char* first,
                       const char* last);
/// " AND …", or nothing.
std::string timeConditions(const EventFilter& filter, const char* first, const char* last);
void bindConditions(Statement& statement, SourceId source, const EventFilter& filter);

inline bool isInRange(const EventFilter& filter, SourceTime time)
{
    return (!filter.from || time >= *filter.from) && (!filter.to || time <= *filter.to);
}

} // namespace whittle

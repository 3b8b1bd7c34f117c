// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/eventfilter.h"

#include "models/store/sourcenames.h"

namespace whittle
{

namespace
{

/// " AND column IN (1,5,8)"; nothing where all are wanted.
std::string isOneOf(const char* column, const std::optional<std::vector<std::int64_t>>& ids)
{
    if (!ids)
        return {};
    std::string list;
    for (const std::int64_t id : *ids)
        list += (list.empty() ? "" : ",") + std::to_string(id);
    return std::string(" AND ") + column + " IN (" + list + ")";
}

} // namespace

std::string timeConditions(const EventFilter& filter, const char* first, const char* last)
{
    std::string sql;
    if (filter.from)
        sql += std::string(" AND ") + last + " >= ?2";
    if (filter.to)
        sql += std::string(" AND ") + first + " <= ?3";
    return sql;
}

std::string conditions(const SourceNames& names, const EventFilter& filter, const char* first,
                       const char* last)
{
    return " WHERE source = ?1" + isOneOf("kind", names.wantedKinds(filter))
        + isOneOf("device", names.wantedDevices(filter)) + timeConditions(filter, first, last);
}

void bindConditions(Statement& statement, SourceId source, const EventFilter& filter)
{
    statement.bind(1, raw(source));
    if (filter.from)
        statement.bind(2, filter.from->ns);
    if (filter.to)
        statement.bind(3, filter.to->ns);
}

} // namespace whittle

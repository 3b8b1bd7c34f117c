// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "models/base/result.h"
#include "models/store/caserows.h"
#include "models/store/dictionary.h"

namespace whittle
{

class Database;
class Statement;
struct EventFilter;

/// The dictionaries of one source, in memory while its events are read: joins in SQL would cost more than the
/// events.
class SourceNames
{
public:
    static Result<SourceNames> load(const Database& database, SourceId source);

    /// Kinds that match the filter's globs, as a list for SQL ("1,5,8"); empty: no restriction. `none` is set
    /// when nothing matches.
    std::string kindList(const EventFilter& filter, bool& none) const;
    std::string deviceList(const EventFilter& filter, bool& none) const;

    /// From columns place, ordinal, time, kind, device, flow, fields (in this order, from column 0).
    EventRow row(const Statement& statement) const;

    std::vector<std::pair<std::string, std::uint64_t>> kindCounts() const;

private:
    struct Kind {
        std::string name;
        std::uint64_t events = 0;
    };
    Result<void> loadKinds(const Database& database);
    Result<void> loadDevices(const Database& database);
    Result<void> loadFlows(const Database& database);

    SourceId m_source{};
    PlaceUnit m_unit = PlaceUnit::Offset;
    std::unordered_map<std::int64_t, Kind> m_kinds;
    std::unordered_map<std::int64_t, std::string> m_devices;
    std::unordered_map<std::int64_t, Flow> m_flows;
};

/// True when `text` matches the glob `pattern` ('*' any characters, '?' one).
bool matchesGlob(std::string_view text, std::string_view pattern);

} // namespace whittle

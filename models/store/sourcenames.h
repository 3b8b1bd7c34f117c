// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/base/result.h"
#include "models/store/caserows.h"
#include "models/store/dictionary.h"

namespace whittle
{

class Database;
class EventBlockReader;
class Statement;
struct EventFilter;
struct EventNames;
struct TrainMember;

/// The dictionaries of one source, in memory while its events are read: joins in SQL would cost more than the
/// events.
class SourceNames
{
public:
    static Result<SourceNames> load(const Database& database, SourceId source);

    using Ids = std::vector<std::int64_t>;
    /// The kinds that match one of the filter's globs; empty: it does not ask for any.
    std::optional<Ids> wantedKinds(const EventFilter& filter) const;
    std::optional<Ids> wantedDevices(const EventFilter& filter) const;

    /// From columns place, ordinal, time, kind, device, flow, fields (in this order, from column 0).
    void fill(EventRow& row, const Statement& statement) const;
    /// The event at which the block stands.
    void fill(EventRow& row, const EventBlockReader& block) const;

private:
    Result<void> loadNames(const Database& database);
    Result<void> loadFlows(const Database& database);
    void fill(EventRow& row, const TrainMember& at, const EventNames& names, std::string_view fields) const;

    SourceId m_source{};
    PlaceUnit m_unit = PlaceUnit::Offset;
    std::unordered_map<std::int64_t, std::string> m_kinds;
    std::unordered_map<std::int64_t, std::string> m_devices;
    std::unordered_map<std::int64_t, Flow> m_flows;
};

/// True when `text` matches the glob `pattern` ('*' any characters, '?' one).
bool matchesGlob(std::string_view text, std::string_view pattern);

} // namespace whittle

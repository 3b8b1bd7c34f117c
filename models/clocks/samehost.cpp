// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>

#include "models/base/fields.h"
#include "models/clocks/clockbounds.h"
#include "models/clocks/hostevidence.h"
#include "models/clocks/sitezone.h"
#include "models/clocks/years.h"
#include "models/clocks/zonerules.h"

namespace whittle
{

namespace
{

SourceTime middleOf(const SourceRow& source)
{
    return {source.first->ns / 2 + source.last->ns / 2};
}

/// One that a node writes itself, with its own name in the head. Logs with names in their lines may be those
/// of a collector.
bool isTraceOfItsHost(const SourceRow& source)
{
    return source.unit == PlaceUnit::Line && source.first && source.last && source.hasDate
        && isWithinReach(source.first->ns) && isWithinReach(source.last->ns)
        && (source.format == "cucm-sdl" || source.format == "cucm-sdi" || source.format == "cti-trace"
            || source.format == "tftp-trace")
        && !(source.origin.host.empty() && source.origin.address.empty());
}

/// East of UTC at the beginning of what it shows on its steady() time.
std::optional<std::int64_t> offsetOf(const HostEvidence& evidence, const SourceRow& source)
{
    if (source.utcOffsetSeconds)
        return *source.utcOffsetSeconds * nsPerSecond;
    const SourceClock* zone = evidence.zones.clock(source.id);
    return zone && !zone->turns.empty() ? std::optional(zone->utcOffsetNs) : std::nullopt;
}

/// Both write the local time of their node.
void addTraces(const HostEvidence& evidence, std::vector<ClockRelation>& all)
{
    std::map<std::pair<std::string, std::string>, const SourceRow*> firstOf;
    for (const SourceRow* source : inOrder(evidence.events)) {
        if (!isTraceOfItsHost(*source))
            continue;
        const auto offset = offsetOf(evidence, *source);
        const auto host = IpAddress::fromText(source->origin.address);
        if (host && offset)
            all.push_back(sameClock(sourceClockOf(source->id), hostClockOf(*host), -*offset,
                                    middleOf(*source), "same-host"));
        const auto [first, isFirst] =
            firstOf.try_emplace({source->origin.host, source->origin.address}, source);
        const auto other = offsetOf(evidence, *first->second);
        if (!isFirst && offset.has_value() == other.has_value())
            all.push_back(sameClock(sourceClockOf(first->second->id), sourceClockOf(source->id),
                                    offset.value_or(0) - other.value_or(0), middleOf(*first->second),
                                    "same-host"));
    }
}

/// "cucm-sub.example.net" is "CUCM-SUB".
std::string nodeName(std::string_view host)
{
    std::string name(host.substr(0, host.find('.')));
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name;
}

/// Which nodes raised the alarms of each log that says in which zone its times are.
std::map<SourceId, std::set<std::string>> nodesOfAlarms(const HostEvidence& evidence)
{
    std::map<SourceId, std::set<std::string>> nodes;
    for (const EventRow& event : evidence.events.singles) {
        const SourceRow* source =
            event.kind.starts_with("alarm.") ? evidence.events.source(event.ref.source) : nullptr;
        const auto node = source && source->format == "syslog" && source->utcOffsetSeconds
            ? FieldView(event.fields).value("node")
            : std::nullopt;
        if (node && !node->empty())
            nodes[source->id].insert(nodeName(*node));
    }
    return nodes;
}

/// An alarm has the time of the node that raised it, which its trace has, too. The log may be that of another
/// node of the cluster, with its clock.
void addAlarms(const HostEvidence& evidence, std::vector<ClockRelation>& all)
{
    constexpr std::int64_t otherHost = 60 * nsPerSecond; // as in matching.cpp
    const auto nodes = nodesOfAlarms(evidence);
    for (const SourceRow* trace : inOrder(evidence.events)) {
        const auto offset = isTraceOfItsHost(*trace) ? offsetOf(evidence, *trace) : std::nullopt;
        if (!offset || trace->origin.host.empty())
            continue;
        for (const SourceRow* log : inOrder(evidence.events)) {
            const auto known = nodes.find(log->id);
            if (known == nodes.end() || !log->hasDate
                || !known->second.contains(nodeName(trace->origin.host)))
                continue;
            ClockRelation made =
                sameClock(sourceClockOf(trace->id), sourceClockOf(log->id),
                          *log->utcOffsetSeconds * nsPerSecond - *offset, middleOf(*trace), "same-host");
            made.lowNs -= otherHost;
            made.highNs += otherHost;
            all.push_back(made);
        }
    }
}

/// A process of ntpd that a source tells of.
struct Daemon {
    const SourceRow* source = nullptr;
    SourceTime at{};
    std::optional<std::int64_t> localOffsetNs{}; ///< of its node, east of UTC
};

/// By number. One that several sources of that kind tell of is none: numbers repeat on other nodes.
using Daemons = std::map<std::int64_t, std::vector<Daemon>>;

Daemons daemonsOf(const HostEvidence& evidence, std::string_view kind)
{
    Daemons daemons;
    for (const EventRow& event : evidence.events.singles) {
        const FieldView fields(event.fields);
        const auto pid =
            event.kind == kind && isWithinReach(event.time.ns) ? fields.number("pid") : std::nullopt;
        if (!pid)
            continue;
        std::vector<Daemon>& known = daemons[*pid];
        const SourceRow* source = evidence.events.source(event.ref.source);
        if (known.empty() || known.back().source != source)
            known.push_back({source});
        known.back().at = evidence.steady(event);
        if (const auto seconds = fields.number("local-offset-s"))
            known.back().localOffsetNs = *seconds * nsPerSecond;
    }
    return daemons;
}

/// From the log's own time to UTC: year, and zone at its beginning.
std::int64_t shiftOf(const Daemon& log, const Daemon& status)
{
    const std::int64_t local = status.at.ns + *status.localOffsetNs;
    std::int64_t year = 0;
    if (log.source->year)
        year = shiftToYear(*log.source,
                           log.source->year->known.value_or(yearNearest(*log.source, log.at.ns, local)));
    const auto zone = zoneOverSource(status.source->zoneName, *log.source, year);
    return year - (zone ? zone->offsetNs : *status.localOffsetNs);
}

/// Whom a log or a status names as servers of its daemon.
std::set<IpAddress> serversIn(const HostEvidence& evidence, const SourceRow& source)
{
    std::set<IpAddress> servers;
    for (const EventRow& event : evidence.events.singles) {
        const IpAddress& server = event.destination.address;
        if (event.ref.source == source.id && (event.kind == "ntp.log" || event.kind == "ntp.peer-status")
            && server.isSet() && !server.isUnspecified() && !toText(server).starts_with("127."))
            servers.insert(server);
    }
    return servers;
}

/// Numbers of processes repeat, above all on machines that were copied: who is followed must fit too.
bool followTheSame(const HostEvidence& evidence, const Daemon& log, const Daemon& status)
{
    const auto ofLog = serversIn(evidence, *log.source);
    const auto ofStatus = serversIn(evidence, *status.source);
    const auto isNamed = [&](const IpAddress& server) { return ofStatus.contains(server); };
    return ofLog.empty() || ofStatus.empty() || std::ranges::any_of(ofLog, isNamed);
}

/// ntpd writes local time into its own log; the output of `utils ntp status` ends with UTC and local time.
void addDaemons(const HostEvidence& evidence, std::vector<ClockRelation>& all)
{
    const Daemons logs = daemonsOf(evidence, "ntp.log");
    for (const auto& [pid, statuses] : daemonsOf(evidence, "ntp.system-status")) {
        const auto log = logs.find(pid);
        if (log == logs.end() || log->second.size() != 1 || statuses.size() != 1)
            continue;
        const Daemon& status = statuses.front();
        if (!status.source || status.source->utcOffsetSeconds != 0 || !status.localOffsetNs)
            continue;
        const Daemon& written = log->second.front();
        const bool hasDays = written.source && (written.source->hasDate || written.source->year);
        if (!hasDays || !followTheSame(evidence, written, status))
            continue;
        all.push_back(sameClock(sourceClockOf(written.source->id), sourceClockOf(status.source->id),
                                shiftOf(written, status), written.at, "same-host"));
    }
}

} // namespace

std::vector<ClockRelation> sameHostRelations(const HostEvidence& evidence)
{
    std::vector<ClockRelation> all;
    addTraces(evidence, all);
    addAlarms(evidence, all);
    addDaemons(evidence, all);
    return all;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/compare/incidents.h"

#include <algorithm>
#include <map>
#include <optional>

#include "models/events/identity.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"

namespace whittle::test
{

namespace
{

// CUCM notices a phone that has gone after three keepalives or a refresh; a phone that boots is back after
// two minutes.
constexpr Nanoseconds before = std::chrono::seconds{150};
constexpr Nanoseconds after = std::chrono::seconds{300};
constexpr Nanoseconds atOnce = std::chrono::seconds{10}; ///< what clocks and logs may be off

struct Sight {
    CaseTime at{};
    CaseTime sourceEnds{};
};
using Sights = std::map<std::string, std::vector<Sight>>; ///< by device

/// When anything of each device is seen, from all sources whose clock is known.
Sights sightsOf(const LabelledCase& one)
{
    Sights sights;
    const auto reader = one.file->newReader();
    const ClockSet clocks = one.known.clocks();
    for (const AnalysedSource& source : one.known.sources) {
        EventFilter filter;
        filter.source = source.row.id;
        if (!reader || !source.last || !canBeCompared(&source.clock))
            continue;
        (void)(*reader)->forEachEvent(filter, [&](const EventRow& event) {
            const std::string device = one.known.identity->deviceOf(event);
            if (!device.empty())
                sights[device].push_back(
                    {clocks.at(source.row.id, event.time, event.ref.place.number), *source.last});
            return true;
        });
    }
    return sights;
}

/// Something of the phone follows it, or whoever saw the phone shortly before sees that nothing does.
bool isSeen(const std::vector<Sight>& sights, CaseTime incident)
{
    return std::ranges::any_of(sights, [&](const Sight& sight) {
        const bool follows = sight.at >= incident - atOnce && sight.at <= incident + after;
        const bool goesSilent =
            sight.at >= incident - before && sight.at <= incident && sight.sourceEnds >= incident + before;
        return follows || goesSilent;
    });
}

/// What Whittle says of a phone that can be an incident: that it lost a registration and how it came back, or
/// that it could not start.
struct Told {
    CaseTime from{};
    CaseTime to{};
    std::string kind{}; ///< in the words of the truth, where it has one for it
    bool mustBeTrue = true; ///< else it may be an incident, and need not
    bool used = false;

    bool isNear(CaseTime incident) const { return from <= incident + after && to >= incident - before; }
    Nanoseconds distance(CaseTime incident) const
    {
        return from > incident ? from - incident : to < incident ? incident - to : Nanoseconds{0};
    }
};

std::string kindOf(const Registration* ended, const Registration* next)
{
    if (ended && ended->ended == RegistrationEnd::Rejected)
        return "rejected";
    const RegistrationEnd end = ended ? ended->ended : RegistrationEnd::Unknown;
    const RegistrationBegin began = next ? next->began : RegistrationBegin::Unknown;
    if (began == RegistrationBegin::PowerOn || began == RegistrationBegin::Reset
        || end == RegistrationEnd::AddressLost) // the truth calls it a reset, too
        return "reset";
    if (began == RegistrationBegin::ReRegister || began == RegistrationBegin::Fallback)
        return "reregister";
    return std::string(began == RegistrationBegin::Unknown ? toText(end) : toText(began));
}

/// It looked for an address, or said that it starts: a reset by the truth, whatever made it do so.
bool startsAnew(const DeviceHistory& device, const Told& told)
{
    return std::ranges::any_of(device.marks, [&](const DeviceMark& mark) {
        return (mark.kind == "dhcp.discover" || mark.kind == "phone.boot") && mark.at >= told.from
            && mark.at <= told.to;
    });
}

std::vector<Told> toldOf(const DeviceHistory& device)
{
    std::vector<Told> all;
    const Registration* last = nullptr; // that ended
    const auto add = [&](const Registration* next) {
        if (!last && !next)
            return;
        if (!last || !isFailback(*last, next))
            all.push_back({last ? last->to : next->from, next ? next->from : last->to, kindOf(last, next),
                           last != nullptr, false});
    };
    for (const Registration& one : device.registrations) {
        add(one.beganAt ? &one : nullptr);
        last = one.ended == RegistrationEnd::Open ? nullptr : &one;
    }
    add(nullptr);
    for (Told& told : all) {
        if ((told.kind == "unknown" || told.kind == "register") && startsAnew(device, told))
            told.kind = "reset";
    }
    for (const DeviceMark& mark : device.marks) {
        if (mark.kind == "phone.no-address" || mark.kind == "phone.no-configuration")
            all.push_back({mark.at, mark.at, mark.kind == "phone.no-address" ? "no-address" : "no-config",
                           true, false});
    }
    return all;
}

/// The nearest that stands for no other incident; `kind`: only those.
Told* nearest(std::vector<Told>& told, CaseTime incident, const std::string* kind)
{
    Told* best = nullptr;
    for (Told& one : told) {
        const bool fits = !one.used && one.isNear(incident) && (!kind || one.kind == *kind);
        if (fits && (!best || one.distance(incident) < best->distance(incident)))
            best = &one;
    }
    return best;
}

std::string sayWhen(CaseTime at)
{
    return toRfc3339(at.nsUtc).substr(0, 19);
}

struct Seen {
    CaseTime at{};
    std::string kind{};
    std::string found{};
};

/// One incident of the truth for each that Whittle tells, those that are told alike first.
void match(IncidentRows& rows, const std::string& device, std::vector<Seen>& incidents,
           std::vector<Told>& told)
{
    for (const bool alike : {true, false}) {
        for (Seen& incident : incidents) {
            Told* one = incident.found.empty() ? nearest(told, incident.at, alike ? &incident.kind : nullptr)
                                               : nullptr;
            if (!one)
                continue;
            one->used = true;
            incident.found = one->kind;
            ++rows.found;
            rows.sameKind += alike ? 1 : 0;
        }
    }
    for (const Seen& incident : incidents) {
        if (incident.found != incident.kind)
            rows.missed.push_back(device + " " + sayWhen(incident.at) + " " + incident.kind + ", found "
                                  + (incident.found.empty() ? "nothing" : incident.found));
    }
}

void addInvented(IncidentRows& rows, const std::string& device, const std::vector<Told>& told,
                 const std::vector<CaseTime>& incidents)
{
    for (const Told& one : told) {
        const bool isUnseen = std::ranges::any_of(incidents, [&](CaseTime incident) {
            return one.isNear(incident);
        }); // told of the evidence's edge
        if (one.mustBeTrue && !one.used && !isUnseen)
            rows.invented.push_back(device + " " + sayWhen(one.from) + " " + one.kind);
    }
}

} // namespace

IncidentRows compareIncidents(const LabelledCase& one)
{
    IncidentRows rows;
    const Sights sights = sightsOf(one);
    std::map<std::string, std::vector<Seen>> seen;
    std::map<std::string, std::vector<CaseTime>> unseen;
    for (const Truth::Incident& incident : one.truth.incidents) {
        ++rows.all;
        const auto at = one.onCaseClock(incident.ns);
        const auto found = sights.find(incident.device);
        if (!at || found == sights.end())
            continue;
        if (!isSeen(found->second, *at)) {
            unseen[incident.device].push_back(*at);
            continue;
        }
        ++rows.inEvidence;
        seen[incident.device].push_back({*at, incident.kind, {}});
    }
    for (const DeviceHistory& device : one.known.devices) {
        std::vector<Told> told = toldOf(device);
        match(rows, device.name, seen[device.name], told);
        if (device.isPhone && one.onCaseClock(0))
            addInvented(rows, device.name, told, unseen[device.name]);
        seen.erase(device.name);
    }
    for (auto& [device, incidents] : seen) {
        std::vector<Told> nothing;
        match(rows, device, incidents, nothing);
    }
    return rows;
}

} // namespace whittle::test

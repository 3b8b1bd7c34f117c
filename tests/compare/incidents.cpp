// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/compare/incidents.h"

#include <algorithm>
#include <map>

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

using Moments = std::map<std::string, std::vector<CaseTime>>; ///< by device, sorted

/// When anything of each device is seen, from all sources whose clock is known.
Moments seenMoments(const LabelledCase& one)
{
    Moments moments;
    const auto reader = one.file->newReader();
    const ClockSet clocks = one.known.clocks();
    for (const AnalysedSource& source : one.known.sources) {
        EventFilter filter;
        filter.source = source.row.id;
        if (!reader || !canBeCompared(&source.clock))
            continue;
        (void)(*reader)->forEachEvent(filter, [&](const EventRow& event) {
            const std::string device = one.known.identity->deviceOf(event);
            if (!device.empty())
                moments[device].push_back(clocks.at(source.row.id, event.time, event.ref.place.number));
            return true;
        });
    }
    for (auto& [device, times] : moments)
        std::ranges::sort(times);
    return moments;
}

bool isNear(CaseTime at, CaseTime incident)
{
    return at >= incident - before && at <= incident + after;
}

const DeviceHistory* historyOf(const LabelledCase& one, const std::string& device)
{
    const auto found = std::ranges::find(one.known.devices, device, &DeviceHistory::name);
    return found == one.known.devices.end() ? nullptr : &*found;
}

/// How Whittle calls it, in the words of the truth; empty: nothing happened then.
std::string foundKind(const DeviceHistory& history, CaseTime incident)
{
    std::string kind;
    for (const Registration& one : history.registrations) {
        const bool begins = one.beganAt && isNear(one.from, incident);
        const bool ends = one.ended != RegistrationEnd::Open && isNear(one.to, incident);
        if (ends && one.ended == RegistrationEnd::Rejected)
            return "rejected";
        if (begins) {
            const std::string began(toText(one.began));
            return began == "power-on" || began == "reset"      ? "reset"
                : began == "re-register" || began == "fallback" ? "reregister"
                                                                : began;
        }
        if (ends)
            kind = std::string(toText(one.ended));
    }
    return kind;
}

std::string sayWhen(CaseTime at)
{
    return toRfc3339(at.nsUtc).substr(0, 19);
}

void addInvented(IncidentRows& rows, const LabelledCase& one)
{
    for (const DeviceHistory& device : one.known.devices) {
        for (const Registration& registration : device.registrations) {
            const bool happened =
                std::ranges::any_of(one.truth.incidents, [&](const Truth::Incident& incident) {
                    const auto at = one.onCaseClock(incident.ns);
                    return incident.device == device.name && at && isNear(registration.to, *at);
                });
            if (registration.ended != RegistrationEnd::Open && device.isPhone && !happened)
                rows.invented.push_back(device.name + " " + sayWhen(registration.to) + " "
                                        + std::string(toText(registration.ended)));
        }
    }
}

} // namespace

IncidentRows compareIncidents(const LabelledCase& one)
{
    IncidentRows rows;
    const Moments moments = seenMoments(one);
    for (const Truth::Incident& incident : one.truth.incidents) {
        ++rows.all;
        const auto at = one.onCaseClock(incident.ns);
        const auto seen = moments.find(incident.device);
        if (!at || seen == moments.end()
            || std::ranges::none_of(seen->second, [&](CaseTime time) { return isNear(time, *at); }))
            continue;
        ++rows.inEvidence;
        const DeviceHistory* history = historyOf(one, incident.device);
        const std::string kind = history ? foundKind(*history, *at) : std::string();
        rows.found += kind.empty() ? 0 : 1;
        rows.sameKind += kind == incident.kind ? 1 : 0;
        if (kind != incident.kind)
            rows.missed.push_back(incident.device + " " + sayWhen(*at) + " " + incident.kind + ", found "
                                  + (kind.empty() ? "nothing" : kind));
    }
    if (one.known.reference != SourceId{} && one.onCaseClock(0))
        addInvented(rows, one);
    return rows;
}

} // namespace whittle::test

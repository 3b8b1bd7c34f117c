// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <set>
#include <span>
#include <string>

#include "models/checks/check.h"

namespace whittle
{

// What several checks need to put an outcome together.

/// What a report can show and a person can read; the whole count stands in the parameters.
constexpr std::size_t mostCitations = 25;

/// Adds a proof: its event (each once, the first ones alone), its device, its time.
inline void addProof(CheckOutcome& outcome, const CitedEvent& cited, const std::string& device)
{
    const auto same = [&](const CitedEvent& other) { return other.ref == cited.ref; };
    if (outcome.evidence.size() < mostCitations && std::ranges::none_of(outcome.evidence, same))
        outcome.evidence.push_back(cited);
    if (!device.empty() && std::ranges::find(outcome.devices, device) == outcome.devices.end())
        outcome.devices.push_back(device);
    outcome.from = outcome.from ? std::min(*outcome.from, cited.time) : cited.time;
    outcome.to = outcome.to ? std::max(*outcome.to, cited.time) : cited.time;
}

inline CheckOutcome notObservable(std::string id, std::vector<std::string> needs)
{
    CheckOutcome outcome;
    outcome.id = std::move(id);
    outcome.needs = std::move(needs);
    return outcome;
}

inline std::string phonesIn(const CheckOutcome& outcome)
{
    return std::to_string(outcome.devices.size());
}

/// Hours as a person writes them: "36", "0.5".
std::string hoursText(double hours);

/// The items of a list: "10.4.1.31,10.4.1.32".
std::set<std::string> itemsOf(std::string_view list, std::string_view separators = ",");

/// More than half of them.
bool isMost(std::size_t some, std::size_t all);

/// By time, then by source as the user sees them: not by which file was added first.
void inOrder(const CheckContext& context, std::vector<const EventRow*>& events);

/// The events of a kind that concern a device and happened at that moment, in whichever source: one proof
/// seen by several.
std::vector<const EventRow*> viewsOf(const CheckContext& context, const std::string& device,
                                     std::string_view kind, CaseTime at);

/// The marks of a device between two moments, both included.
std::span<const DeviceMark> marksBetween(const DeviceHistory& device, CaseTime from, CaseTime to);

/// Calls `visit(event)` for all single events, in their order, until a stop.
template <typename Visit>
void forEachSingle(const CheckContext& context, Visit visit)
{
    for (const EventRow& event : context.events.singles) {
        if (context.stop.stop_requested())
            return;
        visit(event);
    }
}

/// … of the sources of one format.
template <typename Visit>
void forEachOf(const CheckContext& context, std::string_view format, Visit visit)
{
    for (const SourceRow& source : context.events.sources) {
        if (source.format != format)
            continue;
        for (const EventRow& event : context.events.singlesOf(source.id))
            visit(event);
    }
}

/// The event with that address; null when it is a member of a train or does not exist.
const EventRow* eventAt(const CheckContext& context, const EventRef& ref);

/// When the end of the registration was known at the latest: its event, or the next registration.
CaseTime endKnown(const Loss& loss);

/// The source recorded on after that request for as long as an answer may take. Whoever ends sooner proves
/// nothing.
bool wentOn(const CheckContext& context, SourceId source, CaseTime request);
/// … and lost nothing in that time.
bool wouldShowAnswer(const CheckContext& context, SourceId source, CaseTime request);

/// Somebody who saw the last keepalive of the phone watched on, and lost nothing of it, until its end was
/// known: what is not there did not happen. Of a connection only captures show how it ended.
bool endWatched(const CheckContext& context, const Loss& loss);
bool connectionWatched(const CheckContext& context, const Loss& loss);

/// A source that shows DHCP of this phone watched all of that time and lost nothing.
bool dhcpWatched(const CheckContext& context, const DeviceHistory& device, CaseTime from, CaseTime to);

/// What was seen of the DHCP of these phones speaks for those that suffer: all of them are among them, and
/// their DHCP was watched from their last sign of life until they had lost their registration. Where nobody
/// suffers it speaks for nobody, and nobody knows what happened to a phone before it came from nowhere.
bool speaksForSufferers(const CheckContext& context, const std::set<std::string>& phones);

/// Fewer phones than this are no group: what one or two do says nothing about a node.
constexpr std::size_t fewestPhones = 3;

/// The phones that lost a registration, whoever wanted it, or came from nowhere.
std::set<const DeviceHistory*> sufferers(const CheckContext& context);

/// The sources at CallManager's side: its logs, and captures that show a group of registered phones.
std::set<SourceId> nodeSources(const CheckContext& context);

/// All phones that any source shows to be registered, known by name or not.
std::size_t phonesRegistered(const CheckContext& context);

/// Cites what ended the registration, where something did.
void citeEnd(const CheckContext& context, CheckOutcome& outcome, const Loss& loss);

} // namespace whittle

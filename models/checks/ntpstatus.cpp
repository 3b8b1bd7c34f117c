// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "models/base/fields.h"
#include "models/checks/evidence.h"

namespace whittle
{

namespace
{

/// The last answer of `utils ntp status` that each source has: one node each.
std::vector<const EventRow*> lastStatuses(const CheckContext& context)
{
    std::map<SourceId, const EventRow*> last;
    for (const EventRow& event : context.events.singles) {
        const EventRow*& known = last[event.ref.source];
        if (event.kind == "ntp.system-status" && (!known || event.time >= known->time))
            known = &event;
    }
    std::vector<const EventRow*> all;
    for (const auto& [source, event] : last) {
        if (event)
            all.push_back(event);
    }
    inOrder(context, all);
    return all;
}

/// The row of the peer that the system follows, in the same output.
const EventRow* systemPeer(const CheckContext& context, const EventRow& status)
{
    for (const EventRow& event : context.events.singles) {
        if (event.kind != "ntp.peer-status" || event.ref.source != status.ref.source
            || event.time != status.time)
            continue;
        const auto tally = FieldView(event.fields).value("tally");
        if (tally == "system-peer" || tally == "pps-peer")
            return &event;
    }
    return nullptr;
}

/// Following one's own clock driver (127.127.1.x) is not being synchronised.
bool followsItself(const EventRow& peer)
{
    return FieldView(peer.fields).value("remote").value_or("").starts_with("127.127.1.");
}

/// By what the tail says, and by the row it follows where the rows were pasted too.
bool isSynchronised(const CheckContext& context, const EventRow& status)
{
    const FieldView fields(status.fields);
    if (fields.value("synchronised") != "yes")
        return false;
    const EventRow* peer = systemPeer(context, status);
    const std::string server = fields.value("server").value_or("");
    return peer ? !followsItself(*peer) : !server.empty() && !server.starts_with("127.127.1.");
}

/// It is corrected still, or about to be.
bool isFarOff(const EventRow* peer)
{
    const auto offset = peer ? FieldView(peer->fields).value("offset-ms") : std::nullopt;
    return offset && std::abs(std::strtod(offset->c_str(), nullptr)) >= smallOffset * 1e3;
}

const EventRow* notSynchronised(const CheckContext& context, const std::vector<const EventRow*>& statuses)
{
    const auto found = std::ranges::find_if(
        statuses, [&](const EventRow* status) { return !isSynchronised(context, *status); });
    return found == statuses.end() ? nullptr : *found;
}

} // namespace

/// Of the nodes whose status is at hand, each by its last. No: one of them follows nobody. One that follows
/// somebody and is far off has not the right time yet.
CheckOutcome checkNtpSynchronised(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("ntp-synchronised", {"ntp-status"});
    const auto statuses = lastStatuses(context);
    if (statuses.empty())
        return outcome;
    const EventRow* bad = notSynchronised(context, statuses);
    const auto farOff = [&](const EventRow* status) { return isFarOff(systemPeer(context, *status)); };
    if (!bad && std::ranges::any_of(statuses, farOff))
        return outcome;
    outcome.needs.clear();
    outcome.result = bad ? CheckResult::No : CheckResult::Yes;
    const EventRow* status = bad ? bad : statuses.back();
    const EventRow* peer = bad ? nullptr : systemPeer(context, *status);
    addProof(outcome, context.cite(peer ? *peer : *status), {});
    if (bad)
        return outcome;
    const FieldView fields(peer ? peer->fields : status->fields);
    outcome.parameters = {{"server", fields.value(peer ? "remote" : "server").value_or("?")},
                          {"stratum", fields.value("stratum").value_or("?")},
                          {"reach", fields.value("reach").value_or("?")}};
    return outcome;
}

/// The same asked the other way round. No: all of them follow somebody; of other nodes it says nothing.
CheckOutcome checkNtpNotSynchronised(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("ntp-not-synchronised", {"ntp-status"});
    const auto statuses = lastStatuses(context);
    if (statuses.empty())
        return outcome;
    outcome.needs.clear();
    const EventRow* bad = notSynchronised(context, statuses);
    outcome.result = bad ? CheckResult::Yes : CheckResult::No;
    const EventRow& status = bad ? *bad : *statuses.back();
    addProof(outcome, context.cite(status), {});
    const EventRow* peer = systemPeer(context, status);
    outcome.parameters = {
        {"what", peer && followsItself(*peer) ? "it follows its own clock" : "no source is followed"}};
    return outcome;
}

} // namespace whittle

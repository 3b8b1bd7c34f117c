// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/evidence.h"

#include "models/base/fields.h"

namespace whittle
{

namespace
{

/// The last answer of `utils ntp status` that the case has.
const EventRow* lastSystemStatus(const CheckContext& context)
{
    std::vector<const EventRow*> all;
    for (const EventRow& event : context.events.singles) {
        if (event.kind == "ntp.system-status")
            all.push_back(&event);
    }
    inOrder(context, all);
    return all.empty() ? nullptr : all.back();
}

/// The row of the peer that the system follows, in the same output.
const EventRow* systemPeer(const CheckContext& context, const EventRow& status)
{
    for (const EventRow& event : context.events.singles) {
        if (event.kind == "ntp.peer-status" && event.ref.source == status.ref.source
            && event.time == status.time && FieldView(event.fields).value("tally") == "system-peer")
            return &event;
    }
    return nullptr;
}

/// Following one's own clock driver (127.127.1.x) is not being synchronised.
bool followsItself(const EventRow& peer)
{
    return FieldView(peer.fields).value("remote").value_or("").starts_with("127.127.1.");
}

} // namespace

CheckOutcome checkNtpSynchronised(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("ntp-synchronised", {"ntp-status"});
    const EventRow* status = lastSystemStatus(context);
    if (!status)
        return outcome;
    const EventRow* peer = systemPeer(context, *status);
    const bool yes =
        FieldView(status->fields).value("synchronised") == "yes" && peer && !followsItself(*peer);
    outcome.needs.clear();
    outcome.result = yes ? CheckResult::Yes : CheckResult::No;
    addProof(outcome, context.cite(yes ? *peer : *status), {});
    if (yes) {
        const FieldView fields(peer->fields);
        outcome.parameters = {{"server", fields.value("remote").value_or("?")},
                              {"stratum", fields.value("stratum").value_or("?")},
                              {"reach", fields.value("reach").value_or("?")}};
    }
    return outcome;
}

CheckOutcome checkNtpNotSynchronised(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("ntp-not-synchronised", {"ntp-status"});
    const EventRow* status = lastSystemStatus(context);
    if (!status)
        return outcome;
    const CheckOutcome synchronised = checkNtpSynchronised(context);
    outcome.needs.clear();
    outcome.result = synchronised.result == CheckResult::Yes ? CheckResult::No : CheckResult::Yes;
    addProof(outcome, context.cite(*status), {});
    const EventRow* peer = systemPeer(context, *status);
    outcome.parameters = {
        {"what", peer && followsItself(*peer) ? "it follows its own clock" : "no source is followed"}};
    return outcome;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "models/base/fields.h"
#include "models/events/registrationends.h"
#include "models/events/registrationsigns.h"

// The part of RegistrationSigns that gathers what can end a registration.

namespace whittle
{

/// What came of the client's last request until then is that nobody answered who would have been seen to.
bool RegistrationSigns::askedInVain(CaseTime asked) const
{
    const LeaseRequest* last = nullptr;
    for (const Lease& lease : m_leases) {
        for (const LeaseRequest& request : lease.requests)
            last = request.at <= asked + sameMoment ? &request : last;
    }
    return last && last->outcome == RequestOutcome::Silence;
}

/// A client that looks for a server right after it asked all of them in vain to keep its address has lost it.
bool RegistrationSigns::losesLease(const TimedEvent& timed)
{
    const std::string_view kind = timed.event->kind;
    if (kind == "dhcp.discover") {
        const auto asked = std::exchange(m_rebinding, {});
        return asked && timed.at - *asked <= lastRebinding && askedInVain(*asked);
    }
    const auto state = kind == "dhcp.request" ? FieldView(timed.event->fields).value("state") : std::nullopt;
    if (state == "rebinding")
        m_rebinding = timed.at;
    else if (state || kind == "dhcp.ack" || kind == "phone.boot")
        m_rebinding.reset();
    return false;
}

void RegistrationSigns::addEnd(const TimedEvent& timed)
{
    const EventRow& event = *timed.event;
    const auto how = losesLease(timed) ? std::optional(RegistrationEnd::AddressLost) : endOf(event);
    if (!how)
        return;
    const bool isAlarm = event.kind.starts_with("alarm.");
    EndSign end{timed.at, *how, timed.event, {}, {}};
    if (isAlarm)
        end.nodeName = FieldView(event.fields).value("node").value_or("");
    if (provesRegistration(event))
        m_proven = timed.at;
    if (provesRegistration(event) && !isAlarm)
        m_over = timed.at;
    m_ends.push_back(std::move(end));
}

/// Which registration an order, or a REGISTER that ends one, is about.
void RegistrationSigns::addOwners()
{
    for (EndSign& end : m_ends) {
        if (!end.event->kind.starts_with("sip."))
            continue;
        const FieldView fields(end.event->fields);
        for (const std::string_view name : {"register-call-id", "call-id"}) {
            const auto call = m_calls.find(fields.value(name).value_or(""));
            if (call != m_calls.end() && !end.attempt)
                end.attempt = call->second.attempt;
        }
    }
}

} // namespace whittle

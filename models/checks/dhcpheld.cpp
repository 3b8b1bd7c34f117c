// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/dhcpheld.h"

#include <algorithm>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/checks/starts.h"

namespace whittle
{

namespace
{

constexpr Nanoseconds afterRelease = std::chrono::seconds{1};

IpAddress addressIn(const EventRow& event, const char* field)
{
    return IpAddress::fromText(FieldView(event.fields).value(field).value_or("")).value_or(IpAddress{});
}

/// In the source of the refusal: that address was the last one given to the phone before it, or the phone
/// gives it back behind it.
bool isGivenAround(const CheckContext& context, const DeviceHistory& device, const EventRow& refusal,
                   const IpAddress& address)
{
    bool held = false;
    for (const DeviceMark& mark : device.marks) {
        const EventRow* event = mark.ref.source == refusal.ref.source ? eventAt(context, mark.ref) : nullptr;
        const bool given = event && event->kind == "dhcp.ack";
        const bool released = event && event->kind == "dhcp.release";
        if (!given && !released)
            continue;
        const IpAddress named = addressIn(*event, given ? "your-ip" : "client-ip");
        if (event->ref.place < refusal.ref.place)
            held = given && named == address;
        else if (released && mark.at - context.at(refusal) < nextRefusal)
            return named == address;
    }
    return held;
}

/// What it was given next is of another network: a phone that moved asks for its old address, and must be
/// refused.
bool movedAway(const CheckContext& context, const DeviceHistory& device, CaseTime refused,
               const IpAddress& address)
{
    const auto after = marksBetween(device, refused, refused + sameSearch);
    const auto given = std::ranges::find(after, "dhcp.ack", &DeviceMark::kind);
    const EventRow* ack = given == after.end() ? nullptr : eventAt(context, given->ref);
    const IpAddress next = ack ? addressIn(*ack, "your-ip") : IpAddress{};
    return next.isSet() && !inSameSubnet(next, address);
}

} // namespace

bool hadReleased(const DeviceHistory& device, const EventRef& refusal, CaseTime at)
{
    return std::ranges::any_of(marksBetween(device, at - afterRelease, at), [&](const DeviceMark& mark) {
        return mark.kind == "dhcp.release"
            && (mark.ref.source != refusal.source || mark.ref.place < refusal.place);
    });
}

bool wasHeld(const CheckContext& context, const DeviceHistory& device, const LeaseRequest& request)
{
    const EventRow* refusal = request.answer ? eventAt(context, *request.answer) : nullptr;
    const IpAddress address = refusal ? addressIn(*refusal, "requested-ip") : IpAddress{};
    if (!address.isSet() || movedAway(context, device, request.answeredAt, address))
        return false;
    const auto wasRegistered = [&](const Registration& registration) {
        const CaseTime last = std::max(registration.to, registration.alive.value_or(registration.to));
        return registration.address == address && registration.from < request.at
            && request.at - last < sameSearch && registration.ended != RegistrationEnd::Rejected;
    };
    return std::ranges::any_of(device.registrations, wasRegistered)
        || isGivenAround(context, device, *refusal, address);
}

} // namespace whittle

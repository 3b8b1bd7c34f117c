// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/leasefields.h"

#include <algorithm>

#include "models/base/fields.h"

namespace whittle
{

namespace
{

void addAddress(FieldWriter& fields, std::string_view key, const IpAddress& address)
{
    if (address.isSet())
        fields.add(key, toText(address));
}

void addTimes(FieldWriter& fields, const Lease& lease)
{
    if (!lease.length)
        return;
    fields.addNumber("lease-s", lease.length->count());
    if (*lease.length == infiniteLease)
        return;
    fields.addNumber("t1-s", lease.t1.count());
    fields.addNumber("t2-s", lease.t2.count());
    if (const auto end = expiryOf(lease))
        fields.add("expiry", toRfc3339(end->nsUtc));
}

void addRequests(FieldWriter& fields, const Lease& lease)
{
    const auto count = [&](RequestOutcome outcome) {
        return std::ranges::count(lease.requests, outcome, &LeaseRequest::outcome);
    };
    const auto renewals = std::ranges::count_if(lease.requests, [](const LeaseRequest& request) {
        return isHeld(request.state) && request.outcome == RequestOutcome::Acknowledged;
    });
    fields.addNumber("requests", static_cast<std::int64_t>(lease.requests.size()));
    fields.addNumber("renewals", renewals);
    fields.addNumber("acknowledged", count(RequestOutcome::Acknowledged));
    fields.addNumber("refused", count(RequestOutcome::Refused));
    fields.addNumber("silent", count(RequestOutcome::Silence));
    fields.addNumber("not-watched", count(RequestOutcome::Unknown));
    if (lease.requests.empty())
        return;
    const LeaseRequest& last = lease.requests.back();
    fields.add("last-state", toText(last.state));
    fields.add("last-outcome", toText(last.outcome));
    fields.addNumber("last-tries", last.tries);
}

} // namespace

std::string fieldsOf(const Lease& lease)
{
    FieldWriter fields;
    addAddress(fields, "address", lease.address);
    addAddress(fields, "server", lease.server);
    addAddress(fields, "relay", lease.relay);
    addAddress(fields, "refused-by", lease.refusedBy);
    std::string others;
    for (const IpAddress& server : lease.otherServers)
        others += (others.empty() ? "" : ",") + toText(server);
    if (!others.empty())
        fields.add("other-servers", others);
    addTimes(fields, lease);
    addRequests(fields, lease);
    std::string text(fields.text());
    if (!lease.options.empty())
        text += ";" + lease.options;
    return text;
}

} // namespace whittle

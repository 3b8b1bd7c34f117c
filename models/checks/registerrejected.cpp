// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/checks/starts.h"

namespace whittle
{

namespace
{

CheckOutcome checkRefusals(const CheckContext& context, CheckOutcome outcome, bool ofCertificate)
{
    std::size_t count = 0;
    std::map<std::string, std::size_t> reasons;
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested())
            return outcome;
        if (!device.isPhone)
            continue;
        for (const RegistrationRefusal& refusal : lastingRefusals(context, device, ofCertificate)) {
            ++count;
            ++reasons[refusal.why];
            addProof(outcome, context.cite(*refusal.event), device.name);
        }
    }
    if (count == 0)
        return outcome;
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    const auto most =
        std::ranges::max_element(reasons, {}, &std::pair<const std::string, std::size_t>::second);
    outcome.parameters = {{"count", std::to_string(count)},
                          {"phones", phonesIn(outcome)},
                          {"device", outcome.devices.front()},
                          {"why", most->first}};
    return outcome;
}

} // namespace

/// Never no: phones that were not seen to try may be refused, too.
CheckOutcome checkRegistrationRefused(const CheckContext& context)
{
    return checkRefusals(
        context,
        notObservable("registration-refused", {"cucm-trace", "cucm_side", "syslog", "phone-console"}), false);
}

CheckOutcome checkCertificateRefused(const CheckContext& context)
{
    return checkRefusals(
        context, notObservable("certificate-refused", {"cucm-trace", "syslog", "phone-console"}), true);
}

namespace
{

/// The phones that the description of the site names.
std::set<std::string> plannedPhones(const CheckContext& context)
{
    std::set<std::string> phones;
    forEachOf(context, "site", [&](const EventRow& event) {
        if (event.kind == "site.phone")
            phones.insert(FieldView(event.fields).value("name").value_or(""));
    });
    return phones;
}

} // namespace

/// Who tries and does not get registered. Yes: all phones that are known. No: only some; or none, where the
/// description of the site tells which phones there are and each of them is seen to be registered, for a
/// phone without an address or a configuration shows nowhere but at its own port.
CheckOutcome checkPhonesFailToRegister(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("phones-fail-to-register", {"cucm-trace", "syslog"});
    std::size_t failing = 0;
    std::size_t well = 0;
    std::size_t unknown = 0;
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested())
            return outcome;
        if (!device.isPhone)
            continue;
        const bool open =
            !device.registrations.empty() && device.registrations.back().ended == RegistrationEnd::Open;
        const bool fails = failsToRegister(context, device);
        ++(fails ? failing : open ? well : unknown);
        if (fails)
            outcome.devices.push_back(device.name);
    }
    const std::size_t of = failing + well + unknown;
    if (failing == 0 && (well == 0 || unknown > 0 || plannedPhones(context).empty()))
        return outcome;
    outcome.needs.clear();
    outcome.result = failing > 0 && failing == of ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"suffering", std::to_string(failing)}, {"of", std::to_string(of)}};
    return outcome;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/evidence.h"

#include "models/base/fields.h"
#include "models/events/deviceevents.h"

namespace whittle {

namespace {

constexpr double most = 0.5;

bool isMost(std::size_t some, std::size_t all)
{
    return all > 0 && static_cast<double>(some) > most * static_cast<double>(all);
}

void citeEnd(const CheckContext& context, CheckOutcome& outcome, const Loss& loss)
{
    const EventRow* event = loss.registration->endedAt ? eventAt(context, *loss.registration->endedAt) : nullptr;
    if (event)
        addProof(outcome, context.cite(*event), loss.device->name);
}

/// The phone asked for an address, or gave it up, between the end of one registration and the next.
const DeviceMark* addressChange(const Loss& loss)
{
    const CaseTime until = loss.next ? loss.next->from : loss.at + std::chrono::minutes {10};
    for (const DeviceMark& mark : loss.device->marks) {
        const bool address = mark.kind == "dhcp.discover" || mark.kind == "dhcp.nak" || mark.kind == "dhcp.release"
            || mark.kind == "phone.address-cleared" || mark.kind == "phone.lease-expired";
        if (address && mark.at >= loss.at - sameMoment && mark.at <= until)
            return &mark;
    }
    return nullptr;
}

/// DHCP of this very phone is in the evidence: then its absence at another time means something.
bool dhcpVisible(const Loss& loss)
{
    return std::ranges::any_of(loss.device->marks, [](const DeviceMark& mark) { return mark.kind.starts_with("dhcp."); });
}

std::size_t phonesRegistered(const CheckContext& context)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(context.devices, [](const DeviceHistory& device) { return !device.registrations.empty(); }));
}

} // namespace

CheckOutcome checkAllPhonesSuffer(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("all-phones-suffer", {"cucm-trace", "syslog"});
    const std::size_t of = phonesRegistered(context);
    std::set<const DeviceHistory*> suffering;
    for (const Loss& loss : context.losses) {
        suffering.insert(loss.device);
        citeEnd(context, outcome, loss);
    }
    if (of == 0)
        return outcome;
    outcome.parameters = {{"suffering", std::to_string(suffering.size())}, {"of", std::to_string(of)}};
    if (of == 1 && !suffering.empty()) // one phone is all that was watched: that says nothing about the others
        return outcome;
    outcome.needs.clear();
    outcome.result = suffering.size() == of ? CheckResult::Yes : CheckResult::No;
    return outcome;
}

CheckOutcome checkAddressGivenUp(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("address-given-up-before-reset", {"phone_side", "phone-console"});
    std::size_t changed = 0;
    std::size_t judged = 0;
    for (const Loss& loss : context.losses) {
        const DeviceMark* mark = addressChange(loss);
        judged += mark || dhcpVisible(loss);
        changed += mark != nullptr;
        if (mark)
            addProof(outcome, {mark->ref, mark->at}, loss.device->name);
    }
    if (judged == 0)
        return outcome;
    outcome.needs.clear();
    outcome.result = isMost(changed, judged) ? CheckResult::Yes : CheckResult::No;
    return outcome;
}

CheckOutcome checkResetCommanded(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("reset-commanded", {"cucm-trace", "cucm_side"});
    const bool yes = !context.commanded.empty() && context.losses.empty();
    const bool visible = anyEvent(context, "sccp.");
    if (!yes && (!visible || context.losses.empty()))
        return outcome;
    outcome.needs.clear();
    outcome.result = yes ? CheckResult::Yes : CheckResult::No;
    if (!yes)
        return outcome;
    for (const Loss& loss : context.commanded)
        citeEnd(context, outcome, loss);
    outcome.parameters = {{"count", std::to_string(context.commanded.size())},
                          {"phones", phonesIn(outcome)},
                          {"type", std::string(toText(context.commanded.front().registration->ended))}};
    return outcome;
}

CheckOutcome checkDropTogether(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("registrations-drop-together", {"cucm-trace", "syslog"});
    constexpr Nanoseconds together = std::chrono::seconds {5};
    constexpr std::size_t fewestPhones = 3;
    const std::size_t of = phonesRegistered(context);
    if (of < fewestPhones || context.losses.empty())
        return outcome;
    std::vector<const Loss*> largest;
    for (std::size_t first = 0; first < context.losses.size(); ++first) {
        std::vector<const Loss*> group;
        std::set<const DeviceHistory*> devices;
        for (std::size_t i = first; i < context.losses.size() && context.losses[i].at - context.losses[first].at <= together; ++i) {
            if (devices.insert(context.losses[i].device).second)
                group.push_back(&context.losses[i]);
        }
        if (group.size() > largest.size())
            largest = std::move(group);
    }
    outcome.needs.clear();
    const bool yes = largest.size() >= fewestPhones && isMost(largest.size(), of);
    outcome.result = yes ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"phones", std::to_string(largest.size())},
                          {"of", std::to_string(of)},
                          {"node", toText(largest.front()->registration->node.address)}};
    for (const Loss* loss : largest) {
        if (yes)
            citeEnd(context, outcome, *loss);
    }
    return outcome;
}

CheckOutcome checkConnectionReset(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("connection-reset", {"phone_side", "cucm_side"});
    if (context.losses.empty() || !anyEvent(context, "tcp."))
        return outcome;
    std::size_t resets = 0;
    std::string sender;
    for (const Loss& loss : context.losses) {
        if (loss.registration->ended != RegistrationEnd::TcpReset)
            continue;
        ++resets;
        citeEnd(context, outcome, loss);
        if (const EventRow* rst = eventAt(context, *loss.registration->endedAt))
            sender = toText(rst->source.address);
    }
    outcome.needs.clear();
    outcome.result = isMost(resets, context.losses.size()) ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"count", std::to_string(resets)}, {"sender", sender}};
    return outcome;
}

CheckOutcome checkPoweredUp(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("phones-powered-up", {"cucm-trace", "phone-console"});
    std::size_t powered = 0;
    std::size_t judged = 0;
    for (const Loss& loss : context.losses) {
        if (!loss.next || loss.next->began == RegistrationBegin::Unknown)
            continue;
        const bool alarm = std::ranges::any_of(loss.device->marks, [&](const DeviceMark& mark) {
            return mark.kind == "sccp.alarm" && mark.at <= loss.next->from + sameMoment && mark.at >= loss.at;
        });
        judged += alarm;
        if (loss.next->began != RegistrationBegin::PowerOn)
            continue;
        ++powered;
        for (const DeviceMark& mark : loss.device->marks) {
            if (mark.kind == "sccp.alarm" && mark.at <= loss.next->from + sameMoment && mark.at >= loss.at)
                addProof(outcome, {mark.ref, mark.at}, loss.device->name);
        }
    }
    if (judged == 0)
        return outcome;
    outcome.needs.clear();
    outcome.result = isMost(powered, judged) ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"phones", phonesIn(outcome)}};
    return outcome;
}

} // namespace whittle

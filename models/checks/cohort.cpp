// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/evidence.h"

#include <cmath>
#include <cstdio>
#include <map>

#include "models/base/fields.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

using Devices = std::set<const DeviceHistory*>;

/// Something that several phones may share: "subnet", "10.2.16.0/24".
using Trait = std::pair<std::string, std::string>;
struct Traits {
    std::map<Trait, Devices> having{};
    std::map<std::string, Devices> known{}; ///< of which phones something of that kind is known
};

class Collector
{
public:
    explicit Collector(const CheckContext& context)
        : m_context(context)
    {
        for (const DeviceHistory& device : context.devices) {
            if (device.isPhone)
                m_phones.emplace(device.name, &device);
        }
    }

    Traits traits()
    {
        for (const auto& [name, device] : m_phones)
            addOwn(*device);
        addJoins();
        addDescribed();
        return std::move(m_traits);
    }

private:
    void add(const DeviceHistory& device, const char* what, const std::string& value)
    {
        if (value.empty())
            return;
        m_traits.having[{what, value}].insert(&device);
        m_traits.known[what].insert(&device);
    }

    void addOwn(const DeviceHistory& device)
    {
        if (!device.registrations.empty()) { // those behind it may be where the trouble led
            const Registration& registration = device.registrations.front();
            add(device, "node", toText(registration.node.address));
            add(device, "protocol", std::string(toText(registration.protocol)));
            addSubnet(device, registration.address);
        }
        for (const Lease& lease : device.leases) {
            add(device, "DHCP server", toText(lease.server));
            add(device, "relay", toText(lease.relay));
            if (lease.length && *lease.length != infiniteLease)
                add(device, "lease", hoursText(static_cast<double>(lease.length->count()) / 3600) + " h");
        }
        const auto found = m_context.byDevice.find(device.name);
        if (found == m_context.byDevice.end())
            return;
        for (const TimedEvent& timed : found->second.events)
            addSaid(device, *timed.event);
    }

    /// What it says of itself as it registers.
    void addSaid(const DeviceHistory& device, const EventRow& event)
    {
        if (event.kind != "sccp.register" && event.kind != "sip.register" && event.kind != "sccp.alarm")
            return;
        const FieldView fields(event.fields);
        for (const char* const model : {"model", "device-type"})
            add(device, "model", fields.value(model).value_or(""));
        for (const char* const load : {"load", "active-load", "firmware"})
            add(device, "firmware", fields.value(load).value_or(""));
    }

    void addSubnet(const DeviceHistory& device, const IpAddress& address)
    {
        if (address.family != IpAddress::Family::V4)
            return;
        IpAddress network = address;
        network.bytes[3] = 0;
        add(device, "subnet", toText(network) + "/24");
    }

    void addJoins()
    {
        for (const Join& join : m_context.identity.joins()) {
            const auto phone =
                join.kind == JoinKind::SwitchPort ? m_phones.find(join.device) : m_phones.end();
            if (phone != m_phones.end())
                add(*phone->second, "switch", join.text.substr(0, join.text.find(' ')));
        }
    }

    /// As the site is described.
    void addDescribed()
    {
        forEachOf(m_context, "site", [&](const EventRow& event) {
            if (event.kind != "site.phone")
                return;
            const FieldView fields(event.fields);
            const auto phone = m_phones.find(fields.value("name").value_or(""));
            if (phone == m_phones.end())
                return;
            add(*phone->second, "switch", fields.value("switch").value_or(""));
            add(*phone->second, "voice VLAN", fields.value("vlan").value_or(""));
            add(*phone->second, "device pool", fields.value("device-pool").value_or(""));
        });
    }

    const CheckContext& m_context;
    std::map<std::string, const DeviceHistory*> m_phones;
    Traits m_traits;
};

double logChoose(std::size_t n, std::size_t k)
{
    const auto gamma = [](std::size_t x) { return std::lgamma(static_cast<double>(x) + 1); };
    return gamma(n) - gamma(k) - gamma(n - k);
}

/// How many have a trait, of those that suffer and of the others.
struct Share {
    std::size_t with = 0;
    std::size_t of = 0;
    std::size_t othersWith = 0;
    std::size_t others = 0;

    /// What all have, or one alone, tells nobody apart.
    bool tells() const { return with + othersWith > 1 && with + othersWith < of + others; }

    /// Fisher's exact test, one-sided: chance that so many or more of those with the trait suffer.
    double p() const
    {
        const std::size_t all = of + others;
        const std::size_t have = with + othersWith;
        double sum = 0;
        for (std::size_t k = with; k <= std::min(of, have); ++k) {
            if (have - k <= others)
                sum += std::exp(logChoose(of, k) + logChoose(others, have - k) - logChoose(all, have));
        }
        return std::min(sum, 1.0);
    }
};

/// Of those of which it is known.
Share shareOf(const Devices& having, const Devices& known, const Devices& suffering, const Devices& well)
{
    Share share;
    for (const DeviceHistory* device : known) {
        const bool has = having.contains(device);
        const bool suffers = suffering.contains(device);
        const bool isWell = well.contains(device);
        share.of += suffers;
        share.with += suffers && has;
        share.others += isWell;
        share.othersWith += isWell && has;
    }
    return share;
}

/// Most of those that suffer, and some of the others: what is known only of phones that say it as they come
/// back tells them apart from nobody.
bool isComparable(const Share& share, std::size_t suffering, std::size_t well)
{
    constexpr double most = 0.8;
    constexpr double some = 0.5;
    return static_cast<double>(share.of) >= most * static_cast<double>(suffering)
        && static_cast<double>(share.others) >= some * static_cast<double>(well);
}

std::string probabilityText(double p)
{
    char text[32];
    std::snprintf(text, sizeof text, p < 0.001 ? "%.0e" : "%.2g", p);
    return text;
}

} // namespace

/// Yes: nearly all phones that suffer share what few of the others have, by an exact test that is corrected
/// for how much was compared.
CheckOutcome checkCohort(const CheckContext& context)
{
    constexpr double chance = 0.05;
    constexpr double nearlyAll = 0.8;
    CheckOutcome outcome = notObservable("sufferers-share", {"site", "cucm-trace"});
    const Devices suffering = sufferers(context);
    Devices well;
    for (const DeviceHistory& device : context.devices) {
        if (device.isPhone && !device.registrations.empty() && !suffering.contains(&device))
            well.insert(&device);
    }
    if (suffering.size() < 2 || well.size() < 2)
        return outcome;
    const Traits traits = Collector(context).traits();
    std::vector<std::pair<Trait, Share>> compared;
    for (const auto& [trait, having] : traits.having) {
        const Share share = shareOf(having, traits.known.at(trait.first), suffering, well);
        if (share.tells() && isComparable(share, suffering.size(), well.size()))
            compared.emplace_back(trait, share);
    }
    const auto best = std::ranges::min_element(compared, {}, [](const auto& one) { return one.second.p(); });
    if (best == compared.end())
        return outcome;
    const Share& share = best->second;
    const double p = std::min(1.0, share.p() * static_cast<double>(compared.size()));
    if (p >= chance || static_cast<double>(share.with) < nearlyAll * static_cast<double>(share.of))
        return outcome;
    for (const DeviceHistory* device : suffering) {
        const auto& registrations = device->registrations;
        const auto ref = registrations.empty() ? std::nullopt : registrations.front().endedAt;
        if (const EventRow* event = ref ? eventAt(context, *ref) : nullptr)
            addProof(outcome, context.cite(*event), device->name);
    }
    std::ranges::sort(outcome.devices);
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    outcome.parameters = {{"what", best->first.first},
                          {"value", best->first.second},
                          {"with", std::to_string(share.with)},
                          {"of", std::to_string(share.of)},
                          {"others-with", std::to_string(share.othersWith)},
                          {"others", std::to_string(share.others)},
                          {"p", probabilityText(p)}};
    return outcome;
}

} // namespace whittle

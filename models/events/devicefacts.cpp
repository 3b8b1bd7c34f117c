// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/devicefacts.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "models/base/ascii.h"
#include "models/base/fields.h"
#include "models/events/caseevents.h"
#include "models/events/devicename.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

/// "6012" of "sip:6012@10.20.1.11"; empty without a user.
std::string_view userOf(std::string_view uri)
{
    const auto scheme = uri.find(':');
    const auto at = uri.rfind('@');
    if (scheme == std::string_view::npos || at == std::string_view::npos || at < scheme)
        return {};
    return uri.substr(scheme + 1, at - scheme - 1);
}

bool isNumber(std::string_view text)
{
    return !text.empty()
        && std::ranges::all_of(text, [](char c) { return isDigit(c) || c == '+' || c == '*' || c == '#'; });
}

std::string joined(std::string_view device, std::string_view port)
{
    std::string text(device);
    if (!device.empty() && !port.empty())
        text += ' ';
    return text += port;
}

class FactFinder
{
public:
    FactFinder(const CaseEvents& events, const ClockSet& clocks, const Identity& identity)
        : m_events(events)
        , m_clocks(clocks)
        , m_identity(identity)
    {
    }

    void learn(const EventRow& event)
    {
        const std::string_view kind = event.kind;
        if (kind == "sip.register")
            learnRegister(event);
        else if (kind == "site.phone")
            learnSitePhone(event);
        else if (kind == "site.phone-control-user" || kind == "trace.phone-control-user")
            learnUser(event);
        else if (kind.starts_with("cdp.") || kind.starts_with("lldp."))
            learnAnnouncement(event);
        else if (kind.starts_with("dhcp."))
            learnRelayAgent(event);
        else if (kind.starts_with("sip.") || kind == "sccp.enhanced-alarm")
            learnAlarm(event);
    }

    std::vector<Join> joins()
    {
        for (const auto& [source, wire] : m_wires) {
            if (wire.phones.size() != 1 || wire.ports.size() != 1)
                continue;
            const auto& [port, seen] = *wire.ports.begin();
            for (const EventRow* event : seen)
                add(*event, *wire.phones.begin(), JoinKind::SwitchPort, port, "announced");
        }
        std::vector<Join> all;
        for (auto& [key, fact] : m_facts)
            all.push_back(std::move(fact));
        return all;
    }

private:
    /// What announces itself in one source.
    struct Wire {
        std::set<std::string> phones{};
        std::map<std::string, std::vector<const EventRow*>> ports{}; ///< of switches
    };

    void learnRegister(const EventRow& event)
    {
        const FieldView fields(event.fields);
        const std::string from = fields.value("from").value_or("");
        const std::string_view user = userOf(from);
        add(event, event.device, isNumber(user) ? JoinKind::Number : JoinKind::User, std::string(user),
            "registers");
    }

    void learnSitePhone(const EventRow& event)
    {
        const FieldView fields(event.fields);
        const std::string name = canonicalName(fields.value("name").value_or(""));
        add(event, name, JoinKind::Number, fields.value("dn").value_or(""), "described");
        add(event, name, JoinKind::SwitchPort,
            joined(fields.value("switch").value_or(""), fields.value("port").value_or("")), "described");
    }

    /// "tel:6002;phone-context=dialstring;device=SEP…", or what a trace of the server's says of it.
    void learnUser(const EventRow& event)
    {
        const FieldView fields(event.fields);
        std::string device = fields.value("device-name").value_or("");
        if (device.empty())
            device = fields.value("controlled-devices").value_or("");
        add(event, device, JoinKind::User, fields.value("user").value_or(""), "phone-control");
        add(event, device, JoinKind::Number, fields.value("line").value_or(""), "phone-control");
    }

    /// On a wire to one phone its port announces itself, and the phone does.
    void learnAnnouncement(const EventRow& event)
    {
        const FieldView fields(event.fields);
        Wire& wire = m_wires[event.ref.source];
        if (!event.device.empty()) {
            wire.phones.insert(canonicalName(event.device));
            return;
        }
        std::string name = fields.value("device-id").value_or("");
        if (name.empty())
            name = fields.value("system-name").value_or(fields.value("chassis-id").value_or(""));
        if (const auto port = fields.value("port-id"); port && !name.empty())
            wire.ports[joined(name, *port)].push_back(&event);
    }

    void learnRelayAgent(const EventRow& event)
    {
        if (event.fields.find("relay-circuit-id=") == std::string::npos)
            return;
        const FieldView fields(event.fields);
        add(event, m_identity.deviceOf(event), JoinKind::SwitchPort,
            joined(fields.value("relay-remote-id").value_or(""),
                   fields.value("relay-circuit-id").value_or("")),
            "relay-agent");
    }

    void learnAlarm(const EventRow& event)
    {
        if (event.fields.find("neighbor-device=") == std::string::npos)
            return;
        const FieldView fields(event.fields);
        add(event, m_identity.deviceOf(event), JoinKind::SwitchPort,
            joined(fields.value("neighbor-device").value_or(""), fields.value("neighbor-port").value_or("")),
            "phone-alarm");
    }

    void add(const EventRow& event, const std::string& device, JoinKind kind, std::string text,
             const char* reason)
    {
        const std::string name = canonicalName(device);
        if (text.empty() || !m_identity.devices().contains(name))
            return;
        const SourceRow* source = m_events.source(event.ref.source);
        const bool timed = source && source->first && canBeCompared(m_clocks.clock(source->id));
        const CaseTime at =
            timed ? m_clocks.at(event.ref.source, event.time, event.ref.place.number) : CaseTime{};
        const auto [known, isNew] = m_facts.try_emplace({name, kind, text, reason},
                                                        Join{.device = name,
                                                             .kind = kind,
                                                             .text = text,
                                                             .span = {at, at},
                                                             .reason = reason,
                                                             .proof = event.ref});
        if (isNew || !timed)
            return;
        Join& join = known->second;
        if (at < join.span.from)
            join.proof = event.ref;
        join.span = {std::min(join.span.from, at), std::max(join.span.to, at)};
    }

    const CaseEvents& m_events;
    const ClockSet& m_clocks;
    const Identity& m_identity;
    std::map<SourceId, Wire> m_wires;
    std::map<std::tuple<std::string, JoinKind, std::string, std::string>, Join> m_facts;
};

} // namespace

std::vector<Join> findFacts(const CaseEvents& events, const ClockSet& clocks, const Identity& identity,
                            const std::stop_token& stop)
{
    FactFinder finder(events, clocks, identity);
    for (const EventRow& event : events.singles) {
        if (stop.stop_requested())
            return {};
        finder.learn(event);
    }
    return finder.joins();
}

} // namespace whittle

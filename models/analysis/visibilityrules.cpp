// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/visibilityrules.h"

#include <algorithm>

namespace whittle
{

namespace
{

using enum Component;
using enum Layer;
using enum RuleCounts;

constexpr std::string_view captures = "pcap pcapng packet-text";
constexpr std::string_view traces = "cucm-sdi cucm-sdl";
constexpr std::string_view ntpPackets = "ntp.client ntp.server ntp.symmetric ntp.broadcast";
constexpr std::string_view ntpStatus = "ntp.peer-status ntp.system-status ntp.configured-server ntp.log";
constexpr std::string_view ofSipPhones = "sip.register sip.refer";
constexpr std::string_view ofPhoneControl = "sip.info sip.service"; // CSTA in INFO, SERVICE of OCS

/// A kind more is a word or a row more. What was on the wire shows its component at the message's layer; all
/// that a trace, a log or a status holds is its writer's own account, and a protocol's message in it also
/// shows the other end, at the protocol's layer.
constexpr VisibilityRule rules[] = {
    {captures, "cdp. lldp.", Phone, Link, Traffic::Announcements},
    {captures, "cdp. lldp.", SwitchPort, Link, Traffic::Announcements},
    {captures, "dhcp. bootp.", Phone, Network, Traffic::Dhcp},
    {captures, "dhcp. bootp.", Dhcp, Application, Traffic::Dhcp},
    {captures, "tftp.", Phone, Application, Traffic::Tftp},
    {captures, "tftp.", Tftp, Transport, Traffic::Tftp}, // UDP: a message is all there is
    {captures, "tftp.", Tftp, Application, Traffic::Tftp},
    {captures, "http.", Phone, Application, Traffic::Http},
    {captures, "http.", Tftp, Application, Traffic::Http},
    {captures, "sccp.", Phone, Application, Traffic::Registrations},
    {captures, "sccp.", Cucm, Application, Traffic::Registrations},
    {captures, ofSipPhones, Phone, Application, Traffic::Sip},
    {captures, ofSipPhones, Cucm, Application, Traffic::Sip},
    {captures, ntpPackets, NtpSource, Transport, Traffic::Ntp},
    {captures, ntpPackets, NtpSource, Application, Traffic::Ntp},
    {captures, ntpPackets, NodeClock, Transport, Traffic::Ntp},
    {captures, ntpPackets, NodeClock, Application, Traffic::Ntp},
    {captures, ofPhoneControl, Presence, Application, Traffic::Sip},
    {captures, ofPhoneControl, Ocs, Application, Traffic::Sip},
    {captures, "sip.publish sip.message", Presence, Application, Traffic::Sip},
    {captures, "sip.publish sip.message", Client, Application, Traffic::Sip},

    {captures, "arp.", Phone, Link, Traffic::Arp, Beside},
    {captures, "icmp.", Phone, Network, Traffic::Icmp, Beside},
    {captures, "icmp.", Dhcp, Network, Traffic::Icmp, Beside},
    {captures, "icmp.", Tftp, Network, Traffic::Icmp, Beside},
    {captures, "icmp.", Cucm, Network, Traffic::Icmp, Beside},
    {captures, "icmp.", NtpSource, Network, Traffic::Icmp, Beside},
    {captures, "icmp.", NodeClock, Network, Traffic::Icmp, Beside},
    {captures, "tcp.", Phone, Transport, Traffic::Registrations, Beside},
    {captures, "tcp.", Phone, Transport, Traffic::Http, Beside},
    {captures, "tcp.", Tftp, Transport, Traffic::Http, Beside},
    {captures, "tcp.", Cucm, Transport, Traffic::Registrations, Beside},
    {captures, "tcp.", Phone, Transport, Traffic::Sip, Beside},
    {captures, "tcp.", Cucm, Transport, Traffic::Sip, Beside},
    {captures, "tcp.", Presence, Transport, Traffic::Sip, Beside},
    {captures, "tcp.", Ocs, Transport, Traffic::Sip, Beside},
    {captures, "tcp.", Client, Transport, Traffic::Sip, Beside},
    {captures, "sip.", Phone, Application, Traffic::Sip, Beside},
    {captures, "sip.", Cucm, Application, Traffic::Sip, Beside},
    {captures, "sip.", Presence, Application, Traffic::Sip, Beside},
    {captures, "sip.", Ocs, Application, Traffic::Sip, Beside},
    {captures, "arp.", Unassigned, Link, Traffic::Arp, Rest},
    {captures, "icmp.", Unassigned, Network, Traffic::Icmp, Rest},
    {captures, "tcp.", Unassigned, Transport, Traffic::Sip, Rest},
    {captures, "sip.", Unassigned, Application, Traffic::Sip, Rest},

    {traces, "", Cucm, Own},
    {traces, "sccp.", Phone, Application},
    {traces, ofSipPhones, Phone, Application, Traffic::Sip},
    {traces, "sip.", Phone, Application, Traffic::Sip, Beside},
    {traces, "trace.connection trace.disconnect trace.tls-failed", Phone, Transport},
    {traces, "trace.dns-lookup", Dns, Application},
    {"syslog", "alarm. trace. sccp. sip.", Cucm, Own},
    {"diagnose-test cli-session", "diagnose.", Cucm, Own},
    {"install-log", "install.", Cucm, Own},
    {"show-version cli-session", "node.version", Cucm, Own},
    {"show-version cli-session", "node.version", Site, Own},
    {"site", "site.", Site, Own},

    {"phone-console", "", Phone, Own},
    {"phone-console", "phone.link- phone.voice-vlan", SwitchPort, Link},
    {"phone-console", "dhcp.", Dhcp, Application},
    {"phone-console", "tftp. phone.tftp phone.http", Tftp, Application},
    {"phone-console", "sccp. sip. phone.registered phone.registration", Cucm, Application},
    {"phone-console", "phone.connect", Cucm, Transport},
    {"phone-console", "phone.dns-", Dns, Application},

    {"dhcp-server-log syslog", "dhcp.", Dhcp, Own},
    {"dhcp-server-log syslog", "dhcp.", Phone, Network},
    {"tftp-trace", "", Tftp, Own},
    {"tftp-trace", "tftp.", Phone, Application},

    {"ntp-status ntp-log syslog cli-session", ntpStatus, NodeClock, Own},
    {"ntp-status cli-session", "ntp.peer-status", NtpSource, Application},
    {"windows-registry", "", NtpSource, Own},

    {"cti-trace", "", Cti, Own},
    {"cups-sipproxy", "", Presence, Own},
    {"cups-sipproxy", ofPhoneControl, Ocs, Application},
    {"cups-sipproxy", "trace.cti-", Cti, Application},
    {"ocs-sipstack", "", Ocs, Own},
    {"ocs-sipstack", ofPhoneControl, Presence, Application},
};

struct CollectRow {
    Component component{};
    Layer layer{};
    std::string_view ids; ///< separated by blanks
};

constexpr CollectRow collectRows[] = {
    {Phone, Link, "phone_link"},
    {Phone, Network, "phone_side"},
    {Phone, Transport, "phone_side cucm_side"},
    {Phone, Application, "phone_side cucm-trace"},
    {Phone, Own, "phone-console"},
    {SwitchPort, Link, "phone_link"},
    {Dhcp, Network, "server_side"},
    {Dhcp, Application, "server_side phone_side"},
    {Dhcp, Own, "dhcp-server-log"},
    {Tftp, Network, "phone_side"},
    {Tftp, Transport, "phone_side"},
    {Tftp, Application, "phone_side"},
    {Tftp, Own, "tftp-trace"},
    {Cucm, Network, "cucm_side"},
    {Cucm, Transport, "cucm_side"},
    {Cucm, Application, "cucm_side"},
    {Cucm, Own, "cucm-trace syslog"},
    {NtpSource, Network, "ntp_side"},
    {NtpSource, Transport, "ntp_side"},
    {NtpSource, Application, "ntp_side ntp-status"},
    {NtpSource, Own, "windows-registry"},
    {NodeClock, Network, "ntp_side"},
    {NodeClock, Transport, "ntp_side"},
    {NodeClock, Application, "ntp_side"},
    {NodeClock, Own, "ntp-status"},
    {Dns, Application, "phone-console cucm-trace"},
    {Cti, Application, "cups-sipproxy"},
    {Cti, Own, "cti-trace"},
    {Presence, Transport, "cups_side"},
    {Presence, Application, "cups_side"},
    {Presence, Own, "cups-sipproxy"},
    {Ocs, Transport, "ocs_side"},
    {Ocs, Application, "ocs_side cups-sipproxy"},
    {Ocs, Own, "ocs-sipstack"},
    {Client, Transport, "client_side"},
    {Client, Application, "client_side"},
    {Site, Own, "site show-version"},
};

struct SymptomRow {
    std::string_view symptom;
    std::initializer_list<Component> components;
};

const SymptomRow symptomRows[] = {
    {"phone-resets", {Phone, SwitchPort, Dhcp, Tftp, Cucm}},
    {"phone-not-registering", {Phone, SwitchPort, Dhcp, Tftp, Cucm, Dns}},
    {"wrong-time", {Phone, Cucm, NtpSource, NodeClock}},
    {"ntp-not-synchronising", {NtpSource, NodeClock}},
    {"no-phone-control", {Phone, Cucm, Cti, Presence, Ocs, Client, Site}},
    {"no-presence", {Cucm, Dns, Presence, Ocs, Client, Site}},
    {"client-does-not-work", {Cucm, Tftp, Dns, Cti, Presence, Client}},
    {"cannot-call", {Phone, SwitchPort, Cucm}},
    {"upgrade-fails", {Cucm, NtpSource, NodeClock, Dns, Site}},
    {"deployment-review", {Site}},
};

/// Calls `visit` with each word of a list, until it says that this is enough.
template <typename Visit>
bool anyWord(std::string_view list, Visit visit)
{
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (visit(list.substr(0, end)))
            return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

} // namespace

std::span<const VisibilityRule> visibilityRules()
{
    return rules;
}

bool isListed(std::string_view list, std::string_view word)
{
    return anyWord(list, [&](std::string_view one) { return one == word; });
}

bool isAbout(const VisibilityRule& rule, std::string_view kind)
{
    return rule.kinds.empty()
        || anyWord(rule.kinds, [&](std::string_view beginning) { return kind.starts_with(beginning); });
}

bool holdsAChoice(std::string_view format)
{
    return isListed("syslog cli-session", format);
}

std::vector<std::string> collectFor(Component component, Layer layer)
{
    std::vector<std::string> ids;
    for (const CollectRow& row : collectRows) {
        if (row.component == component && row.layer == layer)
            anyWord(row.ids, [&](std::string_view id) { return ids.emplace_back(id).empty(); });
    }
    return ids;
}

std::vector<Component> componentsOf(std::string_view symptom)
{
    const auto found = std::ranges::find(symptomRows, symptom, &SymptomRow::symptom);
    return found == std::end(symptomRows) ? std::vector<Component>{} : std::vector(found->components);
}

} // namespace whittle

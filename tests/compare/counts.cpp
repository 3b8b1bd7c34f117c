// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/compare/counts.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "models/base/ascii.h"
#include "models/base/fields.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"

namespace whittle::test
{

namespace
{

/// What the truth calls something, and which events that is.
struct Name {
    std::string_view truth;
    std::string_view kind;
    std::string_view field = {}; ///< only those with this field …
    std::string_view value = {}; ///< … of this value; empty: that have it at all
};

constexpr Name names[] = {
    {"ka", "sccp.keepalive"},
    {"kaack", "sccp.keepalive-ack"},
    {"register", "sccp.register"},
    {"regack", "sccp.register-ack"},
    {"alarm", "sccp.alarm"},
    {"newconn", "trace.connection"},
    {"timedate", "sccp.time-date-res"},
    {"reset", "sccp.reset"},
    {"unregister", "sccp.unregister"},
    {"katimeout", "trace.disconnect", "how", "keepalive-timeout"},
    {"dupreg", "trace.disconnect", "how", "re-registering"},
    {"sccp_keepaliveack", "sccp.keepalive-ack"},
    {"sccp_registerack", "sccp.register-ack"},
    {"sccp_unregisterack", "sccp.unregister-ack"},
    {"sccp_definetimedate", "sccp.time-date-res"},
    {"tcp_synack", "tcp.syn-ack"},
    {"tftp_rrq", "tftp.read-request"},
    {"tftp_data", ""}, // of a transfer Whittle lists the first block and the last
    {"tftp_ack", ""},
    {"EndPointRegistered", "alarm.end-point-registered"},
    {"EndPointUnregistered", "alarm.end-point-unregistered"},
    {"EndPointTransientConnection", "alarm.end-point-transient-connection"},
    {"assign", "dhcp.ack", "id", "10"},
    {"renew", "dhcp.ack", "id", "11"},
    {"decline", "dhcp.log", "what", "conflict"},
    {"nak", "dhcp.nak"},
};

// A FIN that is sent again is one of these by the truth and the other here.
constexpr std::string_view finsAndAgain = "tcp_fin and tcp_retransmission";

bool isNumber(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

/// The truth writes what Whittle calls `button-template` as `buttontemplatereq`.
std::string plain(std::string_view text)
{
    std::string kind = lowerCase(text);
    std::erase_if(kind, [](char c) { return c == '_' || c == '-'; });
    if (kind.starts_with("sccp.") && kind.ends_with("req"))
        kind.resize(kind.size() - 3);
    return kind;
}

bool isMethod(std::string_view text)
{
    constexpr std::string_view methods[] = {"INVITE", "ACK",    "BYE",       "CANCEL",  "OPTIONS", "REGISTER",
                                            "INFO",   "NOTIFY", "SUBSCRIBE", "PUBLISH", "REFER",   "MESSAGE"};
    return std::ranges::find(methods, text) != std::end(methods);
}

/// All names of the old releases' alarms are counted under the new ones.
std::string newName(const std::string& kind)
{
    constexpr std::string_view old = "alarm.device-";
    return kind.starts_with(old) ? "alarm.end-point-" + kind.substr(old.size()) : kind;
}

/// Which events a name of the truth means.
struct Wanted {
    std::string kind{}; ///< empty: none that are compared
    std::string field{};
    std::string value{};
    std::string direction{};
    bool relayed = false;
    std::string alias{}; ///< another kind that counts as well

    bool matches(const EventRow& event) const
    {
        if (plain(newName(event.kind)) != kind && (alias.empty() || event.kind != alias))
            return false;
        const FieldView fields(event.fields);
        if (!direction.empty() && fields.value("direction") != direction)
            return false;
        if (event.kind == "dhcp.discover" || event.kind == "dhcp.request" || event.kind == "dhcp.decline") {
            const auto relay = fields.value("relay-ip");
            if ((relay && *relay != "0.0.0.0") != relayed)
                return false;
        }
        return field.empty()
            || (value.empty() ? fields.value(field).has_value() : fields.value(field) == value);
    }
};

/// A method or a status.
Wanted message(std::string_view what)
{
    if (isNumber(what))
        return {"sip.response", "status", std::string(what), {}, false, {}};
    return {"sip." + plain(what), {}, {}, {}, false, {}};
}

Wanted inProtocol(std::string_view truth)
{
    constexpr std::string_view protocols[] = {"dhcp", "ntp", "sccp", "tcp", "tftp"};
    constexpr std::string_view suffix = "_relayed";
    Wanted wanted;
    wanted.relayed = truth.ends_with(suffix);
    if (wanted.relayed)
        truth.remove_suffix(suffix.size());
    const auto underscore = truth.find('_');
    const std::string_view protocol = truth.substr(0, underscore);
    if (underscore != truth.npos && std::ranges::find(protocols, protocol) != std::end(protocols))
        wanted.kind = plain(std::string(protocol) + '.' + std::string(truth.substr(underscore + 1)));
    return wanted;
}

Wanted wantedBy(std::string_view truth)
{
    if (truth == finsAndAgain)
        return {"tcp.fin", {}, {}, {}, false, "tcp.retransmission"};
    const auto known = std::ranges::find(names, truth, &Name::truth);
    if (known != std::end(names))
        return {plain(known->kind), std::string(known->field), std::string(known->value), {}, false, {}};
    for (const std::string_view direction : {"incoming", "outgoing"}) {
        const std::string prefix = "ocs_" + std::string(direction) + "_";
        if (!truth.starts_with(prefix))
            continue;
        Wanted wanted = message(truth.substr(prefix.size()));
        wanted.direction = direction;
        return wanted;
    }
    if (truth.starts_with("sip_"))
        return message(truth.substr(4));
    if (isNumber(truth) || isMethod(truth))
        return message(truth);
    return inProtocol(truth);
}

std::map<std::string, std::int64_t> compared(std::map<std::string, std::int64_t> counts)
{
    for (const char* name : {"tcp_fin", "tcp_retransmission"}) {
        if (const auto count = counts.extract(name))
            counts[std::string(finsAndAgain)] += count.mapped();
    }
    return counts;
}

} // namespace

std::vector<CountRow> compareCounts(const LabelledCase& one)
{
    std::vector<CountRow> rows;
    const auto reader = one.file->newReader();
    for (const AnalysedSource& source : one.known.sources) {
        const Truth::Source* truth = one.truthOf(source);
        if (!reader || !truth)
            continue;
        const std::size_t first = rows.size();
        std::vector<Wanted> wanted;
        for (const auto& [name, count] : compared(truth->counts)) {
            wanted.push_back(wantedBy(name));
            rows.push_back({source.row.path, name, count, {}});
            if (!wanted.back().kind.empty())
                rows.back().found = 0;
        }
        EventFilter filter;
        filter.source = source.row.id;
        (void)(*reader)->forEachEvent(filter, [&](const EventRow& event) {
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                if (wanted[i].matches(event))
                    ++*rows[first + i].found;
            }
            return true;
        });
    }
    return rows;
}

} // namespace whittle::test

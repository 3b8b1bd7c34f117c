// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sdiverbs.h"

#include <array>

#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// Without "station", "stationOutput", "Message" and "MessageID", which 3.x adds. The most frequent first.
/// Ids and names are those of the SCCP messages that the record tells of.
constexpr std::array verbs{
    SdiVerb{"KeepAlive", "sccp.keepalive", 0x0000, SdiDetail::Keepalive},
    SdiVerb{"KeepAliveAck", "sccp.keepalive-ack", 0x0100, SdiDetail::Keepalive},
    SdiVerb{"KeepAliveReq", "sccp.keepalive", 0x0000, SdiDetail::Keepalive},
    SdiVerb{"Register", "sccp.register", 0x0001, SdiDetail::Register},
    SdiVerb{"RegisterReq", "sccp.register", 0x0001, SdiDetail::Register},
    SdiVerb{"RegisterAck", "sccp.register-ack", 0x0081, SdiDetail::RegisterAck},
    SdiVerb{"RegisterReject", "sccp.register-reject", 0x009D, SdiDetail::Text},
    SdiVerb{"Alarm", "sccp.alarm", 0x0020, SdiDetail::Alarm},
    SdiVerb{"EnhancedAlarm", "sccp.enhanced-alarm", 0x015A},
    SdiVerb{"Reset", "sccp.reset", 0x009F, SdiDetail::Reset},
    SdiVerb{"Unregister", "sccp.unregister", 0x0027},
    SdiVerb{"UnregisterReq", "sccp.unregister", 0x0027},
    SdiVerb{"UnregisterAck", "sccp.unregister-ack", 0x0118},
    SdiVerb{"IpPort", "sccp.ip-port", 0x0002},
    SdiVerb{"TimeDateReq", "sccp.time-date", 0x000D},
    SdiVerb{"DefineTimeDate", "sccp.time-date-res", 0x0094, SdiDetail::TimeDate},
    SdiVerb{"CapabilitiesReq", "sccp.capabilities", 0x009B},
    SdiVerb{"CapabilitiesRes", "sccp.capabilities-res", 0x0010},
    SdiVerb{"RegisterTokenReq", "sccp.register-token", 0x0029},
    SdiVerb{"RegisterTokenAck", "sccp.register-token-ack", 0x011A},
    SdiVerb{"RegisterTokenReject", "sccp.register-token-reject", 0x011B},
    SdiVerb{"RegisterAvailableLines", "sccp.register-available-lines", 0x002D},
    SdiVerb{"ServerReq", "sccp.server", 0x0012},
    SdiVerb{"ServerRes", "sccp.server-res", 0x009E},
    SdiVerb{"LocationInfo", "sccp.location-info", 0x0157},
    SdiVerb{"VersionReq", "sccp.version", 0x000F},
    SdiVerb{"VersionRes", "sccp.version-res", 0x0098},
};

constexpr int none = SdiVerb::noMessage;

constexpr std::array sentences{
    SdiVerb{"New connection accepted", "trace.connection", none, SdiDetail::Connection},
    SdiVerb{"Processing StationReg", "sccp.register", 0x0001, SdiDetail::Register},
    SdiVerb{"WARNING - KeepAlive timeout", "trace.disconnect", none, SdiDetail::Disconnect,
            "keepalive-timeout"},
    SdiVerb{"KeepAlive timeout", "trace.disconnect", none, SdiDetail::Disconnect, "keepalive-timeout"},
    SdiVerb{"Closing connection: KeepAlive timeout", "trace.disconnect", none, SdiDetail::Disconnect,
            "keepalive-timeout"},
    SdiVerb{"Closing", "trace.disconnect", none, SdiDetail::Disconnect, "closed-by-cucm"},
    SdiVerb{"TCP connection closed", "trace.disconnect", none, SdiDetail::Disconnect, "tcp-closed"},
    SdiVerb{"Device re-registering", "trace.disconnect", none, SdiDetail::Disconnect, "re-registering"},
    SdiVerb{"initialization complete", "trace.service-start", none, SdiDetail::Listening},
};

template <typename Table>
std::string_view withoutPrefix(std::string_view verb, const Table& prefixes)
{
    for (const std::string_view prefix : prefixes) {
        if (verb.size() > prefix.size() && verb.starts_with(prefix))
            return verb.substr(prefix.size());
    }
    return verb;
}

/// "stationOutputKeepAliveAck" and "KeepAliveMessage" → "KeepAliveAck" and "KeepAlive"
std::string_view bare(std::string_view verb)
{
    constexpr std::array<std::string_view, 4> prefixes{"stationOutput", "StationOutput", "station",
                                                       "Station"};
    constexpr std::array<std::string_view, 2> suffixes{"MessageID", "Message"};
    verb = withoutPrefix(verb, prefixes);
    for (const std::string_view suffix : suffixes) {
        if (verb.size() > suffix.size() && verb.ends_with(suffix))
            return verb.substr(0, verb.size() - suffix.size());
    }
    return verb;
}

const SdiVerb* exact(std::string_view verb)
{
    for (const SdiVerb& known : verbs) {
        if (known.text == verb)
            return &known;
    }
    return nullptr;
}

} // namespace

const SdiVerb* findSdiVerb(std::string_view verb)
{
    if (const SdiVerb* known = exact(verb))
        return known;
    const std::string_view shorter = bare(verb);
    return shorter.size() == verb.size() ? nullptr : exact(shorter);
}

const SdiVerb* findSdiSentence(std::string_view text)
{
    for (const SdiVerb& known : sentences) {
        if (text::startsWithNoCase(text, known.text))
            return &known;
    }
    return nullptr;
}

} // namespace whittle

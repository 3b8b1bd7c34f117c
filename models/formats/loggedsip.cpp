// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/loggedsip.h"

#include "models/capture/sipmessage.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// "MonitorStart" of <?xml version="1.0"?><MonitorStart xmlns="http://www.ecma-international.org/…">
std::string_view outermostElement(std::string_view xml)
{
    for (auto begin = xml.find('<'); begin != xml.npos; begin = xml.find('<', begin + 1)) {
        std::string_view name = xml.substr(begin + 1);
        if (name.starts_with('?') || name.starts_with('!'))
            continue;
        name = text::until(name, " \t\r\n/>");
        const auto prefix = name.find(':');
        return prefix == name.npos ? name : name.substr(prefix + 1);
    }
    return {};
}

} // namespace

Endpoint peerAddress(std::string_view peer)
{
    return endpointFromText(peer).value_or(Endpoint{});
}

bool emitLoggedSip(const LoggedSip& logged, FieldWriter& fields, EventSink& sink)
{
    const auto message = SipMessage::parse(logged.text);
    if (!message)
        return false;
    fields.clear();
    const SipSummary summary = addSipFields(*message, fields);
    Event event;
    const Endpoint peer = peerAddress(logged.peer);
    if (logged.isIncoming) {
        fields.add("direction", *logged.isIncoming ? "incoming" : "outgoing");
        (*logged.isIncoming ? event.source : event.destination) = peer;
    }
    if (!logged.peer.empty() && (!peer.address.isSet() || !logged.isIncoming))
        fields.add("peer", logged.peer);
    if (const auto diagnostics = message->header("ms-diagnostics"))
        fields.add("ms-diagnostics", *diagnostics);
    if (message->header("Content-Type").value_or("").find("csta+xml") != std::string_view::npos)
        fields.add("csta", outermostElement(message->body()));
    event.kind = summary.kind;
    event.device = summary.device;
    event.time = logged.time;
    event.place = {PlaceUnit::Line, logged.line};
    event.fields = fields.text();
    sink.event(event);
    return true;
}

} // namespace whittle

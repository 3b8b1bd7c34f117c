// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/tracesip.h"

#include <algorithm>

#include "models/capture/sipmessage.h"
#include "models/formats/sdifields.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// "10.65.40.61 on port 57378", "10.20.20.12:[5060]:", "[2001:db8::1]:[5060]:"
Endpoint peerIn(std::string_view text)
{
    text = text::trimmed(text);
    const auto bracket = text.find(":[");
    const auto blank = text.find(' ');
    const bool inBrackets = bracket < blank;
    std::string_view address = text.substr(0, std::min(bracket, blank));
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    std::string_view port =
        inBrackets ? text.substr(bracket + 2) : text::after(text, " on port ").value_or(std::string_view{});
    const auto number = text::takeNumber(port);
    Endpoint peer{sdiAddress(address), 0};
    if (peer.address.isSet() && number && *number <= 65535)
        peer.port = static_cast<std::uint16_t>(*number);
    return peer;
}

bool isCounter(std::string_view row)
{
    return row.starts_with('[') && row.ends_with(",NET]");
}

} // namespace

std::optional<SipAnnouncement> SipAnnouncement::read(std::string_view body)
{
    if (!mayBe(body))
        return {};
    SipAnnouncement announcement;
    auto rest = text::after(body, "Incoming SIP ");
    announcement.incoming = rest.has_value();
    if (!rest)
        rest = text::after(body, "Outgoing SIP ");
    const auto peer = rest ? text::after(*rest, announcement.incoming ? " from " : " to ") : std::nullopt;
    if (!peer)
        return {};
    announcement.peer = peerIn(*peer);
    announcement.connection = sdiValue(*peer, " index ");
    announcement.bytes = text::number(sdiValue(*peer, " with "));
    if (!announcement.bytes)
        announcement.bytes = text::number(sdiValue(*rest, " size "));
    return announcement;
}

bool describeSipTransport(const SdiRecord& record, Event& event, FieldWriter& fields)
{
    const auto peer = text::after(record.body, "connection closed by peer ");
    if (!peer)
        return false;
    fields.clear();
    const std::string_view address = text::until(*peer, " ");
    event.kind = "trace.disconnect";
    event.device = record.tags.device;
    event.source = {sdiAddress(address), 0};
    event.destination = {sdiAddress(record.tags.node), 0};
    addIfSet(fields, "connection", sdiValue(*peer, "index "));
    addIfSet(fields, "address", address);
    fields.add("how", "tcp-closed");
    event.fields = fields.text();
    return true;
}

void TraceSip::clear()
{
    m_text.clear();
    m_rows = 0;
}

void TraceSip::add(std::string_view row)
{
    if (m_text.empty() && (row.empty() || isCounter(row)))
        return;
    if (m_text.size() + row.size() >= maxBytes)
        return;
    m_text += row;
    m_text += '\n';
    ++m_rows;
}

/// The wire has CR LF where the trace has LF, and what ends the message may stand in the trace or not.
bool TraceSip::isCut(const SipAnnouncement& announcement) const
{
    constexpr std::size_t lineEnds = 4;
    return announcement.bytes
        && m_text.size() + m_rows + lineEnds < static_cast<std::size_t>(*announcement.bytes);
}

bool TraceSip::describe(const SipAnnouncement& announcement, const SdiTags& tags, Event& event,
                        FieldWriter& fields)
{
    const auto message = SipMessage::parse(m_text);
    if (!message)
        return false;
    fields.clear();
    SipSummary summary = addSipFields(*message, fields);
    addIfSet(fields, "connection", announcement.connection);
    m_kind = std::move(summary.kind);
    m_device = summary.device.empty() ? std::string(tags.device) : std::move(summary.device);
    event.kind = m_kind;
    event.device = m_device;
    const Endpoint node{sdiAddress(tags.node), 0};
    event.source = announcement.incoming ? announcement.peer : node;
    event.destination = announcement.incoming ? node : announcement.peer;
    event.fields = fields.text();
    return true;
}

} // namespace whittle

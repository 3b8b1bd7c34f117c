// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/consolesip.h"

#include "models/capture/sipmessage.h"
#include "models/formats/monthname.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

constexpr std::string_view lineEnd = "^M";
constexpr std::string_view process = "JAVA-";
constexpr std::string_view sentMark = "sipio-sent--->";
constexpr std::string_view receivedMark = "sipio-recv<---";

/// "sip:2222@192.168.7.200:5060;transport=tcp" → 192.168.7.200:5060; nothing for names.
Endpoint endpointOfUri(std::string_view uri)
{
    uri = text::until(uri, ";?");
    const auto at = uri.rfind('@');
    if (at != std::string_view::npos)
        uri.remove_prefix(at + 1);
    else
        text::take(uri, "sip:");
    return endpointFromText(uri).value_or(Endpoint{});
}

/// The phone, or whoever asked it: "SIP/2.0/TCP 192.168.7.104:51778;branch=z9hG4bK20eb83bf"
Endpoint sender(const SipMessage& message)
{
    const auto via = message.header("Via");
    if (!via)
        return {};
    std::string_view rest = *via;
    text::takeWord(rest);
    return endpointFromText(text::until(text::takeWord(rest), ";,")).value_or(Endpoint{});
}

/// The year of "Wed, 15 Jul 2015 12:42:56 GMT"; 0 when it is of another month.
int yearOfDate(const SipMessage& message, int month)
{
    const auto date = message.header("Date");
    if (!date)
        return 0;
    std::string_view rest = *date;
    text::takeWord(rest);
    text::takeWord(rest);
    if (monthNumber(text::takeWord(rest)) != month)
        return 0;
    const auto year = text::number(text::takeWord(rest));
    return year && *year >= 1970 && *year <= 2200 ? static_cast<int>(*year) : 0;
}

} // namespace

bool ConsoleSip::isStart(const ConsoleLine& row)
{
    return row.text.starts_with(sentMark) || row.text.starts_with(receivedMark);
}

void ConsoleSip::begin(const ConsoleLine& row, SourceTime time, std::uint64_t line)
{
    std::string_view text = row.text;
    m_sent = text::take(text, sentMark);
    text::take(text, receivedMark);
    text = text::trimmed(text);
    m_text.clear();
    m_thread = row.thread;
    m_time = time;
    m_line = line;
    m_month = row.month;
    m_marked = text.ends_with(lineEnd);
    m_open = true;
    append(text);
    if (!m_marked)
        m_text += '\n';
}

bool ConsoleSip::takes(const ConsoleLine& row) const
{
    // a row by another part of the same process means that the end is not there
    return m_open && !row.isJabber() && row.thread == m_thread && row.body.starts_with(process)
        && !row.body.substr(process.size()).starts_with("SIPCC-");
}

bool ConsoleSip::add(const ConsoleLine& row)
{
    const std::string_view piece = row.body.substr(process.size());
    if (piece.starts_with("::End-Of-Sip-Message::"))
        return true;
    if (m_marked && m_text.ends_with('\n') && !m_text.ends_with("\r\n"))
        m_text.pop_back(); // the row before was cut here
    append(piece);
    if (!piece.ends_with(lineEnd))
        m_text += '\n';
    return m_text.size() > maxBytes;
}

void ConsoleSip::addLine(std::string_view line)
{
    if (m_text.size() > maxBytes)
        return;
    text::take(line, "\t");
    append(line);
    if (!line.ends_with(lineEnd))
        m_text += '\n';
}

void ConsoleSip::append(std::string_view piece)
{
    if (piece.ends_with(lineEnd)) {
        m_text += piece.substr(0, piece.size() - lineEnd.size());
        m_text += "\r\n";
    } else {
        m_text += piece;
    }
}

bool ConsoleSip::finish(Event& event, FieldWriter& fields)
{
    m_open = false;
    m_year = 0;
    event = {};
    event.place = {PlaceUnit::Line, m_line};
    const auto message = SipMessage::parse(m_text);
    if (!message)
        return false;
    fields.clear();
    SipSummary summary = addSipFields(*message, fields);
    fields.add("direction", m_sent ? "sent" : "received");
    m_kind = std::move(summary.kind);
    m_device = std::move(summary.device);
    m_year = yearOfDate(*message, m_month);
    event.kind = m_kind;
    event.device = m_device;
    event.time = m_time;
    event.fields = fields.text();
    if (message->isRequest()) {
        event.source = sender(*message);
        event.destination = endpointOfUri(message->uri());
    } else {
        event.destination = sender(*message);
    }
    return true;
}

} // namespace whittle

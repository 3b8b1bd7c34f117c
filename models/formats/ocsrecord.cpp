// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/ocsrecord.h"

#include <array>

#include "models/formats/loggedsip.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// Rows that the log puts around a SIP message; all others are the message's own.
bool isOfTheLog(const OcsRow& row)
{
    constexpr std::array<std::string_view, 9> names{
        "Trace-Correlation-Id", "Instance-Id", "Direction",    "Peer",    "Message-Type",
        "Start-Line",           "LogType",     "Message-Body", "Severity"};
    for (const std::string_view name : names) {
        if (row.is(name))
            return true;
    }
    return false;
}

} // namespace

void OcsRecord::begin(const OcsHead& head, SourceTime time, std::uint64_t line)
{
    *this = {};
    m_isOpen = true;
    m_expectsEnd = head.begins;
    m_time = time;
    m_line = line;
    m_level = head.level;
    m_flag = head.flag;
    m_text = head.begins ? std::string_view() : head.text;
    m_result = m_text;
    const bool isBad = head.level == "ERROR" || head.level == "WARN" || head.level == "FATAL";
    m_isDiagnosis = isBad && head.flag != "PROTOCOL";
}

void OcsRecord::append(std::string& to, std::string_view line)
{
    m_isTooLong = m_isTooLong || to.size() + line.size() > maxLoggedSipBytes;
    if (m_isTooLong)
        return;
    to += line;
    to += "\r\n";
}

void OcsRecord::row(std::string_view line)
{
    if (m_inBody)
        return append(m_body, line);
    const OcsRow row = OcsRow::read(line);
    if (row.is("Direction"))
        m_isIncoming = text::startsWithNoCase(row.value, "incoming");
    else if (row.is("Peer"))
        m_peer = row.value;
    else if (row.is("Start-Line"))
        m_startLine = row.value;
    else if (row.is("LogType"))
        m_isDiagnosis = m_isDiagnosis || row.value == "diagnostic";
    else if (m_isDiagnosis)
        diagnosticRow(row);
    if (!isOfTheLog(row))
        append(m_headers, line);
    m_inBody = row.is("Message-Body");
    if (m_inBody && row.value != "-")
        append(m_body, row.value);
}

void OcsRecord::diagnosticRow(const OcsRow& row)
{
    struct Known {
        std::string_view row;
        std::string_view field;
    };
    static constexpr std::array rows{Known{"Severity", "severity"}, Known{"SIP-Start-Line", "start-line"},
                                     Known{"SIP-Call-ID", "call-id"}, Known{"SIP-CSeq", "cseq"},
                                     Known{"Data", "data"}};
    if (row.is("Text"))
        m_text = row.value;
    if (row.is("Result-Code"))
        m_result = row.value;
    for (const Known& known : rows) {
        if (row.is(known.row))
            m_details.add(known.field, row.value);
    }
}

void OcsRecord::emit(FieldWriter& fields, EventSink& sink)
{
    m_isOpen = false;
    m_wasTold =
        !m_isTooLong && (m_startLine.empty() ? emitDiagnosis(fields, sink) : emitMessage(fields, sink));
}

bool OcsRecord::emitMessage(FieldWriter& fields, EventSink& sink) const
{
    const std::string text = m_startLine + "\r\n" + m_headers + "\r\n" + m_body;
    return emitLoggedSip({text, m_isIncoming, m_peer, m_time, m_line}, fields, sink);
}

/// LogType: diagnostic … Text: Connection was refused by 10.1.1.40:5060
bool OcsRecord::emitDiagnosis(FieldWriter& fields, EventSink& sink) const
{
    if (!m_isDiagnosis || (m_text.empty() && m_result.empty()))
        return false;
    const OcsResult result = OcsResult::read(m_result);
    fields.clear();
    fields.add("level", m_level);
    if (!m_text.empty())
        fields.add("text", m_text);
    if (!result.code.empty())
        fields.add("result-code", result.code);
    if (!result.name.empty())
        fields.add("result", result.name);
    std::string_view rest = m_details.text();
    std::string_view key;
    std::string_view value;
    while (FieldView::next(rest, key, value))
        fields.add(key, decodeField(value));
    Event event;
    event.destination = peerAddress(m_peer);
    if (!event.destination.address.isSet() && !m_peer.empty())
        fields.add("peer", m_peer);
    event.kind = m_flag == "CONNECTION" ? "trace.ocs-connection" : "trace.ocs-diagnostic";
    event.time = m_time;
    event.place = {PlaceUnit::Line, m_line};
    event.fields = fields.text();
    sink.event(event);
    return true;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sdinode.h"

#include "models/formats/alarm.h"
#include "models/formats/sdifields.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

///  Device SEP003094C26105 , UnRegisters with SDL Link to monitor NodeID= 1
bool describeLeaving(const SdiRecord& record, Event& event, FieldWriter& fields)
{
    const std::string_view body = text::trimmed(record.body);
    if (!body.starts_with("Device ")
        || text::findNoCase(body, "UnRegisters with SDL Link") == std::string_view::npos)
        return false;
    event.kind = "trace.disconnect";
    event.device = text::until(body.substr(7), " ,");
    addIfSet(fields, "device-name", event.device);
    fields.add("how", "unregistered");
    return true;
}

/// CMProcMon - ------Entered Router Verification
/// CCM version 6.1.3.1000-16 initializing
bool describeStart(const SdiRecord& record, Event& event, FieldWriter& fields)
{
    std::string_view body = record.body;
    event.kind = "trace.service-start";
    if (text::take(body, "CCM version ") && text::trimmed(body).ends_with("initializing")) {
        fields.add("step", "initializing");
        fields.add("version", text::until(body, " "));
        return true;
    }
    if (!text::take(body, "CMProcMon - ") || !body.ends_with("Entered Router Verification"))
        return false;
    fields.add("step", "router-verification");
    return true;
}

/// SIPStationD(18400) - validTLSConnection:TLS InvalidX509NameInCertificate, Rcvd=cucm.example.com ,
/// Expected=SEP00506006EAFE. Will check SAN the next
bool describeTls(const SdiRecord& record, Event& event, FieldWriter& fields)
{
    if (!record.body.starts_with("SIPStationD("))
        return false;
    const auto text = text::after(record.body, "validTLSConnection:TLS ");
    if (!text)
        return false;
    const std::string_view reason = text::until(*text, " ,");
    const std::string_view expected = sdiValue(*text, "Expected=");
    event.kind = "trace.tls-failed";
    event.device = text::phoneNameIn(expected).empty() ? record.tags.device : text::phoneNameIn(expected);
    addIfSet(fields, "sip-station", text::until(record.body.substr(12), ")"));
    addIfSet(fields, "device-name", event.device);
    fields.add("reason", reason);
    addIfSet(fields, "received", sdiValue(*text, "Rcvd="));
    addIfSet(fields, "expected", expected);
    return true;
}

} // namespace

bool mayBeNodeRecord(std::string_view body)
{
    const char first = body.empty() ? '\0' : body[0];
    if (first != ' ' && first != 'C' && first != 'S')
        return mayBeAlarm(body);
    return body.starts_with(" Device ") || body.starts_with("CMProcMon - ")
        || body.starts_with("CCM version ") || body.starts_with("SIPStationD(") || mayBeAlarm(body);
}

bool describeNode(const SdiRecord& record, AlarmWriter& alarms, Event& event, FieldWriter& fields)
{
    fields.clear();
    Alarm alarm;
    if (readProseAlarm(record.body, alarm)) {
        alarms.describe(alarm, record.tags.device, event, fields);
        return true;
    }
    const bool known = describeLeaving(record, event, fields) || describeStart(record, event, fields)
        || describeTls(record, event, fields);
    event.fields = fields.text();
    return known;
}

} // namespace whittle

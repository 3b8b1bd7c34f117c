// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "models/base/address.h"
#include "models/base/charset.h"
#include "models/capture/headerblock.h"
#include "models/capture/phonealarm.h"
#include "models/capture/sipmessage.h"
#include "models/capture/textscan.h"

namespace whittle
{

namespace
{

/// Bodies in bodies in bodies; more than this is an attack.
constexpr int maxBodyDepth = 4;
constexpr CharSet endsOfPart(";,");
constexpr CharSet blanks(" \t");
constexpr std::size_t maxShownLine = 256; // bytes of a broken first line
constexpr std::uint64_t maxExpires = 0xFFFFFFFF; // RFC 3261 §20.19

/// "SIP/2.0/UDP 10.0.0.1:5060;branch=..." → "10.0.0.1:5060"
std::string_view sentBy(std::string_view via)
{
    via = via.substr(0, findAny(via, endsOfPart));
    const auto blank = via.find_last_of(" \t", via.find_last_not_of(" \t"));
    return blank == std::string_view::npos ? std::string_view{} : trimmed(via.substr(blank));
}

/// The URI in "Alice <sip:alice@example.com;user=phone>;tag=1" or "sip:alice@example.com;tag=1".
std::string_view uriOf(std::string_view nameAddress)
{
    const auto open = nameAddress.find('<');
    if (open != std::string_view::npos)
        return trimmed(nameAddress.substr(open + 1, nameAddress.find('>', open) - open - 1));
    return trimmed(nameAddress.substr(0, findAny(nameAddress, endsOfPart)));
}

/// Host and port of a URI: "sip:user@10.0.0.1:5060;transport=tcp" → "10.0.0.1:5060"
std::string_view hostOf(std::string_view uri)
{
    static constexpr CharSet endsOfHost(";?");
    uri = uri.substr(0, findAny(uri, endsOfHost));
    if (const auto at = uri.rfind('@'); at != std::string_view::npos)
        return uri.substr(at + 1);
    const auto scheme = uri.find(':');
    return scheme == std::string_view::npos ? uri : uri.substr(scheme + 1);
}

/// The hardware address in "<urn:uuid:00000000-0000-0000-0000-0024142ddf24>": behind zeros alone, for other
/// UUIDs are random.
std::optional<Mac> macOfInstance(std::string_view instance)
{
    constexpr std::string_view prefix = "urn:uuid:00000000-0000-0000-0000-";
    const auto at = findIgnoringCase(instance, prefix);
    if (at == std::string_view::npos)
        return {};
    return Mac::fromText(instance.substr(at + prefix.size(), 12));
}

/// Collects the fields of one message in the order of README.md.
class SipFields
{
public:
    SipFields(const SipMessage& message, FieldWriter& fields)
        : m_message(message)
        , m_fields(fields)
    {
    }

    SipSummary addAll();

private:
    enum ParameterIndex { Expires, DeviceName, Model, Instance, Standby };
    struct Parameter {
        std::string_view name;
        std::optional<std::string_view> value = {};
    };

    void readContact();
    void addStart();
    void addExpires();
    void addContact();
    void addReason();
    void addBody(std::string_view type, std::string_view body, int depth);
    void addParts(std::string_view boundary, std::string_view body, int depth);
    void addServiceControl(std::string_view body);
    void addHeader(std::string_view key, std::string_view name);
    void addUri(std::string_view key, std::string_view name);
    void addText(std::string_view key, std::string_view value);
    void proposeDevice(std::string_view name);
    std::string kind() const;

    const SipMessage& m_message;
    FieldWriter& m_fields;
    std::optional<std::string_view> m_contact;
    std::array<Parameter, 5> m_parameters{{
        {"expires"},
        {"+u.sip!devicename.ccm.cisco.com"},
        {"+u.sip!model.ccm.cisco.com"},
        {"+sip.instance"},
        {"cisco-keep-alive"},
    }}; ///< of m_contact, by ParameterIndex
    std::string m_device;
    std::optional<Mac> m_macOfRegistered;
    bool m_isRegister = false;
};

void SipFields::addText(std::string_view key, std::string_view value)
{
    if (!value.empty())
        m_fields.add(key, value);
}

void SipFields::addHeader(std::string_view key, std::string_view name)
{
    if (const auto value = m_message.header(name))
        addText(key, *value);
}

void SipFields::addUri(std::string_view key, std::string_view name)
{
    if (const auto value = m_message.header(name))
        addText(key, uriOf(*value));
}

/// The first name found, if it is a phone's.
void SipFields::proposeDevice(std::string_view name)
{
    if (!m_device.empty())
        return;
    if (const auto mac = macOfPhoneName(name))
        m_device = phoneName(*mac);
}

void SipFields::addStart()
{
    if (!m_message.brokenLine().empty()) {
        addText("method", m_message.method());
        addText("first-line", m_message.brokenLine().substr(0, maxShownLine));
    } else if (m_message.isRequest()) {
        m_fields.add("method", m_message.method());
    } else {
        m_fields.addNumber("status", m_message.status());
        addText("reason", m_message.reasonPhrase());
    }
    addHeader("call-id", "Call-ID");
    m_isRegister = m_message.method() == "REGISTER";
    const auto cseq = m_message.header("CSeq");
    if (!cseq)
        return;
    const std::string_view number = cseq->substr(0, findAny(*cseq, blanks));
    const std::string_view method = trimmed(cseq->substr(number.size()));
    m_isRegister = m_isRegister || method == "REGISTER";
    addText("cseq", method.empty() ? std::string(number) : std::string(number) + ' ' + std::string(method));
}

void SipFields::readContact()
{
    m_contact = m_message.header("Contact");
    std::string_view rest = parametersOf(m_contact.value_or(""));
    std::string_view name;
    std::string_view value;
    while (nextParameter(rest, name, value)) {
        const auto found = std::ranges::find_if(
            m_parameters, [&](const Parameter& known) { return equalIgnoringCase(known.name, name); });
        if (found != m_parameters.end() && !found->value)
            found->value = value;
    }
}

/// RFC 3261 §10.2.1.1: the header says it for all bindings, the parameter for one.
void SipFields::addExpires()
{
    const auto header = m_message.header("Expires");
    auto seconds = header ? decimal(*header, maxExpires) : std::nullopt;
    if (!seconds && m_parameters[Expires].value)
        seconds = decimal(*m_parameters[Expires].value, maxExpires);
    if (seconds)
        m_fields.addNumber("expires", static_cast<std::int64_t>(*seconds));
}

/// What CUCM's phones say of themselves. Only a registration speaks of the phone alone: in a dialog, CUCM
/// passes on what the far end said.
void SipFields::addContact()
{
    if (!m_contact)
        return;
    addText("contact", hostOf(uriOf(*m_contact)));
    const std::string_view name = m_parameters[DeviceName].value.value_or("");
    const auto mac = macOfInstance(m_parameters[Instance].value.value_or(""));
    addText("device-name", name);
    addText("model", m_parameters[Model].value.value_or(""));
    if (mac)
        m_fields.add("mac", toText(*mac));
    if (m_parameters[Standby].value)
        m_fields.add("standby", "yes");
    if (m_isRegister) {
        proposeDevice(name);
        m_macOfRegistered = mac;
    }
}

void SipFields::addReason()
{
    const auto reason = m_message.header("Reason");
    if (!reason)
        return;
    addText("reason-header", *reason);
    const auto at = reason->find("cisco-alarm:");
    if (at == std::string_view::npos)
        return;
    const PhoneAlarm alarm = parsePhoneAlarm(reason->substr(at));
    if (alarm.code)
        m_fields.addNumber("alarm-code", *alarm.code);
    addText("last", alarm.last);
    addText("load", alarm.load);
    proposeDevice(alarm.name);
}

/// "action=restart", "RegisterCallId={...}": one a line (NOTIFY with Event: service-control).
void SipFields::addServiceControl(std::string_view body)
{
    while (!body.empty()) {
        const std::string_view line = takeLine(body);
        const auto equals = line.find('=');
        if (equals == std::string_view::npos)
            continue;
        const std::string_view name = trimmed(line.substr(0, equals));
        std::string_view value = trimmed(line.substr(equals + 1));
        if (value.starts_with('{') && value.ends_with('}'))
            value = value.substr(1, value.size() - 2);
        if (equalIgnoringCase(name, "action"))
            addText("action", value);
        else if (equalIgnoringCase(name, "RegisterCallId"))
            addText("register-call-id", value);
    }
}

void SipFields::addBody(std::string_view type, std::string_view body, int depth)
{
    const std::string_view plain = trimmed(type.substr(0, type.find(';')));
    if (findIgnoringCase(plain, "multipart/") == 0) {
        if (const auto boundary = parameterOf(type, "boundary"); boundary && depth < maxBodyDepth)
            addParts("--" + std::string(*boundary), body, depth + 1);
    } else if (equalIgnoringCase(plain, "application/x-cisco-alarm+xml")) {
        proposeDevice(addAlarmDocument(body, m_fields));
    } else if (const auto event = m_message.header("Event");
               event && findIgnoringCase(*event, "service-control") == 0) {
        addServiceControl(body);
    }
}

/// RFC 2046 §5.1.1: what stands before the first boundary is none of it.
void SipFields::addParts(std::string_view boundary, std::string_view body, int depth)
{
    auto at = body.find(boundary);
    while (at != std::string_view::npos) {
        body.remove_prefix(at + boundary.size());
        if (body.starts_with("--"))
            return;
        (void)takeLine(body);
        at = body.find(boundary);
        const HeaderBlock part(body.substr(0, at));
        addBody(part.find("Content-Type").value_or(""), part.body(), depth);
    }
}

std::string SipFields::kind() const
{
    if (!m_message.brokenLine().empty())
        return "capture.malformed";
    if (!m_message.isRequest())
        return "sip.response";
    std::string kind = "sip.";
    for (const char c : m_message.method()) {
        if (!isUpperCase(c) && !isDigit(c) && c != '-' && c != '_')
            return "sip.other";
        kind += lowerCase(c);
    }
    return kind;
}

SipSummary SipFields::addAll()
{
    readContact();
    addStart();
    addExpires();
    addUri("from", "From");
    addUri("to", "To");
    addContact();
    addReason();
    if (m_device.empty() && m_macOfRegistered)
        m_device = phoneName(*m_macOfRegistered);
    addHeader("user-agent", m_message.header("User-Agent") ? "User-Agent" : "Server");
    addHeader("date", "Date");
    addHeader("event", "Event");
    addHeader("subscription-state", "Subscription-State");
    addHeader("warning", "Warning");
    if (const auto via = m_message.header("Via"))
        addText("via", sentBy(*via));
    if (const auto type = m_message.header("Content-Type")) {
        addText("content-type", trimmed(type->substr(0, type->find(';'))));
        addBody(*type, m_message.body(), 0);
    }
    return {kind(), std::move(m_device)};
}

} // namespace

SipSummary addSipFields(const SipMessage& message, FieldWriter& fields)
{
    return SipFields(message, fields).addAll();
}

} // namespace whittle

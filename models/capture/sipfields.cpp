// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/address.h"
#include "models/capture/phonealarm.h"
#include "models/capture/sipmessage.h"
#include "models/capture/textscan.h"

namespace whittle
{

namespace
{

/// Bodies in bodies in bodies; more than this is an attack.
constexpr int maxBodyDepth = 4;
constexpr std::size_t maxShownLine = 256; // bytes of a broken first line
constexpr std::uint64_t maxExpires = 0xFFFFFFFF; // RFC 3261 §20.19

/// "SIP/2.0/UDP 10.0.0.1:5060;branch=..." → "10.0.0.1:5060"
std::string_view sentBy(std::string_view via)
{
    via = via.substr(0, via.find_first_of(";,"));
    const auto blank = via.find_last_of(" \t", via.find_last_not_of(" \t"));
    return blank == std::string_view::npos ? std::string_view{} : trimmed(via.substr(blank));
}

/// The URI in "Alice <sip:alice@example.com;user=phone>;tag=1" or "sip:alice@example.com;tag=1".
std::string_view uriOf(std::string_view nameAddress)
{
    const auto open = nameAddress.find('<');
    if (open != std::string_view::npos)
        return trimmed(nameAddress.substr(open + 1, nameAddress.find('>', open) - open - 1));
    return trimmed(nameAddress.substr(0, nameAddress.find_first_of(";,")));
}

/// Host and port of a URI: "sip:user@10.0.0.1:5060;transport=tcp" → "10.0.0.1:5060"
std::string_view hostOf(std::string_view uri)
{
    uri = uri.substr(0, uri.find_first_of(";?"));
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
    std::string m_device;
    std::string m_nameOfMac;
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
    const auto mac = macOfPhoneName(name);
    if (m_device.empty() && mac)
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
    const std::string_view text = *cseq;
    const std::string_view number = text.substr(0, text.find_first_of(" \t"));
    const std::string_view method = trimmed(text.substr(number.size()));
    m_isRegister = m_isRegister || method == "REGISTER";
    addText("cseq", method.empty() ? std::string(number) : std::string(number) + ' ' + std::string(method));
}

/// RFC 3261 §10.2.1.1: the header says it for all bindings, the parameter for one.
void SipFields::addExpires()
{
    const auto header = m_message.header("Expires");
    auto seconds = header ? decimal(trimmed(*header), maxExpires) : std::nullopt;
    const auto contact = m_message.header("Contact");
    if (!seconds && contact) {
        if (const auto parameter = parameterOf(*contact, "expires"))
            seconds = decimal(*parameter, maxExpires);
    }
    if (seconds)
        m_fields.addNumber("expires", static_cast<std::int64_t>(*seconds));
}

/// What CUCM's phones say of themselves. Only a registration speaks of the phone alone: in a dialog, CUCM
/// passes on what the far end said.
void SipFields::addContact()
{
    const auto contact = m_message.header("Contact");
    if (!contact)
        return;
    addText("contact", hostOf(uriOf(*contact)));
    const auto name = parameterOf(*contact, "+u.sip!devicename.ccm.cisco.com");
    const auto model = parameterOf(*contact, "+u.sip!model.ccm.cisco.com");
    const auto instance = parameterOf(*contact, "+sip.instance");
    const auto mac = instance ? macOfInstance(*instance) : std::nullopt;
    addText("device-name", name.value_or(""));
    addText("model", model.value_or(""));
    if (mac)
        m_fields.add("mac", toText(*mac));
    if (parameterOf(*contact, "cisco-keep-alive"))
        m_fields.add("standby", "yes");
    if (m_isRegister) {
        proposeDevice(name.value_or(""));
        m_nameOfMac = mac ? phoneName(*mac) : std::string{};
    }
}

void SipFields::addReason()
{
    const auto reason = m_message.header("Reason");
    if (!reason)
        return;
    addText("reason-header", *reason);
    const auto at = reason->find("cisco-alarm:");
    if (at == std::string::npos)
        return;
    const PhoneAlarm alarm = parsePhoneAlarm(std::string_view(*reason).substr(at));
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
        const HeaderBlock part = splitHeaders(body.substr(0, at));
        addBody(findHeader(part.headers, "Content-Type").value_or(""), part.body, depth);
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
    addStart();
    addExpires();
    addUri("from", "From");
    addUri("to", "To");
    addContact();
    addReason();
    proposeDevice(m_nameOfMac);
    addHeader("user-agent", m_message.header("User-Agent") ? "User-Agent" : "Server");
    addHeader("date", "Date");
    addHeader("event", "Event");
    addHeader("subscription-state", "Subscription-State");
    addHeader("warning", "Warning");
    if (const auto via = m_message.header("Via"))
        addText("via", sentBy(*via));
    if (const auto type = m_message.header("Content-Type")) {
        addText("content-type", trimmed(std::string_view(*type).substr(0, type->find(';'))));
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/alarm.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "models/formats/alarmreasons.h"
#include "models/formats/sdifields.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// A parameter as the releases spell it, letters and digits alone in lower case, and our field for it. Those
/// that the first table has are written in its order, before all others.
struct AlarmKey {
    std::string_view letters;
    std::string_view field;
};

constexpr std::array alarmKeys{
    AlarmKey{"devicename", "device-name"},
    AlarmKey{"deviceipaddress", "address"},
    AlarmKey{"ipaddress", "address"},
    AlarmKey{"protocol", "protocol"},
    AlarmKey{"devicetype", "device-type"},
    AlarmKey{"devicedescription", "description"},
    AlarmKey{"description", "description"},
    AlarmKey{"reasoncode", "reason"},
    AlarmKey{"reason", "reason"},
    AlarmKey{"lastsignalreceived", "last-signal"},
    AlarmKey{"connectingport", "port"},
    AlarmKey{"nodeid", "node"},
    AlarmKey{"devicemacaddress", "mac"},
    AlarmKey{"registeringsipuser", "sip-user"},
    AlarmKey{"ipv6address", "ipv6-address"},
    AlarmKey{"cticonnectionid", "cti-connection"},
};

/// Words that stand before a colon where parameters are written as prose; of a longer one its end is another.
constexpr std::array<std::string_view, 30> proseKeys{
    "Device IP address",
    "Device MAC address",
    "Device description",
    "Device name",
    "DeviceName",
    "Device type",
    "DeviceType",
    "IP Address",
    "IPAddress",
    "IPV6Address",
    "IPAddressAttributes",
    "IPV6AddressAttributes",
    "Protocol",
    "Reason Code",
    "ReasonCode",
    "Reason",
    "Connecting Port",
    "ConnectingPort",
    "Registering SIP User",
    "LastSignalReceived",
    "StationState",
    "App ID",
    "Cluster ID",
    "Node ID",
    "Process ID",
    "Process Name",
    "CTI Connection Id",
    "CTIconnectionId",
    "Directory Number",
    "Partition",
};

constexpr auto wordChars = [] {
    std::array<bool, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const char c = static_cast<char>(i);
        table[i] = text::isDigit(c) || (text::lower(c) >= 'a' && text::lower(c) <= 'z');
    }
    return table;
}();

constexpr bool isWordChar(char c)
{
    return wordChars[static_cast<unsigned char>(c)];
}

std::string_view nameAtFront(std::string_view text)
{
    std::size_t length = 0;
    while (length < text.size() && isWordChar(text[length]))
        ++length;
    return text.substr(0, length);
}

/// "LastSignalReceived" → "last-signal-received", "IPAddrAttributes" → "ip-addr-attributes"
void appendHyphenated(std::string& out, std::string_view words)
{
    bool gap = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char c = words[i];
        if (!isWordChar(c)) {
            gap = true;
            continue;
        }
        const bool afterLower = i > 0 && isWordChar(words[i - 1]) && !isUpperCase(words[i - 1]);
        const bool endsAcronym = i > 0 && isUpperCase(words[i - 1]) && i + 1 < words.size()
            && isWordChar(words[i + 1]) && !isUpperCase(words[i + 1]) && !text::isDigit(words[i + 1]);
        gap = gap || (isUpperCase(c) && (afterLower || endsAcronym));
        if (gap && !out.empty() && out.back() != '.' && out.back() != '-')
            out += '-';
        gap = false;
        out += text::lower(c);
    }
}

/// "Device name. [Optional]." without what a release hangs onto a key.
std::string_view withoutDecoration(std::string_view key)
{
    for (;;) {
        if (key.ends_with('.') || key.ends_with(' '))
            key.remove_suffix(1);
        else if (key.ends_with("[Optional]") || key.ends_with("(Optional)"))
            key.remove_suffix(10);
        else
            return key;
    }
}

const AlarmKey* knownKey(std::string_view key)
{
    std::array<char, 24> letters{};
    std::size_t count = 0;
    for (const char c : withoutDecoration(key)) {
        if (!isWordChar(c))
            continue;
        if (count == letters.size())
            return nullptr;
        letters[count++] = text::lower(c);
    }
    const std::string_view written(letters.data(), count);
    const auto found = std::ranges::find(alarmKeys, written, &AlarmKey::letters);
    return found == alarmKeys.end() ? nullptr : &*found;
}

/// The value of one of our fields; empty when no parameter has it. Only a description has blanks: behind a
/// value in prose other words may follow that are no parameter.
std::string_view valueOf(const Alarm& alarm, std::string_view field)
{
    for (std::size_t i = 0; i < alarm.count; ++i) {
        const AlarmKey* key = knownKey(alarm.parameters[i].key);
        const std::string_view value = alarm.parameters[i].value;
        if (key && key->field == field && !value.empty())
            return field == "description" ? value : text::until(value, " ");
    }
    return {};
}

/// The known key with which `text`, the front of a line up to a colon, ends.
std::string_view proseKeyAtEnd(std::string_view text)
{
    text = withoutDecoration(text);
    for (const std::string_view key : proseKeys) {
        if (text.size() < key.size() || !text::startsWithNoCase(text.substr(text.size() - key.size()), key))
            continue;
        const std::string_view before = text.substr(0, text.size() - key.size());
        if (before.empty() || !isWordChar(before.back()))
            return text.substr(before.size());
    }
    return {};
}

std::optional<std::int64_t> signedNumber(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

} // namespace

void Alarm::add(std::string_view key, std::string_view value)
{
    if (count < maxParameters)
        parameters[count++] = {key, value};
}

bool mayBeAlarm(std::string_view text)
{
    if (text.empty() || !isUpperCase(text.front()))
        return false;
    const std::string_view rest = text.substr(nameAtFront(text).size());
    if (rest.size() < 3)
        return false;
    return rest[0] == ' ' ? (rest[1] == '-' || rest[1] == ':') && rest[2] == ' '
                          : rest[0] == ':' && rest[1] == ' ';
}

void readProseParameters(std::string_view text, Alarm& alarm)
{
    std::string_view key;
    std::size_t valueBegin = 0;
    for (auto colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
        const std::string_view next = proseKeyAtEnd(text.substr(valueBegin, colon - valueBegin));
        if (next.empty())
            continue;
        const auto keyBegin = static_cast<std::size_t>(next.data() - text.data());
        if (!key.empty())
            alarm.add(key, text::trimmed(text.substr(valueBegin, keyBegin - valueBegin)));
        key = next;
        valueBegin = colon + 1;
    }
    if (!key.empty())
        alarm.add(key, text::trimmed(text.substr(valueBegin)));
}

/// DeviceUnregistered - Device unregistered. Device name.:SEP000F9048529A Device IP address.:10.130.9.5
/// Device type. [Optional]:30006 Device description [Optional].:gmgiska Reason Code [Optional].:8 App
/// ID:Cisco CallManager Cluster ID:StandAloneCluster Node ID:10.130.8.21
bool readProseAlarm(std::string_view text, Alarm& alarm)
{
    if (!mayBeAlarm(text) || text.find("App ID") == std::string_view::npos)
        return false;
    alarm.name = nameAtFront(text);
    readProseParameters(text.substr(alarm.name.size()), alarm);
    return alarm.count > 0;
}

/// The bracket that closes a parameter: values are typed by people and may hold brackets ("Lobby [1st]"), so
/// it is the first with another parameter, a colon or nothing behind it; else the first.
std::size_t endOfParameter(std::string_view text)
{
    for (auto end = text.find(']'); end != std::string_view::npos; end = text.find(']', end + 1)) {
        if (end + 1 == text.size() || text[end + 1] == '[' || text[end + 1] == ':')
            return end;
    }
    return text.find(']');
}

void readBracketedParameters(std::string_view text, Alarm& alarm)
{
    while (text::take(text, "[")) {
        const auto end = endOfParameter(text);
        if (end == std::string_view::npos)
            return; // the line is cut
        const std::string_view parameter = text.substr(0, end);
        const auto equals = parameter.find('=');
        if (equals != std::string_view::npos)
            alarm.add(parameter.substr(0, equals), text::trimmed(parameter.substr(equals + 1)));
        text.remove_prefix(end + 1);
    }
}

bool readListedAlarm(std::string_view text, Alarm& alarm)
{
    alarm.name = nameAtFront(text::after(text, "AlarmName: ").value_or(std::string_view{}));
    alarm.severity = nameAtFront(text::after(text, "AlarmSeverity: ").value_or(std::string_view{}));
    std::string_view rest = text::after(text, "AlarmParameters:").value_or(std::string_view{});
    while (!rest.empty()) {
        const std::string_view parameter = text::trimmed(text::until(rest, ","));
        rest.remove_prefix(std::min(rest.size(), text::until(rest, ",").size() + 1));
        const auto colon = parameter.find(':');
        if (colon != std::string_view::npos)
            alarm.add(parameter.substr(0, colon), text::trimmed(parameter.substr(colon + 1)));
    }
    return !alarm.name.empty();
}

/// CTI's reasons are negative decimals in alarms and hexadecimal everywhere else (0x8ccc0075).
void AlarmWriter::addReason(const Alarm& alarm, FieldWriter& fields) const
{
    const std::string_view reason = valueOf(alarm, "reason");
    const auto number = signedNumber(reason);
    if (number && *number < 0)
        fields.addHex("reason", static_cast<std::uint32_t>(*number), 8);
    else
        addIfSet(fields, "reason", reason);
    if (number)
        addIfSet(fields, "reason-name", alarmReasonName(m_kind, *number));
}

void AlarmWriter::describe(const Alarm& alarm, std::string_view device, Event& event, FieldWriter& fields)
{
    fields.clear();
    m_kind = "alarm.";
    appendHyphenated(m_kind, alarm.name);
    event.kind = m_kind;
    const std::string_view name = valueOf(alarm, "device-name");
    event.device = name.empty() ? device : name;
    addIfSet(fields, "device-name", event.device);
    for (const std::string_view field : {"address", "protocol", "device-type", "description"})
        addIfSet(fields, field, valueOf(alarm, field));
    addReason(alarm, fields);
    for (const std::string_view field :
         {"last-signal", "port", "node", "mac", "sip-user", "ipv6-address", "cti-connection"})
        addIfSet(fields, field, valueOf(alarm, field));
    addIfSet(fields, "severity", alarm.severity);
    for (std::size_t i = 0; i < alarm.count; ++i) {
        const Alarm::Parameter& parameter = alarm.parameters[i];
        if (parameter.value.empty() || knownKey(parameter.key))
            continue;
        m_key.clear();
        appendHyphenated(m_key, withoutDecoration(parameter.key));
        addIfSet(fields, m_key.empty() ? "other" : std::string_view(m_key), parameter.value);
    }
    event.fields = fields.text();
}

} // namespace whittle

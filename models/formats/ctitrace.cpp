// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/ctitrace.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "models/formats/sdifields.h"
#include "models/formats/text.h"
#include "models/formats/textpattern.h"

namespace whittle
{

/// A message between CTIManager and an application, and the events it stands for.
struct CtiMessage {
    std::string_view name;
    std::string_view kind;
    std::string_view failure{}; ///< with a result other than 0; of a request: when it is refused
    bool repeats = false;
};

namespace
{

/// Of an answer that does not say to what.
constexpr std::string_view refused = "cti.failed";

constexpr std::array messages{
    CtiMessage{"ProviderOpenRequest", "cti.provider-open", "cti.provider-open-failed"},
    CtiMessage{"ProviderOpenResponse", "cti.provider-open-response", "cti.provider-open-failed"},
    CtiMessage{"ProviderOpenCompletedEvent", "cti.provider-opened", "cti.provider-open-failed"},
    CtiMessage{"ProviderCloseRequest", "cti.provider-close"},
    CtiMessage{"ProviderClosedEvent", "cti.provider-closed"},
    CtiMessage{"ProviderOutOfServiceEvent", "cti.provider-out-of-service"},
    CtiMessage{"ProviderInServiceEvent", "cti.provider-in-service"},
    CtiMessage{"DeviceOpenRequest", "cti.device-open", "cti.device-open-failed"},
    CtiMessage{"DeviceOpenResponse", "cti.device-opened", "cti.device-open-failed"},
    CtiMessage{"DeviceCloseRequest", "cti.device-close"},
    CtiMessage{"DeviceClosedEvent", "cti.device-closed"},
    CtiMessage{"DeviceInServiceEvent", "cti.device-in-service"},
    CtiMessage{"DeviceOutOfServiceEvent", "cti.device-out-of-service"},
    CtiMessage{"DeviceRegisteredEvent", "cti.device-registered"},
    CtiMessage{"DeviceUnregisteredEvent", "cti.device-unregistered"},
    CtiMessage{"LineOpenRequest", "cti.line-open", "cti.line-open-failed"},
    CtiMessage{"LineOpenResponse", "cti.line-opened", "cti.line-open-failed"},
    CtiMessage{"LineCloseRequest", "cti.line-close"},
    CtiMessage{"LineClosedEvent", "cti.line-closed"},
    CtiMessage{"LineInServiceEvent", "cti.line-in-service"},
    CtiMessage{"LineOutOfServiceEvent", "cti.line-out-of-service"},
    CtiMessage{"FailureResponse", refused, refused},
    CtiMessage{"ClientHeartbeat", "cti.heartbeat", "", true},
    CtiMessage{"ServerHeartbeat", "cti.heartbeat", "", true},
    CtiMessage{"ProviderHeartbeat", "cti.heartbeat", "", true},
    CtiMessage{"HeartbeatRequest", "cti.heartbeat", "", true},
    CtiMessage{"HeartbeatEvent", "cti.heartbeat", "", true},
    CtiMessage{"Heartbeat", "cti.heartbeat", "", true},
};

struct CtiText {
    TextPattern pattern;
    std::string_view kind;
};

constexpr std::array texts{
    CtiText{TextPattern("AuthenticationImpl:: Authentication successful for User ID : {login}"), "cti.login"},
    CtiText{TextPattern("Successfully authenticated user: {login}"), "cti.login"},
    CtiText{TextPattern("AuthenticationImpl:: Authentication failed for User ID : {login}"),
            "cti.login-failed"},
    CtiText{TextPattern("AuthenticationImpl:: Authentication unsuccessful for User ID : {login}"),
            "cti.login-failed"},
    CtiText{TextPattern("Authentication failed for user {login}"), "cti.login-failed"},
    CtiText{TextPattern("CTIManager::CtiManager::providerOpenRequest(): PROVIDER_OPEN_REQUEST received -- "
                        "Connection Id={provider} TcpHandle={handle} PeerIPAddr={address} PeerPort={port} "),
            "cti.connection"},
};

/// Keys of the messages in any spelling, and the field they fill.
struct CtiKey {
    std::string_view key;
    std::string_view field;
};

constexpr std::array keys{
    CtiKey{"provider=", "provider"},
    CtiKey{"provider id=", "provider-id"},
    CtiKey{"login=", "login"},
    CtiKey{"result=", "result"},
    CtiKey{"error code=", "result"},
    CtiKey{"reason=", "reason"},
    CtiKey{"description=", "description"},
    CtiKey{"DH=", "device-handle"},
    CtiKey{"LH=", "line-handle"},
    CtiKey{"TotalControllableDevices =", "controllable-devices"},
};

/// The name of the message at the end of what stands before its parameters: "[CTI-APP]
/// [CTIHandler::OutputCtiMessage ] CTI ProviderOpenCompletedEvent" or "CTIHandler::DeviceOpenRequest".
const CtiMessage* takeMessage(std::string_view& body)
{
    std::string_view rest = body;
    if (text::take(rest, "[CTI-APP]")) {
        const auto found = text::after(rest, "] CTI ");
        if (!found)
            return nullptr;
        rest = *found;
    } else if (!text::take(rest, "CTIHandler::")) {
        return nullptr;
    }
    std::size_t length = 0;
    while (length < rest.size() && isLetter(rest[length]))
        ++length;
    const auto known = std::ranges::find(messages, rest.substr(0, length), &CtiMessage::name);
    if (known == messages.end())
        return nullptr;
    body = rest.substr(length);
    return &*known;
}

/// The value of "key=value": to the blank before the next "key=", or the closing bracket.
std::string_view valueIn(std::string_view text, std::string_view key)
{
    auto at = text.find(key);
    while (at != std::string_view::npos && at > 0 && !text::isBlank(text[at - 1]) && text[at - 1] != '(')
        at = text.find(key, at + 1);
    if (at == std::string_view::npos)
        return {};
    std::string_view value = text.substr(at + key.size());
    const auto next = value.find('=');
    if (next != std::string_view::npos)
        value = value.substr(0, value.substr(0, next).find_last_not_of(' ') + 1);
    if (next != std::string_view::npos)
        value = value.substr(0, value.find_last_of(' ') + 1);
    value = text::trimmed(value);
    if (value.ends_with(')'))
        value.remove_suffix(1);
    return text::trimmed(value);
}

/// "CSFJKING" of "device name=CSFJKING softkeys AppID=1234", "device=SEP…", "deviceName= SEP…".
std::string_view deviceIn(std::string_view text)
{
    for (const std::string_view key : {"device=", "device name=", "deviceName=", "Name="}) {
        const std::string_view value = text::until(valueIn(text, key), " ");
        if (!value.empty())
            return value;
    }
    return {};
}

/// "0x8CCC0017", "2362179701" or "-1932787617": the same 32 bits.
std::optional<std::uint32_t> resultIn(std::string_view text)
{
    const bool hex = text.starts_with("0x") || text.starts_with("0X");
    if (hex)
        text.remove_prefix(2);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, hex ? 16 : 10);
    if (error != std::errc{} || end != text.data() + text.size())
        return {};
    return static_cast<std::uint32_t>(value);
}

std::optional<std::uint32_t> resultOf(std::string_view parameters)
{
    const std::string_view text = text::until(valueIn(parameters, "result="), " ");
    return resultIn(text.empty() ? text::until(valueIn(parameters, "error code="), " ") : text);
}

bool isRequest(const CtiMessage& message)
{
    return message.name.ends_with("Request");
}

std::string_view sequenceIn(std::string_view text)
{
    return text::until(text::after(text, "seq#=").value_or(std::string_view{}), " )");
}

void addKeys(std::string_view parameters, std::optional<std::uint32_t> result, FieldWriter& fields)
{
    for (const CtiKey& key : keys) {
        std::string_view value = valueIn(parameters, key.key);
        if (key.field == "result") {
            if (!value.empty() && result)
                fields.addHex("result", *result, 8);
            continue;
        }
        if (key.field != "description")
            value = text::until(value, " ");
        addIfSet(fields, key.field, value);
    }
}

} // namespace

void CtiTrace::remember(Names& names, std::size_t& next, const Named& named)
{
    names[next++ % names.size()] = named;
}

const CtiTrace::Named* CtiTrace::find(const Names& names, std::string_view connection,
                                      std::string_view key) const
{
    const auto found = std::ranges::find_if(names, [&](const Named& named) {
        return !key.empty() && named.key == key && named.connection == connection;
    });
    return found == names.end() ? nullptr : &*found;
}

/// Whom a message is about: itself, its request or its handle may say so. Gives the kind of the event that a
/// result other than 0 makes of it.
std::string_view CtiTrace::learn(const CtiMessage& message, std::string_view parameters, const SdiTags& tags)
{
    const std::string_view sequence = sequenceIn(parameters);
    const std::string_view handle = text::until(valueIn(parameters, "DH="), " ");
    std::string_view failure = message.failure;
    m_device = deviceIn(parameters);
    if (const Named* request = find(m_requests, tags.connection, sequence); request && failure == refused) {
        failure = request->failure;
        m_device = request->device;
    }
    if (const Named* device = find(m_devices, {}, handle); device && m_device.empty())
        m_device = device->device;
    if (m_device.empty())
        m_device = tags.device;
    if (!m_device.empty() && !handle.empty())
        remember(m_devices, m_nextDevice, {{}, std::string(handle), m_device, {}});
    if (isRequest(message) && !sequence.empty())
        remember(m_requests, m_nextRequest,
                 {std::string(tags.connection), std::string(sequence), m_device, message.failure});
    return failure;
}

/// [CTI-APP] [CTIHandler::OutputCtiMessage ] CTI FailureResponse ( seq#=4 result=2362179794 description=)
/// CTIHandler::ProviderOpenRequest provider=UCProvider login=CtiGW from 10.20.1.40
bool CtiTrace::describeMessage(const SdiRecord& record, Event& event, FieldWriter& fields)
{
    std::string_view parameters = record.body;
    const CtiMessage* message = takeMessage(parameters);
    if (!message)
        return false;
    const std::string_view failure = learn(*message, parameters, record.tags);
    const auto result = resultOf(parameters);
    const bool failed = !isRequest(*message) && result.value_or(0) != 0 && !failure.empty();
    event.kind = failed ? failure : message->kind;
    event.repeats = message->repeats;
    event.device = m_device;
    addIfSet(fields, "device-name", m_device);
    addKeys(parameters, result, fields);
    const std::string_view from = sdiValue(parameters, " from ");
    const Endpoint application{sdiAddress(from.empty() ? record.tags.address : from), 0};
    const Endpoint node{sdiAddress(record.tags.node), 0};
    event.source = isRequest(*message) ? application : node;
    event.destination = isRequest(*message) ? node : application;
    return true;
}

bool CtiTrace::describeText(const SdiRecord& record, Event& event, FieldWriter& fields) const
{
    TextPattern::Match match;
    for (const CtiText& text : texts) {
        if (!text.pattern.match(record.body, match))
            continue;
        event.kind = text.kind;
        for (std::size_t i = 0; i < match.count; ++i) {
            const TextPattern::Capture& capture = match.captures[i];
            addIfSet(fields, capture.name, capture.value);
            if (capture.name == "address")
                event.source = {sdiAddress(capture.value), 0};
        }
        return true;
    }
    return false;
}

bool CtiTrace::describe(const SdiRecord& record, Event& event, FieldWriter& fields)
{
    fields.clear();
    const bool known = describeMessage(record, event, fields) || describeText(record, event, fields);
    event.fields = fields.text();
    return known;
}

} // namespace whittle

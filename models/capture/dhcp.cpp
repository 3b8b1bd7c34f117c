// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/dhcp.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "models/capture/dhcpoptions.h"
#include "models/capture/textscan.h"

namespace whittle
{

namespace
{

/// Option 53, as IANA lists it (RFC 2132, 3203, 4388, 6926, 7724).
constexpr std::array<std::string_view, 19> kinds{
    "",
    "dhcp.discover",
    "dhcp.offer",
    "dhcp.request",
    "dhcp.decline",
    "dhcp.ack",
    "dhcp.nak",
    "dhcp.release",
    "dhcp.inform",
    "dhcp.force-renew",
    "dhcp.lease-query",
    "dhcp.lease-unassigned",
    "dhcp.lease-unknown",
    "dhcp.lease-active",
    "dhcp.bulk-lease-query",
    "dhcp.lease-query-done",
    "dhcp.active-lease-query",
    "dhcp.lease-query-status",
    "dhcp.tls",
};
constexpr std::uint8_t requestType = 3;

namespace option
{
constexpr std::uint8_t subnetMask = 1;
constexpr std::uint8_t router = 3;
constexpr std::uint8_t dnsServers = 6;
constexpr std::uint8_t hostName = 12;
constexpr std::uint8_t domainName = 15;
constexpr std::uint8_t ntpServers = 42;
constexpr std::uint8_t vendorSpecific = 43;
constexpr std::uint8_t requestedAddress = 50;
constexpr std::uint8_t leaseTime = 51;
constexpr std::uint8_t overload = 52;
constexpr std::uint8_t messageType = 53;
constexpr std::uint8_t serverId = 54;
constexpr std::uint8_t requestedOptions = 55;
constexpr std::uint8_t message = 56;
constexpr std::uint8_t maxMessage = 57;
constexpr std::uint8_t renewalTime = 58; // T1
constexpr std::uint8_t rebindingTime = 59; // T2
constexpr std::uint8_t vendorClass = 60;
constexpr std::uint8_t clientId = 61;
constexpr std::uint8_t tftpName = 66;
constexpr std::uint8_t bootFile = 67;
constexpr std::uint8_t relayAgent = 82;
constexpr std::uint8_t tftpServers = 150; // Cisco; RFC 5859
} // namespace option

/// What has a field of its own, or is told by how it was read.
constexpr std::array shownOptions{
    option::subnetMask,    option::router,           option::dnsServers,     option::hostName,
    option::domainName,    option::ntpServers,       option::vendorSpecific, option::requestedAddress,
    option::leaseTime,     option::overload,         option::messageType,    option::serverId,
    option::message,       option::requestedOptions, option::maxMessage,     option::renewalTime,
    option::rebindingTime, option::vendorClass,      option::clientId,       option::tftpName,
    option::bootFile,      option::relayAgent,       option::tftpServers,
};

constexpr std::size_t cookieAt = 236;
constexpr std::uint32_t cookie = 0x63825363;

/// RFC 2131 §2:
///
///   0  op, htype, hlen, hops      12  ciaddr      24  giaddr      108  file[128]
///   4  xid                        16  yiaddr      28  chaddr[16]  236  cookie 63 82 53 63
///   8  secs, flags                20  siaddr      44  sname[64]   240  options
struct Message {
    Bytes bytes;
    DhcpOptions options;

    IpAddress address(std::size_t at) const { return IpAddress::fromBytes(slice(bytes, at, 4)); }
    IpAddress clientAddress() const { return address(12); }
    IpAddress relayAddress() const { return address(24); }
};

std::optional<Mac> hardwareAddress(const Message& message)
{
    constexpr std::uint8_t ethernet = 1;
    if (readBigEndian<std::uint8_t>(message.bytes, 1) != ethernet
        || readBigEndian<std::uint8_t>(message.bytes, 2) != 6)
        return {};
    return Mac::fromBytes(slice(message.bytes, 28, 6));
}

class DhcpFields
{
public:
    DhcpFields(const Message& message, FieldWriter& fields)
        : m_message(message)
        , m_fields(fields)
    {
    }

    void addFixed();
    void addOptions();
    void addText(std::string_view key, std::uint8_t code);

private:
    void addAddress(std::string_view key, std::size_t at);
    void addSeconds(std::string_view key, std::uint8_t code);
    void addAddresses(std::string_view key, std::uint8_t code);
    void addBytes(std::string_view key, Bytes value);
    void addCodes(std::string_view key, Bytes codes);
    void addClientId();
    void addBootFile();
    void addRelayAgent();
    void addOtherOptions();

    const Message& m_message;
    FieldWriter& m_fields;
};

void DhcpFields::addAddress(std::string_view key, std::size_t at)
{
    const IpAddress address = m_message.address(at);
    if (!address.isUnspecified())
        m_fields.add(key, toText(address));
}

void DhcpFields::addSeconds(std::string_view key, std::uint8_t code)
{
    const Bytes value = m_message.options.value(code);
    if (value.size() >= 4)
        m_fields.addNumber(key, readBigEndian<std::uint32_t>(value));
}

/// One address or several, joined by ','.
void DhcpFields::addAddresses(std::string_view key, std::uint8_t code)
{
    std::string text;
    for (Bytes rest = m_message.options.value(code); rest.size() >= 4; rest = slice(rest, 4)) {
        text += text.empty() ? "" : ",";
        text += toText(IpAddress::fromBytes(rest.first(4)));
    }
    if (!text.empty())
        m_fields.add(key, text);
}

void DhcpFields::addText(std::string_view key, std::uint8_t code)
{
    const std::string_view text = withoutNulEnd(m_message.options.value(code));
    if (!text.empty())
        m_fields.add(key, text);
}

void DhcpFields::addBytes(std::string_view key, Bytes value)
{
    if (!value.empty())
        m_fields.add(key, textOrHex(value));
}

void DhcpFields::addCodes(std::string_view key, Bytes codes)
{
    std::string text;
    for (const std::byte code : codes) {
        text += text.empty() ? "" : ",";
        text += std::to_string(std::to_integer<unsigned>(code));
    }
    if (!text.empty())
        m_fields.add(key, text);
}

/// RFC 2132 §9.14: a hardware type and address, or type 0 and any text; some clients send text alone.
void DhcpFields::addClientId()
{
    const Bytes value = m_message.options.value(option::clientId);
    const auto type = readBigEndian<std::uint8_t>(value);
    const auto mac = type == 1 ? Mac::fromBytes(slice(value, 1)) : std::nullopt;
    if (mac)
        m_fields.add("client-id", toText(*mac));
    else
        addBytes("client-id",
                 type == 0 && isPrintable(withoutNulEnd(slice(value, 1))) ? slice(value, 1) : value);
}

/// Option 67, or the field that BOOTP had for it.
void DhcpFields::addBootFile()
{
    constexpr std::size_t fileAt = 108;
    constexpr std::size_t fileBytes = 128;
    if (m_message.options.has(option::bootFile)) {
        addText("boot-file", option::bootFile);
    } else if (!m_message.options.fileHoldsOptions()) {
        const std::string_view file = asText(slice(m_message.bytes, fileAt, fileBytes));
        if (const auto name = file.substr(0, file.find('\0')); isPrintable(name))
            m_fields.add("boot-file", name);
    }
}

/// RFC 3046 §2: sub-options of a code, a length and a value. They tell the switch and its port.
void DhcpFields::addRelayAgent()
{
    constexpr std::uint8_t circuitId = 1;
    constexpr std::uint8_t remoteId = 2;
    for (Bytes rest = m_message.options.value(option::relayAgent); rest.size() >= 2;) {
        const auto code = readBigEndian<std::uint8_t>(rest);
        const std::size_t length = readBigEndian<std::uint8_t>(rest, 1);
        if (code == circuitId || code == remoteId)
            addBytes(code == circuitId ? "relay-circuit-id" : "relay-remote-id", slice(rest, 2, length));
        rest = slice(rest, 2 + length);
    }
}

void DhcpFields::addOtherOptions()
{
    std::vector<std::byte> others;
    for (unsigned code = 1; code < 255; ++code) {
        const auto narrow = static_cast<std::uint8_t>(code);
        if (m_message.options.has(narrow) && std::ranges::find(shownOptions, narrow) == shownOptions.end())
            others.push_back(static_cast<std::byte>(code));
    }
    addCodes("other-options", others);
}

void DhcpFields::addFixed()
{
    m_fields.addHex("xid", readBigEndian<std::uint32_t>(m_message.bytes, 4), 8);
    if (const auto mac = hardwareAddress(m_message))
        m_fields.add("client-mac", toText(*mac));
    addAddress("your-ip", 16);
    addSeconds("lease-s", option::leaseTime);
    addAddresses("server-id", option::serverId);
    addAddress("client-ip", 12);
    addAddress("next-server", 20);
    addAddress("relay-ip", 24);
    if (const auto seconds = readBigEndian<std::uint16_t>(m_message.bytes, 8); seconds > 0)
        m_fields.addNumber("secs", seconds);
}

void DhcpFields::addOptions()
{
    addAddresses("requested-ip", option::requestedAddress);
    addSeconds("t1-s", option::renewalTime);
    addSeconds("t2-s", option::rebindingTime);
    addText("message", option::message);
    addText("host-name", option::hostName);
    addText("vendor-class", option::vendorClass);
    addAddresses("subnet-mask", option::subnetMask);
    addAddresses("router", option::router);
    addAddresses("tftp-servers", option::tftpServers);
    addText("tftp-name", option::tftpName);
    addAddresses("ntp-servers", option::ntpServers);
    addAddresses("dns-servers", option::dnsServers);
    addText("domain-name", option::domainName);
    addClientId();
    addBootFile();
    addRelayAgent();
    addBytes("vendor-options", m_message.options.value(option::vendorSpecific));
    if (const Bytes size = m_message.options.value(option::maxMessage); size.size() >= 2)
        m_fields.addNumber("max-message-bytes", readBigEndian<std::uint16_t>(size));
    addCodes("requested-options", m_message.options.value(option::requestedOptions));
    addOtherOptions();
}

/// RFC 2131 §4.3.2. A relay passes on broadcasts alone, so a relayed Request was one.
std::string_view requestState(const Message& message, const Endpoint& destination)
{
    if (message.options.has(option::serverId))
        return "selecting";
    if (message.clientAddress().isUnspecified())
        return message.options.has(option::requestedAddress) ? "init-reboot" : std::string_view{};
    const IpAddress all = IpAddress::v4(255, 255, 255, 255);
    const bool wasBroadcast = destination.address == all || !message.relayAddress().isUnspecified();
    return wasBroadcast ? "rebinding" : "renewing";
}

/// The name the message itself shows: a phone's host name, or what CUCM calls a phone with this hardware
/// address.
std::string deviceName(const Message& message)
{
    const std::string_view host = withoutNulEnd(message.options.value(option::hostName));
    if (const auto mac = macOfPhoneName(host))
        return phoneName(*mac);
    const std::string_view vendor = asText(message.options.value(option::vendorClass));
    const auto mac = hardwareAddress(message);
    return mac && vendor.find("IP Phone") != std::string_view::npos ? phoneName(*mac) : std::string{};
}

void writeMessage(const Message& message, std::uint8_t type, const Conversation& conversation,
                  EventWriter& writer)
{
    DhcpFields fields(message, writer.fields());
    fields.addFixed();
    if (type == requestType) {
        if (const auto state = requestState(message, conversation.destination); !state.empty())
            writer.fields().add("state", state);
    }
    fields.addOptions();
    writer.write(kinds[type], conversation, deviceName(message));
}

bool decodeDhcp(const UdpDatagram& datagram, const Conversation& conversation, EventWriter& writer)
{
    const Bytes bytes = datagram.payload;
    if (bytes.size() < cookieAt + 4)
        return datagram.cut;
    if (readBigEndian<std::uint32_t>(bytes, cookieAt) != cookie)
        return true; // plain BOOTP (RFC 951) may hold anything there
    const Message message{bytes, DhcpOptions(bytes)};
    const auto type = readBigEndian<std::uint8_t>(message.options.value(option::messageType));
    if (type > 0 && type < kinds.size())
        writeMessage(message, type, conversation, writer);
    return true;
}

} // namespace

const DatagramProtocol dhcpProtocol{"DHCP", decodeDhcp};

} // namespace whittle

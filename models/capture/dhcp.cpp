// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/dhcp.h"

#include <array>
#include <string>

#include "models/capture/dhcpoptions.h"

namespace whittle
{

namespace
{

constexpr std::array<std::string_view, 9> kinds{
    "",         "dhcp.discover", "dhcp.offer",   "dhcp.request", "dhcp.decline",
    "dhcp.ack", "dhcp.nak",      "dhcp.release", "dhcp.inform",
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
constexpr std::uint8_t requestedAddress = 50;
constexpr std::uint8_t leaseTime = 51;
constexpr std::uint8_t messageType = 53;
constexpr std::uint8_t serverId = 54;
constexpr std::uint8_t message = 56;
constexpr std::uint8_t renewalTime = 58; // T1
constexpr std::uint8_t rebindingTime = 59; // T2
constexpr std::uint8_t vendorClass = 60;
constexpr std::uint8_t tftpName = 66;
constexpr std::uint8_t tftpServers = 150; // Cisco; RFC 5859
} // namespace option

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

/// Some servers and phones end their texts with a NUL, or several.
std::string_view textOf(Bytes value)
{
    const std::string_view text = asText(value);
    return text.substr(0, text.find_last_not_of('\0') + 1);
}

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
    const std::string_view text = textOf(m_message.options.value(code));
    if (!text.empty())
        m_fields.add(key, text);
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
    const std::string_view host = textOf(message.options.value(option::hostName));
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

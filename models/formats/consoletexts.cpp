// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/consoletexts.h"

#include <array>

namespace whittle
{

namespace
{

constexpr std::string_view messageId = "message-id"; // SCCP's number of the message, which the text names

/// DHCP's first six and "NAK received" are as published phone logs have them, "response not received" to
/// "new assigned" those of an 8821 and the change of state those of a 7821; the others follow the same
/// firmware's manner. What was said on the wire has the protocol's kind, what happened inside the phone is
/// phone.*.
constexpr std::array texts{
    ConsoleText{"DHCP", TextPattern("Restart - delay[ = {delay}]"), "phone.dhcp-restart"},
    ConsoleText{"DHCP", TextPattern("Sending Discover"), "dhcp.discover"},
    ConsoleText{"DHCP", TextPattern("Sending Request"), "dhcp.request"},
    ConsoleText{"DHCP", TextPattern("Sending Release"), "dhcp.release"},
    ConsoleText{"DHCP", TextPattern("dhcpSendReq: status {status}"), "phone.dhcp-send-status"},
    ConsoleText{"DHCP", TextPattern("clear info[ - IP = {address}, state = {state}]"),
                "phone.address-cleared"},
    ConsoleText{"DHCP", TextPattern("Sending Decline"), "dhcp.decline"},
    ConsoleText{"DHCP", TextPattern("Sending Inform"), "dhcp.inform"},
    ConsoleText{"DHCP", TextPattern("Offer received"), "dhcp.offer"},
    ConsoleText{"DHCP", TextPattern("ACK received"), "dhcp.ack"},
    ConsoleText{"DHCP", TextPattern("NAK received"), "dhcp.nak"},
    ConsoleText{"DHCP", TextPattern("T1 expired[, state = {state}]"), "phone.dhcp-t1"},
    ConsoleText{"DHCP", TextPattern("T2 expired[, state = {state}]"), "phone.dhcp-t2"},
    ConsoleText{"DHCP", TextPattern("lease expired"), "phone.lease-expired"},
    ConsoleText{"DHCP", TextPattern("lease renewed[, lease = {lease-s}]"), "phone.lease-renewed"},
    ConsoleText{"DHCP", TextPattern("timeout, state[ = {state}]"), "phone.dhcp-timeout"},
    ConsoleText{"DHCP", TextPattern("IP = {address}, mask = {mask}, gw = {router}[, lease = {lease-s}]"),
                "phone.address"},
    ConsoleText{"DHCP", TextPattern("Duplicate IP address[ {address}]"), "phone.duplicate-address"},
    ConsoleText{"DHCP", TextPattern("response not received"), "phone.dhcp-timeout"},
    ConsoleText{"DHCP", TextPattern("Max retries of {message} "), "phone.dhcp-failed"},
    ConsoleText{"DHCP", TextPattern("new assigned IP addr: {swapped-address},"), "phone.address"},

    ConsoleText{"TFTP", TextPattern("Requesting {file} from {destination} "), "tftp.read-request"},
    ConsoleText{"TFTP", TextPattern("Server error, code[ = {code} ({file})]"), "tftp.error"},
    ConsoleText{"TFTP", TextPattern("Finished[ --> rcvd {bytes} bytes]"), "phone.tftp-done"},
    ConsoleText{"TFTP", TextPattern("Timeout requesting {file} from {destination}"), "phone.tftp-timeout"},
    ConsoleText{"TFTP", TextPattern("No TFTP server"), "phone.no-tftp-server"},
    ConsoleText{"TFTP", TextPattern("no configuration[, retry in {retry-s}]"), "phone.no-configuration"},

    ConsoleText{"SCCP", TextPattern("Connecting to {destination}[, port {port}]"), "phone.connecting"},
    ConsoleText{"SCCP", TextPattern("Connect to {destination} failed[, {reason}]"), "phone.connect-failed"},
    ConsoleText{"SCCP", TextPattern("Register sent to {destination}"), "sccp.register", messageId, "0x0001"},
    ConsoleText{"SCCP", TextPattern("RegisterAck received[, keepalive = {keepalive-s}]"), "sccp.register-ack",
                messageId, "0x0081"},
    ConsoleText{"SCCP", TextPattern("KeepAliveAck received[ from {destination}]"), "sccp.keepalive-ack",
                messageId, "0x0100"},
    ConsoleText{"SCCP", TextPattern("RegisterReject received[, {text}]"), "sccp.register-reject", messageId,
                "0x009d"},
    ConsoleText{"SCCP", TextPattern("Reset received[, type = {reset-type}]"), "sccp.reset", messageId,
                "0x009f"},
    ConsoleText{"SCCP", TextPattern("connection to {destination} lost[, reason = {reason}]"),
                "phone.connection-lost"},
    ConsoleText{"SCCP", TextPattern("Failback to {destination}"), "phone.failback"},

    ConsoleText{"SIP", TextPattern("Registering with {destination}"), "sip.register", "method", "REGISTER"},
    ConsoleText{"SIP", TextPattern("REGISTER failed, {status} {reason}"), "sip.response"},
    ConsoleText{"SIP", TextPattern("Registered with {destination}"), "phone.registered"},
    ConsoleText{"SIP", TextPattern("no answer to REGISTER from {destination}"), "phone.register-timeout"},
    ConsoleText{"SIP", TextPattern("connection to {destination} lost[, reason = {reason}]"),
                "phone.connection-lost"},
    ConsoleText{"SIP",
                TextPattern("{line}, sip_reg_sm_change_state: Registration state change: {from} ---> {to} "),
                "phone.registration-state"},
    ConsoleText{"SIP", TextPattern("NOTIFY service-control received[, action={action}]"), "sip.notify",
                "method", "NOTIFY"},

    ConsoleText{"kernel", TextPattern("{load} starting"), "phone.boot"},
    ConsoleText{"kernel", TextPattern("eth0: link up"), "phone.link-up"},
    ConsoleText{"kernel", TextPattern("eth0: link is up"), "phone.link-up"},
    ConsoleText{"kernel", TextPattern("eth0: link down"), "phone.link-down"},
    ConsoleText{"kernel", TextPattern("eth0: link is down"), "phone.link-down"},
    ConsoleText{"PoE", TextPattern("link up[, {speed} {duplex}; CDP: voice VLAN {voice-vlan}]"),
                "phone.link-up"},
    ConsoleText{"PoE", TextPattern("link down"), "phone.link-down"},
    ConsoleText{"CDP", TextPattern("voice VLAN {voice-vlan}"), "phone.voice-vlan"},
    ConsoleText{"NTP", TextPattern(">>> Send pkt to {destination} error: {reason}"), "phone.send-failed"},
};

} // namespace

std::span<const ConsoleText> consoleTexts()
{
    return texts;
}

} // namespace whittle

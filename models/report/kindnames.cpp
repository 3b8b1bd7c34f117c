// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/kindnames.h"

#include <algorithm>
#include <iterator>

#include <QtGlobal>

namespace whittle
{
namespace
{

struct Name {
    std::string_view kind;
    const char* text;
};

/// By kind, so that it can be searched. A kind more is a line more.
constexpr Name names[] = {
    {"alarm.call-manager-online", QT_TRANSLATE_NOOP("Words", "Alarm: CUCM service started")},
    {"alarm.connection-failure", QT_TRANSLATE_NOOP("Words", "Alarm: connection failed")},
    {"alarm.device-registered", QT_TRANSLATE_NOOP("Words", "Alarm: device registered")},
    {"alarm.device-reset-initiated", QT_TRANSLATE_NOOP("Words", "Alarm: reset by CUCM")},
    {"alarm.device-restart-initiated", QT_TRANSLATE_NOOP("Words", "Alarm: restart by CUCM")},
    {"alarm.device-transient-connection", QT_TRANSLATE_NOOP("Words", "Alarm: transient connection")},
    {"alarm.device-unregistered", QT_TRANSLATE_NOOP("Words", "Alarm: device unregistered")},
    {"alarm.end-point-registered", QT_TRANSLATE_NOOP("Words", "Alarm: device registered")},
    {"alarm.end-point-reset-initiated", QT_TRANSLATE_NOOP("Words", "Alarm: reset by CUCM")},
    {"alarm.end-point-restart-initiated", QT_TRANSLATE_NOOP("Words", "Alarm: restart by CUCM")},
    {"alarm.end-point-transient-connection", QT_TRANSLATE_NOOP("Words", "Alarm: transient connection")},
    {"alarm.end-point-unregistered", QT_TRANSLATE_NOOP("Words", "Alarm: device unregistered")},
    {"arp.reply", QT_TRANSLATE_NOOP("Words", "ARP reply")},
    {"arp.request", QT_TRANSLATE_NOOP("Words", "ARP request")},
    {"bootp.reply", QT_TRANSLATE_NOOP("Words", "BOOTP reply")},
    {"bootp.request", QT_TRANSLATE_NOOP("Words", "BOOTP request")},
    {"capture.comment", QT_TRANSLATE_NOOP("Words", "Comment in the capture")},
    {"capture.malformed", QT_TRANSLATE_NOOP("Words", "Malformed message")},
    {"cdp.announcement", QT_TRANSLATE_NOOP("Words", "CDP announcement")},
    {"cti.connection", QT_TRANSLATE_NOOP("Words", "CTI: application connects")},
    {"cti.device-in-service", QT_TRANSLATE_NOOP("Words", "CTI: device in service")},
    {"cti.device-open", QT_TRANSLATE_NOOP("Words", "CTI: device asked for")},
    {"cti.device-open-failed", QT_TRANSLATE_NOOP("Words", "CTI: device refused")},
    {"cti.device-opened", QT_TRANSLATE_NOOP("Words", "CTI: device given")},
    {"cti.device-out-of-service", QT_TRANSLATE_NOOP("Words", "CTI: device out of service")},
    {"cti.failed", QT_TRANSLATE_NOOP("Words", "CTI: request refused")},
    {"cti.heartbeat", QT_TRANSLATE_NOOP("Words", "CTI: heartbeat")},
    {"cti.line-open-failed", QT_TRANSLATE_NOOP("Words", "CTI: line refused")},
    {"cti.line-out-of-service", QT_TRANSLATE_NOOP("Words", "CTI: line out of service")},
    {"cti.login", QT_TRANSLATE_NOOP("Words", "CTI: login")},
    {"cti.login-failed", QT_TRANSLATE_NOOP("Words", "CTI: login refused")},
    {"cti.provider-closed", QT_TRANSLATE_NOOP("Words", "CTI: provider closed")},
    {"cti.provider-open", QT_TRANSLATE_NOOP("Words", "CTI: provider asked for")},
    {"cti.provider-open-failed", QT_TRANSLATE_NOOP("Words", "CTI: provider refused")},
    {"cti.provider-opened", QT_TRANSLATE_NOOP("Words", "CTI: provider given")},
    {"dhcp.ack", QT_TRANSLATE_NOOP("Words", "DHCPACK")},
    {"dhcp.decline", QT_TRANSLATE_NOOP("Words", "DHCPDECLINE")},
    {"dhcp.discover", QT_TRANSLATE_NOOP("Words", "DHCPDISCOVER")},
    {"dhcp.force-renew", QT_TRANSLATE_NOOP("Words", "DHCPFORCERENEW")},
    {"dhcp.inform", QT_TRANSLATE_NOOP("Words", "DHCPINFORM")},
    {"dhcp.log", QT_TRANSLATE_NOOP("Words", "DHCP server log line")},
    {"dhcp.nak", QT_TRANSLATE_NOOP("Words", "DHCPNAK")},
    {"dhcp.offer", QT_TRANSLATE_NOOP("Words", "DHCPOFFER")},
    {"dhcp.release", QT_TRANSLATE_NOOP("Words", "DHCPRELEASE")},
    {"dhcp.request", QT_TRANSLATE_NOOP("Words", "DHCPREQUEST")},
    {"diagnose.test", QT_TRANSLATE_NOOP("Words", "Diagnostic test of CUCM")},
    {"http.get", QT_TRANSLATE_NOOP("Words", "HTTP file asked for")},
    {"http.response", QT_TRANSLATE_NOOP("Words", "HTTP answer")},
    {"icmp.packet-too-big", QT_TRANSLATE_NOOP("Words", "ICMP packet too big")},
    {"icmp.redirect", QT_TRANSLATE_NOOP("Words", "ICMP redirect")},
    {"icmp.time-exceeded", QT_TRANSLATE_NOOP("Words", "ICMP time exceeded")},
    {"icmp.unreachable", QT_TRANSLATE_NOOP("Words", "ICMP unreachable")},
    {"install.done", QT_TRANSLATE_NOOP("Words", "Installation complete")},
    {"install.error", QT_TRANSLATE_NOOP("Words", "Installation error")},
    {"install.failed", QT_TRANSLATE_NOOP("Words", "Installation failed")},
    {"install.refused", QT_TRANSLATE_NOOP("Words", "Upgrade refused")},
    {"install.start", QT_TRANSLATE_NOOP("Words", "Installation starts")},
    {"lldp.announcement", QT_TRANSLATE_NOOP("Words", "LLDP announcement")},
    {"node.version", QT_TRANSLATE_NOOP("Words", "Version of a node")},
    {"ntp.broadcast", QT_TRANSLATE_NOOP("Words", "NTP broadcast")},
    {"ntp.client", QT_TRANSLATE_NOOP("Words", "NTP poll")},
    {"ntp.configured-server", QT_TRANSLATE_NOOP("Words", "NTP server configured")},
    {"ntp.control", QT_TRANSLATE_NOOP("Words", "NTP control message")},
    {"ntp.log", QT_TRANSLATE_NOOP("Words", "NTP log line")},
    {"ntp.peer-status", QT_TRANSLATE_NOOP("Words", "NTP peer status")},
    {"ntp.private", QT_TRANSLATE_NOOP("Words", "NTP private message")},
    {"ntp.server", QT_TRANSLATE_NOOP("Words", "NTP answer")},
    {"ntp.symmetric-active", QT_TRANSLATE_NOOP("Words", "NTP peer poll")},
    {"ntp.symmetric-passive", QT_TRANSLATE_NOOP("Words", "NTP peer answer")},
    {"ntp.system-status", QT_TRANSLATE_NOOP("Words", "NTP system status")},
    {"phone.boot", QT_TRANSLATE_NOOP("Words", "Phone starts")},
    {"phone.file-auth-error", QT_TRANSLATE_NOOP("Words", "File authentication failed")},
    {"phone.no-address", QT_TRANSLATE_NOOP("Words", "Phone got no address")},
    {"phone.no-configuration", QT_TRANSLATE_NOOP("Words", "Phone got no configuration")},
    {"phone.registration-state", QT_TRANSLATE_NOOP("Words", "Phone changes its registration")},
    {"phone.reset", QT_TRANSLATE_NOOP("Words", "Phone resets")},
    {"phone.restart-cause", QT_TRANSLATE_NOOP("Words", "Cause of the phone's last restart")},
    {"registry.delete", QT_TRANSLATE_NOOP("Words", "Registry entry deleted")},
    {"registry.value", QT_TRANSLATE_NOOP("Words", "Registry value")},
    {"sccp.alarm", QT_TRANSLATE_NOOP("Words", "Alarm")},
    {"sccp.capabilities", QT_TRANSLATE_NOOP("Words", "Capabilities asked for")},
    {"sccp.capabilities-res", QT_TRANSLATE_NOOP("Words", "Capabilities")},
    {"sccp.enhanced-alarm", QT_TRANSLATE_NOOP("Words", "Alarm")},
    {"sccp.ip-port", QT_TRANSLATE_NOOP("Words", "IpPort")},
    {"sccp.keepalive", QT_TRANSLATE_NOOP("Words", "KeepAlive")},
    {"sccp.keepalive-ack", QT_TRANSLATE_NOOP("Words", "KeepAlive answer")},
    {"sccp.location-info", QT_TRANSLATE_NOOP("Words", "Location")},
    {"sccp.register", QT_TRANSLATE_NOOP("Words", "Register")},
    {"sccp.register-ack", QT_TRANSLATE_NOOP("Words", "Registration accepted")},
    {"sccp.register-reject", QT_TRANSLATE_NOOP("Words", "Registration refused")},
    {"sccp.register-token", QT_TRANSLATE_NOOP("Words", "Token asked for")},
    {"sccp.register-token-ack", QT_TRANSLATE_NOOP("Words", "Token given")},
    {"sccp.register-token-reject", QT_TRANSLATE_NOOP("Words", "Token refused")},
    {"sccp.reset", QT_TRANSLATE_NOOP("Words", "Reset by CUCM")},
    {"sccp.time-date", QT_TRANSLATE_NOOP("Words", "Time asked for")},
    {"sccp.time-date-res", QT_TRANSLATE_NOOP("Words", "Time told to the phone")},
    {"sccp.unregister", QT_TRANSLATE_NOOP("Words", "Unregister")},
    {"sccp.unregister-ack", QT_TRANSLATE_NOOP("Words", "Unregister accepted")},
    {"sip.ack", "SIP ACK"},
    {"sip.bye", "SIP BYE"},
    {"sip.cancel", "SIP CANCEL"},
    {"sip.info", "SIP INFO"},
    {"sip.invite", "SIP INVITE"},
    {"sip.message", "SIP MESSAGE"},
    {"sip.notify", "SIP NOTIFY"},
    {"sip.options", "SIP OPTIONS"},
    {"sip.other", QT_TRANSLATE_NOOP("Words", "SIP request")},
    {"sip.prack", "SIP PRACK"},
    {"sip.publish", "SIP PUBLISH"},
    {"sip.refer", "SIP REFER"},
    {"sip.register", "SIP REGISTER"},
    {"sip.response", QT_TRANSLATE_NOOP("Words", "SIP response")},
    {"sip.service", "SIP SERVICE"},
    {"sip.subscribe", "SIP SUBSCRIBE"},
    {"sip.update", "SIP UPDATE"},
    {"tcp.fin", QT_TRANSLATE_NOOP("Words", "TCP connection closed (FIN)")},
    {"tcp.gap", QT_TRANSLATE_NOOP("Words", "TCP bytes missing")},
    {"tcp.out-of-order", QT_TRANSLATE_NOOP("Words", "TCP bytes that came late")},
    {"tcp.retransmission", QT_TRANSLATE_NOOP("Words", "TCP retransmission")},
    {"tcp.rst", QT_TRANSLATE_NOOP("Words", "TCP connection reset (RST)")},
    {"tcp.syn", QT_TRANSLATE_NOOP("Words", "TCP connection asked for (SYN)")},
    {"tcp.syn-ack", QT_TRANSLATE_NOOP("Words", "TCP connection accepted (SYN, ACK)")},
    {"tftp.ack", QT_TRANSLATE_NOOP("Words", "TFTP acknowledgement")},
    {"tftp.busy", QT_TRANSLATE_NOOP("Words", "TFTP service busy")},
    {"tftp.data", QT_TRANSLATE_NOOP("Words", "TFTP data")},
    {"tftp.error", QT_TRANSLATE_NOOP("Words", "TFTP error")},
    {"tftp.oack", QT_TRANSLATE_NOOP("Words", "TFTP options accepted")},
    {"tftp.read-request", QT_TRANSLATE_NOOP("Words", "TFTP file asked for")},
    {"tftp.write-request", QT_TRANSLATE_NOOP("Words", "TFTP file offered")},
    {"trace.connection", QT_TRANSLATE_NOOP("Words", "CUCM: connection accepted")},
    {"trace.cti-device-open", QT_TRANSLATE_NOOP("Words", "CUPS: phone opened by CTI")},
    {"trace.cti-provider-open", QT_TRANSLATE_NOOP("Words", "CUPS: CTI login")},
    {"trace.device-registered", QT_TRANSLATE_NOOP("Words", "CUCM: device registered")},
    {"trace.device-start", QT_TRANSLATE_NOOP("Words", "CUCM: device process starts")},
    {"trace.device-stop", QT_TRANSLATE_NOOP("Words", "CUCM: device process stops")},
    {"trace.device-unregistered", QT_TRANSLATE_NOOP("Words", "CUCM: device unregistered")},
    {"trace.disconnect", QT_TRANSLATE_NOOP("Words", "CUCM: connection ended")},
    {"trace.file-head", QT_TRANSLATE_NOOP("Words", "Trace file begins")},
    {"trace.gap", QT_TRANSLATE_NOOP("Words", "Trace has a gap")},
    {"trace.ocs-connection", QT_TRANSLATE_NOOP("Words", "OCS: connection failed")},
    {"trace.ocs-diagnostic", QT_TRANSLATE_NOOP("Words", "OCS: diagnostic")},
    {"trace.phone-control-user", QT_TRANSLATE_NOOP("Words", "CUPS: phone control asked for")},
    {"trace.service-start", QT_TRANSLATE_NOOP("Words", "CUCM service starts")},
    {"trace.sip-proxy-denied", QT_TRANSLATE_NOOP("Words", "CUPS: access denied")},
    {"trace.sip-proxy-error", QT_TRANSLATE_NOOP("Words", "CUPS: error")},
    {"trace.tls-failed", QT_TRANSLATE_NOOP("Words", "CUCM: TLS refused")},
};

constexpr bool before(const Name& a, const Name& b)
{
    return a.kind < b.kind;
}
static_assert(std::is_sorted(std::begin(names), std::end(names), before));

} // namespace

const char* kindName(std::string_view kind)
{
    const auto found = std::lower_bound(std::begin(names), std::end(names), Name{kind, nullptr}, before);
    return found != std::end(names) && found->kind == kind ? found->text : nullptr;
}

} // namespace whittle

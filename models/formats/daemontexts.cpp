// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/daemontexts.h"

#include "models/formats/dhcpservertexts.h"
#include "models/formats/ntplogtexts.h"

namespace whittle
{

namespace
{

bool isDnsmasq(std::string_view process)
{
    return process == "dnsmasq-dhcp" || process == "dnsmasq";
}

bool readNtpd(std::string_view text, FieldWriter& fields, Event& event)
{
    std::string_view server;
    if (!readNtpLogText(text, fields, server))
        return false;
    event.kind = "ntp.log";
    event.destination.address = IpAddress::fromText(server).value_or(IpAddress{});
    return true;
}

} // namespace

bool isNtpd(std::string_view process)
{
    return process == "ntpd" || process == "ntpdate" || process == "xntpd";
}

bool isDhcpServer(std::string_view process)
{
    return process == "dhcpd" || process == "dhcpd3" || isDnsmasq(process);
}

bool readDaemonText(const DaemonLine& line, FieldWriter& fields, Event& event)
{
    fields.clear();
    if (isNtpd(line.process)) {
        if (!readNtpd(line.text, fields, event))
            return false;
    } else if (isDhcpServer(line.process)) {
        const DhcpServerText said =
            isDnsmasq(line.process) ? readDnsmasqText(line.text, fields) : readIscText(line.text, fields);
        event.kind = said.kind;
        event.device = said.device;
    }
    event.fields = fields.text();
    return !event.kind.empty();
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/consolestatus.h"

#include <algorithm>
#include <array>
#include <string>

#include "models/capture/phonealarm.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

struct Status {
    std::string_view words; ///< letters of either case
    std::string_view kind;
    /// A field that the words imply: name and value; empty where there is none.
    std::string_view impliedName{};
    std::string_view impliedValue{};
};

/// The messages of Status > Status Messages of the 7800 and 8800 (their administration guides).
constexpr std::array statuses{
    Status{"DHCP timeout", "phone.dhcp-timeout"},
    Status{"DNS timeout", "phone.dns-timeout"},
    Status{"DNS unknown host", "phone.dns-unknown-host"},
    Status{"Duplicate IP", "phone.duplicate-address"},
    Status{"No default router", "phone.no-default-router"},
    Status{"No DNS server IP", "phone.no-dns-server"},
    Status{"No TFTP server", "phone.no-tftp-server"},
    Status{"TFTP timeout", "phone.tftp-timeout"},
    Status{"TFTP file not found", "tftp.error", "code", "1"}, // RFC 1350: file not found
    Status{"TFTP server not authorized", "phone.tftp-not-authorized"},
    Status{"File auth error", "phone.file-auth-error"},
    Status{"CTL and ITL installed", "phone.trust-list-installed"},
    Status{"No CTL installed", "phone.no-trust-list"},
    Status{"No trust list installed", "phone.no-trust-list"},
    Status{"CTL update failed", "phone.trust-list-failed"},
    Status{"ITL update failed", "phone.trust-list-failed"},
    Status{"Trust list update failed", "phone.trust-list-failed"},
    Status{"IP address released", "phone.address-released"},
    Status{"Programming error", "phone.programming-error"},
    Status{"VPN not configured", "phone.vpn-not-configured"},
    Status{"Error updating locale", "phone.locale-failed"},
};

/// Names of the DHCP status (administration guide of the 8800), written in capitals.
constexpr std::array dhcpStates{
    "BOUND",       "DISABLED", "INIT",       "INVALID", "RENEWING",
    "REBINDING",   "REBOOT",   "REQUESTING", "RESYNC",  "WAITING COLDBOOT TIMEOUT",
    "UNRECOGNIZED"};

std::string dashed(std::string_view words)
{
    std::string name(words);
    std::ranges::transform(name, name.begin(), [](char c) { return c == ' ' ? '-' : text::lower(c); });
    return name;
}

void addIfSet(FieldWriter& fields, std::string_view name, std::string_view value)
{
    if (!value.empty())
        fields.add(name, value);
}

/// " : SEP0015C657A92F.cnf.xml": the file that a message is about.
std::string_view fileBehind(std::string_view rest)
{
    rest = text::trimmed(rest);
    if (!text::take(rest, ":"))
        return {};
    const std::string_view word = text::takeWord(rest);
    return word.find('.') == std::string_view::npos ? std::string_view{} : word;
}

/// "cisco-alarm:14 Name=SEP… Load=… Last=CM-closed-TCP", "Restart Cause: KeepaliveTO"
std::string_view readCause(std::string_view text, FieldWriter& fields)
{
    constexpr std::string_view kind = "phone.restart-cause";
    if (text.find("cisco-alarm:") != std::string_view::npos
        || (text.find("Last=") != std::string_view::npos && !text::phoneNameIn(text).empty())) {
        const auto begin = text.find("cisco-alarm:");
        const PhoneAlarm alarm = parsePhoneAlarm(begin == std::string_view::npos ? text : text.substr(begin));
        if (alarm.code)
            fields.addNumber("alarm-code", *alarm.code);
        addIfSet(fields, "last", alarm.last);
        addIfSet(fields, "load", alarm.load);
        return kind;
    }
    constexpr std::string_view words = "Restart Cause";
    const auto at = text::findNoCase(text, words);
    if (at == std::string_view::npos)
        return {};
    std::string_view cause = text::trimmed(text.substr(at + words.size()));
    if (!text::take(cause, ":") && !text::take(cause, "="))
        return {};
    addIfSet(fields, "last", text::trimmed(cause));
    return kind;
}

/// http://10.20.1.10:6970/SEP0015C657A92F.cnf.xml.sgn: CUCM serves its files there, too.
std::string_view readUrl(std::string_view text, FieldWriter& fields)
{
    constexpr std::string_view port = ":6970/";
    const auto at = text.find(port);
    if (at == std::string_view::npos)
        return {};
    const std::string_view host = text.substr(0, at);
    const auto slash = host.find_last_of("/ ");
    addIfSet(fields, "file", text::until(text.substr(at + port.size()), " ,\"'>])"));
    addIfSet(fields, "host", host.substr(slash == std::string_view::npos ? 0 : slash + 1));
    return "phone.http-request";
}

std::string_view readDhcpState(std::string_view text, FieldWriter& fields)
{
    const auto rest = text::after(text, "DHCP ");
    if (!rest)
        return {};
    const auto state =
        std::ranges::find_if(dhcpStates, [&](std::string_view name) { return rest->starts_with(name); });
    if (state == dhcpStates.end())
        return {};
    fields.add("state", dashed(*state));
    return "phone.dhcp-state";
}

} // namespace

std::string_view readConsoleStatus(std::string_view text, FieldWriter& fields)
{
    for (const Status& status : statuses) {
        const auto at = text::findNoCase(text, status.words);
        if (at == std::string_view::npos)
            continue;
        if (!status.impliedName.empty())
            fields.add(status.impliedName, status.impliedValue);
        addIfSet(fields, "file", fileBehind(text.substr(at + status.words.size())));
        return status.kind;
    }
    for (const auto read : {readCause, readUrl, readDhcpState}) {
        if (const std::string_view kind = read(text, fields); !kind.empty())
            return kind;
    }
    return {};
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/scenewords.h"

namespace whittle
{

QString SceneWords::ending(RegistrationEnd end)
{
    switch (end) {
    case RegistrationEnd::Open:
        return tr("evidence ends");
    case RegistrationEnd::Unregister:
        return tr("unregistered");
    case RegistrationEnd::Reset:
        return tr("reset");
    case RegistrationEnd::Restart:
        return tr("restarted");
    case RegistrationEnd::ApplyConfig:
        return tr("configuration applied");
    case RegistrationEnd::KeepaliveLost:
        return tr("keepalives lost");
    case RegistrationEnd::TcpReset:
        return tr("connection reset");
    case RegistrationEnd::TcpClosed:
        return tr("connection closed");
    case RegistrationEnd::Rejected:
        return tr("rejected");
    case RegistrationEnd::AddressLost:
        return tr("address lost");
    case RegistrationEnd::Moved:
        return tr("moved to another node");
    case RegistrationEnd::Expired:
        return tr("not refreshed");
    case RegistrationEnd::Unknown:
        break;
    }
    return tr("ended, reason unknown");
}

QString SceneWords::ending(LeaseEnd end)
{
    switch (end) {
    case LeaseEnd::Open:
        return tr("evidence ends");
    case LeaseEnd::Refused:
        return tr("refused");
    case LeaseEnd::Released:
        return tr("released");
    case LeaseEnd::Expired:
        return tr("expired");
    case LeaseEnd::Replaced:
        return tr("replaced by another address");
    case LeaseEnd::Declined:
        return tr("address in use elsewhere");
    case LeaseEnd::Withdrawn:
        break;
    }
    return tr("deleted at the server");
}

namespace
{

struct KindName {
    const char* kind;
    const char* name;
};

// Names of the trade are the same in every language; the others are translated.
constexpr KindName kindNames[] = {
    {"dhcp.nak", "DHCPNAK"},
    {"dhcp.ack", "DHCPACK"},
    {"dhcp.request", "DHCPREQUEST"},
    {"dhcp.discover", "DHCPDISCOVER"},
    {"dhcp.offer", "DHCPOFFER"},
    {"dhcp.decline", "DHCPDECLINE"},
    {"dhcp.release", "DHCPRELEASE"},
    {"dhcp.inform", "DHCPINFORM"},
    {"sccp.register", QT_TRANSLATE_NOOP("whittle::SceneWords", "Registration request")},
    {"sccp.register-ack", QT_TRANSLATE_NOOP("whittle::SceneWords", "Registration accepted")},
    {"sccp.register-reject", QT_TRANSLATE_NOOP("whittle::SceneWords", "Registration rejected")},
    {"sccp.register-token-reject", QT_TRANSLATE_NOOP("whittle::SceneWords", "Registration token rejected")},
    {"sccp.unregister", QT_TRANSLATE_NOOP("whittle::SceneWords", "Unregistration request")},
    {"sccp.unregister-ack", QT_TRANSLATE_NOOP("whittle::SceneWords", "Unregistration accepted")},
    {"sccp.reset", QT_TRANSLATE_NOOP("whittle::SceneWords", "Reset ordered by CUCM")},
    {"sccp.alarm", QT_TRANSLATE_NOOP("whittle::SceneWords", "Phone's alarm")},
    {"sccp.enhanced-alarm", QT_TRANSLATE_NOOP("whittle::SceneWords", "Phone's alarm")},
    {"tcp.syn", "TCP SYN"},
    {"tcp.syn-ack", "TCP SYN, ACK"},
    {"tcp.fin", QT_TRANSLATE_NOOP("whittle::SceneWords", "TCP connection closed (FIN)")},
    {"tcp.rst", QT_TRANSLATE_NOOP("whittle::SceneWords", "TCP connection reset (RST)")},
    {"tcp.retransmission", QT_TRANSLATE_NOOP("whittle::SceneWords", "TCP retransmission")},
    {"tcp.gap", QT_TRANSLATE_NOOP("whittle::SceneWords", "Missing bytes in a TCP connection")},
    {"tftp.read-request", QT_TRANSLATE_NOOP("whittle::SceneWords", "TFTP file request")},
    {"tftp.error", QT_TRANSLATE_NOOP("whittle::SceneWords", "TFTP error")},
    {"phone.no-address", QT_TRANSLATE_NOOP("whittle::SceneWords", "Phone got no address")},
    {"phone.no-configuration", QT_TRANSLATE_NOOP("whittle::SceneWords", "Phone got no configuration")},
    {"icmp.unreachable", QT_TRANSLATE_NOOP("whittle::SceneWords", "ICMP unreachable")},
    {"sip.register", "SIP REGISTER"},
    {"sip.notify", "SIP NOTIFY"},
    {"sip.response", QT_TRANSLATE_NOOP("whittle::SceneWords", "SIP response")},
};

} // namespace

QString SceneWords::kind(const std::string& kind)
{
    for (const KindName& known : kindNames) {
        if (kind == known.kind)
            return tr(known.name);
    }
    return QString::fromStdString(kind);
}

QString SceneWords::limit(const CoverageLimit& limit, const QString& path)
{
    const auto argument = [&](std::size_t number) {
        return number < limit.arguments.size() ? QString::fromStdString(limit.arguments[number]) : QString();
    };
    if (limit.id == "limit.silence")
        return tr("%1 recorded nothing here").arg(path);
    if (limit.id == "limit.missing-files")
        return tr("files %2 to %3 are missing before %1").arg(path, argument(0), argument(1));
    if (limit.id == "limit.drops")
        return tr("packets were dropped in %1").arg(path);
    if (limit.id == "limit.filter")
        return tr("%1 was captured with a filter: %2", "file, filter").arg(path, argument(0));
    if (limit.id == "limit.filter-share")
        return tr("%1 was captured with a filter", "file").arg(path);
    if (limit.id.starts_with("limit.snap-length"))
        return tr("%1: frames were cut to %2 bytes", "file").arg(path, argument(0));
    if (limit.id == "limit.trace-level")
        return tr("%1: the trace level is too low to show registrations, or no phone is here", "file")
            .arg(path);
    return tr("%1 does not show everything here").arg(path);
}

QString SceneWords::registered()
{
    return tr("registered");
}

QString SceneWords::registeredShare(int registered, int all)
{
    return tr("%1 of %2 registered").arg(registered).arg(all);
}

QString SceneWords::leases()
{
    return tr("leases");
}

QString SceneWords::registeredWith(const QString& node)
{
    return tr("registered · %1", "node of CUCM").arg(node);
}

QString SceneWords::lease(const QString& length)
{
    return length.isEmpty() ? tr("lease") : tr("lease %1", "how long").arg(length);
}

QString SceneWords::leaseOf(const QString& address)
{
    return tr("Lease of %1", "address").arg(address);
}

QString SceneWords::renewed()
{
    return tr("renewed");
}

QString SceneWords::refused(RequestState state)
{
    switch (state) {
    case RequestState::Renewing:
    case RequestState::Rebinding:
        return tr("DHCPNAK: renewal refused");
    case RequestState::InitReboot:
        return tr("DHCPNAK: the address from before is refused");
    case RequestState::Selecting:
    case RequestState::Unknown:
        break;
    }
    return tr("DHCPNAK: request refused");
}

QString SceneWords::unanswered(RequestState state)
{
    if (state == RequestState::Renewing || state == RequestState::Rebinding)
        return tr("DHCPREQUEST: renewal not answered");
    return tr("DHCPREQUEST: not answered");
}

QString SceneWords::leaseMoment(int moment)
{
    return moment == 0 ? tr("T1") : moment == 1 ? tr("T2") : tr("expiry");
}

QString SceneWords::times(const QString& what, int count)
{
    return count == 1 ? what : tr("%1 × %2", "what happened, how often").arg(what).arg(count);
}

QString SceneWords::endedBy(const QString& what)
{
    return tr("Ended: %1").arg(what);
}

QString SceneWords::otherPhones(int count)
{
    return tr("%n other phones", "", count);
}

QString SceneWords::noUnexplainedReset()
{
    return tr("no unexplained reset");
}

QString SceneWords::otherNtpClients(int count)
{
    return tr("%n other NTP clients", "", count);
}

QString SceneWords::ntpTitle(const QString& client)
{
    return tr("NTP  %1", "name or address of the client").arg(client);
}

QString SceneWords::ntpAsksStratum(const QString& server, int stratum)
{
    return tr("asks %1, stratum %2").arg(server).arg(stratum);
}

QString SceneWords::ntpAsks(const QString& server)
{
    return tr("asks %1").arg(server);
}

QString SceneWords::ntpReach(const QString& bound, const QString& reach)
{
    return tr("%1 · reach %2").arg(bound, reach);
}

QString SceneWords::ntpNothingUsable()
{
    return tr("no usable answer");
}

QString SceneWords::ntpUnanswered(int polls, const QString& reach)
{
    const QString text =
        polls == 1 ? tr("1 poll was not answered") : tr("%n polls were not answered", "", polls);
    return tr("%1, reach %2 then").arg(text, reach);
}

QString SceneWords::ntpUnusable(int polls, const QString& reach)
{
    const QString text =
        polls == 1 ? tr("1 answer was not usable") : tr("%n answers were not usable", "", polls);
    return tr("%1, reach %2 then").arg(text, reach);
}

QString SceneWords::ntpUnreached()
{
    return tr("reach 0: by its status nothing came from the server");
}

QString SceneWords::ntpKiss(const QString& code)
{
    return tr("the server refuses: kiss code %1").arg(code);
}

QString SceneWords::ntpServerUnsynchronised(int stratum, const QString& refid)
{
    const QString text = tr("the server says that it is not synchronised (stratum %1)").arg(stratum);
    return refid.isEmpty() ? text : tr("%1, refid %2").arg(text, refid);
}

QString SceneWords::ntpStratum(int from, int to, const QString& refid)
{
    const QString text = tr("stratum of the server %1, was %2").arg(to).arg(from);
    return refid.isEmpty() ? text : tr("%1, refid %2").arg(text, refid);
}

QString SceneWords::ntpFollows(const QString& refid)
{
    return tr("the server follows %1").arg(refid);
}

QString SceneWords::ntpStatus(const QString& reach, int stratum, const QString& offsetMs)
{
    return tr("status: reach %1, stratum %2, offset %3 ms").arg(reach).arg(stratum).arg(offsetMs);
}

QString SceneWords::within(const QString& bound)
{
    return tr("within ± %1").arg(bound);
}

QString SceneWords::upTo(const QString& bound)
{
    return tr("up to ± %1").arg(bound);
}

QString SceneWords::grid(const QString& step, const QString& lease)
{
    return tr("%1 grid: half of the %2 lease").arg(step, lease);
}

QString SceneWords::coverage()
{
    return tr("Coverage");
}

QString SceneWords::sources(int count)
{
    return count == 1 ? tr("1 source") : tr("%n sources", "", count);
}

QString SceneWords::covered()
{
    return tr("covered");
}

QString SceneWords::coveredBySome()
{
    return tr("covered by at least one source");
}

QString SceneWords::notCovered()
{
    return tr("not covered");
}

QString SceneWords::incomplete()
{
    return tr("covered in part");
}

QString SceneWords::notSeen()
{
    return tr("not seen");
}

QString SceneWords::nothingToShow()
{
    return tr("Nothing to show: nothing that was read has a time. The Sources tab says what was read.");
}

QString SceneWords::noEvidence()
{
    return tr("Nothing to show yet. Drop files or folders anywhere on this window to add evidence.");
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/visibility/visibilitytext.h"

#include <algorithm>

#include <QCoreApplication>

#include "models/report/visibletext.h"

namespace whittle::visibilitytext
{

namespace
{

/// The context of the texts for translators.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(VisibilityText)
};

QString name(Component component)
{
    switch (component) {
    case Component::Phone:
        return Texts::tr("Phone");
    case Component::SwitchPort:
        return Texts::tr("Switch port");
    case Component::Dhcp:
        return Texts::tr("DHCP server");
    case Component::Tftp:
        return Texts::tr("TFTP service");
    case Component::Cucm:
        return Texts::tr("CUCM");
    case Component::NtpSource:
        return Texts::tr("NTP source");
    case Component::NodeClock:
        return Texts::tr("Nodes' clocks");
    case Component::Dns:
        return Texts::tr("DNS");
    case Component::Cti:
        return Texts::tr("CTI");
    case Component::Presence:
        return Texts::tr("Presence");
    case Component::Ocs:
        return Texts::tr("OCS, Lync");
    case Component::Client:
        return Texts::tr("PC client");
    case Component::Site:
        return Texts::tr("Site, versions");
    case Component::Unassigned:
        break;
    }
    return Texts::tr("Others");
}

} // namespace

QString component(const VisibilityRow& row)
{
    return row.node.empty()
        ? name(row.component)
        : Texts::tr("%1 %2").arg(name(row.component), visibleText(std::string_view{row.node}));
}

QString aboutComponent(Component component)
{
    switch (component) {
    case Component::Phone:
        return Texts::tr("The phones, all together.");
    case Component::SwitchPort:
        return Texts::tr("The port that a phone is on: link, power (PoE), voice VLAN.");
    case Component::Dhcp:
        return Texts::tr("The server that gives phones their addresses, with the relays before it.");
    case Component::Tftp:
        return Texts::tr("The service of CUCM from which phones fetch their configuration and firmware.");
    case Component::Cucm:
        return Texts::tr("The nodes that phones register with.");
    case Component::NtpSource:
        return Texts::tr("The server from which the publisher has its time.");
    case Component::NodeClock:
        return Texts::tr("The clocks of publisher and subscribers, which NTP keeps right.");
    case Component::Dns:
        return Texts::tr("The servers that turn names into addresses.");
    case Component::Cti:
        return Texts::tr("CTIManager: through it applications control phones.");
    case Component::Presence:
        return Texts::tr("CUPS, or IM and Presence: who is there, and phone control for OCS.");
    case Component::Ocs:
        return Texts::tr("The front end of OCS, Lync or Skype for Business.");
    case Component::Client:
        return Texts::tr("The PC on which CUPC, Jabber or Communicator runs.");
    case Component::Site:
        return Texts::tr("What should be: the description of the site, the versions of the nodes.");
    case Component::Unassigned:
        break;
    }
    return Texts::tr("Seen in captures; the kind of message does not tell whose they were.");
}

QString layer(Layer layer)
{
    switch (layer) {
    case Layer::Link:
        return Texts::tr("Link");
    case Layer::Network:
        return Texts::tr("Network");
    case Layer::Transport:
        return Texts::tr("Transport");
    case Layer::Application:
        return Texts::tr("Application");
    case Layer::Own:
        break;
    }
    return Texts::tr("Own account");
}

QString aboutLayer(Layer layer)
{
    switch (layer) {
    case Layer::Link:
        return Texts::tr("CDP, LLDP, ARP, power and link");
    case Layer::Network:
        return Texts::tr("Addresses given by DHCP, ICMP");
    case Layer::Transport:
        return Texts::tr("TCP connections, UDP ports");
    case Layer::Application:
        return Texts::tr("SCCP, SIP, TFTP, NTP and the like, seen on the wire or by the other end");
    case Layer::Own:
        break;
    }
    return Texts::tr("What it says about itself: a trace, a log, a status");
}

QString cell(const VisibilityCell& cell)
{
    switch (cell.sight) {
    case Sight::Seen:
        return cell.seen.size() == 1 ? Texts::tr("1 source") : Texts::tr("%1 sources").arg(cell.seen.size());
    case Sight::Silent:
        return Texts::tr("silent");
    case Sight::NotWatched:
        return Texts::tr("nobody");
    case Sight::NotReadable:
        break;
    }
    return QStringLiteral("–");
}

QString sight(const VisibilityCell& cell)
{
    switch (cell.sight) {
    case Sight::Seen:
        return hasGaps(cell) ? Texts::tr("Seen, with gaps") : Texts::tr("Seen");
    case Sight::Silent:
        return Texts::tr("Watched, and nothing was there");
    case Sight::NotWatched:
        return Texts::tr("Nobody watched this");
    case Sight::NotReadable:
        break;
    }
    return Texts::tr("Nothing that Whittle reads would show this");
}

bool hasGaps(const VisibilityCell& cell)
{
    return !cell.seen.empty() && std::ranges::all_of(cell.seen, &Sighting::gaps);
}

QString sourceName(const Analysis& analysis, SourceId source)
{
    const AnalysedSource* found = analysis.source(source);
    const std::string path = found ? found->row.path : std::string();
    return visibleText(std::string_view{path}.substr(path.find_last_of('/') + 1));
}

} // namespace whittle::visibilitytext

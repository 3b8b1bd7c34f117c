// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/formatmenu.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QPushButton>

#include "models/evidence/format.h"
#include "models/import/importer.h"

namespace whittle
{

namespace
{

/// The context of the texts for translators.
struct FormatMenu {
    Q_DECLARE_TR_FUNCTIONS(FormatMenu)
};

struct FormatName {
    std::string_view id;
    const char* text;
};

constexpr FormatName names[] = {
    {"pcap", QT_TRANSLATE_NOOP("FormatMenu", "Capture (pcap)")},
    {"pcapng", QT_TRANSLATE_NOOP("FormatMenu", "Capture (pcapng)")},
    {"cucm-sdi", QT_TRANSLATE_NOOP("FormatMenu", "CallManager trace (SDI)")},
    {"cucm-sdl", QT_TRANSLATE_NOOP("FormatMenu", "CallManager trace (SDL)")},
    {"tftp-trace", QT_TRANSLATE_NOOP("FormatMenu", "Trace of the TFTP service")},
    {"cti-trace", QT_TRANSLATE_NOOP("FormatMenu", "Trace of CTIManager")},
    {"syslog", QT_TRANSLATE_NOOP("FormatMenu", "Syslog with alarms of CUCM")},
    {"phone-console", QT_TRANSLATE_NOOP("FormatMenu", "Console log of a phone")},
    {"ntp-status", QT_TRANSLATE_NOOP("FormatMenu", "Output of utils ntp status, ntpq -p")},
    {"diagnose-test", QT_TRANSLATE_NOOP("FormatMenu", "Output of utils diagnose test")},
    {"ntp-log", QT_TRANSLATE_NOOP("FormatMenu", "Log of ntpd")},
    {"packet-text", QT_TRANSLATE_NOOP("FormatMenu", "Packets as text (utils network capture, tcpdump)")},
    {"ocs-sipstack", QT_TRANSLATE_NOOP("FormatMenu", "SIPStack log of OCS or Lync")},
    {"cups-sipproxy", QT_TRANSLATE_NOOP("FormatMenu", "SIP proxy trace of CUPS")},
    {"dhcp-server-log", QT_TRANSLATE_NOOP("FormatMenu", "Log of a DHCP server")},
    {"windows-registry", QT_TRANSLATE_NOOP("FormatMenu", "Registry export of Windows")},
    {"cli-session", QT_TRANSLATE_NOOP("FormatMenu", "Session of CUCM's command line")},
    {"show-version", QT_TRANSLATE_NOOP("FormatMenu", "Output of show version")},
    {"install-log", QT_TRANSLATE_NOOP("FormatMenu", "Installation log")},
    {"site", QT_TRANSLATE_NOOP("FormatMenu", "Site description")},
};

/// A format without a name is told as its id.
QString nameOf(std::string_view id)
{
    const auto found = std::ranges::find(names, id, &FormatName::id);
    return found == std::end(names) ? QString::fromLatin1(id.data(), static_cast<qsizetype>(id.size()))
                                    : FormatMenu::tr(found->text);
}

} // namespace

QPushButton* makeFormatButton(const std::function<void(const QString&)>& chosen, QWidget* parent)
{
    auto* button = new QPushButton(FormatMenu::tr("Read as…"), parent);
    button->setToolTip(FormatMenu::tr("Whittle goes by the content of a file. If it took it for the wrong "
                                      "format, choose the right one here."));
    auto* menu = new QMenu(button);
    for (const Format* format : allFormats()) {
        const QString id = QString::fromLatin1(format->id.data(), static_cast<qsizetype>(format->id.size()));
        QAction* action = menu->addAction(nameOf(format->id));
        action->setData(id);
        QObject::connect(action, &QAction::triggered, button, [chosen, id] { chosen(id); });
    }
    button->setMenu(menu);
    return button;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/zonemenu.h"

#include <map>

#include <QTimeZone>

namespace whittle
{

namespace
{

/// "America" → "America/Chicago", … of all zones that stand in a region.
std::map<QString, QStringList> zonesByRegion()
{
    std::map<QString, QStringList> regions;
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
        const QString zone = QString::fromLatin1(id);
        const qsizetype slash = zone.indexOf(QLatin1Char('/'));
        if (slash > 0 && !zone.startsWith(QLatin1String("Etc/")))
            regions[zone.left(slash)].append(zone);
    }
    return regions;
}

} // namespace

ZoneMenu::ZoneMenu(QWidget* parent)
    : QMenu(tr("&Time zone"), parent)
{
    connect(this, &QMenu::aboutToShow, this, &ZoneMenu::rebuild);
}

void ZoneMenu::setZones(const QString& current, const QString& siteZone)
{
    m_current = current;
    m_siteZone = siteZone;
    rebuild();
}

void ZoneMenu::rebuild()
{
    clear();
    addZone(*this, QStringLiteral("UTC"), tr("UTC"));
    if (!m_siteZone.isEmpty() && m_siteZone != QLatin1String("UTC"))
        addZone(*this, m_siteZone, tr("%1 – the site’s").arg(m_siteZone));
    const QString system = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    if (system != QLatin1String("UTC") && system != m_siteZone)
        addZone(*this, system, tr("%1 – this computer’s").arg(system));
    addSeparator();
    QMenu* more = addMenu(tr("More…"));
    connect(more, &QMenu::aboutToShow, this, [this, more] {
        if (more->isEmpty())
            addRegions(*more);
    });
}

void ZoneMenu::addZone(QMenu& menu, const QString& zone, const QString& text)
{
    QAction* action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(zone == m_current);
    action->setData(zone);
    connect(action, &QAction::triggered, this, [this, zone] { Q_EMIT zoneChosen(zone); });
}

void ZoneMenu::addRegions(QMenu& menu)
{
    for (const auto& [region, zones] : zonesByRegion()) {
        QMenu* sub = menu.addMenu(region);
        for (const QString& zone : zones)
            addZone(*sub, zone, QString(zone).replace(QLatin1Char('_'), QLatin1Char(' ')));
    }
}

} // namespace whittle

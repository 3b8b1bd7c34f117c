// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace whittle
{

/// The time zones to show times in: UTC, the site's, this computer's, then all of them by region.
class ZoneMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ZoneMenu(QWidget* parent = nullptr);

    /// `siteZone`: what the evidence names; empty: nothing.
    void setZones(const QString& current, const QString& siteZone);

Q_SIGNALS:
    void zoneChosen(const QString& zone);

private:
    void rebuild();
    void addZone(QMenu& menu, const QString& zone, const QString& text);
    void addRegions(QMenu& menu);

    QString m_current;
    QString m_siteZone;
};

} // namespace whittle

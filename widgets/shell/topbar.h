// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "widgets/figures/theme.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace whittle
{

class ZoneMenu;

/// What case this is, in one line: its title (to be changed in place), what is in it, the zone its times are
/// shown in, and the export.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    explicit TopBar(QWidget* parent = nullptr);

    void setCase(const QString& title, const QString& summary, bool readOnly);
    /// Empty: nothing is under way.
    void setActivity(const QString& text);
    void setZones(const QString& current, const QString& siteZone);
    void setTheme(const Theme& theme);
    void setExportEnabled(bool enabled);

Q_SIGNALS:
    void titleEdited(const QString& title);
    void zoneChosen(const QString& zone);
    void exportRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void finishTitle();
    void fitTitle();
    void elideSummary();

    QString m_title;
    QString m_fullSummary;
    QLineEdit* m_titleEdit;
    QLabel* m_summary;
    QLabel* m_activity;
    QToolButton* m_zone;
    ZoneMenu* m_zoneMenu;
    QPushButton* m_export;
};

} // namespace whittle

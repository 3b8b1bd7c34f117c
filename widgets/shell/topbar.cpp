// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/topbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include "widgets/shell/look/icons.h"
#include "widgets/shell/zonemenu.h"

namespace whittle
{

TopBar::TopBar(QWidget* parent)
    : QFrame(parent)
    , m_titleEdit(new QLineEdit)
    , m_summary(new QLabel)
    , m_activity(new QLabel)
    , m_zone(new QToolButton)
    , m_zoneMenu(new ZoneMenu(this))
    , m_export(new QPushButton(tr("Export findings…")))
{
    setObjectName(QStringLiteral("topBar"));
    m_titleEdit->setObjectName(QStringLiteral("caseTitle"));
    m_titleEdit->setAccessibleName(tr("Title of the case"));
    m_titleEdit->setToolTip(tr("Click to give the case a title"));
    m_titleEdit->setMaxLength(200);
    m_summary->setProperty("role", QStringLiteral("dim"));
    m_summary->setMinimumWidth(60);
    m_activity->setProperty("role", QStringLiteral("dim"));
    m_zone->setObjectName(QStringLiteral("zoneButton"));
    m_zone->setPopupMode(QToolButton::InstantPopup);
    m_zone->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_zone->setMenu(m_zoneMenu);
    m_zone->setFocusPolicy(Qt::StrongFocus);
    m_export->setProperty("primary", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 16, 8);
    row->setSpacing(10);
    row->addWidget(m_titleEdit);
    row->addWidget(m_summary, 1);
    row->addWidget(m_activity);
    row->addWidget(m_zone);
    row->addWidget(m_export);
    connect(m_titleEdit, &QLineEdit::textChanged, this, &TopBar::fitTitle);
    connect(m_titleEdit, &QLineEdit::editingFinished, this, &TopBar::finishTitle);
    connect(m_zoneMenu, &ZoneMenu::zoneChosen, this, &TopBar::zoneChosen);
    connect(m_export, &QPushButton::clicked, this, &TopBar::exportRequested);
}

void TopBar::setCase(const QString& title, const QString& summary, bool readOnly)
{
    m_title = title;
    if (!m_titleEdit->hasFocus() || !m_titleEdit->isModified()) {
        m_titleEdit->setText(title);
        m_titleEdit->setCursorPosition(0); // a long one is seen from its beginning
    }
    m_titleEdit->setReadOnly(readOnly);
    m_fullSummary = readOnly ? tr("read-only · %1").arg(summary) : summary;
    m_summary->setToolTip(m_fullSummary);
    m_summary->setAccessibleName(m_fullSummary);
    elideSummary();
}

void TopBar::setActivity(const QString& text)
{
    m_activity->setText(text);
    m_activity->setVisible(!text.isEmpty());
    elideSummary();
}

void TopBar::setZones(const QString& current, const QString& siteZone)
{
    m_zone->setText(current);
    m_zone->setAccessibleName(tr("Times are shown in %1").arg(current));
    m_zone->setToolTip(m_zone->accessibleName());
    m_zoneMenu->setZones(current, siteZone);
}

void TopBar::setTheme(const Theme& theme)
{
    setLineIcon(*m_zone, QLatin1String("clock"), theme.dim);
    setLineIcon(*m_export, QLatin1String("export"), theme.onAccent);
    fitTitle();
}

void TopBar::setExportEnabled(bool enabled)
{
    m_export->setEnabled(enabled);
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitTitle();
    elideSummary();
}

void TopBar::finishTitle()
{
    const QString title = m_titleEdit->text().trimmed();
    m_titleEdit->setModified(false);
    if (title.isEmpty())
        m_titleEdit->setText(m_title);
    else if (title != m_title)
        Q_EMIT titleEdited(title);
    m_titleEdit->clearFocus();
}

/// As wide as its words, within a third of the bar.
void TopBar::fitTitle()
{
    m_titleEdit->ensurePolished();
    const int words = m_titleEdit->fontMetrics().horizontalAdvance(m_titleEdit->text()) + 32;
    m_titleEdit->setFixedWidth(std::clamp(words, 120, std::max(160, width() / 3)));
}

void TopBar::elideSummary()
{
    layout()->activate();
    m_summary->setText(
        m_summary->fontMetrics().elidedText(m_fullSummary, Qt::ElideRight, std::max(60, m_summary->width())));
}

} // namespace whittle

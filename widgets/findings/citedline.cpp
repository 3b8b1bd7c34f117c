// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/findings/citedline.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QPainter>

namespace whittle
{

CitedLine::CitedLine(const QString& place, const QString& text, const Theme& theme, const QFont& font,
                     QWidget* parent)
    : QAbstractButton(parent)
    , m_place(place)
    , m_theme(theme)
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font.pointSizeF() * 0.92);
    setFont(fixed);
    setText(text);
    setAccessibleName(place + QStringLiteral(": ") + text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_column = placeWidth();
}

int CitedLine::placeWidth() const
{
    return fontMetrics().horizontalAdvance(m_place) + fontMetrics().horizontalAdvance(QLatin1Char(' ')) * 2;
}

void CitedLine::setPlaceWidth(int width)
{
    m_column = width;
    update();
}

QSize CitedLine::sizeHint() const
{
    return {placeWidth() + fontMetrics().horizontalAdvance(text()) + 8, fontMetrics().height() + 3};
}

QSize CitedLine::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().height() + 3};
}

void CitedLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (hasFocus() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.soft);
        painter.drawRect(rect());
    }
    if (hasFocus())
        painter.fillRect(0, height() - 2, width(), 2, m_theme.accent);
    const QRect area = rect().adjusted(0, 0, -4, 0);
    painter.setPen(m_theme.accent);
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(m_place, Qt::ElideMiddle, area.width()));
    const QRect rest = area.adjusted(m_column, 0, 0, 0);
    if (rest.width() < fontMetrics().averageCharWidth() * 4)
        return;
    painter.setPen(m_theme.text);
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideRight, rest.width()));
}

void CitedLine::enterEvent(QEnterEvent* event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void CitedLine::leaveEvent(QEvent* event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

/// The arrows walk through the list, which is the panel's matter; a button would keep them for a group it is
/// not part of.
void CitedLine::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        event->ignore();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace whittle

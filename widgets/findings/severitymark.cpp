// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/findings/severitymark.h"

#include <QPainter>

namespace whittle
{

SeverityMark::SeverityMark(Kind kind, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(name(kind));
    setToolTip(name(kind));
}

SeverityMark::Kind SeverityMark::ofFinding(const std::string& severity)
{
    if (severity == "error")
        return Kind::Error;
    return severity == "warning" ? Kind::Warning : Kind::Info;
}

QString SeverityMark::name(Kind kind)
{
    switch (kind) {
    case Kind::Error:
        return tr("Error");
    case Kind::Warning:
        return tr("Warning");
    case Kind::Info:
        return tr("Information");
    case Kind::Cleared:
        return tr("Cleared");
    case Kind::Unknown:
        return tr("Not observable");
    }
    return {};
}

QSize SeverityMark::sizeHint() const
{
    const int side = fontMetrics().height();
    return {side, side};
}

QColor SeverityMark::color() const
{
    switch (m_kind) {
    case Kind::Error:
        return m_theme.bad;
    case Kind::Warning:
        return m_theme.warn;
    case Kind::Info:
        return m_theme.accent;
    case Kind::Cleared:
        return m_theme.ok;
    case Kind::Unknown:
        return m_theme.dim;
    }
    return m_theme.text;
}

void SeverityMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color());
    const qreal r = std::min(width(), height()) * 0.34;
    const QPointF c = QRectF(rect()).center();
    switch (m_kind) {
    case Kind::Error:
        painter.drawEllipse(c, r, r);
        break;
    case Kind::Warning:
        painter.drawPolygon(
            QPolygonF{c + QPointF(0, -r * 1.1), c + QPointF(r * 1.2, r), c + QPointF(-r * 1.2, r)});
        break;
    case Kind::Info:
        painter.drawPolygon(QPolygonF{c + QPointF(0, -r * 1.2), c + QPointF(r * 1.2, 0),
                                      c + QPointF(0, r * 1.2), c + QPointF(-r * 1.2, 0)});
        break;
    case Kind::Cleared:
        painter.drawRect(QRectF(c.x() - r, c.y() - r, 2 * r, 2 * r));
        break;
    case Kind::Unknown:
        painter.setPen(QPen(color(), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(c, r * 0.9, r * 0.9);
        break;
    }
}

} // namespace whittle

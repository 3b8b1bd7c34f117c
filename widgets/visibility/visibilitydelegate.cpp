// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/visibility/visibilitydelegate.h"

#include <QApplication>
#include <QPainter>

#include "widgets/visibility/visibilitymodel.h"

namespace whittle
{

namespace
{

constexpr int margin = 8;
constexpr int gap = 7; ///< between mark and word

int markSide(const QFontMetrics& metrics)
{
    return metrics.ascent() * 3 / 4;
}

} // namespace

void VisibilityDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    QString text = ground.text;
    ground.text.clear();
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const auto sight = static_cast<Sight>(index.data(VisibilityModel::SightRole).toInt());
    const int side = markSide(option.fontMetrics);
    const QRect area = option.rect.adjusted(margin, 0, -margin, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintMark(*painter, {area.x() + side / 2.0, area.center().y() + 0.5}, side / 2.0, sight,
              index.data(VisibilityModel::GapsRole).toBool());
    painter->setFont(option.font);
    painter->setPen(textColor(sight));
    const QRect words = area.adjusted(side + gap, 0, 0, 0);
    if (m_short || option.fontMetrics.horizontalAdvance(text) > words.width())
        text = index.data(VisibilityModel::ShortRole).toString();
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(text, Qt::ElideRight, words.width()));
    painter->restore();
}

void VisibilityDelegate::paintMark(QPainter& painter, const QPointF& centre, qreal radius, Sight sight,
                                   bool gaps) const
{
    const QRectF box(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    constexpr qreal pen = 1.6;
    const QRectF ring = box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
    switch (sight) {
    case Sight::Seen:
        painter.setPen(QPen(m_theme.accent, pen));
        painter.setBrush(gaps ? QBrush(Qt::NoBrush) : QBrush(m_theme.accent));
        painter.drawEllipse(ring);
        if (gaps) {
            painter.setBrush(m_theme.accent);
            painter.drawPie(ring, 90 * 16, 180 * 16);
        }
        break;
    case Sight::Silent:
        painter.setPen(QPen(m_theme.dim, pen));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(ring);
        break;
    case Sight::NotWatched: {
        painter.setPen(QPen(m_theme.warn, pen, Qt::SolidLine, Qt::RoundCap));
        const QRectF cross = ring.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
        painter.drawLine(cross.topLeft(), cross.bottomRight());
        painter.drawLine(cross.bottomLeft(), cross.topRight());
        break;
    }
    case Sight::NotReadable:
        break;
    }
}

QColor VisibilityDelegate::textColor(Sight sight) const
{
    switch (sight) {
    case Sight::Seen:
        return m_theme.text;
    case Sight::Silent:
        return m_theme.dim;
    case Sight::NotWatched:
        return m_theme.warn;
    case Sight::NotReadable:
        break;
    }
    return m_theme.faint;
}

int VisibilityDelegate::leastWidth(const QFontMetrics& metrics, const QModelIndex& index) const
{
    const int text = metrics.horizontalAdvance(index.data(VisibilityModel::ShortRole).toString());
    return 2 * margin + markSide(metrics) + gap + text;
}

QSize VisibilityDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int text = option.fontMetrics.horizontalAdvance(index.data().toString());
    return {2 * margin + markSide(option.fontMetrics) + gap + text, option.fontMetrics.height() + 8};
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/flowlayout.h"

#include <QWidget>

namespace whittle
{

FlowLayout::~FlowLayout()
{
    for (QLayoutItem* item : m_items)
        delete item;
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.push_back(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    QLayoutItem* item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::sizeHint() const
{
    const QMargins around = contentsMargins();
    int width = around.left() + around.right();
    for (const QLayoutItem* item : m_items)
        width += item->sizeHint().width() + spacing();
    return {width, heightForWidth(width)};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

/// The height that it takes; items of one line are centred on it. Right to left where the language is.
int FlowLayout::arrange(const QRect& rect, bool move) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    int x = area.x(), y = area.y(), line = 0;
    std::vector<std::pair<QLayoutItem*, QRect>> row;
    const auto flush = [&] {
        for (const auto& [item, place] : row) {
            const QRect centred = place.translated(0, (line - place.height()) / 2);
            const bool mirrored = parentWidget() && parentWidget()->layoutDirection() == Qt::RightToLeft;
            item->setGeometry(mirrored ? QRect(area.x() + area.right() - centred.right(), centred.y(),
                                               centred.width(), centred.height())
                                       : centred);
        }
        row.clear();
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (x > area.x() && x + size.width() > area.x() + area.width()) {
            if (move)
                flush();
            row.clear();
            x = area.x();
            y += line + spacing();
            line = 0;
        }
        row.emplace_back(item, QRect(QPoint(x, y), size));
        x += size.width() + spacing();
        line = std::max(line, size.height());
    }
    if (move)
        flush();
    return y + line - rect.y() + contentsMargins().bottom();
}

} // namespace whittle

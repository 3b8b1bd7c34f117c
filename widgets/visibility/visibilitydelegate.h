// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "models/analysis/visibility.h"
#include "widgets/figures/theme.h"

namespace whittle
{

/// A cell of the map: a mark before its word. Seen: a dot, half of one where there are gaps; silent: a ring;
/// nobody: a cross.
class VisibilityDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// There is no room for all words.
    void setShort(bool isShort) { m_short = isShort; }
    void setTheme(const Theme& theme) { m_theme = theme; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    /// Of mark and short word.
    int leastWidth(const QFontMetrics& metrics, const QModelIndex& index) const;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintMark(QPainter& painter, const QPointF& centre, qreal radius, Sight sight, bool gaps) const;
    QColor textColor(Sight sight) const;

    Theme m_theme = Theme::light();
    bool m_short = false;
};

} // namespace whittle

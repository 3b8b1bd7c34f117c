// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "widgets/figures/theme.h"

namespace whittle
{

/// Shows the short words of a cell where the full ones do not fit, and the mark of the worst problem before
/// the number of them.
class SourceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme) { m_theme = theme; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    /// Of the short words.
    int leastWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    /// With its picture where it has one, and that is wanted.
    int widthOf(const QStyleOptionViewItem& option, const QModelIndex& index, const QString& text,
                bool withPicture = true) const;

    Theme m_theme = Theme::light();
};

} // namespace whittle

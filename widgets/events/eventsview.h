// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

#include "widgets/figures/theme.h"

namespace whittle
{

/// Draws a cell: what is fixed in form in a fixed-width face, the kind with the mark of its family, what was
/// inferred in italics.
class EventsDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme) { m_theme = theme; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    void paintMark(QPainter& painter, const QRectF& area, int family) const;

    Theme m_theme = Theme::light();
};

/// The table itself: whole rows, copied as TSV, one fixed height.
class EventsView : public QTableView
{
    Q_OBJECT

public:
    explicit EventsView(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// The selected rows as tab-separated text, from the top.
    QString selectionAsTsv() const;
    void setColumnWidths();

Q_SIGNALS:
    /// A double click on its cell, or its entry in the menu.
    void deviceChosen(const QString& device);
    /// Its entry in the menu, or Ctrl+M: the current event is the same moment as another one.
    void sameMomentWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void copy() const;

    EventsDelegate* m_delegate;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sources/sourcedelegate.h"

#include <QApplication>

#include "models/base/problem.h"
#include "widgets/shell/look/icons.h"
#include "widgets/sources/sourcesmodel.h"

namespace whittle
{

namespace
{

QIcon markOf(Severity severity, const Theme& theme)
{
    switch (severity) {
    case Severity::Info:
        return lineIcon(QLatin1String("check"), theme.ok);
    case Severity::Notice:
        return lineIcon(QLatin1String("info"), theme.dim);
    case Severity::DataLoss:
        return lineIcon(QLatin1String("warning"), theme.warn);
    case Severity::Error:
        break;
    }
    return lineIcon(QLatin1String("error"), theme.bad);
}

} // namespace

void SourceDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != SourcesModel::Problems)
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(14, 14);
    option->icon = markOf(static_cast<Severity>(index.data(SourcesModel::SeverityRole).toInt()), m_theme);
}

int SourceDelegate::widthOf(const QStyleOptionViewItem& option, const QModelIndex& index,
                            const QString& text) const
{
    QStyleOptionViewItem with = option;
    initStyleOption(&with, index);
    with.text = text;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    return style->sizeFromContents(QStyle::CT_ItemViewItem, &with, {}, option.widget).width();
}

int SourceDelegate::leastWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return widthOf(option, index, index.data(SourcesModel::ShortRole).toString());
}

void SourceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    if (widthOf(option, index, shown.text) > option.rect.width())
        shown.text = index.data(SourcesModel::ShortRole).toString();
    shown.textElideMode = index.column() == SourcesModel::Name ? Qt::ElideMiddle : Qt::ElideRight;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, option.widget);
}

} // namespace whittle

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

constexpr QSize pictureSize{72, 14};

/// The same whether the row is selected or not.
QIcon clockIcon(const QModelIndex& index, const Theme& theme, const QStyleOptionViewItem& option)
{
    const QVariant known = index.data(SourcesModel::ClockSpanRole);
    const auto span = known.isValid() ? std::optional(known.value<ClockSpan>()) : std::nullopt;
    const double ratio = option.widget ? option.widget->devicePixelRatioF() : 1;
    const QPixmap picture = clockPicture(span, theme, pictureSize, ratio);
    QIcon icon(picture);
    icon.addPixmap(picture, QIcon::Selected);
    return icon;
}

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
    if (index.column() == SourcesModel::Problems) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(14, 14);
        option->icon = markOf(static_cast<Severity>(index.data(SourcesModel::SeverityRole).toInt()), m_theme);
    } else if (index.column() == SourcesModel::Clock) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = pictureSize;
        option->icon = clockIcon(index, m_theme, *option);
    }
}

int SourceDelegate::widthOf(const QStyleOptionViewItem& option, const QModelIndex& index, const QString& text,
                            bool withPicture) const
{
    QStyleOptionViewItem with = option;
    initStyleOption(&with, index);
    with.text = text;
    if (!withPicture && index.column() == SourcesModel::Clock)
        with.features &= ~QStyleOptionViewItem::HasDecoration;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    return style->sizeFromContents(QStyle::CT_ItemViewItem, &with, {}, option.widget).width();
}

int SourceDelegate::leastWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return widthOf(option, index, index.data(SourcesModel::ShortRole).toString(), false);
}

/// Where not all fits, the picture goes before the words become short.
void SourceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    const int room = option.rect.width();
    if (index.column() == SourcesModel::Clock && widthOf(option, index, shown.text) > room)
        shown.features &= ~QStyleOptionViewItem::HasDecoration;
    if (widthOf(option, index, shown.text, false) > room)
        shown.text = index.data(SourcesModel::ShortRole).toString();
    shown.textElideMode = index.column() == SourcesModel::Name ? Qt::ElideMiddle : Qt::ElideRight;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, option.widget);
}

} // namespace whittle

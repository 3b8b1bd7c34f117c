// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/visibility/visibilitymodel.h"

#include <QLocale>

#include "widgets/visibility/visibilitytext.h"

namespace whittle
{

void VisibilityModel::setAnalysis(const AnalysisPtr& analysis)
{
    beginResetModel();
    m_analysis = analysis;
    endResetModel();
}

const VisibilityRow* VisibilityModel::row(int row) const
{
    return row >= 0 && row < rowCount() ? &m_analysis->visibility.rows[static_cast<std::size_t>(row)]
                                        : nullptr;
}

const VisibilityCell* VisibilityModel::cell(const QModelIndex& index) const
{
    const VisibilityRow* found = row(index.row());
    return found && index.column() >= 0 && index.column() < columnCount()
        ? &found->at(static_cast<Layer>(index.column()))
        : nullptr;
}

int VisibilityModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_analysis ? 0 : static_cast<int>(m_analysis->visibility.rows.size());
}

int VisibilityModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(layerCount);
}

QVariant VisibilityModel::data(const QModelIndex& index, int role) const
{
    const VisibilityCell* found = cell(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return visibilitytext::cell(*found);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2: %3, %4")
            .arg(visibilitytext::component(*row(index.row())),
                 visibilitytext::layer(static_cast<Layer>(index.column())), visibilitytext::cell(*found),
                 visibilitytext::sight(*found));
    case Qt::ToolTipRole:
        return visibilitytext::sight(*found);
    case SightRole:
        return static_cast<int>(found->sight);
    case ShortRole:
        return found->sight == Sight::Seen ? QLocale().toString(static_cast<qulonglong>(found->seen.size()))
                                           : visibilitytext::cell(*found);
    case GapsRole:
        return visibilitytext::hasGaps(*found);
    default:
        return {};
    }
}

QVariant VisibilityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal) {
        const auto layer = static_cast<Layer>(section);
        if (role == Qt::DisplayRole)
            return visibilitytext::layer(layer);
        return role == Qt::ToolTipRole ? visibilitytext::aboutLayer(layer) : QVariant();
    }
    const VisibilityRow* found = row(section);
    if (found && role == Qt::DisplayRole)
        return visibilitytext::component(*found);
    return found && role == Qt::ToolTipRole ? visibilitytext::aboutComponent(found->component) : QVariant();
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "models/analysis/analysis.h"

namespace whittle
{

/// The map as a table: a row a component, a column a layer.
class VisibilityModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SightRole = Qt::UserRole, ///< int of Sight
        ShortRole, ///< the number of sources alone
        GapsRole, ///< bool: seen, but perhaps not all
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setAnalysis(const AnalysisPtr& analysis);

    const VisibilityRow* row(int row) const; ///< null: there is none
    const VisibilityCell* cell(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    AnalysisPtr m_analysis;
};

} // namespace whittle

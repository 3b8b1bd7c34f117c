// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "models/analysis/analysis.h"
#include "models/timeline/timetext.h"
#include "widgets/sources/clockscale.h"

namespace whittle
{

/// The sources of a case, one a row.
class SourcesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Format, Span, Events, Problems, Clock, Zone, ColumnCount };
    enum Role {
        SourceIdRole = Qt::UserRole, ///< qint64
        SeverityRole, ///< int, of Severity: the worst of its problems
        SortRole, ///< numbers and times as numbers
        ShortRole, ///< the text where there is little room
        ClockSpanRole, ///< ClockSpan; not valid where nothing is known
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setAnalysis(const AnalysisPtr& analysis);
    void setTimes(const TimeText& times);
    const AnalysedSource* source(int row) const;
    const AnalysisPtr& analysis() const { return m_analysis; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const AnalysedSource& source, int column) const;
    QString shortText(const AnalysedSource& source, int column) const;
    QString toolTip(const AnalysedSource& source, int column) const;
    QVariant sortKey(const AnalysedSource& source, int column) const;

    AnalysisPtr m_analysis;
    ClockScale m_scale;
    TimeText m_times;
};

} // namespace whittle

Q_DECLARE_METATYPE(whittle::ClockSpan)

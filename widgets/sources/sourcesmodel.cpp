// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sources/sourcesmodel.h"

#include <limits>

#include <QLocale>

#include "models/report/visibletext.h"
#include "widgets/sources/sourcetext.h"

namespace whittle
{

namespace
{

qint64 sortTime(const std::optional<CaseTime>& time)
{
    return time ? time->nsUtc : std::numeric_limits<qint64>::min();
}

} // namespace

void SourcesModel::setAnalysis(const AnalysisPtr& analysis)
{
    beginResetModel(); // every analysis is a new value: rows may have come, gone and moved
    m_analysis = analysis;
    m_scale = analysis ? ClockScale(*analysis) : ClockScale();
    endResetModel();
}

void SourcesModel::setTimes(const TimeText& times)
{
    m_times = times;
    Q_EMIT headerDataChanged(Qt::Horizontal, Span, Span);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Span), index(rowCount() - 1, Span));
}

const AnalysedSource* SourcesModel::source(int row) const
{
    return row >= 0 && row < rowCount() ? &m_analysis->sources[static_cast<std::size_t>(row)] : nullptr;
}

int SourcesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_analysis ? 0 : static_cast<int>(m_analysis->sources.size());
}

int SourcesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SourcesModel::data(const QModelIndex& index, int role) const
{
    const AnalysedSource* source = index.isValid() ? this->source(index.row()) : nullptr;
    if (!source)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*source, index.column());
    case Qt::ToolTipRole:
        return toolTip(*source, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == Events ? Qt::AlignRight : Qt::AlignLeft)
                                | Qt::AlignVCenter);
    case SourceIdRole:
        return static_cast<qint64>(raw(source->row.id));
    case SeverityRole:
        return static_cast<int>(sourcetext::worst(*source));
    case SortRole:
        return sortKey(*source, index.column());
    case ShortRole:
        return shortText(*source, index.column());
    case ClockSpanRole: {
        const auto span = m_scale.span(source->clock);
        return span ? QVariant::fromValue(*span) : QVariant();
    }
    default:
        return {};
    }
}

QVariant SourcesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Events ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Span)
        return tr("From the first to the last record, on the corrected clock, in the zone %1")
            .arg(m_times.zoneName());
    if (role == Qt::ToolTipRole && section == Clock)
        return tr("Left of the middle: behind the reference clock; right of it: ahead. The band is the "
                  "interval in which the difference lies; the scale is logarithmic.");
    if (role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QStringList names{tr("Source"),   tr("Format"), tr("Span"), tr("Events"),
                            tr("Problems"), tr("Clock"),  tr("Zone")};
    return names.at(section);
}

QString SourcesModel::text(const AnalysedSource& source, int column) const
{
    switch (static_cast<Column>(column)) {
    case Name:
        return visibleText(std::string_view{source.row.path});
    case Format:
        return QString::fromStdString(source.row.format);
    case Events:
        return QLocale().toString(static_cast<qulonglong>(source.row.events));
    case Span:
        return sourcetext::span(source, m_times);
    case Clock:
        return sourcetext::clockOffset(source, m_analysis->clockWishes);
    case Zone:
        return sourcetext::zone(source);
    case Problems: {
        const int count = sourcetext::problemCount(source);
        return count == 0 ? tr("none")
                          : tr("%1 – %2").arg(count).arg(sourcetext::severity(sourcetext::worst(source)));
    }
    case ColumnCount:
        break;
    }
    return {};
}

QString SourcesModel::shortText(const AnalysedSource& source, int column) const
{
    switch (column) {
    case Name:
        return visibleText(std::string_view{source.row.path}.substr(source.row.path.rfind('/') + 1));
    case Span:
        return sourcetext::shortSpan(source, m_times);
    case Clock:
        return sourcetext::shortClockOffset(source);
    case Problems:
        return QLocale().toString(sourcetext::problemCount(source));
    default:
        return text(source, column);
    }
}

QString SourcesModel::toolTip(const AnalysedSource& source, int column) const
{
    QStringList lines{text(source, column)};
    if (column == Clock)
        lines << sourcetext::clockBasis(source, m_analysis->clockWishes)
              << tr("Zone: %1").arg(text(source, Zone));
    return QStringLiteral("<span>%1</span>") // never taken for markup
        .arg(lines.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
}

QVariant SourcesModel::sortKey(const AnalysedSource& source, int column) const
{
    switch (column) {
    case Events:
        return static_cast<qulonglong>(source.row.events);
    case Span:
        return sortTime(source.first);
    case Clock:
        return static_cast<qint64>(source.clock.correction ? source.clock.correction->offsetNs
                                                           : std::numeric_limits<qint64>::max());
    case Problems:
        return sourcetext::problemCount(source);
    default:
        return text(source, column);
    }
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/eventsmodel.h"

#include <algorithm>

#include <QLocale>

#include "models/base/fields.h"
#include "models/report/visibletext.h"
#include "widgets/events/eventquery.h"

namespace whittle
{

QString fieldsSummary(const std::string& fields)
{
    QString summary;
    std::string_view rest = fields, key, value;
    while (FieldView::next(rest, key, value)) {
        if (!summary.isEmpty())
            summary += QLatin1String("  ");
        summary += QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())) + QLatin1Char('=');
        summary += visibleText(decodeField(value));
    }
    return summary;
}

void EventsModel::show(EventListPtr list, std::vector<std::uint32_t> rows)
{
    beginResetModel();
    m_list = std::move(list);
    m_rows = std::move(rows);
    m_start = 0;
    endResetModel();
}

void EventsModel::setKindNames(std::vector<QString> names)
{
    m_kindNames = std::move(names);
}

void EventsModel::setSources(std::map<SourceId, QString> names)
{
    m_sources = std::move(names);
    if (const int rows = rowCount(); rows > 0)
        Q_EMIT dataChanged(index(0, Source), index(rows - 1, Source));
}

void EventsModel::setTimes(const TimeText& times)
{
    m_times = times;
    if (const int rows = rowCount(); rows > 0)
        Q_EMIT dataChanged(index(0, Time), index(rows - 1, Time));
    Q_EMIT headerDataChanged(Qt::Horizontal, Time, Time);
}

void EventsModel::moveWindow(std::size_t start)
{
    beginResetModel();
    m_start = m_rows.size() <= windowRows ? 0 : std::min(start, m_rows.size() - windowRows);
    endResetModel();
}

std::optional<int> EventsModel::reveal(std::uint32_t entry)
{
    const auto found = std::ranges::lower_bound(m_rows, entry);
    if (found == m_rows.end() || *found != entry)
        return std::nullopt;
    const auto row = static_cast<std::size_t>(found - m_rows.begin());
    if (row < m_start || row >= m_start + windowRows)
        moveWindow(row < windowRows / 2 ? 0 : row - windowRows / 2);
    return static_cast<int>(row - m_start);
}

const EventEntry* EventsModel::entry(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    return &m_list->entries[m_rows[m_start + static_cast<std::size_t>(row)]];
}

int EventsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(std::min(m_rows.size() - m_start, windowRows));
}

int EventsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventsModel::data(const QModelIndex& index, int role) const
{
    const EventEntry* row = index.isValid() ? entry(index.row()) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::ToolTipRole:
        return toolTip(*row, index.column());
    case FamilyRole:
        return static_cast<int>(familyOf(m_list->kinds[row->kind]));
    case InferredRole:
        return row->deviceInferred;
    case TrainRole:
        return row->isTrain();
    }
    return {};
}

QString EventsModel::kindText(const EventEntry& entry) const
{
    const QString name = entry.kind < m_kindNames.size() ? m_kindNames[entry.kind]
                                                         : QString::fromStdString(m_list->kinds[entry.kind]);
    return entry.isTrain() ? tr("%1 × %2").arg(QLocale().toString(entry.count), name) : name;
}

QString EventsModel::placeWords(int row) const
{
    return index(row, Source).data().toString() + QLatin1Char(' ')
        + index(row, PlaceColumn).data().toString();
}

QString EventsModel::text(const EventEntry& entry, int column) const
{
    switch (column) {
    case Time:
        return m_times.dateTime(entry.time);
    case Source: {
        const auto name = m_sources.find(entry.ref.source);
        return name == m_sources.end() ? QString() : name->second;
    }
    case PlaceColumn:
        return QString::fromStdString(toText(entry.ref.place));
    case Device:
        return visibleText(m_list->devices[entry.device]);
    case Kind:
        return kindText(entry);
    case From:
        return QString::fromStdString(m_list->addresses[entry.from]);
    case To:
        return QString::fromStdString(m_list->addresses[entry.to]);
    case Fields:
        return entry.isTrain()
            ? tr("until %1  %2").arg(m_times.dateTime(entry.lastTime), fieldsSummary(entry.fields))
            : fieldsSummary(entry.fields);
    }
    return {};
}

QString EventsModel::toolTip(const EventEntry& entry, int column) const
{
    switch (column) {
    case Time:
        return tr("%1 %2\nby the source's own clock: %3")
            .arg(m_times.date(entry.time), m_times.timeOfDay(entry.time),
                 QString::fromStdString(toRfc3339(entry.original.ns))
                     .replace(QLatin1Char('T'), QLatin1Char(' '))
                     .remove(QLatin1Char('Z')));
    case Device:
        return entry.deviceInferred ? tr("%1, though the record does not name it").arg(text(entry, Device))
                                    : QString();
    case Kind:
        return QString::fromStdString(m_list->kinds[entry.kind]);
    case Source:
    case Fields:
        return text(entry, column);
    }
    return {};
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time (%1)").arg(m_times.zoneName());
    case Source:
        return tr("Source");
    case PlaceColumn:
        return tr("Place");
    case Device:
        return tr("Device");
    case Kind:
        return tr("Event");
    case From:
        return tr("From");
    case To:
        return tr("To");
    case Fields:
        return tr("Fields");
    }
    return {};
}

} // namespace whittle

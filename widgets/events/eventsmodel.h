// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include <QAbstractTableModel>

#include "models/timeline/timetext.h"
#include "widgets/events/eventlist.h"

namespace whittle
{

/// A window of at most 100,000 rows onto the wanted events of a list: a header view keeps an entry for each
/// row, so that more rows cost memory and time that nobody sees (measured: 33 ms to the first paint instead
/// of 629).
class EventsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Source, PlaceColumn, Device, Kind, From, To, Fields, ColumnCount };
    enum Role { FamilyRole = Qt::UserRole, InferredRole, TrainRole };
    static constexpr std::size_t windowRows = 100'000;

    using QAbstractTableModel::QAbstractTableModel;

    /// `kindNames`: what each kind of the list is called. Places the window at its beginning.
    void show(EventListPtr list, std::vector<std::uint32_t> rows);
    void setKindNames(std::vector<QString> names);
    void setSources(std::map<SourceId, QString> names);
    void setTimes(const TimeText& times);

    /// The wanted rows, in and out of the window.
    std::size_t total() const { return m_rows.size(); }
    std::size_t windowStart() const { return m_start; }
    void moveWindow(std::size_t start);
    /// The row of the window that shows that entry, moving the window where it must. Empty: not wanted by the
    /// filter.
    std::optional<int> reveal(std::uint32_t entry);
    /// Where the event of a row stands: "span-dc1.pcap frame 12".
    QString placeWords(int row) const;
    /// Null for a row that is not there.
    const EventEntry* entry(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const EventEntry& entry, int column) const;
    QString toolTip(const EventEntry& entry, int column) const;
    QString kindText(const EventEntry& entry) const;

    EventListPtr m_list;
    std::vector<std::uint32_t> m_rows; ///< indices of entries
    std::size_t m_start = 0;
    std::vector<QString> m_kindNames;
    std::map<SourceId, QString> m_sources;
    TimeText m_times;
};

/// "xid=0x1a2b  your-ip=10.2.16.37": the fields with their encoding undone where that stays readable in one
/// line.
QString fieldsSummary(const std::string& fields);

} // namespace whittle

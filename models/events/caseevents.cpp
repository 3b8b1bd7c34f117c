// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/caseevents.h"

#include <algorithm>

#include "models/store/casereader.h"

namespace whittle {

const SourceRow* CaseEvents::source(SourceId id) const
{
    const auto found = std::ranges::find(sources, id, &SourceRow::id);
    return found == sources.end() ? nullptr : &*found;
}

Result<CaseEvents> loadCaseEvents(const CaseReader& reader, const std::stop_token& stop)
{
    CaseEvents events;
    auto sources = reader.sources();
    if (!sources)
        return sources.error();
    events.sources = std::move(*sources);
    Result<void> read = reader.forEachSingle({}, [&](const EventRow& row) {
        events.singles.push_back(row);
        return !stop.stop_requested();
    });
    if (read) {
        read = reader.forEachTrain({}, [&](const TrainRow& row) {
            events.trains.push_back(row);
            return !stop.stop_requested();
        });
    }
    if (!read)
        return read.error();
    if (stop.stop_requested())
        return Error {ErrorCode::Cancelled, "cancelled"};
    return events;
}

} // namespace whittle

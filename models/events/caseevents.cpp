// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/caseevents.h"

#include <algorithm>
#include <tuple>

#include "models/base/event.h"
#include "models/store/casereader.h"

namespace whittle
{

const SourceRow* CaseEvents::source(SourceId id) const
{
    const auto found = std::ranges::find(sources, id, &SourceRow::id);
    return found == sources.end() ? nullptr : &*found;
}

std::span<const EventRow> CaseEvents::singlesOf(SourceId id) const
{
    const auto rank = [&](SourceId source) { return std::ranges::find(sources, source, &SourceRow::id); };
    const auto rankOf = [&](const EventRow& event) { return rank(event.ref.source); };
    const auto run = std::ranges::equal_range(singles, rank(id), {}, rankOf);
    return {run.begin(), run.end()};
}

const EventRow* CaseEvents::single(const EventRef& ref) const
{
    // Each source is one run, by place; the runs stand in the order of `sources`, not of the ids.
    const auto key = [&](const EventRef& of) {
        return std::pair(std::ranges::find(sources, of.source, &SourceRow::id), of);
    };
    const auto found = std::ranges::lower_bound(singles, key(ref), {},
                                                [&](const EventRow& event) { return key(event.ref); });
    return found != singles.end() && found->ref == ref ? &*found : nullptr;
}

namespace
{

Result<void> loadSource(const CaseReader& reader, SourceId source, CaseEvents& events,
                        const std::stop_token& stop)
{
    EventFilter filter;
    filter.source = source;
    const auto first = static_cast<std::ptrdiff_t>(events.singles.size());
    const Result<void> singles = reader.appendSingles(source, events.singles, stop);
    if (!singles)
        return singles;
    const auto isSecondCopy = [](const EventRow& row) { return isDuplicate(row.fields); };
    const auto rest = std::remove_if(events.singles.begin() + first, events.singles.end(), isSecondCopy);
    events.singles.erase(rest, events.singles.end());
    return reader.forEachTrain(filter, [&](const TrainRow& row) {
        if (!isDuplicate(row.first.fields))
            events.trains.push_back(row);
        return !stop.stop_requested();
    });
}

} // namespace

Result<CaseEvents> loadCaseEvents(const CaseReader& reader, const std::stop_token& stop)
{
    CaseEvents events;
    auto sources = reader.sources();
    if (!sources)
        return sources.error();
    events.sources = std::move(*sources);
    std::ranges::sort(events.sources, {},
                      [](const SourceRow& source) { return std::tie(source.path, source.sha256); });
    constexpr std::size_t roomAtMost = 1U << 22; // a case may say anything
    events.singles.reserve(std::min(reader.singlesAbout(), roomAtMost));
    for (const SourceRow& source : events.sources) {
        const auto loaded = loadSource(reader, source.id, events, stop);
        if (!loaded)
            return loaded.error();
    }
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "cancelled"};
    return events;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/citations.h"

#include <algorithm>
#include <map>
#include <set>

#include "models/base/bytes.h"
#include "models/base/fields.h"
#include "models/base/log.h"
#include "models/base/utf8.h"
#include "models/import/recordreader.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"

namespace whittle
{

namespace
{

std::set<EventRef> citedPlaces(const std::vector<CheckOutcome>& outcomes)
{
    std::set<EventRef> places;
    for (const CheckOutcome& outcome : outcomes) {
        for (const CitedEvent& cited : outcome.evidence)
            places.insert(cited.ref);
    }
    return places;
}

class Citer
{
public:
    Citer(const CaseFile& file, const CaseEvents& events, const std::stop_token& stop)
        : m_file(file)
        , m_events(events)
        , m_records(stop)
    {
        if (auto reader = file.newReader())
            m_reader = std::move(*reader);
        for (const TrainRow& train : events.trains)
            m_lastOfTrain.emplace(train.lastRef(), &train);
    }

    std::string textOf(const EventRef& ref)
    {
        const std::vector<std::byte> bytes = copyOf(ref);
        if (!bytes.empty() && ref.place.unit == PlaceUnit::Line)
            return utf8Of(asText(bytes));
        const std::optional<EventRow> event = eventAt(ref);
        return event ? describeEvent(*event) : toText(ref.place);
    }

    void keepCopies() const
    {
        if (m_copies.empty() || !m_file.writer())
            return;
        const auto kept = m_file.writer()->addCitations(m_copies);
        if (!kept)
            log::warning("analysis", "no copies of the cited places: " + toText(kept.error()));
    }

private:
    /// What stands there: from the case where it has a copy, else from the evidence. Empty when neither is at
    /// hand.
    std::vector<std::byte> copyOf(const EventRef& ref)
    {
        const auto kept = m_reader ? m_reader->citation(ref.source, ref.place.number)
                                   : Result(std::optional<CitationRow>{});
        if (kept && *kept)
            return (*kept)->bytes;
        const SourceRow* source = m_events.source(ref.source);
        if (!m_reader || !source)
            return {};
        auto raw = m_records.record(*m_reader, *source, ref.place.number);
        if (!raw)
            return {};
        m_copies.push_back({ref, raw->bytes});
        return std::move(raw->bytes);
    }

    /// A single event, or a member of a train: of those mostly the last is cited.
    std::optional<EventRow> eventAt(const EventRef& ref) const
    {
        if (const EventRow* single = m_events.single(ref))
            return *single;
        if (const auto last = m_lastOfTrain.find(ref); last != m_lastOfTrain.end())
            return last->second->first;
        const auto member = m_reader ? m_reader->event(ref) : Result(std::optional<EventRow>{});
        return member ? *member : std::nullopt;
    }

    const CaseFile& m_file;
    const CaseEvents& m_events;
    std::unique_ptr<CaseReader> m_reader;
    std::map<EventRef, const TrainRow*> m_lastOfTrain;
    RecordReader m_records;
    std::vector<CitationRow> m_copies;
};

} // namespace

std::string describeEvent(const EventRow& event)
{
    std::string text = event.kind;
    if (event.source.address.isSet() && event.destination.address.isSet())
        text += " " + toText(event.source) + " → " + toText(event.destination);
    std::string_view rest = event.fields;
    std::string_view key;
    std::string_view value;
    while (FieldView::next(rest, key, value))
        text += " " + std::string(key) + "=" + decodeField(value);
    return text;
}

std::map<EventRef, std::string> citedTexts(const CaseFile& file, const CaseEvents& events,
                                           const std::vector<CheckOutcome>& outcomes,
                                           const std::stop_token& stop)
{
    Citer citer(file, events, stop);
    std::map<EventRef, std::string> texts;
    for (const EventRef& ref : citedPlaces(outcomes)) {
        if (stop.stop_requested())
            return texts;
        texts[ref] = citer.textOf(ref);
    }
    citer.keepCopies();
    return texts;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/eventlist.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "models/events/identity.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"

namespace whittle
{

namespace
{

constexpr std::uint32_t stopEvery = 4096; ///< rows between two looks at the stop token

/// Texts that occur again and again, each kept once.
class Pool
{
public:
    explicit Pool(std::vector<std::string>& texts)
        : m_texts(texts)
    {
        add({});
    }

    std::uint32_t add(const std::string& text)
    {
        const auto [entry, isNew] = m_index.try_emplace(text, static_cast<std::uint32_t>(m_texts.size()));
        if (isNew)
            m_texts.push_back(text);
        return entry->second;
    }

private:
    std::vector<std::string>& m_texts;
    std::unordered_map<std::string, std::uint32_t> m_index;
};

auto order(const EventEntry& entry)
{
    return std::tie(entry.time, entry.ref);
}

class Loader
{
public:
    Loader(const EventListRequest& request, const std::stop_token& stop)
        : m_request(request)
        , m_stop(stop)
        , m_list(std::make_shared<EventList>())
        , m_kinds(m_list->kinds)
        , m_devices(m_list->devices)
        , m_addresses(m_list->addresses)
    {
    }

    Result<EventListPtr> load()
    {
        auto reader = m_request.file->newReader();
        if (!reader)
            return reader.error();
        for (const AnalysedSource& source : m_request.analysis->sources) {
            const Result<void> done = loadSource(**reader, source);
            if (!done)
                return done.error();
            if (m_stop.stop_requested())
                return Error{ErrorCode::Cancelled, "a newer request came"};
            keepEarliest();
        }
        std::ranges::sort(m_list->entries, {}, order);
        m_list->rowCount = m_partial ? RowCount::Partial : RowCount::Complete;
        return EventListPtr(m_list);
    }

private:
    Result<void> loadSource(const CaseReader& reader, const AnalysedSource& source)
    {
        m_clock = &source.clock;
        EventFilter filter;
        filter.source = source.row.id;
        if (m_request.range) {
            filter.from = m_clock->toSource(m_request.range->from);
            filter.to = m_clock->toSource(m_request.range->to);
        }
        const Result<void> trains = reader.forEachTrain(filter, [this](const TrainRow& train) {
            addTrain(train);
            return mayGoOn();
        });
        if (!trains)
            return trains;
        std::size_t taken = 0;
        return reader.forEachSingle(filter, [&](const EventRow& row) {
            // A source is read in its own order, which is that of time but for a few: the first ones are the
            // earliest.
            if (taken++ == m_request.limit) {
                m_partial = true;
                return false;
            }
            add(row);
            return mayGoOn();
        });
    }

    bool mayGoOn() { return ++m_rows % stopEvery != 0 || !m_stop.stop_requested(); }

    EventEntry& add(const EventRow& row)
    {
        EventEntry entry;
        entry.ref = row.ref;
        entry.original = row.time;
        entry.time = m_clock->corrected(row.time, row.ref.place.number);
        entry.kind = m_kinds.add(row.kind);
        entry.from = m_addresses.add(toText(row.source));
        entry.to = m_addresses.add(toText(row.destination));
        entry.fields = row.fields;
        const Identity* identity = m_request.analysis->identity.get();
        const std::string owner = identity ? identity->deviceOf(row) : row.device;
        entry.device = m_devices.add(owner);
        entry.deviceInferred = row.device.empty() && !owner.empty();
        return m_list->entries.emplace_back(std::move(entry));
    }

    void addTrain(const TrainRow& train)
    {
        EventEntry& entry = add(train.first);
        entry.count = std::max(train.count, 1U);
        entry.lastPlace = train.lastPlace;
        entry.lastTime = m_clock->corrected(train.lastTime, train.lastPlace);
        ++m_list->trains;
        m_list->trainMembers += train.count;
    }

    void keepEarliest()
    {
        std::vector<EventEntry>& entries = m_list->entries;
        if (entries.size() <= m_request.limit)
            return;
        const auto end = entries.begin() + static_cast<std::ptrdiff_t>(m_request.limit);
        std::ranges::nth_element(entries, end, {}, order);
        entries.erase(end, entries.end());
        m_partial = true;
    }

    const EventListRequest& m_request;
    const std::stop_token& m_stop;
    std::shared_ptr<EventList> m_list;
    Pool m_kinds;
    Pool m_devices;
    Pool m_addresses;
    const SourceClock* m_clock = nullptr;
    std::uint32_t m_rows = 0;
    bool m_partial = false;
};

} // namespace

Result<EventListPtr> loadEvents(const EventListRequest& request, const std::stop_token& stop)
{
    return Loader(request, stop).load();
}

std::optional<std::uint32_t> findEntry(const EventList& list, const EventRef& ref, const EventRow* member)
{
    const auto matches = [&](const EventEntry& entry) {
        if (entry.ref == ref)
            return true;
        return member && entry.isTrain() && entry.ref.source == ref.source && entry.ref.place <= ref.place
            && ref.place.number <= entry.lastPlace && list.kinds[entry.kind] == member->kind
            && list.addresses[entry.from] == toText(member->source)
            && list.addresses[entry.to] == toText(member->destination);
    };
    const auto found = std::ranges::find_if(list.entries, matches);
    if (found == list.entries.end())
        return std::nullopt;
    return static_cast<std::uint32_t>(found - list.entries.begin());
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/recorded.h"

#include <algorithm>

namespace whittle
{

namespace
{

// Three keepalives missed in a row are a loss (SCCP failover), and a phone that lost its connection tries
// anew within the next: whoever shows nothing for longer was not recording.
constexpr std::int64_t keepalivesMissed = 5;

/// Something that the source shows without a pause.
struct Shown {
    SourceSpan span{};
    bool isTrain = false;
};

/// What a source shows, and how often a phone that it shows is heard.
struct Record {
    std::vector<Shown> shown{};
    std::uint32_t mostMembers = 0;
    std::int64_t intervalNs = 0; ///< of the train with most members; 0: it shows no keepalives

    std::int64_t longestPause() const { return keepalivesMissed * intervalNs; }
};

bool isKeepaliveTrain(const TrainRow& train)
{
    return train.first.kind.starts_with("sccp.keepalive") && train.intervalNs > 0;
}

std::map<SourceId, Record> recordsOf(const CaseEvents& events)
{
    std::map<SourceId, Record> records;
    for (const TrainRow& train : events.trains) {
        Record& record = records[train.first.ref.source];
        if (isKeepaliveTrain(train) && train.count > record.mostMembers) {
            record.mostMembers = train.count;
            record.intervalNs = train.intervalNs;
        }
    }
    for (const EventRow& event : events.singles) {
        const auto found = records.find(event.ref.source);
        if (found != records.end())
            found->second.shown.push_back({{event.time, event.time}, false});
    }
    for (const TrainRow& train : events.trains) {
        Record& record = records[train.first.ref.source];
        const bool pauses = train.longestStepNs > record.longestPause();
        const SourceTime unbroken = pauses ? train.first.time : train.lastTime;
        record.shown.push_back({{train.first.time, unbroken}, isKeepaliveTrain(train)});
        if (pauses) // nobody knows where in it
            record.shown.push_back({{train.lastTime, train.lastTime}, isKeepaliveTrain(train)});
    }
    for (auto& [source, record] : records)
        std::ranges::stable_sort(record.shown, {}, [](const Shown& one) { return one.span.from; });
    return records;
}

/// The pauses between two that show keepalives.
std::vector<SourceSpan> pausesOf(const Record& record)
{
    std::vector<SourceSpan> pauses;
    const auto lastTrain = std::ranges::find_if(record.shown.rbegin(), record.shown.rend(), &Shown::isTrain);
    if (record.intervalNs == 0 || lastTrain == record.shown.rend())
        return pauses;
    bool hadTrain = false;
    SourceTime reached = record.shown.front().span.to;
    for (const auto& [span, isTrain] : record.shown) {
        if (hadTrain && span.from <= lastTrain->span.from
            && (span.from - reached).count() > record.longestPause())
            pauses.push_back({reached, span.from});
        reached = std::max(reached, span.to);
        hadTrain = hadTrain || isTrain;
    }
    return pauses;
}

void addWithout(std::vector<SourceSpan>& spans, SourceSpan whole, const std::vector<SourceSpan>& pauses)
{
    for (const SourceSpan& pause : pauses) {
        if (pause.to <= whole.from || pause.from >= whole.to)
            continue;
        if (pause.from >= whole.from)
            spans.push_back({whole.from, pause.from});
        if (pause.to > whole.to)
            return;
        whole.from = pause.to;
    }
    spans.push_back(whole);
}

} // namespace

RecordedSpans recordedSpans(const CaseEvents& events)
{
    const auto records = recordsOf(events);
    RecordedSpans recorded;
    for (const SourceRow& source : events.sources) {
        std::vector<SourceSpan>& spans = recorded[source.id];
        const auto record = records.find(source.id);
        const auto pauses = record == records.end() ? std::vector<SourceSpan>() : pausesOf(record->second);
        for (const SourceSpan& span : source.coverage)
            addWithout(spans, span, pauses);
        if (source.coverage.empty() && source.first && source.last)
            addWithout(spans, {*source.first, *source.last}, pauses);
    }
    return recorded;
}

} // namespace whittle

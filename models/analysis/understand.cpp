// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/understand.h"

#include <algorithm>
#include <tuple>

#include "models/analysis/buildid.h"
#include "models/analysis/citations.h"
#include "models/analysis/storedunderstanding.h"
#include "models/analysis/wishes.h"
#include "models/base/log.h"
#include "models/base/together.h"
#include "models/base/vectorstate.h"
#include "models/checks/check.h"
#include "models/clocks/align.h"
#include "models/clocks/clocknotices.h"
#include "models/clocks/years.h"
#include "models/events/conversations.h"
#include "models/events/coverage.h"
#include "models/events/histories.h"
#include "models/events/identity.h"
#include "models/events/ntpassociations.h"
#include "models/events/recorded.h"
#include "models/events/rings.h"
#include "models/evidence/rhythm.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"
#include "models/store/conclusions.h"

namespace whittle
{

namespace
{

Result<void> addWishNotices(const CaseReader& reader, Understanding& made)
{
    auto told = clockWishes(reader);
    if (!told)
        return told.error();
    for (AnalysedSource& source : made.sources) {
        for (Problem& problem : told->notices[source.row.id])
            source.row.problems.push_back(std::move(problem));
    }
    return {};
}

/// What the case says itself, before anything is concluded.
Result<Understanding> sourcesOf(const CaseReader& reader)
{
    Understanding made;
    auto evidence = evidenceKey(reader);
    auto rows = reader.sources();
    auto counts = reader.eventCounts();
    auto bySource = reader.eventCountsBySource();
    if (!evidence || !rows || !counts || !bySource)
        return !evidence ? evidence.error()
            : !rows      ? rows.error()
            : !counts    ? counts.error()
                         : bySource.error();
    made.evidence = std::move(*evidence);
    made.eventCounts = std::move(*counts);
    made.kindCounts = std::move(*bySource);
    std::vector<SourceRow*> files;
    for (SourceRow& row : *rows)
        files.push_back(&row);
    addMissingFiles(files); // here, since those that are missing may be added later
    for (SourceRow& row : *rows)
        made.sources.push_back({std::move(row), {}, {}, {}});
    std::ranges::sort(made.sources, {}, [](const AnalysedSource& source) {
        return std::tie(source.row.path, source.row.sha256);
    });
    const auto noticed = addWishNotices(reader, made);
    return noticed ? Result<Understanding>(std::move(made)) : noticed.error();
}

/// The same evidence may lie elsewhere in another case.
Understanding withSourcesOf(Understanding known, const Understanding& present)
{
    for (AnalysedSource& source : known.sources) {
        auto recorded = std::move(source.row.coverage);
        auto limits = std::move(source.row.limits);
        auto problems = std::move(source.row.problems);
        source.row = present.source(source.row.id)->row;
        source.row.coverage = std::move(recorded);
        source.row.limits = std::move(limits);
        source.row.problems = std::move(problems);
    }
    return known;
}

/// A source is not known to have recorded all that lies between its first and its last record.
void addRecorded(Understanding& made, const RecordedSpans& recorded)
{
    for (AnalysedSource& source : made.sources)
        source.row.coverage = recorded.at(source.row.id);
}

/// Where summer time begins a wall clock leaves out an hour in which there was nothing to record.
void forgetTheHourThatIsLeftOut(AnalysedSource& source)
{
    std::erase_if(source.row.limits, [&](const CoverageLimit& limit) {
        return limit.id == "limit.silence" && limit.from && limit.to
            && !(source.clock.turns.empty() && source.clock.steps.empty())
            && (source.clock.corrected(*limit.to) - source.clock.corrected(*limit.from)).count()
            <= Rhythm::shortestSilence;
    });
}

void sortDevices(std::vector<DeviceHistory>& devices, const CheckContext& context)
{
    std::map<std::string, std::size_t> losses;
    for (const Loss& loss : context.losses)
        ++losses[loss.device->name];
    std::ranges::stable_sort(devices, [&](const DeviceHistory& a, const DeviceHistory& b) {
        const std::size_t lossesOfA = losses[a.name];
        const std::size_t lossesOfB = losses[b.name];
        return lossesOfA != lossesOfB ? lossesOfA > lossesOfB : a.name < b.name;
    });
}

void addOutcomes(Understanding& made, const CaseEvents& events, const EventsByDevice& byDevice,
                 const Coverage& coverage, const std::stop_token& stop)
{
    const ClockSet clocks = made.clocks();
    CheckContext context{events, *made.identity, clocks, made.devices, made.ntp, byDevice, coverage};
    context.stop = stop;
    made.outcomes = runChecks(context);
    sortDevices(made.devices, context);
}

/// Where they cannot be read, the clocks are found without them.
TrainTimes trainTimes(const CaseFile& file)
{
    return [&file](const TrainRow& train) {
        const auto reader = file.newReader();
        auto times = reader ? (*reader)->memberTimes(train) : reader.error();
        return times ? std::move(*times) : std::vector<SourceTime>();
    };
}

/// Where they cannot be read, the evidence alone counts.
TellWishes wishesOf(const CaseFile& file)
{
    return [&file](const ClockSet& zones) {
        const auto reader = file.newReader();
        auto told = reader ? clockWishes(**reader, zones) : reader.error();
        return told ? std::move(told->wishes) : ClockWishes();
    };
}

/// `before`: what was understood before sources were added or left out, or clocks set; null: nothing.
Result<Understanding> conclude(const CaseFile& file, const CaseEvents& events, Understanding made,
                               const Understanding* before, const std::stop_token& stop)
{
    static const Understanding nothing;
    const Understanding& known = before ? *before : nothing;
    RecordedSpans recorded;
    std::vector<Join> joins;
    together([&] { joins = findJoins(events, stop); }, [&] { recorded = recordedSpans(events); });
    addRecorded(made, recorded);
    const Alignment alignment = alignClocks(events, Identity(joins), stop, wishesOf(file), trainTimes(file));
    made.identity = std::make_shared<Identity>(findJoins(events, std::move(joins), alignment.clocks, stop),
                                               alignment.clocks);
    made.reference = alignment.reference;
    made.siteZone = alignment.siteZone;
    addClocks(made, alignment.clocks);
    const Coverage coverage(events, alignment.clocks, recorded);
    EventsByDevice byDevice;
    together(
        [&] {
            byDevice = groupByDevice(events, *made.identity, alignment.clocks, stop);
            made.devices = deviceHistories(events, byDevice, *made.identity, alignment.clocks, coverage, stop,
                                           known.devices);
        },
        [&] {
            made.ntp = ntpAssociations(events, alignment.clocks, coverage, stop);
            made.conversations =
                conversations(events, *made.identity, alignment.clocks, stop, known.conversations);
        });
    addOutcomes(made, events, byDevice, coverage, stop);
    made.citedTexts = citedTexts(file, events, made.outcomes, stop);
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "cancelled"};
    return made;
}

/// Whether nothing else goes by the names that its sources have: another case counts them from 1, too.
bool isOfThisCase(const Understanding& last, const Understanding& present)
{
    return std::ranges::all_of(last.sources, [&](const AnalysedSource& source) {
        const AnalysedSource* same = present.source(source.row.id);
        return !same
            || (same->row.sha256 == source.row.sha256 && same->row.format == source.row.format
                && same->row.path == source.row.path);
    });
}

/// What was understood before its sources were others. Read beside the events and at another moment, so that
/// it counts only while the sources are the same then.
std::optional<Understanding> earlierOf(const CaseFile& file, const Understanding& present)
{
    const auto reader = file.newReader();
    const auto moment = reader ? (*reader)->snapshot() : Result<ReadSnapshot>(reader.error());
    const auto evidence = moment ? evidenceKey(**reader) : Result<std::string>(moment.error());
    if (!evidence || *evidence != present.evidence)
        return {};
    return loadEarlierUnderstanding(**reader, present, buildId());
}

/// Where it cannot be stored it is made anew the next time, and nothing else is lost.
void store(const CaseFile& file, const Understanding& made, const std::stop_token& stop)
{
    if (!file.writer())
        return;
    const auto stored = storeUnderstanding(*file.writer(), made, buildId(), stop);
    if (!stored && stored.error().code != ErrorCode::Cancelled)
        log::warning("analysis", "the conclusions are not kept: " + toText(stored.error()));
}

} // namespace

const AnalysedSource* Understanding::source(SourceId id) const
{
    const auto found = std::ranges::find(sources, id, [](const AnalysedSource& s) { return s.row.id; });
    return found == sources.end() ? nullptr : &*found;
}

bool Understanding::hasTimes(SourceId id) const
{
    const AnalysedSource* known = source(id);
    return !known || known->first;
}

ClockSet Understanding::clocks() const
{
    ClockSet all;
    for (const AnalysedSource& source : sources)
        all.add(source.clock);
    return all;
}

void addClocks(Understanding& made, const ClockSet& clocks)
{
    const bool anyDated = std::ranges::any_of(made.sources, [](const AnalysedSource& source) {
        return source.row.hasDate && source.row.first && source.row.last;
    });
    for (AnalysedSource& source : made.sources) {
        if (const SourceClock* clock = clocks.clock(source.row.id))
            source.clock = *clock;
        forgetTheHourThatIsLeftOut(source);
        if (auto notice = noticeOfYear(source.row, source.clock, anyDated))
            source.row.problems.push_back(std::move(*notice));
        if (auto notice = noticeOfDate(source.row, source.clock, anyDated))
            source.row.problems.push_back(std::move(*notice));
        if (!source.row.first || !source.row.last)
            continue;
        for (Problem& notice : noticesOfClock(source.row, source.clock))
            source.row.problems.push_back(std::move(notice));
        source.first = source.clock.corrected(*source.row.first);
        source.last = source.clock.corrected(*source.row.last);
        if (source.row.events == 0)
            continue;
        made.first = std::min(made.first.value_or(*source.first), *source.first);
        made.last = std::max(made.last.value_or(*source.last), *source.last);
    }
}

Result<Understanding> understand(const CaseFile& file, const Understanding* last, const std::stop_token& stop)
{
    releaseVectorState();
    const auto reader = file.newReader();
    if (!reader)
        return reader.error();
    auto moment = (*reader)->snapshot();
    if (!moment)
        return moment.error();
    auto made = sourcesOf(**reader);
    if (!made)
        return made;
    if (last && !last->outcomes.empty() && last->evidence == made->evidence)
        return withSourcesOf(*last, *made);
    if (auto stored = loadUnderstanding(**reader, *made, buildId()))
        return std::move(*stored);
    std::optional<Understanding> earlier;
    const bool isKnown = last && !last->outcomes.empty() && isOfThisCase(*last, *made);
    Result<CaseEvents> events = CaseEvents{};
    together([&] { events = loadCaseEvents(**reader, stop); },
             [&] { earlier = isKnown ? std::nullopt : earlierOf(file, *made); });
    if (!events)
        return events.error();
    const Understanding* before = isKnown ? last : earlier ? &*earlier : nullptr;
    moment->end(); // others may write while this thinks
    auto concluded = conclude(file, *events, std::move(*made), before, stop);
    if (concluded)
        store(file, *concluded, stop);
    return concluded;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/casereader.h"

#include <algorithm>

#include "models/base/fields.h"
#include "models/base/floordivided.h"
#include "models/store/allsingles.h"
#include "models/store/analystlog.h"
#include "models/store/density.h"
#include "models/store/digest.h"
#include "models/store/eventmerge.h"
#include "models/store/singles.h"
#include "models/store/sourcenames.h"

namespace whittle
{

namespace
{

PlaceUnit placeUnit(std::int64_t number)
{
    return static_cast<PlaceUnit>(std::clamp<std::int64_t>(number, 0, 2));
}

/// From column `at` on; a source that was written before there was such a table has none.
void addProvenance(SourceRow& source, const Statement& row, int at)
{
    source.fileBytes = row.isNull(at) ? source.bytes : static_cast<std::uint64_t>(row.integer(at));
    if (row.isNull(at))
        return;
    source.layers = row.text(at + 1);
    source.contentSha256 = row.text(at + 2);
    source.formatChosen = row.integer(at + 3) != 0;
    SourceOrigin& origin = source.origin;
    origin.host = row.text(at + 4);
    origin.address = row.text(at + 5);
    origin.application = row.text(at + 6);
    origin.version = row.text(at + 7);
    if (!row.isNull(at + 8))
        origin.node = static_cast<std::uint32_t>(row.integer(at + 8));
    if (!row.isNull(at + 9))
        origin.fileNumber = static_cast<std::uint64_t>(row.integer(at + 9));
    if (!row.isNull(at + 10))
        origin.serviceStart = SourceTime{row.integer(at + 10)};
}

SourceRow sourceRow(const Statement& row)
{
    SourceRow source;
    source.id = SourceId{row.integer(0)};
    source.path = row.text(1);
    source.location = row.text(2);
    source.sha256 = row.text(3);
    source.bytes = static_cast<std::uint64_t>(row.integer(4));
    source.format = row.text(5);
    source.formatReason = row.text(6);
    source.unit = placeUnit(row.integer(7));
    source.records = static_cast<std::uint64_t>(row.integer(8));
    source.events = static_cast<std::uint64_t>(row.integer(9));
    if (!row.isNull(10) && !row.isNull(11)) {
        source.first = SourceTime{row.integer(10)};
        source.last = SourceTime{row.integer(11)};
    }
    source.resolutionNs = row.integer(12);
    if (!row.isNull(13))
        source.utcOffsetSeconds = static_cast<int>(row.integer(13));
    source.zoneName = row.text(14);
    source.hasDate = row.integer(15) != 0;
    source.modifiedNs = row.integer(16);
    addProvenance(source, row, 17);
    return source;
}

std::vector<std::string> argumentsIn(std::string_view text)
{
    std::vector<std::string> arguments;
    std::string_view key;
    std::string_view value;
    while (FieldView::next(text, key, value))
        arguments.push_back(decodeField(value));
    return arguments;
}

Problem problemRow(const Statement& row)
{
    Problem problem;
    problem.severity = static_cast<Severity>(std::clamp<std::int64_t>(row.integer(0), 0, 3));
    problem.id = row.text(1);
    if (!row.isNull(2))
        problem.place = Place{placeUnit(row.integer(2)), static_cast<std::uint64_t>(row.integer(3))};
    problem.arguments = argumentsIn(row.text(4));
    return problem;
}

std::optional<SourceTime> timeOrNone(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(SourceTime{row.integer(column)});
}

CoverageLimit limitRow(const Statement& row)
{
    return {std::string(row.text(0)), timeOrNone(row, 1), timeOrNone(row, 2), argumentsIn(row.text(3))};
}

YearHints yearRow(const Statement& row)
{
    const auto number = [&](int column) {
        return row.isNull(column) ? std::nullopt : std::optional(static_cast<int>(row.integer(column)));
    };
    return {number(0), number(1), number(2)};
}

/// Runs a statement that is bound already and collects what `make` makes of each row.
template <typename Make>
auto collect(Result<Statement> statement, Make make)
    -> Result<std::vector<decltype(make(std::declval<Statement&>()))>>
{
    if (!statement)
        return statement.error();
    std::vector<decltype(make(*statement))> rows;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return rows;
        rows.push_back(make(*statement));
    }
}

Result<Statement> prepareFor(const Database& database, std::string_view sql, SourceId source)
{
    auto statement = database.prepare(sql);
    if (statement)
        statement->bind(1, raw(source));
    return statement;
}

/// When it recorded, what it could not show, and what was noticed about it.
Result<void> addAbout(const Database& database, SourceRow& source)
{
    auto coverage = collect(
        prepareFor(database, "SELECT first, last FROM coverage WHERE source = ?1 ORDER BY first", source.id),
        [](const Statement& row) {
            return SourceSpan{{row.integer(0)}, {row.integer(1)}};
        });
    auto limits =
        collect(prepareFor(database,
                           "SELECT id, first, last, arguments FROM coverage_limit WHERE source = ?1 "
                           "ORDER BY ordinal",
                           source.id),
                limitRow);
    auto years = collect(
        prepareFor(database, "SELECT known, leap, common FROM source_year WHERE source = ?1", source.id),
        yearRow);
    auto problems =
        collect(prepareFor(database,
                           "SELECT severity, id, unit, place, arguments FROM problem WHERE source "
                           "= ?1 ORDER BY ordinal",
                           source.id),
                [](const Statement& row) { return problemRow(row); });
    if (!coverage || !limits || !years || !problems)
        return !coverage ? coverage.error()
            : !limits    ? limits.error()
            : !years     ? years.error()
                         : problems.error();
    source.coverage = std::move(*coverage);
    source.limits = std::move(*limits);
    source.problems = std::move(*problems);
    if (!years->empty())
        source.year = years->front();
    return {};
}

} // namespace

Result<std::vector<SourceRow>> CaseReader::sourceHeads() const
{
    return collect(
        m_database.prepare(
            "SELECT id, path, location, sha256, bytes, format, format_reason, unit, records, events, first, "
            "last, resolution, utc_offset, zone, has_date, modified, file_bytes, layers, content_sha256, "
            "format_chosen, host, address, application, version, node, file_number, service_start "
            "FROM source LEFT JOIN provenance ON source = id WHERE complete = 1 ORDER BY id"),
        [](const Statement& row) { return sourceRow(row); });
}

Result<std::vector<SourceRow>> CaseReader::sources() const
{
    auto sources = sourceHeads();
    if (!sources)
        return sources;
    for (SourceRow& source : *sources) {
        const auto added = addAbout(m_database, source);
        if (!added)
            return added.error();
    }
    return sources;
}

Result<std::map<std::string, std::uint64_t>> CaseReader::eventCounts() const
{
    const auto bySource = eventCountsBySource();
    if (!bySource)
        return bySource.error();
    std::map<std::string, std::uint64_t> counts;
    for (const auto& [source, kinds] : *bySource) {
        for (const auto& [kind, count] : kinds)
            counts[kind] += count;
    }
    return counts;
}

Result<std::map<SourceId, std::map<std::string, std::uint64_t>>> CaseReader::eventCountsBySource() const
{
    std::map<SourceId, std::map<std::string, std::uint64_t>> counts;
    const auto rows = collect(
        m_database.prepare("SELECT k.source, k.name, k.events FROM kind k JOIN source s ON s.id = k.source "
                           "WHERE s.complete = 1"),
        [&](const Statement& row) {
            counts[SourceId{row.integer(0)}][std::string(row.text(1))] +=
                static_cast<std::uint64_t>(row.integer(2));
            return 0;
        });
    if (!rows)
        return rows.error();
    return counts;
}

Result<std::vector<SourceId>> CaseReader::wantedSources(const EventFilter& filter) const
{
    auto all = collect(m_database.prepare("SELECT id FROM source WHERE complete = 1 ORDER BY id"),
                       [](const Statement& row) { return SourceId{row.integer(0)}; });
    if (all && filter.source)
        std::erase_if(*all, [&](SourceId id) { return id != *filter.source; });
    return all;
}

namespace
{

/// Calls `walk(merge, goOn)` for each wanted source until one of them has enough.
template <typename Walk>
Result<void> forEachSource(const Database& database, const Result<std::vector<SourceId>>& sources,
                           const EventFilter& filter, Walk walk)
{
    if (!sources)
        return sources.error();
    bool goOn = true;
    for (const SourceId source : *sources) {
        const auto names = SourceNames::load(database, source);
        if (!names)
            return names.error();
        EventMerge merge(database, *names, source, filter);
        const Result<void> walked = walk(merge, goOn);
        if (!walked || !goOn)
            return walked;
    }
    return {};
}

} // namespace

Result<void> CaseReader::forEachSingle(const EventFilter& filter, const EventVisitor& visit) const
{
    return forEachSource(m_database, wantedSources(filter), filter,
                         [&](EventMerge& merge, bool& goOn) { return merge.singles(visit, goOn); });
}

Result<void> CaseReader::appendSingles(SourceId source, std::vector<EventRow>& to,
                                       const std::stop_token& stop) const
{
    const auto names = SourceNames::load(m_database, source);
    return names ? appendAllSingles(m_database, *names, source, to, stop) : names.error();
}

std::size_t CaseReader::singlesAbout() const
{
    auto row = m_database.prepare("SELECT total(count) FROM event_block");
    const auto found = row ? row->step() : Result<bool>(row.error());
    return found && *found ? static_cast<std::size_t>(std::max<std::int64_t>(0, row->integer(0))) : 0;
}

Result<void> CaseReader::forEachTrain(const EventFilter& filter, const TrainVisitor& visit) const
{
    return forEachSource(m_database, wantedSources(filter), filter,
                         [&](EventMerge& merge, bool& goOn) { return merge.trains(visit, goOn); });
}

Result<void> CaseReader::forEachEvent(const EventFilter& filter, const EventVisitor& visit) const
{
    return forEachSource(m_database, wantedSources(filter), filter,
                         [&](EventMerge& merge, bool& goOn) { return merge.all(visit, goOn); });
}

Result<std::vector<SourceTime>> CaseReader::memberTimes(const TrainRow& train) const
{
    const EventRef& first = train.first.ref;
    auto statement =
        prepareFor(m_database, "SELECT members FROM train WHERE source = ?1 AND place = ?2 AND ordinal = ?3",
                   first.source);
    if (!statement)
        return statement.error();
    statement->bind(2, static_cast<std::int64_t>(first.place.number));
    statement->bind(3, static_cast<std::int64_t>(first.ordinal));
    const auto row = statement->step();
    if (!row)
        return row.error();
    std::vector<SourceTime> times;
    if (!*row)
        return times;
    const auto blob = statement->blob(0);
    TrainUnpacker members({first.place.number, first.ordinal, train.first.time}, train.count,
                          {blob.begin(), blob.end()});
    do {
        times.push_back(members.current().time);
    } while (members.next());
    return times;
}

Result<std::optional<EventRow>> CaseReader::event(const EventRef& ref) const
{
    const auto names = SourceNames::load(m_database, ref.source);
    if (!names)
        return names.error();
    auto single = Singles::find(m_database, *names, ref);
    if (!single || single->has_value())
        return single;
    return memberOfTrain(*names, ref);
}

Result<std::optional<EventRow>> CaseReader::memberOfTrain(const SourceNames& names, const EventRef& ref) const
{
    auto statement =
        prepareFor(m_database,
                   "SELECT place, ordinal, time, kind, device, flow, fields, count, members FROM train "
                   "WHERE source = ?1 AND place <= ?2 AND last_place >= ?2",
                   ref.source);
    if (!statement)
        return statement.error();
    statement->bind(2, static_cast<std::int64_t>(ref.place.number));
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return std::optional<EventRow>{};
        EventRow event;
        names.fill(event, *statement);
        const auto blob = statement->blob(8);
        TrainUnpacker members({event.ref.place.number, event.ref.ordinal, event.time},
                              static_cast<std::uint32_t>(statement->integer(7)), {blob.begin(), blob.end()});
        do {
            const TrainMember& member = members.current();
            if (member.place == ref.place.number && member.ordinal == ref.ordinal) {
                event.ref = ref;
                event.time = member.time;
                return std::optional(event);
            }
        } while (members.next());
    }
}

Result<std::vector<DensityBin>> CaseReader::density(SourceId source, SourceTime from, SourceTime to,
                                                    std::int64_t widthNs) const
{
    int level = 0;
    while (level + 1 < density::levels && density::binWidth(level + 1) <= widthNs)
        ++level;
    const std::int64_t width = density::binWidth(level);
    const std::int64_t firstBin = floorDivided(from.ns, width);
    const std::int64_t lastBin = floorDivided(to.ns, width);
    auto statement = prepareFor(
        m_database,
        "SELECT chunk, bins FROM density WHERE source = ?1 AND level = ?2 AND chunk BETWEEN ?3 AND ?4",
        source);
    if (!statement)
        return statement.error();
    statement->bind(2, std::int64_t{level});
    statement->bind(3, floorDivided(firstBin, density::binsPerChunk));
    statement->bind(4, floorDivided(lastBin, density::binsPerChunk));
    const auto rows = collect(std::move(statement), [&](const Statement& row) {
        const auto blob = row.blob(1);
        return DensityRow{level, row.integer(0), {blob.begin(), blob.end()}};
    });
    if (!rows)
        return rows.error();
    std::map<std::int64_t, std::uint64_t> counts;
    for (const DensityRow& row : *rows) {
        if (!unpackDensity(row, counts))
            return Error{ErrorCode::Malformed, "the case's counts of events are damaged"};
    }
    std::vector<DensityBin> bins;
    for (const auto& [bin, count] : counts) {
        if (bin >= firstBin && bin <= lastBin)
            bins.push_back({{bin * width}, width, count});
    }
    return bins;
}

Result<std::optional<Landmark>> CaseReader::landmark(SourceId source, std::uint64_t number) const
{
    auto statement = prepareFor(
        m_database,
        "SELECT number, offset FROM landmark WHERE source = ?1 AND number <= ?2 ORDER BY number DESC LIMIT 1",
        source);
    if (!statement)
        return statement.error();
    statement->bind(2, static_cast<std::int64_t>(number));
    const auto row = statement->step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Landmark>{};
    return std::optional(Landmark{static_cast<std::uint64_t>(statement->integer(0)),
                                  static_cast<std::uint64_t>(statement->integer(1))});
}

Result<std::optional<CitationRow>> CaseReader::citation(SourceId source, std::uint64_t number) const
{
    auto statement =
        prepareFor(m_database, "SELECT bytes FROM citation WHERE source = ?1 AND place = ?2", source);
    if (!statement)
        return statement.error();
    statement->bind(2, static_cast<std::int64_t>(number));
    const auto row = statement->step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<CitationRow>{};
    const auto blob = statement->blob(0);
    CitationRow citation;
    citation.ref.source = source;
    citation.ref.place.number = number;
    citation.bytes.assign(blob.begin(), blob.end());
    return std::optional(std::move(citation));
}

Result<std::vector<AnswerRow>> CaseReader::answers() const
{
    return collect(m_database.prepare("SELECT question, value, ordinal FROM answer ORDER BY ordinal"),
                   [](const Statement& row) {
                       return AnswerRow{std::string(row.text(0)), std::string(row.text(1)), row.integer(2)};
                   });
}

Result<std::string> CaseReader::setting(std::string_view key) const
{
    auto statement = m_database.prepare("SELECT value FROM setting WHERE key = ?1");
    if (!statement)
        return statement.error();
    statement->bind(1, key);
    const auto row = statement->step();
    if (!row)
        return row.error();
    return std::string(*row ? statement->text(0) : std::string_view{});
}

Result<std::vector<std::pair<std::string, std::string>>> CaseReader::settings(std::string_view keys) const
{
    auto statement = m_database.prepare("SELECT key, value FROM setting WHERE key GLOB ?1 ORDER BY key");
    if (statement)
        statement->bind(1, keys);
    return collect(std::move(statement), [](const Statement& row) {
        return std::pair(std::string(row.text(0)), std::string(row.text(1)));
    });
}

Result<std::vector<MarkRow>> CaseReader::marks() const
{
    return collect(
        m_database.prepare("SELECT s.id, s.unit, m.place, m.ordinal, m.text, m.set_at FROM mark m "
                           "JOIN source s ON s.id = m.source WHERE s.complete = 1 "
                           "ORDER BY m.source, m.place, m.ordinal"),
        [](const Statement& row) {
            const Place place{placeUnit(row.integer(1)), static_cast<std::uint64_t>(row.integer(2))};
            return MarkRow{{SourceId{row.integer(0)}, place, static_cast<std::uint32_t>(row.integer(3))},
                           std::string(row.text(4)),
                           row.integer(5)};
        });
}

Result<std::optional<ActionRow>> CaseReader::lastAction() const
{
    return whittle::lastAction(m_database);
}

Result<std::vector<std::string>> CaseReader::integrityFaults() const
{
    const auto moment = snapshot();
    if (!moment)
        return moment.error();
    auto faults = collect(m_database.prepare("PRAGMA integrity_check(100)"),
                          [](const Statement& row) { return std::string(row.text(0)); });
    if (!faults)
        return faults;
    if (faults->size() == 1 && faults->front() == "ok")
        faults->clear();
    const auto changed = digestFaults(m_database);
    if (changed)
        faults->insert(faults->end(), changed->begin(), changed->end());
    else
        faults->push_back(changed.error().reason);
    return faults;
}

} // namespace whittle

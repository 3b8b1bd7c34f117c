// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/utf8.h"
#include "models/store/sourcebatch.h"

#include "models/base/fields.h"

// The rows of one source, as SQL: all statements of the import in one place.

namespace whittle
{

Result<void> SourceWriter::Impl::writeAll()
{
    for (const auto write : {&Impl::writeDictionaries, &Impl::writeBlocks, &Impl::writeLate,
                             &Impl::writeTrains, &Impl::writeLandmarks, &Impl::writeDensity}) {
        const auto written = (this->*write)();
        if (!written)
            return written;
    }
    return {};
}

Result<void> SourceWriter::Impl::writeBlocks()
{
    auto statement = database.prepare("INSERT INTO event_block(source, place, ordinal, time, earliest, "
                                      "latest, count, events) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    for (const EventBlock& block : blocks) {
        statement->bind(2, static_cast<std::int64_t>(block.first.place));
        statement->bind(3, std::int64_t{block.first.ordinal});
        statement->bind(4, block.first.time.ns);
        statement->bind(5, block.earliest.ns);
        statement->bind(6, block.latest.ns);
        statement->bind(7, std::int64_t{block.count});
        statement->bind(8, std::span<const std::byte>(block.bytes));
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> SourceWriter::Impl::writeLate()
{
    auto statement =
        database.prepare("INSERT INTO event(source, place, ordinal, time, kind, device, flow, fields) "
                         "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    for (const auto& [at, names, fields] : late) {
        statement->bind(2, static_cast<std::int64_t>(at.place));
        statement->bind(3, std::int64_t{at.ordinal});
        statement->bind(4, at.time.ns);
        statement->bind(5, names.kind);
        statement->bind(6, names.device);
        statement->bind(7, names.flow);
        statement->bind(8, std::string_view(fields));
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> SourceWriter::Impl::writeTrains()
{
    auto statement = database.prepare("INSERT INTO train(source, place, ordinal, time, kind, device, flow, "
                                      "fields, last_place, last_time, count, "
                                      "interval, longest_step, members) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, "
                                      "?8, ?9, ?10, ?11, ?12, ?13, ?14)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    for (const auto& [train, names, fields] : trains) {
        statement->bind(2, static_cast<std::int64_t>(train.first().place));
        statement->bind(3, std::int64_t{train.first().ordinal});
        statement->bind(4, train.first().time.ns);
        statement->bind(5, names.kind);
        statement->bind(6, names.device);
        statement->bind(7, names.flow);
        statement->bind(8, std::string_view(fields));
        statement->bind(9, static_cast<std::int64_t>(train.last().place));
        statement->bind(10, train.last().time.ns);
        statement->bind(11, std::int64_t{train.count()});
        statement->bind(12, train.medianStep());
        statement->bind(13, train.longestStep());
        statement->bind(14, std::span<const std::byte>(train.bytes()));
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

namespace
{

/// Names out of evidence may hold any byte; the case is UTF-8.
Result<void> writeNames(Database& database, const char* sql, SourceId id,
                        const std::vector<Dictionary::Entry>& names)
{
    auto statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    for (const auto& [number, name] : names) {
        const std::string shown = utf8Of(name);
        statement->bind(2, number);
        statement->bind(3, std::string_view(shown));
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> writeFlows(Database& database, SourceId id, const std::vector<FlowDictionary::Entry>& flows)
{
    auto statement = database.prepare(
        "INSERT INTO flow(source, id, src, src_port, dst, dst_port) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    for (const auto& [number, flow] : flows) {
        const std::string source = toText(flow.source.address);
        const std::string destination = toText(flow.destination.address);
        statement->bind(2, number);
        statement->bind(3, std::string_view(source));
        statement->bind(4, std::int64_t{flow.source.port});
        statement->bind(5, std::string_view(destination));
        statement->bind(6, std::int64_t{flow.destination.port});
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

} // namespace

Result<void> SourceWriter::Impl::writeDictionaries()
{
    auto written = writeNames(database, "INSERT INTO kind(source, id, name, events) VALUES(?1, ?2, ?3, 0)",
                              id, kinds.takeNew());
    if (written)
        written = writeNames(database, "INSERT INTO device(source, id, name) VALUES(?1, ?2, ?3)", id,
                             devices.takeNew());
    if (written)
        written = writeFlows(database, id, flows.takeNew());
    return written;
}

Result<void> SourceWriter::Impl::writeLandmarks()
{
    auto statement =
        database.prepare("INSERT OR REPLACE INTO landmark(source, number, offset) VALUES(?1, ?2, ?3)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    for (const Landmark& landmark : landmarks) {
        statement->bind(2, static_cast<std::int64_t>(landmark.number));
        statement->bind(3, static_cast<std::int64_t>(landmark.offset));
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> SourceWriter::Impl::writeDensity()
{
    if (!density.isFull() && !finishing)
        return {};
    auto statement =
        database.prepare("INSERT INTO density(source, level, chunk, part, bins) VALUES(?1, ?2, ?3, ?4, ?5)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    ++densityPart;
    for (const DensityRow& row : density.takeRows()) {
        statement->bind(2, std::int64_t{row.level});
        statement->bind(3, row.chunk);
        statement->bind(4, densityPart);
        statement->bind(5, std::span<const std::byte>(row.bins));
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> SourceWriter::Impl::writeKindCounts()
{
    auto statement = database.prepare("UPDATE kind SET events = ?3 WHERE source = ?1 AND id = ?2");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    for (std::size_t kind = 0; kind < kindCounts.size(); ++kind) {
        statement->bind(2, static_cast<std::int64_t>(kind));
        statement->bind(3, static_cast<std::int64_t>(kindCounts[kind]));
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> SourceWriter::Impl::writeProblems()
{
    auto statement =
        database.prepare("INSERT INTO problem(source, ordinal, severity, id, unit, place, arguments) "
                         "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    FieldWriter arguments;
    for (std::size_t i = 0; i < problems.size(); ++i) {
        const Problem& problem = problems[i];
        arguments.clear();
        for (const std::string& argument : problem.arguments)
            arguments.add("", argument);
        statement->bind(2, static_cast<std::int64_t>(i));
        statement->bind(3, static_cast<std::int64_t>(problem.severity));
        statement->bind(4, std::string_view(problem.id));
        statement->bindNull(5);
        statement->bindNull(6);
        if (problem.place) {
            statement->bind(5, static_cast<std::int64_t>(problem.place->unit));
            statement->bind(6, static_cast<std::int64_t>(problem.place->number));
        }
        statement->bind(7, arguments.text());
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> SourceWriter::Impl::writeSource(const SourceRow& row)
{
    auto statement = database.prepare(
        "UPDATE source SET complete = 1, sha256 = ?2, bytes = ?3, format = ?4, format_reason = ?5, unit = "
        "?6, "
        "records = ?7, events = ?8, first = ?9, last = ?10, resolution = ?11, utc_offset = ?12, zone = ?13, "
        "has_date = ?14, modified = ?15 WHERE id = ?1");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    statement->bind(2, std::string_view(row.sha256));
    statement->bind(3, static_cast<std::int64_t>(row.bytes));
    statement->bind(4, std::string_view(row.format));
    statement->bind(5, std::string_view(row.formatReason));
    statement->bind(6, static_cast<std::int64_t>(row.unit));
    statement->bind(7, static_cast<std::int64_t>(row.records));
    statement->bind(8, static_cast<std::int64_t>(events));
    if (row.first && row.last) {
        statement->bind(9, row.first->ns);
        statement->bind(10, row.last->ns);
    }
    statement->bind(11, row.resolutionNs);
    if (row.utcOffsetSeconds)
        statement->bind(12, std::int64_t{*row.utcOffsetSeconds});
    statement->bind(13, std::string_view(row.zoneName));
    statement->bind(14, std::int64_t{row.hasDate});
    statement->bind(15, row.modifiedNs);
    return statement->run();
}

namespace
{

template <typename Number>
void bindIfKnown(Statement& statement, int index, const std::optional<Number>& number)
{
    if (number)
        statement.bind(index, static_cast<std::int64_t>(*number));
}

} // namespace

Result<void> SourceWriter::Impl::writeProvenance(const SourceRow& row)
{
    auto statement = database.prepare(
        "INSERT OR REPLACE INTO provenance(source, layers, content_sha256, file_bytes, format_chosen, host, "
        "address, application, version, node, file_number, service_start) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, "
        "?8, ?9, ?10, ?11, ?12)");
    if (!statement)
        return statement.error();
    const SourceOrigin& origin = row.origin;
    statement->bind(1, raw(id));
    statement->bind(2, std::string_view(row.layers));
    statement->bind(3, std::string_view(row.contentSha256));
    statement->bind(4, static_cast<std::int64_t>(row.fileBytes > 0 ? row.fileBytes : row.bytes));
    statement->bind(5, std::int64_t{row.formatChosen});
    statement->bind(6, std::string_view(origin.host));
    statement->bind(7, std::string_view(origin.address));
    statement->bind(8, std::string_view(origin.application));
    statement->bind(9, std::string_view(origin.version));
    bindIfKnown(*statement, 10, origin.node);
    bindIfKnown(*statement, 11, origin.fileNumber);
    if (origin.serviceStart)
        statement->bind(12, origin.serviceStart->ns);
    return statement->run();
}

} // namespace whittle

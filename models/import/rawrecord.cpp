// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <sys/stat.h>

#include "models/evidence/blockreader.h"
#include "models/evidence/format.h"
#include "models/import/importer.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"

namespace whittle
{

namespace
{

Result<SourceRow> sourceOf(const CaseReader& reader, SourceId id)
{
    auto sources = reader.sources();
    if (!sources)
        return sources.error();
    const auto found = std::ranges::find(*sources, id, &SourceRow::id);
    if (found == sources->end())
        return Error{ErrorCode::NotFound, "the case has no such source"};
    return std::move(*found);
}

/// The evidence must be what was read: a changed file would show other lines under the same numbers.
Result<void> checkUnchanged(const SourceRow& row)
{
    struct stat status {
    };
    if (::stat(row.location.c_str(), &status) != 0)
        return Error{ErrorCode::NotFound, "the evidence is no longer there", row.path};
    const std::int64_t modified = status.st_mtim.tv_sec * nsPerSecond + status.st_mtim.tv_nsec;
    if (static_cast<std::uint64_t>(status.st_size) != row.bytes || modified != row.modifiedNs)
        return Error{ErrorCode::Vanished, "the evidence has changed since it was read", row.path};
    return {};
}

Result<std::vector<std::byte>> fetch(const CaseReader& reader, const SourceRow& source, std::uint64_t number)
{
    const Format* format = formatById(source.format);
    if (!format)
        return Error{ErrorCode::Unsupported, "the format is not known", source.path};
    const auto unchanged = checkUnchanged(source);
    if (!unchanged)
        return unchanged.error();
    const auto landmark = reader.landmark(source.id, number);
    if (!landmark || !*landmark)
        return landmark ? Error{ErrorCode::NotFound, "no such record", source.path} : landmark.error();
    auto bytes = openFile(source.location);
    if (!bytes)
        return bytes.error();
    BlockReader blocks(std::move(*bytes));
    return format->fetch(blocks, **landmark, number);
}

} // namespace

Result<RawRecord> rawRecord(const CaseReader& reader, const SourceRow& source, std::uint64_t number)
{
    auto bytes = fetch(reader, source, number);
    if (bytes)
        return RawRecord{number, std::move(*bytes), false};
    auto copy = reader.citation(source.id, number);
    if (copy && *copy)
        return RawRecord{number, std::move((*copy)->bytes), true};
    return bytes.error();
}

Result<RawRecord> rawRecord(const CaseFile& file, SourceId id, std::uint64_t number)
{
    const auto reader = file.newReader();
    if (!reader)
        return reader.error();
    const auto source = sourceOf(**reader, id);
    return source ? rawRecord(**reader, *source, number) : Result<RawRecord>(source.error());
}

Result<std::vector<RawRecord>> rawContext(const CaseFile& file, SourceId id, std::uint64_t number,
                                          unsigned before, unsigned after)
{
    const auto reader = file.newReader();
    if (!reader)
        return reader.error();
    const auto source = sourceOf(**reader, id);
    if (!source)
        return source.error();
    auto wanted = rawRecord(**reader, *source, number);
    if (!wanted)
        return wanted.error();
    std::vector<RawRecord> records;
    for (std::uint64_t i = number > before ? number - before : 1; i <= number + after; ++i) {
        if (i == number) {
            records.push_back(std::move(*wanted));
            continue;
        }
        auto neighbour = rawRecord(**reader, *source, i);
        if (neighbour)
            records.push_back(std::move(*neighbour));
        else if (i > number)
            break;
    }
    return records;
}

} // namespace whittle

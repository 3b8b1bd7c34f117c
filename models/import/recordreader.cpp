// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>

#include <sys/stat.h>

#include "models/evidence/archivereader.h"
#include "models/evidence/format.h"
#include "models/evidence/sources.h"
#include "models/import/importer.h"
#include "models/import/keptfailure.h"
#include "models/import/recordreader.h"
#include "models/import/rewindable.h"
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
    if (static_cast<std::uint64_t>(status.st_size) != row.fileBytes || modified != row.modifiedNs)
        return Error{ErrorCode::Vanished, "the evidence has changed since it was read", row.path};
    return {};
}

Result<std::unique_ptr<ByteSource>> openLayers(const SourceRow& row, const std::string& layers,
                                               const std::stop_token& stop)
{
    const auto parsed = layersFromText(layers);
    if (!parsed)
        return Error{ErrorCode::Malformed, "nobody knows the way to it: " + layers, row.path};
    auto file = openFile(row.location);
    if (!file || parsed->empty())
        return file;
    constexpr auto whateverItTakes = std::numeric_limits<std::uint64_t>::max(); // it was read once already
    BundleLimits limits;
    limits.freeBytes = limits.freeTotalBytes = limits.totalBytes = whateverItTakes;
    const auto meter = std::make_shared<UnpackMeter>(limits, stop);
    return openThrough(meteredSource(std::move(*file), meter), *parsed, meter);
}

} // namespace

std::string collectedLayers(const std::string& layers)
{
    Layers parsed = layersFromText(layers).value_or(Layers());
    while (!parsed.empty() && parsed.back().kind != Layer::Kind::Member)
        parsed.pop_back();
    return toText(parsed);
}

Result<std::unique_ptr<ByteSource>> openCollected(const SourceRow& source, const std::stop_token& stop)
{
    return openLayers(source, collectedLayers(source.layers), stop);
}

Result<std::unique_ptr<ByteSource>> RecordReader::open(const SourceRow& source)
{
    if (source.layers.empty())
        return openFile(source.location);
    if (m_source != source.id) {
        m_source = source.id;
        m_unpacked = std::make_shared<RewindableBytes>(
            [source, stop = m_stop] { return openLayers(source, source.layers, stop); });
    }
    return RewindableBytes::source(m_unpacked);
}

Result<std::vector<std::byte>> RecordReader::fetch(const CaseReader& reader, const SourceRow& source,
                                                   std::uint64_t number)
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
    auto bytes = open(source);
    if (!bytes)
        return bytes.error();
    const auto failure = std::make_shared<std::optional<Error>>();
    BlockReader blocks(std::make_unique<KeptFailure>(std::move(*bytes), failure), nullptr, m_stop);
    auto record = format->fetch(blocks, **landmark, number);
    const bool brokeOffBefore = record && *failure && (*failure)->code == ErrorCode::Malformed;
    return *failure && !brokeOffBefore ? Result<std::vector<std::byte>>(**failure) : record;
}

Result<RawRecord> RecordReader::record(const CaseReader& reader, const SourceRow& source,
                                       std::uint64_t number)
{
    auto bytes = fetch(reader, source, number);
    if (bytes)
        return RawRecord{number, std::move(*bytes), false};
    auto copy = reader.citation(source.id, number);
    if (copy && *copy)
        return RawRecord{number, std::move((*copy)->bytes), true};
    return bytes.error();
}

Result<RawRecord> rawRecord(const CaseFile& file, SourceId id, std::uint64_t number,
                            const std::stop_token& stop)
{
    const auto reader = file.newReader();
    if (!reader)
        return reader.error();
    const auto source = sourceOf(**reader, id);
    return source ? RecordReader(stop).record(**reader, *source, number) : Result<RawRecord>(source.error());
}

Result<std::vector<RawRecord>> rawContext(const CaseFile& file, SourceId id, std::uint64_t number,
                                          unsigned before, unsigned after, const std::stop_token& stop)
{
    const auto reader = file.newReader();
    if (!reader)
        return reader.error();
    const auto source = sourceOf(**reader, id);
    if (!source)
        return source.error();
    RecordReader again(stop);
    std::vector<RawRecord> records;
    for (std::uint64_t i = number > before ? number - before : 1; i <= number + after; ++i) {
        auto record = again.record(**reader, *source, i);
        if (record)
            records.push_back(std::move(*record));
        else if (i == number)
            return record.error();
        else if (i > number)
            break;
    }
    return records;
}

} // namespace whittle

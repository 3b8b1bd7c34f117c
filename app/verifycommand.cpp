// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <string_view>

#include "app/arguments.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "models/base/bytes.h"
#include "models/evidence/blockreader.h"
#include "models/evidence/hasher.h"
#include "models/import/recordreader.h"
#include "models/report/visibletext.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"

namespace whittle
{

namespace
{

/// What became of the evidence. A file is read once, however many sources are members of it.
class Evidence
{
public:
    explicit Evidence(const std::vector<SourceRow>& sources)
        : m_sources(sources)
    {
    }

    const char* stateOf(const SourceRow& source)
    {
        const SourceRow& read = archiveOf(source);
        auto known = m_hashes.find(read.id);
        if (known == m_hashes.end())
            known = m_hashes.emplace(read.id, hashOf(read)).first;
        const auto& hash = known->second;
        if (!hash)
            return hash.error().code == ErrorCode::NotFound ? "not there" : "cannot be read";
        return *hash == read.sha256 ? "unchanged" : "CHANGED";
    }

private:
    /// Where the whole file is a source too, what holds of it holds of its members.
    const SourceRow& archiveOf(const SourceRow& source) const
    {
        const auto found = std::ranges::find_if(m_sources, [&](const SourceRow& other) {
            return other.location == source.location && collectedLayers(other.layers).empty();
        });
        return found == m_sources.end() || collectedLayers(source.layers).empty() ? source : *found;
    }

    static Result<std::string> hashOf(const SourceRow& source)
    {
        auto bytes = openCollected(source);
        if (!bytes)
            return bytes.error();
        Sha256Thread hasher;
        {
            BlockReader reader(std::move(*bytes), &hasher);
            const auto drained = reader.drain();
            if (!drained)
                return drained.error();
        }
        return hasher.finish();
    }

    const std::vector<SourceRow>& m_sources;
    std::map<SourceId, Result<std::string>> m_hashes;
};

/// Trains must expand to as many events as were counted. Errors: Database.
Result<std::uint64_t> countedEvents(const CaseReader& reader, SourceId source)
{
    std::uint64_t count = 0;
    EventFilter filter;
    filter.source = source;
    const auto read = reader.forEachEvent(filter, [&](const EventRow&) {
        ++count;
        return true;
    });
    if (!read)
        return read.error();
    return count;
}

/// How many bytes are missing at the end, by what the header says (SQLite file format, 1.3). SQLite takes
/// part of a page for a whole one. Not to be told while a journal holds pages of the case.
std::uint64_t missingBytes(const std::string& path)
{
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(path, error);
    if (error || std::filesystem::exists(path + "-wal", error))
        return 0;
    std::array<std::byte, 100> header{};
    std::ifstream file(path, std::ios::binary);
    if (!file.read(reinterpret_cast<char*>(header.data()), header.size()))
        return 0;
    const Bytes bytes(header);
    const auto pageCode = readBigEndian<std::uint16_t>(bytes, 16);
    const std::uint64_t whole =
        std::uint64_t{pageCode == 1 ? 65536U : pageCode} * readBigEndian<std::uint32_t>(bytes, 28);
    const bool countIsValid =
        readBigEndian<std::uint32_t>(bytes, 24) == readBigEndian<std::uint32_t>(bytes, 92);
    return countIsValid && whole > size ? whole - size : 0;
}

std::string lineOf(const SourceRow& source, bool complete, std::string_view state)
{
    std::string line = source.sha256 + "  " + source.format + "  " + std::to_string(source.events);
    line += source.events == 1 ? " event" : " events";
    line += complete ? "" : " (DAMAGED: not all are there)";
    line.append("  evidence ").append(state).append("  ");
    return line + visibleText(std::string_view{source.path}).toStdString() + "\n";
}

/// What is in the case.
struct Contents {
    std::vector<std::string> faults;
    std::vector<SourceRow> sources;
    std::vector<bool> complete; ///< of each source: all its events are there
};

/// All of one moment: another Whittle may be writing to the case.
Result<Contents> contentsOf(const CaseReader& reader)
{
    const auto moment = reader.snapshot();
    if (!moment)
        return moment.error();
    const auto faults = reader.integrityFaults();
    const auto sources = reader.sources();
    if (!faults || !sources)
        return faults ? sources.error() : faults.error();
    Contents contents{*faults, *sources, {}};
    for (const SourceRow& source : *sources) {
        const auto count = countedEvents(reader, source.id);
        contents.complete.push_back(count && *count == source.events);
    }
    return contents;
}

/// Exit code of what is found, which is printed too.
int report(const Contents& contents, std::uint64_t missing)
{
    int result = missing > 0 || !contents.faults.empty() ? Failed : Done;
    if (missing > 0)
        print("damaged: " + std::to_string(missing) + " bytes are missing at the end\n");
    for (const std::string& fault : contents.faults)
        print("damaged: " + visibleText(std::string_view{fault}).toStdString() + "\n");
    Evidence evidence(contents.sources);
    for (std::size_t i = 0; i < contents.sources.size(); ++i) {
        const bool complete = contents.complete[i];
        const std::string_view state = evidence.stateOf(contents.sources[i]);
        print(lineOf(contents.sources[i], complete, state));
        if (!complete)
            result = Failed;
        else if (state != "unchanged" && result == Done)
            result = DoneInPart;
    }
    return result;
}

Result<int> verify(const std::string& path)
{
    const std::uint64_t missing = missingBytes(path);
    const auto file = CaseFile::open(path, CaseFile::Access::ReadOnly); // checks header, version and tables
    if (!file)
        return file.error();
    const auto reader = (*file)->newReader();
    if (!reader)
        return reader.error();
    const auto contents = contentsOf(**reader);
    if (!contents)
        return contents.error();
    const int result = report(*contents, missing);
    if ((*file)->version() < CaseFile::schemaVersion)
        print("It is of an older version, which kept no digests: changed bytes may go unnoticed.\n");
    print(result == Failed ? "The case is damaged.\n" : "The case is sound.\n");
    const auto printed = finishPrinting();
    return printed ? Result<int>(result) : Result<int>(printed.error());
}

} // namespace

int runVerify(std::span<char* const> words)
{
    const auto arguments = parseArguments(words, {}, {});
    if (!arguments || arguments->positional.size() != 1) {
        complain(QStringLiteral("verify takes one case (see whittle --help)"));
        return WrongUsage;
    }
    const auto result = verify(arguments->positional.front());
    if (result)
        return *result;
    complain(toText(result.error()));
    return Failed;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
// import_load mixed|signalling|trace SIZE CASE: reads evidence that is made as it is read into a new case, by
// the same reader, decoder, hash and store as `whittle analyze --import-only`, so that no disk need hold it.
// Prints, separated by tabs: seconds, bytes, events, bytes of the case, peak memory in KiB.
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <sys/resource.h>

#include "models/evidence/blockreader.h"
#include "models/evidence/format.h"
#include "models/evidence/hasher.h"
#include "models/import/eventqueue.h"
#include "models/import/importer.h"
#include "models/store/casefile.h"
#include "models/store/caserows.h"
#include "models/store/casewriter.h"
#include "models/store/sourcewriter.h"
#include "tests/benchmarks/loads.h"

using namespace whittle;
using namespace whittle::benchmark;

namespace
{

class LoadSource : public ByteSource
{
public:
    explicit LoadSource(std::unique_ptr<Load> load)
        : m_load(std::move(load))
    {
    }

    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        if (m_taken == m_block.size())
            refill();
        const std::size_t count = std::min(buffer.size(), m_block.size() - m_taken);
        std::memcpy(buffer.data(), m_block.data() + m_taken, count);
        m_taken += count;
        return count;
    }
    Result<std::uint64_t> skip(std::uint64_t count) override
    {
        std::uint64_t skipped = 0;
        std::vector<std::byte> passed(std::size_t{1} << 16);
        while (skipped < count) {
            const auto got =
                read(std::span(passed).first(std::min<std::uint64_t>(passed.size(), count - skipped)));
            if (*got == 0)
                break;
            skipped += *got;
        }
        return skipped;
    }
    std::uint64_t size() const override { return 0; }

private:
    void refill()
    {
        constexpr std::size_t blockBytes = std::size_t{1} << 18;
        m_block.clear();
        m_taken = 0;
        while (m_block.size() < blockBytes && m_load->more(m_block)) { }
    }

    std::unique_ptr<Load> m_load;
    std::string m_block;
    std::size_t m_taken = 0;
};

Result<std::uint64_t> import(const std::string& name, std::uint64_t bytes, const std::string& path)
{
    auto load = makeLoad(name, bytes);
    const Format* format = formatById(name == "trace" ? "cucm-sdi" : "pcap");
    if (!load || !format)
        return Error{ErrorCode::Usage, "usage: import_load mixed|signalling|trace SIZE CASE"};
    const auto file = CaseFile::create(path);
    if (!file)
        return file.error();
    const auto writer = (*file)->writer()->addSource(name, "/" + name);
    if (!writer)
        return writer.error();
    Sha256Thread hasher;
    BlockReader reader(std::make_unique<LoadSource>(std::move(load)), &hasher);
    Progress progress;
    EventQueue queue(**writer);
    const auto facts = format->read(reader, queue, progress, {});
    queue.finish();
    if (!facts)
        return facts.error();
    auto hash = hasher.finish({});
    if (!hash)
        return hash.error();
    const auto completed = (*writer)->complete({.sha256 = *hash,
                                                .bytes = reader.position(),
                                                .format = std::string(format->id),
                                                .unit = facts->unit,
                                                .records = facts->records,
                                                .first = facts->first,
                                                .last = facts->last});
    return completed ? Result<std::uint64_t>((*writer)->eventCount()) : completed.error();
}

} // namespace

int main(int argc, char** argv)
{
    const auto begin = std::chrono::steady_clock::now();
    const std::uint64_t bytes = argc == 4 ? sizeFromText(argv[2]) : 0;
    const auto events = import(argc == 4 ? argv[1] : "", bytes, argc == 4 ? argv[3] : "");
    if (!events) {
        std::fprintf(stderr, "%s\n", toText(events.error()).c_str());
        return 1;
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    std::printf("%.2f\t%llu\t%llu\t%llu\t%ld\n", seconds.count(), static_cast<unsigned long long>(bytes),
                static_cast<unsigned long long>(*events),
                static_cast<unsigned long long>(std::filesystem::file_size(argv[3])), used.ru_maxrss);
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <vector>

#include "models/base/event.h"
#include "models/base/progress.h"
#include "models/import/importer.h"
#include "models/store/caserows.h"

namespace whittle
{

/// What can be seen of an import while it runs: written by the threads of one import in turn (that which
/// decodes tells what begins, that which stores tells the events), read by any other.
class ImportMonitor
{
public:
    /// So many events of a source can be seen before all of it is read.
    static constexpr std::size_t mostPreviewed = 50;

    /// What is being read.
    struct Reading {
        std::string path{}; ///< of the file, or of the member of an archive; empty: nothing yet
        std::string format{};
        std::string formatReason{};
        std::uint64_t events = 0; ///< until now
        std::vector<EventRow> first{}; ///< the first of them, on the source's own clock
    };

    /// Bytes of the file.
    Progress progress;

    void begin(const std::string& path, const std::string& format, const std::string& reason);
    void event(const Event& event)
    {
        const std::uint64_t count = m_events.load(std::memory_order_relaxed) + 1;
        m_events.store(count, std::memory_order_relaxed);
        if (count <= mostPreviewed)
            preview(event);
    }
    /// One is done with, and others follow: a member of an archive; or the item itself, once it is cancelled
    /// and before what it had written is taken back.
    void over(ImportOutcome outcome);

    Reading reading() const;
    /// What was told by over() since the last call.
    std::vector<ImportOutcome> takeOver();

private:
    void preview(const Event& event);

    std::atomic<std::uint64_t> m_events{0};
    mutable std::mutex m_mutex;
    Reading m_reading;
    std::vector<ImportOutcome> m_over;
};

} // namespace whittle

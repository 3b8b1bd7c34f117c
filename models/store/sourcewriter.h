// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "models/base/eventsink.h"
#include "models/base/result.h"
#include "models/store/caserows.h"

namespace whittle
{

class CaseWriter;

/// Writes one source into the case: the EventSink at the end of the only way in. Folds keepalives into
/// trains, counts events for the levels of detail and writes in batches. Used by one thread at a time. A
/// failure (disk full) is kept and told by complete(); events after it are dropped.
class SourceWriter : public EventSink
{
public:
    SourceWriter(CaseWriter& writer, SourceId id);
    /// Removes all rows of the source unless it was completed.
    ~SourceWriter() override;

    void event(const Event& event) override;
    void problem(Problem problem) override;
    void landmark(Landmark landmark) override;

    SourceId id() const;
    std::uint64_t eventCount() const;
    /// From the earliest event to the latest; empty when there is none.
    std::optional<SourceSpan> eventSpan() const;
    const std::vector<Problem>& problems() const;
    /// False after the first failure to write: reading on is of no use.
    bool ok() const;

    /// Makes the source visible, with what was learnt about it (its id, path, location, events and problems
    /// are already known and taken from here). Errors: Database, DiskFull; the source is removed then.
    Result<void> complete(const SourceRow& row);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace whittle

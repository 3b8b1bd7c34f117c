// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "models/store/caserows.h"

namespace whittle
{

/// One event on its way to stdout.
struct ListedEvent {
    const EventRow& event;
    std::optional<CaseTime> time; ///< as the source's clock said, in UTC; none where it says nothing
    const std::string& source; ///< path
    const std::string& device;
};

/// How events are written, one line each.
class EventFormat
{
public:
    virtual ~EventFormat() = default;
    virtual void begin() { }
    /// False when it is no use to go on.
    virtual bool write(const ListedEvent& event) = 0;
    /// No more events come: what was held back is written.
    virtual void end() { }
};

/// "tsv", "csv" (RFC 4180) or "jsonl"; null for any other name.
std::unique_ptr<EventFormat> eventFormat(const std::string& name);

} // namespace whittle

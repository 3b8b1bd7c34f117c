// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/record.h"

#include <string>

namespace samplecase
{

/// What CallManager writes into its trace.
class TraceLog
{
public:
    explicit TraceLog(Record& record)
        : m_record(record)
    {
    }

    /// A new signal: the rows that carry its number get one correlation tag.
    std::uint64_t newChain() { return ++m_chain; }
    void write(TraceRow row, const std::string& kind);

private:
    Record& m_record;
    std::uint64_t m_chain = 0;
};

} // namespace samplecase

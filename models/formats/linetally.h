// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "models/base/eventsink.h"

namespace whittle
{

/// Counts lines of one sort, to report them as one row of the import log: how many, and where the first
/// stands.
class LineTally
{
public:
    void add(std::uint64_t line)
    {
        if (m_count++ == 0)
            m_first = line;
    }
    /// Those that another one counted, which stand behind those of this one.
    void add(const LineTally& others)
    {
        if (m_count == 0)
            m_first = others.m_first;
        m_count += others.m_count;
    }
    std::uint64_t count() const { return m_count; }

    /// Nothing when none was counted. Arguments: the count, the first line.
    void report(EventSink& sink, Severity severity, std::string id) const;

private:
    std::uint64_t m_count = 0;
    std::uint64_t m_first = 0;
};

/// The row of the import log for records that were read and are about other things, with the lines that
/// belong to records besides their first.
void reportNotOfInterest(EventSink& sink, std::uint64_t records, std::uint64_t continuations = 0);

} // namespace whittle

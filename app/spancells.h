// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <vector>

#include "models/analysis/understanding.h"

namespace whittle
{

/// What lasted how long, one row each, as `whittle spans` lists it.
class SpanCells
{
public:
    static constexpr std::array<const char*, 10> columns{"kind",  "device", "peer",   "from", "to",
                                                         "began", "ended",  "source", "at",   "fields"};
    using Row = std::array<std::string, columns.size()>;

    explicit SpanCells(const Understanding& known)
        : m_known(known)
    {
    }

    /// `kind`: "registration", "lease", "ntp" or "dialog". By beginning, then device.
    std::vector<Row> of(const std::string& kind) const;

private:
    struct Span;

    std::vector<Span> registrations() const;
    std::vector<Span> leases() const;
    std::vector<Span> associations() const;
    std::vector<Span> dialogs() const;
    Row row(const std::string& kind, const Span& span) const;

    const Understanding& m_known;
};

} // namespace whittle

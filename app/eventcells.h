// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
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

/// The cells of one event after the other, in memory that they share: millions are listed.
class EventCells
{
public:
    static constexpr std::array<const char*, 8> columns{"time",   "kind", "source", "at",
                                                        "device", "src",  "dst",    "fields"};

    std::span<const std::string> of(const ListedEvent& listed);

private:
    void writeTime(std::int64_t ns);

    std::array<std::string, columns.size()> m_cells;
    std::string m_source;
    std::int64_t m_second = 0;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/formats/linetally.h"

namespace whittle
{

/// Lines whose date or time cannot be one. The first few are named one by one, the others counted.
class BadTimes
{
public:
    static constexpr std::uint64_t named = 10;

    /// `written`: the date and time as the line has it.
    void add(EventSink& sink, std::uint64_t line, std::string_view written);
    void report(EventSink& sink) const;

private:
    std::uint64_t m_named = 0;
    LineTally m_more;
};

} // namespace whittle

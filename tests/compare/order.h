// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "tests/compare/labelledcase.h"

namespace whittle::test
{

/// Whether all sources, merged by corrected time, show an effect before its cause.
struct OrderRows {
    std::size_t compared = 0; ///< answers whose question some other source shows
    std::vector<std::string> wrong{}; ///< in words
};

/// Answers of SIP, DHCP and NTP, and SYN-ACKs, each against the first sight of its question in any source.
/// Times are as exact as the coarser of the two sources.
OrderRows compareOrder(const LabelledCase& one);

} // namespace whittle::test

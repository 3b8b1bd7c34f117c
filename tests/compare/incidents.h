// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "tests/compare/labelledcase.h"

namespace whittle::test
{

/// The incidents of a case against the registrations, and the starts that came to nothing, that Whittle
/// found. Each of these stands for one incident.
struct IncidentRows {
    std::size_t all = 0;
    std::size_t inEvidence = 0; ///< something of the phone is seen afterwards, or its silence is
    std::size_t found = 0; ///< of those: a registration ended, began or was rejected, or a start failed then
    std::size_t sameKind = 0; ///< of those: told apart as the truth does
    std::vector<std::string> missed{}; ///< in words
    std::vector<std::string> invented{}; ///< ends of registrations, failed starts, at which nothing happened
};

IncidentRows compareIncidents(const LabelledCase& one);

} // namespace whittle::test

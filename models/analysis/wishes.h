// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "models/base/problem.h"
#include "models/base/result.h"
#include "models/base/sourceclock.h"
#include "models/clocks/wishes.h"

namespace whittle
{

class CaseReader;

/// What the analyst says of clocks (clockwishes.h), as it is told to those who align them: a pin as a
/// relation between two sources ("pinned"), a set offset as one between the clock of the case (an owner that
/// is neither a source nor a host) and the source ("set"). `zones`: of sources whose zone turns while they
/// record, for steady().
struct ToldWishes {
    ClockWishes wishes{};
    /// Of pins that are passed over since an event is not there, at the source of the other one.
    std::map<SourceId, std::vector<Problem>> notices{};
};
Result<ToldWishes> clockWishes(const CaseReader& reader, const ClockSet& zones = {});

} // namespace whittle

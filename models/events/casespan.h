// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/time.h"

namespace whittle
{

/// On the clock of the case, both ends included.
struct CaseSpan {
    CaseTime from{};
    CaseTime to{};
    bool operator==(const CaseSpan&) const = default;
};

} // namespace whittle

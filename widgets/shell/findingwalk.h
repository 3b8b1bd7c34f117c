// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "models/analysis/analysis.h"

namespace whittle
{

/// Goes from finding to finding, in the order in which they are told, and round.
class FindingWalk
{
public:
    /// The best proof of the finding `step` further on (1 or -1); empty when there are none.
    std::optional<Citation> move(const Analysis& analysis, int step);
    void restart() { m_at.reset(); }

private:
    std::optional<std::size_t> m_at;
};

} // namespace whittle

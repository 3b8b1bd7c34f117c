// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace whittle
{

/// How sure a statement about a source is. Stored in the case: never renumber.
enum class Basis : std::uint8_t {
    Stated = 0, ///< the evidence says it
    Inferred = 1, ///< follows from other evidence
    Assumed = 2, ///< nothing speaks for it
};

} // namespace whittle

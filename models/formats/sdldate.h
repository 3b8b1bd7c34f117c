// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace whittle
{

class BlockReader;

/// The date of the first row of an SDL trace that begins without a FileHead (an excerpt, two files put
/// together): counted back from the first FileHead in its first 16 MiB, in ns since 1970-01-01. Empty where
/// there is none. Nothing is consumed.
std::optional<std::int64_t> findFirstDay(BlockReader& reader);

} // namespace whittle

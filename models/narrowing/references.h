// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/narrowing/knowledge.h"

namespace whittle
{

/// What the files say about each other: ids are unique and exist, priors leave room for `other`, texts use
/// only parameters that exist, and a check that proves a cause is answered in the table with "always". The
/// first mistake, if any.
std::optional<Error> checkReferences(const Knowledge& knowledge);

} // namespace whittle

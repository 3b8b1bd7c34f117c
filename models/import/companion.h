// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace whittle
{

/// What lies beside evidence and is none, by its name: "an index of …". Empty when it is nothing of the kind.
/// Only for what no format knows: what a file is, its bytes say.
std::string_view companionKind(std::string_view path);

} // namespace whittle

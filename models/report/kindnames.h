// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace whittle
{

/// What people call a kind of event, in English and marked for translation in context "Words"; null when it
/// has no name.
const char* kindName(std::string_view kind);

} // namespace whittle

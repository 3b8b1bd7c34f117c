// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "models/base/fields.h"
#include "models/capture/protocol.h"

namespace whittle
{

/// Adds the fields that the body of this message holds; those that are not all there are left out. Gives the
/// device that the body names, empty where it names none; a view into `body`.
std::string_view addSccpBody(std::uint32_t messageId, Bytes body, FieldWriter& fields);

} // namespace whittle

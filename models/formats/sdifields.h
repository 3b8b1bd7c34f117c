// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/base/fields.h"

namespace whittle
{

/// The value behind `key` ("DeviceName=") up to a blank, comma, semicolon or bar, without a full stop at its
/// end. Empty when the key does not occur or has no value.
std::string_view sdiValue(std::string_view text, std::string_view key);

/// Adds the field when there is a value.
inline void addIfSet(FieldWriter& fields, std::string_view name, std::string_view value)
{
    if (!value.empty())
        fields.add(name, value);
}

} // namespace whittle

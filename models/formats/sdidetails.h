// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/base/fields.h"
#include "models/formats/sdiverbs.h"

namespace whittle
{

/// The device's name as the text of the record has it ("DeviceName=", in an alarm "Name="); empty where it
/// has none.
std::string_view deviceNameIn(std::string_view text, SdiDetail detail);

/// Adds what only this kind of record has. `text` begins with the verb.
void addDetails(const SdiVerb& verb, std::string_view text, FieldWriter& fields);

} // namespace whittle

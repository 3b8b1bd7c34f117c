// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/base/fields.h"

namespace whittle
{

/// How a record of an install log is called, by its text and, where the text is none of the known ones, by
/// its level ("Info", "Error", …). Empty for records that only tell how the scripts work ("Debug").
std::string_view installKind(std::string_view text, std::string_view level);

/// Writes what the text names: `file` (an image or a COP file), `version` (that of the text, else that of the
/// file) and, of a checksum, its `result`.
void addInstallFields(std::string_view text, std::string_view kind, FieldWriter& fields);

} // namespace whittle

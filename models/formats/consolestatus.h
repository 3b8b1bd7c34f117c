// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/base/fields.h"

namespace whittle
{

/// What a phone shows in its status messages, wherever in a row it stands: "TFTP timeout : SEP….cnf.xml",
/// "DHCP RENEWING", "Restart Cause: KeepaliveTO", the URL of a configuration file. Writes the fields; gives
/// the kind, and nothing when the text has none of them.
std::string_view readConsoleStatus(std::string_view text, FieldWriter& fields);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/events/ntpassociation.h"

namespace whittle
{

/// What is known of an association, as the fields of an event are written: mode, polls and what came of them,
/// the last reach, the server's last state, offset and delay (median, least, largest) in ms, and the last row
/// of a status (table-…). What is not known is left out.
std::string fieldsOf(const NtpAssociation& association);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/check.h"

namespace whittle
{

/// What a table says beside the row of a source.
struct NtpTable {
    bool ranLong = false; ///< eight polls and more
};

/// What packets and the last row of a table show of a source; `row` may be null.
NtpSource judgeSource(const CheckContext& context, const NtpAssociation& link, const NtpReport* row,
                      const NtpTable& table);

/// "DENY", "RSTR", "RATE" …: the server wants no more questions (RFC 5905 §7.4). INIT and STEP are only a
/// server without a time.
bool isGoAway(std::string_view refid);

} // namespace whittle

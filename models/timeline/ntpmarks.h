// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/timeline/timelinescene.h"

namespace whittle
{

struct NtpAssociation;

/// What a lane shows of an association beside its curve.
struct NtpMarks {
    std::vector<SceneMark> marks; ///< polls without a usable answer, kisses, changes of stratum, reach 0
    std::vector<SceneMark> minor; ///< a single poll that was missed, changes of refid, rows of a status
};
NtpMarks ntpMarks(const NtpAssociation& association);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

namespace whittle
{

/// What the operating system said (a value of errno) about that file. Codes: NotFound, NoPermission,
/// DiskFull, Io.
Error systemError(int number, const std::string& path);
/// The same for errno, to be called at once after the failure.
Error systemError(const std::string& path);

} // namespace whittle

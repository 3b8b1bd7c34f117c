// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace whittle
{

/// What the shell is told.
enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, DoneInPart = 3, Interrupted = 130 };

} // namespace whittle

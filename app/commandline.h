// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace whittle
{

/// What is done without a window: --help, --version, analyze, events, verify. Needs no display. Returns the
/// exit code: 0 done, 1 failed and nothing written, 2 wrong usage, 3 done but some evidence could not be read
/// in part or whole, 130 cancelled.
int runCommandLine(int argc, char** argv);

} // namespace whittle

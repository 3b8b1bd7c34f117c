// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evidence/blockreader.h"
#include "models/evidence/unpackmeter.h"

namespace whittle
{

/// Reads the headers of a 7z before libarchive does, which believes what they say: a dictionary of up to
/// 4 GiB, and tables for a hundred million members, in a file of some kilobytes. What is no 7z is fine.
/// Errors: Unsupported (a limit), Malformed, and those of the source. Leaves the source at its beginning.
Result<void> checkSevenZip(ByteSource& source, UnpackMeter& meter);

} // namespace whittle

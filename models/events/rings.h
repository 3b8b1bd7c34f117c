// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/store/caserows.h"

namespace whittle
{

/// Traces are written as rings of files that count on. Puts a limit "limit.missing-files" on each source
/// before which numbers of its ring are missing (the same host, address, application and node), from the last
/// record of the file before it to its own first; arguments: the first and the last number. In the order in
/// which the files were written: a count that begins anew is no gap.
void addMissingFiles(std::vector<SourceRow*> sources);

} // namespace whittle

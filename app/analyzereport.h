// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "models/analysis/analysis.h"
#include "models/report/words.h"

namespace whittle
{

/// The JSON of the interfaces into a file, which appears whole or not at all. Errors: Io, NoPermission,
/// DiskFull.
Result<void> writeJsonFile(const Analysis& analysis, const Words& english, const QString& path);

/// The findings PDF, in the language of the user. Needs a QApplication. Errors: Io, NoPermission, DiskFull.
Result<void> writePdfFile(const Analysis& analysis, const Knowledge& knowledge, const QString& path);

/// What a person at a terminal wants to know, in English: the verdict, the suspects, the findings with their
/// best lines, what to ask next.
QString summaryText(const Analysis& analysis, const Words& words);

} // namespace whittle

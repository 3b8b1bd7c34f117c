// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include "models/analysis/analysis.h"
#include "models/report/words.h"

namespace whittle
{

/// The findings PDF, in the language of the user. Needs a QApplication. Errors: Io, NoPermission, DiskFull
/// (of the temporary folder).
Result<QByteArray> pdfOf(const Analysis& analysis, const Knowledge& knowledge);

/// What a person at a terminal wants to know, in English: the verdict, the suspects, the findings with their
/// best lines, what to ask next.
QString summaryText(const Analysis& analysis, const Words& words);

} // namespace whittle

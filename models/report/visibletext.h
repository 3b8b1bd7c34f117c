// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <QString>

namespace whittle
{

/// Text out of evidence as it may be shown: what would be invisible, move the cursor or turn the direction of
/// reading stands as an escape (\x1b, \u202e, and \xff for a byte that is no UTF-8), line ends at the very
/// end are dropped, a tab leads to the next of every eight columns. Visible text is left as it is, so that
/// applying it twice does no harm.
QString visibleText(std::string_view bytes);
QString visibleText(const QString& text);

/// True for control characters, invisible marks, and marks that change the direction of reading.
bool isHidden(char32_t character);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace whittle
{

/// Makes the application speak the user's language as far as there are translations (ours below :/i18n, Qt's
/// own beside Qt). English needs none. Call once, after the application was made.
void installLanguage();

} // namespace whittle

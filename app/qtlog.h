// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace whittle
{

/// Sends what Qt has to say to our log, and what is fatal to stderr as well.
void logQtMessages();

} // namespace whittle

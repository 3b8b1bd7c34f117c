// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "widgets/figures/theme.h"

namespace whittle
{

/// The style sheet of the whole window in that theme, over the Fusion style. Widgets take part by dynamic
/// properties: `card` (a rounded panel), `primary`, `quiet` and `link` (buttons), `role` = "heading", "dim",
/// "faint", "small", "eyebrow" (labels).
QString styleSheet(const Theme& theme);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include "models/timeline/timelinescene.h"
#include "widgets/figures/theme.h"

class QPainter;

namespace whittle
{

QColor colorOf(SceneClass severity, const Theme& theme);

/// One mark, about 10 units wide, around `centre`, set off from what is under it by a rim in `ground`.
void paintMark(QPainter& painter, QPointF centre, MarkShape shape, SceneClass severity, const Theme& theme,
               const QColor& ground);

} // namespace whittle

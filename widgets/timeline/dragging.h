// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include "models/timeline/hittest.h"

namespace whittle
{

/// What a press with the mouse has begun.
struct Dragging {
    enum class What { Nothing, Pan, Range, Window, WindowLeft, WindowRight };

    What what = What::Nothing;
    bool moved = false; ///< far enough to be no click
    QPointF pressed; ///< in units of the layout
    TimeRange visible; ///< as it was when pressed
    double scroll = 0;
};

/// What a press at `point` begins; `selecting` with Shift.
Dragging beginDragging(const TimelineScene& scene, const TimelineLayout& layout, QPointF point,
                       bool selecting);

/// Applies a move of the pointer to the scene's visible range, scroll or marked range. True when the scene
/// changed.
bool drag(Dragging& dragging, TimelineScene& scene, const TimelineLayout& layout, QPointF point);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

class QPainter;
class QRectF;

namespace whittle
{

/// A horizontal slice of the report that is never split: a line of text, a line of a table's row, a bar, a
/// figure. All lengths are in the units of the page.
struct Strip {
    double before = 0; ///< space above it, left out at the top of a page
    double height = 0;
    bool keepWithNext = false; ///< no page ends after it, as long as what is kept together fits on one
    bool startsPage = false;
    std::function<void(QPainter& painter, const QRectF& area)> paint;
    /// Painted above it where it is the first on its page: the header of a table that goes on.
    std::shared_ptr<const std::vector<Strip>> repeated;
};

/// Where a strip stands: y from the top of the page's content.
struct PlacedStrip {
    const Strip* strip = nullptr;
    double y = 0;
};

using StripPage = std::vector<PlacedStrip>;

/// Fills pages from the top. What is kept together goes to the next page as a whole; if it is longer than a
/// page, it is split like anything else. A strip higher than a page gets one of its own. The pages point into
/// `strips`.
std::vector<StripPage> paginate(const std::vector<Strip>& strips, double pageHeight);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace whittle
{

/// The colours of the window and the pictures, by what they mean. Contrast of text (`text`, `dim`, `faint`,
/// `accent`, `bad`, `warn`, `ok`, `lease`, `strike`) on panel and background is at least 4.5:1, and so are
/// the on… colours on what they are named after.
struct Theme {
    bool dark = false;
    QColor background, panel, line, text, dim, faint, accent, onAccent, soft;
    QColor registered, registeredSoft, bad, warn, ok, lease, leaseSoft, grid, hatch, strike;
    QColor onRegistered; ///< text on a registration bar

    static Theme light();
    static Theme darkTheme();
    /// For paper: light, on white.
    static Theme print();

    QPalette palette() const;
};

/// WCAG 2.1: (L1 + 0.05) / (L2 + 0.05), 1 … 21.
double contrast(const QColor& a, const QColor& b);

} // namespace whittle

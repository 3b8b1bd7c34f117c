// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace whittle {

/// The colours of the window and the pictures, by what they mean. Contrast of text on panel and background is at least 4.5:1.
struct Theme {
    bool dark = false;
    QColor background, panel, line, text, dim, faint, accent, onAccent, soft;
    QColor registered, registeredSoft, bad, warn, ok, lease, leaseSoft, grid, hatch, strike;

    static Theme light();
    static Theme darkTheme();
    /// For paper: light, on white.
    static Theme print();

    QPalette palette() const;
};

} // namespace whittle

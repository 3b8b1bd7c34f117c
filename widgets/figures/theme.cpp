// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/theme.h"

#include <algorithm>
#include <cmath>

namespace whittle
{

namespace
{

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

Theme Theme::light()
{
    Theme theme;
    theme.background = 0xf6f7f9;
    theme.panel = 0xffffff;
    theme.line = 0xd9dde3;
    theme.text = 0x1d2430;
    theme.dim = 0x566074;
    theme.faint = 0x677184;
    theme.accent = 0x0b63ce;
    theme.onAccent = 0xffffff;
    theme.soft = 0xeaf2fd;
    theme.registered = 0x2673c9;
    theme.onRegistered = 0xffffff;
    theme.registeredSoft = 0xa9cdf3;
    theme.bad = 0xc53a27;
    theme.warn = 0x9a5b00;
    theme.ok = 0x19774e;
    theme.lease = 0x5b4ba6;
    theme.leaseSoft = 0xe2def5;
    theme.grid = 0xe6eaf0;
    theme.hatch = 0xc3cad4;
    theme.strike = 0x667085;
    return theme;
}

Theme Theme::darkTheme()
{
    Theme theme;
    theme.dark = true;
    theme.background = 0x14171c;
    theme.panel = 0x1c2129;
    theme.line = 0x313844;
    theme.text = 0xe7ebf1;
    theme.dim = 0x9aa6b8;
    theme.faint = 0x8592a6;
    theme.accent = 0x6eb0ff;
    theme.onAccent = 0x10151c;
    theme.soft = 0x1f2d40;
    theme.registered = 0x2f73bd;
    theme.onRegistered = 0xffffff;
    theme.registeredSoft = 0x274a70;
    theme.bad = 0xff7a66;
    theme.warn = 0xf0a63a;
    theme.ok = 0x4cc38a;
    theme.lease = 0xb5aaf2;
    theme.leaseSoft = 0x322e52;
    theme.grid = 0x2a313c;
    theme.hatch = 0x3d4552;
    theme.strike = 0x8592a6;
    return theme;
}

Theme Theme::print()
{
    Theme theme = light();
    theme.background = theme.panel;
    theme.soft = 0xf1f5fb;
    theme.grid = 0xdfe4ea;
    return theme;
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, background);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, panel);
    palette.setColor(QPalette::AlternateBase, background);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, panel);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, bad);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, onAccent);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, lease);
    palette.setColor(QPalette::PlaceholderText, faint);
    palette.setColor(QPalette::ToolTipBase, dark ? line : text);
    palette.setColor(QPalette::ToolTipText, dark ? text : panel);
    palette.setColor(QPalette::Light, dark ? line : panel);
    palette.setColor(QPalette::Midlight, grid);
    palette.setColor(QPalette::Mid, line);
    palette.setColor(QPalette::Dark, hatch);
    palette.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : hatch);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, dim);
    return palette;
}

double contrast(const QColor& a, const QColor& b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "widgets/figures/theme.h"

namespace whittle
{

enum class ThemeChoice { System, Light, Dark };
QString toText(ThemeChoice choice);
ThemeChoice themeChoice(const QString& text);

/// How the application looks: the Fusion style, our palette and our style sheet. Made once, before the first
/// window: it remembers whether the desktop's own palette was dark, which is what "system" means (Qt tells no
/// more before 6.5).
class Appearance
{
public:
    Appearance();

    Theme themeFor(ThemeChoice choice) const;
    void apply(const Theme& theme) const;

private:
    bool m_systemIsDark = false;
};

} // namespace whittle

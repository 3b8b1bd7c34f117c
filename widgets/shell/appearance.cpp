// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/appearance.h"

#include <QApplication>
#include <QFont>
#include <QStyleFactory>

#include "widgets/shell/look/stylesheet.h"

namespace whittle
{

namespace
{
constexpr int darkBelow = 128; ///< lightness of a window's background, of 255
constexpr double leastPoints = 10;
} // namespace

QString toText(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

ThemeChoice themeChoice(const QString& text)
{
    if (text == QLatin1String("light"))
        return ThemeChoice::Light;
    return text == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

Appearance::Appearance()
{
    m_systemIsDark = QApplication::palette().color(QPalette::Window).lightness() < darkBelow;
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0 && font.pointSizeF() < leastPoints)
        font.setPointSizeF(leastPoints); // a bare desktop says 9, which is small for reading evidence
    QApplication::setFont(font);
}

Theme Appearance::themeFor(ThemeChoice choice) const
{
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && m_systemIsDark);
    return dark ? Theme::darkTheme() : Theme::light();
}

void Appearance::apply(const Theme& theme) const
{
    QApplication::setPalette(theme.palette());
    qApp->setStyleSheet(styleSheet(theme));
}

} // namespace whittle

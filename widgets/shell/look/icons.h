// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QLatin1String>
#include <QPixmap>

class QAbstractButton;

namespace whittle
{

/// One of our line icons (resources/icons/NAME.svg) in that colour. The drawings say "currentColor" where it
/// goes.
QIcon lineIcon(QLatin1String name, const QColor& color);
/// The same at a fixed size in device-independent pixels, sharp on a screen of that ratio.
QPixmap linePixmap(QLatin1String name, const QColor& color, int size, double ratio);

/// Puts an icon before the words of a button, with a little room between.
void setLineIcon(QAbstractButton& button, QLatin1String name, const QColor& color);

} // namespace whittle

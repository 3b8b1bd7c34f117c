// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QString>

class QPushButton;
class QWidget;

namespace whittle
{

/// A button "Read as…" with a menu of all formats; `chosen` gets the id of the one that was chosen.
QPushButton* makeFormatButton(const std::function<void(const QString&)>& chosen, QWidget* parent = nullptr);

} // namespace whittle

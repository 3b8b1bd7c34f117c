// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QLabel;

namespace whittle
{

/// A button with two lines of text and a note at its right: one row of a list that is walked with Tab and
/// pressed with Enter.
class RowButton : public QPushButton
{
    Q_OBJECT

public:
    RowButton(const QString& title, const QString& detail, const QString& note = {},
              QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace whittle
{

/// One line of plain text; what has no room is left out and shown in a tool tip, and said to screen readers.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(Qt::TextElideMode mode, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::TextElideMode m_mode;
};

} // namespace whittle

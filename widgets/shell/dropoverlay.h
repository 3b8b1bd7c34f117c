// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace whittle
{

/// Laid over the window while files hover above it; says what dropping them will do.
class DropOverlay : public QFrame
{
    Q_OBJECT

public:
    explicit DropOverlay(QWidget* parent);

    void showOver(const QRect& area, const QString& text);

private:
    QLabel* m_text;
};

} // namespace whittle

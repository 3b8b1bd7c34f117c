// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "widgets/figures/theme.h"

namespace whittle
{

/// One line of proof in a fixed-width face: where it stands, then what it says, cut at the right when the
/// room ends. Press it to see it in its context.
class CitedLine : public QAbstractButton
{
    Q_OBJECT

public:
    CitedLine(const QString& place, const QString& text, const Theme& theme, const QFont& font,
              QWidget* parent = nullptr);

    /// How wide the column of places is, so that the texts of one finding stand below each other.
    int placeWidth() const;
    void setPlaceWidth(int width);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_place;
    Theme m_theme;
    int m_column = 0;
};

} // namespace whittle

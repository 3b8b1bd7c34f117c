// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "widgets/figures/theme.h"

namespace whittle
{

/// A button whose text wraps, with an optional second line and the key that presses it. As a card it has a
/// frame, as a link it is accented text, plain it is text that can be pressed.
class WrapButton : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Look { Card, Link, Plain };

    WrapButton(Look look, const QString& text, const Theme& theme, QWidget* parent = nullptr);

    void setNote(const QString& note); ///< the second, smaller line
    void setKeyHint(const QString& key); ///< "1": shown in front
    void setTextColor(const QColor& color);
    void setAlignment(Qt::Alignment alignment) { m_alignment = alignment; }
    QString note() const { return m_note; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    QMargins padding() const;
    int indent() const;
    QRect textRect(const QRect& area) const;
    QRect noteRect(const QRect& area, int below) const;
    QFont noteFont() const;
    void paintFrame(QPainter& painter) const;
    void describe();

    Look m_look;
    Theme m_theme;
    QColor m_color;
    QString m_note;
    QString m_key;
    Qt::Alignment m_alignment = Qt::AlignLeft;
};

} // namespace whittle

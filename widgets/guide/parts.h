// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QLabel>
#include <QString>
#include <QWidget>

#include "widgets/figures/theme.h"

class QScrollArea;

namespace whittle
{

constexpr double smallText = 0.88; ///< of the ordinary size

/// The font in that share of its size; sizes are never fixed, so that 200 % stays 200 %.
QFont scaled(const QFont& font, double factor, QFont::Weight weight = QFont::Normal);

/// Lets the panel's own ground be seen: under a window's style sheet palettes are not handed down to
/// children.
void seeThrough(QScrollArea& area);

/// Shows a column of wrapped texts in place of what the area showed, laid out once: for the width that it
/// has.
void replaceContent(QScrollArea& area, QWidget* content);

/// A slim scroll bar in the theme's colours.
QString scrollBarStyle(const Theme& theme);

/// A label that asks for its height only when its width is known. QLabel lays its text out four times to tell
/// sizes that nobody needs in a column, and that is most of the time that a panel takes to be built.
class WrappedLabel : public QLabel
{
    Q_OBJECT

public:
    using QLabel::QLabel;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
};

/// A label that wraps, in one colour, whose text can be selected with the mouse.
QLabel* makeLabel(const QString& text, const QColor& color, const QFont& font);

/// "Your answers": the head of a section.
QLabel* makeHeading(const QString& text, const Theme& theme, const QFont& font);

/// How to find something out. A click on a command in it, or Enter on it, copies the command.
class Instruction : public WrappedLabel
{
    Q_OBJECT

public:
    /// `marked`: with its commands in backticks.
    Instruction(const QString& marked, const Theme& theme, const QFont& font);

private:
    void copy(const QString& command);
};

/// How probable a suspect is, as a bar.
class ProbabilityBar : public QWidget
{
    Q_OBJECT

public:
    ProbabilityBar(double probability, const QColor& color, const QColor& track, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {120, 8}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_probability;
    QColor m_color;
    QColor m_track;
};

} // namespace whittle

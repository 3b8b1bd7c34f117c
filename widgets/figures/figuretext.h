// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include <QColor>
#include <QFont>
#include <QString>

class QPainter;

namespace whittle
{

/// The five sizes of text in a figure, in units of the layout.
struct FigureFonts {
    QFont heading; ///< 15
    QFont title; ///< 13, bold
    QFont device; ///< 13, bold, fixed width
    QFont small; ///< 11
    QFont tiny; ///< 10

    static const FigureFonts& get();
};

double textWidth(const QFont& font, const QString& text);
/// Writes from `x` on the baseline; elided when wider than `width`, left out when not even some letters fit.
/// Gives the width taken.
double drawText(QPainter& painter, double x, double baseline, double width, const QString& text,
                const QFont& font, const QColor& color);
/// Ends at `right`.
double drawTextRight(QPainter& painter, double right, double baseline, const QString& text, const QFont& font,
                     const QColor& color);

/// Keeps the labels of one row apart: who asks first stays, the others are left out.
class LabelRow
{
public:
    /// Whether [from, to] was still free; takes it if so.
    bool take(double from, double to);
    /// Takes [from, to] for what is there anyway, in rising order of `from` cheaply.
    void reserve(double from, double to);

private:
    std::vector<std::pair<double, double>> m_taken;
};

} // namespace whittle

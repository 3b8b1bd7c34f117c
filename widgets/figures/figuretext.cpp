// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/figuretext.h"

#include <algorithm>

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

namespace whittle
{

namespace
{

FigureFonts makeFonts(const QFont& base)
{
    FigureFonts fonts;
    const auto sized = [](QFont font, int pixels, QFont::Weight weight) {
        font.setPixelSize(pixels);
        font.setWeight(weight);
        return font;
    };
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setStyleHint(QFont::Monospace);
    fonts.heading = sized(base, 15, QFont::DemiBold);
    fonts.title = sized(base, 12, QFont::DemiBold);
    fonts.device = sized(fixed, 12, QFont::DemiBold);
    fonts.small = sized(base, 11, QFont::Normal);
    fonts.tiny = sized(base, 10, QFont::Normal);
    return fonts;
}

constexpr double leastWidth = 16; // below it only "…" would be left

} // namespace

const FigureFonts& FigureFonts::get()
{
    static QFont base = QGuiApplication::font();
    static FigureFonts fonts = makeFonts(base);
    if (QGuiApplication::font() != base) {
        base = QGuiApplication::font();
        fonts = makeFonts(base);
    }
    return fonts;
}

double textWidth(const QFont& font, const QString& text)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

double drawText(QPainter& painter, double x, double baseline, double width, const QString& text,
                const QFont& font, const QColor& color)
{
    if (text.isEmpty())
        return 0;
    const QFontMetricsF metrics(font);
    QString shown = text;
    if (metrics.horizontalAdvance(text) > width) {
        shown = width < leastWidth ? QString() : metrics.elidedText(text, Qt::ElideRight, width);
        if (shown.size() < 3)
            return 0;
    }
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QPointF(x, baseline), shown);
    return metrics.horizontalAdvance(shown);
}

double drawTextRight(QPainter& painter, double right, double baseline, const QString& text, const QFont& font,
                     const QColor& color)
{
    const double width = textWidth(font, text);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QPointF(right - width, baseline), text);
    return width;
}

bool LabelRow::take(double from, double to)
{
    const bool free = std::none_of(m_taken.begin(), m_taken.end(), [&](const auto& other) {
        return from < other.second && other.first < to;
    });
    if (free)
        m_taken.emplace_back(from, to);
    return free;
}

void LabelRow::reserve(double from, double to)
{
    if (!m_taken.empty() && from <= m_taken.back().second && from >= m_taken.back().first)
        m_taken.back().second = std::max(m_taken.back().second, to);
    else
        m_taken.emplace_back(from, to);
}

} // namespace whittle

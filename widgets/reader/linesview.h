// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QPlainTextEdit>

#include "widgets/figures/theme.h"

namespace whittle
{

/// Text to read, in a fixed-width face, with the numbers its lines have in the evidence beside it and one
/// line marked. Can be selected and copied; the numbers are not part of what is copied.
class LinesView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit LinesView(QWidget* parent = nullptr);

    /// `numbers` is empty, or has one for each line. Scrolls so that the marked line (an index) is in the
    /// middle.
    void setLines(const QString& text, std::vector<std::uint64_t> numbers, int marked = -1);
    int markedLine() const { return m_marked; }
    void setTheme(const Theme& theme);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    friend class LineNumbers;
    int gutterWidth() const;
    void layOutGutter();
    void paintGutter(QPainter& painter, const QRect& area);
    void mark();

    QWidget* m_gutter;
    std::vector<std::uint64_t> m_numbers;
    int m_marked = -1;
    Theme m_theme = Theme::light();
};

} // namespace whittle

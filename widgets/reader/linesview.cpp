// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/linesview.h"

#include <QFontDatabase>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include "widgets/guide/parts.h"

namespace whittle
{

class LineNumbers : public QWidget
{
public:
    explicit LineNumbers(LinesView& view)
        : QWidget(&view)
        , m_view(view)
    {
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_view.paintGutter(painter, rect());
    }

private:
    LinesView& m_view;
};

LinesView::LinesView(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_gutter(new LineNumbers(*this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF() * 0.92);
    setFont(fixed);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this] { m_gutter->update(); });
    setTheme(m_theme);
}

void LinesView::setLines(const QString& text, std::vector<std::uint64_t> numbers, int marked)
{
    m_numbers = std::move(numbers);
    m_marked = marked;
    setPlainText(text);
    layOutGutter();
    mark();
    if (marked >= 0) {
        QTextCursor cursor(document()->findBlockByNumber(marked));
        setTextCursor(cursor);
        centerCursor();
        horizontalScrollBar()->setValue(0);
    }
}

void LinesView::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (const QTextBlock block = document()->findBlockByNumber(m_marked); m_marked >= 0 && block.isValid()) {
        QTextEdit::ExtraSelection line;
        line.format.setBackground(m_theme.soft);
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        line.cursor = QTextCursor(block);
        marks << line;
    }
    setExtraSelections(marks);
}

void LinesView::setTheme(const Theme& theme)
{
    m_theme = theme;
    // A style sheet of its own: under the window's, a palette would not reach here.
    setStyleSheet(
        QStringLiteral("QPlainTextEdit{background:%1;color:%2;border:0;selection-background-color:%3;"
                       "selection-color:%4}")
            .arg(theme.panel.name(), theme.text.name(), theme.accent.name(), theme.onAccent.name()));
    const QString bar = scrollBarStyle(theme);
    verticalScrollBar()->setStyleSheet(bar);
    horizontalScrollBar()->setStyleSheet(
        QString(bar)
            .replace(QLatin1String(":vertical"), QLatin1String(":horizontal"))
            .replace(QLatin1String("width:11px"), QLatin1String("height:11px")));
    mark();
    m_gutter->update();
}

int LinesView::gutterWidth() const
{
    if (m_numbers.empty())
        return 10;
    const QString widest = QString::number(m_numbers.back());
    return fontMetrics().horizontalAdvance(QLatin1Char('9')) * static_cast<int>(widest.size()) + 24;
}

void LinesView::layOutGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

void LinesView::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    layOutGutter();
}

void LinesView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOutGutter();
}

void LinesView::paintGutter(QPainter& painter, const QRect& area)
{
    painter.fillRect(area, m_theme.panel);
    if (m_numbers.empty())
        return;
    painter.setFont(font());
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > area.bottom())
            break;
        const auto line = static_cast<std::size_t>(block.blockNumber());
        if (line >= m_numbers.size())
            break;
        const bool isMarked = block.blockNumber() == m_marked;
        const QRectF row(area.left(), place.top(), area.width(), place.height());
        if (isMarked) {
            painter.fillRect(row, m_theme.soft);
            painter.fillRect(QRectF(row.left(), row.top(), 3, row.height()), m_theme.accent);
        }
        painter.setPen(isMarked ? m_theme.accent : m_theme.dim);
        painter.drawText(row.adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(m_numbers[line]));
    }
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide/wrapbutton.h"

#include <QFontDatabase>
#include <QPainter>
#include <QPainterPath>

#include "widgets/guide/parts.h"

namespace whittle
{

namespace
{
constexpr int unlimited = 10000;
constexpr int noteGap = 2;
constexpr int slack = 4; ///< a line that just fits must not wrap for a rounded pixel
} // namespace

WrapButton::WrapButton(Look look, const QString& text, const Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_theme(theme)
    , m_color(look == Look::Link ? theme.accent : theme.text)
{
    setText(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(look == Look::Link ? QSizePolicy::Preferred : QSizePolicy::Expanding,
                       QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    describe();
}

void WrapButton::setNote(const QString& note)
{
    m_note = note;
    describe();
    updateGeometry();
}

void WrapButton::setKeyHint(const QString& key)
{
    m_key = key;
    setToolTip(tr("Key %1").arg(key));
    updateGeometry();
}

void WrapButton::setTextColor(const QColor& color)
{
    m_color = color;
    update();
}

void WrapButton::describe()
{
    setAccessibleName(m_note.isEmpty() ? text() : text() + QStringLiteral(", ") + m_note);
}

QMargins WrapButton::padding() const
{
    const int unit = fontMetrics().height() / 2;
    return m_look == Look::Card ? QMargins(unit + 4, unit - 1, unit + 2, unit - 1) : QMargins(0, 2, 0, 2);
}

int WrapButton::indent() const
{
    return m_key.isEmpty() ? 0 : fontMetrics().horizontalAdvance(QLatin1Char('N')) * 2 + 6;
}

QFont WrapButton::noteFont() const
{
    return scaled(font(), smallText);
}

QRect WrapButton::textRect(const QRect& area) const
{
    return fontMetrics().boundingRect(area, static_cast<int>(m_alignment) | Qt::TextWordWrap, text());
}

QRect WrapButton::noteRect(const QRect& area, int below) const
{
    if (m_note.isEmpty())
        return {};
    return QFontMetrics(noteFont())
        .boundingRect(area.adjusted(0, below + noteGap, 0, unlimited),
                      static_cast<int>(m_alignment) | Qt::TextWordWrap, m_note);
}

int WrapButton::heightForWidth(int width) const
{
    const QMargins around = padding();
    const QRect area(0, 0, std::max(width - around.left() - around.right() - indent(), 1), unlimited);
    const int title = textRect(area).height();
    const int note = m_note.isEmpty() ? 0 : noteRect(area, title).height() + noteGap;
    return title + note + around.top() + around.bottom();
}

QSize WrapButton::sizeHint() const
{
    const QMargins around = padding();
    const int title = fontMetrics().horizontalAdvance(text());
    const int note = QFontMetrics(noteFont()).horizontalAdvance(m_note);
    const int width = std::max(title, note) + around.left() + around.right() + indent() + slack;
    return {width, heightForWidth(width)};
}

/// Short links stay in one line; whatever is longer may wrap.
QSize WrapButton::minimumSizeHint() const
{
    const int limit = fontMetrics().averageCharWidth() * (m_look == Look::Link ? 18 : 8);
    return {std::min(sizeHint().width(), limit), fontMetrics().height() + 4};
}

void WrapButton::paintFrame(QPainter& painter) const
{
    const QRectF edge = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    if (m_look == Look::Card) {
        const bool lit = isEnabled() && (underMouse() || hasFocus() || isDown());
        painter.setPen(QPen(lit ? m_theme.accent : m_theme.line, hasFocus() ? 1.5 : 1));
        painter.setBrush(isDown() ? m_theme.soft : m_theme.panel);
        painter.drawRoundedRect(edge, 6, 6);
    } else if (hasFocus()) {
        // Plain text starts at the edge, where a ring would touch it: ground and underline instead.
        painter.fillRect(rect(), m_theme.soft);
        painter.fillRect(0, height() - 2, width(), 2, m_theme.accent);
    }
}

void WrapButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter);

    QRect area = rect().marginsRemoved(padding());
    if (!m_key.isEmpty()) {
        QFont keyFont = scaled(QFontDatabase::systemFont(QFontDatabase::FixedFont), 1.0);
        keyFont.setPointSizeF(font().pointSizeF());
        painter.setFont(keyFont);
        painter.setPen(m_theme.dim);
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, m_key);
        area.setLeft(area.left() + indent());
    }
    QFont titleFont = font();
    titleFont.setUnderline(m_look != Look::Card && underMouse() && isEnabled());
    painter.setFont(titleFont);
    painter.setPen(isEnabled() ? m_color : m_theme.faint);
    painter.drawText(area, static_cast<int>(m_alignment) | Qt::TextWordWrap, text());
    if (m_note.isEmpty())
        return;
    painter.setFont(noteFont());
    painter.setPen(m_theme.dim);
    painter.drawText(area.adjusted(0, textRect(area).height() + noteGap, 0, 0),
                     static_cast<int>(m_alignment) | Qt::TextWordWrap, m_note);
}

void WrapButton::enterEvent(QEnterEvent* event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void WrapButton::leaveEvent(QEvent* event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

void WrapButton::focusInEvent(QFocusEvent* event)
{
    update();
    QAbstractButton::focusInEvent(event);
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide/parts.h"

#include <algorithm>

#include <QClipboard>
#include <QCursor>
#include <QGuiApplication>
#include <QLayout>
#include <QPainter>
#include <QScrollArea>
#include <QToolTip>
#include <QUrl>

#include "models/report/instruction.h"

namespace whittle
{

QFont scaled(const QFont& font, double factor, QFont::Weight weight)
{
    QFont result = font;
    result.setPointSizeF(font.pointSizeF() * factor);
    result.setWeight(weight);
    return result;
}

void seeThrough(QScrollArea& area)
{
    area.viewport()->setAutoFillBackground(false);
    if (area.widget())
        area.widget()->setAutoFillBackground(false); // setWidget() turns it on
}

void replaceContent(QScrollArea& area, QWidget* content)
{
    if (QWidget* old = area.takeWidget()) {
        old->hide();
        old->setParent(nullptr);
        old->deleteLater(); // it may be the sender of what we are called by
    }
    content->setParent(area.viewport()); // where it gets its style, which decides about sizes
    const int width = area.viewport()->width();
    content->resize(width,
                    content->heightForWidth(width)); // else setWidget() asks for a size without a width
    area.setWidget(content);
    seeThrough(area);
    content->layout()->activate();
}

QString scrollBarStyle(const Theme& theme)
{
    return QStringLiteral("QScrollBar:vertical{width:11px;background:%1;margin:0}"
                          "QScrollBar::handle:vertical{background:%2;border-radius:3px;min-height:28px;"
                          "margin:2px 3px 2px 2px}"
                          "QScrollBar::handle:vertical:hover{background:%3}"
                          "QScrollBar::add-line,QScrollBar::sub-line{height:0;width:0}"
                          "QScrollBar::add-page,QScrollBar::sub-page{background:transparent}")
        .arg(theme.panel.name(), theme.line.name(), theme.faint.name());
}

QLabel* makeLabel(const QString& text, const QColor& color, const QFont& font)
{
    auto* label = new WrappedLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(font);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    palette.setColor(QPalette::Text, color);
    label->setPalette(palette);
    return label;
}

QLabel* makeHeading(const QString& text, const Theme& theme, const QFont& font)
{
    return makeLabel(text, theme.text, scaled(font, 1.0, QFont::DemiBold));
}

QSize WrappedLabel::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int most = metrics.averageCharWidth() * 40;
    const bool isLong = text().size() > 40; // to measure it is what is to be avoided
    return wordWrap()
        ? QSize(isLong ? most : std::min(most, metrics.horizontalAdvance(text()) + 2), metrics.height())
        : QLabel::sizeHint();
}

QSize WrappedLabel::minimumSizeHint() const
{
    return wordWrap()
        ? QSize(std::min(sizeHint().width(), fontMetrics().averageCharWidth() * 12), sizeHint().height())
        : QLabel::minimumSizeHint();
}

Instruction::Instruction(const QString& marked, const Theme& theme, const QFont& font)
{
    QString html;
    for (const InstructionPart& part : instructionParts(marked)) {
        const QString text = part.text.toHtmlEscaped();
        html += part.isCommand
            ? QStringLiteral("<a href=\"%1\" style=\"color:%2;text-decoration:none\">"
                             "<code>%3</code></a>")
                  .arg(QString::fromLatin1(part.text.toUtf8().toPercentEncoding()), theme.accent.name(), text)
            : text;
    }
    setTextFormat(Qt::RichText);
    setText(html);
    setWordWrap(true);
    setFont(scaled(font, smallText));
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::LinksAccessibleByKeyboard);
    setAccessibleName(plainInstruction(marked));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, theme.dim);
    colors.setColor(QPalette::Text, theme.dim);
    setPalette(colors);
    connect(this, &QLabel::linkHovered, this, [this](const QString& link) {
        setToolTip(link.isEmpty() ? QString() : tr("Copy this command"));
    });
    connect(this, &QLabel::linkActivated, this, &Instruction::copy);
}

void Instruction::copy(const QString& command)
{
    QGuiApplication::clipboard()->setText(QUrl::fromPercentEncoding(command.toLatin1()));
    QToolTip::showText(QCursor::pos(), tr("Copied"), this);
}

ProbabilityBar::ProbabilityBar(double probability, const QColor& color, const QColor& track, QWidget* parent)
    : QWidget(parent)
    , m_probability(std::clamp(probability, 0.0, 1.0))
    , m_color(color)
    , m_track(track)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProbabilityBar::paintEvent(QPaintEvent*)
{
    constexpr qreal thickness = 6;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF track(0, (height() - thickness) / 2, width(), thickness);
    painter.setBrush(m_track);
    painter.drawRoundedRect(track, thickness / 2, thickness / 2);
    if (m_probability <= 0)
        return;
    painter.setBrush(m_color);
    const QRectF filled(track.x(), track.y(), std::max(track.width() * m_probability, thickness), thickness);
    painter.drawRoundedRect(filled, thickness / 2, thickness / 2);
}

} // namespace whittle

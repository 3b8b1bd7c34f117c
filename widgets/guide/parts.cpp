// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide/parts.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>

#include "widgets/guide/guidetext.h"

namespace whittle
{

namespace
{
constexpr int boxPadding = 7;
constexpr int unlimited = 10000;
constexpr int codeFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere;
} // namespace

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
    auto* label = new QLabel(text);
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

CommandBox::CommandBox(const QString& command, const Theme& theme, const QFont& font, QWidget* parent)
    : QWidget(parent)
    , m_command(command)
    , m_theme(theme)
    , m_fixed(QFontDatabase::systemFont(QFontDatabase::FixedFont))
    , m_copy(new QToolButton(this))
{
    m_fixed.setPointSizeF(font.pointSizeF() * 0.92);
    setAccessibleName(tr("Command: %1").arg(command));
    m_copy->setObjectName(QStringLiteral("copy"));
    m_copy->setText(tr("Copy"));
    m_copy->setFont(scaled(font, smallText));
    m_copy->setAccessibleName(tr("Copy the command %1").arg(command));
    m_copy->setToolTip(tr("Copy to the clipboard"));
    m_copy->setCursor(Qt::PointingHandCursor);
    m_copy->setStyleSheet(
        QStringLiteral("QToolButton{border:1px solid transparent;border-radius:4px;padding:1px "
                       "5px;color:%1;background:transparent}"
                       "QToolButton:hover{background:%2}QToolButton:focus{border-color:%1}")
            .arg(theme.accent.name(), theme.soft.name()));
    connect(m_copy, &QToolButton::clicked, this, &CommandBox::copy);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CommandBox::copy()
{
    QGuiApplication::clipboard()->setText(m_command);
    m_copy->setText(tr("Copied"));
    resizeEvent(nullptr);
}

int CommandBox::heightForWidth(int width) const
{
    const int room = std::max(width - 3 * boxPadding - m_copy->sizeHint().width(), 20);
    const int text =
        QFontMetrics(m_fixed).boundingRect(QRect(0, 0, room, unlimited), codeFlags, m_command).height();
    return std::max(text, m_copy->sizeHint().height()) + 2 * boxPadding;
}

QSize CommandBox::sizeHint() const
{
    return {220, heightForWidth(220)};
}

QSize CommandBox::minimumSizeHint() const
{
    return {120, QFontMetrics(m_fixed).height() + 2 * boxPadding};
}

void CommandBox::resizeEvent(QResizeEvent*)
{
    const QSize size = m_copy->sizeHint();
    m_copy->setGeometry(width() - size.width() - 5,
                        (QFontMetrics(m_fixed).height() + 2 * boxPadding - size.height()) / 2 + 1,
                        size.width(), size.height());
}

void CommandBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.line);
    painter.setBrush(m_theme.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setFont(m_fixed);
    painter.setPen(m_theme.text);
    const QRect area = rect().adjusted(boxPadding, boxPadding, -2 * boxPadding - m_copy->width(), 0);
    painter.drawText(area, codeFlags, m_command);
}

void addInstruction(QBoxLayout& layout, const QString& instruction, const Theme& theme, const QFont& font)
{
    for (const InstructionPart& part : instructionParts(instruction)) {
        if (part.isCommand)
            layout.addWidget(new CommandBox(part.text, theme, font));
        else
            layout.addWidget(makeLabel(part.text, theme.dim, scaled(font, smallText)));
    }
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/messagearea.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/shell/look/icons.h"

namespace whittle
{

namespace
{

constexpr int mostBars = 3;

struct Mark {
    QLatin1String icon;
    QLatin1String name;
    QColor color;
};

Mark markOf(Message::Kind kind, const Theme& theme)
{
    switch (kind) {
    case Message::Kind::Success:
        return {QLatin1String("check"), QLatin1String("success"), theme.ok};
    case Message::Kind::Warning:
        return {QLatin1String("warning"), QLatin1String("warning"), theme.warn};
    case Message::Kind::Error:
        return {QLatin1String("error"), QLatin1String("error"), theme.bad};
    case Message::Kind::Note:
        break;
    }
    return {QLatin1String("info"), QLatin1String("note"), theme.accent};
}

} // namespace

MessageBar::MessageBar(Message message, const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_message(std::move(message))
    , m_icon(new QLabel)
    , m_dismiss(new QPushButton(tr("Dismiss")))
{
    setObjectName(QStringLiteral("messageBar"));
    setProperty("severity", markOf(m_message.kind, theme).name);
    setAccessibleName(m_message.text);
    auto* text = new QLabel(m_message.text);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_dismiss->setProperty("link", true);
    m_dismiss->setAccessibleName(tr("Dismiss: %1").arg(m_message.text));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 10, 8);
    row->setSpacing(10);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    if (!m_message.actionText.isEmpty()) {
        auto* action = new QPushButton(m_message.actionText);
        action->setProperty("link", true);
        connect(action, &QPushButton::clicked, this, [this, act = m_message.action] {
            Q_EMIT dismissed();
            act();
        });
        row->addWidget(action);
    }
    row->addWidget(m_dismiss);
    connect(m_dismiss, &QPushButton::clicked, this, &MessageBar::dismissed);
    setTheme(theme);
}

void MessageBar::setTheme(const Theme& theme)
{
    const Mark mark = markOf(m_message.kind, theme);
    m_icon->setPixmap(linePixmap(mark.icon, mark.color, 18, devicePixelRatioF()));
}

MessageArea::MessageArea(QWidget* parent)
    : QWidget(parent)
    , m_theme(Theme::light())
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    hide();
}

void MessageArea::show(const Message& message)
{
    for (MessageBar* bar : std::as_const(m_bars)) {
        if (bar->message().text == message.text)
            return;
    }
    auto* bar = new MessageBar(message, m_theme);
    connect(bar, &MessageBar::dismissed, this, [this, bar] { remove(bar); });
    m_bars.append(bar);
    m_layout->addWidget(bar);
    if (m_bars.size() > mostBars)
        remove(m_bars.front());
    setVisible(true);
    QAccessibleEvent alert(bar, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageArea::clear()
{
    while (!m_bars.isEmpty())
        remove(m_bars.front());
}

void MessageArea::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (MessageBar* bar : std::as_const(m_bars))
        bar->setTheme(theme);
}

void MessageArea::remove(MessageBar* bar)
{
    m_bars.removeAll(bar);
    m_layout->removeWidget(bar);
    bar->hide();
    bar->deleteLater(); // its own button may have asked for it
    setVisible(!m_bars.isEmpty());
}

} // namespace whittle

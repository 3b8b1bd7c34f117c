// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/pinbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace whittle
{

PinBar::PinBar(QWidget* parent)
    : QFrame(parent)
    , m_question(new QLabel)
    , m_accept(new QPushButton(tr("The selected one")))
{
    setObjectName(QStringLiteral("pinBar"));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_accept->setAccessibleName(tr("The selected event is the same moment"));
    auto* cancel = new QPushButton(tr("Cancel"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 10, 4);
    row->addWidget(m_question, 1);
    row->addWidget(m_accept);
    row->addWidget(cancel);
    connect(m_accept, &QPushButton::clicked, this, &PinBar::accept);
    connect(cancel, &QPushButton::clicked, this, &PinBar::end);
    hide();
}

void PinBar::setTheme(const Theme& theme)
{
    setStyleSheet(QStringLiteral("#pinBar{background:%1;border-top:1px solid %2}")
                      .arg(theme.soft.name(), theme.accent.name()));
}

void PinBar::begin(const EventRef& first, const QString& words)
{
    m_first = first;
    m_question->setText(tr("What in another source is the same moment as %1?").arg(words));
    setSecond({});
    show();
    Q_EMIT pendingChanged(true);
}

void PinBar::end()
{
    m_first.reset();
    m_second.reset();
    hide();
    Q_EMIT pendingChanged(false);
}

void PinBar::setSecond(const std::optional<EventRef>& second)
{
    const bool fits = m_first && second && second->source != m_first->source;
    m_second = fits ? second : std::nullopt;
    m_accept->setEnabled(fits);
    m_accept->setToolTip(fits ? QString() : tr("Select an event of another source."));
}

void PinBar::accept()
{
    if (!m_first || !m_second)
        return;
    const EventRef first = *m_first;
    const EventRef second = *m_second;
    end();
    Q_EMIT pinned(first, second);
}

} // namespace whittle

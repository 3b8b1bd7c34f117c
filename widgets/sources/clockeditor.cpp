// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sources/clockeditor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "widgets/sources/clockdifference.h"

namespace whittle
{

ClockEditor::ClockEditor(QWidget* parent)
    : QWidget(parent)
    , m_question(new QLabel)
    , m_difference(new QLineEdit)
    , m_hint(new QLabel)
{
    m_difference->setObjectName(QStringLiteral("clockDifference"));
    m_difference->setAccessibleName(tr("How far the clock is ahead"));
    m_difference->setFixedWidth(m_difference->fontMetrics().averageCharWidth() * 24);
    m_hint->setProperty("role", QStringLiteral("small"));
    m_hint->setWordWrap(true);
    auto* accepted = new QPushButton(tr("Set"));
    auto* cancel = new QPushButton(tr("Cancel"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_question);
    row->addWidget(m_difference);
    row->addWidget(accepted);
    row->addWidget(cancel);
    row->addWidget(m_hint, 1);
    connect(accepted, &QPushButton::clicked, this, &ClockEditor::accept);
    connect(m_difference, &QLineEdit::returnPressed, this, &ClockEditor::accept);
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void ClockEditor::edit(qint64 source, const QString& name, std::int64_t aheadNs)
{
    m_source = source;
    m_question->setText(tr("The clock of %1 is ahead by").arg(name));
    m_hint->setText(tr("hours:minutes:seconds or seconds, with - where it is behind the reference clock"));
    m_difference->setText(clockDifferenceText(aheadNs));
    show();
    m_difference->setFocus();
    m_difference->selectAll();
}

void ClockEditor::accept()
{
    const auto difference = clockDifference(m_difference->text());
    if (!difference) {
        m_hint->setText(tr("That is no difference in time. Write it as +1:02:03.5 or as -41.2 seconds."));
        m_difference->setFocus();
        return;
    }
    hide();
    Q_EMIT set(m_source, *difference);
}

void ClockEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

} // namespace whittle

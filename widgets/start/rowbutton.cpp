// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/rowbutton.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace whittle
{

namespace
{

QLabel* label(const QString& text, const char* role)
{
    auto* made = new QLabel(text);
    made->setProperty("role", QLatin1String(role));
    made->setTextFormat(Qt::PlainText);
    made->setAttribute(Qt::WA_TransparentForMouseEvents);
    return made;
}

} // namespace

RowButton::RowButton(const QString& title, const QString& detail, const QString& note, QWidget* parent)
    : QPushButton(parent)
{
    setObjectName(QStringLiteral("row"));
    setAccessibleName(note.isEmpty() ? title : title + QStringLiteral(", ") + note);
    setAccessibleDescription(detail);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(10, detail.isEmpty() ? 5 : 7, 10, detail.isEmpty() ? 5 : 7);
    grid->setVerticalSpacing(1);
    grid->addWidget(label(title, "strong"), 0, 0);
    grid->addWidget(label(note, "small"), 0, 1, Qt::AlignRight);
    if (!detail.isEmpty()) {
        QLabel* words = label(detail, "small");
        words->setMinimumWidth(40);
        grid->addWidget(words, 1, 0, 1, 2);
    }
    grid->setColumnStretch(0, 1);
}

QSize RowButton::sizeHint() const
{
    return layout()->sizeHint();
}

QSize RowButton::minimumSizeHint() const
{
    return {120, layout()->minimumSize().height()};
}

void RowButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

} // namespace whittle

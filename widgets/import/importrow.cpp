// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/importrow.h"

#include <algorithm>

#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include "models/report/visibletext.h"
#include "widgets/import/elidedlabel.h"
#include "widgets/import/formatmenu.h"
#include "widgets/import/importtext.h"
#include "widgets/shell/look/icons.h"

namespace whittle
{

namespace
{

constexpr int shownProblems = 3;
constexpr int shownEvents = 3;
constexpr int barSteps = 1000;
constexpr int leastName = 120;
constexpr int mostName = 520;

QLabel* label(const char* role)
{
    auto* made = new QLabel;
    made->setProperty("role", QLatin1String(role));
    made->setTextFormat(Qt::PlainText);
    return made;
}

ElidedLabel* elided(const char* role, Qt::TextElideMode mode)
{
    auto* made = new ElidedLabel(mode);
    made->setProperty("role", QLatin1String(role));
    return made;
}

struct Mark {
    QLatin1String icon;
    QColor color;
};

Mark markOf(const ImportJob& job, const Theme& theme)
{
    switch (job.state) {
    case ImportJob::State::Waiting:
        return {QLatin1String("clock"), theme.faint};
    case ImportJob::State::Reading:
        return {QLatin1String("next"), theme.accent};
    case ImportJob::State::Imported:
        return importtext::isRefused(job) ? Mark{QLatin1String("error"), theme.bad}
            : job.isTroubled()            ? Mark{QLatin1String("warning"), theme.warn}
                                          : Mark{QLatin1String("check"), theme.ok};
    case ImportJob::State::AlreadyInCase:
        return {QLatin1String("info"), theme.dim};
    case ImportJob::State::Failed:
        return {QLatin1String("error"), theme.bad};
    case ImportJob::State::Cancelled:
        break;
    }
    return {QLatin1String("skip"), theme.dim};
}

} // namespace

ImportRow::ImportRow(const Words& words, QWidget* parent)
    : QWidget(parent)
    , m_words(words)
    , m_icon(new QLabel)
    , m_name(elided("strong", Qt::ElideMiddle))
    , m_state(elided("dim", Qt::ElideRight))
    , m_figures(label("dim"))
    , m_events(label("small"))
    , m_problems(label("small"))
    , m_bar(new QProgressBar)
    , m_cancel(makeButton(tr("Cancel"), &ImportRow::cancelRequested))
    , m_retry(makeButton(tr("Try again"), &ImportRow::retryRequested))
    , m_dismiss(makeButton(tr("Dismiss"), &ImportRow::dismissRequested))
    , m_readAs(makeFormatButton([this](const QString& format) { Q_EMIT readAsRequested(m_jobId, format); }))
{
    m_bar->setTextVisible(false);
    m_bar->setRange(0, barSteps);
    m_events->setObjectName(QStringLiteral("firstEvents"));
    m_events->setAccessibleName(tr("First events"));
    m_readAs->setProperty("link", true);
    m_problems->setWordWrap(true);
    m_problems->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QSizePolicy keepsItsPlace = m_readAs->sizePolicy(); // so that figures stand below each other
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_readAs->setSizePolicy(keepsItsPlace);
    setFocusPolicy(Qt::StrongFocus);
    m_icon->setFixedWidth(20);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(4, 3, 4, 3);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(3);
    grid->addWidget(m_icon, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_state, 0, 2);
    grid->addWidget(m_figures, 0, 3);
    int column = 4;
    for (QPushButton* button : {m_cancel, m_retry, m_readAs, m_dismiss})
        grid->addWidget(button, 0, column++);
    grid->addWidget(m_bar, 1, 1, 1, 3);
    grid->addWidget(m_events, 2, 1, 1, 7);
    grid->addWidget(m_problems, 3, 1, 1, 7);
    grid->setColumnStretch(2, 1);
}

QPushButton* ImportRow::makeButton(const QString& text, void (ImportRow::*signal)(int))
{
    auto* button = new QPushButton(text);
    button->setProperty("link", true);
    connect(button, &QPushButton::clicked, this, [this, signal] { Q_EMIT(this->*signal)(m_jobId); });
    return button;
}

void ImportRow::show(const ImportJob& job, const Theme& theme)
{
    m_jobId = job.id;
    m_focus = theme.accent;
    const QString name = visibleText(std::string_view{job.item.path});
    m_name->setText(name);
    m_name->setToolTip(
        QStringLiteral("<span>%1</span>")
            .arg(visibleText(std::string_view{job.item.location}).toHtmlEscaped())); // never taken for markup
    const QString format = importtext::format(job, m_words);
    m_state->setText(format.isEmpty() ? importtext::state(job)
                                      : importtext::state(job) + QStringLiteral(" · ") + format);
    m_figures->setText(importtext::figures(job));
    const QString problems = importtext::problems(job, m_words, shownProblems);
    m_problems->setText(problems);
    m_problems->setVisible(!problems.isEmpty());
    setAccessibleName(name);
    setAccessibleDescription(m_state->text() + QStringLiteral(". ") + m_figures->text() + QStringLiteral(". ")
                             + problems);
    showEvents(job);
    showState(job, theme);
}

void ImportRow::showEvents(const ImportJob& job)
{
    const QString events = importtext::firstEvents(job, m_words, shownEvents);
    m_events->setText(events);
    m_events->setVisible(!events.isEmpty());
}

void ImportRow::showState(const ImportJob& job, const Theme& theme)
{
    using State = ImportJob::State;
    const Mark mark = markOf(job, theme);
    m_icon->setPixmap(linePixmap(mark.icon, mark.color, 16, devicePixelRatioF()));
    const bool known = job.total > 0;
    m_bar->setVisible(job.state == State::Reading);
    m_bar->setRange(0, known ? barSteps : 0); // 0: moves to and fro
    m_bar->setValue(known ? static_cast<int>(job.done * barSteps / job.total) : 0);
    m_bar->setAccessibleName(tr("Progress of %1").arg(m_name->text()));
    m_cancel->setVisible(!job.isOver());
    m_cancel->setEnabled(!job.cancelling);
    m_retry->setVisible(importtext::canBeRetried(job));
    m_dismiss->setVisible(job.isOver());
    m_readAs->setVisible(importtext::canBeReadAs(job));
    m_readAs->setAccessibleName(tr("Choose the format of %1").arg(m_name->text()));
    m_cancel->setAccessibleName(tr("Cancel %1").arg(m_name->text()));
    m_retry->setAccessibleName(tr("Try %1 again").arg(m_name->text()));
    m_dismiss->setAccessibleName(tr("Take %1 off this list").arg(m_name->text()));
}

/// Presses the first of them that is offered.
bool ImportRow::press(std::initializer_list<QPushButton*> buttons) const
{
    for (QPushButton* button : buttons) {
        if (!button->isVisibleTo(this) || !button->isEnabled())
            continue;
        if (button->menu())
            button->menu()->popup(button->mapToGlobal(button->rect().bottomLeft()));
        else
            button->click();
        return true;
    }
    return false;
}

void ImportRow::keyPressEvent(QKeyEvent* event)
{
    bool done = true;
    switch (event->key()) {
    case Qt::Key_Delete:
        done = press({m_cancel, m_dismiss});
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        done = press({m_retry, m_readAs});
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        Q_EMIT stepRequested(event->key() == Qt::Key_Up ? -1 : 1);
        break;
    default:
        done = false;
    }
    if (!done)
        QWidget::keyPressEvent(event);
}

void ImportRow::fillMenu(QMenu& menu) const
{
    for (QPushButton* button : {m_cancel, m_retry, m_readAs, m_dismiss}) {
        if (!button->isVisibleTo(this))
            continue;
        QAction* action = button->menu()
            ? menu.addMenu(button->menu())
            : menu.addAction(button->text(), button, [button] { button->click(); });
        action->setText(button->text());
        action->setEnabled(button->isEnabled());
    }
}

void ImportRow::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu->popup(byKey ? mapToGlobal(QPoint(24, height() / 2)) : event->globalPos());
}

void ImportRow::mousePressEvent(QMouseEvent*)
{
    setFocus(Qt::MouseFocusReason);
}

/// Names of all rows are as wide, so that what is beside them stands below each other.
void ImportRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_name->setFixedWidth(std::clamp(width() * 3 / 10, leastName, mostName));
}

void ImportRow::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_focus, 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

void ImportRow::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void ImportRow::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace whittle

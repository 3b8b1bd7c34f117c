// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/importpanel.h"

#include <algorithm>
#include <array>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include "widgets/import/importrow.h"
#include "widgets/import/importsummary.h"
#include "widgets/import/importtext.h"

namespace whittle
{

namespace
{

constexpr std::size_t mostRows = 30;
constexpr int leastMostHeight = 136; ///< in a window however low

constexpr std::size_t ranks = 6;

/// Rows worth having first.
std::size_t rank(const ImportJob& job)
{
    switch (job.state) {
    case ImportJob::State::Reading:
        return 0;
    case ImportJob::State::Failed:
        return 1;
    case ImportJob::State::Imported:
        return importtext::isRefused(job) ? 1 : job.isTroubled() ? 2 : 5;
    case ImportJob::State::Waiting:
        return 3;
    case ImportJob::State::Cancelled:
        return 4;
    case ImportJob::State::AlreadyInCase:
        break;
    }
    return 5;
}

/// Only what is shown is copied: of a million jobs too, ten times a second.
std::vector<ImportJob> worthShowing(const std::vector<ImportJob>& jobs)
{
    std::array<std::vector<const ImportJob*>, ranks> candidates;
    for (const ImportJob& job : jobs) {
        auto& equals = candidates[rank(job)];
        if (equals.size() < mostRows)
            equals.push_back(&job);
    }
    std::vector<ImportJob> shown;
    for (const auto& equals : candidates) {
        for (const ImportJob* job : equals) {
            if (shown.size() < mostRows)
                shown.push_back(*job);
        }
    }
    return shown;
}

} // namespace

/// As high as its rows are; lower, to the least that is of use, where the window has not that room.
class ImportPanel::List : public QScrollArea
{
public:
    void setWantedHeight(int height)
    {
        m_wanted = height;
        setMinimumHeight(std::min(height, leastMostHeight));
        setMaximumHeight(height);
        updateGeometry();
    }
    QSize sizeHint() const override { return {QScrollArea::sizeHint().width(), m_wanted}; }

private:
    int m_wanted = 0;
};

ImportPanel::ImportPanel(const Words& words, QWidget* parent)
    : QFrame(parent)
    , m_words(words)
    , m_theme(Theme::light())
    , m_headline(new QLabel)
    , m_rest(new QLabel)
    , m_cancelAll(new QPushButton(tr("Cancel all")))
    , m_dismissAll(new QPushButton(tr("Dismiss")))
    , m_scroll(new List)
{
    setProperty("card", true);
    setAccessibleName(tr("Evidence being read"));
    m_headline->setProperty("role", QStringLiteral("heading"));
    m_rest->setProperty("role", QStringLiteral("small"));
    m_dismissAll->setAccessibleName(tr("Take all finished files off this list"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_headline, 1);
    head->addWidget(m_cancelAll);
    head->addWidget(m_dismissAll);
    auto* rows = new QWidget;
    m_rowLayout = new QVBoxLayout(rows);
    m_rowLayout->setContentsMargins(0, 0, 6, 0);
    m_rowLayout->setSpacing(0);
    m_rowLayout->addStretch(1);
    m_scroll->setWidget(rows);
    rows->setAutoFillBackground(false); // setWidget() turned it on
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 12, 10);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_scroll);
    column->addWidget(m_rest);
    connect(m_cancelAll, &QPushButton::clicked, this, &ImportPanel::cancelAllRequested);
    connect(m_dismissAll, &QPushButton::clicked, this, &ImportPanel::dismissAllRequested);
    setJobs({}, std::nullopt);
}

void ImportPanel::setJobs(const std::vector<ImportJob>& jobs, std::optional<std::uint64_t> found,
                          const ImportQueue::Settled& settled)
{
    const ImportSummary summary = summarise(jobs, settled);
    const bool anyOver = std::ranges::any_of(jobs, [](const ImportJob& job) { return job.isOver(); });
    m_shown = worthShowing(jobs);
    m_notShown = static_cast<int>(jobs.size() - m_shown.size());
    m_hasContent = found || !jobs.empty();
    m_headline->setText(headline(summary, found));
    m_isReading = found || summary.over < summary.all;
    m_cancelAll->setVisible(m_isReading);
    m_dismissAll->setVisible(anyOver);
    showRows();
}

void ImportPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    showRows();
}

std::optional<std::size_t> ImportPanel::focusedRow() const
{
    const QWidget* focus = focusWidget();
    for (std::size_t i = 0; focus && focus->hasFocus() && i < m_rows.size(); ++i) {
        if (m_rows[i] == focus || m_rows[i]->isAncestorOf(focus))
            return i;
    }
    return {};
}

/// The keyboard stays with its file wherever that goes, and where the file has gone, with its place.
void ImportPanel::showRows()
{
    const auto focused = focusedRow();
    const int focusedId = focused ? m_rows[*focused]->jobId() : 0;
    while (m_rows.size() < m_shown.size())
        m_rows.push_back(addRow());
    std::size_t next = focused.value_or(0);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < m_shown.size());
        if (i >= m_shown.size())
            continue;
        m_rows[i]->show(m_shown[i], m_theme);
        if (m_shown[i].id == focusedId)
            next = i;
    }
    if (focused && (focusedRow() != focused || next != *focused))
        focusRow(static_cast<int>(next));
    m_scroll->setVisible(!m_shown.empty());
    m_rest->setText(m_notShown == 1 ? tr("and 1 more file") : tr("and %n more files", nullptr, m_notShown));
    m_rest->setVisible(m_notShown > 0);
    fitHeight();
}

void ImportPanel::focusRow(int index)
{
    if (m_shown.empty())
        return;
    ImportRow* row =
        m_rows[static_cast<std::size_t>(std::clamp(index, 0, static_cast<int>(m_shown.size()) - 1))];
    row->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(row, 0, 0);
}

/// As high as the rows are, and no higher than leaves half of the window to the rest; three quarters when
/// all is read and only what went wrong is left to tell.
void ImportPanel::fitHeight()
{
    const int width = m_scroll->viewport()->width() - m_rowLayout->contentsMargins().right();
    int height = 0;
    for (std::size_t i = 0; i < m_shown.size() && i < m_rows.size(); ++i)
        height += m_rows[i]->hasHeightForWidth() ? m_rows[i]->heightForWidth(width)
                                                 : m_rows[i]->sizeHint().height();
    const int rest = m_notShown > 0 ? m_rest->sizeHint().height() + layout()->spacing() : 0;
    const int head = m_headline->sizeHint().height() + rest + 60;
    const int most = window()->height() / (m_isReading ? 2 : 4) - head;
    m_scroll->setWantedHeight(std::min(height + 2, std::max(leastMostHeight, most)));
}

bool ImportPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == window() && event->type() == QEvent::Resize)
        fitHeight();
    return QFrame::eventFilter(watched, event);
}

void ImportPanel::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    window()->installEventFilter(this); // again and again is as once
    fitHeight();
}

void ImportPanel::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitHeight();
}

ImportRow* ImportPanel::addRow()
{
    auto* row = new ImportRow(m_words);
    m_rowLayout->insertWidget(m_rowLayout->count() - 1, row);
    connect(row, &ImportRow::cancelRequested, this, &ImportPanel::cancelRequested);
    connect(row, &ImportRow::retryRequested, this, &ImportPanel::retryRequested);
    connect(row, &ImportRow::dismissRequested, this, &ImportPanel::dismissRequested);
    connect(row, &ImportRow::readAsRequested, this, &ImportPanel::readAsRequested);
    const int index = static_cast<int>(m_rows.size());
    connect(row, &ImportRow::stepRequested, this, [this, index](int by) { focusRow(index + by); });
    return row;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/importpanel.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "widgets/import/importrow.h"

namespace whittle
{

namespace
{

constexpr std::size_t mostRows = 30;
constexpr int mostHeight = 136;

/// Rows worth having first.
int rank(const ImportJob& job)
{
    switch (job.state) {
    case ImportJob::State::Reading:
        return 0;
    case ImportJob::State::Failed:
        return 1;
    case ImportJob::State::Imported:
        return job.outcome.problems.empty() ? 5 : 2;
    case ImportJob::State::Waiting:
        return 3;
    case ImportJob::State::Cancelled:
        return 4;
    case ImportJob::State::AlreadyInCase:
        break;
    }
    return 5;
}

std::vector<const ImportJob*> worthShowing(const std::vector<ImportJob>& jobs)
{
    std::vector<const ImportJob*> shown;
    for (const ImportJob& job : jobs)
        shown.push_back(&job);
    std::stable_sort(shown.begin(), shown.end(),
                     [](const ImportJob* a, const ImportJob* b) { return rank(*a) < rank(*b); });
    if (shown.size() > mostRows)
        shown.resize(mostRows);
    return shown;
}

int count(const std::vector<ImportJob>& jobs, ImportJob::State state)
{
    return static_cast<int>(std::count_if(jobs.begin(), jobs.end(),
                                          [state](const ImportJob& job) { return job.state == state; }));
}

} // namespace

ImportPanel::ImportPanel(const Words& words, QWidget* parent)
    : QFrame(parent)
    , m_words(words)
    , m_theme(Theme::light())
    , m_headline(new QLabel)
    , m_rest(new QLabel)
    , m_cancelAll(new QPushButton(tr("Cancel all")))
    , m_dismissAll(new QPushButton(tr("Dismiss")))
    , m_scroll(new QScrollArea)
{
    setProperty("card", true);
    setAccessibleName(tr("Evidence being read"));
    m_headline->setProperty("role", QStringLiteral("heading"));
    m_rest->setProperty("role", QStringLiteral("small"));
    m_dismissAll->setAccessibleName(tr("Dismiss all that is over"));
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
    setJobs({}, false);
}

void ImportPanel::setJobs(const std::vector<ImportJob>& jobs, bool collecting)
{
    m_jobs = jobs;
    m_hasContent = collecting || !jobs.empty();
    showHeadline(jobs, collecting);
    showRows(jobs);
}

void ImportPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    showRows(m_jobs);
}

void ImportPanel::showHeadline(const std::vector<ImportJob>& jobs, bool collecting)
{
    using State = ImportJob::State;
    const int over = static_cast<int>(
        std::count_if(jobs.begin(), jobs.end(), [](const ImportJob& job) { return job.isOver(); }));
    const int all = static_cast<int>(jobs.size());
    const int failed = count(jobs, State::Failed);
    if (collecting && over == all)
        m_headline->setText(tr("Looking for evidence…"));
    else if (over < all)
        m_headline->setText(tr("Reading evidence: %1 of %2").arg(over + 1).arg(all));
    else if (failed > 0)
        m_headline->setText(failed == 1 ? tr("1 file could not be read")
                                        : tr("%n files could not be read", nullptr, failed));
    else
        showRead(count(jobs, State::Imported));
    m_cancelAll->setVisible(collecting || over < all);
    m_dismissAll->setVisible(over > 0);
}

void ImportPanel::showRead(int files)
{
    m_headline->setText(files == 1 ? tr("1 file read") : tr("%n files read", nullptr, files));
}

void ImportPanel::showRows(const std::vector<ImportJob>& jobs)
{
    const auto shown = worthShowing(jobs);
    while (m_rows.size() < shown.size())
        m_rows.push_back(addRow());
    int height = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < shown.size());
        if (i >= shown.size())
            continue;
        m_rows[i]->show(*shown[i], m_theme);
        height += m_rows[i]->sizeHint().height();
    }
    m_scroll->setFixedHeight(std::clamp(height + 2, 0, mostHeight));
    m_scroll->setVisible(!shown.empty());
    const int rest = static_cast<int>(jobs.size() - shown.size());
    m_rest->setText(tr("and %n more", nullptr, rest));
    m_rest->setVisible(rest > 0);
}

ImportRow* ImportPanel::addRow()
{
    auto* row = new ImportRow(m_words);
    m_rowLayout->insertWidget(m_rowLayout->count() - 1, row);
    connect(row, &ImportRow::cancelRequested, this, &ImportPanel::cancelRequested);
    connect(row, &ImportRow::retryRequested, this, &ImportPanel::retryRequested);
    connect(row, &ImportRow::dismissRequested, this, &ImportPanel::dismissRequested);
    return row;
}

} // namespace whittle

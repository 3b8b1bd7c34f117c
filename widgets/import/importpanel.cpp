// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/importpanel.h"

#include <algorithm>
#include <array>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "widgets/import/importrow.h"
#include "widgets/import/importtext.h"

namespace whittle
{

namespace
{

constexpr std::size_t mostRows = 30;
constexpr int mostHeight = 136;

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
        return job.outcome.problems.empty() && !job.isTroubled() ? 5 : 2;
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
    setJobs({}, std::nullopt);
}

void ImportPanel::setJobs(const std::vector<ImportJob>& jobs, std::optional<std::uint64_t> found)
{
    m_shown = worthShowing(jobs);
    m_notShown = static_cast<int>(jobs.size() - m_shown.size());
    m_hasContent = found || !jobs.empty();
    showHeadline(jobs, found);
    showRows();
}

void ImportPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    showRows();
}

void ImportPanel::showHeadline(const std::vector<ImportJob>& jobs, std::optional<std::uint64_t> found)
{
    using State = ImportJob::State;
    const int over = static_cast<int>(
        std::count_if(jobs.begin(), jobs.end(), [](const ImportJob& job) { return job.isOver(); }));
    const int all = static_cast<int>(jobs.size());
    const int unknown = static_cast<int>(std::count_if(
        jobs.begin(), jobs.end(), [](const ImportJob& job) { return importtext::isUnknown(job); }));
    const int failed = count(jobs, State::Failed) + unknown;
    if (found && *found > 0)
        m_headline->setText(
            tr("Looking for evidence… %1 so far").arg(QLocale().toString(qulonglong(*found))));
    else if (found && over == all)
        m_headline->setText(tr("Looking for evidence…"));
    else if (over < all)
        m_headline->setText(tr("Reading evidence: %1 of %2").arg(over + 1).arg(all));
    else if (failed > 0)
        m_headline->setText(failed == 1 ? tr("1 file could not be read")
                                        : tr("%n files could not be read", nullptr, failed));
    else
        showRead(count(jobs, State::Imported));
    m_cancelAll->setVisible(found || over < all);
    m_dismissAll->setVisible(over > 0);
}

void ImportPanel::showRead(int files)
{
    m_headline->setText(files == 1 ? tr("1 file read") : tr("%n files read", nullptr, files));
}

void ImportPanel::showRows()
{
    while (m_rows.size() < m_shown.size())
        m_rows.push_back(addRow());
    int height = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < m_shown.size());
        if (i >= m_shown.size())
            continue;
        m_rows[i]->show(m_shown[i], m_theme);
        height += m_rows[i]->sizeHint().height();
    }
    m_scroll->setFixedHeight(std::clamp(height + 2, 0, mostHeight));
    m_scroll->setVisible(!m_shown.empty());
    m_rest->setText(tr("and %n more", nullptr, m_notShown));
    m_rest->setVisible(m_notShown > 0);
}

ImportRow* ImportPanel::addRow()
{
    auto* row = new ImportRow(m_words);
    m_rowLayout->insertWidget(m_rowLayout->count() - 1, row);
    connect(row, &ImportRow::cancelRequested, this, &ImportPanel::cancelRequested);
    connect(row, &ImportRow::retryRequested, this, &ImportPanel::retryRequested);
    connect(row, &ImportRow::dismissRequested, this, &ImportPanel::dismissRequested);
    connect(row, &ImportRow::readAsRequested, this, &ImportPanel::readAsRequested);
    return row;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <QFrame>

#include "models/report/words.h"
#include "widgets/figures/theme.h"
#include "widgets/session/importqueue.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace whittle
{

class ImportRow;

/// What is being read, and what could not be: shown at the top of the workspace, never in the way. Takes jobs
/// as values.
///
/// Its list grows with the files, up to about half of the window while they are read, and a quarter later.
///
/// Of thousands of files only some are rows: those that are read or in trouble, then a few of the others; the
/// rest is counted.
class ImportPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ImportPanel(const Words& words, QWidget* parent = nullptr);

    /// `found`: while folders are still being looked through, how many files were found until now.
    /// `settled`: what was taken out of the list of jobs already, for the headline.
    void setJobs(const std::vector<ImportJob>& jobs, std::optional<std::uint64_t> found,
                 const ImportQueue::Settled& settled = {});
    void setTheme(const Theme& theme);
    /// There is something to tell.
    bool hasContent() const { return m_hasContent; }

Q_SIGNALS:
    void cancelRequested(int id);
    void retryRequested(int id);
    void dismissRequested(int id);
    void readAsRequested(int id, const QString& format);
    void cancelAllRequested();
    void dismissAllRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class List;

    void showRows();
    void fitHeight();
    void focusRow(int index);
    /// Which row has the keyboard, itself or one of its buttons.
    std::optional<std::size_t> focusedRow() const;
    ImportRow* addRow();

    const Words& m_words;
    Theme m_theme;
    bool m_hasContent = false;
    bool m_isReading = false;
    std::vector<ImportJob> m_shown; ///< those that have a row
    int m_notShown = 0;
    std::vector<ImportRow*> m_rows;
    QLabel* m_headline;
    QLabel* m_rest;
    QPushButton* m_cancelAll;
    QPushButton* m_dismissAll;
    List* m_scroll;
    QVBoxLayout* m_rowLayout;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/report/words.h"
#include "widgets/figures/theme.h"
#include "widgets/session/importqueue.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace whittle
{

/// One file of the import panel.
class ImportRow : public QWidget
{
    Q_OBJECT

public:
    explicit ImportRow(const Words& words, QWidget* parent = nullptr);

    void show(const ImportJob& job, const Theme& theme);
    int jobId() const { return m_jobId; }

Q_SIGNALS:
    void cancelRequested(int id);
    void retryRequested(int id);
    void dismissRequested(int id);
    void readAsRequested(int id, const QString& format);

private:
    QPushButton* makeButton(const QString& text, void (ImportRow::*signal)(int));
    void showState(const ImportJob& job, const Theme& theme);
    void showEvents(const ImportJob& job);

    const Words& m_words;
    int m_jobId = 0;
    QLabel* m_icon;
    QLabel* m_name;
    QLabel* m_state;
    QLabel* m_figures;
    QLabel* m_events; ///< the first ones, while the file is being read
    QLabel* m_problems;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QPushButton* m_retry;
    QPushButton* m_dismiss;
    QPushButton* m_readAs;
};

} // namespace whittle

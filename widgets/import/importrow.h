// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

#include <QWidget>

#include "models/report/words.h"
#include "widgets/figures/theme.h"
#include "widgets/session/importqueue.h"

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;

namespace whittle
{

class ElidedLabel;

/// One file of the import panel. Keyboard: Delete cancels what is read and dismisses what is over, Return
/// does what helps (tries again, or offers formats), Up and Down go to the neighbours, the Menu key lists all
/// that can be done.
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
    void stepRequested(int by); ///< the focus shall go to the row so much further down

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QPushButton* makeButton(const QString& text, void (ImportRow::*signal)(int));
    void showState(const ImportJob& job, const Theme& theme);
    void showEvents(const ImportJob& job);
    void fillMenu(QMenu& menu) const;
    bool press(std::initializer_list<QPushButton*> buttons) const;

    const Words& m_words;
    int m_jobId = 0;
    QColor m_focus; ///< of the frame around the row that has the keyboard
    QLabel* m_icon;
    ElidedLabel* m_name;
    ElidedLabel* m_state;
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

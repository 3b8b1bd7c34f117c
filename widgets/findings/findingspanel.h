// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "models/analysis/analysis.h"
#include "models/timeline/timetext.h"
#include "widgets/figures/theme.h"

namespace whittle
{

/// What the checks found, the worst first, each with the lines that prove it; below, what they cleared and
/// what they could not see.
///
/// Keys: Up and Down walk through rows and lines, Enter or Space unfolds a row or opens a line, Ctrl+C copies
/// the row.
class FindingsPanel : public QWidget
{
    Q_OBJECT

public:
    /// `knowledge` must live longer than the panel.
    explicit FindingsPanel(const Knowledge& knowledge, QWidget* parent = nullptr);
    ~FindingsPanel() override;

    /// Null: no case is open, and the panel is empty.
    void setAnalysis(AnalysisPtr analysis);
    void setTheme(const Theme& theme);
    void setTimes(const TimeText& times);

    /// How many findings there are, for the tab.
    int count() const;
    /// The findings as text: the row that has the focus, or all.
    QString selectedText() const;
    QString allText() const;

    QSize sizeHint() const override { return {1000, 260}; }

Q_SIGNALS:
    void eventSelected(const whittle::EventRef& ref, whittle::CaseTime time);
    void deviceChosen(const QString& device);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace whittle

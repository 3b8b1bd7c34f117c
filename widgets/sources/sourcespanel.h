// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "models/report/words.h"
#include "widgets/figures/theme.h"
#include "widgets/sources/sourcecolumns.h"
#include "widgets/sources/sourcesmodel.h"

class QAction;
class QMenu;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;
class QTextBrowser;

namespace whittle
{

class ClockEditor;
class SourceDelegate;

/// The sources of the case: a table, and everything about the selected one beside it.
class SourcesPanel : public QWidget
{
    Q_OBJECT

public:
    /// The words must outlive the panel.
    explicit SourcesPanel(const Words& words, QWidget* parent = nullptr);

    void setAnalysis(const AnalysisPtr& analysis);
    void setTimes(const TimeText& times);
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void addEvidenceRequested();
    /// raw(SourceId): Qt cannot stream an enumeration on top of `long`, so it is no meta type.
    void removeRequested(qint64 source);
    void readAsRequested(qint64 source, const QString& format);
    /// How far its clock is ahead of the reference clock, in nanoseconds; empty: as the evidence says.
    void offsetSet(qint64 source, std::optional<std::int64_t> aheadNs);
    /// Whether its clock is left out when clocks are compared.
    void excluded(qint64 source, bool isExcluded);
    /// Two events are no longer said to be the same moment.
    void unpinned(const whittle::EventRef& a, const whittle::EventRef& b);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeTable();
    QWidget* makeDetails();
    QLayout* makeButtons();
    void makeClockMenu();
    void showMenu(QPoint place);
    void editClock();
    void unpin(const QString& link);
    void showClockActions();
    void measureColumns();
    void fitTable();
    void showDetails();
    const AnalysedSource* selected() const;
    void select(std::optional<SourceId> id);

    const Words& m_words;
    TimeText m_times;
    SourcesModel m_model;
    QSortFilterProxyModel* m_sorted;
    std::vector<ColumnNeed> m_needs;
    SourceDelegate* m_delegate = nullptr;
    QTableView* m_table = nullptr;
    QTextBrowser* m_details = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_readAs = nullptr;
    QPushButton* m_clock = nullptr;
    QMenu* m_clockMenu = nullptr;
    QAction* m_setClock = nullptr;
    QAction* m_leaveOut = nullptr;
    QAction* m_asEvidence = nullptr;
    ClockEditor* m_editor = nullptr;
};

} // namespace whittle

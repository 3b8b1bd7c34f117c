// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "models/analysis/analysis.h"
#include "models/timeline/timetext.h"
#include "widgets/figures/theme.h"

namespace whittle
{

class CaseFile;

/// All events of a case as a table in the order of time over all sources, to search, filter, select and copy.
///
/// Reading and filtering happen on worker threads. Up to 200,000 rows are held; of a larger case the earliest
/// are, and the line at the bottom says so. "Only in view" then reads what lies in the view.
class EventsPanel : public QWidget
{
    Q_OBJECT

public:
    /// `knowledge` must live longer than the panel.
    explicit EventsPanel(const Knowledge& knowledge, QWidget* parent = nullptr);
    ~EventsPanel() override;

    /// Null: no case is open. The table fills when the analysis comes.
    void setCase(std::shared_ptr<const CaseFile> file);
    /// Reads the case again only where its sources or their clocks have changed.
    void setAnalysis(AnalysisPtr analysis);
    void setTheme(const Theme& theme);
    void setTimes(const TimeText& times);
    /// What the timeline shows.
    void setRange(CaseTime from, CaseTime to);
    /// Scrolls to that event and selects it, as soon as it is loaded; says so where the filter hides it.
    void select(const EventRef& ref);
    /// Filters: one source, and of it the families of these kinds.
    void showOnly(SourceId source, const QStringList& kinds);
    /// Puts the cursor into the search.
    void find();
    /// How many rows are held at most; for tests.
    void setLimit(std::size_t rows);

    QSize sizeHint() const override { return {1000, 260}; }

Q_SIGNALS:
    void eventSelected(const whittle::EventRef& ref, whittle::CaseTime time);
    void deviceChosen(const QString& device);
    /// The user says that two events of different sources are the same moment.
    void pinned(const whittle::EventRef& first, const whittle::EventRef& second);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <vector>

#include <QTimer>
#include <QWidget>

#include "widgets/shell/panel.h"

class QFrame;
class QSettings;
class QSplitter;
class QTabWidget;

namespace whittle
{

/// The parts of the workspace.
struct WorkspaceParts {
    Panel timeline;
    Panel guide;
    Panel findings;
    Panel events;
    Panel reader;
    Panel sources;
    Panel visibility;
    Panel device;
};

/// The panels of an open case side by side: the timeline above findings, events and sources with the reader
/// beside them, the guide at the right. Tells every panel what it wants to know; all borders can be moved and
/// are remembered.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Findings, Events, Sources, Visibility, Device };

    explicit Workspace(const WorkspaceParts& parts, QWidget* parent = nullptr);

    /// Another case, or (null) none.
    void setCase(const std::shared_ptr<CaseFile>& file, const AnalysisPtr& analysis,
                 const OverviewDensity& density);
    /// The same case, understood anew. The panels show it one after the other, the timeline at once.
    void setAnalysis(const AnalysisPtr& analysis, const OverviewDensity& density);
    void setTimes(const TimeText& times);
    void setTheme(const Theme& theme);
    /// Shows one event everywhere.
    void select(const EventRef& ref, CaseTime time);
    /// What the timeline shows now.
    void setRange(CaseTime from, CaseTime to);
    void showRange(CaseTime from, CaseTime to);
    void showTab(Tab tab);
    Tab currentTab() const;
    /// Begins a search of the events.
    void find();
    /// Everything about one device.
    void showDevice(const std::string& name);
    /// Begins the choice of a device.
    void chooseDevice();
    void setReaderWanted(bool wanted);

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

private:
    QWidget* makeBelow();
    void arrange();
    void showReader();
    std::vector<const Panel*> panels() const;
    void tellNext();

    WorkspaceParts m_parts;
    std::shared_ptr<CaseFile> m_file;
    AnalysisPtr m_analysis;
    OverviewDensity m_density;
    std::deque<const Panel*> m_untold; ///< of this analysis
    QTimer m_turn;
    QSplitter* m_columns; ///< timeline and tabs | guide
    QSplitter* m_rows; ///< timeline over tabs
    QSplitter* m_below; ///< tabs | reader
    QTabWidget* m_tabs;
    QFrame* m_readerCard = nullptr;
    bool m_readerWanted = true;
    bool m_hasSelection = false;
};

} // namespace whittle

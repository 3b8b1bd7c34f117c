// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QMainWindow>
#include <QTimer>

#include "models/evidence/unpackmeter.h"
#include "models/report/words.h"
#include "models/timeline/timetext.h"
#include "widgets/session/session.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/filedialogs.h"
#include "widgets/shell/findingwalk.h"
#include "widgets/shell/recentcases.h"
#include "widgets/shell/workspace.h"

class QActionGroup;
class QSettings;
class QStackedWidget;

namespace whittle
{

class DropOverlay;
class ImportPanel;
class MessageArea;
class SourcesPanel;
class StartPage;
class TopBar;
class ZoneMenu;
struct Message;

/// What the window is made with, and cannot make itself.
struct WindowSetup {
    WorkspaceParts parts; ///< all but `sources`, which is the window's own
    FileDialogs dialogs = FileDialogs::ofDesktop();
    QString sampleFolder; ///< empty: there is no sample case
    QString logFolder;
    /// Writes the report, and calls back on the main thread. Empty: there is no export.
    std::function<void(const AnalysisPtr&, const TimeText&, const QString& path,
                       const std::function<void(Result<void>)>& done)>
        exportPdf;
    BundleLimits limits; ///< how much one file may unpack to
    /// Keeps other limits, for what is read from now on.
    std::function<void(const BundleLimits&)> setLimits;
};

/// The main window: start page or workspace under one top bar, menus, messages, drag and drop. It wires what
/// the session tells to what the panels show; it computes nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All references must outlive the window.
    MainWindow(Session& session, const Words& words, const Appearance& appearance, QSettings& settings,
               WindowSetup setup);
    ~MainWindow() override;

    /// What a panel reports: shown in all of them.
    void selectEvent(const EventRef& ref, CaseTime time);
    void setVisibleRange(CaseTime from, CaseTime to);
    /// Everything about one device, wherever its name was pressed.
    void showDevice(const QString& name);
    void setThemeChoice(ThemeChoice choice);
    void showMessage(const Message& message);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void buildCentre();
    void connectSession();
    void connectStartPage();
    void connectImports();
    void buildFileMenu();
    void buildEditMenu();
    void buildViewMenu();
    void buildThemeMenu(QMenu& view);
    void buildHelpMenu();
    /// An action of the window with that shortcut; `needsCase`: enabled while one is open.
    QAction* action(QMenu& menu, const QString& text, const QKeySequence& shortcut,
                    const std::function<void()>& call, bool needsCase = false);

    void caseChanged();
    void analysisChanged();
    void importsChanged();
    void busyChanged();
    void showTimes();
    void showExport();
    void showTitle();
    void askToRemove(SourceId id);
    void fillRecentMenu();
    void rememberCase();
    void newCase();
    void openCase();
    void openSample();
    void addEvidence();
    void saveCaseAs();
    void exportFindings();
    void showSettings();
    void exported(const QString& path, const Result<void>& result);
    void zoomAll();
    void walkFindings(int step);
    void showError(const Error& error);
    QString currentZone() const;

    Session& m_session;
    const Words& m_words;
    const Appearance& m_appearance;
    QSettings& m_settings;
    WindowSetup m_setup;
    RecentCases m_recent;
    FindingWalk m_walk;
    TimeText m_times;
    QString m_shownZone; ///< of those
    QTimer m_importsSettled; ///< runs out some time after all is read
    bool m_selecting = false;
    bool m_exporting = false;

    TopBar* m_topBar;
    MessageArea* m_messages;
    ImportPanel* m_imports;
    StartPage* m_startPage;
    SourcesPanel* m_sources;
    Workspace* m_workspace;
    QStackedWidget* m_pages;
    DropOverlay* m_overlay;
    QMenu* m_recentMenu = nullptr;
    ZoneMenu* m_zoneMenu = nullptr;
    QActionGroup* m_themes = nullptr;
    QList<QAction*> m_caseActions;
};

} // namespace whittle

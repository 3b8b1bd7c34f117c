// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the main window.
#include <QActionGroup>
#include <QDesktopServices>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QUrl>

#include "widgets/shell/aboutwindow.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/settingswindow.h"
#include "widgets/shell/zonemenu.h"

namespace whittle
{

QAction* MainWindow::action(QMenu& menu, const QString& text, const QKeySequence& shortcut,
                            const std::function<void()>& call, bool needsCase)
{
    QAction* made = menu.addAction(text);
    made->setShortcut(shortcut);
    connect(made, &QAction::triggered, this, call);
    if (needsCase) {
        made->setEnabled(false);
        m_caseActions.append(made);
    }
    return made;
}

void MainWindow::buildFileMenu()
{
    QMenu& file = *menuBar()->addMenu(tr("&File"));
    action(file, tr("&New case…"), QKeySequence::New, [this] { newCase(); });
    action(file, tr("&Open case…"), QKeySequence::Open, [this] { openCase(); });
    m_recentMenu = file.addMenu(tr("Open &recent"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    action(file, tr("Open the sa&mple case"), {}, [this] {
        openSample();
    })->setEnabled(!m_setup.sampleFolder.isEmpty());
    file.addSeparator();
    action(file, tr("&Add evidence…"), QKeySequence(Qt::CTRL | Qt::Key_I), [this] { addEvidence(); });
    file.addSeparator();
    action(
        file, tr("&Save case as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] { saveCaseAs(); },
        true);
    action(
        file, tr("&Export findings…"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportFindings(); },
        true);
    file.addSeparator();
    action(
        file, tr("&Close case"), QKeySequence::Close, [this] { m_session.closeCase(); }, true);
    action(file, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
}

void MainWindow::buildEditMenu()
{
    QMenu& edit = *menuBar()->addMenu(tr("&Edit"));
    action(
        edit, tr("&Undo the last change"), QKeySequence::Undo, [this] { m_session.undo(); }, true);
    action(
        edit, tr("&Find events…"), QKeySequence::Find, [this] { m_workspace->find(); }, true);
    edit.addSeparator();
    action(edit, tr("&Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { showSettings(); });
}

void MainWindow::buildViewMenu()
{
    QMenu& view = *menuBar()->addMenu(tr("&View"));
    action(
        view, tr("&Findings"), QKeySequence(Qt::CTRL | Qt::Key_1),
        [this] { m_workspace->showTab(Workspace::Findings); }, true);
    action(
        view, tr("&Events"), QKeySequence(Qt::CTRL | Qt::Key_2),
        [this] { m_workspace->showTab(Workspace::Events); }, true);
    action(
        view, tr("&Sources"), QKeySequence(Qt::CTRL | Qt::Key_3),
        [this] { m_workspace->showTab(Workspace::Sources); }, true);
    action(
        view, tr("&Visibility"), QKeySequence(Qt::CTRL | Qt::Key_4),
        [this] { m_workspace->showTab(Workspace::Visibility); }, true);
    action(
        view, tr("&Device…"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] { m_workspace->chooseDevice(); },
        true);
    QAction* reader = view.addAction(tr("&Reader beside the events"));
    reader->setCheckable(true);
    reader->setChecked(true);
    connect(reader, &QAction::toggled, m_workspace, &Workspace::setReaderWanted);
    view.addSeparator();
    action(
        view, tr("&Next finding"), QKeySequence(Qt::Key_F), [this] { walkFindings(1); }, true);
    action(
        view, tr("&Previous finding"), QKeySequence(Qt::SHIFT | Qt::Key_F), [this] { walkFindings(-1); },
        true);
    action(
        view, tr("Show &all of the time"), QKeySequence(Qt::CTRL | Qt::Key_0), [this] { zoomAll(); }, true);
    view.addSeparator();
    m_zoneMenu = new ZoneMenu(this);
    view.addMenu(m_zoneMenu);
    buildThemeMenu(view);
}

void MainWindow::buildThemeMenu(QMenu& view)
{
    QMenu& menu = *view.addMenu(tr("T&heme"));
    m_themes = new QActionGroup(this);
    const std::pair<ThemeChoice, QString> choices[] = {{ThemeChoice::System, tr("&System")},
                                                       {ThemeChoice::Light, tr("&Light")},
                                                       {ThemeChoice::Dark, tr("&Dark")}};
    for (const auto& [choice, text] : choices) {
        QAction* made = menu.addAction(text);
        made->setCheckable(true);
        made->setData(toText(choice));
        m_themes->addAction(made);
        connect(made, &QAction::triggered, this, [this, picked = choice] { setThemeChoice(picked); });
    }
}

void MainWindow::buildHelpMenu()
{
    QMenu& help = *menuBar()->addMenu(tr("&Help"));
    action(help, tr("Open &log folder"), {}, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_setup.logFolder));
    })->setEnabled(!m_setup.logFolder.isEmpty());
    action(help, tr("&About Whittle"), {}, [this] { (new AboutWindow(this))->show(); });
}

void MainWindow::showSettings()
{
    if (auto* open = findChild<SettingsWindow*>()) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto* window =
        new SettingsWindow(themeChoice(m_themes->checkedAction()->data().toString()), m_setup.limits, this);
    connect(window, &SettingsWindow::themeChosen, this, &MainWindow::setThemeChoice);
    connect(window, &SettingsWindow::limitsChosen, this, [this](const BundleLimits& limits) {
        m_setup.limits = limits;
        if (m_setup.setLimits)
            m_setup.setLimits(limits);
    });
    window->show();
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const RecentCase& one : m_recent.list()) {
        const QString name = QFileInfo(one.path).completeBaseName();
        QAction* made = m_recentMenu->addAction(one.exists ? name : tr("%1 (no longer there)").arg(name));
        made->setEnabled(one.exists);
        made->setToolTip(one.path);
        connect(made, &QAction::triggered, this, [this, path = one.path] { m_session.openCase(path); });
    }
    const bool none = m_recentMenu->isEmpty();
    m_recentMenu->addSeparator();
    QAction* clear = m_recentMenu->addAction(tr("&Clear the list"));
    clear->setEnabled(!none);
    connect(clear, &QAction::triggered, this, [this] {
        m_recent.clear();
        m_startPage->setRecent({});
    });
}

} // namespace whittle

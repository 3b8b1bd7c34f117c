// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/mainwindow.h"

#include <utility>

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include "models/report/visibletext.h"
#include "models/store/casefile.h"
#include "widgets/import/importpanel.h"
#include "widgets/shell/casesummary.h"
#include "widgets/shell/dropoverlay.h"
#include "widgets/shell/messagearea.h"
#include "widgets/shell/topbar.h"
#include "widgets/shell/zonemenu.h"
#include "widgets/sources/sourcespanel.h"

namespace whittle
{

namespace
{

constexpr std::chrono::seconds successShown{4};
const QString geometryKey = QStringLiteral("window/geometry");
const QString themeKey = QStringLiteral("window/theme");

WorkspaceParts with(WorkspaceParts parts, SourcesPanel* sources)
{
    parts.sources = panelOf(sources);
    return parts;
}

} // namespace

MainWindow::MainWindow(Session& session, const Words& words, const Appearance& appearance,
                       QSettings& settings, WindowSetup setup)
    : m_session(session)
    , m_words(words)
    , m_appearance(appearance)
    , m_settings(settings)
    , m_setup(std::move(setup))
    , m_recent(settings)
    , m_topBar(new TopBar)
    , m_messages(new MessageArea)
    , m_imports(new ImportPanel(words))
    , m_startPage(new StartPage(words))
    , m_sources(new SourcesPanel(words))
    , m_workspace(new Workspace(with(m_setup.parts, m_sources)))
    , m_pages(new QStackedWidget)
    , m_overlay(new DropOverlay(this))
{
    setAcceptDrops(true);
    setMinimumSize(900, 600);
    // The screen's own bars are off already; what is left is for the window's frame.
    const QSize room = screen()->availableSize() - QSize(8, 36);
    resize(QSize(1440, 900).boundedTo(room.expandedTo(minimumSize())));
    buildCentre();
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    buildHelpMenu();
    connectSession();
    connectStartPage();
    connectImports();
    connect(m_zoneMenu, &ZoneMenu::zoneChosen, m_topBar, &TopBar::zoneChosen);
    qApp->installEventFilter(this);
    restoreGeometry(m_settings.value(geometryKey).toByteArray());
    m_workspace->restore(m_settings);
    setThemeChoice(themeChoice(m_settings.value(themeKey).toString()));
    caseChanged();
}

MainWindow::~MainWindow()
{
    disconnect(&m_session, nullptr, this, nullptr);
    disconnect(&m_session.imports(), nullptr, this, nullptr);
    m_workspace->setCase(nullptr, std::make_shared<Analysis>(), {});
}

void MainWindow::buildCentre()
{
    m_pages->addWidget(m_startPage);
    m_pages->addWidget(m_workspace);
    auto* room = new QVBoxLayout;
    room->setContentsMargins(12, 12, 12, 12);
    room->setSpacing(10);
    room->addWidget(m_messages);
    room->addWidget(m_imports);
    room->addWidget(m_pages, 1);
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addLayout(room, 1);
    setCentralWidget(centre);
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::caseChanged, this, &MainWindow::caseChanged);
    connect(&m_session, &Session::analysisChanged, this, &MainWindow::analysisChanged);
    connect(&m_session, &Session::busyChanged, this, &MainWindow::busyChanged);
    connect(&m_session, &Session::failed, this, &MainWindow::showError);
    connect(&m_session, &Session::saved, this, [this](const QString& path) {
        showMessage({Message::Kind::Success, tr("The case is now kept in %1.").arg(path)});
    });
    connect(m_topBar, &TopBar::titleEdited, &m_session, &Session::setTitle);
    connect(m_topBar, &TopBar::exportRequested, this, &MainWindow::exportFindings);
    connect(m_topBar, &TopBar::zoneChosen, this, [this](const QString& zone) {
        m_session.setZone(zone);
        showTimes();
    });
    connect(m_sources, &SourcesPanel::addEvidenceRequested, this, &MainWindow::addEvidence);
    connect(m_sources, &SourcesPanel::removeRequested, this,
            [this](qint64 id) { askToRemove(SourceId{id}); });
    connect(m_sources, &SourcesPanel::readAsRequested, this, [this](qint64 id, const QString& format) {
        m_session.readAs(SourceId{id}, format.toStdString());
    });
    connect(m_sources, &SourcesPanel::offsetSet, this,
            [this](qint64 id, std::optional<std::int64_t> aheadNs) {
                m_session.setClockOffset(SourceId{id}, aheadNs);
            });
    connect(m_sources, &SourcesPanel::excluded, this,
            [this](qint64 id, bool isExcluded) { m_session.excludeClock(SourceId{id}, isExcluded); });
    connect(m_sources, &SourcesPanel::unpinned, &m_session, &Session::unpin);
}

void MainWindow::askToRemove(SourceId id)
{
    const AnalysedSource* source = m_session.analysis()->source(id);
    if (!source)
        return;
    const QString name = QFileInfo(QString::fromStdString(source->row.path)).fileName();
    showMessage(
        {Message::Kind::Warning,
         tr("Remove %1 and all that was read from it from the case? This cannot be undone; the file itself "
            "is left alone.")
             .arg(visibleText(name)),
         tr("Remove from the case"), [this, id] { m_session.removeSource(id); }});
}

void MainWindow::connectStartPage()
{
    connect(m_startPage, &StartPage::openCaseRequested, this, &MainWindow::openCase);
    connect(m_startPage, &StartPage::addEvidenceRequested, this, &MainWindow::addEvidence);
    connect(m_startPage, &StartPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_startPage, &StartPage::recentChosen, &m_session, &Session::openCase);
    connect(m_startPage, &StartPage::symptomChosen, &m_session, &Session::startWithSymptom);
    connect(m_startPage, &StartPage::filesDropped, &m_session, &Session::addEvidence);
}

void MainWindow::connectImports()
{
    ImportQueue& queue = m_session.imports();
    connect(&queue, &ImportQueue::changed, this, &MainWindow::importsChanged);
    connect(&queue, &ImportQueue::progressed, this, &MainWindow::importsChanged);
    m_importsSettled.setSingleShot(true);
    m_importsSettled.setInterval(successShown);
    connect(&m_importsSettled, &QTimer::timeout, &queue, &ImportQueue::dismissUntroubled);
    connect(m_imports, &ImportPanel::cancelRequested, &queue, &ImportQueue::cancel);
    connect(m_imports, &ImportPanel::retryRequested, &queue, &ImportQueue::retry);
    connect(m_imports, &ImportPanel::dismissRequested, &queue, &ImportQueue::dismiss);
    connect(m_imports, &ImportPanel::readAsRequested, &queue,
            [&queue](int id, const QString& format) { queue.readAs(id, format.toStdString()); });
    connect(m_imports, &ImportPanel::cancelAllRequested, &queue, &ImportQueue::cancelAll);
    connect(m_imports, &ImportPanel::dismissAllRequested, &queue, &ImportQueue::dismissFinished);
}

void MainWindow::caseChanged()
{
    const bool open = m_session.isOpen();
    m_walk.restart();
    m_pages->setCurrentWidget(open ? static_cast<QWidget*>(m_workspace) : m_startPage);
    m_topBar->setVisible(open);
    for (QAction* action : std::as_const(m_caseActions))
        action->setEnabled(open);
    if (open) {
        m_workspace->setFocus(); // keys are about what is seen, not about the title
        m_messages->clear();
        rememberCase();
        if (m_session.caseFile()->isReadOnly())
            showMessage({Message::Kind::Note,
                         tr("This case can be read and not changed: %1.")
                             .arg(m_words.reason(m_session.caseFile()->readOnlyReason()))});
    }
    m_startPage->setRecent(m_recent.list());
    showTimes();
    m_workspace->setCase(m_session.caseFile(), m_session.analysis(), m_session.density());
    showExport();
    importsChanged();
}

void MainWindow::rememberCase()
{
    if (!m_session.caseFile()->isTemporary())
        m_recent.add(QString::fromStdString(m_session.caseFile()->path()));
}

void MainWindow::analysisChanged()
{
    showTimes();
    m_workspace->setAnalysis(m_session.analysis(), m_session.density());
    showExport();
}

void MainWindow::showExport()
{
    m_topBar->setExportEnabled(m_setup.exportPdf && !m_exporting && m_session.isOpen());
}

void MainWindow::showTimes()
{
    const QString zone = currentZone();
    const QString siteZone = QString::fromStdString(m_session.analysis()->siteZone);
    if (std::exchange(m_shownZone, zone) != zone) { // else all of it would be written anew for nothing
        m_times = TimeText::forZone(zone);
        m_workspace->setTimes(m_times);
    }
    m_topBar->setZones(zone, siteZone);
    m_zoneMenu->setZones(zone, siteZone);
    showTitle();
}

/// The zone chosen for this case, else the site's own, else UTC.
QString MainWindow::currentZone() const
{
    if (!m_session.zone().isEmpty())
        return m_session.zone();
    const std::string& site = m_session.analysis()->siteZone;
    return site.empty() ? QStringLiteral("UTC") : QString::fromStdString(site);
}

void MainWindow::showTitle()
{
    const bool open = m_session.isOpen();
    setWindowTitle(open ? tr("%1 – Whittle").arg(m_session.title()) : tr("Whittle"));
    m_topBar->setCase(m_session.title(), caseSummary(*m_session.analysis(), m_times),
                      open && m_session.caseFile()->isReadOnly());
}

void MainWindow::importsChanged()
{
    ImportQueue& queue = m_session.imports();
    m_imports->setJobs(queue.jobs(), queue.collecting(), queue.settled());
    m_imports->setVisible(m_imports->hasContent());
    if (queue.isBusy())
        m_importsSettled.stop();
    else if (m_imports->hasContent() && !m_importsSettled.isActive())
        m_importsSettled.start();
}

void MainWindow::busyChanged()
{
    m_topBar->setActivity(m_session.isOpening()         ? tr("Opening…")
                              : m_session.isAnalysing() ? tr("Looking for causes…")
                              : m_exporting             ? tr("Writing the PDF…")
                                                        : QString());
}

void MainWindow::newCase()
{
    const QString path = m_setup.dialogs.caseToWrite(this, tr("New case.whittle"));
    if (!path.isEmpty())
        m_session.newCase(path);
}

void MainWindow::openCase()
{
    const QString path = m_setup.dialogs.caseToOpen(this);
    if (!path.isEmpty())
        m_session.openCase(path);
}

void MainWindow::openSample()
{
    if (m_setup.sampleFolder.isEmpty())
        showMessage({Message::Kind::Error, tr("The sample case is not installed.")});
    else
        m_session.openSample(m_setup.sampleFolder, tr("Warehouse phones reset (sample)"));
}

void MainWindow::addEvidence()
{
    const QStringList paths = m_setup.dialogs.evidence(this);
    if (!paths.isEmpty())
        m_session.addEvidence(paths);
}

void MainWindow::saveCaseAs()
{
    const QString path = m_setup.dialogs.caseToWrite(this, m_session.title() + QStringLiteral(".whittle"));
    if (!path.isEmpty())
        m_session.saveAs(path);
}

void MainWindow::exportFindings()
{
    if (!m_setup.exportPdf || m_exporting)
        return;
    const QString path = m_setup.dialogs.pdfToWrite(this, m_session.title() + QStringLiteral(".pdf"));
    if (path.isEmpty())
        return;
    m_exporting = true;
    m_topBar->setExportEnabled(false);
    busyChanged();
    m_setup.exportPdf(m_session.analysis(), m_times, path,
                      [this, path](const Result<void>& result) { exported(path, result); });
}

void MainWindow::exported(const QString& path, const Result<void>& result)
{
    m_exporting = false;
    m_topBar->setExportEnabled(m_session.isOpen());
    busyChanged();
    if (!result) {
        showError(result.error());
        return;
    }
    showMessage({Message::Kind::Success, tr("The findings are in %1.").arg(path), tr("Open"),
                 [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }});
}

void MainWindow::zoomAll()
{
    const Analysis& analysis = *m_session.analysis();
    if (analysis.first && analysis.last)
        m_workspace->showRange(*analysis.first, *analysis.last);
}

void MainWindow::walkFindings(int step)
{
    m_workspace->showTab(Workspace::Findings);
    if (const auto citation = m_walk.move(*m_session.analysis(), step))
        selectEvent(citation->ref, citation->time);
}

void MainWindow::selectEvent(const EventRef& ref, CaseTime time)
{
    if (m_selecting)
        return; // a panel that is told of a selection tells it back
    const QScopedValueRollback guard(m_selecting, true);
    m_workspace->select(ref, time);
}

void MainWindow::setVisibleRange(CaseTime from, CaseTime to)
{
    m_workspace->setRange(from, to);
}

void MainWindow::showDevice(const QString& name)
{
    m_workspace->showDevice(name.toStdString());
}

void MainWindow::setThemeChoice(ThemeChoice choice)
{
    m_settings.setValue(themeKey, toText(choice));
    for (QAction* action : m_themes->actions())
        action->setChecked(action->data().toString() == toText(choice));
    const Theme theme = m_appearance.themeFor(choice);
    m_appearance.apply(theme);
    m_topBar->setTheme(theme);
    m_messages->setTheme(theme);
    m_imports->setTheme(theme);
    m_startPage->setTheme(theme);
    m_workspace->setTheme(theme);
}

void MainWindow::showMessage(const Message& message)
{
    m_messages->show(message);
}

void MainWindow::showError(const Error& error)
{
    if (error.code != ErrorCode::Cancelled)
        showMessage({Message::Kind::Error, m_words.error(error)});
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (droppedFiles(*event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_overlay->showOver(centralWidget()->geometry(),
                        m_session.isOpen() ? tr("Drop to add to this case") : tr("Drop to begin a case"));
}

/// Files can be dropped on whatever is in the window: fields, which would take their names as text, leave
/// them to us. The start page takes them itself.
bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::DragLeave
        && type != QEvent::Drop)
        return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget == this || widget == m_startPage || widget->window() != this)
        return false;
    if (type == QEvent::DragLeave) {
        m_overlay->hide();
        return false;
    }
    auto* drop = static_cast<QDropEvent*>(event); // the others are made from it
    if (droppedFiles(*drop->mimeData()).isEmpty())
        return false;
    if (type == QEvent::DragEnter)
        dragEnterEvent(static_cast<QDragEnterEvent*>(event));
    else if (type == QEvent::Drop)
        dropEvent(drop);
    else
        drop->acceptProposedAction();
    return true;
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*)
{
    m_overlay->hide();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_overlay->hide();
    event->acceptProposedAction();
    m_session.addEvidence(droppedFiles(*event->mimeData()));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setValue(geometryKey, saveGeometry());
    m_workspace->save(m_settings);
    event->accept();
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>

#include "app/panels.h"
#include "app/pdfexport.h"
#include "models/store/casefile.h"
#include "tests/session/slowengine.h"
#include "tests/session/testknowledge.h"
#include "tests/shell/desk.h"
#include "widgets/device/devicepanel.h"
#include "widgets/events/eventspanel.h"
#include "widgets/guide/guidepanel.h"
#include "widgets/import/importpanel.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/messagearea.h"
#include "widgets/sources/sourcespanel.h"
#include "widgets/start/startpage.h"
#include "widgets/timeline/timelineview.h"
#include "widgets/visibility/visibilitypanel.h"

using namespace whittle;
using namespace whittle::test;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheStartPage();
    void sampleFillsTabsAndSummary();
    void visibilityLeadsToTheEvents();
    void timelineHasTheFocus();
    void answersAreSeenWithoutScrolling();
    void removingASourceAsksFirst();
    void findShowsTheEvents();
    void missingCaseIsToldInline();
    void missingEvidenceIsToldInline();
    void themeChangesThePalette();
    void zoneIsKeptInTheCase();
    void titleIsEditedInPlace();
    void droppedFilesBecomeACase();
    void nextFindingSelectsItsProof();
    void findingsAreExported();
    void exportThatFailsIsTold();
    void recentCasesAreRemembered();
    void closingWhileImporting();
    void everyControlHasAName();
    void bordersAreRemembered();
    void deviceIsReachedFromTimelineAndMenu();
    void wordsAboutClocksAreKeptAndTakenBack();
};

void TestMainWindow::beginsWithTheStartPage()
{
    Desk desk;
    QVERIFY(desk.window->findChild<StartPage*>()->isVisible());
    QVERIFY(!desk.menuAction(QStringLiteral("Close case"))->isEnabled());
    QCOMPARE(desk.window->windowTitle(), QStringLiteral("Whittle"));
}

void TestMainWindow::sampleFillsTabsAndSummary()
{
    Desk desk;
    QVERIFY(desk.openSample());
    const auto findings = QString::number(desk.session.analysis()->findings.size());
    QTRY_COMPARE(desk.tabs()->tabText(0), QStringLiteral("Findings ") + findings);
    QVERIFY(desk.tabs()->tabText(1).startsWith(QStringLiteral("Events ")));
    QCOMPARE(desk.tabs()->tabText(2), QStringLiteral("Sources 4"));
    QVERIFY(desk.shows(QStringLiteral("4 sources")));
    QVERIFY(!desk.window->findChild<StartPage*>()->isVisible());
    desk.menuAction(QStringLiteral("Close case"))->trigger();
    QVERIFY(desk.window->findChild<StartPage*>()->isVisible());
}

void TestMainWindow::visibilityLeadsToTheEvents()
{
    Desk desk;
    QVERIFY(desk.openSample());
    desk.menuAction(QStringLiteral("Visibility"))->trigger();
    QCOMPARE(desk.tabs()->tabText(desk.tabs()->currentIndex()), QStringLiteral("Visibility"));
    auto* panel = desk.window->findChild<VisibilityPanel*>();
    QVERIFY(panel->isVisible());
    const auto* table = panel->findChild<QTableView*>();
    QTRY_VERIFY(table->model()->rowCount() > 0);
    Q_EMIT panel->sourceActivated(raw(desk.session.analysis()->sources.front().row.id), {});
    QVERIFY(desk.tabs()->tabText(desk.tabs()->currentIndex()).startsWith(QStringLiteral("Events")));
}

void TestMainWindow::timelineHasTheFocus()
{
    Desk desk;
    QApplication::setActiveWindow(desk.window.get());
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QVERIFY(desk.openSample());
    QCOMPARE(QApplication::focusWidget(), desk.window->findChild<TimelineView*>());
}

/// On a laptop's screen, which is 1280 by 800.
void TestMainWindow::answersAreSeenWithoutScrolling()
{
    Desk desk;
    QVERIFY(desk.openSample());
    desk.session.imports().dismissFinished(); // as it is done by itself after a while
    const auto* guide = desk.window->findChild<GuidePanel*>();
    QTRY_VERIFY(guide->findChild<QAbstractButton*>(QStringLiteral("answer-no")));
    const auto* no = guide->findChild<QAbstractButton*>(QStringLiteral("answer-no"));
    const auto isSeen = [&] { return guide->rect().contains(QRect(no->mapTo(guide, QPoint()), no->size())); };
    QTRY_VERIFY2(
        isSeen(),
        qPrintable(QStringLiteral("%1 of %2").arg(no->mapTo(guide, QPoint()).y()).arg(guide->height())));
}

void TestMainWindow::removingASourceAsksFirst()
{
    Desk desk;
    QVERIFY(desk.openSample());
    desk.tabs()->setCurrentIndex(2);
    auto* sources = desk.window->findChild<SourcesPanel*>();
    auto* table = sources->findChild<QTableView*>();
    QTRY_COMPARE(table->model()->rowCount(), 4); // the panels are told one after the other
    table->selectRow(0);
    desk.button(QStringLiteral("Remove"))->click();
    QVERIFY(desk.shows(QStringLiteral("This cannot be undone")));
    QCOMPARE(desk.session.analysis()->sources.size(), std::size_t{4});
    desk.button(QStringLiteral("Remove from the case"))->click();
    QTRY_COMPARE(desk.session.analysis()->sources.size(), std::size_t{3});
    QVERIFY(!desk.shows(QStringLiteral("This cannot be undone")));
}

void TestMainWindow::findShowsTheEvents()
{
    Desk desk;
    QVERIFY(desk.openSample());
    QApplication::setActiveWindow(desk.window.get());
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QTest::keySequence(desk.window.get(), QKeySequence::Find);
    QCOMPARE(desk.tabs()->currentIndex(), 1);
    QVERIFY(desk.window->findChild<QLineEdit*>(QStringLiteral("search"))->hasFocus());
}

void TestMainWindow::missingCaseIsToldInline()
{
    Desk desk;
    desk.answer = QStringLiteral("/nowhere/at/all.whittle");
    QApplication::setActiveWindow(desk.window.get());
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QTest::keyClick(desk.window.get(), Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY(desk.shows(QStringLiteral("/nowhere/at/all.whittle")));
    desk.button(QStringLiteral("Dismiss"))->click();
    QTRY_VERIFY(!desk.shows(QStringLiteral("/nowhere/at/all.whittle")));
}

void TestMainWindow::missingEvidenceIsToldInline()
{
    Desk desk;
    desk.answer = QStringLiteral("/nowhere/gone.pcap");
    desk.button(QStringLiteral("Add evidence…"))->click();
    QTRY_VERIFY(desk.shows(QStringLiteral("1 could not be opened")));
    QVERIFY(desk.button(QStringLiteral("Try again")));
}

void TestMainWindow::themeChangesThePalette()
{
    Desk desk;
    desk.menuAction(QStringLiteral("Dark"))->trigger();
    QCOMPARE(QApplication::palette().color(QPalette::Window),
             Theme::darkTheme().palette().color(QPalette::Window));
    QCOMPARE(desk.settings.value(QStringLiteral("window/theme")).toString(), QStringLiteral("dark"));
    desk.menuAction(QStringLiteral("Light"))->trigger();
    QCOMPARE(QApplication::palette().color(QPalette::Window),
             Theme::light().palette().color(QPalette::Window));
}

void TestMainWindow::zoneIsKeptInTheCase()
{
    Desk desk;
    QVERIFY(desk.openSample());
    auto* zone = desk.window->findChild<QToolButton*>(QStringLiteral("zoneButton"));
    QCOMPARE(
        zone->text(),
        QString::fromStdString(desk.session.analysis()->siteZone)); // the site's, until another is chosen
    desk.menuAction(QStringLiteral("UTC"))->trigger();
    QTRY_COMPARE(zone->text(), QStringLiteral("UTC"));
    QCOMPARE(desk.session.zone(), QStringLiteral("UTC"));
}

void TestMainWindow::titleIsEditedInPlace()
{
    Desk desk;
    QVERIFY(desk.openSample());
    auto* title = desk.window->findChild<QLineEdit*>(QStringLiteral("caseTitle"));
    title->setFocus();
    title->selectAll();
    QTest::keyClicks(title, QStringLiteral("Dock 7"));
    QTest::keyClick(title, Qt::Key_Return);
    QTRY_COMPARE(desk.session.analysis()->title, std::string("Dock 7"));
    QVERIFY(desk.window->windowTitle().startsWith(QStringLiteral("Dock 7")));
}

void TestMainWindow::droppedFilesBecomeACase()
{
    Desk desk;
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(sampleFolder() + QStringLiteral("/SEP001E7A24429A.log"))});
    QDragEnterEvent enter(QPoint(600, 300), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QVERIFY(desk.window->findChild<QWidget*>(QStringLiteral("dropOverlay"))->isVisible());
    QDropEvent drop(QPointF(600, 300), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.window.get(), &drop);
    QVERIFY(!desk.window->findChild<QWidget*>(QStringLiteral("dropOverlay"))->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(desk.session.analysis()->sources.size(), 1U, patience);
    QVERIFY(desk.window->windowTitle().contains(QStringLiteral("SEP001E7A24429A.log")));
}

void TestMainWindow::nextFindingSelectsItsProof()
{
    Desk desk;
    QVERIFY(desk.openSample());
    auto* workspace = desk.window->findChild<Workspace*>();
    workspace->showTab(Workspace::Sources);
    desk.menuAction(QStringLiteral("Next finding"))->trigger();
    QCOMPARE(workspace->currentTab(), Workspace::Findings);
}

void TestMainWindow::findingsAreExported()
{
    Desk desk;
    QVERIFY(desk.openSample());
    desk.answer = desk.folder.filePath(QStringLiteral("findings.pdf"));
    desk.button(QStringLiteral("Export findings…"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(desk.button(QStringLiteral("Open")), patience);
    QFile pdf(desk.answer);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QCOMPARE(pdf.read(5), QByteArray("%PDF-"));
}

void TestMainWindow::exportThatFailsIsTold()
{
    Desk desk;
    QVERIFY(desk.openSample());
    desk.answer = QStringLiteral("/nowhere/at/all/findings.pdf");
    desk.button(QStringLiteral("Export findings…"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(desk.shows(QStringLiteral("/nowhere/at/all/findings.pdf")), patience);
    QVERIFY(desk.button(QStringLiteral("Export findings…"))->isEnabled());
}

void TestMainWindow::recentCasesAreRemembered()
{
    Desk desk;
    desk.answer = desk.folder.filePath(QStringLiteral("mine.whittle"));
    desk.menuAction(QStringLiteral("New case…"))->trigger();
    QTRY_VERIFY(desk.session.isOpen());
    const auto recent = RecentCases(desk.settings).list();
    QCOMPARE(recent.size(), 1U);
    QCOMPARE(recent.front().path, desk.answer);
    QVERIFY(recent.front().exists);
}

void TestMainWindow::closingWhileImporting()
{
    Desk desk(slowEngine());
    desk.session.addEvidence({QStringLiteral("/evidence/big.pcap")});
    QTRY_VERIFY(desk.window->findChild<ImportPanel*>()->isVisible());
    std::weak_ptr<CaseFile> file = desk.session.caseFile();
    desk.window->close();
    desk.window.reset();
    desk.session.closeCase();
    QTRY_VERIFY(file.expired());
}

void TestMainWindow::everyControlHasAName()
{
    Desk desk;
    QVERIFY(desk.openSample());
    for (const QWidget* one : desk.window->findChildren<QWidget*>()) {
        const auto* button = qobject_cast<const QAbstractButton*>(one);
        const bool isField = qobject_cast<const QLineEdit*>(one) != nullptr;
        if (!one->isVisible() || (!button && !isField) || one->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const bool named = !one->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(named || qobject_cast<const QToolButton*>(one), one->metaObject()->className());
    }
}

void TestMainWindow::bordersAreRemembered()
{
    Desk desk;
    desk.window->close();
    QVERIFY(desk.settings.contains(QStringLiteral("window/geometry")));
    QVERIFY(desk.settings.contains(QStringLiteral("window/v1/columns")));
}

void TestMainWindow::deviceIsReachedFromTimelineAndMenu()
{
    Desk desk;
    QVERIFY(desk.openSample());
    const auto* panel = desk.window->findChild<DevicePanel*>();
    const auto* workspace = desk.window->findChild<Workspace*>();
    QTRY_VERIFY(!panel->device().empty());
    const std::string first = panel->device();
    QVERIFY(!panel->isVisible());
    desk.menuAction(QStringLiteral("Device…"))->trigger();
    QVERIFY(panel->isVisible());
    workspace->findChild<QTabWidget*>()->setCurrentIndex(Workspace::Events);
    const QString other = QString::fromStdString(desk.session.analysis()->devices.at(1).name);
    Q_EMIT desk.window->findChild<TimelineView*>()->deviceChosen(other);
    QCOMPARE(workspace->currentTab(), Workspace::Device);
    QTRY_COMPARE(panel->device(), other.toStdString());
    QVERIFY(panel->device() != first);
}

/// From the panels to the case and back; what follows for the times is the engine's matter.
void TestMainWindow::wordsAboutClocksAreKeptAndTakenBack()
{
    Desk desk;
    QVERIFY(desk.openSample());
    const auto& analysis = desk.session.analysis();
    const auto of = [&](const char* format) {
        return std::ranges::find(analysis->sources, format,
                                 [](const AnalysedSource& source) { return source.row.format; })
            ->row.id;
    };
    auto* events = desk.window->findChild<EventsPanel*>();
    auto* sources = desk.window->findChild<SourcesPanel*>();
    const SourceId console = of("phone-console");
    Q_EMIT events->pinned({of("pcap"), {PlaceUnit::Frame, 402}, 0}, {console, {PlaceUnit::Line, 1}, 0});
    QTRY_COMPARE_WITH_TIMEOUT(analysis->clockWishes.pins.size(), 1U, patience);
    Q_EMIT sources->offsetSet(raw(console), 5 * nsPerSecond);
    QTRY_COMPARE_WITH_TIMEOUT(analysis->clockWishes.offsets.size(), 1U, patience);
    Q_EMIT sources->excluded(raw(console), true);
    QTRY_COMPARE_WITH_TIMEOUT(analysis->clockWishes.excluded.size(), 1U, patience);
    QAction* undo = desk.menuAction(QStringLiteral("Undo the last change"));
    undo->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(analysis->clockWishes.excluded.empty(), patience);
    undo->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(analysis->clockWishes.offsets.empty(), patience);
    const auto [a, b] = analysis->clockWishes.pins.front();
    Q_EMIT sources->unpinned(a, b);
    QTRY_VERIFY_WITH_TIMEOUT(analysis->clockWishes.pins.empty(), patience);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"

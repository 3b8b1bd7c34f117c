// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "models/timeline/hittest.h"
#include "tests/support/sampleanalysis.h"
#include "widgets/timeline/describe.h"
#include "widgets/timeline/timelineview.h"

using namespace whittle;
using namespace whittle::test;

class TestTimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyViewTakesEverything();
    void showsAllOfTheCase();
    void wheelZoomsAroundThePointer();
    void zoomStaysInTheCase();
    void shiftWheelPans();
    void wheelOverTitlesScrollsTheLanes();
    void dragPans();
    void shiftDragZoomsToTheRange();
    void overviewWindowIsDragged();
    void overviewWindowIsResized();
    void pressOutsideTheWindowBringsIt();
    void clickSelectsTheNearestMark();
    void clickOnALaneChoosesIt();
    void doubleClickOnABarZoomsToIt();
    void keysPanAndZoom();
    void keysGoFromLaneToLane();
    void findingsInTurn();
    void marksOfALaneInTurn();
    void returnActivatesAndUnfolds();
    void clickOnAFoldUnfolds();
    void titleOfADeviceTellsAboutIt();
    void selectBringsIntoViewAndIsSilent();
    void newAnalysisKeepsWhatIsInView();
    void largeAnalysisIsLaidOutAside();
    void cursorIsTold();
    void tooltipsTellWhatAndWhen();
    void isAccessible();
    void lanesScroll();
    void focusIsSeen();
    void themesAndZonesChangeThePicture();

private:
    TimelineLayout layout() const
    {
        const double unit = this->unit();
        return layOut(m_view->scene(),
                      QRectF(0, 0, (m_view->width() - barWidth()) / unit, m_view->height() / unit));
    }
    double unit() const { return std::max(0.5, QFontInfo(m_view->font()).pixelSize() / 12.0); }
    int barWidth() const
    {
        const auto* bar = m_view->findChild<QScrollBar*>();
        return bar->isHidden() ? 0 : bar->width();
    }
    QPoint at(std::size_t lane, CaseTime time, double y = 19) const
    {
        const TimelineLayout now = layout();
        return (QPointF(laneAxis(m_view->scene(), now).x(time), now.lane(lane).top() + y) * unit()).toPoint();
    }
    QPoint inOverview(CaseTime time) const
    {
        const TimelineLayout now = layout();
        return (QPointF(overviewAxis(m_view->scene(), now).x(time), now.overview.center().y()) * unit())
            .toPoint();
    }
    void wheel(QPoint at, int angle, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWheelEvent event(at, m_view->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view.get(), &event);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mousePress(m_view.get(), Qt::LeftButton, modifiers, from);
        for (const QPoint& point : {from + (to - from) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, point, m_view->mapToGlobal(point), Qt::NoButton,
                             Qt::LeftButton, modifiers);
            QCoreApplication::sendEvent(m_view.get(), &move);
        }
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, modifiers, to);
    }
    static double hours(CaseTime time)
    {
        return static_cast<double>(difference(time, sampleStart).count()) / 3600e9;
    }
    bool shows(double from, double to, double tolerance = 0.5) const
    {
        return std::abs(hours(m_view->visibleFrom()) - from) < tolerance
            && std::abs(hours(m_view->visibleTo()) - to) < tolerance;
    }

    std::unique_ptr<TimelineView> m_view;
};

void TestTimelineView::init()
{
    m_view = std::make_unique<TimelineView>();
    m_view->resize(1042, 560);
    m_view->setAnalysis(sampleAnalysis());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestTimelineView::cleanup()
{
    m_view.reset();
}

void TestTimelineView::emptyViewTakesEverything()
{
    TimelineView view;
    view.resize(600, 400);
    view.show();
    QSignalSpy selected(&view, &TimelineView::eventSelected);
    for (const int key : {Qt::Key_F, Qt::Key_Home, Qt::Key_Plus, Qt::Key_Down, Qt::Key_Return, Qt::Key_Right})
        QTest::keyClick(&view, static_cast<Qt::Key>(key));
    QTest::mouseClick(&view, Qt::LeftButton, {}, {300, 200});
    QTest::mouseDClick(&view, Qt::LeftButton, {}, {300, 200});
    view.select(sampleFrame(1), sampleAt(1));
    view.setAnalysis(nullptr);
    QVERIFY(!view.grab().isNull());
    QVERIFY(selected.isEmpty());
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("Nothing to show"))
            || view.accessibleDescription().contains(QStringLiteral("Event of")));
}

void TestTimelineView::showsAllOfTheCase()
{
    QVERIFY(shows(0, 120, 0.001));
    QCOMPARE(m_view->scene().lanes.size(), 9U);
}

void TestTimelineView::wheelZoomsAroundThePointer()
{
    QSignalSpy changed(m_view.get(), &TimelineView::visibleRangeChanged);
    const QPoint point = at(0, sampleAt(60));
    wheel(point, 120);
    QCOMPARE(changed.count(), 1);
    QVERIFY(std::abs(hours(m_view->visibleTo()) - hours(m_view->visibleFrom()) - 96) < 0.01);
    QVERIFY(std::abs((at(0, sampleAt(60)) - point).x()) <= 1);
    wheel(point, -120);
    QVERIFY(shows(0, 120, 0.01));
}

void TestTimelineView::zoomStaysInTheCase()
{
    wheel(at(0, sampleAt(10)), -1200);
    QVERIFY(shows(0, 120, 0.001));
    for (int i = 0; i < 30; ++i)
        wheel(at(0, sampleAt(36.02)), 1200);
    QCOMPARE(difference(m_view->visibleTo(), m_view->visibleFrom()), shortestView);
    QVERIFY(!m_view->grab().isNull());
}

void TestTimelineView::shiftWheelPans()
{
    m_view->showRange(sampleAt(40), sampleAt(60));
    wheel(at(0, sampleAt(50)), -120, Qt::ShiftModifier);
    QVERIFY(shows(41.6, 61.6, 0.01));
}

void TestTimelineView::wheelOverTitlesScrollsTheLanes()
{
    m_view->resize(1042, 300);
    QVERIFY(m_view->findChild<QScrollBar*>()->isVisible());
    wheel(QPoint(30, 200), -120);
    QVERIFY(shows(0, 120, 0.001));
    QVERIFY(m_view->scene().scroll > 0);
    const double before = m_view->scene().scroll;
    wheel(at(2, sampleAt(50)), 120, Qt::ControlModifier);
    QVERIFY(m_view->scene().scroll < before);
}

void TestTimelineView::dragPans()
{
    m_view->showRange(sampleAt(40), sampleAt(60));
    QSignalSpy selected(m_view.get(), &TimelineView::eventSelected);
    drag(at(0, sampleAt(50)), at(0, sampleAt(45)));
    QVERIFY(shows(45, 65, 0.1));
    drag(at(0, sampleAt(50)), at(0, sampleAt(150)));
    QVERIFY(shows(0, 20, 0.1));
    QVERIFY(selected.isEmpty());
}

void TestTimelineView::shiftDragZoomsToTheRange()
{
    drag(at(0, sampleAt(30)), at(1, sampleAt(45)), Qt::ShiftModifier);
    QVERIFY(shows(30, 45, 0.3));
    QVERIFY(!m_view->scene().marked);
}

void TestTimelineView::overviewWindowIsDragged()
{
    m_view->showRange(sampleAt(40), sampleAt(60));
    drag(inOverview(sampleAt(50)), inOverview(sampleAt(70)));
    QVERIFY(shows(60, 80));
}

void TestTimelineView::overviewWindowIsResized()
{
    m_view->showRange(sampleAt(40), sampleAt(60));
    drag(inOverview(sampleAt(60)), inOverview(sampleAt(90)));
    QVERIFY(shows(40, 90));
    drag(inOverview(sampleAt(40)), inOverview(sampleAt(20)));
    QVERIFY(shows(20, 90));
    drag(inOverview(sampleAt(20)), inOverview(sampleAt(119))); // over the other edge
    QVERIFY(m_view->visibleFrom() < m_view->visibleTo());
}

void TestTimelineView::pressOutsideTheWindowBringsIt()
{
    m_view->showRange(sampleAt(40), sampleAt(60));
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, inOverview(sampleAt(100)));
    QVERIFY(shows(90, 110));
}

void TestTimelineView::clickSelectsTheNearestMark()
{
    QSignalSpy selected(m_view.get(), &TimelineView::eventSelected);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(0, sampleAt(72.05), 12) + QPoint(4, 0));
    QCOMPARE(selected.count(), 1);
    QCOMPARE(selected[0][0].value<EventRef>(), sampleNak(0, 1));
    QCOMPARE(selected[0][1].value<CaseTime>(), sampleAt(72.05));
    QCOMPARE(m_view->scene().selectedLane, std::optional<std::size_t>(0));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->scene().selection);
}

void TestTimelineView::clickOnALaneChoosesIt()
{
    QSignalSpy selected(m_view.get(), &TimelineView::eventSelected);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(1, sampleAt(20)));
    QCOMPARE(m_view->scene().selectedLane, std::optional<std::size_t>(1));
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(30, at(2, sampleAt(20)).y()));
    QCOMPARE(m_view->scene().selectedLane, std::optional<std::size_t>(2));
    QVERIFY(selected.isEmpty());
}

void TestTimelineView::doubleClickOnABarZoomsToIt()
{
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, at(0, sampleAt(50)));
    QVERIFY(shows(36.04 - 1.8, 72.05 + 1.8));
    QSignalSpy activated(m_view.get(), &TimelineView::eventActivated);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, at(0, sampleAt(72.05), 12));
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated[0][0].value<EventRef>(), sampleNak(0, 1));
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, inOverview(sampleAt(50)));
    QVERIFY(shows(0, 120, 0.01));
}

void TestTimelineView::keysPanAndZoom()
{
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QVERIFY(shows(22.5, 97.5, 0.01));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QVERIFY(shows(30, 105, 0.01));
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QVERIFY(shows(22.5, 97.5, 0.01));
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QVERIFY(shows(0, 120, 0.01));
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QVERIFY(shows(0, 120, 0.001));
}

void TestTimelineView::keysGoFromLaneToLane()
{
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->scene().selectedLane, std::optional<std::size_t>(0));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->scene().selectedLane, std::optional<std::size_t>(2));
    QVERIFY(m_view->accessibleDescription().startsWith(QStringLiteral("SEP0021A0E08D93")));
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->scene().selectedLane, std::optional<std::size_t>(1));
    for (int i = 0; i < 19; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->scene().selectedLane, std::optional<std::size_t>(8));
}

void TestTimelineView::findingsInTurn()
{
    QSignalSpy selected(m_view.get(), &TimelineView::eventSelected);
    m_view->showRange(sampleAt(1), sampleAt(2));
    QTest::keyClick(m_view.get(), Qt::Key_F);
    QCOMPARE(selected.last()[0].value<EventRef>(), sampleNak(0, 0));
    QVERIFY(m_view->visibleFrom() < sampleAt(36.02) && sampleAt(36.02) < m_view->visibleTo());
    QTest::keyClick(m_view.get(), Qt::Key_F);
    QCOMPARE(selected.last()[0].value<EventRef>(), sampleNak(1, 0));
    QTest::keyClick(m_view.get(), Qt::Key_F, Qt::ShiftModifier);
    QTest::keyClick(m_view.get(), Qt::Key_F, Qt::ShiftModifier);
    QCOMPARE(selected.last()[0].value<EventRef>(), sampleNak(1, 2));
    QCOMPARE(selected.count(), 4);
}

void TestTimelineView::marksOfALaneInTurn()
{
    QSignalSpy selected(m_view.get(), &TimelineView::eventSelected);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(selected.last()[0].value<EventRef>(), sampleNak(0, 1));
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(selected.last()[0].value<EventRef>(), sampleNak(0, 0));
}

void TestTimelineView::returnActivatesAndUnfolds()
{
    QSignalSpy activated(m_view.get(), &TimelineView::eventActivated);
    QTest::keyClick(m_view.get(), Qt::Key_F);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->scene().lanes[*m_view->scene().selectedLane].kind, SceneLane::Kind::Fold);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(m_view->scene().lanes.size(), 33U);
}

void TestTimelineView::clickOnAFoldUnfolds()
{
    const QPoint title(40, at(3, sampleAt(10)).y());
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, title);
    QCOMPARE(m_view->scene().lanes.size(), 33U);
    QVERIFY(m_view->findChild<QScrollBar*>()->isVisible());
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, title);
    QCOMPARE(m_view->scene().lanes.size(), 9U);
    QVERIFY(!m_view->findChild<QScrollBar*>()->isVisible());
}

void TestTimelineView::titleOfADeviceTellsAboutIt()
{
    QSignalSpy chosen(m_view.get(), &TimelineView::deviceChosen);
    QSignalSpy selected(m_view.get(), &TimelineView::eventSelected);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(40, at(1, sampleAt(10)).y()));
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toString().toStdString(), m_view->scene().lanes[1].id);
    QCOMPARE(m_view->scene().selectedLane, std::optional<std::size_t>(1));
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen[1][0].toString(), QStringLiteral("SEP001E7A24429A"));
    QCOMPARE(selected.count(), 0);
}

void TestTimelineView::selectBringsIntoViewAndIsSilent()
{
    QSignalSpy selected(m_view.get(), &TimelineView::eventSelected);
    m_view->showRange(sampleAt(0), sampleAt(10));
    m_view->select(sampleFrame(40112), sampleAt(61.2));
    QVERIFY(selected.isEmpty());
    QVERIFY(shows(56.2, 66.2, 0.1));
    QCOMPARE(m_view->scene().selectedLane, std::optional<std::size_t>(2));
    QVERIFY(m_view->accessibleDescription().contains(QStringLiteral("Reset ordered by CUCM"))
            || m_view->accessibleDescription().contains(QStringLiteral("reset")));
    m_view->select(sampleFrame(9), sampleAt(3)); // of no lane
    QVERIFY(shows(0, 10, 0.01));
}

void TestTimelineView::newAnalysisKeepsWhatIsInView()
{
    m_view->showRange(sampleAt(30), sampleAt(40));
    m_view->select(sampleNak(1, 0), sampleAt(36.4));
    m_view->setAnalysis(sampleAnalysis(3));
    QVERIFY(shows(30, 40, 0.001));
    QVERIFY(m_view->scene().selection);
    QCOMPARE(m_view->scene().lanes[*m_view->scene().selectedLane].id, std::string("SEP0015C6E5749B"));
}

void TestTimelineView::largeAnalysisIsLaidOutAside()
{
    auto large = std::make_shared<Analysis>(*sampleAnalysis(0));
    const DeviceMark mark = large->devices.front().marks.front();
    large->devices.front().marks.insert(large->devices.front().marks.end(), 50'000, mark);
    const std::size_t before = m_view->scene().lanes.size();
    m_view->setAnalysis(large);
    OverviewDensity density{sampleAt(0), Nanoseconds{3600 * nsPerSecond}, {1, 2, 3}};
    m_view->setDensity(density);
    m_view->setTimes(TimeText::forZone(QStringLiteral("America/Chicago")));
    QCOMPARE(m_view->scene().lanes.size(), before); // the window goes on meanwhile
    QTRY_VERIFY(m_view->scene().lanes.size() < before);
    QCOMPARE(m_view->scene().density.counts.size(), 3U);
    QCOMPARE(m_view->scene().times.zoneName(), QStringLiteral("America/Chicago"));
    m_view->setAnalysis(large);
    m_view->setAnalysis(sampleAnalysis()); // the newest counts
    QTest::qWait(200);
    QCOMPARE(m_view->scene().lanes.size(), before);
}

void TestTimelineView::cursorIsTold()
{
    QSignalSpy moved(m_view.get(), &TimelineView::cursorMoved);
    const QPoint point = at(1, sampleAt(60));
    QMouseEvent move(QEvent::MouseMove, point, m_view->mapToGlobal(point), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(m_view.get(), &move);
    QCOMPARE(moved.count(), 1);
    const auto time = moved[0][0].value<std::optional<CaseTime>>();
    QVERIFY(time && std::abs(hours(*time) - 60) < 0.2);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_view.get(), &leave);
    QVERIFY(!moved.last()[0].value<std::optional<CaseTime>>());
    m_view->setCursorTime(sampleAt(5));
    QCOMPARE(moved.count(), 2); // only what the pointer does is told
    QCOMPARE(m_view->scene().cursor, std::optional(sampleAt(5)));
}

void TestTimelineView::tooltipsTellWhatAndWhen()
{
    m_view->setTimes(TimeText::forZone(QStringLiteral("America/Chicago")));
    const TimelineLayout now = layout();
    const auto text = [&](std::size_t lane, double hour, double y) {
        const QPointF point(laneAxis(m_view->scene(), now).x(sampleAt(hour)), now.lane(lane).top() + y);
        return describeHit(m_view->scene(), hitTest(m_view->scene(), now, point));
    };
    QVERIFY(text(0, 36.02, 12).contains(QStringLiteral("DHCPNAK: renewal refused")));
    QVERIFY(text(0, 36.02, 12).contains(QStringLiteral("2009-02-28 20:12:12.000000 America/Chicago")));
    QVERIFY(text(0, 20, 19).contains(QStringLiteral("Ended: address lost")));
    QVERIFY(text(0, 20, 40).contains(QStringLiteral("Lease of 10.2.16.37 · lease 72 h")));
    QVERIFY(text(0, 90, 19).contains(QStringLiteral("not seen")));
    QVERIFY(text(0, 90, 19).contains(QStringLiteral("span-dc1.pcap recorded nothing here")));
    QVERIFY(!text(0, 20, 19).contains(QStringLiteral("recorded nothing")));
    QVERIFY(text(4, 30, 19).contains(QStringLiteral("offset")));
    QVERIFY(text(5, 90, 10).contains(QStringLiteral("no source covers this time")));
    QVERIFY(text(6, 90, 10).contains(QStringLiteral("this source ends at 2009-02-28 21:11")));
    QVERIFY(text(8, 90, 10).contains(QStringLiteral("nothing was recorded for 11 h")));
    QVERIFY(text(8, 20, 10).contains(QStringLiteral("span-dc1.pcap\ncovered")));
    QVERIFY(describeHit(m_view->scene(), hitTest(m_view->scene(), now, now.overview.center()))
                .contains(QStringLiteral("events in")));
}

void TestTimelineView::isAccessible()
{
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(interface);
    QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Timeline"));
    QVERIFY(interface->text(QAccessible::Description).contains(QStringLiteral("9 lanes, 2009-02-27 14:11")));
    QCOMPARE(m_view->focusPolicy(), Qt::StrongFocus);
}

void TestTimelineView::lanesScroll()
{
    m_view->resize(900, 260);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Down);
    const TimelineLayout now = layout();
    QVERIFY(now.lane(4).bottom() <= now.lanes.bottom() + 1.5);
    QVERIFY(m_view->scene().scroll > 0);
    QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    QCOMPARE(m_view->scene().scroll, 0.0);
    m_view->resize(900, 800);
    QVERIFY(!m_view->findChild<QScrollBar*>()->isVisible());
}

void TestTimelineView::focusIsSeen()
{
    m_view->clearFocus();
    const QImage without = m_view->grab().toImage();
    m_view->activateWindow();
    m_view->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    QTRY_VERIFY(m_view->hasFocus());
    QVERIFY(m_view->grab().toImage().pixel(500, 0) != without.pixel(500, 0));
}

void TestTimelineView::themesAndZonesChangeThePicture()
{
    const QImage light = m_view->grab().toImage();
    m_view->setTheme(Theme::darkTheme());
    QCOMPARE(m_view->grab().toImage().pixelColor(8, 8), Theme::darkTheme().panel);
    m_view->setTheme(Theme::light());
    m_view->setTimes(TimeText::forZone(QStringLiteral("Asia/Tokyo")));
    QVERIFY(m_view->grab().toImage() != light);
    m_view->setHeadingVisible(false);
    QVERIFY(layout().heading.isEmpty());
}

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"

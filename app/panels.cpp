// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels.h"

#include "widgets/device/devicepanel.h"
#include "widgets/events/eventspanel.h"
#include "widgets/findings/findingspanel.h"
#include "widgets/guide/guidepanel.h"
#include "widgets/reader/readerpanel.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/timeline/timelineview.h"
#include "widgets/visibility/visibilitypanel.h"

namespace whittle
{

namespace
{

/// An event chosen in this panel is shown in all of them.
template <typename W>
void connectSelection(MainWindow& window)
{
    if (auto* panel = window.findChild<W*>())
        QObject::connect(panel, &W::eventSelected, &window, &MainWindow::selectEvent);
}

/// A device whose name is pressed in this panel is shown with all that is known about it.
template <typename W>
void connectDevices(MainWindow& window)
{
    if (auto* panel = window.findChild<W*>())
        QObject::connect(panel, &W::deviceChosen, &window, &MainWindow::showDevice);
}

} // namespace

WorkspaceParts makePanels(const Knowledge& knowledge)
{
    WorkspaceParts parts;
    parts.timeline = panelOf(new TimelineView);
    parts.guide = panelOf(new GuidePanel(knowledge));
    parts.findings = panelOf(new FindingsPanel(knowledge));
    parts.events = panelOf(new EventsPanel(knowledge));
    parts.reader = panelOf(new ReaderPanel(knowledge));
    parts.visibility = panelOf(new VisibilityPanel(knowledge));
    parts.device = panelOf(new DevicePanel(knowledge));
    return parts;
}

void connectPanels(MainWindow& window, Session& session)
{
    connectSelection<TimelineView>(window);
    connectSelection<GuidePanel>(window);
    connectSelection<FindingsPanel>(window);
    connectSelection<EventsPanel>(window);
    connectSelection<DevicePanel>(window);
    connectDevices<TimelineView>(window);
    connectDevices<FindingsPanel>(window);
    connectDevices<EventsPanel>(window);
    QObject::connect(window.findChild<TimelineView*>(), &TimelineView::visibleRangeChanged, &window,
                     &MainWindow::setVisibleRange);
    QObject::connect(window.findChild<VisibilityPanel*>(), &VisibilityPanel::sourceActivated, &window,
                     [&window](qint64 source, const QStringList& kinds) {
                         window.findChild<EventsPanel*>()->showOnly(SourceId{source}, kinds);
                         window.findChild<Workspace*>()->showTab(Workspace::Events);
                     });
    QObject::connect(window.findChild<EventsPanel*>(), &EventsPanel::pinned, &session, &Session::pin);
    const auto* guide = window.findChild<GuidePanel*>();
    QObject::connect(guide, &GuidePanel::answered, &session, &Session::answer);
    QObject::connect(guide, &GuidePanel::takenBack, &session, &Session::takeBack);
    QObject::connect(guide, &GuidePanel::symptomChosen, &session, &Session::setSymptom);
}

} // namespace whittle

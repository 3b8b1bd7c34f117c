// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels.h"

#include "widgets/shell/mainwindow.h"

// A panel that is not built (its target is missing) leaves its place empty.
#ifdef WHITTLE_HAS_TIMELINEVIEW
#include "widgets/timeline/timelineview.h"
#endif
#ifdef WHITTLE_HAS_GUIDE
#include "widgets/guide/guidepanel.h"
#endif
#ifdef WHITTLE_HAS_FINDINGS
#include "widgets/findings/findingspanel.h"
#endif
#ifdef WHITTLE_HAS_EVENTSPANEL
#include "widgets/events/eventspanel.h"
#endif
#ifdef WHITTLE_HAS_READER
#include "widgets/reader/readerpanel.h"
#endif

namespace whittle
{

namespace
{

[[maybe_unused]] Panel emptyPlace()
{
    Panel panel;
    panel.widget = new QWidget;
    return panel;
}

Panel timelinePanel()
{
#ifdef WHITTLE_HAS_TIMELINEVIEW
    auto* view = new TimelineView;
    Panel panel = panelOf(view);
    panel.setDensity = [view](const EventDensity& density) {
        view->setDensity({density.from, density.width, density.counts});
    };
    return panel;
#else
    return emptyPlace();
#endif
}

Panel guidePanel([[maybe_unused]] const Knowledge& knowledge)
{
#ifdef WHITTLE_HAS_GUIDE
    return panelOf(new GuidePanel(knowledge));
#else
    return emptyPlace();
#endif
}

Panel findingsPanel([[maybe_unused]] const Knowledge& knowledge)
{
#ifdef WHITTLE_HAS_FINDINGS
    return panelOf(new FindingsPanel(knowledge));
#else
    return emptyPlace();
#endif
}

Panel eventsPanel([[maybe_unused]] const Knowledge& knowledge)
{
#ifdef WHITTLE_HAS_EVENTSPANEL
    return panelOf(new EventsPanel(knowledge));
#else
    return emptyPlace();
#endif
}

Panel readerPanel([[maybe_unused]] const Knowledge& knowledge)
{
#ifdef WHITTLE_HAS_READER
    return panelOf(new ReaderPanel(knowledge));
#else
    return emptyPlace();
#endif
}

/// An event chosen in this panel is shown in all of them.
template <typename W>
[[maybe_unused]] void connectSelection(MainWindow& window)
{
    if (auto* panel = window.findChild<W*>())
        QObject::connect(panel, &W::eventSelected, &window, &MainWindow::selectEvent);
}

} // namespace

WorkspaceParts makePanels(const Knowledge& knowledge)
{
    WorkspaceParts parts;
    parts.timeline = timelinePanel();
    parts.guide = guidePanel(knowledge);
    parts.findings = findingsPanel(knowledge);
    parts.events = eventsPanel(knowledge);
    parts.reader = readerPanel(knowledge);
    return parts;
}

void connectPanels([[maybe_unused]] MainWindow& window, [[maybe_unused]] Session& session)
{
#ifdef WHITTLE_HAS_TIMELINEVIEW
    connectSelection<TimelineView>(window);
    QObject::connect(window.findChild<TimelineView*>(), &TimelineView::visibleRangeChanged, &window,
                     &MainWindow::setVisibleRange);
#endif
#ifdef WHITTLE_HAS_FINDINGS
    connectSelection<FindingsPanel>(window);
#endif
#ifdef WHITTLE_HAS_EVENTSPANEL
    connectSelection<EventsPanel>(window);
#endif
#ifdef WHITTLE_HAS_GUIDE
    connectSelection<GuidePanel>(window);
    auto* guide = window.findChild<GuidePanel*>();
    QObject::connect(guide, &GuidePanel::answered, &session, &Session::answer);
    QObject::connect(guide, &GuidePanel::takenBack, &session, &Session::takeBack);
    QObject::connect(guide, &GuidePanel::symptomChosen, &session, &Session::setSymptom);
#endif
}

} // namespace whittle

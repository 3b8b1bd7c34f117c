// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels.h"

#include "widgets/findings/findingspanel.h"
#include "widgets/guide/guidepanel.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/timeline/timelineview.h"

// Until these two are built everywhere, their places may stay empty.
#ifdef WHITTLE_HAS_EVENTSPANEL
#include "widgets/events/eventspanel.h"
#endif
#ifdef WHITTLE_HAS_READERPANEL
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
#ifdef WHITTLE_HAS_READERPANEL
    if constexpr (std::is_constructible_v<ReaderPanel, const Knowledge&>)
        return panelOf(new ReaderPanel(knowledge));
    else
        return panelOf(new ReaderPanel);
#else
    return emptyPlace();
#endif
}

/// An event chosen in this panel is shown in all of them.
template <typename W>
void connectSelection(MainWindow& window)
{
    if (auto* panel = window.findChild<W*>())
        QObject::connect(panel, &W::eventSelected, &window, &MainWindow::selectEvent);
}

} // namespace

WorkspaceParts makePanels(const Knowledge& knowledge)
{
    WorkspaceParts parts;
    parts.timeline = panelOf(new TimelineView);
    parts.guide = panelOf(new GuidePanel(knowledge));
    parts.findings = panelOf(new FindingsPanel(knowledge));
    parts.events = eventsPanel(knowledge);
    parts.reader = readerPanel(knowledge);
    return parts;
}

void connectPanels(MainWindow& window, Session& session)
{
    connectSelection<TimelineView>(window);
    connectSelection<GuidePanel>(window);
    connectSelection<FindingsPanel>(window);
#ifdef WHITTLE_HAS_EVENTSPANEL
    connectSelection<EventsPanel>(window);
#endif
    QObject::connect(window.findChild<TimelineView*>(), &TimelineView::visibleRangeChanged, &window,
                     &MainWindow::setVisibleRange);
    const auto* guide = window.findChild<GuidePanel*>();
    QObject::connect(guide, &GuidePanel::answered, &session, &Session::answer);
    QObject::connect(guide, &GuidePanel::takenBack, &session, &Session::takeBack);
    QObject::connect(guide, &GuidePanel::symptomChosen, &session, &Session::setSymptom);
}

} // namespace whittle

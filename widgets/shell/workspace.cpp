// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/workspace.h"

#include <algorithm>

#include <QFrame>
#include <QLocale>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include "widgets/shell/casesummary.h"

namespace whittle
{

namespace
{

constexpr int guideWidth = 360;
constexpr int stateVersion =
    1; ///< raised when splitters come or go, so that an old state is not forced on them

/// A rounded panel around a widget; the widget keeps clear of the corners.
QFrame* card(QWidget* content, int margin = 4)
{
    auto* frame = new QFrame;
    frame->setProperty("card", true);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(0);
    if (content)
        layout->addWidget(content);
    return frame;
}

QString key(const char* name)
{
    return QStringLiteral("window/v%1/%2").arg(stateVersion).arg(QLatin1String(name));
}

QSplitter* splitter(Qt::Orientation orientation, const QString& name)
{
    auto* made = new QSplitter(orientation);
    made->setHandleWidth(10);
    made->setChildrenCollapsible(false);
    made->setAccessibleName(name);
    return made;
}

} // namespace

Workspace::Workspace(const WorkspaceParts& parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_columns(splitter(Qt::Horizontal, tr("Border between timeline and guide")))
    , m_rows(splitter(Qt::Vertical, tr("Border between timeline and findings")))
    , m_below(splitter(Qt::Horizontal, tr("Border between events and reader")))
    , m_tabs(new QTabWidget)
{
    m_rows->addWidget(card(m_parts.timeline.widget));
    m_rows->addWidget(makeBelow());
    m_columns->addWidget(m_rows);
    setFocusProxy(m_parts.timeline.widget);
    m_columns->addWidget(card(m_parts.guide.widget));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
    connect(m_tabs, &QTabWidget::currentChanged, this, &Workspace::showReader);
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &Workspace::tellNext);
    arrange();
}

QWidget* Workspace::makeBelow()
{
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Findings, events and sources"));
    m_tabs->addTab(m_parts.findings.widget, tr("Findings"));
    m_tabs->addTab(m_parts.events.widget, tr("Events"));
    m_tabs->addTab(m_parts.sources.widget, tr("Sources"));
    m_tabs->addTab(m_parts.visibility.widget, tr("Visibility"));
    m_tabs->addTab(m_parts.device.widget, tr("Device"));
    m_readerCard = card(m_parts.reader.widget);
    m_below->addWidget(card(m_tabs));
    m_below->addWidget(m_readerCard);
    m_readerCard->hide();
    return m_below;
}

/// Sizes before anybody has moved a border.
void Workspace::arrange()
{
    m_parts.timeline.widget->setMinimumSize(320, 140);
    m_parts.guide.widget->setMinimumWidth(300);
    m_parts.reader.widget->setMinimumWidth(380);
    m_tabs->setMinimumSize(320, 120);
    m_columns->setStretchFactor(0, 1); // what the window grows by goes to the timeline
    m_columns->setStretchFactor(1, 0);
    m_columns->setSizes({1000, guideWidth});
    m_rows->setStretchFactor(0, 58);
    m_rows->setStretchFactor(1, 42);
    m_rows->setSizes({580, 420});
    m_below->setStretchFactor(0, 3);
    m_below->setStretchFactor(1, 2);
    m_below->setSizes({600, 400});
}

std::vector<const Panel*> Workspace::panels() const
{
    return {&m_parts.timeline, &m_parts.guide,   &m_parts.findings,   &m_parts.events,
            &m_parts.reader,   &m_parts.sources, &m_parts.visibility, &m_parts.device};
}

void Workspace::setCase(const std::shared_ptr<CaseFile>& file, const AnalysisPtr& analysis,
                        const OverviewDensity& density)
{
    m_hasSelection = false;
    m_file = file;
    setAnalysis(analysis, density);
    while (!m_untold.empty()) // they let go of the case before
        tellNext();
    showReader();
}

void Workspace::setAnalysis(const AnalysisPtr& analysis, const OverviewDensity& density)
{
    m_analysis = analysis;
    m_density = density;
    const auto all = panels();
    m_untold.assign(all.begin(), all.end());
    tellNext();
    const auto number = [](std::uint64_t count) {
        return QLocale().toString(static_cast<qulonglong>(count));
    };
    m_tabs->setTabText(Findings, tr("Findings %1").arg(number(analysis->findings.size())));
    m_tabs->setTabText(Events, tr("Events %1").arg(number(eventTotal(*analysis))));
    m_tabs->setTabText(Sources, tr("Sources %1").arg(number(analysis->sources.size())));
}

/// Each builds what it shows anew, which takes some milliseconds: one in a turn of the event loop, so that
/// what the user does comes in between.
void Workspace::tellNext()
{
    if (m_untold.empty())
        return;
    const Panel& panel = *m_untold.front();
    m_untold.pop_front();
    tell(panel.setCase, m_file, m_analysis);
    tell(panel.setAnalysis, m_analysis);
    tell(panel.setDensity, m_density);
    if (!m_untold.empty())
        m_turn.start();
}

void Workspace::setTimes(const TimeText& times)
{
    for (const Panel* panel : panels())
        tell(panel->setTimes, times);
}

void Workspace::setTheme(const Theme& theme)
{
    for (const Panel* panel : panels())
        tell(panel->setTheme, theme);
    for (const QScrollArea* area :
         findChildren<QScrollArea*>()) { // they stand on a card, not on the window's background
        if (area->widget())
            area->widget()->setAutoFillBackground(false);
    }
}

void Workspace::select(const EventRef& ref, CaseTime time)
{
    m_hasSelection = true;
    if (currentTab() == Sources || currentTab() == Visibility)
        showTab(Events);
    showReader();
    for (const Panel* panel : panels())
        tell(panel->select, ref, time);
}

void Workspace::setRange(CaseTime from, CaseTime to)
{
    for (const Panel* panel : panels())
        tell(panel->setRange, from, to);
}

void Workspace::showRange(CaseTime from, CaseTime to)
{
    tell(m_parts.timeline.showRange, from, to);
}

void Workspace::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void Workspace::find()
{
    showTab(Events);
    tell(m_parts.events.find);
}

void Workspace::showDevice(const std::string& name)
{
    showTab(Device);
    tell(m_parts.device.showDevice, name);
}

void Workspace::chooseDevice()
{
    showTab(Device);
    tell(m_parts.device.choose);
}

Workspace::Tab Workspace::currentTab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void Workspace::setReaderWanted(bool wanted)
{
    m_readerWanted = wanted;
    showReader();
}

/// The sources and the map have details of their own.
void Workspace::showReader()
{
    m_readerCard->setVisible(m_readerWanted && m_hasSelection && currentTab() != Sources
                             && currentTab() != Visibility);
}

void Workspace::save(QSettings& settings) const
{
    settings.setValue(key("columns"), m_columns->saveState());
    settings.setValue(key("rows"), m_rows->saveState());
    settings.setValue(key("below"), m_below->saveState());
}

void Workspace::restore(const QSettings& settings)
{
    m_columns->restoreState(settings.value(key("columns")).toByteArray());
    m_rows->restoreState(settings.value(key("rows")).toByteArray());
    m_below->restoreState(settings.value(key("below")).toByteArray());
    for (QSplitter* made : {m_columns, m_rows, m_below}) {
        made->setHandleWidth(10); // saveState() keeps these two as well
        made->setChildrenCollapsible(false);
    }
}

} // namespace whittle

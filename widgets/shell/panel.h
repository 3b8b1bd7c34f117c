// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QWidget>

#include "models/analysis/analysis.h"
#include "models/timeline/timetext.h"
#include "widgets/figures/theme.h"
#include "widgets/session/density.h"

namespace whittle
{

class CaseFile;

/// A part of the workspace, and what it wants to be told; what it does not care for stays empty. The window
/// knows no more of it, so that it can be built and tested without the panels, and a panel can be added by
/// one line in app/window.cpp.
struct Panel {
    QWidget* widget = nullptr; ///< taken over by the window
    /// The open case and what is known about it; null: the case is closed, let go of it.
    std::function<void(const std::shared_ptr<CaseFile>&, const AnalysisPtr&)> setCase;
    std::function<void(const AnalysisPtr&)> setAnalysis; ///< never null
    std::function<void(const OverviewDensity&)> setDensity;
    std::function<void(const TimeText&)> setTimes;
    std::function<void(const Theme&)> setTheme;
    std::function<void(const EventRef&, CaseTime)> select;
    std::function<void(CaseTime, CaseTime)> setRange; ///< what the timeline shows
    std::function<void(CaseTime, CaseTime)> showRange; ///< what the timeline is to show
    std::function<void()> find; ///< begins a search
    std::function<void(const std::string&)> showDevice; ///< everything about one device
    std::function<void()> choose; ///< begins the choice of a device
};

/// Calls what there is.
template <typename Function, typename... Arguments>
void tell(const Function& function, Arguments&&... arguments)
{
    if (function)
        function(std::forward<Arguments>(arguments)...);
}

/// A panel of a widget that has setCase, setAnalysis, setTimes, setTheme, select, setRange, showRange …:
/// those of them that it has.
template <typename W>
Panel panelOf(W* widget)
{
    Panel panel;
    panel.widget = widget;
    using File = std::shared_ptr<CaseFile>;
    if constexpr (requires(File file, AnalysisPtr analysis) { widget->setCase(file, analysis); })
        panel.setCase = [widget](const File& file, const AnalysisPtr& analysis) {
            widget->setCase(file, analysis);
        };
    else if constexpr (requires(File file) { widget->setCase(file); })
        panel.setCase = [widget](const File& file, const AnalysisPtr&) { widget->setCase(file); };
    if constexpr (requires(AnalysisPtr analysis) { widget->setAnalysis(analysis); })
        panel.setAnalysis = [widget](const AnalysisPtr& analysis) { widget->setAnalysis(analysis); };
    if constexpr (requires(OverviewDensity density) { widget->setDensity(density); })
        panel.setDensity = [widget](const OverviewDensity& density) { widget->setDensity(density); };
    if constexpr (requires(TimeText times) { widget->setTimes(times); })
        panel.setTimes = [widget](const TimeText& times) { widget->setTimes(times); };
    if constexpr (requires(Theme theme) { widget->setTheme(theme); })
        panel.setTheme = [widget](const Theme& theme) { widget->setTheme(theme); };
    if constexpr (requires(EventRef ref, CaseTime time) { widget->select(ref, time); })
        panel.select = [widget](const EventRef& ref, CaseTime time) { widget->select(ref, time); };
    else if constexpr (requires(EventRef ref) { widget->select(ref); })
        panel.select = [widget](const EventRef& ref, CaseTime) { widget->select(ref); };
    else if constexpr (requires(EventRef ref) { widget->show(ref); })
        panel.select = [widget](const EventRef& ref, CaseTime) { widget->show(ref); };
    if constexpr (requires(CaseTime time) { widget->setRange(time, time); })
        panel.setRange = [widget](CaseTime from, CaseTime to) { widget->setRange(from, to); };
    if constexpr (requires(CaseTime time) { widget->showRange(time, time); })
        panel.showRange = [widget](CaseTime from, CaseTime to) { widget->showRange(from, to); };
    if constexpr (requires { widget->find(); })
        panel.find = [widget] { widget->find(); };
    if constexpr (requires(std::string name) { widget->showDevice(name); })
        panel.showDevice = [widget](const std::string& name) { widget->showDevice(name); };
    if constexpr (requires { widget->choose(); })
        panel.choose = [widget] { widget->choose(); };
    return panel;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QWidget>

#include "models/analysis/analysis.h"
#include "models/timeline/timetext.h"
#include "widgets/figures/theme.h"

namespace whittle {

/// Counts of all events in equal steps, over all sources, on the clock of the case: the overview lane.
struct OverviewDensity {
    CaseTime from;
    Nanoseconds width {};
    std::vector<std::uint32_t> counts;
};

/// The timeline: an overview lane with density, a lane for each device, NTP lanes. Wheel zooms around the pointer, drag pans, a click
/// selects; everything is on the keyboard too (arrows, +, -, Home, F for the next finding).
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);
    ~TimelineView() override;

    void setAnalysis(AnalysisPtr analysis);
    void setDensity(const OverviewDensity& density);
    void setTheme(const Theme& theme);
    void setTimes(const TimeText& times);
    /// Marks that event, and brings it into view.
    void select(const EventRef& ref, CaseTime time);
    void showRange(CaseTime from, CaseTime to);

    CaseTime visibleFrom() const;
    CaseTime visibleTo() const;

Q_SIGNALS:
    void eventSelected(const whittle::EventRef& ref, whittle::CaseTime time);
    void visibleRangeChanged(whittle::CaseTime from, whittle::CaseTime to);
    void cursorMoved(std::optional<whittle::CaseTime> time);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QWidget>

#include "models/analysis/analysis.h"
#include "models/timeline/density.h"
#include "models/timeline/scenebuilder.h"
#include "models/timeline/timetext.h"
#include "widgets/figures/theme.h"

namespace whittle
{

/// The timeline: an overview lane with density, a lane for each device, NTP lanes.
///
/// Mouse: the wheel zooms around the pointer (over the titles, or with Ctrl, it scrolls the lanes; with Shift
/// it pans), drag pans, Shift and drag selects a range to zoom to, a click selects what is nearest, a double
/// click on a bar zooms to it, the window in the overview is moved and resized, a click on a folded lane's
/// title unfolds it, one on a device's title tells everything about it. Keyboard: Left, Right pan; Ctrl+Left,
/// Ctrl+Right go from mark to mark of the lane; +, - zoom; Home shows all; Up, Down choose the lane; Page Up,
/// Page Down scroll; F, Shift+F next and previous finding; Return opens what is selected, unfolds, or tells
/// about the device; Escape deselects.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);
    ~TimelineView() override;

    /// The range in view, the lane and the selection are kept when the new analysis spans the same time. One
    /// with very many events is shown a moment later: it is laid out on a thread of its own.
    void setAnalysis(AnalysisPtr analysis);
    void setDensity(const OverviewDensity& density);
    void setTheme(const Theme& theme);
    void setTimes(const TimeText& times);
    /// What addresses are called, and what else is known about devices.
    void setNames(const std::map<IpAddress, QString>& names, const std::map<std::string, QString>& details);
    /// The row above the overview; without it the panel around this view has its own heading.
    void setHeadingVisible(bool visible);
    /// Marks that event, and brings it into view. Emits no eventSelected.
    void select(const EventRef& ref, CaseTime time);
    /// A time that another view points at.
    void setCursorTime(std::optional<CaseTime> time);
    void showRange(CaseTime from, CaseTime to);
    void showAll();
    void nextFinding(bool forward = true);

    CaseTime visibleFrom() const;
    CaseTime visibleTo() const;
    /// What is painted now; for a report or a saved picture of it.
    const TimelineScene& scene() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void eventSelected(const whittle::EventRef& ref, whittle::CaseTime time);
    /// Return, or a double click on a mark: show its line or frame.
    void eventActivated(const whittle::EventRef& ref, whittle::CaseTime time);
    /// A press on the title of a device's lane, or Return on the lane.
    void deviceChosen(const QString& device);
    void visibleRangeChanged(whittle::CaseTime from, whittle::CaseTime to);
    void cursorMoved(std::optional<whittle::CaseTime> time);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace whittle

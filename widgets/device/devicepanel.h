// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <QWidget>

#include "models/analysis/analysis.h"
#include "models/timeline/timetext.h"
#include "widgets/figures/theme.h"

namespace whittle
{

class CaseFile;

/// Everything that is known about one device, with reasons; before anybody has chosen one, about the one that
/// suffers most.
///
/// Keys: Tab walks through the links, Enter follows one.
class DevicePanel : public QWidget
{
    Q_OBJECT

public:
    /// `knowledge` must live longer than the panel.
    explicit DevicePanel(const Knowledge& knowledge, QWidget* parent = nullptr);
    ~DevicePanel() override;

    /// Null: no case is open.
    void setCase(std::shared_ptr<const CaseFile> file);
    void setAnalysis(AnalysisPtr analysis);
    void setTheme(const Theme& theme);
    void setTimes(const TimeText& times);
    /// Marks the links to that event; the page stays where it is.
    void select(const EventRef& ref);
    /// Panels are given an analysis one after the other: a device that is not known yet is shown when it is.
    void showDevice(const std::string& name);
    /// Puts the cursor into the chooser.
    void choose();

    std::string device() const; ///< that is shown; empty: none

    QSize sizeHint() const override { return {1000, 260}; }

Q_SIGNALS:
    void eventSelected(const whittle::EventRef& ref, whittle::CaseTime time);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "models/analysis/analysis.h"
#include "models/timeline/timetext.h"
#include "widgets/figures/theme.h"

namespace whittle
{

/// The guide beside the timeline: the suspects, the next question, what is answered, what to collect. It
/// shows an analysis and says what the user wants; whoever owns the case stores the answer, analyses anew and
/// hands the result back.
///
/// Keys while the focus is inside: 1 yes, 2 no, N I don't know, Backspace takes the last answer back.
class GuidePanel : public QWidget
{
    Q_OBJECT

public:
    /// `knowledge` must live longer than the panel.
    explicit GuidePanel(const Knowledge& knowledge, QWidget* parent = nullptr);
    ~GuidePanel() override;

    /// Null: no case is open, and the panel is empty.
    void setAnalysis(AnalysisPtr analysis);
    void setTheme(const Theme& theme);
    void setTimes(const TimeText& times);

    QSize sizeHint() const override { return {360, 700}; }

Q_SIGNALS:
    void answered(const QString& question, const QString& value);
    void takenBack(const QString& question);
    void symptomChosen(const QString& symptom);
    void eventSelected(const whittle::EventRef& ref, whittle::CaseTime time);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace whittle

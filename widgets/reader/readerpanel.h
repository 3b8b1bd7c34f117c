// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "models/analysis/analysis.h"
#include "models/timeline/timetext.h"
#include "widgets/figures/theme.h"

namespace whittle
{

class CaseFile;

/// Shows one event where it stands: a line among its neighbours, or a frame as bytes with what was read from
/// it; by the source's own clock and corrected, beside each other. Reads the evidence again, on a worker
/// thread.
class ReaderPanel : public QWidget
{
    Q_OBJECT

public:
    /// `knowledge` must live longer than the panel.
    explicit ReaderPanel(const Knowledge& knowledge, QWidget* parent = nullptr);
    ~ReaderPanel() override;

    /// Null: no case is open, and the panel is empty.
    void setCase(std::shared_ptr<const CaseFile> file);
    void setAnalysis(AnalysisPtr analysis);
    void setTheme(const Theme& theme);
    void setTimes(const TimeText& times);
    /// The program that frames can be opened in; found on the path unless it is set. Empty: none.
    void setWireshark(const QString& program);

    using QWidget::show;
    void show(const EventRef& ref);

    QSize sizeHint() const override { return {1000, 300}; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace whittle

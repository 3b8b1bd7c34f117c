// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "models/analysis/analysis.h"
#include "models/timeline/timetext.h"
#include "widgets/figures/theme.h"
#include "widgets/findings/findingstext.h"
#include "widgets/findings/severitymark.h"

class QLabel;
class QVBoxLayout;

namespace whittle
{

/// What all rows of the panel are made from.
struct FindingsContext {
    const FindingsText& text;
    AnalysisPtr analysis;
    Theme theme;
    TimeText times;
    QFont font;
};

/// One row: mark, title, what it extends to; below, whatever is folded out. It can have the focus, be
/// unfolded and be copied.
class FindingRow : public QFrame
{
    Q_OBJECT

public:
    static constexpr std::size_t foldedCitations = 3;

    FindingRow(const FindingsContext& context, SeverityMark::Kind kind, const QString& title,
               const QString& side, bool strong);

    /// Cited lines, and when it is open the explanation and all the lines there are.
    void addFinding(const Finding& finding, bool open);
    void addText(const QString& text);
    void setPlainText(const QString& text) { m_plain = text; }
    QString plainText() const { return m_plain; }

Q_SIGNALS:
    void toggled();
    void eventSelected(const whittle::EventRef& ref, whittle::CaseTime time);
    void deviceChosen(const QString& device);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void linkDevices(QLabel& label, const QString& text, const std::vector<std::string>& devices);
    void addDevices(const Finding& finding);
    void addCitations(const Finding& finding, std::size_t shown);

    const FindingsContext& m_context;
    QVBoxLayout* m_column;
    QLabel* m_side;
    QString m_plain;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "widgets/visibility/visibilitydetails.h"
#include "widgets/visibility/visibilitymodel.h"

class QLabel;
class QScrollArea;
class QSplitter;
class QTableView;

namespace whittle
{

class VisibilityDelegate;

/// The map of what has been seen, component by layer, and everything about one cell of it beside it: that
/// under the mouse, else the current one.
class VisibilityPanel : public QWidget
{
    Q_OBJECT

public:
    /// `knowledge` must live longer than the panel.
    explicit VisibilityPanel(const Knowledge& knowledge, QWidget* parent = nullptr);

    void setAnalysis(const AnalysisPtr& analysis);
    void setTimes(const TimeText& times);
    void setTheme(const Theme& theme);

Q_SIGNALS:
    /// The events of these kinds in that source (raw(SourceId)) are wanted.
    void sourceActivated(qint64 source, const QStringList& kinds);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeTable();
    QWidget* makeDetails();
    void fit();
    void choose(const QString& component, int layer);
    QModelIndex mostWanted() const;
    void showCell(const QModelIndex& index);
    void showCurrent();
    void activate();

    Words m_words;
    VisibilityDetails::Context m_context;
    VisibilityModel m_model;
    VisibilityDelegate* m_delegate = nullptr;
    QTableView* m_table = nullptr;
    QScrollArea* m_details = nullptr;
    QSplitter* m_map = nullptr;
    QLabel* m_nothing = nullptr;
    QModelIndex m_shown;
};

} // namespace whittle

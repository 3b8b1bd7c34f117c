// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/analysis/analysis.h"
#include "models/report/words.h"
#include "models/timeline/timetext.h"
#include "widgets/figures/theme.h"

class QVBoxLayout;

namespace whittle
{

/// Everything about one cell of the map: who has seen it and when, who would have, what would show it.
class VisibilityDetails : public QWidget
{
    Q_OBJECT

public:
    struct Context {
        AnalysisPtr analysis{};
        const Words& words;
        Theme theme = Theme::light();
        TimeText times{};
        QFont font{};
    };

    /// The context must outlive it, and the cell be one of its analysis.
    VisibilityDetails(const Context& context, const VisibilityRow& row, Layer layer);

Q_SIGNALS:
    /// The events by which that source shows the cell; raw(SourceId).
    void sourceActivated(qint64 source, const QStringList& kinds);

private:
    void addSightings();
    void addSighting(const Sighting& sighting);
    void addOthers();
    void addCollect();
    void addText(const QString& text, const QColor& color);
    QString note(const Sighting& sighting) const;
    QString names(const std::vector<SourceId>& sources) const;

    const Context& m_context;
    const VisibilityCell& m_cell;
    QVBoxLayout* m_rows;
};

} // namespace whittle

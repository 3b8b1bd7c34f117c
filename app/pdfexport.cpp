// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pdfexport.h"

#include <QPainter>
#include <QPicture>

#include "models/report/report.h"
#include "models/timeline/scenebuilder.h"
#include "widgets/figures/timelinefigure.h"

namespace whittle
{

namespace
{

/// Recorded at this size in units of 1/96 inch: 170 mm, as wide as the text of a page, so that letters on
/// paper have their own size.
constexpr QSizeF figureSize{642, 321};

QPicture recordTimeline(const Analysis& analysis, const TimeText& times)
{
    QPicture picture;
    QPainter painter(&picture);
    SceneOptions options;
    options.times = times;
    TimelineFigure figure;
    figure.setUnit(1);
    figure.paint(painter, QRectF({0, 0}, figureSize), buildScene(analysis, options), Theme::print());
    return picture;
}

/// Plays a recording; called on the thread that writes the pages.
FigurePaint playing(const QPicture& picture)
{
    return [picture](QPainter& painter, const QRectF& area) {
        painter.save();
        painter.translate(area.topLeft());
        painter.scale(area.width() / figureSize.width(), area.height() / figureSize.height());
        painter.drawPicture(0, 0, picture);
        painter.restore();
    };
}

} // namespace

void PdfExport::write(const AnalysisPtr& analysis, const TimeText& times, const QString& path,
                      const std::function<void(Result<void>)>& done)
{
    m_worker.post([this, analysis, times, path, done, figure = playing(recordTimeline(*analysis, times))] {
        auto written =
            std::make_shared<Result<void>>(writePdf(buildReport(*analysis, m_words, times, figure), path));
        QMetaObject::invokeMethod(
            this, [done, written] { done(*written); }, Qt::QueuedConnection);
    });
}

} // namespace whittle

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

constexpr QSizeF figureSize{1000, 500}; ///< recorded at this size, scaled to the page when it is played

QPicture recordTimeline(const Analysis& analysis, const TimeText& times)
{
    QPicture picture;
    QPainter painter(&picture);
    SceneOptions options;
    options.times = times;
    TimelineFigure().paint(painter, QRectF({0, 0}, figureSize), buildScene(analysis, options),
                           Theme::print());
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

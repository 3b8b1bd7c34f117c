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

constexpr double printedUnits = 642; ///< the width of the text on A4 in pixels at 96 dpi (170 mm)

/// The timeline as it will stand on the page, recorded on the main thread, where charts live. A recording
/// stays vectors.
struct Recording {
    QPicture picture;
    QSizeF size;
};

Recording recordTimeline(const Analysis& analysis, const TimeText& times)
{
    SceneOptions options;
    options.times = times;
    const TimelineScene scene = buildScene(analysis, options);
    Recording recording;
    recording.size = {printedUnits, printedUnits * TimelineFigure::heightPerWidth(scene, printedUnits)};
    TimelineFigure figure;
    figure.setUnit(1);
    QPainter painter(&recording.picture);
    figure.paint(painter, QRectF({0, 0}, recording.size), scene, Theme::print());
    return recording;
}

/// Plays a recording; called on the thread that writes the pages.
Figure playing(const Recording& recording)
{
    const auto paint = [recording](QPainter& painter, const QRectF& area) {
        painter.save();
        painter.translate(area.topLeft());
        painter.scale(area.width() / recording.size.width(), area.height() / recording.size.height());
        painter.drawPicture(0, 0, recording.picture);
        painter.restore();
    };
    return {{}, recording.size.height() / recording.size.width(), paint};
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

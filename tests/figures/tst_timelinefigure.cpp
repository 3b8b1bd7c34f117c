// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QTest>

#include "models/timeline/layout.h"
#include "models/timeline/scenebuilder.h"
#include "tests/support/sampleanalysis.h"
#include "widgets/figures/chartlayer.h"
#include "widgets/figures/figuretext.h"
#include "widgets/figures/headpainter.h"
#include "widgets/figures/timelinefigure.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr QSizeF size(1000, 520);

QImage painted(const TimelineScene& scene, const Theme& theme, double ratio = 1)
{
    QImage image((size * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    TimelineFigure().paint(painter, QRectF(QPointF(), size), scene, theme);
    return image;
}

QPoint inLane(const TimelineScene& scene, std::size_t lane, CaseTime time, double y)
{
    const TimelineLayout layout = layOut(scene, QRectF(QPointF(), size));
    return QPointF(laneAxis(scene, layout).x(time), layout.lane(lane).top() + y).toPoint();
}

/// How many pixels around a point have about that colour.
int count(const QImage& image, QPoint around, const QColor& color, int radius = 6)
{
    int found = 0;
    for (int y = around.y() - radius; y <= around.y() + radius; ++y) {
        for (int x = around.x() - radius; x <= around.x() + radius; ++x) {
            if (!image.valid(x, y))
                continue;
            const QColor here = image.pixelColor(x, y);
            if (std::abs(here.red() - color.red()) + std::abs(here.green() - color.green())
                    + std::abs(here.blue() - color.blue())
                < 12)
                ++found;
        }
    }
    return found;
}

QPoint curvePoint(const TimelineScene& scene)
{
    const TimelineLayout layout = layOut(scene, QRectF(QPointF(), size));
    return {inLane(scene, 4, sampleAt(30), 0).x(), static_cast<int>(curveBand(layout, 4).center().y())};
}

QByteArray svgOf(const TimelineScene& scene, QSizeF area = size)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(area.toSize());
    generator.setResolution(96);
    QPainter painter(&generator);
    TimelineFigure().paint(painter, QRectF(QPointF(), area), scene, Theme::print());
    painter.end();
    return buffer.data();
}

} // namespace

class TestTimelineFigure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptySceneSaysSo();
    void barsMarksAndLeasesAreWhereTheyBelong_data();
    void barsMarksAndLeasesAreWhereTheyBelong();
    void gapsAreNotPaintedAsRegistered();
    void curveRunsThroughItsBandOnly();
    void curveIsBrokenWhereNothingWasSeen();
    void curveHasAtMostTwoPointsAColumn();
    void pixelRatioMakesItSharperNotSmaller();
    void unitFollowsTheResolution();
    void pdfHasNoPixels();
    void svgHasTextAndNoPixels();
    void zoneIsAlwaysTold();
    void svgStaysInsideThePlot();
    void paperCutsAtALane();
    void densityKeepsItsSum();
    void labelsKeepApart();
    void manyEventsArePaintedFast();
    void tinyAreasAreHarmless();
};

void TestTimelineFigure::emptySceneSaysSo()
{
    const QImage image = painted(buildScene(Analysis{}), Theme::light());
    QCOMPARE(image.pixelColor(1, 1), Theme::light().panel);
    QVERIFY(count(image, QPoint(500, 260), Theme::light().panel, 100) < 201 * 201);
}

void TestTimelineFigure::barsMarksAndLeasesAreWhereTheyBelong_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTimelineFigure::barsMarksAndLeasesAreWhereTheyBelong()
{
    QFETCH(bool, dark);
    const Theme theme = dark ? Theme::darkTheme() : Theme::light();
    TimelineScene scene = buildScene(*sampleAnalysis());
    scene.selectedLane = 1;
    const QImage image = painted(scene, theme);
    QVERIFY(count(image, inLane(scene, 0, sampleAt(30), 15), theme.registered) > 100);
    QVERIFY(count(image, inLane(scene, 0, sampleAt(25), lanerows::leaseTop + 6), theme.leaseSoft, 4) > 30);
    QVERIFY(count(image, inLane(scene, 0, sampleAt(36.02), 10), theme.bad) > 25);
    QVERIFY(count(image, inLane(scene, 2, sampleAt(61.2), 19), theme.warn) > 25);
    QVERIFY(count(image, inLane(scene, 2, sampleAt(36), lanerows::leaseTop + 6), theme.ok) > 15);
    QVERIFY(count(image, curvePoint(scene), theme.ok, 16) > 5);
    QVERIFY(count(image, inLane(scene, 1, sampleAt(0), 5) - QPoint(8, 0), theme.soft, 2) > 20);
}

void TestTimelineFigure::gapsAreNotPaintedAsRegistered()
{
    const Theme theme = Theme::light();
    const TimelineScene scene = buildScene(*sampleAnalysis());
    const QImage image = painted(scene, theme);
    for (const double hour : {88.0, 90.0, 93.0, 95.0}) {
        QCOMPARE(count(image, inLane(scene, 0, sampleAt(hour), 19), theme.registered), 0);
        QVERIFY(count(image, inLane(scene, 0, sampleAt(hour), 56), theme.hatch, 5) > 0);
    }
}

void TestTimelineFigure::curveRunsThroughItsBandOnly()
{
    const TimelineScene scene = buildScene(*sampleAnalysis());
    const TimelineLayout layout = layOut(scene, QRectF(QPointF(), size));
    const QImage image = painted(scene, Theme::light());
    const QRectF band = curveBand(layout, 4);
    const TimeAxis axis = laneAxis(scene, layout);
    for (const NtpPoint& point : scene.lanes[4].ntp.points) {
        const double y =
            band.center().y() - point.offsetSeconds / scene.lanes[4].ntp.high * band.height() / 2;
        QVERIFY(band.contains(band.center().x(), y));
        const QPoint at = QPointF(axis.x(point.at), y).toPoint();
        if (band.adjusted(8, 0, -8, 0).contains(at))
            QVERIFY(count(image, at, Theme::light().ok, 3) > 0);
    }
}

void TestTimelineFigure::curveIsBrokenWhereNothingWasSeen()
{
    const TimelineScene scene = buildScene(*sampleAnalysis());
    const TimeAxis axis{scene.whole, 0, 1000};
    const auto pieces = curvePieces(scene.lanes[4], axis);
    QCOMPARE(pieces.size(), 2U);
    QVERIFY(pieces[0].back().x() <= axis.x(sampleAt(86)));
    QVERIFY(pieces[1].front().x() >= axis.x(sampleAt(97)));
    // Between two samples the line is cut at the borders of what is in view.
    const TimeAxis between{{sampleAt(50.02), sampleAt(50.05)}, 100, 800};
    const auto cut = curvePieces(scene.lanes[4], between);
    QCOMPARE(cut.size(), 1U);
    QCOMPARE(cut[0].front().x(), 100.0);
    QCOMPARE(cut[0].back().x(), 900.0);
    QVERIFY(curvePieces(scene.lanes[4], {{sampleAt(88), sampleAt(90)}, 0, 100}).empty());
}

void TestTimelineFigure::curveHasAtMostTwoPointsAColumn()
{
    Analysis analysis = *sampleAnalysis(0);
    std::vector<NtpPoll>& polls = analysis.ntp.front().polls;
    polls.resize(1);
    for (int i = 0; i < 100'000; ++i) {
        polls.push_back(polls.front());
        polls.back().at = sampleAt(i * 80.0 / 100'000);
        polls.back().offset = 0.001 * (i % 17);
    }
    const TimelineScene scene = buildScene(analysis);
    std::size_t points = 0;
    for (const auto& piece : curvePieces(scene.lanes[3], {scene.whole, 0, 500}))
        points += piece.size();
    QVERIFY(points > 400 && points <= 1004);
}

void TestTimelineFigure::pixelRatioMakesItSharperNotSmaller()
{
    const Theme theme = Theme::light();
    const TimelineScene scene = buildScene(*sampleAnalysis());
    const QImage image = painted(scene, theme, 2);
    QVERIFY(count(image, 2 * inLane(scene, 0, sampleAt(36.02), 10), theme.bad, 12) > 100);
    QVERIFY(count(image, 2 * inLane(scene, 4, sampleAt(60), 0), theme.line, 2) > 0);
}

void TestTimelineFigure::unitFollowsTheResolution()
{
    // The same 10 inches at four times the resolution: the same picture, larger.
    const Theme theme = Theme::light();
    const TimelineScene scene = buildScene(*sampleAnalysis());
    QImage image((size * 4).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(static_cast<int>(4 * 96 / 0.0254));
    image.setDotsPerMeterY(static_cast<int>(4 * 96 / 0.0254));
    QPainter painter(&image);
    TimelineFigure().paint(painter, QRectF(QPointF(), size * 4), scene, theme);
    painter.end();
    QVERIFY(count(image, 4 * inLane(scene, 0, sampleAt(36.02), 10), theme.bad, 24) > 400);
}

void TestTimelineFigure::pdfHasNoPixels()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(300);
    QPainter painter(&writer);
    const TimelineScene scene = buildScene(*sampleAnalysis());
    const double width = painter.viewport().width();
    TimelineFigure().paint(painter, QRectF(0, 0, width, width * 0.7), scene, Theme::print());
    painter.end();
    QVERIFY(buffer.data().startsWith("%PDF"));
    QVERIFY(buffer.data().size() > 5000);
    QVERIFY(!buffer.data().contains("/Subtype /Image"));
}

void TestTimelineFigure::svgHasTextAndNoPixels()
{
    const QByteArray svg = svgOf(buildScene(*sampleAnalysis()));
    QVERIFY(svg.contains("SEP001E7A24429A"));
    QVERIFY(svg.contains("24 other phones"));
    QVERIFY(svg.contains("not seen"));
    QVERIFY(svg.contains("36 h grid"));
    QVERIFY(!svg.contains("<image"));
    QVERIFY(!svg.contains("data:image"));
}

void TestTimelineFigure::zoneIsAlwaysTold()
{
    SceneOptions options;
    options.times = TimeText::forZone(QStringLiteral("America/Chicago"));
    const TimelineScene scene = buildScene(*sampleAnalysis(), options);
    QVERIFY(svgOf(scene).contains("America/Chicago"));
    QVERIFY(svgOf(scene, {642, 400}).contains("America/Chicago"));
}

/// SVG knows no clipping in Qt: what is out of view must not be written at all.
void TestTimelineFigure::svgStaysInsideThePlot()
{
    TimelineScene scene = buildScene(*sampleAnalysis());
    scene.visible = {sampleAt(36), sampleAt(37)};
    const QByteArray svg = svgOf(scene);
    const TimelineLayout layout = layOut(scene, QRectF(QPointF(), size));
    QVERIFY(svg.size() < 200'000);
    // Rectangles and paths of the plot: no coordinate is far outside of the picture.
    static const QRegularExpression number(QStringLiteral("[ML,\"](-?\\d{4,})"));
    auto found = number.globalMatch(QString::fromUtf8(svg));
    while (found.hasNext()) {
        const double value = std::abs(found.next().captured(1).toDouble());
        QVERIFY2(value <= layout.area.right() + 100, qPrintable(QString::number(value)));
    }
}

void TestTimelineFigure::paperCutsAtALane()
{
    TimelineScene scene = buildScene(*sampleAnalysis(4));
    const Theme theme = Theme::print();
    const TimelineLayout layout = layOut(scene, QRectF(QPointF(), size));
    const QImage image = painted(scene, theme);
    QVERIFY(layout.contentHeight() > layout.lanes.height());
    const auto cut = static_cast<int>(layout.laneAt(size.height() - 1).value());
    QCOMPARE(count(image, inLane(scene, static_cast<std::size_t>(cut), sampleAt(50), 15), theme.registered),
             0);
    scene.onScreen = true;
    const double top = layout.lane(static_cast<std::size_t>(cut)).top() + lanerows::registrationTop;
    if (top + 8 < size.height())
        QVERIFY(count(painted(scene, theme), inLane(scene, static_cast<std::size_t>(cut), sampleAt(50), 15),
                      theme.registered)
                > 0);
    QVERIFY(TimelineFigure::heightPerWidth(scene, 1000) > 0.5);
}

void TestTimelineFigure::densityKeepsItsSum()
{
    const TimeRange hour{{0}, {3600 * nsPerSecond}};
    const OverviewDensity density{{0}, Nanoseconds{600 * nsPerSecond}, {0, 4, 0, 0, 1, 0}};
    const std::vector<double> columns = densityColumns(density, hour, 6);
    QCOMPARE(columns, (std::vector<double>{0, 1, 0, 0, 0.5, 0}));
    QCOMPARE(densityColumns(density, hour, 12)[2], densityColumns(density, hour, 12)[3]);
    QVERIFY(densityColumns({}, hour, 0).empty());
    QCOMPARE(densityColumns({}, hour, 3), (std::vector<double>{0, 0, 0}));
}

void TestTimelineFigure::labelsKeepApart()
{
    LabelRow row;
    QVERIFY(row.take(10, 20));
    QVERIFY(!row.take(15, 30));
    QVERIFY(row.take(20, 30));
    QVERIFY(!row.take(5, 40));
    row.reserve(50, 60);
    row.reserve(55, 70);
    QVERIFY(!row.take(65, 66));
    QVERIFY(row.take(70, 80));
}

void TestTimelineFigure::manyEventsArePaintedFast()
{
    Analysis analysis = *sampleAnalysis(0);
    for (int i = 0; i < 300'000; ++i) {
        const EventRef ref = sampleFrame(static_cast<std::uint64_t>(2'000'000 + i));
        analysis.devices[0].marks.push_back(
            {sampleAt(i * 120.0 / 300'000), i % 10 ? "dhcp.discover" : "tcp.gap", ref});
    }
    const TimelineScene scene = buildScene(analysis);
    QImage image(size.toSize(), QImage::Format_RGB32);
    TimelineFigure figure;
    QPainter painter(&image);
    figure.paint(painter, QRectF(QPointF(), size), scene, Theme::light());
    QElapsedTimer timer;
    timer.start();
    constexpr int times = 10;
    for (int i = 0; i < times; ++i)
        figure.paint(painter, QRectF(QPointF(), size), scene, Theme::light());
    qInfo("%.1f ms a picture", static_cast<double>(timer.elapsed()) / times);
    QVERIFY(timer.elapsed() < 150 * times); // generous: other work may be on this machine
}

void TestTimelineFigure::tinyAreasAreHarmless()
{
    TimelineScene scene = buildScene(*sampleAnalysis());
    scene.onScreen = true;
    QImage image(400, 400, QImage::Format_RGB32);
    for (const QSizeF area : {QSizeF(0, 0), QSizeF(1, 1), QSizeF(90, 30), QSizeF(400, 60), QSizeF(30, 400)}) {
        QPainter painter(&image);
        TimelineFigure().paint(painter, QRectF(QPointF(), area), scene, Theme::light());
    }
}

QTEST_MAIN(TestTimelineFigure)
#include "tst_timelinefigure.moc"

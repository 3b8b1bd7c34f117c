// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QTemporaryDir>
#include <QTest>

#include "models/timeline/layout.h"
#include "models/timeline/scenebuilder.h"
#include "tests/support/sampleanalysis.h"
#include "widgets/figures/timelinefigure.h"
#include "widgets/timeline/timelineview.h"

using namespace whittle;
using namespace whittle::test;

/// Saves pictures to look at into $WHITTLE_LOOK_DIR; without it, only checks that each of them can be
/// painted.
class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictures_data();
    void pictures();
    void views();
    void trouble();
    void pdf();
    void svg();
};

namespace
{

TimelineScene sampleScene(int healthy, bool onScreen)
{
    SceneOptions options;
    options.times = TimeText::forZone(QStringLiteral("America/Chicago"));
    options.names[sampleNode().address] = QStringLiteral("cucm-sub");
    options.names[IpAddress::v4(10, 2, 1, 10)] = QStringLiteral("cucm-pub");
    options.names[IpAddress::v4(192, 0, 2, 123)] = QStringLiteral("ntp-sj1");
    options.details["SEP001E7A24429A"] = QStringLiteral("7961");
    options.details["SEP0015C6E5749B"] = QStringLiteral("7941");
    options.details["SEP0021A0E08D93"] = QStringLiteral("7965");
    OverviewDensity density{sampleAt(0), Nanoseconds{nsPerDay / 48}, {}};
    for (int i = 0; i < 240; ++i) {
        const int hour = i / 2 % 36;
        density.counts.push_back(
            static_cast<std::uint32_t>(90 + 50 * std::abs(std::sin(i * 0.19)) + (hour == 0 && i ? 260 : 0)));
        if (i > 172 && i < 194)
            density.counts.back() = 0;
    }
    TimelineScene scene = buildScene(*sampleAnalysis(healthy), options, density);
    scene.onScreen = onScreen;
    if (onScreen) {
        scene.heading = QStringLiteral("Timeline");
        scene.hint = QStringLiteral("drag to pan · wheel to zoom · F next finding");
        scene.selectedLane = 0;
    }
    return scene;
}

void save(const QImage& image, const QString& name)
{
    const QString folder = qEnvironmentVariable("WHITTLE_LOOK_DIR");
    if (!folder.isEmpty())
        QVERIFY(image.save(QDir(folder).filePath(name)));
}

QImage painted(const TimelineScene& scene, QSize size, double dpr, const Theme& theme)
{
    QImage image(size * dpr, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(dpr);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    TimelineFigure figure;
    figure.paint(painter, QRectF(QPointF(), size), scene, theme);
    return image;
}

QString outputPath(const QString& name)
{
    const QString folder = qEnvironmentVariable("WHITTLE_LOOK_DIR");
    static const QTemporaryDir unseen; // gone when the test ends
    return QDir(folder.isEmpty() ? unseen.path() : folder).filePath(name);
}

} // namespace

void TestLook::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("dpr");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("fromHour");
    QTest::addColumn<double>("toHour");
    QTest::newRow("light") << QSize(1042, 500) << 1.0 << false << 0.0 << 120.0;
    QTest::newRow("dark") << QSize(1042, 500) << 1.0 << true << 0.0 << 120.0;
    QTest::newRow("light-2x") << QSize(1042, 500) << 2.0 << false << 0.0 << 120.0;
    QTest::newRow("large-light") << QSize(2160, 700) << 1.0 << false << 0.0 << 120.0;
    QTest::newRow("zoomed-light") << QSize(1042, 500) << 1.0 << false << 35.9 << 36.6;
    QTest::newRow("deep-light") << QSize(1042, 500) << 1.0 << false << 36.01999 << 36.02001;
    QTest::newRow("narrow-dark") << QSize(560, 420) << 1.0 << true << 30.0 << 110.0;
}

void TestLook::pictures()
{
    QFETCH(QSize, size);
    QFETCH(double, dpr);
    QFETCH(bool, dark);
    QFETCH(double, fromHour);
    QFETCH(double, toHour);
    TimelineScene scene = sampleScene(212, true);
    scene.visible = {sampleAt(fromHour), sampleAt(toHour)};
    if (fromHour > 0) {
        scene.selection = SceneSelection{sampleNak(0, 0), sampleAt(36.02)};
        scene.cursor = sampleAt(fromHour + 0.6 * (toHour - fromHour));
    }
    const QImage image = painted(scene, size, dpr, dark ? Theme::darkTheme() : Theme::light());
    save(image, QStringLiteral("timeline-%1.png").arg(QLatin1String(QTest::currentDataTag())));
    QVERIFY(image.pixelColor(2, 2) == (dark ? Theme::darkTheme() : Theme::light()).panel);
}

void TestLook::views()
{
    for (const bool dark : {false, true}) {
        TimelineView view;
        view.setTheme(dark ? Theme::darkTheme() : Theme::light());
        view.setPalette((dark ? Theme::darkTheme() : Theme::light()).palette());
        view.setTimes(TimeText::forZone(QStringLiteral("America/Chicago")));
        view.setAnalysis(sampleAnalysis());
        view.resize(dark ? QSize(1180, 560) : QSize(1900, 900));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.nextFinding();
        for (int i = 0; dark && i < 3; ++i)
            QTest::keyClick(&view, Qt::Key_Plus);
        if (dark)
            QTest::mouseClick(&view, Qt::LeftButton, {}, {60, 305});
        save(view.grab().toImage(),
             dark ? QStringLiteral("view-dark.png") : QStringLiteral("view-light.png"));
    }
}

/// Everything that can go wrong in one case: each shape of mark, silence, a moved phone, a wrong clock, part
/// of the phones registered.
void TestLook::trouble()
{
    Analysis analysis = *sampleAnalysis(9);
    DeviceHistory& first = analysis.devices[0];
    first.registrations[0].ended = RegistrationEnd::KeepaliveLost;
    first.registrations[0].endedAt = sampleFrame(1);
    first.leases[0].requests[0].outcome = RequestOutcome::Silence;
    first.registrations[1].to = sampleAt(60);
    first.registrations[1].ended = RegistrationEnd::Moved;
    first.registrations[1].endedAt = sampleFrame(2);
    const char* const kinds[] = {"tcp.rst",       "sccp.alarm",           "tftp.error",
                                 "dhcp.discover", "sccp.register-reject", "tcp.gap"};
    for (int i = 0; i < 60; ++i)
        first.marks.push_back(
            {sampleAt(62 + i * i * 0.006), kinds[i % 6], sampleFrame(static_cast<std::uint64_t>(10 + i))});
    analysis.devices[5].registrations[0].to = sampleAt(50);
    analysis.devices[6].registrations[0].to = sampleAt(70);
    for (std::size_t i = 5; i < 7; ++i)
        analysis.devices[i].registrations[0].ended = RegistrationEnd::Unregister;
    for (std::size_t i = 200; i < analysis.ntp[0].polls.size(); ++i)
        analysis.ntp[0].polls[i].offset = 3.2 - 0.016 * static_cast<double>(i - 200);
    TimelineScene scene = buildScene(analysis);
    scene.onScreen = true;
    scene.heading = QStringLiteral("Timeline");
    save(painted(scene, {1180, 520}, 1, Theme::light()), QStringLiteral("trouble-light.png"));
    save(painted(scene, {1180, 520}, 2, Theme::darkTheme()), QStringLiteral("trouble-dark.png"));
}

void TestLook::pdf()
{
    QPdfWriter writer(outputPath(QStringLiteral("timeline.pdf")));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout::Millimeter);
    QPainter painter(&writer);
    const TimelineScene scene = sampleScene(212, false);
    const double width = painter.viewport().width();
    const double height = width * TimelineFigure::heightPerWidth(scene, width * 96 / writer.resolution());
    TimelineFigure figure;
    figure.paint(painter, QRectF(0, 0, width, height), scene, Theme::print());
    QVERIFY(painter.end());
}

void TestLook::svg()
{
    QSvgGenerator generator;
    generator.setFileName(outputPath(QStringLiteral("timeline.svg")));
    generator.setResolution(96);
    generator.setSize({1042, 500});
    generator.setViewBox(QRect(0, 0, 1042, 500));
    QPainter painter(&generator);
    TimelineFigure figure;
    figure.paint(painter, QRectF(0, 0, 1042, 500), sampleScene(212, false), Theme::print());
    QVERIFY(painter.end());
}

QTEST_MAIN(TestLook)
#include "tst_look.moc"

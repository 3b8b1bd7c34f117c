// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

#include "models/analysis/analyse.h"
#include "models/import/importmonitor.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"
#include "tests/guide/sampleanalysis.h"
#include "widgets/reader/linesview.h"
#include "widgets/reader/readerpanel.h"
#include "widgets/reader/readertext.h"
#include "widgets/shell/look/stylesheet.h"

using namespace whittle;

namespace
{

/// The sample case's capture and console log, copied to where they can be taken away, in a case of their own.
struct Evidence {
    Evidence()
    {
        auto made = std::make_shared<Analysis>();
        for (const char* name : {"span-dc1.pcap", "SEP001E7A24429A.log"}) {
            const std::string copy = path(name);
            std::filesystem::copy_file(std::string(WHITTLE_SOURCE_DIR "/resources/samples/warehouse/") + name,
                                       copy);
            ImportMonitor monitor;
            const ImportOutcome outcome =
                importOne(*file, {std::string("evidence/") + name, copy}, monitor, {});
            if (outcome.state != ImportOutcome::State::Imported)
                qFatal("%s was not imported", name);
        }
        const auto reader = file->newReader().value();
        const std::vector<SourceRow> rows = reader->sources().value();
        for (const SourceRow& row : rows) {
            AnalysedSource source;
            source.row = row;
            source.clock.source = row.id;
            source.clock.zone = "UTC";
            source.clock.correction = SourceClock::Correction{};
            made->sources.push_back(source);
        }
        analysis = made;
    }

    std::string path(const std::string& name) const
    {
        return folder.filePath(QString::fromStdString(name)).toStdString();
    }

    /// The first event of that kind in that unit.
    EventRef first(PlaceUnit unit, const std::string& kind) const
    {
        EventRef found;
        const auto reader = file->newReader().value();
        const auto done = reader->forEachSingle({}, [&](const EventRow& row) {
            const bool hit = row.ref.place.unit == unit && row.kind == kind;
            if (hit)
                found = row.ref;
            return !hit;
        });
        if (!done || found.place.number == 0)
            qFatal("no %s", kind.c_str());
        return found;
    }

    QTemporaryDir folder;
    std::shared_ptr<CaseFile> file = CaseFile::createTemporary().value();
    AnalysisPtr analysis;
};

struct Shown {
    explicit Shown(const Evidence& evidence)
    {
        panel.setWireshark({});
        panel.setCase(evidence.file);
        panel.setAnalysis(evidence.analysis);
        panel.resize(1000, 300);
        panel.show();
    }

    QString label(const char* name) { return panel.findChild<QLabel*>(QLatin1String(name))->text(); }
    bool isShown(const char* name) { return panel.findChild<QWidget*>(QLatin1String(name))->isVisible(); }
    LinesView* lines() { return panel.findChild<LinesView*>(); }
    QToolButton* wireshark() { return panel.findChild<QToolButton*>(QStringLiteral("wireshark")); }

    ReaderPanel panel{sample::knowledge()};
};

std::vector<std::byte> bytesOf(std::string_view text)
{
    const auto bytes = std::as_bytes(std::span{text.data(), text.size()});
    return {bytes.begin(), bytes.end()};
}

} // namespace

class TestReaderPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hexDumpShowsBytesAndText();
    void hexDumpIsCutHonestly();
    void hostileLinesAreShownSafely();
    void narrowPanelCutsNothingOff();
    void correctionIsSaidInWords();
    void lineStandsAmongItsNeighbours();
    void frameIsDumpedAndDecoded();
    void timesStandBesideEachOther();
    void movedClockIsShownAtOnce();
    void copyOfTheCaseIsShownAndSaid();
    void goneEvidenceIsSaidInPlainWords();
    void lastRequestWins();
    void wiresharkNeedsAProgram();
    void wiresharkIsStartedWithFileAndFrame();
    void closedCaseIsEmpty();
    void pictures();
};

void TestReaderPanel::hexDumpShowsBytesAndText()
{
    QCOMPARE(hexDump(bytesOf("DHCPNAK!\x01\x02 z;~\x7f\xff+")),
             QStringLiteral("0000  44 48 43 50 4e 41 4b 21  01 02 20 7a 3b 7e 7f ff  DHCPNAK!.. z;~..\n"
                            "0010  2b                                                +"));
    QCOMPARE(hexDump({}), QString());
}

void TestReaderPanel::hexDumpIsCutHonestly()
{
    const std::vector<std::byte> many(100);
    QVERIFY(hexDump(many, 16, 32).endsWith(QStringLiteral("\n… and 68 more bytes")));
}

void TestReaderPanel::hostileLinesAreShownSafely()
{
    QVERIFY(!lineText(bytesOf("a\x1b[2Jb")).contains(QChar(0x1b)));
    QVERIFY(
        lineText(bytesOf(std::string(50, 'x')), 20).endsWith(QStringLiteral(" … and 30 more characters")));
}

/// Beside a list the reader has some 400 pixels: times must still be whole, and the text of the dump in
/// reach.
void TestReaderPanel::narrowPanelCutsNothingOff()
{
    const Evidence evidence;
    Shown shown(evidence);
    shown.panel.resize(400, 320);
    shown.panel.show(evidence.first(PlaceUnit::Frame, "dhcp.nak"));
    QTRY_VERIFY(shown.lines()->isVisible());
    QTest::qWait(20);
    for (const char* name : {"original", "corrected"}) {
        const auto* label = shown.panel.findChild<QLabel*>(QLatin1String(name));
        QVERIFY2(label->width() >= label->sizeHint().width(), name);
    }
    QCOMPARE(shown.lines()->document()->firstBlock().text().size(), 39);
    shown.panel.resize(1200, 320);
    QTRY_COMPARE(shown.lines()->document()->firstBlock().text().size(), 72);
}

void TestReaderPanel::correctionIsSaidInWords()
{
    const ReaderText text(sample::knowledge());
    SourceClock clock;
    EventRow event;
    QVERIFY(text.correction(clock, event).contains(QStringLiteral("cannot be told")));
    clock.correction =
        SourceClock::Correction{.offsetNs = 41'200'000'000, .pairs = 37, .basis = "matched-events"};
    QCOMPARE(text.correction(clock, event), QStringLiteral("clock 41.2 s ahead, by 37 matched events"));
    clock.correction->offsetNs = -clock.correction->offsetNs;
    QVERIFY(text.correction(clock, event).startsWith(QStringLiteral("clock 41.2 s behind")));
    clock.correction = SourceClock::Correction{.basis = "reference"};
    QCOMPARE(text.correction(clock, event), QStringLiteral("reference clock"));
    const SourceTime set{1000 * nsPerSecond};
    clock.steps = {{set, set, set, 3 * nsPerSecond, 3 * nsPerSecond, 3 * nsPerSecond, 0}};
    event.time = {2000 * nsPerSecond};
    QVERIFY(text.correction(clock, event).startsWith(QStringLiteral("clock 3 s ahead")));
}

void TestReaderPanel::lineStandsAmongItsNeighbours()
{
    const Evidence evidence;
    Shown shown(evidence);
    const EventRef ref = evidence.first(PlaceUnit::Line, "dhcp.nak");
    shown.panel.show(ref);
    QTRY_VERIFY(shown.lines()->isVisible());
    QFile log(QString::fromStdString(evidence.path("SEP001E7A24429A.log")));
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QList<QByteArray> all = log.readAll().split('\n');
    const int number = static_cast<int>(ref.place.number);
    QCOMPARE(shown.lines()->document()->findBlockByNumber(shown.lines()->markedLine()).text(),
             QString::fromUtf8(all[number - 1]).trimmed());
    QCOMPARE(shown.lines()->markedLine(), std::min(number - 1, static_cast<int>(contextLines)));
    QVERIFY(shown.lines()->document()->blockCount() > 5);
    QCOMPARE(shown.label("title"), QStringLiteral("evidence/SEP001E7A24429A.log"));
    QCOMPARE(shown.label("place"), QStringLiteral("line %1").arg(number));
    QVERIFY(shown.label("headline").startsWith(QStringLiteral("DHCPNAK")));
    QVERIFY(!shown.isShown("notice"));
    QVERIFY(!shown.isShown("wireshark"));
}

void TestReaderPanel::frameIsDumpedAndDecoded()
{
    const Evidence evidence;
    Shown shown(evidence);
    shown.panel.show(evidence.first(PlaceUnit::Frame, "dhcp.nak"));
    QTRY_VERIFY(shown.lines()->toPlainText().startsWith(QStringLiteral("0000  ")));
    const auto labels = shown.panel.findChild<QWidget*>(QStringLiteral("fields"))->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels,
                                [](const QLabel* label) { return label->text() == QStringLiteral("xid"); }));
    QVERIFY(shown.label("headline").contains(QStringLiteral("10.2.1.5:67 → ")));
}

void TestReaderPanel::timesStandBesideEachOther()
{
    const Evidence evidence;
    auto moved = std::make_shared<Analysis>(*evidence.analysis);
    for (AnalysedSource& source : moved->sources)
        source.clock.correction =
            SourceClock::Correction{.offsetNs = 60 * nsPerSecond, .pairs = 3, .basis = "matched-events"};
    Shown shown(evidence);
    shown.panel.setAnalysis(moved);
    shown.panel.setTimes(TimeText::forZone(QStringLiteral("America/Chicago")));
    const EventRef ref = evidence.first(PlaceUnit::Frame, "dhcp.nak");
    const EventRow event = evidence.file->newReader().value()->event(ref).value().value();
    shown.panel.show(ref);
    const TimeText utc;
    QTRY_COMPARE(shown.label("original"),
                 QStringLiteral("by its own clock  %1 %2 (UTC)")
                     .arg(utc.date({event.time.ns}), utc.timeOfDay({event.time.ns})));
    const TimeText chicago = TimeText::forZone(QStringLiteral("America/Chicago"));
    const CaseTime corrected{event.time.ns - 60 * nsPerSecond};
    QCOMPARE(shown.label("corrected"),
             QStringLiteral("corrected  %1 %2 (America/Chicago)")
                 .arg(chicago.date(corrected), chicago.timeOfDay(corrected)));
    QCOMPARE(shown.label("clock"), QStringLiteral("clock 1 min ahead, by 3 matched events"));
}

void TestReaderPanel::movedClockIsShownAtOnce()
{
    const Evidence evidence;
    Shown shown(evidence);
    shown.panel.show(evidence.first(PlaceUnit::Frame, "dhcp.nak"));
    QTRY_VERIFY(shown.isShown("corrected"));
    const QString before = shown.label("corrected");
    auto moved = std::make_shared<Analysis>(*evidence.analysis);
    for (AnalysedSource& source : moved->sources)
        source.clock.correction->offsetNs = nsPerSecond;
    shown.panel.setAnalysis(moved);
    QVERIFY(shown.label("corrected") != before);
}

void TestReaderPanel::copyOfTheCaseIsShownAndSaid()
{
    const Evidence evidence;
    const EventRef ref = evidence.first(PlaceUnit::Line, "dhcp.nak");
    const auto record = rawRecord(*evidence.file, ref.source, ref.place.number);
    QVERIFY(record.hasValue());
    QVERIFY(evidence.file->writer()->addCitations({{ref, record->bytes}}).hasValue());
    QVERIFY(QFile::remove(QString::fromStdString(evidence.path("SEP001E7A24429A.log"))));
    Shown shown(evidence);
    shown.panel.show(ref);
    QTRY_VERIFY(shown.isShown("notice"));
    QVERIFY(shown.label("notice").contains(QStringLiteral("copy that the case keeps")));
    QCOMPARE(shown.lines()->document()->blockCount(), 1);
    QCOMPARE(shown.lines()->toPlainText(), lineText(record->bytes));
}

void TestReaderPanel::goneEvidenceIsSaidInPlainWords()
{
    const Evidence evidence;
    const EventRef ref = evidence.first(PlaceUnit::Frame, "dhcp.nak");
    QVERIFY(QFile::remove(QString::fromStdString(evidence.path("span-dc1.pcap"))));
    Shown shown(evidence);
    shown.panel.setWireshark(QStringLiteral("/bin/true"));
    shown.panel.show(ref);
    QTRY_VERIFY(shown.isShown("notice"));
    QVERIFY(!shown.label("notice").isEmpty());
    QVERIFY(!shown.lines()->isVisible());
    QVERIFY2(shown.label("headline").startsWith(QStringLiteral("DHCPNAK")),
             "what the case knows is shown all the same");
    QVERIFY(shown.wireshark()->isVisible());
    QVERIFY(!shown.wireshark()->isEnabled());
}

void TestReaderPanel::lastRequestWins()
{
    const Evidence evidence;
    Shown shown(evidence);
    const EventRef nak = evidence.first(PlaceUnit::Frame, "dhcp.nak");
    EventRef other = nak;
    for (std::uint64_t number = 1; number <= 30; ++number) {
        other.place.number = number;
        shown.panel.show(other);
    }
    shown.panel.show(nak);
    QTRY_COMPARE(shown.label("place"), QStringLiteral("frame %1").arg(nak.place.number));
    QTest::qWait(30);
    QCOMPARE(shown.label("place"), QStringLiteral("frame %1").arg(nak.place.number));
}

void TestReaderPanel::wiresharkNeedsAProgram()
{
    const Evidence evidence;
    Shown shown(evidence);
    shown.panel.show(evidence.first(PlaceUnit::Frame, "dhcp.nak"));
    QTRY_VERIFY(shown.wireshark()->isVisible());
    QVERIFY(!shown.wireshark()->isEnabled());
    QVERIFY(shown.wireshark()->toolTip().contains(QStringLiteral("not installed")));
}

void TestReaderPanel::wiresharkIsStartedWithFileAndFrame()
{
    const Evidence evidence;
    // Stands in for the program and writes down what it was called with.
    QFile script(evidence.folder.filePath(QStringLiteral("wireshark")));
    const QString called = evidence.folder.filePath(QStringLiteral("called"));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(
        QStringLiteral("#!/bin/sh\necho \"$@\" > '%1.part' && mv '%1.part' '%1'\n").arg(called).toUtf8());
    script.close();
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    Shown shown(evidence);
    shown.panel.setWireshark(script.fileName());
    const EventRef ref = evidence.first(PlaceUnit::Frame, "dhcp.nak");
    shown.panel.show(ref);
    QTRY_VERIFY(shown.wireshark()->isEnabled());
    QTest::mouseClick(shown.wireshark(), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(called));
    QFile answer(called);
    QVERIFY(answer.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(answer.readAll()).trimmed(),
             QStringLiteral("-r %1 -g %2")
                 .arg(QString::fromStdString(evidence.path("span-dc1.pcap")))
                 .arg(ref.place.number));
}

void TestReaderPanel::closedCaseIsEmpty()
{
    const Evidence evidence;
    Shown shown(evidence);
    shown.panel.show(evidence.first(PlaceUnit::Line, "dhcp.nak"));
    QTRY_VERIFY(shown.lines()->isVisible());
    shown.panel.setCase(nullptr);
    QVERIFY(!shown.lines()->isVisible());
    QCOMPARE(shown.label("place"), QStringLiteral("Choose an event to read it where it stands."));
}

/// For the eye: with WHITTLE_PICTURES set to a folder, what the panel looks like is saved there.
void TestReaderPanel::pictures()
{
    const QString folder = qEnvironmentVariable("WHITTLE_PICTURES");
    if (folder.isEmpty())
        QSKIP("WHITTLE_PICTURES is not set");
    QApplication::setStyle(QStringLiteral("Fusion"));
    const Evidence evidence;
    const auto save = [&](const EventRef& ref, const Theme& theme, const QString& name, QSize size) {
        qApp->setPalette(theme.palette());
        qApp->setStyleSheet(styleSheet(theme));
        Shown shown(evidence);
        shown.panel.setWireshark(QStringLiteral("/bin/true"));
        shown.panel.setAnalysis(analyse(*evidence.file, sample::knowledge(), {}).value());
        shown.panel.setTheme(theme);
        shown.panel.setTimes(TimeText::forZone(QStringLiteral("America/Chicago")));
        shown.panel.resize(size);
        shown.panel.show(ref);
        QTRY_VERIFY(shown.lines()->isVisible());
        QTest::qWait(30);
        QVERIFY(shown.panel.grab().save(folder + QLatin1Char('/') + name));
    };
    const EventRef line = evidence.first(PlaceUnit::Line, "dhcp.nak");
    const EventRef frame = evidence.first(PlaceUnit::Frame, "dhcp.nak");
    save(line, Theme::light(), QStringLiteral("reader-line-light.png"), {1000, 300});
    save(line, Theme::darkTheme(), QStringLiteral("reader-line-dark.png"), {700, 500});
    save(frame, Theme::light(), QStringLiteral("reader-frame-light.png"), {1000, 300});
    save(frame, Theme::darkTheme(), QStringLiteral("reader-frame-dark.png"), {1400, 420});
    save(frame, Theme::light(), QStringLiteral("reader-narrow.png"), {400, 320});
    QVERIFY(QFile::remove(QString::fromStdString(evidence.path("span-dc1.pcap"))));
    Shown shown(evidence);
    shown.panel.show(frame);
    QTRY_VERIFY(shown.isShown("notice"));
    QVERIFY(shown.panel.grab().save(folder + QStringLiteral("/reader-gone.png")));
}

QTEST_MAIN(TestReaderPanel)
#include "tst_readerpanel.moc"

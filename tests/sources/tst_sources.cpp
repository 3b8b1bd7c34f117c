// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

#include "tests/session/testknowledge.h"
#include "widgets/sources/clockdifference.h"
#include "widgets/sources/sourcespanel.h"
#include "widgets/sources/sourcetext.h"

using namespace whittle;

namespace
{

AnalysedSource source(std::int64_t id, const std::string& path)
{
    AnalysedSource made;
    made.row.id = SourceId{id};
    made.row.path = path;
    made.row.location = "/evidence/<b>" + path;
    made.row.sha256 = "abcdef0123456789";
    made.row.format = "pcap";
    made.row.formatReason = "magic number a1b2c3d4";
    made.row.events = 20411;
    made.row.first = SourceTime{1'235'743'860LL * nsPerSecond};
    made.row.last = SourceTime{1'235'743'960LL * nsPerSecond};
    made.row.coverage = {{*made.row.first, *made.row.last}};
    made.row.limits = {{"limit.filter", {}, {}, {"udp port 67"}},
                       {"limit.drops", made.row.first, {}, {"17"}}};
    made.clock.zone = "UTC";
    made.clock.zoneBasis = Basis::Stated;
    made.first = made.clock.corrected(*made.row.first);
    made.last = made.clock.corrected(*made.row.last);
    return made;
}

SourceClock::Correction correction(std::int64_t offsetMs, std::int64_t halfMs)
{
    SourceClock::Correction made;
    made.offsetNs = offsetMs * 1'000'000;
    made.lowNs = made.offsetNs - halfMs * 1'000'000;
    made.highNs = made.offsetNs + halfMs * 1'000'000;
    made.pairs = 37;
    made.basis = "matched-events";
    return made;
}

AnalysisPtr twoSources()
{
    auto analysis = std::make_shared<Analysis>();
    analysis->sources = {source(1, "span.pcap"), source(2, "console.log")};
    analysis->sources[0].clock.correction = SourceClock::Correction{};
    analysis->sources[0].clock.correction->basis = "reference";
    analysis->sources[1].clock.correction = correction(41'200, 200);
    Problem problem;
    problem.severity = Severity::DataLoss;
    problem.id = "capture.record-cut";
    problem.place = Place{PlaceUnit::Line, 17};
    analysis->sources[1].row.problems = {problem};
    return analysis;
}

QPushButton* button(const QWidget& panel, const QString& text)
{
    for (QPushButton* one : panel.findChildren<QPushButton*>()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

} // namespace

class TestSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsContract();
    void columnsTell();
    void clockInWords_data();
    void clockInWords();
    void zoneChangesTimesOnly();
    void selectingShowsDetails();
    void evidenceIsEscaped();
    void anotherFormatForTheSelected();
    void removeAsksForTheSelected();
    void selectionOutlivesAnAnalysis();
    void essentialsNeedNoScrolling_data();
    void essentialsNeedNoScrolling();
    void columnsTakeWhatThereIs();
    void emptyFileHasNoOtherFormat();
    void differencesAreRead_data();
    void differencesAreRead();
    void differencesAreWrittenAsTheyAreRead();
    void clockIsSetInPlace();
    void whatIsNoDifferenceIsNotSet();
    void clockMenuSaysWhatHolds();
    void pinsAreTakenBack();
    void unknownClocksSortLast();
    void clocksShareOneScale();
    void basisInWords_data();
    void basisInWords();
    void detailsTellZoneAndTurns();

private:
    static QAction* action(const QWidget& panel, const QString& text)
    {
        for (QMenu* menu : panel.findChildren<QMenu*>()) {
            for (QAction* one : menu->actions()) {
                if (one->text() == text)
                    return one;
            }
        }
        return nullptr;
    }
};

void TestSources::modelKeepsContract()
{
    SourcesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setAnalysis(twoSources());
    QCOMPARE(model.rowCount(), 2);
    model.setTimes(TimeText::forZone(QStringLiteral("America/Chicago")));
    model.setAnalysis(std::make_shared<Analysis>());
    QCOMPARE(model.rowCount(), 0);
}

void TestSources::columnsTell()
{
    SourcesModel model;
    model.setAnalysis(twoSources());
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, SourcesModel::Name), QStringLiteral("span.pcap"));
    QCOMPARE(text(0, SourcesModel::Format), QStringLiteral("pcap"));
    QCOMPARE(text(0, SourcesModel::Clock), QStringLiteral("reference clock"));
    QCOMPARE(text(0, SourcesModel::Problems), QStringLiteral("none"));
    QCOMPARE(text(0, SourcesModel::Span), QStringLiteral("2009-02-27 14:11 – 2009-02-27 14:12"));
    QCOMPARE(text(0, SourcesModel::Zone), QStringLiteral("UTC, stated"));
    QCOMPARE(text(1, SourcesModel::Problems), QStringLiteral("1 – something is missing"));
}

void TestSources::clockInWords_data()
{
    QTest::addColumn<int>("offsetMs");
    QTest::addColumn<int>("halfMs");
    QTest::addColumn<QString>("words");
    QTest::newRow("ahead") << 41'200 << 200 << QStringLiteral("ahead, ±");
    QTest::newRow("behind") << -800 << 4 << QStringLiteral("behind, ±");
    QTest::newRow("within what can be told") << 3 << 5 << QStringLiteral("agrees, ±");
}

void TestSources::clockInWords()
{
    QFETCH(int, offsetMs);
    QFETCH(int, halfMs);
    QFETCH(QString, words);
    AnalysedSource one = source(1, "a");
    QCOMPARE(sourcetext::clockOffset(one), QStringLiteral("not known"));
    one.clock.correction = correction(offsetMs, halfMs);
    QVERIFY2(sourcetext::clockOffset(one).contains(words), qPrintable(sourcetext::clockOffset(one)));
}

void TestSources::zoneChangesTimesOnly()
{
    SourcesModel model;
    model.setAnalysis(twoSources());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setTimes(TimeText::forZone(QStringLiteral("America/Chicago")));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    QVERIFY(
        model.index(0, SourcesModel::Span).data().toString().startsWith(QStringLiteral("2009-02-27 08:11")));
}

void TestSources::selectingShowsDetails()
{
    const Words words(test::productKnowledge(), Words::Language::English);
    SourcesPanel panel(words);
    panel.setTheme(Theme::darkTheme());
    panel.setAnalysis(twoSources());
    panel.resize(900, 400);
    panel.show();
    auto* table = panel.findChild<QTableView*>();
    auto* details = panel.findChild<QTextBrowser*>();
    QTest::keyClick(table, Qt::Key_Down);
    const QString shown = details->toPlainText();
    QVERIFY(shown.contains(QStringLiteral("abcdef0123456789")));
    QVERIFY(shown.contains(QStringLiteral("magic number a1b2c3d4")));
    QVERIFY(shown.contains(QStringLiteral("cannot be seen: udp port 67")));
    QVERIFY(shown.contains(QStringLiteral("from 2009-02-27 14:11")));
    QVERIFY(shown.contains(QStringLiteral(": 17 packets were lost while capturing.")));
}

void TestSources::evidenceIsEscaped()
{
    const Words words(test::productKnowledge(), Words::Language::English);
    SourcesPanel panel(words);
    auto analysis = std::make_shared<Analysis>();
    analysis->sources = {source(1, "exe\u202egol\n.exe")};
    panel.setAnalysis(analysis);
    const auto* table = panel.findChild<QTableView*>();
    const QString name = QStringLiteral("exe\\u202egol\\x0a.exe");
    QCOMPARE(table->model()->index(0, 0).data().toString(), name);
    QVERIFY(panel.findChild<QTextBrowser*>()->toPlainText().contains(QStringLiteral("/evidence/<b>") + name));
}

/// An archive is what it is.
void TestSources::anotherFormatForTheSelected()
{
    const Words words(test::productKnowledge(), Words::Language::English);
    SourcesPanel panel(words);
    QSignalSpy chosen(&panel, &SourcesPanel::readAsRequested);
    QPushButton* readAs = button(panel, QStringLiteral("Read as…"));
    QVERIFY(!readAs->isEnabled() && !readAs->accessibleName().isEmpty());
    const auto analysis = std::make_shared<Analysis>();
    analysis->sources = {source(1, "a.txt"), source(2, "b.zip")};
    analysis->sources[1].row.format = "archive";
    panel.setAnalysis(analysis);
    auto* table = panel.findChild<QTableView*>();
    table->selectRow(1);
    QVERIFY(!readAs->isEnabled());
    table->selectRow(0);
    QVERIFY(readAs->isEnabled());
    readAs->menu()->actions().constFirst()->trigger();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front()[0].toLongLong(), qint64{1});
    QCOMPARE(chosen.front()[1].toString(), readAs->menu()->actions().constFirst()->data().toString());
}

void TestSources::removeAsksForTheSelected()
{
    const Words words(test::productKnowledge(), Words::Language::English);
    SourcesPanel panel(words);
    QSignalSpy removed(&panel, &SourcesPanel::removeRequested);
    QPushButton* remove = button(panel, QStringLiteral("Remove"));
    QVERIFY(!remove->isEnabled()); // nothing is selected
    panel.setAnalysis(twoSources());
    panel.findChild<QTableView*>()->selectRow(0); // sorted by name: console.log
    QVERIFY(remove->isEnabled());
    remove->click();
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.front().front().toLongLong(), 2LL);
}

void TestSources::selectionOutlivesAnAnalysis()
{
    const Words words(test::productKnowledge(), Words::Language::English);
    SourcesPanel panel(words);
    panel.setAnalysis(twoSources());
    auto* table = panel.findChild<QTableView*>();
    table->selectRow(1);
    panel.setAnalysis(twoSources());
    QCOMPARE(table->currentIndex().row(), 1);
}

void TestSources::essentialsNeedNoScrolling_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("zone");
    QTest::newRow("window of 1280") << 866 << false;
    QTest::newRow("window of 2560") << 2140 << true;
}

void TestSources::essentialsNeedNoScrolling()
{
    QFETCH(int, width);
    QFETCH(bool, zone);
    const Words words(test::productKnowledge(), Words::Language::English);
    SourcesPanel panel(words);
    auto analysis = std::make_shared<Analysis>(*twoSources());
    analysis->sources.push_back(
        source(3, "bundle.tar.gz/a/very/long/path/of/an/archive/" + std::string(60, 'x') + ".txt"));
    for (AnalysedSource& one : analysis->sources) {
        one.row.format = "phone-console";
        one.last = CaseTime{one.first->nsUtc + std::int64_t{119} * 3600 * nsPerSecond};
    }
    panel.setFont(QFont(QStringLiteral("DejaVu Sans"), 10)); // as the window's
    panel.setAnalysis(analysis);
    panel.resize(width, 240);
    panel.show();
    const auto* table = panel.findChild<QTableView*>();
    int all = 0;
    for (int column = 0; column < SourcesModel::ColumnCount; ++column)
        all += table->isColumnHidden(column) ? 0 : table->columnWidth(column);
    QVERIFY2(all <= table->viewport()->width(), qPrintable(QString::number(all)));
    for (const int column : {SourcesModel::Name, SourcesModel::Format, SourcesModel::Span,
                             SourcesModel::Events, SourcesModel::Problems, SourcesModel::Clock})
        QVERIFY(!table->isColumnHidden(column));
    QCOMPARE(!table->isColumnHidden(SourcesModel::Zone), zone);
    QVERIFY(table->columnWidth(SourcesModel::Name) >= 100);
    QVERIFY(
        table->model()->index(2, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("span.pcap")));
}

void TestSources::columnsTakeWhatThereIs()
{
    const std::vector<ColumnNeed> needs{{100, 200}, {50, 60}, {30, 90}, {40, 40, true}};
    QCOMPARE(fitColumns(500, needs), (std::vector<int>{310, 60, 90, 40}));
    QCOMPARE(fitColumns(200, needs), (std::vector<int>{110, 60, 30, 0}));
    QCOMPARE(fitColumns(290, needs), (std::vector<int>{200, 60, 30, 0}));
    QCOMPARE(fitColumns(100, needs), (std::vector<int>{100, 50, 30, 0})); // no less than the least
    std::vector<ColumnNeed> more = needs;
    more[1].spare = true;
    QCOMPARE(fitColumns(180, more), (std::vector<int>{100, 50, 30, 0}));
    QCOMPARE(fitColumns(179, more), (std::vector<int>{149, 0, 30, 0}));
}

void TestSources::emptyFileHasNoOtherFormat()
{
    const Words words(test::productKnowledge(), Words::Language::English);
    SourcesPanel panel(words);
    const auto analysis = std::make_shared<Analysis>();
    analysis->sources = {source(1, "a.txt")};
    analysis->sources[0].row.problems = {{Severity::DataLoss, "import.empty-file", {}, {}}};
    panel.setAnalysis(analysis);
    QVERIFY(!button(panel, QStringLiteral("Read as…"))->isEnabled());
}

void TestSources::differencesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isOne");
    QTest::addColumn<qint64>("ns");
    const auto row = [](const char* text, qint64 ms) {
        QTest::newRow(text) << QString::fromUtf8(text) << true << ms * 1'000'000;
    };
    row("+1:02:03.5", 3'723'500);
    row("-1:02:03,25", -3'723'250);
    row("41.2", 41'200);
    row("−41.2 s", -41'200);
    row("0", 0);
    row("2 d 1:00:00", 176'400'000);
    row("100:00:00", 360'000'000);
    row(" 0:00:00.001 ", 1);
    for (const char* text : {"", "1:02", "1:62:03", "soon", "1.2.3", "--1", "99999999999", "9999999:00:00"})
        QTest::newRow(qPrintable(QStringLiteral("no: %1").arg(QLatin1String(text))))
            << QString::fromUtf8(text) << false << qint64{0};
}

void TestSources::differencesAreRead()
{
    QFETCH(QString, text);
    QFETCH(bool, isOne);
    QFETCH(qint64, ns);
    const auto read = clockDifference(text);
    QCOMPARE(read.has_value(), isOne);
    if (read)
        QCOMPARE(*read, ns);
}

void TestSources::differencesAreWrittenAsTheyAreRead()
{
    QCOMPARE(clockDifferenceText(3'723'500'000'000), QStringLiteral("+1:02:03.5"));
    QCOMPARE(clockDifferenceText(-41'200'000'000), QStringLiteral("-0:00:41.2"));
    for (const std::int64_t ns : {0LL, 1'000LL, -86'400'000'000'000LL, 123'456'789'012'000LL})
        QCOMPARE(clockDifference(clockDifferenceText(ns)), std::optional(ns));
}

void TestSources::clockIsSetInPlace()
{
    const Words words(test::productKnowledge(), Words::Language::English);
    SourcesPanel panel(words);
    panel.setAnalysis(twoSources());
    panel.show();
    QSignalSpy set(&panel, &SourcesPanel::offsetSet);
    panel.findChild<QTableView*>()->selectRow(0); // console.log
    action(panel, QStringLiteral("Set the clock…"))->trigger();
    auto* field = panel.findChild<QLineEdit*>(QStringLiteral("clockDifference"));
    QVERIFY(field->isVisible());
    QCOMPARE(field->text(), QStringLiteral("+0:00:41.2")); // what is known now
    field->setText(QStringLiteral("+1:02:03.5"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!field->isVisible());
    QCOMPARE(set.count(), 1);
    QCOMPARE(set[0][0].toLongLong(), 2LL);
    QCOMPARE(set[0][1].value<std::optional<std::int64_t>>(), std::optional<std::int64_t>(3'723'500'000'000));
}

void TestSources::whatIsNoDifferenceIsNotSet()
{
    const Words words(test::productKnowledge(), Words::Language::English);
    SourcesPanel panel(words);
    panel.setAnalysis(twoSources());
    panel.show();
    QSignalSpy set(&panel, &SourcesPanel::offsetSet);
    panel.findChild<QTableView*>()->selectRow(0);
    action(panel, QStringLiteral("Set the clock…"))->trigger();
    auto* field = panel.findChild<QLineEdit*>(QStringLiteral("clockDifference"));
    field->setText(QStringLiteral("half past nine"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(field->isVisible());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QCOMPARE(set.count(), 0);
}

void TestSources::clockMenuSaysWhatHolds()
{
    const Words words(test::productKnowledge(), Words::Language::English);
    SourcesPanel panel(words);
    auto analysis = std::make_shared<Analysis>(*twoSources());
    analysis->reference = SourceId{1};
    panel.setAnalysis(analysis);
    auto* table = panel.findChild<QTableView*>();
    QAction* set = action(panel, QStringLiteral("Set the clock…"));
    QAction* out = action(panel, QStringLiteral("Leave out of the alignment"));
    QAction* back = action(panel, QStringLiteral("Back to what the evidence says"));
    table->selectRow(1); // span.pcap
    QVERIFY(!set->isEnabled()); // the others are compared with it
    table->selectRow(0);
    QVERIFY(set->isEnabled() && !out->isChecked() && !back->isEnabled());
    QSignalSpy excluded(&panel, &SourcesPanel::excluded);
    out->trigger();
    QCOMPARE(excluded.count(), 1);
    QCOMPARE(excluded[0][0].toLongLong(), 2LL);
    QCOMPARE(excluded[0][1].toBool(), true);
    analysis = std::make_shared<Analysis>(*analysis);
    analysis->clockWishes.excluded = {SourceId{2}};
    analysis->clockWishes.offsets = {{SourceId{2}, 5}};
    panel.setAnalysis(analysis);
    QVERIFY(out->isChecked() && back->isEnabled() && !set->isEnabled());
    QVERIFY(
        table->model()->index(0, SourcesModel::Clock).data().toString().contains(QStringLiteral("by you")));
    QSignalSpy offset(&panel, &SourcesPanel::offsetSet);
    back->trigger();
    QCOMPARE(offset.count(), 1);
    QVERIFY(!offset[0][1].value<std::optional<std::int64_t>>());
}

void TestSources::pinsAreTakenBack()
{
    const Words words(test::productKnowledge(), Words::Language::English);
    SourcesPanel panel(words);
    auto analysis = std::make_shared<Analysis>(*twoSources());
    const EventRef frame{SourceId{1}, {PlaceUnit::Frame, 12}, 0};
    const EventRef line{SourceId{2}, {PlaceUnit::Line, 6}, 0};
    analysis->clockWishes.pins = {{frame, line}};
    panel.setAnalysis(analysis);
    auto* details = panel.findChild<QTextBrowser*>();
    QVERIFY(details->toPlainText().contains(
        QStringLiteral("frame 12 in span.pcap and line 6 in console.log are the same moment.")));
    QSignalSpy unpinned(&panel, &SourcesPanel::unpinned);
    Q_EMIT details->anchorClicked(QUrl(QStringLiteral("unpin:0")));
    Q_EMIT details->anchorClicked(QUrl(QStringLiteral("unpin:1"))); // there is none
    QCOMPARE(unpinned.count(), 1);
    QCOMPARE(unpinned[0][0].value<EventRef>(), frame);
    QCOMPARE(unpinned[0][1].value<EventRef>(), line);
}

void TestSources::unknownClocksSortLast()
{
    const Words words(test::productKnowledge(), Words::Language::English);
    SourcesPanel panel(words);
    auto analysis = std::make_shared<Analysis>(*twoSources());
    analysis->sources.push_back(source(3, "a-stranger.txt"));
    panel.setAnalysis(analysis);
    auto* table = panel.findChild<QTableView*>();
    table->sortByColumn(SourcesModel::Clock, Qt::AscendingOrder);
    const auto name = [&](int row) { return table->model()->index(row, 0).data().toString(); };
    QCOMPARE(name(0), QStringLiteral("span.pcap"));
    QCOMPARE(name(1), QStringLiteral("console.log"));
    QCOMPARE(name(2), QStringLiteral("a-stranger.txt"));
}

void TestSources::clocksShareOneScale()
{
    auto analysis = std::make_shared<Analysis>(*twoSources());
    analysis->sources.push_back(source(3, "behind.log"));
    analysis->sources[2].clock.correction = correction(-800, 4);
    const ClockScale scale(*analysis);
    const auto reference = scale.span(analysis->sources[0].clock);
    const auto ahead = scale.span(analysis->sources[1].clock);
    const auto behind = scale.span(analysis->sources[2].clock);
    QVERIFY(reference && ahead && behind);
    QCOMPARE(reference->middle, 0.0);
    QCOMPARE(ahead->high, 1.0); // the farthest of all
    QVERIFY(ahead->low < ahead->middle && ahead->middle < ahead->high);
    QVERIFY(behind->middle < 0 && behind->middle > -ahead->middle);
    QVERIFY(!scale.span(SourceClock{}));
}

void TestSources::basisInWords_data()
{
    QTest::addColumn<QString>("basis");
    QTest::addColumn<QString>("words");
    QTest::newRow("messages") << QStringLiteral("matched-messages") << QStringLiteral("37 messages");
    QTest::newRow("ntp") << QStringLiteral("ntp-timestamps") << QStringLiteral("37 NTP exchanges");
    QTest::newRow("set") << QStringLiteral("set") << QStringLiteral("You set it.");
    QTest::newRow("not known") << QStringLiteral("new-basis") << QStringLiteral("37 events");
}

void TestSources::basisInWords()
{
    QFETCH(QString, basis);
    QFETCH(QString, words);
    AnalysedSource one = source(1, "a");
    one.clock.correction = correction(41'200, 200);
    one.clock.correction->basis = basis.toStdString();
    const QString shown = sourcetext::clockBasis(one);
    QVERIFY2(shown.contains(words), qPrintable(shown));
    QVERIFY2(shown.contains(QStringLiteral("between +0:00:41 and +0:00:41.4")), qPrintable(shown));
}

void TestSources::detailsTellZoneAndTurns()
{
    const Words words(test::productKnowledge(), Words::Language::English);
    Analysis analysis = *twoSources();
    AnalysedSource& one = analysis.sources[1];
    one.clock.correction.reset();
    one.clock.zoneBasis = Basis::Assumed;
    one.clock.turns = {{*one.first, -5 * 3600 * nsPerSecond, 0}};
    const QString shown = sourcetext::details(analysis, one, words, TimeText());
    QVERIFY(shown.contains(QStringLiteral("cannot be compared with those of the others")));
    QVERIFY(shown.contains(QStringLiteral("the times may be hours off")));
    QVERIFY2(shown.contains(QStringLiteral("UTC-05:00 from 2009-02-27 14:11 on")), qPrintable(shown));
}

QTEST_MAIN(TestSources)
#include "tst_sources.moc"

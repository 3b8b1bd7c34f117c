// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

#include "tests/session/testknowledge.h"
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

QTEST_MAIN(TestSources)
#include "tst_sources.moc"

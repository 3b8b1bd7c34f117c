// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "models/analysis/analyse.h"
#include "tests/support/casefolder.h"
#include "widgets/guide/parts.h"
#include "widgets/guide/wrapbutton.h"
#include "widgets/visibility/visibilitydelegate.h"
#include "widgets/visibility/visibilitypanel.h"

using namespace whittle;

namespace
{

const Knowledge& knowledge()
{
    static const Knowledge loaded = test::productKnowledge();
    return loaded;
}

AnalysedSource source(std::int64_t id, const std::string& path, const std::string& format)
{
    AnalysedSource made;
    made.row.id = SourceId{id};
    made.row.path = path;
    made.row.format = format;
    made.first = CaseTime{1'235'743'860LL * nsPerSecond};
    made.last = CaseTime{1'235'747'460LL * nsPerSecond};
    return made;
}

/// A capture of DHCP and registrations, a second one of DHCP behind a filter.
AnalysisPtr twoCaptures()
{
    auto analysis = std::make_shared<Analysis>();
    analysis->sources = {source(1, "evidence/server.pcap", "pcap"),
                         source(2, "evidence/<b>span.pcap", "pcap")};
    analysis->sources[0].row.limits = {{"limit.filter", {}, {}, {"port 67"}}};
    analysis->kindCounts[SourceId{1}] = {{"dhcp.request", 3}, {"dhcp.nak", 2}};
    analysis->kindCounts[SourceId{2}] = {{"sccp.keepalive", 1'200}, {"dhcp.ack", 1}};
    analysis->symptom = "phone-resets";
    analysis->visibility = visibility(*analysis, analysis->symptom);
    return analysis;
}

class Desk
{
public:
    Desk()
        : panel(knowledge())
        , table(panel.findChild<QTableView*>())
        , activated(&panel, &VisibilityPanel::sourceActivated)
    {
        panel.resize(866, 240);
        panel.setTheme(Theme::darkTheme());
        panel.show();
    }

    QModelIndex at(Component component, Layer layer) const
    {
        const auto& rows = analysis->visibility.rows;
        const auto row = std::ranges::find(rows, component, &VisibilityRow::component);
        return table->model()->index(static_cast<int>(row - rows.begin()), static_cast<int>(layer));
    }

    void show(const AnalysisPtr& one)
    {
        analysis = one;
        panel.setAnalysis(one);
    }

    QString details() const
    {
        QString text;
        for (const QLabel* label : panel.findChild<QScrollArea*>()->widget()->findChildren<QLabel*>())
            text += label->text() + QLatin1Char('\n');
        for (const WrapButton* link : links())
            text += link->accessibleName() + QLatin1Char('\n');
        return text;
    }

    QList<WrapButton*> links() const
    {
        return panel.findChild<QScrollArea*>()->widget()->findChildren<WrapButton*>();
    }

    VisibilityPanel panel;
    QTableView* table;
    QSignalSpy activated;
    AnalysisPtr analysis;
};

} // namespace

class TestVisibilityPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsContract();
    void nothingYet();
    void cellsSayInWords();
    void beginsWithWhatNobodyWatched();
    void arrowsMoveAndEnterActivates();
    void enterLeadsToSeveral();
    void clickShowsAndLinkActivates();
    void hoverShowsAndLeavingReturns();
    void emptyCellSaysWhatToCollect();
    void filterAndSilenceAreTold();
    void currentCellOutlivesAnAnalysis();
    void essentialsFit_data();
    void essentialsFit();
    void sampleCase();
};

void TestVisibilityPanel::modelKeepsContract()
{
    VisibilityModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setAnalysis(twoCaptures());
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.columnCount(), 5);
    model.setAnalysis(std::make_shared<Analysis>());
    QCOMPARE(model.rowCount(), 0);
}

void TestVisibilityPanel::nothingYet()
{
    Desk desk;
    QVERIFY(!desk.table->isVisible());
    desk.show(std::make_shared<Analysis>());
    QVERIFY(!desk.table->isVisible());
    QVERIFY(desk.panel.findChild<QLabel*>()->text().contains(QStringLiteral("Add evidence")));
    desk.show(twoCaptures());
    QVERIFY(desk.table->isVisible());
    desk.show(std::make_shared<Analysis>());
    QVERIFY(!desk.table->isVisible());
}

void TestVisibilityPanel::cellsSayInWords()
{
    Desk desk;
    desk.show(twoCaptures());
    const auto text = [&](Component component, Layer layer) {
        return desk.at(component, layer).data().toString();
    };
    QCOMPARE(text(Component::Phone, Layer::Network), QStringLiteral("2 sources"));
    QCOMPARE(text(Component::Phone, Layer::Application), QStringLiteral("1 source"));
    QCOMPARE(text(Component::Phone, Layer::Transport), QStringLiteral("silent"));
    QCOMPARE(text(Component::Phone, Layer::Own), QStringLiteral("nobody"));
    QCOMPARE(text(Component::SwitchPort, Layer::Own), QStringLiteral("–"));
    QCOMPARE(desk.at(Component::Dhcp, Layer::Own).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("DHCP server, Own account: nobody, Nobody watched this"));
}

void TestVisibilityPanel::beginsWithWhatNobodyWatched()
{
    Desk desk;
    desk.show(twoCaptures());
    QCOMPARE(desk.table->currentIndex(), desk.at(Component::Phone, Layer::Link));
    QVERIFY(desk.details().contains(QStringLiteral("Phone · Link")));
}

void TestVisibilityPanel::arrowsMoveAndEnterActivates()
{
    Desk desk;
    desk.show(twoCaptures());
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(desk.table, Qt::Key_Right);
    QCOMPARE(desk.table->currentIndex(), desk.at(Component::Phone, Layer::Application));
    QVERIFY(desk.details().contains(QStringLiteral("<b>span.pcap")));
    QVERIFY(desk.details().contains(QStringLiteral("recorded 2009-02-27 14:11 – 2009-02-27 15:11")));
    QTest::keyClick(desk.table, Qt::Key_Return);
    QCOMPARE(desk.activated.count(), 1);
    QCOMPARE(desk.activated[0][0].toLongLong(), qint64{2});
    QCOMPARE(desk.activated[0][1].toStringList(), QStringList{QStringLiteral("sccp.keepalive")});
}

/// Two have seen it: which one is meant is to be chosen.
void TestVisibilityPanel::enterLeadsToSeveral()
{
    Desk desk;
    desk.show(twoCaptures());
    desk.table->setCurrentIndex(desk.at(Component::Phone, Layer::Network));
    QCOMPARE(desk.links().size(), 2);
    QTest::keyClick(desk.table, Qt::Key_Return);
    QCOMPARE(desk.activated.count(), 0);
    QCOMPARE(desk.panel.focusWidget(), desk.links().front());
    QTest::keyClick(desk.links().back(), Qt::Key_Space);
    QCOMPARE(desk.activated.count(), 1);
}

void TestVisibilityPanel::clickShowsAndLinkActivates()
{
    Desk desk;
    desk.show(twoCaptures());
    const QModelIndex cell = desk.at(Component::Dhcp, Layer::Application);
    desk.table->scrollTo(cell);
    QTest::mouseClick(desk.table->viewport(), Qt::LeftButton, {}, desk.table->visualRect(cell).center());
    QCOMPARE(desk.table->currentIndex(), cell);
    QVERIFY(desk.details().contains(QStringLiteral("DHCP server · Application")));
    QCOMPARE(desk.links().front()->note().section(QStringLiteral(" ·"), 0, 0),
             QStringLiteral("DHCPREQUEST 3, DHCPNAK 2"));
    QTest::mouseClick(desk.links().front(), Qt::LeftButton);
    QCOMPARE(desk.activated.count(), 1);
    QCOMPARE(desk.activated[0][0].toLongLong(), qint64{1});
}

void TestVisibilityPanel::hoverShowsAndLeavingReturns()
{
    Desk desk;
    desk.show(twoCaptures());
    Q_EMIT desk.table->entered(desk.at(Component::Phone, Layer::Network));
    QVERIFY(desk.details().contains(QStringLiteral("Phone · Network")));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(desk.table->viewport(), &leave);
    QVERIFY(desk.details().contains(QStringLiteral("Phone · Link")));
}

void TestVisibilityPanel::emptyCellSaysWhatToCollect()
{
    Desk desk;
    desk.show(twoCaptures());
    desk.table->setCurrentIndex(desk.at(Component::Cucm, Layer::Transport));
    desk.table->setCurrentIndex(desk.at(Component::Dhcp, Layer::Own));
    QVERIFY(desk.details().contains(QStringLiteral("Nobody watched this")));
    QVERIFY(desk.details().contains(QStringLiteral("The log of the DHCP server")));
    const auto* how = desk.panel.findChild<QScrollArea*>()->widget()->findChild<Instruction*>();
    QVERIFY(how && how->text().contains(QStringLiteral("show ip dhcp binding"))); // a click copies it
    QVERIFY(!how->accessibleName().isEmpty());
}

void TestVisibilityPanel::filterAndSilenceAreTold()
{
    Desk desk;
    desk.show(twoCaptures());
    desk.table->setCurrentIndex(desk.at(Component::Phone, Layer::Transport));
    QVERIFY(desk.details().contains(QStringLiteral("has nothing of it: <b>span.pcap")));
    QVERIFY(desk.details().contains(QStringLiteral("with a filter that hides it, or may: server.pcap")));
}

void TestVisibilityPanel::currentCellOutlivesAnAnalysis()
{
    Desk desk;
    desk.show(twoCaptures());
    desk.table->setCurrentIndex(desk.at(Component::Cucm, Layer::Application));
    desk.show(twoCaptures());
    QCOMPARE(desk.table->currentIndex(), desk.at(Component::Cucm, Layer::Application));
    QVERIFY(desk.details().contains(QStringLiteral("CUCM · Application")));
}

void TestVisibilityPanel::essentialsFit_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("window of 1280") << QSize(866, 240);
    QTest::newRow("window of 2560") << QSize(2140, 480);
}

void TestVisibilityPanel::essentialsFit()
{
    QFETCH(QSize, size);
    Desk desk;
    desk.panel.setFont(QFont(QStringLiteral("DejaVu Sans"), 10)); // as the window's
    desk.show(twoCaptures());
    desk.panel.resize(size);
    QCoreApplication::processEvents();
    const QTableView& table = *desk.table;
    QVERIFY(table.columnViewportPosition(4) + table.columnWidth(4) <= table.viewport()->width());
    for (int column = 0; column < 5; ++column) {
        const int head = table.horizontalHeader()->fontMetrics().horizontalAdvance(
            table.model()->headerData(column, Qt::Horizontal).toString());
        QVERIFY2(table.columnWidth(column) >= head, qPrintable(QString::number(column)));
        for (int row = 0; row < 5; ++row) {
            const auto* delegate = qobject_cast<VisibilityDelegate*>(table.itemDelegate());
            QVERIFY(table.columnWidth(column)
                    >= delegate->leastWidth(table.fontMetrics(), table.model()->index(row, column)));
        }
    }
    QVERIFY(table.rowViewportPosition(4) + table.rowHeight(4) <= table.viewport()->height());
}

void TestVisibilityPanel::sampleCase()
{
    const test::CaseFolder folder;
    const auto file = folder.newCase("case.whittle");
    for (const auto& path : test::sampleFiles())
        test::CaseFolder::import(*file, path);
    const auto analysis = analyse(*file, knowledge(), {});
    QVERIFY(analysis);
    Desk desk;
    desk.show(*analysis);
    desk.panel.setTimes(TimeText::forZone(QStringLiteral("America/Chicago")));
    desk.table->setCurrentIndex(desk.at(Component::Phone, Layer::Own));
    QVERIFY(desk.details().contains(QStringLiteral("SEP001E7A24429A.log")));
    QCOMPARE(desk.at(Component::Dhcp, Layer::Own).data().toString(), QStringLiteral("nobody"));
}

QTEST_MAIN(TestVisibilityPanel)
#include "tst_visibilitypanel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "models/events/caseevents.h"
#include "models/events/identity.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"
#include "models/store/sourcewriter.h"
#include "tests/guide/sampleanalysis.h"
#include "widgets/events/eventlist.h"
#include "widgets/events/eventquery.h"
#include "widgets/events/eventsmodel.h"
#include "widgets/events/eventspanel.h"
#include "widgets/events/pinbar.h"
#include "widgets/shell/look/stylesheet.h"

using namespace whittle;

namespace
{

const Endpoint phone{IpAddress::v4(10, 2, 16, 37), 49152};
const Endpoint node{IpAddress::v4(10, 2, 1, 11), 2000};
const Endpoint server{IpAddress::v4(10, 2, 1, 5), 67};
const CaseTime start = sample::at("2009-02-27T14:11:10.899614Z");

SourceTime after(double seconds)
{
    return {start.nsUtc + static_cast<std::int64_t>(seconds * 1e9)};
}

EventRow row(PlaceUnit unit, std::uint64_t number, double seconds, const std::string& kind,
             const Endpoint& from, const Endpoint& to, const std::string& fields,
             const std::string& device = {})
{
    return {{SourceId{}, {unit, number}, 0}, after(seconds), kind, device, from, to, fields};
}

/// Writes rows as one source and gives what an analysis says of it.
AnalysedSource write(CaseFile& file, const std::string& path, const std::vector<EventRow>& rows)
{
    auto added = file.writer()->addSource(path, "/nowhere/" + path);
    const std::unique_ptr<SourceWriter> writer = std::move(*added);
    const PlaceUnit unit = rows.empty() ? PlaceUnit::Frame : rows.front().ref.place.unit;
    for (const EventRow& each : rows) {
        writer->event({.kind = each.kind,
                       .time = each.time,
                       .place = each.ref.place,
                       .device = each.device,
                       .source = each.source,
                       .destination = each.destination,
                       .fields = each.fields,
                       .repeats = each.kind.starts_with("sccp.keepalive")});
    }
    AnalysedSource made =
        sample::source(raw(writer->id()), path, unit == PlaceUnit::Frame ? "pcap" : "phone-console", unit);
    made.row.events = writer->eventCount();
    if (!writer->complete({.bytes = 1, .format = made.row.format, .unit = unit, .records = rows.size()}))
        qFatal("the source was not written");
    return made;
}

/// A case of two sources: a capture with a refused renewal and a train of keepalives, and the phone's
/// console, whose clock is 41.2 s ahead.
struct SampleCase {
    SampleCase()
    {
        std::vector<EventRow> capture{row(PlaceUnit::Frame, 1, 0, "dhcp.request", phone, server,
                                          "xid=0x1a2b3c4d;client-mac=00:1e:7a:24:42:9a"),
                                      row(PlaceUnit::Frame, 2, 0.004, "dhcp.nak", server, phone,
                                          "xid=0x1a2b3c4d;client-mac=00:1e:7a:24:42:9a;server-id=10.2.1.5"),
                                      row(PlaceUnit::Frame, 3, 0.5, "tcp.rst", node, phone, ""),
                                      row(PlaceUnit::Frame, 4, 20, "sccp.register", phone, node,
                                          "message-id=0x0001", "SEP001E7A24429A")};
        for (std::uint64_t i = 0; i < 40; ++i)
            capture.push_back(row(PlaceUnit::Frame, 10 + i, 30 + 30.0 * static_cast<double>(i),
                                  "sccp.keepalive", phone, node, "message-id=0x0000"));
        capture.push_back(row(PlaceUnit::Frame, 90, 2000, "ntp.client", node, server, "stratum=2"));
        const std::vector<EventRow> console{
            row(PlaceUnit::Line, 6, 41.2 + 0.003, "dhcp.nak", {}, {}, "text=NAK received", "SEP001E7A24429A"),
            row(PlaceUnit::Line, 9, 41.2 + 19, "phone.boot", {}, {}, "text=boot", "SEP001E7A24429A")};
        auto made = std::make_shared<Analysis>();
        made->sources.push_back(write(*file, "evidence/span-dc1.pcap", capture));
        made->sources.push_back(write(*file, "evidence/console.log", console));
        made->sources[1].clock.correction->offsetNs = 41'200'000'000;
        made->eventCounts = {{"dhcp.request", 1},  {"dhcp.nak", 2},        {"tcp.rst", 1},
                             {"sccp.register", 1}, {"sccp.keepalive", 40}, {"ntp.client", 1},
                             {"phone.boot", 1}};
        DeviceHistory device;
        device.name = "SEP001E7A24429A";
        made->devices.push_back(device);
        made->identity = identityOf(*file, made->clocks());
        analysis = made;
    }

    static std::shared_ptr<const Identity> identityOf(const CaseFile& file, const ClockSet& clocks)
    {
        const auto reader = file.newReader();
        const auto events = loadCaseEvents(**reader, {});
        return std::make_shared<Identity>(findJoins(*events, clocks), clocks);
    }

    EventRef frame(std::uint64_t number) const
    {
        return {analysis->sources[0].row.id, {PlaceUnit::Frame, number}, 0};
    }
    EventRef line(std::uint64_t number) const
    {
        return {analysis->sources[1].row.id, {PlaceUnit::Line, number}, 0};
    }

    std::shared_ptr<CaseFile> file = CaseFile::createTemporary().value();
    AnalysisPtr analysis;
};

/// A panel that shows a case and has finished reading it.
struct Shown {
    explicit Shown(const SampleCase& shown, std::size_t limit = 200'000)
    {
        panel.setLimit(limit);
        panel.setCase(shown.file);
        panel.setAnalysis(shown.analysis);
        panel.resize(1000, 260);
        panel.show();
    }

    QAbstractItemModel* model() { return panel.findChild<QTableView*>()->model(); }
    QTableView* view() { return panel.findChild<QTableView*>(); }
    QString status() { return panel.findChild<QLabel*>(QStringLiteral("status"))->text(); }
    QString hint() { return panel.findChild<QLabel*>(QStringLiteral("hint"))->text(); }
    QString cell(int row, int column) { return model()->index(row, column).data().toString(); }
    QToolButton* button(const char* name) { return panel.findChild<QToolButton*>(QLatin1String(name)); }
    QLineEdit* search() { return panel.findChild<QLineEdit*>(QStringLiteral("search")); }
    int selectedRow()
    {
        const auto rows = view()->selectionModel()->selectedRows();
        return rows.size() == 1 ? rows[0].row() : -1;
    }

    EventsPanel panel{sample::knowledge()};
};

} // namespace

class TestEventsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergesSourcesByCorrectedTime();
    void namesZoneInTheHeader();
    void keepalivesAreHiddenAndCounted();
    void inferredDeviceIsMarked();
    void searchesAllTexts_data();
    void searchesAllTexts();
    void chipsRestrictToFamilies();
    void combosRestrict();
    void showsOneSourceFromOutside();
    void onlyInViewFollowsTheTimeline();
    void selectsFromOutside();
    void hiddenSelectionIsSaidAndShown();
    void trainMemberSelectsItsTrain();
    void unknownEventIsSaid();
    void clickingARowTellsTheWindow();
    void selectionFromOutsideIsNotEchoed();
    void copiesRowsAsTsv();
    void ctrlFAndDownAreEnough();
    void largeCaseIsPartialAndSaysSo();
    void inViewReadsWhatWasLeftOut();
    void sameClocksAreNotReadAgain();
    void closedCaseIsEmpty();
    void windowOfLongLists();
    void modelKeepsItsContract();
    void cancelsWhenDestroyed();
    void deviceIsChosenByDoubleClick();
    void sameMomentIsOfAnotherSource();
    void pendingMomentIsCancelled();
    void pictures();
};

void TestEventsPanel::mergesSourcesByCorrectedTime()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    QCOMPARE(panel.cell(0, EventsModel::PlaceColumn), QStringLiteral("frame 1"));
    QCOMPARE(panel.cell(1, EventsModel::PlaceColumn), QStringLiteral("line 6"));
    QCOMPARE(panel.cell(1, EventsModel::Source), QStringLiteral("console.log"));
    QCOMPARE(panel.cell(1, EventsModel::Time), QStringLiteral("2009-02-27 14:11:10.902"));
    QCOMPARE(panel.cell(2, EventsModel::PlaceColumn), QStringLiteral("frame 2"));
    QCOMPARE(panel.cell(2, EventsModel::From), QStringLiteral("10.2.1.5:67"));
    QCOMPARE(panel.cell(2, EventsModel::Fields),
             QStringLiteral("xid=0x1a2b3c4d  client-mac=00:1e:7a:24:42:9a  server-id=10.2.1.5"));
    QVERIFY(panel.model()
                ->index(1, EventsModel::Time)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("14:11:52.102")));
}

void TestEventsPanel::namesZoneInTheHeader()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    panel.panel.setTimes(TimeText::forZone(QStringLiteral("America/Chicago")));
    QCOMPARE(panel.model()->headerData(EventsModel::Time, Qt::Horizontal).toString(),
             QStringLiteral("Time (America/Chicago)"));
    QCOMPARE(panel.cell(0, EventsModel::Time), QStringLiteral("2009-02-27 08:11:10.899"));
}

void TestEventsPanel::keepalivesAreHiddenAndCounted()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.status(), QStringLiteral("47 events, 7 shown"));
    QCOMPARE(panel.button("keepalives")->text(), QStringLiteral("1 train of 40 keepalives hidden"));
    QTest::mouseClick(panel.button("keepalives"), Qt::LeftButton);
    QTRY_COMPARE(panel.model()->rowCount(), 8);
    QVERIFY(panel.cell(6, EventsModel::Kind).startsWith(QStringLiteral("40 × ")));
    QVERIFY(panel.cell(6, EventsModel::Fields).startsWith(QStringLiteral("until 2009-02-27 14:31:")));
}

void TestEventsPanel::inferredDeviceIsMarked()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    QCOMPARE(panel.cell(0, EventsModel::Device), QStringLiteral("SEP001E7A24429A"));
    QVERIFY(panel.model()->index(0, EventsModel::Device).data(EventsModel::InferredRole).toBool());
    QVERIFY(!panel.model()->index(1, EventsModel::Device).data(EventsModel::InferredRole).toBool());
}

void TestEventsPanel::searchesAllTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("rows");
    QTest::newRow("nothing") << QStringLiteral("xyzzy") << 0;
    QTest::newRow("field") << QStringLiteral("0X1A2B") << 2;
    QTest::newRow("kind id") << QStringLiteral("dhcp.nak") << 2;
    QTest::newRow("device") << QStringLiteral("sep001e7a") << 6;
    QTest::newRow("address") << QStringLiteral("10.2.1.11") << 3;
    QTest::newRow("two words, different columns") << QStringLiteral("  nak 10.2.1.5 ") << 1;
}

void TestEventsPanel::searchesAllTexts()
{
    QFETCH(QString, text);
    QFETCH(int, rows);
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    QTest::keyClicks(panel.search(), text);
    QTRY_COMPARE(panel.model()->rowCount(), rows);
    QTRY_COMPARE(panel.status(), QStringLiteral("47 events, %1 shown").arg(rows));
    QTest::keyClick(panel.search(), Qt::Key_Escape);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
}

void TestEventsPanel::chipsRestrictToFamilies()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    QTest::mouseClick(panel.button("chip-dhcp"), Qt::LeftButton);
    QTRY_COMPARE(panel.model()->rowCount(), 3);
    QTest::mouseClick(panel.button("chip-tcp"), Qt::LeftButton);
    QTRY_COMPARE(panel.model()->rowCount(), 4);
    QTest::mouseClick(panel.button("chip-dhcp"), Qt::LeftButton);
    QTest::mouseClick(panel.button("chip-tcp"), Qt::LeftButton);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    QTest::mouseClick(panel.button("chip-other"), Qt::LeftButton);
    QTRY_COMPARE(panel.model()->rowCount(), 1);
}

void TestEventsPanel::combosRestrict()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    auto* source = panel.panel.findChild<QComboBox*>(QStringLiteral("source"));
    source->setFocus();
    source->setCurrentText(QStringLiteral("console.log"));
    QTRY_COMPARE(panel.model()->rowCount(), 2);
    source->setCurrentIndex(0);
    auto* device = panel.panel.findChild<QComboBox*>(QStringLiteral("device"));
    QCOMPARE(device->count(), 2);
    device->setCurrentIndex(1);
    QTRY_COMPARE(panel.model()->rowCount(), 6);
}

void TestEventsPanel::showsOneSourceFromOutside()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    panel.search()->setText(QStringLiteral("boot"));
    panel.panel.showOnly(shown.frame(1).source, {QStringLiteral("dhcp.nak"), QStringLiteral("tcp.rst")});
    QTRY_COMPARE(panel.model()->rowCount(), 3); // DHCP and TCP of the capture
    QVERIFY(panel.search()->text().isEmpty());
    panel.panel.showOnly(shown.frame(1).source, {QStringLiteral("sccp.keepalive")});
    QTRY_COMPARE(panel.model()->rowCount(), 2); // the registration, and the train, which is not hidden then
}

void TestEventsPanel::onlyInViewFollowsTheTimeline()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    panel.panel.setRange(start, start + std::chrono::seconds(1));
    QTest::qWait(20);
    QCOMPARE(panel.model()->rowCount(), 7);
    QTest::mouseClick(panel.button("in-view"), Qt::LeftButton);
    QTRY_COMPARE(panel.model()->rowCount(), 4);
    panel.panel.setRange(start + std::chrono::seconds(1), start + std::chrono::seconds(60));
    QTRY_COMPARE(panel.model()->rowCount(), 2);
}

void TestEventsPanel::selectsFromOutside()
{
    const SampleCase shown;
    Shown panel(shown);
    panel.panel.select(shown.line(9)); // before anything is read
    QTRY_COMPARE(panel.selectedRow(), 4);
    panel.panel.select(shown.frame(90));
    QTRY_COMPARE(panel.selectedRow(), 6);
}

void TestEventsPanel::hiddenSelectionIsSaidAndShown()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    QTest::mouseClick(panel.button("chip-ntp"), Qt::LeftButton);
    QTRY_COMPARE(panel.model()->rowCount(), 1);
    panel.panel.select(shown.frame(2));
    QTRY_COMPARE(panel.hint(), QStringLiteral("The selected event is hidden by the filter."));
    QCOMPARE(panel.model()->rowCount(), 1);
    QTest::mouseClick(panel.button("show-hidden"), Qt::LeftButton);
    QTRY_COMPARE(panel.cell(panel.selectedRow(), EventsModel::PlaceColumn), QStringLiteral("frame 2"));
    QVERIFY(panel.hint().isEmpty());
}

void TestEventsPanel::trainMemberSelectsItsTrain()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    QTest::mouseClick(panel.button("keepalives"), Qt::LeftButton);
    QTRY_COMPARE(panel.model()->rowCount(), 8);
    panel.panel.select(shown.frame(33));
    QTRY_COMPARE(panel.selectedRow(), 6);
}

void TestEventsPanel::unknownEventIsSaid()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    panel.panel.select(shown.frame(4711));
    QTRY_COMPARE(panel.hint(), QStringLiteral("The selected event is not in this table."));
}

void TestEventsPanel::clickingARowTellsTheWindow()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    QSignalSpy selected(&panel.panel, &EventsPanel::eventSelected);
    QTest::mouseClick(panel.view()->viewport(), Qt::LeftButton, {},
                      panel.view()->visualRect(panel.model()->index(1, 2)).center());
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0][0].value<EventRef>(), shown.line(6));
    QCOMPARE(selected[0][1].value<CaseTime>(), start + std::chrono::milliseconds(3));
    QTest::keyClick(panel.view(), Qt::Key_Down);
    QCOMPARE(selected.size(), 2);
    QCOMPARE(selected[1][0].value<EventRef>(), shown.frame(2));
}

void TestEventsPanel::selectionFromOutsideIsNotEchoed()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    QSignalSpy selected(&panel.panel, &EventsPanel::eventSelected);
    panel.panel.select(shown.frame(90));
    QTRY_COMPARE(panel.selectedRow(), 6);
    QTest::keyClicks(panel.search(), QStringLiteral("ntp"));
    QTRY_COMPARE(panel.model()->rowCount(), 1);
    QTRY_COMPARE(panel.selectedRow(), 0);
    QCOMPARE(selected.size(), 0);
}

void TestEventsPanel::deviceIsChosenByDoubleClick()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    QSignalSpy chosen(&panel.panel, &EventsPanel::deviceChosen);
    const auto doubleClick = [&](int row, int column) {
        const QPoint place = panel.view()->visualRect(panel.model()->index(row, column)).center();
        QTest::mouseClick(panel.view()->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(panel.view()->viewport(), Qt::LeftButton, {}, place);
    };
    doubleClick(1, EventsModel::Kind);
    doubleClick(6, EventsModel::Device); // of nobody
    QCOMPARE(chosen.count(), 0);
    doubleClick(1, EventsModel::Device);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("SEP001E7A24429A"));
}

void TestEventsPanel::sameMomentIsOfAnotherSource()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    QSignalSpy pinned(&panel.panel, &EventsPanel::pinned);
    const auto* bar = panel.panel.findChild<PinBar*>();
    auto* accept = bar->findChildren<QPushButton*>().at(0);
    panel.view()->selectRow(2); // frame 2
    QVERIFY(!bar->isVisible());
    QTest::keyClick(panel.view(), Qt::Key_M, Qt::ControlModifier);
    QVERIFY(bar->isVisible());
    QVERIFY(bar->findChild<QLabel*>()->text().contains(QStringLiteral("span-dc1.pcap frame 2")));
    QVERIFY(!accept->isEnabled());
    panel.view()->selectRow(0); // of the same source
    QVERIFY(!accept->isEnabled());
    panel.panel.select(shown.line(6)); // from elsewhere
    QTRY_VERIFY(accept->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton);
    QCOMPARE(pinned.count(), 1);
    QCOMPARE(pinned[0][0].value<EventRef>(), shown.frame(2));
    QCOMPARE(pinned[0][1].value<EventRef>(), shown.line(6));
    QVERIFY(!bar->isVisible());
}

void TestEventsPanel::pendingMomentIsCancelled()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    QSignalSpy pinned(&panel.panel, &EventsPanel::pinned);
    const auto* bar = panel.panel.findChild<PinBar*>();
    panel.view()->selectRow(2);
    QTest::keyClick(panel.view(), Qt::Key_M, Qt::ControlModifier);
    QTest::keyClick(panel.view(), Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QTest::keyClick(panel.view(), Qt::Key_M, Qt::ControlModifier);
    panel.panel.setCase(nullptr);
    QVERIFY(!bar->isVisible());
    QCOMPARE(pinned.count(), 0);
}

void TestEventsPanel::copiesRowsAsTsv()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    panel.view()->setFocus();
    panel.view()->selectRow(0);
    QTest::keyClick(panel.view(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keySequence(panel.view(), QKeySequence::Copy);
    const QStringList lines =
        QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].count(QLatin1Char('\t')), 7);
    QVERIFY(lines[0].startsWith(
        QStringLiteral("2009-02-27 14:11:10.899\tspan-dc1.pcap\tframe 1\tSEP001E7A24429A\t")));
}

void TestEventsPanel::ctrlFAndDownAreEnough()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    panel.panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel.panel));
    panel.panel.setFocus();
    QVERIFY(panel.view()->hasFocus());
    panel.panel.find();
    QVERIFY(panel.search()->hasFocus());
    QTest::keyClicks(panel.search(), QStringLiteral("rst"));
    QTRY_COMPARE(panel.model()->rowCount(), 1);
    QSignalSpy selected(&panel.panel, &EventsPanel::eventSelected);
    QTest::keyClick(panel.search(), Qt::Key_Down);
    QVERIFY(panel.view()->hasFocus());
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0][0].value<EventRef>(), shown.frame(3));
}

void TestEventsPanel::largeCaseIsPartialAndSaysSo()
{
    const SampleCase shown;
    Shown panel(shown, 3);
    QTRY_COMPARE(panel.status(), QStringLiteral("47 events, 3 shown · the table holds only the first 3"));
    QCOMPARE(panel.cell(2, EventsModel::PlaceColumn), QStringLiteral("frame 2"));
}

void TestEventsPanel::inViewReadsWhatWasLeftOut()
{
    const SampleCase shown;
    Shown panel(shown, 3);
    QTRY_COMPARE(panel.model()->rowCount(), 3);
    panel.panel.setRange(start + std::chrono::seconds(1900), start + std::chrono::seconds(2100));
    QTest::mouseClick(panel.button("in-view"), Qt::LeftButton);
    QTRY_COMPARE(panel.cell(0, EventsModel::PlaceColumn), QStringLiteral("frame 90"));
    QCOMPARE(panel.model()->rowCount(), 1);
    QTest::mouseClick(panel.button("in-view"), Qt::LeftButton);
    QTRY_COMPARE(panel.model()->rowCount(), 3);
}

void TestEventsPanel::sameClocksAreNotReadAgain()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    QSignalSpy reset(panel.model(), &QAbstractItemModel::modelReset);
    panel.panel.setAnalysis(std::make_shared<Analysis>(*shown.analysis));
    QTest::qWait(50);
    QCOMPARE(reset.size(), 0);
    auto moved = std::make_shared<Analysis>(*shown.analysis);
    moved->sources[1].clock.correction->offsetNs = 0;
    panel.panel.setAnalysis(moved);
    QTRY_COMPARE(panel.cell(5, EventsModel::PlaceColumn), QStringLiteral("line 9"));
}

void TestEventsPanel::closedCaseIsEmpty()
{
    const SampleCase shown;
    Shown panel(shown);
    QTRY_COMPARE(panel.model()->rowCount(), 7);
    panel.panel.setCase(nullptr);
    QCOMPARE(panel.model()->rowCount(), 0);
    QCOMPARE(panel.status(), QStringLiteral("No case is open."));
}

void TestEventsPanel::windowOfLongLists()
{
    auto list = std::make_shared<EventList>();
    list->kinds = list->devices = list->addresses = {""};
    std::vector<std::uint32_t> rows;
    for (std::uint32_t i = 0; i < 250'000; ++i) {
        EventEntry entry;
        entry.ref = sample::frame(1, i + 1);
        entry.time = {i};
        list->entries.push_back(entry);
        rows.push_back(i);
    }
    EventsModel model;
    model.show(list, rows);
    QCOMPARE(model.rowCount(), 100'000);
    QCOMPARE(model.total(), std::size_t{250'000});
    const std::optional<int> row = model.reveal(200'000);
    QVERIFY(row);
    QCOMPARE(model.index(*row, EventsModel::PlaceColumn).data().toString(), QStringLiteral("frame 200001"));
    model.moveWindow(400'000);
    QCOMPARE(model.windowStart(), std::size_t{150'000});
    QCOMPARE(model.index(99'999, EventsModel::PlaceColumn).data().toString(), QStringLiteral("frame 250000"));
    QVERIFY(!model.reveal(250'000));
}

void TestEventsPanel::modelKeepsItsContract()
{
    const SampleCase shown;
    const auto list = loadEvents({shown.file, shown.analysis, std::nullopt, 1000}, {});
    QVERIFY(list.hasValue());
    QVERIFY((*list)->rowCount == RowCount::Complete);
    EventsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(*list, {0, 1, 2, 3, 4, 5, 6, 7});
    model.setTimes(TimeText::forZone(QStringLiteral("America/Chicago")));
    model.setSources({{shown.frame(1).source, QStringLiteral("x")}});
    model.moveWindow(0);
    model.show(*list, {1});
    model.show(nullptr, {});
    QCOMPARE(model.rowCount(), 0);
}

void TestEventsPanel::cancelsWhenDestroyed()
{
    const SampleCase shown;
    for (int i = 0; i < 20; ++i) {
        Shown panel(shown);
        panel.panel.select(shown.frame(33));
        if (i % 2 == 0)
            QTest::qWait(i);
    }
}

/// For the eye: with WHITTLE_PICTURES set to a folder, what the panel looks like is saved there.
void TestEventsPanel::pictures()
{
    const QString folder = qEnvironmentVariable("WHITTLE_PICTURES");
    if (folder.isEmpty())
        QSKIP("WHITTLE_PICTURES is not set");
    QApplication::setStyle(QStringLiteral("Fusion"));
    const SampleCase shown;
    const auto save = [&](const Theme& theme, const QString& name, QSize size) {
        qApp->setPalette(theme.palette());
        qApp->setStyleSheet(styleSheet(theme));
        Shown panel(shown);
        panel.panel.setTheme(theme);
        panel.panel.setTimes(TimeText::forZone(QStringLiteral("America/Chicago")));
        panel.panel.resize(size);
        panel.panel.select(shown.frame(2));
        QTRY_COMPARE(panel.selectedRow(), 2);
        panel.button("keepalives")->click();
        QTRY_COMPARE(panel.model()->rowCount(), 8);
        QVERIFY(panel.panel.grab().save(folder + QLatin1Char('/') + name));
    };
    save(Theme::light(), QStringLiteral("events-light.png"), {1000, 260});
    save(Theme::darkTheme(), QStringLiteral("events-dark.png"), {1000, 260});
    save(Theme::light(), QStringLiteral("events-wide.png"), {1500, 320});
    save(Theme::darkTheme(), QStringLiteral("events-narrow.png"), {560, 320});
}

QTEST_MAIN(TestEventsPanel)
#include "tst_eventspanel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "models/events/caseevents.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"
#include "models/store/sourcewriter.h"

using namespace whittle;

namespace
{

/// An event of frame `frame`, at as many seconds, between the same two.
Event eventOf(std::uint64_t frame, std::string_view kind, std::string_view fields, bool repeats = false)
{
    return {.kind = kind,
            .time = {static_cast<std::int64_t>(frame) * nsPerSecond},
            .place = {PlaceUnit::Frame, frame},
            .source = endpointFromText("10.0.0.1:50000").value(),
            .destination = endpointFromText("10.0.0.9:2000").value(),
            .fields = fields,
            .repeats = repeats};
}

} // namespace

class TestCaseEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void duplicateFieldIsTheLast_data();
    void duplicateFieldIsTheLast();
    void secondCopiesAreLeftOut();
};

void TestCaseEvents::duplicateFieldIsTheLast_data()
{
    QTest::addColumn<QString>("fields");
    QTest::addColumn<bool>("expected");
    QTest::newRow("none") << "" << false;
    QTest::newRow("another") << "seq=1" << false;
    QTest::newRow("a value that ends so") << "text=duplicate=yes" << false;
    QTest::newRow("a key that ends so") << "seq=1;noduplicate=yes" << false;
    QTest::newRow("alone") << "duplicate=yes" << true;
    QTest::newRow("behind others") << "seq=1;duplicate=yes" << true;
}

void TestCaseEvents::duplicateFieldIsTheLast()
{
    QFETCH(QString, fields);
    QFETCH(bool, expected);
    QCOMPARE(isDuplicate(fields.toStdString()), expected);
}

/// They stay in the case, and are neither judged nor counted.
void TestCaseEvents::secondCopiesAreLeftOut()
{
    const QTemporaryDir folder;
    const auto file = CaseFile::create(folder.filePath(QStringLiteral("a.whittle")).toStdString());
    auto writer = (*file)->writer()->addSource("a.pcap", "/somewhere/a.pcap").value();
    writer->event(eventOf(1, "tcp.rst", "seq=1"));
    writer->event(eventOf(2, "tcp.rst", "seq=1;duplicate=yes"));
    for (std::uint64_t frame = 10; frame < 30; frame += 2) {
        writer->event(eventOf(frame, "sccp.keepalive", "message-id=0x0000", true));
        writer->event(eventOf(frame + 1, "sccp.keepalive", "message-id=0x0000;duplicate=yes", true));
    }
    QVERIFY(writer->complete({.bytes = 10, .format = "pcap", .unit = PlaceUnit::Frame, .records = 30}));

    const auto reader = (*file)->newReader();
    const auto events = loadCaseEvents(**reader, {});
    QVERIFY(events);
    QCOMPARE(events->singles.size(), 1U);
    QCOMPARE(events->singles[0].ref.place.number, 1U);
    QCOMPARE(events->trains.size(), 1U);
    QCOMPARE(events->trains[0].count, 10U);
    const std::map<std::string, std::uint64_t> counts{{"sccp.keepalive", 10}, {"tcp.rst", 1}};
    QVERIFY((*reader)->eventCounts().value() == counts);
    std::size_t listed = 0;
    QVERIFY((*reader)->forEachSingle({}, [&](const EventRow&) { return ++listed > 0; }));
    QCOMPARE(listed, 2U);
}

QTEST_APPLESS_MAIN(TestCaseEvents)
#include "tst_caseevents.moc"

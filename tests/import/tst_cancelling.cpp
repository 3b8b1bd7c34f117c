// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/import/importmonitor.h"
#include "tests/support/casefolder.h"
#include "tests/support/casesources.h"
#include "tests/support/packing.h"

using namespace whittle;
using namespace whittle::test;
using State = ImportOutcome::State;

/// Cancelled in the midst of a huge member: what is in hand is finished and no more, and nothing of it stays.
class TestCancelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void insideAHugeMember_data();
    void insideAHugeMember();
};

void TestCancelling::insideAHugeMember_data()
{
    QTest::addColumn<QString>("format");
    for (const char* format : {"ustar", "zip", "7zip"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void TestCancelling::insideAHugeMember()
{
    QFETCH(QString, format);
    const std::string capture = contentOf(sampleFolder() / "span-dc1.pcap");
    std::string big = capture;
    while (big.size() < (std::size_t{8} << 20))
        big += capture.substr(24);
    const CaseFolder folder;
    const auto file = folder.newCase();
    const std::string options = format == QStringLiteral("7zip") ? "7zip:compression=deflate" : "";
    const fs::path path = folder.write("big", packed({{"b.pcap", big}}, format.toStdString(), options));
    ImportMonitor monitor;
    std::stop_source stop;
    std::uint64_t doneAtStop = 0;
    std::jthread canceller([&] {
        while (monitor.reading().events < 100)
            std::this_thread::yield();
        stop.request_stop();
        doneAtStop = monitor.progress.done();
    });
    const auto outcome = importOne(*file, {"big", path.string()}, monitor, stop.get_token());
    canceller.join();
    QCOMPARE(outcome.state, State::Cancelled);
    QVERIFY(monitor.progress.done() - doneAtStop <= (std::uint64_t{1} << 20)); // of 8 MiB, were they read on
    QVERIFY(sourcesOf(*file).empty());
    QVERIFY(file->newReader().value()->integrityFaults()->empty());
    QCOMPARE(CaseFolder::import(*file, sampleFolder() / "SEP001E7A24429A.log").state, State::Imported);
}

QTEST_GUILESS_MAIN(TestCancelling)
#include "tst_cancelling.moc"

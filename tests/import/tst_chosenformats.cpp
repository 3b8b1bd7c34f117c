// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/import/importmonitor.h"
#include "models/store/casewriter.h"
#include "tests/support/casefolder.h"
#include "tests/support/casesources.h"
#include "tests/support/packing.h"

using namespace whittle;
using namespace whittle::test;
using State = ImportOutcome::State;

namespace
{

/// Half of no format.
std::string memo(const std::string& greeting)
{
    return greeting + "\nNOT 08:11:10.854439 DHCP: Restart - delay = 0\nyours\n";
}

} // namespace

/// Formats that the user chose for what is in the case already.
class TestChosenFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void membersOfAKnownArchive_data();
    void membersOfAKnownArchive();
    void membersInNestedArchives();
    void memberWhoseBytesStandElsewhere();
    void membersNotNamedAreLeftAlone();
    void whatFitsIsTold();
    void cancelledChangesNothing();

private:
    ImportOutcome add(const std::string& name, const std::string& bytes,
                      const std::vector<ForcedFormat>& forced = {}, const std::stop_token& stop = {})
    {
        m_monitor = std::make_unique<ImportMonitor>();
        const fs::path path = m_folder->write(name, bytes);
        return importOne(*m_file, {path.filename().string(), path.string()}, *m_monitor, stop, {{}, forced});
    }
    std::string format(const std::string& path) const { return source(*m_file, path).format; }

    std::unique_ptr<CaseFolder> m_folder;
    std::shared_ptr<CaseFile> m_file;
    std::unique_ptr<ImportMonitor> m_monitor;
};

void TestChosenFormats::init()
{
    m_folder = std::make_unique<CaseFolder>();
    m_file = m_folder->newCase();
}

void TestChosenFormats::membersOfAKnownArchive_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const Members members{{"x", "no\n"}, {"memo.txt", memo("Sir")}, {"y.txt", memo("Madam")}};
    QTest::newRow("zip") << QByteArray::fromStdString(packed(members));
    QTest::newRow("tar.xz") << QByteArray::fromStdString(compressed(packed(members, "pax"), "xz"));
}

void TestChosenFormats::membersOfAKnownArchive()
{
    QFETCH(QByteArray, bytes);
    add("a.zip", bytes.toStdString());
    QCOMPARE(format("a.zip/memo.txt"), std::string("unknown"));
    const SourceRow before = source(*m_file, "a.zip");
    const auto outcome = add("a.zip", bytes.toStdString(), {{"a.zip/memo.txt", "phone-console"}});
    QCOMPARE(outcome.state, State::AlreadyInCase);
    QCOMPARE(source(*m_file, "a.zip").id, before.id);
    QCOMPARE(sourcesOf(*m_file).size(), std::size_t{4});
    const SourceRow row = source(*m_file, "a.zip/memo.txt");
    QCOMPARE(row.format, std::string("phone-console"));
    QVERIFY(row.formatChosen && row.events == 1);
    QVERIFY(record(*m_file, "a.zip/memo.txt", 2).starts_with("NOT"));
    QCOMPARE(format("a.zip/y.txt"), std::string("unknown"));
    const auto told = m_monitor->takeOver();
    QCOMPARE(told.size(), std::size_t{1});
    QCOMPARE(told.at(0).item.path, std::string("a.zip/memo.txt"));
    add("a.zip", bytes.toStdString(), {{"a.zip/memo.txt", "phone-console"}}); // there is nothing to do
    QVERIFY(m_monitor->takeOver().empty());
    QCOMPARE(source(*m_file, "a.zip/memo.txt").id, row.id);
}

void TestChosenFormats::membersInNestedArchives()
{
    const std::string inner = compressed(packed({{"t/memo.txt", memo("Sir")}}, "ustar"));
    const std::string bytes = packed({{"a", "1"}, {"inner.tgz", inner}});
    add("a.zip", bytes);
    add("a.zip", bytes, {{"*.txt", "phone-console"}});
    QCOMPARE(format("a.zip/inner.tgz/t/memo.txt"), std::string("phone-console"));
    QCOMPARE(source(*m_file, "a.zip/inner.tgz/t/memo.txt").layers, std::string("member:1 gzip member:0"));
    QCOMPARE(sourcesOf(*m_file).size(), std::size_t{4});
}

/// The bytes came into the case by another name, and leave it with that.
void TestChosenFormats::memberWhoseBytesStandElsewhere()
{
    add("note.txt", memo("Sir"));
    const std::string bytes = packed({{"memo.txt", memo("Sir")}});
    add("a.zip", bytes);
    QCOMPARE(sourcesOf(*m_file).size(), std::size_t{2});
    add("a.zip", bytes, {{"*/memo.txt", "phone-console"}});
    QCOMPARE(summary(*m_file), std::string("a.zip archive none; a.zip/memo.txt phone-console events; "));
}

void TestChosenFormats::membersNotNamedAreLeftAlone()
{
    const std::string bytes = packed({{"a.txt", "one\n"}, {"b.txt", "two\n"}});
    add("a.zip", bytes);
    QVERIFY(m_file->writer()->removeSource(source(*m_file, "a.zip/b.txt").id).hasValue());
    add("a.zip", bytes, {{"*/a.txt", "phone-console"}});
    QCOMPARE(format("a.zip/a.txt"), std::string("phone-console"));
    QCOMPARE(format("a.zip/b.txt"), std::string()); // was taken out of the case, and stays out
}

void TestChosenFormats::whatFitsIsTold()
{
    const std::string zip = packed({{"a.txt", "one\n"}, {"b/c.txt", "two\n"}, {"empty", ""}}, "zip");
    const std::vector<ForcedFormat> forced{
        {"z.zip/a.txt", "cucm-sdi"}, {"*.txt", "cucm-sdl"}, {"nothing", "syslog"}, {"z.zip", "pcap"}};
    QCOMPARE(add("z.zip", zip, forced).fitted, (std::set<std::size_t>{0, 1})); // an archive is an archive
    QCOMPARE(add("z.zip", zip, forced).fitted, (std::set<std::size_t>{0, 1})); // known by now
    QCOMPARE(add("x.log", "x\n", {{"y*", "pcap"}, {"x*", "pcap"}}).fitted, std::set<std::size_t>{1});
    QCOMPARE(add("x.log", "x\n", {{"x.log", "pcap"}}).fitted, std::set<std::size_t>{0});
    const std::string locked = packed({{"l.txt", "x"}}, "zip", "zip:encryption=traditional");
    QCOMPARE(add("l.zip", locked, {{"*/l.txt", "pcap"}}).fitted, std::set<std::size_t>{0});
}

void TestChosenFormats::cancelledChangesNothing()
{
    const std::string bytes = packed({{"a.txt", memo("Sir")}, {"b.txt", memo("Madam")}});
    add("a.zip", bytes);
    const std::string before = summary(*m_file);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(add("a.zip", bytes, {{"*", "phone-console"}}, stop.get_token()).state, State::Cancelled);
    QCOMPARE(summary(*m_file), before);
}

QTEST_GUILESS_MAIN(TestChosenFormats)
#include "tst_chosenformats.moc"

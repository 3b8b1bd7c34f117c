// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/session/gatedengine.h"

using namespace whittle;
using namespace whittle::test;
using State = ImportJob::State;

namespace
{

QStringList evidence(const char* names)
{
    QStringList paths;
    for (const QString& name : QString::fromLatin1(names).split(u' '))
        paths << QStringLiteral("/evidence/") + name;
    return paths;
}

std::vector<std::string> namesOf(const ImportQueue& queue)
{
    std::vector<std::string> names;
    for (const ImportJob& job : queue.jobs())
        names.push_back(job.item.path);
    return names;
}

} // namespace

class TestImportQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = CaseFile::createTemporary().value(); }
    void cancelledWhileCollectingIsKeptAndRetried();
    void cancelledWhileWaitingIsRetried();
    void cancelledWhileReadingIsRetried();
    void folderThatWasLockedIsLookedIntoAgain();
    void missingArgumentIsLookedForAgain();
    void whatIsReadIsNotRetried();
    void oneAfterTheOtherInOrder();
    void collectingTellsHowManyItFound();
    void progressWithAnEstimate();
    void dismissals();
    void cancelledBeforeItIsTakenBack();
    void membersOfAnArchive();
    void readAsAnotherFormat();

private:
    std::shared_ptr<CaseFile> m_file;
};

void TestImportQueue::cancelledWhileCollectingIsKeptAndRetried()
{
    const GatedEngine gated;
    Engine engine = gated.engine();
    auto begun = std::make_shared<std::atomic<bool>>(false);
    engine.collect = [begun](const std::vector<std::string>&, Progress&, const std::stop_token& stop) {
        *begun = true;
        waitForStop(stop);
        Collected found;
        found.items = {{"bundle/a", "/bundle/a"}, {"bundle/b", "/bundle/b"}};
        return found;
    };
    ImportQueue queue(engine);
    queue.setCase(m_file);
    queue.add({QStringLiteral("/bundle")});
    QTRY_VERIFY(begun->load());
    queue.cancelAll();
    QTRY_COMPARE(states(queue), (std::vector{State::Cancelled, State::Cancelled}));
    QVERIFY(!queue.isBusy() && !queue.collecting());
    queue.retry(queue.jobs()[1].id);
    QTRY_COMPARE(states(queue), (std::vector{State::Cancelled, State::Imported}));
    queue.retry(queue.jobs()[0].id);
    QTRY_COMPARE(states(queue), (std::vector{State::Imported, State::Imported}));
}

void TestImportQueue::cancelledWhileWaitingIsRetried()
{
    const GatedEngine gated;
    ImportQueue queue(gated.engine());
    queue.setCase(m_file);
    queue.add(evidence("stuck b"));
    QTRY_COMPARE(gated.gate().held(), 1);
    queue.cancel(queue.jobs()[1].id);
    QCOMPARE(states(queue), (std::vector{State::Reading, State::Cancelled}));
    queue.retry(queue.jobs()[1].id);
    QCOMPARE(states(queue), (std::vector{State::Reading, State::Waiting}));
    gated.gate().open();
    QTRY_COMPARE(states(queue), (std::vector{State::Imported, State::Imported}));
}

void TestImportQueue::cancelledWhileReadingIsRetried()
{
    Engine engine = slowEngine();
    engine.import = [tries = std::make_shared<std::atomic<int>>(0),
                     slow = engine.import](CaseFile& file, const EvidenceItem& item, ImportMonitor& monitor,
                                           const std::stop_token& stop) {
        if (++*tries == 1)
            return slow(file, item, monitor, stop);
        ImportOutcome outcome;
        outcome.state = ImportOutcome::State::Imported;
        return outcome;
    };
    ImportQueue queue(engine);
    queue.setCase(m_file);
    queue.add(evidence("a"));
    QTRY_VERIFY(!queue.jobs().empty() && queue.jobs()[0].done > 0);
    const int id = queue.jobs()[0].id;
    queue.cancel(id);
    queue.retry(id); // not yet over: to no effect
    QVERIFY(queue.jobs()[0].cancelling);
    QTRY_COMPARE(states(queue), std::vector{State::Cancelled});
    queue.retry(id);
    QVERIFY(!queue.jobs()[0].cancelling && queue.jobs()[0].done == 0);
    QTRY_COMPARE(states(queue), std::vector{State::Imported});
}

void TestImportQueue::folderThatWasLockedIsLookedIntoAgain()
{
    const GatedEngine gated;
    Engine engine = gated.engine();
    engine.collect = [](const std::vector<std::string>& arguments, Progress&, const std::stop_token&) {
        Collected found;
        if (arguments.front() == "/bundle/locked") {
            found.items = {{"locked/a", "/bundle/locked/a"}};
            return found;
        }
        found.items = {{"bundle/b", "/bundle/b"}};
        ImportOutcome outcome;
        outcome.item = {"bundle/locked", "/bundle/locked"};
        outcome.error = Error{ErrorCode::NoPermission, "Permission denied", "bundle/locked"};
        found.unreadable = {outcome};
        return found;
    };
    ImportQueue queue(engine);
    queue.setCase(m_file);
    queue.add({QStringLiteral("/bundle")});
    QTRY_COMPARE(states(queue), (std::vector{State::Failed, State::Imported}));
    queue.retry(queue.jobs()[0].id);
    QTRY_COMPARE(states(queue), (std::vector{State::Imported, State::Imported}));
    QCOMPARE(namesOf(queue), (std::vector<std::string>{"bundle/b", "bundle/locked/a"})); // where it was
}

void TestImportQueue::missingArgumentIsLookedForAgain()
{
    const QTemporaryDir folder;
    ImportQueue queue(Engine{});
    queue.setCase(m_file);
    const QString path = folder.filePath(QStringLiteral("late.log"));
    queue.add({path});
    QTRY_COMPARE(states(queue), std::vector{State::Failed});
    QCOMPARE(namesOf(queue), std::vector<std::string>{"late.log"});
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello\n") == 6);
    file.close();
    queue.retry(queue.jobs()[0].id);
    QTRY_COMPARE(states(queue), std::vector{State::Imported});
    QCOMPARE(namesOf(queue), std::vector<std::string>{"late.log"});
}

void TestImportQueue::whatIsReadIsNotRetried()
{
    const GatedEngine gated;
    ImportQueue queue(gated.engine());
    queue.setCase(m_file);
    queue.add(evidence("a"));
    QTRY_COMPARE(states(queue), std::vector{State::Imported});
    queue.retry(queue.jobs()[0].id);
    queue.retry(99);
    QVERIFY(!queue.isBusy());
    QCOMPARE(gated.reads().size(), std::size_t{1});
}

void TestImportQueue::oneAfterTheOtherInOrder()
{
    const GatedEngine gated;
    ImportQueue queue(gated.engine());
    QSignalSpy imported(&queue, &ImportQueue::imported);
    queue.setCase(m_file);
    queue.add(evidence("c a"));
    queue.add(evidence("b"));
    QTRY_COMPARE(imported.count(), 3);
    const std::string into = " into " + m_file->path().substr(m_file->path().rfind('/') + 1);
    QCOMPARE(gated.reads(), (std::vector<std::string>{"c" + into, "a" + into, "b" + into}));
    QCOMPARE(imported[0][0].toBool(), true); // more to come
    QCOMPARE(imported[2][0].toBool(), false);
}

void TestImportQueue::collectingTellsHowManyItFound()
{
    const auto gate = std::make_shared<Gate>();
    Engine engine;
    engine.collect = [gate](const std::vector<std::string>&, Progress& progress, const std::stop_token&) {
        progress.setDone(12'345);
        gate->pass();
        return Collected{};
    };
    ImportQueue queue(engine);
    QSignalSpy progressed(&queue, &ImportQueue::progressed);
    QVERIFY(!queue.collecting());
    queue.setCase(m_file);
    queue.add(evidence("bundle"));
    QTRY_COMPARE(queue.collecting().value_or(0), std::uint64_t{12'345});
    QTRY_VERIFY(progressed.count() > 0);
    gate->open();
    QTRY_VERIFY(!queue.collecting());
    QVERIFY(queue.jobs().empty());
}

void TestImportQueue::progressWithAnEstimate()
{
    Engine engine = slowEngine();
    engine.import = [](CaseFile&, const EvidenceItem&, ImportMonitor& monitor, const std::stop_token& stop) {
        monitor.progress.start(1'000'000'000);
        for (std::uint64_t done = 0; !stop.stop_requested(); done += 1000) {
            monitor.progress.setDone(std::min<std::uint64_t>(done, 500'000'000));
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        ImportOutcome outcome;
        outcome.state = ImportOutcome::State::Cancelled;
        return outcome;
    };
    ImportQueue queue(engine);
    queue.setCase(m_file);
    queue.add(evidence("a"));
    QTRY_VERIFY(!queue.jobs().empty() && queue.jobs()[0].remaining);
    const ImportJob job = queue.jobs()[0];
    QCOMPARE(job.total, std::uint64_t{1'000'000'000});
    QVERIFY(job.done > 0 && job.bytesPerSecond > 0);
    const double expected = static_cast<double>(job.total - job.done) / job.bytesPerSecond;
    QVERIFY(std::abs(static_cast<double>(job.remaining->count()) - expected) <= 1);
    queue.cancelAll();
    QTRY_COMPARE(states(queue), std::vector{State::Cancelled});
    QVERIFY(!queue.jobs()[0].remaining);
}

void TestImportQueue::dismissals()
{
    Engine engine = slowEngine();
    engine.import = [](CaseFile&, const EvidenceItem& item, ImportMonitor&, const std::stop_token& stop) {
        ImportOutcome outcome;
        outcome.item = item;
        outcome.state = ImportOutcome::State::Imported;
        if (item.path == "failed")
            outcome.state = ImportOutcome::State::Failed;
        if (item.path == "known")
            outcome.state = ImportOutcome::State::AlreadyInCase;
        if (item.path == "cut")
            outcome.problems = {{Severity::DataLoss, "capture.record-cut", {}, {"1"}}};
        if (item.path == "noticed")
            outcome.problems = {{Severity::Notice, "import.name-promises-other", {}, {"pcap", "cucm-sdi"}}};
        if (item.path == "slow" && waitForStop(stop))
            outcome.state = ImportOutcome::State::Cancelled;
        return outcome;
    };
    ImportQueue queue(engine);
    queue.setCase(m_file);
    queue.add(evidence("whole noticed cut failed known slow waiting"));
    QTRY_VERIFY(queue.jobs().size() == 7 && queue.jobs()[5].state == State::Reading);
    queue.dismissUntroubled();
    QCOMPARE(namesOf(queue), (std::vector<std::string>{"cut", "failed", "slow", "waiting"}));
    QCOMPARE(queue.settled().read, 2);
    QCOMPARE(queue.settled().known, 1);
    queue.dismiss(queue.jobs()[0].id);
    queue.dismiss(queue.jobs()[1].id); // it is being read
    QCOMPARE(namesOf(queue), (std::vector<std::string>{"failed", "slow", "waiting"}));
    queue.dismissFinished();
    QCOMPARE(namesOf(queue), (std::vector<std::string>{"slow", "waiting"}));
    queue.cancelAll();
    QTRY_COMPARE(states(queue), (std::vector{State::Cancelled, State::Cancelled}));
    queue.dismissFinished();
    QVERIFY(queue.jobs().empty());
    QCOMPARE(queue.settled().read + queue.settled().known, 0); // what comes next is counted anew
}

/// What was written is deleted after it was told, however long that takes.
void TestImportQueue::cancelledBeforeItIsTakenBack()
{
    auto gate = std::make_shared<Gate>();
    Engine engine = slowEngine();
    engine.import = [gate](CaseFile&, const EvidenceItem& item, ImportMonitor& monitor,
                           const std::stop_token& stop) {
        waitForStop(stop);
        ImportOutcome outcome;
        outcome.item = item;
        outcome.state = ImportOutcome::State::Cancelled;
        monitor.over(outcome);
        gate->pass();
        return outcome;
    };
    ImportQueue queue(engine);
    queue.setCase(m_file);
    queue.add(evidence("a"));
    QTRY_COMPARE(states(queue), std::vector{State::Reading});
    queue.cancelAll();
    QTRY_COMPARE(gate->held(), 1);
    QTRY_COMPARE(states(queue), std::vector{State::Cancelled});
    queue.retry(queue.jobs()[0].id);
    QCOMPARE(states(queue), std::vector{State::Waiting}); // until it has
    gate->open();
    QTRY_COMPARE(states(queue), std::vector{State::Reading});
    queue.cancelAll();
    QTRY_COMPARE(states(queue), std::vector{State::Cancelled});
}

void TestImportQueue::membersOfAnArchive()
{
    auto gate = std::make_shared<Gate>();
    Engine engine = slowEngine();
    engine.import = [gate](CaseFile&, const EvidenceItem& item, ImportMonitor& monitor,
                           const std::stop_token&) {
        ImportOutcome member;
        member.item = {item.path + "/a.txt", item.location, "member:0", {}};
        member.state = ImportOutcome::State::Imported;
        member.events = 12;
        monitor.over(member);
        member.state = ImportOutcome::State::AlreadyInCase;
        monitor.over(member);
        member.state = ImportOutcome::State::Imported;
        member.problems = {{Severity::DataLoss, "import.vanished", {}, {"x"}}};
        monitor.over(member);
        monitor.begin(item.path + "/b.txt", "cucm-sdi", "all lines match");
        gate->pass();
        ImportOutcome outcome;
        outcome.item = item;
        outcome.state = ImportOutcome::State::Imported;
        return outcome;
    };
    ImportQueue queue(engine);
    queue.setCase(m_file);
    QSignalSpy imported(&queue, &ImportQueue::imported);
    queue.add(evidence("bundle.zip"));
    QTRY_COMPARE(imported.count(), 1); // the first sources are there before all of it is
    QCOMPARE(states(queue), std::vector{State::Reading});
    QCOMPARE(queue.jobs()[0].reading.path, std::string("bundle.zip/b.txt"));
    gate->open();
    QTRY_COMPARE(states(queue), std::vector{State::Imported});
    const ImportJob& job = queue.jobs()[0];
    QCOMPARE(job.members.read, std::uint64_t{2});
    QCOMPARE(job.members.known, std::uint64_t{1});
    QCOMPARE(job.members.events, std::uint64_t{24});
    QCOMPARE(job.members.troubled.size(), std::size_t{1});
    queue.dismissUntroubled();
    QCOMPARE(queue.jobs().size(), std::size_t{1}); // there is something to say about it
}

void TestImportQueue::readAsAnotherFormat()
{
    auto formats = std::make_shared<std::vector<std::string>>();
    Engine engine = slowEngine();
    engine.import = [formats](CaseFile&, const EvidenceItem& item, ImportMonitor&, const std::stop_token&) {
        formats->push_back(item.path + " " + item.format);
        ImportOutcome outcome;
        outcome.item = item;
        outcome.state = ImportOutcome::State::Imported;
        return outcome;
    };
    ImportQueue queue(engine);
    queue.setCase(m_file);
    queue.add(evidence("a"));
    QTRY_COMPARE(states(queue), std::vector{State::Imported});
    queue.readAs(queue.jobs()[0].id, "cucm-sdi");
    QTRY_COMPARE(states(queue), std::vector{State::Imported});
    queue.addItem({"bundle.zip/b", "/evidence/bundle.zip", "member:3", "pcap"});
    QTRY_COMPARE(states(queue), (std::vector{State::Imported, State::Imported}));
    QCOMPARE(*formats, (std::vector<std::string>{"a ", "a cucm-sdi", "bundle.zip/b pcap"}));
}

QTEST_GUILESS_MAIN(TestImportQueue)
#include "tst_importqueue.moc"

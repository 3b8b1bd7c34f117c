// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "models/base/log.h"
#include "widgets/jobs/latestjob.h"

using namespace whittle;
using namespace std::chrono_literals;

class TestLatestJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversOnTheMainThread();
    void neverDeliversFromWithinStart();
    void newerRequestSupersedesOlder();
    void burstRunsFirstAndLastOnly();
    void cancelledResultNeverArrives();
    void destructionStopsAndWaits();
    void deliveryMayStartTheNextRequest();
    void deliveryMayDestroyTheJob();
    void carriesWhatCannotBeCopied();
    void stoppedWorkDeliversAllTheSame();
    void abandonedWorkKeepsItsThread();
    void stuckWorkIsLeftBehind();
};

namespace
{
/// Waits until it is asked to stop (or half a minute has passed).
bool waitForStop(const std::stop_token& stop)
{
    for (int i = 0; i < 3000 && !stop.stop_requested(); ++i)
        std::this_thread::sleep_for(10ms);
    return stop.stop_requested();
}
} // namespace

void TestLatestJob::deliversOnTheMainThread()
{
    std::thread::id worked, delivered;
    int result = 0;
    LatestJob<int> job([&](int n) {
        delivered = std::this_thread::get_id();
        result = n;
    });
    job.start([&worked](std::stop_token) {
        worked = std::this_thread::get_id();
        return 42;
    });
    QVERIFY(job.isBusy());
    QTRY_COMPARE(result, 42);
    QVERIFY(!job.isBusy());
    QCOMPARE(delivered, std::this_thread::get_id());
    QVERIFY(worked != delivered);
}

void TestLatestJob::neverDeliversFromWithinStart()
{
    bool arrived = false;
    LatestJob<int> job([&](int) { arrived = true; });
    job.start([](std::stop_token) { return 1; });
    std::this_thread::sleep_for(50ms);
    QVERIFY(!arrived);
    QTRY_VERIFY(arrived);
}

void TestLatestJob::newerRequestSupersedesOlder()
{
    std::vector<int> results;
    std::atomic<bool> begun = false, stopped = false;
    LatestJob<int> job([&](int n) { results.push_back(n); });
    job.start([&](std::stop_token stop) {
        begun = true;
        stopped = waitForStop(stop);
        return 1;
    });
    QTRY_VERIFY(begun);
    job.start([](std::stop_token) { return 2; });
    QTRY_COMPARE(results.size(), std::size_t{1});
    QCOMPARE(results.front(), 2);
    QVERIFY(stopped);
    QTest::qWait(20);
    QCOMPARE(results.size(), std::size_t{1});
}

void TestLatestJob::burstRunsFirstAndLastOnly()
{
    std::atomic<int> runs = 0;
    int result = 0;
    LatestJob<int> job([&](int n) { result = n; });
    job.start([&](std::stop_token stop) {
        ++runs;
        waitForStop(stop);
        return 0;
    });
    QTRY_COMPARE(runs.load(), 1);
    std::atomic<bool> gate = false;
    job.start([&](std::stop_token) {
        ++runs;
        while (!gate)
            std::this_thread::sleep_for(1ms);
        return -1;
    });
    QTRY_COMPARE(runs.load(), 2);
    for (int i = 1; i <= 100; ++i)
        job.start([&runs, i](std::stop_token) {
            ++runs;
            return i;
        });
    gate = true;
    QTRY_COMPARE(result, 100);
    QCOMPARE(runs.load(), 3);
}

void TestLatestJob::cancelledResultNeverArrives()
{
    bool arrived = false;
    std::atomic<bool> done = false;
    LatestJob<int> job([&](int) { arrived = true; });
    job.start([&](std::stop_token) {
        done = true;
        return 1;
    });
    while (!done) // not QTRY_VERIFY, which would let the result in
        std::this_thread::sleep_for(1ms);
    std::this_thread::sleep_for(20ms);
    job.cancel();
    QVERIFY(!job.isBusy());
    QTest::qWait(30);
    QVERIFY(!arrived);
}

void TestLatestJob::destructionStopsAndWaits()
{
    std::atomic<bool> begun = false, ended = false;
    bool arrived = false;
    {
        LatestJob<int> job([&](int) { arrived = true; });
        job.start([&](std::stop_token stop) {
            begun = true;
            waitForStop(stop);
            std::this_thread::sleep_for(30ms);
            ended = true;
            return 1;
        });
        QTRY_VERIFY(begun);
    }
    QVERIFY(ended);
    QTest::qWait(20);
    QVERIFY(!arrived);
}

void TestLatestJob::deliveryMayStartTheNextRequest()
{
    std::vector<int> results;
    std::unique_ptr<LatestJob<int>> job;
    job = std::make_unique<LatestJob<int>>([&](int n) {
        results.push_back(n);
        if (n < 3)
            job->start([n](std::stop_token) { return n + 1; });
    });
    job->start([](std::stop_token) { return 1; });
    QTRY_COMPARE(results, (std::vector<int>{1, 2, 3}));
}

void TestLatestJob::deliveryMayDestroyTheJob()
{
    std::unique_ptr<LatestJob<int>> job;
    int result = 0;
    job = std::make_unique<LatestJob<int>>([&](int n) {
        job.reset();
        result = n;
    });
    job->start([](std::stop_token) { return 7; });
    QTRY_COMPARE(result, 7);
    QVERIFY(!job);
}

void TestLatestJob::carriesWhatCannotBeCopied()
{
    int result = 0;
    LatestJob<std::unique_ptr<int>> job([&](std::unique_ptr<int> n) { result = *n; });
    job.start([](std::stop_token) { return std::make_unique<int>(5); });
    QTRY_COMPARE(result, 5);
}

void TestLatestJob::stoppedWorkDeliversAllTheSame()
{
    int result = 0;
    LatestWorker worker;
    worker.start([&](const std::stop_token& stop) {
        const int stopped = waitForStop(stop) ? 1 : 2;
        return [&result, stopped] { result = stopped; };
    });
    worker.requestStop();
    QVERIFY(worker.isBusy());
    QTRY_COMPARE(result, 1);
    QVERIFY(!worker.isBusy());
}

void TestLatestJob::abandonedWorkKeepsItsThread()
{
    std::atomic<bool> gate = false, begun = false;
    std::vector<int> results;
    LatestWorker worker;
    worker.start([&](const std::stop_token&) {
        begun = true;
        gate.wait(false);
        return [&results] { results.push_back(1); };
    });
    QTRY_VERIFY(begun);
    worker.abandon();
    QVERIFY(!worker.isBusy());
    worker.start([&](const std::stop_token&) { return [&results] { results.push_back(3); }; });
    QTRY_COMPARE(results, std::vector<int>{3}); // while the first still holds its thread
    gate = true;
    gate.notify_all();
    QTest::qWait(30);
    QCOMPARE(results, std::vector<int>{3});
}

/// As by a read(2) from a disk that is gone.
void TestLatestJob::stuckWorkIsLeftBehind()
{
    struct Shared {
        std::atomic<bool> gate = false, begun = false, ended = false;
    };
    const auto shared = std::make_shared<Shared>();
    const QTemporaryDir folder;
    log::openFolder(folder.path().toStdString(), log::Level::Info);
    bool arrived = false;
    {
        LatestWorker worker("the reader's job", 1ms);
        worker.start([shared, &arrived](const std::stop_token&) {
            shared->begun = true;
            shared->gate.wait(false);
            shared->ended = true;
            return [&arrived] { arrived = true; };
        });
        QTRY_VERIFY(shared->begun);
    }
    QVERIFY(!shared->ended); // nobody waited for it
    QVERIFY(LeavableThread::anyLeftBehind()); // so that the program destroys nothing under it
    QFile file(folder.filePath(QStringLiteral("whittle.log")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("the reader's job does not end: it is left behind"));
    shared->gate = true;
    shared->gate.notify_all();
    QTRY_VERIFY(shared->ended);
    QTest::qWait(30);
    QVERIFY(!arrived);
}

QTEST_MAIN(TestLatestJob)
#include "tst_latestjob.moc"

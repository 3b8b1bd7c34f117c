// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include <QTest>

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

QTEST_MAIN(TestLatestJob)
#include "tst_latestjob.moc"

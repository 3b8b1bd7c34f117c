// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include <QTest>

#include "models/import/eventqueue.h"

using namespace whittle;

namespace
{

struct Kept {
    std::string kind;
    std::string device;
    std::string fields;
    std::uint64_t place = 0;
    bool operator==(const Kept&) const = default;
};

class KeepingSink : public EventSink
{
public:
    void event(const Event& event) override
    {
        events.push_back({std::string(event.kind), std::string(event.device), std::string(event.fields),
                          event.place.number});
        thread = std::this_thread::get_id();
    }
    void problem(Problem problem) override { problems.push_back(std::move(problem)); }
    void landmark(Landmark landmark) override { landmarks.push_back(landmark.number); }

    std::vector<Kept> events;
    std::vector<Problem> problems;
    std::vector<std::uint64_t> landmarks;
    std::thread::id thread;
};

class CountingSink : public EventSink
{
public:
    explicit CountingSink(std::chrono::milliseconds pause)
        : m_pause(pause)
    {
    }
    void event(const Event&) override
    {
        std::this_thread::sleep_for(m_pause);
        ++events;
    }
    void problem(Problem) override { ++problems; }
    void landmark(Landmark) override { }

    std::atomic<std::uint64_t> events{0};
    std::atomic<std::uint64_t> problems{0};

private:
    std::chrono::milliseconds m_pause;
};

Event eventAt(std::uint64_t place, std::string_view kind, std::string_view device, std::string_view fields)
{
    Event event;
    event.kind = kind;
    event.device = device;
    event.fields = fields;
    event.place = {PlaceUnit::Frame, place};
    return event;
}

} // namespace

class TestEventQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesInOrder();
    void textLargerThanABatch();
    void moreAfterFinish();
    void fewEventsAmongManyRecords();
    void problemsAloneAreHandedOn();
    void leftBehindIsDropped();
};

void TestEventQueue::everythingComesInOrder()
{
    KeepingSink sink;
    EventQueue queue(sink);
    std::vector<Kept> sent;
    for (std::uint64_t i = 1; i <= 20'000; ++i) {
        // In a buffer that is written over, as decoders do.
        std::string kind = i % 3 == 0 ? "sccp.keepalive" : "sip.register";
        std::string device = i % 5 == 0 ? "" : "SEP" + std::to_string(i % 7);
        std::string fields = "cseq=" + std::to_string(i / 2);
        queue.event(eventAt(i, kind, device, fields));
        sent.push_back({kind, device, fields, i});
        kind.assign(kind.size(), 'x');
        fields.assign(fields.size(), 'x');
        if (i % 1000 == 0) {
            queue.landmark({i, i * 10});
            queue.problem({Severity::Notice, "a.problem", {}, {std::to_string(i)}});
        }
    }
    queue.finish();
    QVERIFY(sink.events == sent);
    QCOMPARE(sink.landmarks.size(), std::size_t{20});
    QVERIFY(std::ranges::is_sorted(sink.landmarks));
    QCOMPARE(sink.problems.size(), std::size_t{20});
    QVERIFY(sink.thread != std::this_thread::get_id());
}

void TestEventQueue::textLargerThanABatch()
{
    KeepingSink sink;
    EventQueue queue(sink);
    const std::string large(300'000, 'a');
    queue.event(eventAt(1, "first", {}, "x=1"));
    queue.event(eventAt(2, "large", {}, large));
    queue.event(eventAt(3, "third", {}, large));
    queue.event(eventAt(4, "last", {}, "x=1"));
    queue.finish();
    QCOMPARE(sink.events.size(), std::size_t{4});
    QCOMPARE(sink.events[1].fields, large);
    QCOMPARE(sink.events[2].fields, large);
    QCOMPARE(sink.events[3].fields, "x=1");
}

void TestEventQueue::moreAfterFinish()
{
    KeepingSink sink;
    EventQueue queue(sink);
    queue.finish();
    queue.event(eventAt(1, "a", {}, {}));
    queue.finish();
    QCOMPARE(sink.events.size(), std::size_t{1});
    queue.event(eventAt(2, "b", {}, {}));
    queue.finish();
    QCOMPARE(sink.events.size(), std::size_t{2});
}

/// What is found first in a file of signposts is seen before its end.
void TestEventQueue::fewEventsAmongManyRecords()
{
    CountingSink sink(std::chrono::milliseconds(0));
    EventQueue queue(sink);
    queue.event(eventAt(1, "a", {}, {}));
    for (std::uint64_t i = 0; i < 100; ++i)
        queue.landmark({i * 1024 + 1, i});
    QTRY_COMPARE(sink.events.load(), std::uint64_t{1});
}

/// They do not pile up where nothing else is found.
void TestEventQueue::problemsAloneAreHandedOn()
{
    CountingSink sink(std::chrono::milliseconds(0));
    EventQueue queue(sink);
    for (int i = 0; i < 2000; ++i)
        queue.problem({Severity::Notice, "a.problem", {}, {}});
    QTRY_VERIFY(sink.problems >= 1000);
}

void TestEventQueue::leftBehindIsDropped()
{
    CountingSink sink(std::chrono::milliseconds(5));
    {
        EventQueue queue(sink);
        for (std::uint64_t i = 1; i <= 2000; ++i)
            queue.event(eventAt(i, "a", {}, {}));
    }
    QVERIFY(sink.events < 2000);
}

QTEST_APPLESS_MAIN(TestEventQueue)
#include "tst_eventqueue.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/eventqueue.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "models/base/vectorstate.h"

namespace whittle
{

namespace
{

// Of a batch: large enough that waking the other thread costs next to nothing, small enough that those under
// way stay in the processor's cache.
constexpr std::size_t batchEvents = 512;
constexpr std::size_t batchBytes = std::size_t{64} << 10;
constexpr std::size_t mostWaiting = 8;
/// The first events of a file with few of them must not wait for its end: some ten thousand records.
constexpr std::size_t batchLandmarks = 16;

} // namespace

/// Events with the texts that they are views of.
struct EventQueue::Batch {
    std::vector<Event> events;
    std::vector<Problem> problems;
    std::vector<Landmark> landmarks;
    std::string text; ///< never grows beyond what was reserved
    std::array<std::string_view, 32> recents{}; ///< views of it

    Batch()
    {
        events.reserve(batchEvents);
        text.reserve(batchBytes);
    }
    bool hasRoomFor(std::size_t bytes) const
    {
        return events.size() < batchEvents && text.capacity() - text.size() >= bytes;
    }
    bool isEmpty() const { return events.empty() && problems.empty() && landmarks.empty(); }
    /// Most events say what one of the last has said.
    std::string_view keep(std::string_view shown)
    {
        if (shown.empty())
            return {};
        std::string_view& recent = recents[(shown.size() + static_cast<unsigned char>(shown.back())) % 32];
        if (recent != shown) {
            const std::size_t begin = text.size();
            text += shown;
            recent = std::string_view(text).substr(begin);
        }
        return recent;
    }
    void clear()
    {
        events.clear();
        problems.clear();
        landmarks.clear();
        text.clear();
        recents.fill({});
    }
};

EventQueue::EventQueue(EventSink& to)
    : m_to(to)
    , m_filling(std::make_unique<Batch>())
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

EventQueue::~EventQueue() = default;

void EventQueue::event(const Event& event)
{
    const std::size_t bytes = event.kind.size() + event.device.size() + event.fields.size();
    if (!m_filling->hasRoomFor(bytes)) {
        send();
        m_filling->text.reserve(bytes);
    }
    Event& kept = m_filling->events.emplace_back(event);
    kept.kind = m_filling->keep(event.kind);
    kept.device = m_filling->keep(event.device);
    kept.fields = m_filling->keep(event.fields);
}

void EventQueue::problem(Problem problem)
{
    m_filling->problems.push_back(std::move(problem));
    if (m_filling->problems.size() == batchEvents)
        send();
}

void EventQueue::landmark(Landmark landmark)
{
    m_filling->landmarks.push_back(landmark);
    if (m_filling->landmarks.size() == batchLandmarks)
        send();
}

std::unique_ptr<EventQueue::Batch> EventQueue::freeBatch()
{
    if (m_free.empty())
        return std::make_unique<Batch>();
    std::unique_ptr<Batch> batch = std::move(m_free.back());
    m_free.pop_back();
    return batch;
}

void EventQueue::send()
{
    if (m_filling->isEmpty())
        return;
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.size() < mostWaiting; });
    m_waiting.push_back(std::exchange(m_filling, freeBatch()));
    lock.unlock();
    m_changed.notify_all();
}

void EventQueue::finish()
{
    send();
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.empty() && m_idle; });
}

void EventQueue::run(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
        std::unique_ptr<Batch> batch = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_idle = false;
        lock.unlock();
        m_changed.notify_all();
        releaseVectorState();
        handOn(*batch, stop);
        batch->clear();
        lock.lock();
        m_free.push_back(std::move(batch));
        m_idle = true;
        m_changed.notify_all();
    }
}

void EventQueue::handOn(const Batch& batch, const std::stop_token& stop)
{
    for (const Event& event : batch.events) {
        if (stop.stop_requested())
            return;
        m_to.event(event);
    }
    for (const Problem& problem : batch.problems)
        m_to.problem(problem);
    for (const Landmark& landmark : batch.landmarks)
        m_to.landmark(landmark);
}

} // namespace whittle

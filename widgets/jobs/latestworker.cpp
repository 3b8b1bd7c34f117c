// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/latestworker.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

#include "widgets/jobs/mainthread.h"

namespace whittle
{

/// Where the thread finds what is to be done and leaves what came of it. It may outlive the worker.
struct LatestWorker::Desk {
    struct Finished {
        std::uint64_t number = 0;
        Delivery delivery;
    };

    std::mutex mutex;
    std::condition_variable_any wake;
    std::optional<Request> waiting;
    std::stop_source latestStop; ///< of the latest request
    std::optional<Finished> finished;
    std::uint64_t latest = 0;
    bool running = false;
    bool busy = false;

    void run(const std::stop_token& end, const std::function<void()>& announce);
    std::optional<Request> waitForRequest(const std::stop_token& end);
    bool finish(std::uint64_t number, Delivery delivery);
};

void LatestWorker::Desk::run(const std::stop_token& end, const std::function<void()>& announce)
{
    while (auto request = waitForRequest(end)) {
        Delivery delivery = request->work(request->stop);
        request->work = nullptr; // before the announcement: what the work owned is let go on this thread
        if (finish(request->number, std::move(delivery)))
            announce();
    }
}

std::optional<LatestWorker::Request> LatestWorker::Desk::waitForRequest(const std::stop_token& end)
{
    std::unique_lock lock(mutex);
    if (!wake.wait(lock, end, [this] { return waiting.has_value(); }))
        return std::nullopt;
    running = true;
    return std::exchange(waiting, std::nullopt);
}

/// False when nobody is interested any more.
bool LatestWorker::Desk::finish(std::uint64_t number, Delivery delivery)
{
    const std::lock_guard lock(mutex);
    running = false;
    if (number != latest)
        return false;
    finished = Finished{number, std::move(delivery)};
    return true;
}

LatestWorker::LatestWorker(std::string name, std::chrono::milliseconds wait)
    : m_name(std::move(name))
    , m_wait(wait)
    , m_desk(std::make_shared<Desk>())
{
}

LatestWorker::~LatestWorker()
{
    cancel();
}

void LatestWorker::start(Work work)
{
    std::erase_if(m_abandoned, [](const auto& thread) { return thread->hasEnded(); });
    cancel();
    {
        const std::lock_guard lock(m_desk->mutex);
        m_desk->latestStop = std::stop_source();
        m_desk->waiting = Request{m_desk->latest, std::move(work), m_desk->latestStop.get_token()};
        m_desk->busy = true;
    }
    if (!m_thread) {
        const auto announce = [this, guard = std::weak_ptr(m_alive)] {
            callOnMainThread(guard, [this] { deliver(); });
        };
        const auto run = [desk = m_desk, announce](const std::stop_token& end) { desk->run(end, announce); };
        m_thread = std::make_unique<LeavableThread>(m_name, run, m_wait);
    }
    m_desk->wake.notify_one();
}

void LatestWorker::requestStop()
{
    const std::lock_guard lock(m_desk->mutex);
    m_desk->latestStop.request_stop();
}

void LatestWorker::cancel()
{
    std::optional<Request> dropped; // declared first, so destroyed after the lock is given back
    std::optional<Desk::Finished> stale;
    const std::lock_guard lock(m_desk->mutex);
    ++m_desk->latest;
    m_desk->latestStop.request_stop();
    dropped = std::exchange(m_desk->waiting, std::nullopt);
    stale = std::exchange(m_desk->finished, std::nullopt);
    m_desk->busy = false;
}

void LatestWorker::abandon()
{
    cancel();
    {
        const std::lock_guard lock(m_desk->mutex);
        if (!m_desk->running)
            return;
    }
    m_thread->requestStop();
    m_abandoned.push_back(std::move(m_thread));
    m_desk = std::make_shared<Desk>();
}

bool LatestWorker::isBusy() const
{
    const std::lock_guard lock(m_desk->mutex);
    return m_desk->busy;
}

void LatestWorker::deliver()
{
    std::optional<Desk::Finished> finished;
    {
        const std::lock_guard lock(m_desk->mutex);
        finished = std::exchange(m_desk->finished, std::nullopt);
        if (!finished || finished->number != m_desk->latest)
            return;
        m_desk->busy = false;
    }
    finished->delivery(); // may start the next request, or destroy this
}

} // namespace whittle

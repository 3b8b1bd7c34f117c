// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/latestworker.h"

#include <utility>

namespace whittle
{

LatestWorker::~LatestWorker()
{
    cancel();
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void LatestWorker::start(Work work)
{
    cancel();
    {
        const std::lock_guard lock(m_mutex);
        m_waiting = Request{m_latest, std::move(work), {}};
        m_busy = true;
    }
    if (!m_thread.joinable())
        m_thread = std::jthread([this](const std::stop_token& end) { run(end); });
    m_wake.notify_one();
}

void LatestWorker::cancel()
{
    std::optional<Request> dropped; // declared first, so destroyed after the lock is given back
    std::optional<Finished> stale;
    const std::lock_guard lock(m_mutex);
    ++m_latest;
    m_running.request_stop();
    dropped = std::exchange(m_waiting, std::nullopt);
    stale = std::exchange(m_finished, std::nullopt);
    m_busy = false;
}

bool LatestWorker::isBusy() const
{
    const std::lock_guard lock(m_mutex);
    return m_busy;
}

void LatestWorker::run(const std::stop_token& end)
{
    while (auto request = waitForRequest(end)) {
        Delivery delivery = request->work(request->stop);
        request->work = nullptr; // before the announcement: what the work owned is let go on this thread
        finish(request->number, std::move(delivery));
    }
}

std::optional<LatestWorker::Request> LatestWorker::waitForRequest(const std::stop_token& end)
{
    std::unique_lock lock(m_mutex);
    if (!m_wake.wait(lock, end, [this] { return m_waiting.has_value(); }))
        return std::nullopt;
    m_running = std::stop_source();
    m_waiting->stop = m_running.get_token();
    return std::exchange(m_waiting, std::nullopt);
}

void LatestWorker::finish(std::uint64_t number, Delivery delivery)
{
    {
        const std::lock_guard lock(m_mutex);
        if (number != m_latest)
            return;
        m_finished = Finished{number, std::move(delivery)};
    }
    QMetaObject::invokeMethod(
        &m_receiver, [this] { deliver(); }, Qt::QueuedConnection);
}

void LatestWorker::deliver()
{
    std::optional<Finished> finished;
    {
        const std::lock_guard lock(m_mutex);
        finished = std::exchange(m_finished, std::nullopt);
        if (!finished || finished->number != m_latest)
            return;
        m_busy = false;
    }
    finished->delivery(); // may start the next request, or destroy this
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/worker.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

namespace whittle
{

struct Worker::Desk {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::deque<Task> tasks;

    void run(const std::stop_token& end)
    {
        while (Task task = next(end)) {
            task();
            task = nullptr; // what it owned is let go of before the next one begins
        }
    }

    /// Waits for a task; an empty one means the end.
    Task next(const std::stop_token& end)
    {
        std::unique_lock lock(mutex);
        if (!changed.wait(lock, end, [this] { return !tasks.empty(); }))
            return {};
        Task task = std::move(tasks.front());
        tasks.pop_front();
        return task;
    }
};

Worker::Worker(std::chrono::milliseconds wait)
    : m_desk(std::make_shared<Desk>())
    , m_thread(
          "the session's worker", [desk = m_desk](const std::stop_token& end) { desk->run(end); }, wait)
{
}

Worker::~Worker() = default;

void Worker::post(Task task)
{
    {
        const std::lock_guard lock(m_desk->mutex);
        m_desk->tasks.push_back(std::move(task));
    }
    m_desk->changed.notify_one();
}

} // namespace whittle

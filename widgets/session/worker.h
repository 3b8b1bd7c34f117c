// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace whittle
{

/// One thread that does one thing after the other, in the order in which they were asked for. What was asked
/// for is done before the worker is gone, so that no answer is lost by closing the window.
class Worker
{
public:
    using Task = std::function<void()>;

    Worker();
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// From any thread.
    void post(Task task);

private:
    void run();
    Task next();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Task> m_tasks;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace whittle

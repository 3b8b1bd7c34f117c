// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include <QObject>

namespace whittle
{

/// The thread behind LatestJob, without its type. Results are handed over under a std::mutex (which the
/// thread sanitizer can see) and only announced through the event loop.
class LatestWorker
{
public:
    using Delivery = std::function<void()>;
    using Work = std::function<Delivery(const std::stop_token&)>;

    LatestWorker() = default;
    ~LatestWorker();
    LatestWorker(const LatestWorker&) = delete;
    LatestWorker& operator=(const LatestWorker&) = delete;

    void start(Work work);
    void cancel();
    bool isBusy() const;

private:
    struct Request {
        std::uint64_t number = 0;
        Work work;
        std::stop_token stop;
    };
    struct Finished {
        std::uint64_t number = 0;
        Delivery delivery;
    };

    void run(const std::stop_token& end);
    std::optional<Request> waitForRequest(const std::stop_token& end);
    void finish(std::uint64_t number, Delivery delivery);
    void deliver();

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Request> m_waiting;
    std::stop_source m_running; ///< of the work that runs; a new one for each
    std::optional<Finished> m_finished;
    std::uint64_t m_latest = 0;
    bool m_busy = false;
    QObject m_receiver; ///< lives on the main thread; what was posted to it goes with it
    std::jthread m_thread; ///< started with the first request
};

} // namespace whittle

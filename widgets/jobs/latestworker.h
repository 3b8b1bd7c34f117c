// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "widgets/jobs/leavablethread.h"

namespace whittle
{

/// The thread behind LatestJob, without its type. Results are handed over under a std::mutex (which the
/// thread sanitizer can see) and only announced through the event loop.
class LatestWorker
{
public:
    using Delivery = std::function<void()>;
    using Work = std::function<Delivery(const std::stop_token&)>;

    /// `name` is for the log, `wait` for the end of its threads: see LeavableThread.
    explicit LatestWorker(std::string name = "a view's job",
                          std::chrono::milliseconds wait = LeavableThread::patience);
    ~LatestWorker();
    LatestWorker(const LatestWorker&) = delete;
    LatestWorker& operator=(const LatestWorker&) = delete;

    void start(Work work);
    /// Asks the latest work to stop; what it delivers arrives all the same.
    void requestStop();
    void cancel();
    /// As cancel(), and what runs keeps its thread for itself until it is done: nothing that is started later
    /// has to wait for it.
    void abandon();
    bool isBusy() const;

private:
    struct Request {
        std::uint64_t number = 0;
        Work work;
        std::stop_token stop;
    };
    struct Desk;
    void deliver();

    std::string m_name;
    std::chrono::milliseconds m_wait;
    std::shared_ptr<const int> m_alive = std::make_shared<int>();
    std::shared_ptr<Desk> m_desk; ///< what the thread shares with us
    std::vector<std::unique_ptr<LeavableThread>> m_abandoned;
    std::unique_ptr<LeavableThread> m_thread; ///< started with the first request
};

} // namespace whittle

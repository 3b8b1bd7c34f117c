// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "widgets/jobs/leavablethread.h"

namespace whittle
{

/// One thread that does one thing after the other, in the order in which they were asked for. What was asked
/// for is done before the worker is gone, so that no answer is lost by closing the window.
class Worker
{
public:
    using Task = std::function<void()>;
    static constexpr auto asLongAsItTakes = std::chrono::hours(24);

    /// `wait`: how long its end is waited for; less than as long as it takes is for what nobody would miss.
    explicit Worker(std::chrono::milliseconds wait = asLongAsItTakes);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// From any thread.
    void post(Task task);

private:
    struct Desk;

    std::shared_ptr<Desk> m_desk; ///< shared with the thread, which may be left behind
    LeavableThread m_thread;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/leavablethread.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "models/base/log.h"

namespace whittle
{

namespace
{

using Clock = std::chrono::steady_clock;

constexpr Clock::time_point never = Clock::time_point::max();
/// For a thread that has nothing to do, to end when its turn comes late.
constexpr std::chrono::milliseconds leastWait{100};

/// When the first that was left behind began to be waited for.
std::atomic<Clock::time_point> waitingSince = never;

} // namespace

LeavableThread::LeavableThread(std::string name, const Body& body, std::chrono::milliseconds wait)
    : m_name(std::move(name))
    , m_wait(wait)
{
    std::promise<void> ended;
    m_ended = ended.get_future();
    m_thread = std::jthread([work = body, promise = std::move(ended)](const std::stop_token& stop) mutable {
        std::exchange(work, nullptr)(stop); // what it owned is let go of before it counts as ended
        promise.set_value();
    });
}

LeavableThread::~LeavableThread()
{
    m_thread.request_stop();
    const auto now = Clock::now();
    const auto since = std::min(now, waitingSince.load());
    const auto deadline = std::max(since + m_wait, now + std::min(m_wait, leastWait));
    if (m_ended.wait_until(deadline) == std::future_status::ready)
        return; // and is joined
    waitingSince = since;
    log::warning("jobs", m_name + " does not end: it is left behind");
    m_thread.detach();
}

bool LeavableThread::hasEnded() const
{
    return m_ended.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

bool LeavableThread::anyLeftBehind()
{
    return waitingSince.load() != never;
}

} // namespace whittle

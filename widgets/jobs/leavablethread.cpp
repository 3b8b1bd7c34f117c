// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/leavablethread.h"

#include <utility>

#include "models/base/log.h"

namespace whittle
{

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
    if (m_ended.wait_for(m_wait) == std::future_status::ready)
        return; // and is joined
    log::warning("jobs", m_name + " does not end: it is left behind");
    m_thread.detach();
}

bool LeavableThread::hasEnded() const
{
    return m_ended.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

} // namespace whittle

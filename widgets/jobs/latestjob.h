// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <utility>

#include "widgets/jobs/latestworker.h"

namespace whittle
{

/// Work that a view wants done off the main thread, of which only the latest request counts: while the user
/// types, each letter is a new request and the answer to the one before is of no interest any more.
///
///     LatestJob<int> count([this](int n) { show(n); });
///     count.start([file](std::stop_token stop) { return countEvents(*file, stop); });
///
/// Main thread only. The work runs on a thread of its own, owns what it uses (copies, shared pointers) and
/// looks at the stop token now and then. The result arrives on the main thread through the event loop, never
/// from within start(); not at all when a newer request was started, the job was cancelled or destroyed.
/// Destruction asks a running work to stop and waits for it, though not for ever (LeavableThread).
template <typename T>
class LatestJob
{
public:
    using Work = std::function<T(std::stop_token)>;
    using Deliver = std::function<void(T)>;

    explicit LatestJob(Deliver deliver)
        : m_deliver(std::make_shared<Deliver>(std::move(deliver)))
    {
    }

    void start(Work work)
    {
        m_worker.start([work = std::move(work), deliver = m_deliver](const std::stop_token& stop) {
            auto result = std::make_shared<T>(work(stop));
            return [result, deliver] { (*deliver)(std::move(*result)); };
        });
    }
    /// Drops what runs or waits; its result never arrives.
    void cancel() { m_worker.cancel(); }
    /// A request was started whose result has not arrived yet.
    bool isBusy() const { return m_worker.isBusy(); }

private:
    std::shared_ptr<Deliver> m_deliver; ///< shared, so that a delivery may destroy the job it comes from
    LatestWorker m_worker;
};

} // namespace whittle

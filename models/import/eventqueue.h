// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

#include "models/base/eventsink.h"

namespace whittle
{

/// Hands what a decoder finds to another sink on a thread of its own, each kind in its order: so that
/// decoding and storing take place at the same time. A bounded number of events waits; then the decoder does.
class EventQueue : public EventSink
{
public:
    /// `to` is called from another thread until finish() has returned or this is destroyed.
    explicit EventQueue(EventSink& to);
    /// What still waits is dropped.
    ~EventQueue() override;
    EventQueue(const EventQueue&) = delete;
    EventQueue& operator=(const EventQueue&) = delete;

    void event(const Event& event) override;
    void problem(Problem problem) override;
    void landmark(Landmark landmark) override;

    /// Returns when everything has been handed on. More may be added afterwards.
    void finish();

private:
    struct Batch;

    std::unique_ptr<Batch> freeBatch();
    void send();
    void run(const std::stop_token& stop);
    void handOn(const Batch& batch, const std::stop_token& stop);

    EventSink& m_to;
    std::unique_ptr<Batch> m_filling;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::unique_ptr<Batch>> m_waiting;
    std::vector<std::unique_ptr<Batch>> m_free;
    bool m_idle = true;
    std::jthread m_thread;
};

} // namespace whittle

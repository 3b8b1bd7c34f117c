// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <stop_token>
#include <string>
#include <thread>

namespace whittle
{

/// A thread that ends when it is asked to, or, where a dead disk keeps it, is left behind so that the program
/// can end. All that it works on must therefore be its own: copies and shared pointers. What nothing can own
/// (statics, the application) must not be destroyed any more once anyLeftBehind().
class LeavableThread
{
public:
    using Body = std::function<void(const std::stop_token&)>;
    /// How long the end of a thread is waited for. Undoing a large import takes a while, and leaving it
    /// behind loses nothing: the case is put right when it is opened next.
    static constexpr std::chrono::seconds patience{10};

    /// `name` is for the log.
    LeavableThread(std::string name, const Body& body, std::chrono::milliseconds wait = patience);
    /// Asks it to end and waits for that, but no longer than was said. The time that went by for one that was
    /// left behind before counts for this one too: ten stuck threads keep nobody ten times as long.
    ~LeavableThread();
    LeavableThread(const LeavableThread&) = delete;
    LeavableThread& operator=(const LeavableThread&) = delete;

    void requestStop() { m_thread.request_stop(); }
    bool hasEnded() const;
    /// In this process, at any time.
    static bool anyLeftBehind();

private:
    std::string m_name;
    std::chrono::milliseconds m_wait;
    std::future<void> m_ended;
    std::jthread m_thread;
};

} // namespace whittle

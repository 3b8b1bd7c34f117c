// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace whittle::test
{

/// Holds the threads that come to it until it is opened, also those that were told to stop: as a dead disk
/// does.
class Gate
{
public:
    ~Gate() { open(); }

    void pass()
    {
        ++m_held;
        m_open.wait(false);
        --m_held;
    }
    void open()
    {
        m_open = true;
        m_open.notify_all();
    }
    int held() const { return m_held; }

private:
    std::atomic<bool> m_open = false;
    std::atomic<int> m_held = 0;
};

} // namespace whittle::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "models/base/bytes.h"
#include "models/base/result.h"
#include "models/base/sha256.h"

namespace whittle
{

/// A buffer that the reading thread fills and the hashing thread reads. The reading thread must not write to
/// it again before waitUntilHashed() has returned; it may let go of it at any time.
struct HashBlock {
    std::vector<std::byte> bytes;

    void waitUntilHashed() const { m_busy.wait(true, std::memory_order_acquire); }

private:
    friend class Sha256Thread;
    std::atomic<bool> m_busy{false};
};

/// SHA-256 of bytes as they are read, on a thread of its own.
class Sha256Thread
{
public:
    Sha256Thread();
    ~Sha256Thread();
    Sha256Thread(const Sha256Thread&) = delete;
    Sha256Thread& operator=(const Sha256Thread&) = delete;

    /// Hashes `count` bytes of the block from `offset`, after all that was added before. Returns at once.
    void add(std::shared_ptr<HashBlock> block, std::size_t offset, std::size_t count);
    /// Waits for all that was added; 64 hexadecimal digits, lower case. Call once, last. Errors: Cancelled.
    Result<std::string> finish(const std::stop_token& stop = {});

private:
    struct Piece {
        std::shared_ptr<HashBlock> block;
        std::size_t offset;
        std::size_t count;
    };
    void run(const std::stop_token& stop);

    Sha256 m_digest;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Piece> m_pieces;
    bool m_idle = true;
    std::jthread m_thread;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/hasher.h"

namespace whittle
{

Sha256Thread::Sha256Thread()
    : m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

Sha256Thread::~Sha256Thread()
{
    m_thread.request_stop();
    m_changed.notify_all();
    m_thread.join();
    for (const Piece& piece : m_pieces) { // nobody will hash these any more: let their reader go
        piece.block->m_busy.store(false, std::memory_order_release);
        piece.block->m_busy.notify_all();
    }
}

void Sha256Thread::add(std::shared_ptr<HashBlock> block, std::size_t offset, std::size_t count)
{
    block->m_busy.store(true, std::memory_order_release);
    {
        const std::lock_guard lock(m_mutex);
        m_pieces.push_back({std::move(block), offset, count});
    }
    m_changed.notify_all();
}

void Sha256Thread::run(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_pieces.empty(); }) && !stop.stop_requested()) {
        const Piece piece = std::move(m_pieces.front());
        m_pieces.pop_front();
        m_idle = false;
        lock.unlock();
        m_digest.add(Bytes(piece.block->bytes).subspan(piece.offset, piece.count));
        piece.block->m_busy.store(false, std::memory_order_release);
        piece.block->m_busy.notify_all();
        lock.lock();
        m_idle = true;
        m_changed.notify_all();
    }
}

Result<std::string> Sha256Thread::finish(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return m_pieces.empty() && m_idle; }))
        return Error{ErrorCode::Cancelled, "cancelled"};
    return m_digest.finish();
}

} // namespace whittle

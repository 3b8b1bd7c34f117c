// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/unpackmeter.h"

#include <algorithm>
#include <string>

namespace whittle
{

void UnpackMeter::consumed(std::uint64_t bytes, std::uint64_t total)
{
    m_consumed += bytes;
    m_fileBytes = total;
    if (!m_progress)
        return;
    if (m_progress->total() != total)
        m_progress->start(total);
    m_progress->setDone(std::min(m_consumed, total));
}

Result<void> UnpackMeter::checkStop() const
{
    return m_stop.stop_requested() ? Result<void>(Error{ErrorCode::Cancelled, "cancelled"}) : Result<void>();
}

Result<void> UnpackMeter::unpacked(std::uint64_t bytes)
{
    m_unpacked += bytes;
    if (m_unpacked > m_limits.totalBytes)
        return exceeded(Limit::Total,
                        "it unpacks to more than " + std::to_string(m_limits.totalBytes) + " bytes");
    const std::uint64_t beyond = m_unpacked - std::min(m_unpacked, m_limits.freeTotalBytes);
    if (beyond / m_limits.ratio / m_limits.depth > m_fileBytes)
        return exceeded(Limit::Total,
                        "all that is in it unpacks to more than "
                            + std::to_string(m_limits.ratio * m_limits.depth) + " times its size");
    return checkStop();
}

Result<void> UnpackMeter::member()
{
    return members(++m_members);
}

Result<void> UnpackMeter::members(std::uint64_t count)
{
    if (count > m_limits.members)
        return exceeded(Limit::Members, "it has more than " + std::to_string(m_limits.members) + " members");
    return {};
}

Result<void> UnpackMeter::depth(std::size_t layers)
{
    if (layers > m_limits.depth)
        return exceeded(Limit::Depth,
                        "it is packed more than " + std::to_string(m_limits.depth) + " times over");
    return {};
}

Result<void> UnpackMeter::memory(std::uint64_t bytes)
{
    if (bytes > m_limits.memory)
        return exceeded(Limit::Memory,
                        "it takes more than " + std::to_string(m_limits.memory)
                            + " bytes of memory to unpack it");
    return {};
}

Error UnpackMeter::exceeded(Limit limit, std::string reason)
{
    m_limit = limit;
    return {ErrorCode::Unsupported, std::move(reason), {}, {}, "unpack it yourself, if you trust it"};
}

Result<void> UnpackMeter::Stream::unpacked(std::uint64_t bytes)
{
    m_bytes += bytes;
    const BundleLimits& limits = m_meter.m_limits;
    const std::uint64_t from = m_meter.m_consumed - m_start;
    if (m_bytes > limits.freeBytes && (m_bytes - limits.freeBytes) / limits.ratio > from)
        return m_meter.exceeded(
            Limit::Ratio, "it unpacks to more than " + std::to_string(limits.ratio) + " times its size");
    return m_meter.unpacked(bytes);
}

} // namespace whittle

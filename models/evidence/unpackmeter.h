// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>

#include "models/base/progress.h"
#include "models/base/result.h"

namespace whittle
{

/// How much one file may unpack to. What exceeds is named and left out.
struct BundleLimits {
    /// Members of all its archives together: a hundred times what a cluster's traces of a week are.
    std::uint64_t members = 100'000;
    /// Compressions and archives within each other; `x.tar.gz` are two.
    unsigned depth = 6;
    /// Bytes, all that is unpacked on the way counted.
    std::uint64_t totalBytes = std::uint64_t{200} << 30;
    /// Bytes unpacked for each byte of the file. Traces have up to 50; 1032 is the most that deflate can.
    std::uint64_t ratio = 1000;
    /// So many bytes of a member are unpacked whatever their ratio.
    std::uint64_t freeBytes = std::uint64_t{64} << 20;
    /// So many bytes of all that is in a file; beyond them `ratio`, once for each layer of `depth`, is that
    /// of the whole file. Thousands of members, each just within its own, are a bomb as well.
    std::uint64_t freeTotalBytes = std::uint64_t{1} << 30;
    /// Bytes of memory for one compression: its dictionary, or window. The strongest setting of 7-Zip takes
    /// so much, `xz -9` a quarter.
    std::uint64_t memory = std::uint64_t{256} << 20;
};

/// Counts what is unpacked of one file, and says when it is enough. Shared by all that unpacks it; used by
/// one thread.
class UnpackMeter
{
public:
    enum class Limit { Members, Depth, Total, Ratio, Memory };

    explicit UnpackMeter(const BundleLimits& limits = {}, std::stop_token stop = {},
                         Progress* progress = nullptr)
        : m_limits(limits)
        , m_stop(std::move(stop))
        , m_progress(progress)
    {
    }

    /// So many bytes of the file itself were read, `total` being its size.
    void consumed(std::uint64_t bytes, std::uint64_t total);
    std::uint64_t consumed() const { return m_consumed; }
    /// So many bytes came out somewhere. Errors: Cancelled; Unsupported (Limit::Total).
    Result<void> unpacked(std::uint64_t bytes);
    /// Errors: Unsupported (Limit::Members).
    Result<void> member();
    /// An archive says that it has so many. Errors: those of member().
    Result<void> members(std::uint64_t count);
    /// Errors: Unsupported (Limit::Depth).
    Result<void> depth(std::size_t layers);
    /// So many bytes of memory are needed to unpack something. Errors: Unsupported (Limit::Memory).
    Result<void> memory(std::uint64_t bytes);
    Result<void> checkStop() const;

    /// The limit that was met last.
    std::optional<Limit> limit() const { return m_limit; }
    /// Nothing more of the file is to be read.
    bool isSpent() const { return m_limit == Limit::Total || m_limit == Limit::Members; }
    const BundleLimits& limits() const { return m_limits; }

    /// The ratio of one stream of unpacked bytes.
    class Stream
    {
    public:
        explicit Stream(UnpackMeter& meter)
            : m_meter(meter)
            , m_start(meter.consumed())
        {
        }
        /// Errors: those of unpacked(); Unsupported (Limit::Ratio).
        Result<void> unpacked(std::uint64_t bytes);

    private:
        UnpackMeter& m_meter;
        std::uint64_t m_start;
        std::uint64_t m_bytes = 0;
    };

private:
    Error exceeded(Limit limit, std::string reason);

    BundleLimits m_limits;
    std::stop_token m_stop;
    Progress* m_progress;
    std::uint64_t m_consumed = 0;
    std::uint64_t m_fileBytes = 0;
    std::uint64_t m_unpacked = 0;
    std::uint64_t m_members = 0;
    std::optional<Limit> m_limit{};
};

} // namespace whittle

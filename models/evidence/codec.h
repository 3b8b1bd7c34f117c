// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "models/base/bytes.h"
#include "models/base/result.h"
#include "models/evidence/layers.h"

namespace whittle
{

/// One way to compress, fed piece by piece. All that it makes is given, also of a stream that breaks off:
/// libarchive throws away what it holds then, which of a trace may be all.
class Codec
{
public:
    struct Step {
        std::size_t taken = 0; ///< of the packed bytes
        std::size_t made = 0; ///< good also when there is an error
        bool isEnd = false; ///< the stream is complete; what follows is none of it
        std::optional<Error> error{}; ///< Malformed; Unsupported (takes too much memory); Io (no memory)
    };

    virtual ~Codec() = default;
    /// Makes ready for a stream, the first or another one. Errors: Io (no memory).
    virtual Result<void> begin() = 0;
    /// At most 1 GiB of either. What takes nothing and makes nothing needs more packed bytes.
    virtual Step step(Bytes packed, std::span<std::byte> out) = 0;
};

/// For Gzip, Bzip2, Xz and Zstd. A dictionary or window of more than `memory` bytes is refused.
std::unique_ptr<Codec> makeCodec(Layer::Kind kind, std::uint64_t memory);

} // namespace whittle

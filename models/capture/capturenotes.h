// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/evidence/format.h"

namespace whittle
{

/// What a capture says about itself: comments of those who made it, packets it lost, filters it was made
/// with. Bounded: what is more than anybody reads is added up.
class CaptureNotes
{
public:
    /// Of a section or an interface. Control characters become spaces.
    void addComment(std::string_view text);
    /// `count` packets were lost between two moments, as far as they are known. Spans that touch are one.
    void addDrops(std::uint64_t count, std::optional<SourceTime> from, std::optional<SourceTime> to);
    void addFilter(std::string_view filter);
    /// A filter whose text is not known let `accepted` of `received` packets pass.
    void addFilterShare(std::uint64_t received, std::uint64_t accepted);

    void report(EventSink& sink) const;
    std::vector<CoverageLimit> limits() const;

private:
    struct Drops {
        std::uint64_t count = 0;
        std::optional<SourceTime> from{};
        std::optional<SourceTime> to{};
    };

    std::vector<std::string> m_comments;
    std::vector<std::string> m_filters;
    std::vector<Drops> m_drops;
    std::uint64_t m_received = 0; ///< by interfaces with a filter
    std::uint64_t m_accepted = 0;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "models/base/ids.h"

namespace whittle
{

/// What a source is counted in. Stored in the case: never renumber.
enum class PlaceUnit : std::uint8_t { Frame = 0, Line = 1, Offset = 2 };

/// Where something stands in one source: the n-th frame or line (1-based), or a byte offset (0-based).
struct Place {
    PlaceUnit unit = PlaceUnit::Offset;
    std::uint64_t number = 0;
    auto operator<=>(const Place&) const = default;
};

/// "frame 213", "line 17", "offset 4096".
std::string toText(Place place);

/// The address of an event, in any case, for ever: the source, its place there, and which of the events of
/// that place it is (0-based; several SCCP messages may end in one frame).
struct EventRef {
    SourceId source{};
    Place place;
    std::uint32_t ordinal = 0;
    auto operator<=>(const EventRef&) const = default;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "models/base/address.h"
#include "models/base/place.h"
#include "models/base/sourceclock.h"
#include "models/base/time.h"

namespace whittle
{

struct CaseEvents;

/// What is joined with a device. Stored in the case: never renumber.
enum class JoinKind : std::uint8_t {
    Name = 0, ///< some source calls it so: it exists
    Mac = 1, ///< `mac`, everywhere
    Console = 2, ///< all lines of `source`
    Connection = 3, ///< `end` (address and port) in `source`, within `places`
    Address = 4, ///< `end` (port 0) in `source`, within `places`
    AddressAnywhere = 5, ///< `end` (port 0) in every source, within `span`
};

/// Places of one source, from the first on and before `to`.
struct PlaceSpan {
    std::uint64_t from = 0;
    std::uint64_t to = UINT64_MAX;
    bool operator==(const PlaceSpan&) const = default;
};

/// On the clock of the case, both ends included.
struct CaseSpan {
    CaseTime from{};
    CaseTime to{};
    bool operator==(const CaseSpan&) const = default;
};

/// One thing that belongs to one device, where it does, why, and what proves it. What `kind` does not use is
/// at its default.
struct Join {
    std::string device{}; ///< canonicalName()
    JoinKind kind = JoinKind::Name;
    std::optional<Mac> mac{};
    Endpoint end{};
    SourceId source{};
    PlaceSpan places{};
    CaseSpan span{};
    /// Id of the reason: "named" (a record names it), "named-after-mac", "console-names-it",
    /// "asks-for-option-150", "file-named-after-it", "names-connection" and "names-address" (a record shows
    /// both), "lease" (until it ends), "registration" (until it ends or its source does), "shown" (from the
    /// first to the last time), "address-elsewhere" (the connection was open while another source showed
    /// whose its address is).
    std::string reason{};
    std::optional<EventRef> proof{}; ///< the first record; empty: the name of the file
    bool operator==(const Join&) const = default;
};

/// The joins that need no clock: names, MACs, consoles, and connections and addresses within each source.
/// Each run of records that agree is one join; before the first of them the connection or address was the
/// same device's, unless several had it in turn. Incomplete after a stop.
std::vector<Join> findJoins(const CaseEvents& events, const std::stop_token& stop = {});

/// These, and the addresses across sources.
///
/// An address is a device's from the lease that bound it, the registration over it, or the first record of
/// both, to the end of these, and never while another device shows itself there, nor in a time in which two
/// do. Sources whose times cannot be compared neither give nor take such joins.
std::vector<Join> findJoins(const CaseEvents& events, const ClockSet& clocks,
                            const std::stop_token& stop = {});

} // namespace whittle

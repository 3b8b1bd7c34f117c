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
#include "models/events/casespan.h"

namespace whittle
{

struct CaseEvents;
struct EventRow;

/// What is joined with a device. Stored in the case: never renumber.
enum class JoinKind : std::uint8_t {
    Name = 0, ///< some source calls it so: it exists
    Mac = 1, ///< `mac`, everywhere
    Console = 2, ///< all lines of `source`
    Connection = 3, ///< `end` (address and port) in `source`, within `places`
    Address = 4, ///< `end` (port 0) in `source`, within `places`
    AddressAnywhere = 5, ///< `end` (port 0) in every source, within `span`
    CallId = 6, ///< `text`, the Call-ID of its REGISTERs, in every source
    Contact = 7, ///< `end`, where it wants to be asked by SIP, in `source`, within `places`
    Handle = 8, ///< `text` (handleKey()) in `source`, within `places`
    // Facts about the device, that tell nobody whose an event is: several have one switch, line or user.
    SwitchPort = 9, ///< `text`: "switch port", or the switch alone
    Number = 10, ///< `text`: a directory number
    User = 11, ///< `text`
};

/// What is known about a device, and no way to find whose an event is.
constexpr bool isFact(JoinKind kind)
{
    return kind >= JoinKind::SwitchPort;
}

/// Places of one source, from the first on and before `to`.
struct PlaceSpan {
    std::uint64_t from = 0;
    std::uint64_t to = UINT64_MAX;
    bool operator==(const PlaceSpan&) const = default;
};

/// One thing that belongs to one device, where it does, why, and what proves it. What `kind` does not use is
/// at its default.
struct Join {
    std::string device{}; ///< canonicalName()
    JoinKind kind = JoinKind::Name;
    std::optional<Mac> mac{};
    Endpoint end{};
    std::string text{};
    SourceId source{};
    PlaceSpan places{};
    CaseSpan span{};
    /// Id of the reason: "named" (a record names it), "named-after-mac", "console-names-it",
    /// "asks-for-option-150", "file-named-after-it", "names-connection" and "names-address" (a record shows
    /// both), "lease" (until it ends), "registration" (until it ends or its source does), "shown" (from the
    /// first to the last time), "address-elsewhere" (the connection was open while another source showed
    /// whose its address is), "registers" (its REGISTER says so), "names-handle" (a line of the trace has
    /// both). Of facts: "registers", "announced" (it and one port of a switch announce themselves on one
    /// wire), "relay-agent" (DHCP option 82), "phone-alarm" (the neighbour that the phone names), "described"
    /// (the description of the site), and "phone-control" (a user's remote control of the device).
    std::string reason{};
    std::optional<EventRef> proof{}; ///< the first record; empty: the name of the file
    bool operator==(const Join&) const = default;
};

/// The joins that need no clock: names, MACs, consoles, and connections and addresses within each source.
/// Each run of records that agree is one join; before the first of them the connection or address was the
/// same device's, unless several had it in turn. Incomplete after a stop.
std::vector<Join> findJoins(const CaseEvents& events, const std::stop_token& stop = {});

/// What CallManager's traces call a connection while it lasts: "handle 188" (StationD, SCCP) or
/// "connection 523" (SIP); empty where the event has neither.
std::string handleKey(const EventRow& event);

/// These, the addresses across sources, and the facts about each device, from the first to the last time that
/// a record tells them (a span of 0 where records have no times).
///
/// An address is a device's from the lease that bound it, the registration over it, or the first record of
/// both, to the end of these, and never while another device shows itself there, nor in a time in which two
/// do. Sources whose times cannot be compared neither give nor take such joins.
std::vector<Join> findJoins(const CaseEvents& events, const ClockSet& clocks,
                            const std::stop_token& stop = {});
/// The same, where those that need no clock are known.
std::vector<Join> findJoins(const CaseEvents& events, std::vector<Join> withoutClock, const ClockSet& clocks,
                            const std::stop_token& stop = {});

} // namespace whittle

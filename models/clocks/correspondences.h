// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "models/clocks/moments.h"
#include "models/store/caserows.h"

namespace whittle
{

/// What kind of record a source keeps.
enum class Keeper : std::uint8_t {
    Capture = 1, ///< of a network, or of a host's own interface
    Phone = 2, ///< its console
    Server = 4, ///< the trace or log of one end
    Alarms = 8, ///< syslog
};
Keeper keeperOf(const SourceRow& source);

/// An event with what correspondences look at; views into it.
struct Seen {
    const EventRow& event;
    Keeper keeper;
    std::string_view device; ///< empty: not known
    std::string_view callId{}, cseq{}, status{}, expires{}, direction{}, action{};
    std::string_view xid{}, mac{}, file{}, transmit{}, sequence{}, messageId{}, from{}, to{}, node{};

    Seen(const EventRow& row, Keeper who, std::string_view whose);

    /// Whether it went from the client (phone, user agent …) to the server; empty: that is not told.
    std::optional<bool> fromClient() const;

private:
    std::string_view* memberOf(std::string_view key);
};

/// One kind of thing that two sources can both show.
struct Correspondence {
    enum class Role : std::uint8_t {
        Message, ///< seen by who sends it, who receives it, or between
        Cause,
        Effect,
        Near,
    };

    std::string_view id; ///< rows with the same id recognise each other
    std::string_view kinds; ///< a kind of event, or its beginning up to and with the '.'
    std::uint8_t keepers; ///< of these sources (Keeper)
    Role role;
    /// What makes it this one among its kind; empty: the event does not qualify.
    std::optional<std::uint64_t> (*key)(const Seen&);
    /// Not for two sources that both show moments of that id, which tell more exactly.
    std::string_view unless;
    bool exact; ///< its key can only mean one message (and its repetitions)
    std::int64_t slackNs; ///< Moment::slackNs
};

std::span<const Correspondence> correspondences();

/// Of row `row`; empty when the event does not qualify.
std::optional<Moment> momentBy(std::uint8_t row, const Seen& seen);

} // namespace whittle

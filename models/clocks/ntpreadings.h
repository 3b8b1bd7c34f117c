// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/clocks/hostevidence.h"

namespace whittle
{

/// A row of the table of peers in a status of ntpd.
struct PeerRow {
    std::string remote{}; ///< address or name, as printed
    IpAddress address{}; ///< not set where it is a name
    std::string refid{};
    std::int64_t stratum = 16; ///< of the remote
    bool isLocal = false; ///< its own clock driver
    bool isSystemPeer = false;
    std::optional<std::int64_t> whenNs{}; ///< since the last packet came
    std::int64_t whenStepNs = 0; ///< to what that is rounded
    std::int64_t pollNs = 0;
    int answers = 0; ///< of the last eight polls
    double delayMs = 0;
    double offsetMs = 0; ///< remote minus local
    double jitterMs = 0;

    /// Whether a good answer ever came: without one the columns are those of the start.
    bool isMeasured() const { return !isLocal && answers > 0 && stratum < 16 && jitterMs < 4000; }
};

/// One output of `utils ntp status`, with the time that it ends with.
struct NtpStatus {
    SourceId source{};
    SourceTime at{}; ///< UTC, cut to seconds
    std::vector<PeerRow> rows{};
    bool synchronised = false;
    std::int64_t stratum = 16; ///< its own
    std::optional<std::int64_t> localOffsetNs{}; ///< of the node's zone, east of UTC

    const PeerRow* systemPeer() const;
};

/// Those that say when they were printed, by source and place.
std::vector<NtpStatus> ntpStatuses(const HostEvidence& evidence);

/// When the answer came from which `when` of a row counts, on the clock that the status shows: the table is
/// printed up to two seconds before the time below it, and ntpd counts in whole seconds.
struct AnswerWindow {
    std::int64_t from;
    std::int64_t to;
    std::int64_t tableRead; ///< what comes earlier is in the table
};
AnswerWindow answerWindow(const NtpStatus& status, const PeerRow& row);

/// Whether what was seen of the answers of one remote, `times` in order on that clock, is what the row tells.
/// `seen`: from when to when all of them were seen.
enum class RowFit { Fits, Contradicts, CannotTell };
struct Interval64 {
    std::int64_t low;
    std::int64_t high;
};
RowFit fitOf(const AnswerWindow& window, const std::vector<Interval64>& times, Interval64 seen);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/address.h"
#include "models/base/place.h"
#include "models/base/time.h"

namespace whittle
{

/// A computer that asks for the time or gives it: by its address; where no source tells that, by the name
/// that a capture in text or a prompt prints; where neither is known, as the one of which `output` is the
/// status.
struct NtpHost {
    IpAddress address{};
    std::string name{};
    SourceId output{};
    auto operator<=>(const NtpHost&) const = default;
};
/// Address, name, or "source 3".
std::string toText(const NtpHost& host);

/// RFC 5905 §3. Stored: never renumber.
enum class NtpMode : std::uint8_t { Client = 0, Symmetric = 1, Broadcast = 2 };
std::string_view toText(NtpMode mode);

/// What came of one poll. Stored: never renumber.
enum class PollOutcome : std::uint8_t {
    Unknown = 0, ///< nobody watched who would have shown the answer
    Unanswered = 1,
    Unusable = 2, ///< answered, and no client takes the time from it (isUsable())
    Answered = 3,
};

/// One poll; of a broadcast server one of its packets. Times in seconds.
struct NtpPoll {
    CaseTime at{}; ///< when it was asked, or answered where that was not seen
    PollOutcome outcome = PollOutcome::Unknown;
    bool afterGap = false; ///< others may have come before it since the one before
    std::optional<double> roundTrip{}; ///< from the request to the answer, as the capture saw them
    std::optional<double> offset{}; ///< server minus client; positive: the client is behind (RFC 5905 §8)
    std::optional<double> delay{}; ///< on the way, both ways together
    std::optional<double> rootDelay{}; ///< of the server
    std::optional<double> rootDispersion{};
    EventRef ref{}; ///< the answer; without one the request
};

/// What one end said of itself, from the first packet of a run that says the same to the last.
struct NtpState {
    bool ofServer = false;
    CaseTime from{};
    CaseTime to{};
    std::optional<int> version{};
    std::optional<int> stratum{}; ///< 0: not synchronised, or a kiss
    std::optional<int> leap{}; ///< 3: not synchronised
    std::optional<int> poll{}; ///< log2 s
    std::string refid{}; ///< an address, or the code of a clock ("GPS", "LOCL", "INIT")
    std::string kiss{}; ///< "RATE", "DENY", "RSTR" … (RFC 5905 §7.4)
    EventRef ref{}; ///< the first
};

/// A row of `utils ntp status` or `ntpq -p`. Times in milliseconds where the name does not say otherwise.
struct NtpReport {
    CaseTime at{};
    std::string tally{}; ///< "system-peer", "candidate", "rejected" …
    std::string type{}; ///< "u" unicast, "l" the own clock …
    int stratum = 0; ///< of the server; 16: not synchronised
    std::string refid{}; ///< as in NtpState
    std::optional<std::chrono::seconds> when{}; ///< since the last packet from it; empty: never
    std::chrono::seconds poll{};
    int reach = 0; ///< 0 to 0377, the newest poll in bit 0
    double delay = 0;
    double offset = 0;
    double jitter = 0;
    EventRef ref{};
};
/// It is the one that the node takes its time from.
bool isFollowed(const NtpReport& report);

/// One client and one server over the whole case.
struct NtpAssociation {
    NtpHost client{};
    NtpHost server{};
    NtpMode mode = NtpMode::Client;
    CaseTime from{}; ///< of polls and reports
    CaseTime to{};
    std::vector<NtpPoll> polls{}; ///< by time
    std::vector<NtpState> states{}; ///< by beginning
    std::vector<NtpReport> reports{}; ///< by time
};

/// The eight last polls as ntpd keeps them (RFC 5905 §9.2): the newest in bit 0, set when a usable answer
/// came.
struct NtpReach {
    unsigned bits = 0;
    unsigned known = 0; ///< the bits that were seen, from bit 0 on
    bool operator==(const NtpReach&) const = default;
};
/// After the last poll that was sent up to `at`.
NtpReach reachAt(const NtpAssociation& association, CaseTime at);
/// "377"; where fewer than eight polls are known "7/3": so much of the last three.
std::string toText(const NtpReach& reach);

/// The last state of that end that began up to `at`; null when there is none.
const NtpState* stateAt(const NtpAssociation& association, bool ofServer, CaseTime at);

/// Reach as tables print it.
std::string octalText(unsigned value);
/// Milliseconds as tables print them, with three digits behind the point.
std::string millisText(double milliseconds);

/// ".GPS." becomes "GPS", the form that packets have.
std::string plainRefid(std::string_view refid);
/// That reference is the client's own clock driver (127.127.1.x, "LOCL"): nobody is followed.
bool isOwnClock(std::string_view refid);

} // namespace whittle

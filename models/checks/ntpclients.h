// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/checks/outcome.h"
#include "models/events/ntpassociation.h"

namespace whittle
{

struct CheckContext;

// What the nodes of the cluster have of their sources of time: packets, tables and logs as one picture, for
// the checks about NTP.

/// CUCM drives its own clock at stratum 10, and takes nobody at this stratum or below.
constexpr int ownClockStratum = 10;
/// ntpd takes nobody with a greater root distance (MAXDIST of ntp 4.2; RFC 5905 §A.5.5.2 has 1 s), in s.
constexpr double mostRootDistance = 1.5;
/// Above it ntpd steps or slews for long (STEPT of RFC 5905 §11.3), in s.
constexpr double smallOffset = 0.128;
/// ntpd slews 500 ppm at most (RFC 5905 §11.3): from this offset on, in s, that takes more than half an hour.
constexpr double largeOffset = 1;
/// Above it ntpd gives up (PANICT of RFC 5905 §11.3), in s.
constexpr double panicOffset = 1000;
/// After a start ntpd needs up to so long to follow somebody, and that is no fault.
constexpr std::chrono::minutes settlingTime{15};
/// So many polls in a row, over this time at least, are no chance.
constexpr std::size_t lastingPolls = 5;
constexpr std::chrono::minutes lastingTime{4};

enum class NtpRole { Unknown, Publisher, Subscriber };

/// What a source does for its client.
enum class NtpService {
    Unknown, ///< nothing tells
    Answers, ///< something comes back, and nobody saw what
    Good,
    Silent,
    Unsynchronised, ///< it answers and has no time itself
    Kiss, ///< it tells the client to go away
    HighStratum,
    Distant, ///< its root distance is too large
    Ignored, ///< a table shows it good, and it is not taken
    Falseticker,
};

enum class NtpFollows { Unknown, Nobody, OwnClock, Source };

struct NtpSource {
    const NtpAssociation* link = nullptr;
    NtpService service = NtpService::Unknown;
    bool isLasting = false; ///< it has been so for long enough to be no chance
    bool isFollowed = false;
    bool isExternal = true; ///< and not a node of the cluster, as far as is known
    std::optional<bool> isWindows{};
    int stratum = 0;
    std::string refid{};
    std::optional<double> offset{}; ///< server minus client, in s
    std::optional<double> distance{}; ///< root distance, in s: only packets show it
    std::vector<EventRef> proof{}; ///< the newest first
};

/// A node that takes its time from others, or should.
struct NtpClient {
    NtpHost host{};
    NtpRole role = NtpRole::Unknown;
    std::vector<NtpSource> sources{}; ///< without its own clock
    bool hasTable = false;
    bool hasOwnClock = false; ///< its table shows the driver of its own clock
    NtpFollows follows = NtpFollows::Unknown; ///< in the end
    std::optional<EventRef> followsShown{};
    CaseTime at{}; ///< of what was seen of it last
    bool wasUnsynchronised = false; ///< it followed nobody at some time
    std::optional<CaseTime> started{}; ///< its ntpd
    bool isYoung = false; ///< it started less than settlingTime ago
};

/// Nodes only: phones and other computers that ask for the time are left out, as far as they are known.
std::vector<NtpClient> findNtpClients(const CheckContext& context);

struct NtpClientSource {
    const NtpClient* client = nullptr;
    const NtpSource* source = nullptr;
};
/// Sources that are shown to be none of the cluster's nodes. Borrowed from `clients`.
std::vector<NtpClientSource> externalSources(const std::vector<NtpClient>& clients);

/// The names of the servers, each once: "10.1.1.2, 10.1.1.3".
std::string serversIn(const std::vector<NtpClientSource>& sources);

/// Its address or name; "the publisher", "a node" where neither is known.
std::string nameOf(const NtpClient& client);

/// The node with that host; null when there is none.
const NtpClient* clientAt(const std::vector<NtpClient>& clients, const NtpHost& host);

/// It follows a server that is in order.
bool isInSync(const NtpClient& client);

/// Cites what shows how the source is; the client is the device.
void citeSource(const CheckContext& context, CheckOutcome& outcome, const NtpClient& client,
                const NtpSource& source);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/events/ntpassociation.h"

namespace whittle
{

/// While this client took its time from that server.
struct NtpLink {
    NtpHost client{};
    NtpHost server{};
    int stratum = 0; ///< of the server; that of the client is one more
    CaseTime from{}; ///< first and last moment at which something shows it
    CaseTime to{};
    bool reported =
        false; ///< by the system peer of a status; else by the reference in packets and tables alone
    EventRef ref{}; ///< the first that shows it
};

/// Where a chain ends.
struct NtpRoot {
    NtpHost host{};
    std::string clock{}; ///< "GPS"; "LOCL" or "127.127.1.0": its own; empty: nobody saw what it follows
    int stratum = 0; ///< of the host
    CaseTime from{};
    CaseTime to{};
    EventRef ref{};
};

/// Hosts each of which follows the next, and the last one the first.
struct NtpLoop {
    std::vector<NtpHost> hosts{}; ///< from the first of them by address on
    CaseTime from{};
    CaseTime to{};
};

/// The way of the time from its sources over servers to clients.
struct NtpChain {
    std::vector<NtpLink> links{}; ///< by client, then by beginning
    std::vector<NtpRoot> roots{}; ///< by host, then by beginning
    std::vector<NtpLoop> loops{};

    /// Whom the host follows, whom that one follows, and so on; ends at a loop, or where nothing is known.
    std::vector<NtpLink> pathAt(const NtpHost& host, CaseTime at) const;
};

/// A host follows its system peer; and the server at whose address its reference points, as its packets and
/// others' tables show it (RFC 5905 §7.3: above stratum 1 the reference is the IPv4 address of the server).
NtpChain ntpChain(const std::vector<NtpAssociation>& associations);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "models/clocks/hostevidence.h"
#include "models/clocks/ntpreadings.h"

namespace whittle
{

/// Who polls whom in captures, and gets no answer.
class NtpPolls
{
public:
    NtpPolls(const HostEvidence& evidence, const std::vector<ClockRelation>& byStamps);

    /// Whose status it is that has no answer from any remote but its own clock: the only host that polls
    /// these remotes, and no others, without an answer, in a capture that was running when the status was
    /// printed, by that host's clock (`byStamps`).
    std::optional<IpAddress> hostOf(const NtpStatus& status) const;

private:
    /// A host in a capture.
    using Client = std::pair<SourceId, IpAddress>;

    bool wasWatched(const NtpStatus& status, const Client& client) const;

    const HostEvidence& m_evidence;
    const std::vector<ClockRelation>& m_relations;
    std::map<Client, std::map<IpAddress, int>> m_polled; ///< and how often
    std::set<std::pair<Client, IpAddress>> m_answered;
};

} // namespace whittle

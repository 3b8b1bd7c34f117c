// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/hostclocks.h"

#include "models/clocks/hostevidence.h"

namespace whittle
{

std::vector<ClockRelation> hostRelations(const CaseEvents& events, const ClockSet& zones,
                                         const std::stop_token& stop)
{
    const HostEvidence evidence{events, zones, stop};
    std::vector<ClockRelation> all = ntpStampRelations(evidence);
    const auto byStatus = ntpStatusRelations(evidence, all);
    const auto add = [&](const std::vector<ClockRelation>& more) {
        all.insert(all.end(), more.begin(), more.end());
    };
    add(byStatus);
    add(statedTimeRelations(evidence));
    add(sameHostRelations(evidence));
    return all;
}

} // namespace whittle

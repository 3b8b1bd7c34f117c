// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/hostclocks.h"

#include "models/base/together.h"
#include "models/clocks/hostevidence.h"

namespace whittle
{

std::vector<ClockRelation> hostRelations(const CaseEvents& events, const ClockSet& zones,
                                         const std::stop_token& stop)
{
    const HostEvidence evidence{events, zones, stop};
    std::vector<ClockRelation> all;
    std::vector<ClockRelation> more;
    together(
        [&] {
            all = ntpStampRelations(evidence);
            const auto byStatus = ntpStatusRelations(evidence, all);
            all.insert(all.end(), byStatus.begin(), byStatus.end());
        },
        [&] {
            more = statedTimeRelations(evidence);
            const auto ofOneHost = sameHostRelations(evidence);
            more.insert(more.end(), ofOneHost.begin(), ofOneHost.end());
        });
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace whittle

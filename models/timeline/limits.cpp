// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/timeline/lanes.h"
#include "models/timeline/scenewords.h"

namespace whittle
{

std::vector<SceneLimit> limitsOf(const Analysis& analysis, const std::vector<SourceId>& sources)
{
    std::vector<SceneLimit> limits;
    for (const AnalysedSource& source : analysis.sources) {
        if (!sources.empty() && std::ranges::find(sources, source.row.id) == sources.end())
            continue;
        for (const CoverageLimit& limit : source.row.limits) {
            if (limit.from && limit.to)
                limits.push_back({{source.clock.corrected(*limit.from), source.clock.corrected(*limit.to)},
                                  SceneWords::limit(limit, QString::fromStdString(source.row.path))});
        }
    }
    return limits;
}

} // namespace whittle

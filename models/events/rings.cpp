// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/rings.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace whittle
{

namespace
{

using RingName = std::tuple<std::string, std::string, std::string, std::optional<std::uint32_t>>;

RingName ringOf(const SourceOrigin& origin)
{
    return {origin.host, origin.address, origin.application, origin.node};
}

void compare(const SourceRow& before, SourceRow& after)
{
    const std::uint64_t reached = *before.origin.fileNumber;
    const std::uint64_t number = *after.origin.fileNumber;
    if (number > reached && number - reached > 1)
        after.limits.push_back({"limit.missing-files",
                                before.last,
                                after.first,
                                {std::to_string(reached + 1), std::to_string(number - 1)}});
}

} // namespace

void addMissingFiles(std::vector<SourceRow*> sources)
{
    std::map<RingName, std::vector<SourceRow*>> rings;
    for (SourceRow* source : sources) {
        const SourceOrigin& origin = source->origin;
        if (origin.fileNumber && source->first && (!origin.host.empty() || !origin.address.empty()))
            rings[ringOf(origin)].push_back(source);
    }
    for (auto& [name, files] : rings) {
        std::ranges::sort(files, {}, [](const SourceRow* file) {
            return std::tuple(*file->first, *file->origin.fileNumber, file->path);
        });
        for (std::size_t i = 1; i < files.size(); ++i)
            compare(*files[i - 1], *files[i]);
    }
}

} // namespace whittle

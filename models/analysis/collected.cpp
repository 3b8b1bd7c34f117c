// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/collected.h"

#include <algorithm>
#include <string_view>

namespace whittle
{

namespace
{

using Kinds = std::map<std::string, std::uint64_t>;

bool hasAny(const Kinds& kinds, std::string_view prefix)
{
    const auto first = kinds.lower_bound(std::string(prefix));
    return first != kinds.end() && first->first.starts_with(prefix);
}

/// "" where it shows nothing of that.
std::string placeOf(const Kinds& kinds)
{
    if (kinds.contains("arp.request") || kinds.contains("dhcp.discover"))
        return "phone_side";
    if (hasAny(kinds, "sccp.") || hasAny(kinds, "sip.register"))
        return "cucm_side";
    return hasAny(kinds, "ntp.") ? "ntp_side" : "";
}

/// Most formats are a kind of their own, by the same name.
std::string kindOf(const std::string& format)
{
    return format == "cucm-sdi" || format == "cucm-sdl" ? "cucm-trace" : format;
}

} // namespace

std::set<std::string> collectedKinds(const Understanding& understood)
{
    std::set<std::string> kinds;
    for (const AnalysedSource& source : understood.sources) {
        const auto counts = understood.kindCounts.find(source.row.id);
        const bool isCapture = source.row.unit == PlaceUnit::Frame;
        if (source.row.events > 0)
            kinds.insert(isCapture && counts != understood.kindCounts.end() ? placeOf(counts->second)
                                                                            : kindOf(source.row.format));
    }
    kinds.erase("");
    return kinds;
}

} // namespace whittle

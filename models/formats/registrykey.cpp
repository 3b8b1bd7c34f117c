// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/registrykey.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

#include "models/formats/text.h"

namespace whittle
{

namespace
{

bool sameNoCase(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && text::startsWithNoCase(a, b);
}

/// "CurrentControlSet", "ControlSet001"
bool isControlSet(std::string_view part)
{
    return sameNoCase(part, "CurrentControlSet") || text::startsWithNoCase(part, "ControlSet");
}

constexpr std::string_view anyControlSet = "*";

/// Takes `wanted` off the front of `parts`; false, and nothing taken, when something else stands there.
bool takeParts(std::vector<std::string_view>& parts, std::initializer_list<std::string_view> wanted)
{
    const auto fits = [](std::string_view part, std::string_view want) {
        return want == anyControlSet ? isControlSet(part) : sameNoCase(part, want);
    };
    if (parts.size() < wanted.size()
        || !std::equal(wanted.begin(), wanted.end(), parts.begin(),
                       [&](auto want, auto part) { return fits(part, want); }))
        return false;
    parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(wanted.size()));
    return true;
}

std::vector<std::string_view> partsOf(std::string_view key)
{
    std::vector<std::string_view> parts;
    while (!key.empty()) {
        const std::string_view part = text::until(key, "\\");
        if (!part.empty()) // backslashes that a copy has doubled
            parts.push_back(part);
        key.remove_prefix(std::min(key.size(), part.size() + 1));
    }
    return parts;
}

template <std::size_t count>
std::string_view known(std::string_view written, const std::array<std::string_view, count>& names)
{
    const auto found = std::ranges::find_if(names, [&](auto name) { return sameNoCase(name, written); });
    return found == names.end() ? written : *found;
}

} // namespace

std::optional<TimeKey> TimeKey::read(std::string_view key)
{
    static constexpr std::array<std::string_view, 6> subkeys{
        "Config", "Parameters", "SecureTimeLimits", "TimeProviders", "NtpClient", "NtpServer"};
    std::vector<std::string_view> parts = partsOf(key);
    if (!takeParts(parts, {"HKEY_LOCAL_MACHINE"}) && !takeParts(parts, {"HKLM"}))
        return {};
    TimeKey time;
    const std::string_view controlSet = parts.size() > 1 ? parts[1] : std::string_view();
    if (takeParts(parts, {"SYSTEM", anyControlSet, "Services", "W32Time"})) {
        time.path = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\W32Time";
        if (!sameNoCase(controlSet, "CurrentControlSet"))
            time.controlSet = controlSet;
    } else if (takeParts(parts, {"SOFTWARE", "Policies", "Microsoft", "W32Time"})) {
        time.path = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\W32Time";
    } else {
        return {};
    }
    for (const std::string_view part : parts)
        time.path += '\\' + std::string(known(part, subkeys));
    return time;
}

std::string_view timeValueName(std::string_view name)
{
    static constexpr std::array<std::string_view, 8> names{
        "AnnounceFlags", "Enabled", "InputProvider",   "LocalClockDispersion",
        "NtpServer",     "Start",   "MaxPollInterval", "Type"};
    return known(name, names);
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/devicename.h"

#include <algorithm>
#include <cctype>

#include "models/base/ascii.h"

namespace whittle
{

namespace
{

constexpr std::size_t prefixLength = 3;
constexpr std::size_t macDigits = 12;

struct NameRule {
    std::string_view prefix;
    DeviceClass is;
};

constexpr NameRule rules[] = {
    {"CSF", DeviceClass::SoftClient},    {"TCT", DeviceClass::SoftClient},
    {"BOT", DeviceClass::SoftClient},    {"TAB", DeviceClass::SoftClient},
    {"CIPC", DeviceClass::SoftClient},   {"MTP", DeviceClass::MediaResource},
    {"CFB", DeviceClass::MediaResource}, {"ANN", DeviceClass::MediaResource},
    {"MOH", DeviceClass::MediaResource}, {"XCODE", DeviceClass::MediaResource},
    {"AALN/", DeviceClass::Gateway},     {"S0/", DeviceClass::Gateway},
};

std::string upperCase(std::string_view name)
{
    std::string upper(name);
    std::ranges::transform(upper, upper.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return upper;
}

bool hasPrefix(std::string_view name, std::string_view prefix)
{
    return upperCase(name.substr(0, prefix.size())) == prefix;
}

/// SEP or ATA and twelve digits, as sources write them.
bool isCanonical(std::string_view name)
{
    return name.size() == prefixLength + macDigits && (name.starts_with("SEP") || name.starts_with("ATA"))
        && std::ranges::all_of(name.substr(prefixLength),
                               [](char c) { return isDigit(c) || (c >= 'A' && c <= 'F'); });
}

} // namespace

std::optional<Mac> macOfDevice(std::string_view name)
{
    if (name.size() != prefixLength + macDigits)
        return {};
    const std::string upper = upperCase(name);
    return macOfPhoneName(hasPrefix(upper, "ATA") ? "SEP" + upper.substr(prefixLength) : upper);
}

DeviceClass classOf(std::string_view name)
{
    if (macOfDevice(name))
        return hasPrefix(name, "ATA") ? DeviceClass::AnalogAdapter : DeviceClass::Phone;
    const auto rule =
        std::ranges::find_if(rules, [&](const NameRule& known) { return hasPrefix(name, known.prefix); });
    return rule == std::end(rules) ? DeviceClass::Other : rule->is;
}

bool isPhone(std::string_view name)
{
    const DeviceClass is = classOf(name);
    return is == DeviceClass::Phone || is == DeviceClass::AnalogAdapter;
}

std::string canonicalName(std::string_view name)
{
    return !isCanonical(name) && macOfDevice(name) ? upperCase(name) : std::string(name);
}

} // namespace whittle

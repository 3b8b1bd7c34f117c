// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/companion.h"

#include <algorithm>
#include <string>

#include "models/base/ascii.h"
#include "models/store/sourcenames.h"

namespace whittle
{

namespace
{

struct Companion {
    std::string_view glob; ///< in lower case
    std::string_view kind;
};

constexpr Companion companions[] = {
    // CallManager keeps it in cm/trace/ccm/sdl: SDL001_100.index
    {"sdl*.index", "the index of a folder of SDL traces, which are read without it"},
    {".ds_store", "what the Finder of macOS notes about a folder"},
    {"._*", "what macOS notes about the file of the same name"},
    {"thumbs.db", "what the Explorer of Windows notes about a folder"},
    {"desktop.ini", "what the Explorer of Windows notes about a folder"},
};

} // namespace

std::string_view companionKind(std::string_view path)
{
    std::string name = lowerCase(path.substr(path.rfind('/') + 1));
    if (name.ends_with(".gz"))
        name.resize(name.size() - 3);
    const auto found =
        std::ranges::find_if(companions, [&](const Companion& one) { return matchesGlob(name, one.glob); });
    return found == std::end(companions) ? std::string_view() : found->kind;
}

} // namespace whittle

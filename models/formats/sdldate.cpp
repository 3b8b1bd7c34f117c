// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sdldate.h"

#include <string_view>

#include "models/evidence/blockreader.h"
#include "models/formats/lineclock.h"
#include "models/formats/sdlfilehead.h"
#include "models/formats/sdlhead.h"

namespace whittle
{

namespace
{

constexpr std::size_t searchedBytes = std::size_t{16} << 20;

std::string_view takeLine(std::string_view& text)
{
    const auto end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

/// Counts the midnights before the first FileHead.
std::optional<std::int64_t> firstDayIn(std::string_view text)
{
    LineClock clock{Nanoseconds{0}};
    while (!text.empty()) {
        const SdlHead head = SdlHead::read(takeLine(text));
        if (head.kind != SdlHead::Kind::Row)
            continue;
        const std::int64_t daysPassed = clock.timeOfDay(head.ns, 1).ns / nsPerDay;
        if (head.type != "FileHead")
            continue;
        const auto day = SdlFileHead::read(head.rest).day;
        return day ? std::optional(*day - daysPassed * nsPerDay) : std::nullopt;
    }
    return {};
}

} // namespace

std::optional<std::int64_t> findFirstDay(BlockReader& reader)
{
    for (const std::size_t bytes : {std::size_t{1}, searchedBytes}) {
        const auto window = reader.window(bytes);
        if (!window)
            return {}; // the reading itself will say what is wrong
        if (const auto day = firstDayIn(asText(*window)))
            return day;
        if (window->size() < bytes)
            return {};
    }
    return {};
}

} // namespace whittle

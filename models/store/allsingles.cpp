// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/allsingles.h"

#include <algorithm>
#include <atomic>
#include <iterator>

#include "models/base/together.h"
#include "models/store/database.h"
#include "models/store/singles.h"
#include "models/store/sourcenames.h"

namespace whittle
{

namespace
{

constexpr std::size_t blocksAtOnce = 64; ///< read before they are unpacked: about 5 MB
constexpr std::size_t blocksWorthAThread = 4;
constexpr std::size_t leastEventBytes = 4; ///< place, time, names and fields

Result<Statement> rowsOf(const Database& database, SourceId source, std::string_view sql)
{
    auto rows = database.prepare(sql);
    if (rows)
        rows->bind(1, raw(source));
    return rows;
}

/// The next of them; fewer than that at the end, behind which the rows must not be read.
Result<std::vector<EventBlock>> nextBlocks(Statement& rows)
{
    std::vector<EventBlock> blocks;
    while (blocks.size() < blocksAtOnce) {
        const auto row = rows.step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        blocks.push_back(eventBlockOf(rows));
        if (blocks.back().count > blocks.back().bytes.size() / leastEventBytes)
            return damagedEvents();
    }
    return blocks;
}

/// False when a block does not hold as many events as it says.
bool unpack(EventBlock block, const SourceNames& names, EventRow* to)
{
    const EventRow* const end = to + block.count;
    EventBlockReader reader;
    reader.open(std::move(block));
    while (reader.next())
        names.fill(*to++, reader);
    return to == end;
}

Result<void> unpackAll(std::vector<EventBlock> blocks, const SourceNames& names, std::vector<EventRow>& to)
{
    std::vector<std::size_t> begins;
    std::size_t end = to.size();
    for (const EventBlock& block : blocks) {
        begins.push_back(end);
        end += block.count;
    }
    to.resize(end);
    std::atomic<bool> isSound = true;
    const auto work = [&](std::size_t from, std::size_t until) {
        for (std::size_t i = from; i < until && isSound; ++i) {
            if (!unpack(std::move(blocks[i]), names, to.data() + begins[i]))
                isSound = false;
        }
    };
    inParts(blocks.size(), work, blocksWorthAThread);
    if (isSound)
        return {};
    to.resize(begins.front());
    return damagedEvents();
}

Result<void> appendPacked(const Database& database, const SourceNames& names, SourceId source,
                          std::vector<EventRow>& to, const std::stop_token& stop)
{
    auto rows = rowsOf(database, source,
                       "SELECT place, ordinal, time, count, events FROM event_block WHERE source = ?1 "
                       "ORDER BY place, ordinal");
    if (!rows)
        return rows.error();
    while (!stop.stop_requested()) {
        auto blocks = nextBlocks(*rows);
        if (!blocks)
            return blocks.error();
        const bool isLast = blocks->size() < blocksAtOnce;
        const auto unpacked = unpackAll(std::move(*blocks), names, to);
        if (!unpacked || isLast)
            return unpacked;
    }
    return Error{ErrorCode::Cancelled, "cancelled"};
}

/// Those that came late have rows of their own.
Result<void> mergeRows(const Database& database, const SourceNames& names, SourceId source,
                       std::vector<EventRow>& to, std::size_t begin, const std::stop_token& stop)
{
    auto rows = rowsOf(database, source,
                       "SELECT place, ordinal, time, kind, device, flow, fields FROM event WHERE source = ?1 "
                       "ORDER BY place, ordinal");
    if (!rows)
        return rows.error();
    const auto late = static_cast<std::ptrdiff_t>(to.size());
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "cancelled"};
        names.fill(to.emplace_back(), *rows);
    }
    if (late != std::ssize(to))
        std::inplace_merge(to.begin() + static_cast<std::ptrdiff_t>(begin), to.begin() + late, to.end(),
                           [](const EventRow& a, const EventRow& b) { return a.ref < b.ref; });
    return {};
}

} // namespace

Result<void> appendAllSingles(const Database& database, const SourceNames& names, SourceId source,
                              std::vector<EventRow>& to, const std::stop_token& stop)
{
    const std::size_t begin = to.size();
    const auto packed = appendPacked(database, names, source, to, stop);
    return packed ? mergeRows(database, names, source, to, begin, stop) : packed;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/clockwishes.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "models/store/analystlog.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"

namespace whittle
{

namespace
{

constexpr std::string_view pinned = "clock.pin:";
constexpr std::string_view offset = "clock.offset:";
constexpr std::string_view excluded = "clock.excluded:";

std::string textOf(const EventRef& ref)
{
    return std::to_string(raw(ref.source)) + ':' + std::to_string(ref.place.number) + ':'
        + std::to_string(ref.ordinal);
}

/// Numbers with colons between them, so many and nothing else.
std::optional<std::vector<std::int64_t>> numbers(std::string_view text, std::size_t count)
{
    std::vector<std::int64_t> all;
    while (all.size() < count) {
        std::int64_t value = 0;
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (failure != std::errc{})
            return {};
        all.push_back(value);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (all.size() < count && !text.starts_with(':'))
            return {};
        text.remove_prefix(all.size() < count ? 1 : 0);
    }
    return text.empty() ? std::optional(all) : std::nullopt;
}

class Reading
{
public:
    explicit Reading(const std::vector<SourceRow>& sources)
    {
        for (const SourceRow& source : sources)
            m_units[source.id] = source.unit;
    }

    /// What nobody can have written is passed over: it may be another version's.
    void add(std::string_view key, std::string_view value)
    {
        if (key.starts_with(pinned)) {
            if (const auto parts = numbers(key.substr(pinned.size()), 6))
                m_rows.pins.emplace_back(refOf(*parts, 0), refOf(*parts, 3));
            return;
        }
        const bool isOffset = key.starts_with(offset);
        if (!isOffset && !key.starts_with(excluded))
            return;
        const auto source = numbers(key.substr(isOffset ? offset.size() : excluded.size()), 1);
        const auto ns = isOffset ? numbers(value, 1) : std::nullopt;
        if (source && ns)
            m_rows.offsets[SourceId{source->front()}] = ns->front();
        if (source && !isOffset)
            m_rows.excluded.insert(SourceId{source->front()});
    }

    ClockWishRows rows() { return std::move(m_rows); }

private:
    EventRef refOf(const std::vector<std::int64_t>& parts, std::size_t at) const
    {
        EventRef ref{SourceId{parts[at]}, {}, static_cast<std::uint32_t>(parts[at + 2])};
        ref.place.number = static_cast<std::uint64_t>(parts[at + 1]);
        if (const auto unit = m_units.find(ref.source); unit != m_units.end())
            ref.place.unit = unit->second;
        return ref;
    }

    std::map<SourceId, PlaceUnit> m_units;
    ClockWishRows m_rows;
};

} // namespace

std::string pinKey(const EventRef& a, const EventRef& b)
{
    const auto [first, second] = std::minmax(a, b);
    return std::string(pinned) + textOf(first) + ':' + textOf(second);
}

std::string clockOffsetKey(SourceId source)
{
    return std::string(offset) + std::to_string(raw(source));
}

std::string clockExcludedKey(SourceId source)
{
    return std::string(excluded) + std::to_string(raw(source));
}

Result<ClockWishRows> clockWishRows(const CaseReader& reader)
{
    const auto settings = reader.settings(clockWishKeys);
    const auto sources = reader.sourceHeads();
    if (!settings || !sources)
        return !settings ? settings.error() : sources.error();
    Reading reading(*sources);
    for (const auto& [key, value] : *settings)
        reading.add(key, value);
    return reading.rows();
}

Result<void> CaseWriter::pinMoments(const EventRef& a, const EventRef& b)
{
    if (a.source == b.source)
        return Error{ErrorCode::Usage, "both events are of one source, which has one clock"};
    for (const EventRef& ref : {a, b}) {
        if (const auto known = hasSource(ref.source); !known)
            return known;
    }
    return change({ActionRow::What::Setting, pinKey(a, b)}, "same");
}

Result<void> CaseWriter::unpinMoments(const EventRef& a, const EventRef& b)
{
    return change({ActionRow::What::Setting, pinKey(a, b)}, {});
}

Result<void> CaseWriter::setClockOffset(SourceId source, std::optional<std::int64_t> aheadNs)
{
    const auto known = hasSource(source);
    const auto text = aheadNs ? std::optional(std::to_string(*aheadNs)) : std::nullopt;
    return known ? change({ActionRow::What::Setting, clockOffsetKey(source)}, text) : known;
}

Result<void> CaseWriter::excludeClock(SourceId source, bool isExcluded)
{
    const auto known = hasSource(source);
    const auto text = isExcluded ? std::optional<std::string>("yes") : std::nullopt;
    return known ? change({ActionRow::What::Setting, clockExcludedKey(source)}, text) : known;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sessionclock.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include "models/base/fields.h"
#include "models/base/floordivided.h"

namespace whittle
{

namespace
{

/// An output may have begun before the one above it told its time.
constexpr std::int64_t slackNs = 600 * nsPerSecond;

/// The latest time there is, where the sum is beyond it: capture and session may each claim to span
/// centuries.
std::int64_t sum(std::int64_t a, std::int64_t b)
{
    std::int64_t total = 0;
    return __builtin_add_overflow(a, b, &total) ? std::numeric_limits<std::int64_t>::max() : total;
}

/// How far local time is from UTC, as `utils ntp status` prints both.
std::optional<std::int64_t> localOffsetIn(const SessionPart& part)
{
    for (const KeptEvent& event : part.events) {
        if (const auto offset = FieldView(event.fields).number("local-offset-s"))
            return offset;
    }
    return {};
}

/// What the nearest part knows that stands before `part`.
template <typename T>
std::optional<T> nearestAbove(const std::vector<std::optional<T>>& known, std::size_t part)
{
    while (part > 0) {
        if (known[--part])
            return known[part];
    }
    return {};
}

template <typename T>
std::optional<T> nearestBelow(const std::vector<std::optional<T>>& known, std::size_t part)
{
    while (++part < known.size()) {
        if (known[part])
            return known[part];
    }
    return {};
}

void shiftSpans(std::vector<SourceSpan>& spans, std::int64_t ns)
{
    for (SourceSpan& span : spans)
        span = {{span.from.ns + ns}, {span.to.ns + ns}};
}

/// They hold for the output that has them, not for the session.
template <typename Moved>
void moveLimits(SourceFacts& facts, const Moved& moved)
{
    for (CoverageLimit& limit : facts.limits) {
        limit.from = moved(limit.from.value_or(facts.first.value_or(SourceTime{})));
        limit.to = moved(limit.to.value_or(facts.last.value_or(SourceTime{})));
    }
}

} // namespace

SessionClock::SessionClock(std::vector<SessionPart>& parts)
    : m_parts(parts)
    , m_placed(parts.size())
{
    std::ranges::transform(parts, std::back_inserter(m_localOffsets), localOffsetIn);
}

SessionClock::Kind SessionClock::kindOf(const SourceFacts& facts)
{
    if (!facts.first || !facts.last)
        return Kind::None;
    if (!facts.hasDate)
        return facts.year ? Kind::MonthDay : Kind::TimeOfDay;
    return facts.utcOffsetSeconds ? Kind::Zoned : Kind::Local;
}

/// Of the parts with the best times, the first.
const SourceFacts* SessionClock::bestFacts() const
{
    const auto best =
        std::ranges::max_element(m_parts, {}, [](const SessionPart& part) { return kindOf(part.facts); });
    return best == m_parts.end() ? nullptr : &best->facts;
}

SourceFacts SessionClock::unite()
{
    SourceFacts facts;
    facts.unit = PlaceUnit::Line;
    facts.hasDate = false;
    const SourceFacts* best = bestFacts();
    if (!best || kindOf(*best) == Kind::None)
        return facts;
    m_kind = kindOf(*best);
    m_offsetSeconds = best->utcOffsetSeconds.value_or(0);
    facts.hasDate = best->hasDate;
    facts.year = best->year;
    facts.utcOffsetSeconds = best->utcOffsetSeconds;
    facts.resolution = best->resolution;
    std::vector<std::size_t> others;
    for (std::size_t part = 0; part < m_parts.size(); ++part) {
        if (!placeByItself(part))
            others.push_back(part);
    }
    for (const std::size_t part : others)
        placeBeside(part);
    gather(facts);
    return facts;
}

/// False when its own times do not tell.
bool SessionClock::placeByItself(std::size_t part)
{
    const SourceFacts& facts = m_parts[part].facts;
    const Kind kind = kindOf(facts);
    if (kind == Kind::None || (m_kind == Kind::Zoned && kind < Kind::Local))
        return false;
    std::int64_t ns = 0;
    if (kind == Kind::Zoned) {
        ns = (m_offsetSeconds - *facts.utcOffsetSeconds) * nsPerSecond;
    } else if (m_kind == Kind::Zoned) {
        const auto offset = localOffset(part);
        if (!offset)
            return false;
        ns = (m_offsetSeconds - *offset) * nsPerSecond;
    } else if (kind != m_kind) {
        return false;
    } else if (const auto above = nearestAbove(m_placed, part); above && kind == Kind::TimeOfDay) {
        ns = nsPerDay
            * std::max(std::int64_t{0},
                       1 + floorDivided(above->to.ns - slackNs - facts.first->ns - 1, nsPerDay));
    }
    shift(part, ns);
    return true;
}

void SessionClock::placeBeside(std::size_t part)
{
    const SourceFacts& facts = m_parts[part].facts;
    const auto above = nearestAbove(m_placed, part);
    const auto below = nearestBelow(m_placed, part);
    const Kind kind = kindOf(facts);
    const bool hasClock = kind != Kind::None;
    const std::int64_t beside = above ? above->to.ns : below ? below->from.ns : 0;
    const auto offset = kind == Kind::TimeOfDay && m_kind == Kind::Zoned ? localOffset(part) : std::nullopt;
    if (!offset) {
        const std::int64_t own =
            above ? facts.first.value_or(SourceTime{}).ns : facts.last.value_or(SourceTime{}).ns;
        return assume(part, hasClock ? beside - own : beside, hasClock);
    }
    const std::int64_t zoned = (m_offsetSeconds - *offset) * nsPerSecond;
    const std::int64_t days = above
        ? 1 + floorDivided(above->to.ns - slackNs - zoned - facts.first->ns - 1, nsPerDay)
        : floorDivided(beside + slackNs - zoned - facts.last->ns, nsPerDay);
    if (!m_parts[part].events.empty())
        m_datedBeside.add(m_parts[part].events.front().event.place.number);
    shift(part, zoned + days * nsPerDay);
}

void SessionClock::shift(std::size_t part, std::int64_t ns)
{
    SessionPart& moved = m_parts[part];
    for (KeptEvent& event : moved.events)
        event.event.time.ns += ns;
    moveLimits(moved.facts, [ns](SourceTime time) { return SourceTime{time.ns + ns}; });
    m_placed[part] = SourceSpan{{moved.facts.first->ns + ns}, {moved.facts.last->ns + ns}};
    if (moved.facts.spans.empty())
        moved.facts.spans = {*m_placed[part]};
    else
        shiftSpans(moved.facts.spans, ns);
}

/// `ns` is the time of its events, or with `keepSteps` what is added to it.
void SessionClock::assume(std::size_t part, std::int64_t ns, bool keepSteps)
{
    SessionPart& moved = m_parts[part];
    const auto placed = [=](SourceTime time) { return SourceTime{keepSteps ? sum(time.ns, ns) : ns}; };
    for (KeptEvent& event : moved.events) {
        event.event.time = placed(event.event.time);
        event.fields.append(event.fields.empty() ? "" : ";").append("time-basis=assumed");
    }
    moveLimits(moved.facts, placed);
    moved.facts.spans.clear();
    if (kindOf(moved.facts) != Kind::None && !moved.events.empty())
        m_timedBeside.add(moved.events.front().event.place.number);
}

/// As the nearest output tells it that does: before this one, or else behind it.
std::optional<std::int64_t> SessionClock::localOffset(std::size_t part) const
{
    const auto above = nearestAbove(m_localOffsets, part);
    return above ? above : nearestBelow(m_localOffsets, part);
}

void SessionClock::gather(SourceFacts& facts) const
{
    for (std::size_t at = 0; at < m_parts.size(); ++at) {
        const SourceFacts& part = m_parts[at].facts;
        if (facts.zoneName.empty())
            facts.zoneName = part.zoneName;
        facts.limits.insert(facts.limits.end(), part.limits.begin(), part.limits.end());
        facts.spans.insert(facts.spans.end(), part.spans.begin(), part.spans.end());
        if (!m_placed[at])
            continue;
        facts.first = std::min(facts.first.value_or(m_placed[at]->from), m_placed[at]->from);
        facts.last = std::max(facts.last.value_or(m_placed[at]->to), m_placed[at]->to);
    }
    std::ranges::sort(facts.spans, {}, &SourceSpan::from);
}

void SessionClock::report(EventSink& sink) const
{
    m_datedBeside.report(sink, Severity::Notice, "formats.dates-beside");
    m_timedBeside.report(sink, Severity::Notice, "formats.readings-without-time");
}

} // namespace whittle

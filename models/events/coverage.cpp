// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/coverage.h"

#include <algorithm>
#include <cstdlib>

#include "models/base/hash64.h"
#include "models/events/deviceevents.h"
#include "models/events/recorded.h"

namespace whittle
{

namespace
{

/// A moment of a source whose place is known.
struct Mark {
    std::uint64_t place = 0;
    CaseTime at{};
};

std::vector<Mark> marksOf(const CaseEvents& events, const ClockSet& clocks, SourceId source)
{
    std::vector<Mark> marks;
    for (const EventRow& event : events.singles) {
        if (event.ref.source == source)
            marks.push_back({event.ref.place.number, clocks.at(source, event.time, event.ref.place.number)});
    }
    for (const TrainRow& train : events.trains) {
        if (train.first.ref.source != source)
            continue;
        marks.push_back({train.first.ref.place.number,
                         clocks.at(source, train.first.time, train.first.ref.place.number)});
        marks.push_back({train.lastPlace, clocks.at(source, train.lastTime, train.lastPlace)});
    }
    std::ranges::stable_sort(marks, {}, &Mark::place);
    return marks;
}

/// Problems that are reported once, at the first of several places.
bool isFirstOfSeveral(std::string_view id)
{
    return id == "capture.fragments" || id == "capture.framing-lost"
        || id == "formats.more-times-not-understood";
}

/// The two ends of the connection of which bytes are missing (arguments: how many, from, to).
std::vector<IpAddress> endsOf(const Problem& problem)
{
    std::vector<IpAddress> ends;
    for (std::size_t i = 1; problem.id == "capture.stream-gap" && i < problem.arguments.size(); ++i) {
        if (const auto end = endpointFromText(problem.arguments[i]))
            ends.push_back(end->address);
    }
    return ends;
}

/// A silence and files that are missing lie between the spans. A snap length that leaves whole Ethernet
/// frames cuts nothing.
bool hides(const CoverageLimit& limit)
{
    if (limit.id.starts_with("limit.snap-length") && !limit.arguments.empty()) {
        constexpr int wholeFrame = 1518;
        return std::strtol(limit.arguments.front().c_str(), nullptr, 10) < wholeFrame;
    }
    return limit.id != "limit.silence" && limit.id != "limit.missing-files";
}

bool isKeepalive(std::string_view kind)
{
    return kind == "sccp.keepalive" || kind == "sccp.keepalive-ack" || kind == "sip.register";
}

} // namespace

Coverage::Coverage(const CaseEvents& events, const ClockSet& clocks)
    : Coverage(events, clocks, recordedSpans(events))
{
}

Coverage::Coverage(const CaseEvents& events, const ClockSet& clocks, const RecordedSpans& recorded)
{
    for (const SourceRow& source : events.sources) {
        Watch& watch = m_watches[source.id];
        for (const SourceSpan& span : recorded.at(source.id))
            watch.spans.push_back({clocks.at(source.id, span.from), clocks.at(source.id, span.to)});
        addLosses(events, clocks, source);
        addLimits(clocks, source);
        if (source.unit == PlaceUnit::Frame)
            watch.keepalivesEnd = end(source.id);
    }
    for (const EventRow& event : events.singles)
        learnKeepalive(event, clocks.at(event.ref.source, event.time, event.ref.place.number));
    for (const TrainRow& train : events.trains)
        learnKeepalive(train.first, clocks.at(train.first.ref.source, train.lastTime, train.lastPlace));
}

void Coverage::addLosses(const CaseEvents& events, const ClockSet& clocks, const SourceRow& source)
{
    constexpr Span always{{INT64_MIN}, {INT64_MAX}};
    std::vector<Mark> marks;
    for (const Problem& problem : source.problems) {
        if (problem.severity < Severity::DataLoss)
            continue;
        if (marks.empty())
            marks = marksOf(events, clocks, source.id);
        Loss loss{always, endsOf(problem), {}};
        if (problem.place) {
            const auto behind = std::ranges::lower_bound(marks, problem.place->number, {}, &Mark::place);
            if (behind != marks.begin())
                loss.span.from = std::prev(behind)->at;
            if (behind != marks.end() && !isFirstOfSeveral(problem.id))
                loss.span.to = behind->at;
        }
        m_watches[source.id].losses.push_back(std::move(loss));
    }
    addCommonLosses(m_watches[source.id]);
}

void Coverage::addLimits(const ClockSet& clocks, const SourceRow& source)
{
    for (const CoverageLimit& limit : source.limits) {
        if (!hides(limit))
            continue;
        Loss loss{{{INT64_MIN}, {INT64_MAX}}, {}, {}, limit.id.starts_with("limit.snap-length")};
        if (limit.from)
            loss.span.from = clocks.at(source.id, *limit.from);
        if (limit.to)
            loss.span.to = clocks.at(source.id, *limit.to);
        if (limit.id == "limit.filter" && !limit.arguments.empty())
            loss.filter = limit.arguments.front();
        m_watches[source.id].losses.push_back(std::move(loss));
    }
}

bool Coverage::Loss::concerns(const Wanted& wanted) const
{
    if (cutsPackets && wanted.traffic == Traffic::Ntp)
        return false; // its 48 bytes stand at the front
    if (!filter.empty())
        return whatPasses(filter, wanted.traffic, wanted.phone) != Passes::All;
    if (ends.empty())
        return true;
    return wanted.traffic == Traffic::Registrations
        && (!wanted.phone.isSet() || std::ranges::find(ends, wanted.phone) != ends.end());
}

/// Connections that have nothing to do with each other lack bytes at one time: what was lost then was lost of
/// all.
void Coverage::addCommonLosses(Watch& watch)
{
    std::vector<Loss> gaps = watch.losses;
    std::erase_if(gaps, [](const Loss& loss) { return loss.ends.empty(); });
    std::ranges::stable_sort(gaps, {}, [](const Loss& loss) { return loss.span.from; });
    std::map<std::vector<IpAddress>, CaseTime> until; // by the two ends
    for (Loss& gap : gaps) {
        std::ranges::sort(gap.ends);
        for (const auto& [ends, to] : until) {
            if (ends != gap.ends && to >= gap.span.from)
                addLossOfAll(watch, {gap.span.from, std::min(to, gap.span.to)});
        }
        CaseTime& latest = until.try_emplace(gap.ends, gap.span.to).first->second;
        latest = std::max(latest, gap.span.to);
    }
}

void Coverage::addLossOfAll(Watch& watch, const Span& span)
{
    Loss& last = watch.losses.back();
    if (last.ends.empty() && last.span.from <= span.from && span.from <= last.span.to)
        last.span.to = std::max(last.span.to, span.to);
    else
        watch.losses.push_back({span, {}, {}});
}

void Coverage::learnKeepalive(const EventRow& event, CaseTime at)
{
    if (!isKeepalive(event.kind))
        return;
    auto& last = m_watches[event.ref.source].keepalivesEnd;
    last = std::max(last.value_or(at), at);
}

bool Coverage::watched(SourceId source, CaseTime at) const
{
    const auto found = m_watches.find(source);
    return found != m_watches.end() && std::ranges::any_of(found->second.spans, [&](const Span& span) {
               return span.from <= at && at <= span.to;
           });
}

std::optional<CaseTime> Coverage::watchedSince(SourceId source, CaseTime at) const
{
    const auto found = m_watches.find(source);
    if (found == m_watches.end())
        return {};
    for (const Span& span : found->second.spans) {
        if (span.from <= at && at <= span.to)
            return span.from;
    }
    return {};
}

std::vector<CaseSpan> Coverage::gaps(std::span<const SourceId> sources, CaseTime from, CaseTime to) const
{
    std::vector<Span> spans;
    for (const SourceId source : sources) {
        const auto found = m_watches.find(source);
        if (found != m_watches.end())
            spans.insert(spans.end(), found->second.spans.begin(), found->second.spans.end());
    }
    std::ranges::sort(spans, {}, &Span::from);
    std::vector<CaseSpan> gaps;
    const auto addGap = [&](CaseTime until) {
        if (until - from > sameMoment)
            gaps.push_back({from, until});
    };
    for (const Span& span : spans) {
        addGap(std::min(span.from, to));
        from = std::max(from, span.to);
    }
    addGap(to);
    return gaps;
}

/// Until when the source watched without losing anything of that phone; empty when it did not at `at`.
std::optional<CaseTime> Coverage::watchedFrom(SourceId source, CaseTime at, const Wanted& wanted) const
{
    const auto found = m_watches.find(source);
    if (found == m_watches.end())
        return {};
    std::optional<CaseTime> until;
    for (const Span& span : found->second.spans) {
        if (span.from - sameMoment <= at && at <= span.to)
            until = std::max(until.value_or(span.to), span.to);
    }
    if (!until)
        return {};
    for (const Loss& loss : found->second.losses) {
        if (loss.span.to < at || !loss.concerns(wanted))
            continue;
        if (loss.span.from <= at)
            return {};
        until = std::min(*until, loss.span.from);
    }
    return until;
}

bool Coverage::complete(std::span<const SourceId> sources, CaseTime from, CaseTime to,
                        const Wanted& wanted) const
{
    CaseTime seenUntil = from;
    for (bool further = true; further;) {
        further = false;
        for (const SourceId source : sources) {
            const auto until = watchedFrom(source, seenUntil, wanted);
            if (until && *until >= to)
                return true;
            if (until && *until > seenUntil) {
                seenUntil = *until;
                further = true;
            }
        }
    }
    return false;
}

std::vector<CaseSpan> Coverage::wholeSpans(SourceId source, Traffic traffic) const
{
    std::vector<CaseSpan> whole;
    const auto found = m_watches.find(source);
    if (found == m_watches.end())
        return whole;
    std::vector<Span> watched = found->second.spans;
    std::ranges::sort(watched, {}, &Span::from);
    for (const Span& span : watched) {
        if (!whole.empty() && span.from - sameMoment <= whole.back().to)
            whole.back().to = std::max(whole.back().to, span.to);
        else
            whole.push_back({span.from, span.to});
    }
    std::vector<Loss> losses = found->second.losses;
    std::erase_if(losses, [&](const Loss& loss) { return !loss.concerns({traffic, {}}); });
    std::ranges::sort(losses, {}, [](const Loss& loss) { return loss.span.from; });
    std::vector<CaseSpan> left;
    auto loss = losses.begin();
    for (CaseSpan span : whole) {
        for (; loss != losses.end() && loss->span.from <= span.to; ++loss) {
            if (span.from < loss->span.from)
                left.push_back({span.from, loss->span.from});
            span.from = std::max(span.from, loss->span.to);
            if (span.from > span.to)
                break; // it may reach into the next span
        }
        if (span.from < span.to)
            left.push_back(span);
    }
    return left;
}

std::uint64_t Coverage::fingerprint(SourceId source) const
{
    const auto found = m_watches.find(source);
    if (found == m_watches.end())
        return 0;
    std::uint64_t hash = static_cast<std::uint64_t>(raw(source));
    const auto add = [&](std::uint64_t word) { hash = mixed(hash, word); };
    const auto addSpan = [&](const Span& span) {
        add(static_cast<std::uint64_t>(span.from.nsUtc));
        add(static_cast<std::uint64_t>(span.to.nsUtc));
    };
    const Watch& watch = found->second;
    add(watch.keepalivesEnd ? static_cast<std::uint64_t>(watch.keepalivesEnd->nsUtc) : 0);
    add(watch.spans.size());
    std::ranges::for_each(watch.spans, addSpan);
    for (const Loss& loss : watch.losses) {
        addSpan(loss.span);
        add(loss.cutsPackets ? 1 : 0);
        hash = mixedBytes(hash, std::as_bytes(std::span(loss.filter)));
        for (const IpAddress& end : loss.ends)
            add(std::hash<IpAddress>{}(end));
    }
    return hash;
}

std::optional<CaseTime> Coverage::end(SourceId source) const
{
    const auto found = m_watches.find(source);
    if (found == m_watches.end() || found->second.spans.empty())
        return {};
    return std::ranges::max_element(found->second.spans, {}, &Span::to)->to;
}

std::optional<CaseTime> Coverage::keepalivesEnd(SourceId source) const
{
    const auto found = m_watches.find(source);
    return found == m_watches.end() ? std::nullopt : found->second.keepalivesEnd;
}

} // namespace whittle

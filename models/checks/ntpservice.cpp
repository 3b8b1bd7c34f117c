// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/ntpservice.h"

#include <algorithm>
#include <array>
#include <bit>

#include "models/base/fields.h"
#include "models/base/median.h"
#include "models/checks/evidence.h"

namespace whittle
{

namespace
{

constexpr int unsynchronisedStratum = 16;
constexpr int leapUnknown = 3;
constexpr int fullReach = 0377;
constexpr int reachPolls = 8;
/// 2^-6 s: what Windows Time of all versions up to 2012 R2 announces; later ones announce 2^-23 s.
constexpr std::int64_t windowsPrecision = -6;
constexpr std::int64_t laterWindowsPrecision = -23;
constexpr std::int64_t leastUnixPrecision = -10;

/// A row of a table alone.
void judgeRow(NtpSource& source, const NtpReport& row, bool ranLong)
{
    const int heard = std::popcount(static_cast<unsigned>(row.reach)); // of the last eight polls
    const auto set = [&](NtpService service, bool lasting) {
        source.service = service;
        source.isLasting = lasting;
    };
    if (isGoAway(row.refid))
        return set(NtpService::Kiss, !isFollowed(row));
    if (row.reach == 0 && !row.when)
        return set(NtpService::Silent, ranLong);
    if (row.reach == 0 && *row.when > reachPolls * std::max(row.poll, std::chrono::seconds{64}))
        return set(NtpService::Silent, true);
    if (row.stratum >= unsynchronisedStratum || row.stratum <= 0)
        return set(NtpService::Unsynchronised, row.reach == 0 ? ranLong : row.reach == fullReach);
    if (row.reach == 0)
        return set(NtpService::Distant, ranLong);
    if (row.tally == "falseticker")
        return set(NtpService::Falseticker, true);
    if (row.stratum >= ownClockStratum)
        return set(NtpService::HighStratum, heard >= 3);
    set(row.tally == "rejected" && heard >= 6 ? NtpService::Ignored : NtpService::Good, heard >= 3);
}

using Polls = std::vector<const NtpPoll*>;

/// Those of which is known what came of them, the newest first.
Polls newestOf(const NtpAssociation& link, bool onlyAnswered)
{
    Polls polls;
    for (auto poll = link.polls.rbegin(); poll != link.polls.rend() && polls.size() < reachPolls; ++poll) {
        const bool counts = onlyAnswered
            ? poll->outcome == PollOutcome::Unusable || poll->outcome == PollOutcome::Answered
            : poll->outcome != PollOutcome::Unknown;
        if (counts)
            polls.push_back(&*poll);
    }
    return polls;
}

/// How many of the newest had that outcome.
std::size_t streakOf(const Polls& polls, PollOutcome outcome)
{
    const auto other = std::ranges::find_if(polls, [&](const NtpPoll* p) { return p->outcome != outcome; });
    return static_cast<std::size_t>(other - polls.begin());
}

bool isLastingStreak(const Polls& polls, std::size_t streak)
{
    return streak >= lastingPolls && polls.front()->at - polls[streak - 1]->at >= lastingTime;
}

std::optional<double> medianOffset(const Polls& polls)
{
    std::vector<double> offsets;
    for (const NtpPoll* poll : polls) {
        if (poll->offset && offsets.size() < lastingPolls)
            offsets.push_back(*poll->offset);
    }
    return offsets.empty() ? std::nullopt : std::optional(medianOf(std::move(offsets)));
}

std::optional<double> distanceOf(const NtpPoll& poll)
{
    if (!poll.rootDispersion)
        return {};
    return *poll.rootDispersion + (poll.rootDelay.value_or(0) + poll.delay.value_or(0)) / 2;
}

NtpService judgeUnusable(const NtpState& state, bool& isAmbiguous)
{
    if (isGoAway(state.kiss) || isGoAway(state.refid))
        return NtpService::Kiss;
    const bool noStratum = state.stratum && (*state.stratum <= 0 || *state.stratum >= unsynchronisedStratum);
    if (state.leap != leapUnknown && !noStratum)
        return NtpService::Distant;
    isAmbiguous = !state.leap && state.refid.empty();
    return NtpService::Unsynchronised;
}

NtpService judgeAnswer(const NtpState& state, const NtpSource& source)
{
    if (!state.stratum)
        return NtpService::Answers;
    if (*state.stratum >= ownClockStratum)
        return NtpService::HighStratum;
    return source.distance.value_or(0) >= mostRootDistance ? NtpService::Distant : NtpService::Good;
}

/// The packets alone. `isAmbiguous`: an old capture in text shows stratum 0, which a kiss has too.
void judgePolls(NtpSource& source, bool& isAmbiguous)
{
    const NtpAssociation& link = *source.link;
    const Polls known = newestOf(link, false);
    const std::size_t silent = streakOf(known, PollOutcome::Unanswered);
    for (std::size_t i = 0; i < std::min(known.size(), lastingPolls); ++i)
        source.proof.push_back(known[i]->ref);
    if (silent >= lastingPolls || (silent >= 2 && silent == known.size())) {
        source.service = NtpService::Silent;
        source.isLasting = isLastingStreak(known, silent);
        return;
    }
    const Polls answered = newestOf(link, true);
    const NtpState* state = stateAt(link, true, link.to);
    if (answered.empty() || !state) {
        source.service = answered.empty() ? NtpService::Unknown : NtpService::Answers;
        return;
    }
    source.stratum = state->stratum.value_or(0);
    source.refid = state->refid;
    source.offset = medianOffset(answered);
    source.distance = distanceOf(*answered.front());
    const std::size_t useless = streakOf(answered, PollOutcome::Unusable);
    if (useless > 0) {
        source.service = judgeUnusable(*state, isAmbiguous);
        source.isLasting =
            isLastingStreak(answered, useless) || (source.service == NtpService::Kiss && useless >= 3);
        return;
    }
    source.service = judgeAnswer(*state, source);
    source.isLasting = answered.size() >= 3;
}

/// A row tells what packets leave open.
void addRow(NtpSource& source, bool isAmbiguous, const NtpSource& byRow, const NtpReport& row)
{
    const bool rowKnowsMore = source.service == NtpService::Unknown || source.service == NtpService::Answers
        || byRow.service == NtpService::Falseticker
        || (isAmbiguous && (byRow.service == NtpService::Kiss || byRow.service == NtpService::Unsynchronised))
        || (source.service == NtpService::Good && byRow.service == NtpService::Ignored);
    if (rowKnowsMore) {
        source.isLasting = byRow.isLasting || (source.isLasting && byRow.service == source.service);
        source.service = byRow.service;
    } else if (byRow.service == source.service) {
        source.isLasting = source.isLasting || byRow.isLasting;
    }
    source.isFollowed = isFollowed(row);
    source.stratum = source.stratum == 0 ? row.stratum : source.stratum;
    source.refid = source.refid.empty() ? row.refid : source.refid;
    if (row.reach != 0 && !source.offset)
        source.offset = row.offset / 1e3;
    source.proof.insert(source.proof.begin(), row.ref);
}

std::optional<bool> windowsByPrecision(const CheckContext& context, const NtpAssociation& link)
{
    for (auto state = link.states.rbegin(); state != link.states.rend(); ++state) {
        const EventRow* packet = state->ofServer ? context.events.single(state->ref) : nullptr;
        const auto precision = packet ? FieldView(packet->fields).number("precision") : std::nullopt;
        if (!precision)
            continue;
        if (*precision == windowsPrecision)
            return true;
        const bool isOther = *precision <= leastUnixPrecision && *precision != laterWindowsPrecision;
        return isOther ? std::optional(false) : std::nullopt;
    }
    return {};
}

/// As the site description says, where packets do not contradict it.
std::optional<bool> windowsOf(const CheckContext& context, const NtpAssociation& link)
{
    std::optional<bool> told;
    forEachOf(context, "site", [&](const EventRow& event) {
        const FieldView fields(event.fields);
        const auto kind = event.kind == "site.ntp-source" ? fields.value("kind") : std::nullopt;
        if (kind && !kind->empty() && fields.value("address") == toText(link.server))
            told = *kind == "windows";
    });
    const auto shown = windowsByPrecision(context, link);
    if (told && shown && told != shown)
        return {};
    return told ? told : shown;
}

} // namespace

bool isGoAway(std::string_view refid)
{
    constexpr std::array<std::string_view, 3> codes{"DENY", "RSTR", "RATE"};
    return std::ranges::find(codes, refid) != codes.end();
}

NtpSource judgeSource(const CheckContext& context, const NtpAssociation& link, const NtpReport* row,
                      const NtpTable& table)
{
    NtpSource source;
    source.link = &link;
    bool isAmbiguous = false;
    judgePolls(source, isAmbiguous);
    source.isLasting = source.isLasting && !isAmbiguous;
    if (row) {
        NtpSource byRow;
        judgeRow(byRow, *row,
                 table.ranLong || source.isLasting || newestOf(link, false).size() >= reachPolls);
        addRow(source, isAmbiguous, byRow, *row);
    }
    source.isWindows = windowsOf(context, link);
    return source;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/ntpfields.h"

#include <algorithm>
#include <cmath>

#include "models/base/fields.h"
#include "models/base/median.h"

namespace whittle
{

namespace
{

constexpr double milliseconds = 1e3;

void addMillis(FieldWriter& fields, std::string_view key, double value)
{
    if (std::isfinite(value))
        fields.add(key, millisText(value));
}

std::int64_t count(const NtpAssociation& association, PollOutcome outcome)
{
    return std::ranges::count(association.polls, outcome, &NtpPoll::outcome);
}

/// "offset-ms", "offset-min-ms", "offset-max-ms"
void addSpread(FieldWriter& fields, const std::string& name, const std::vector<NtpPoll>& polls,
               std::optional<double> NtpPoll::*member)
{
    std::vector<double> values;
    for (const NtpPoll& poll : polls) {
        if (poll.*member && std::isfinite(*(poll.*member)))
            values.push_back(*(poll.*member) * milliseconds);
    }
    if (values.empty())
        return;
    const auto [least, most] = std::ranges::minmax(values);
    addMillis(fields, name + "-ms", medianOf(values));
    addMillis(fields, name + "-min-ms", least);
    addMillis(fields, name + "-max-ms", most);
}

void addPolls(FieldWriter& fields, const NtpAssociation& association)
{
    if (association.polls.empty())
        return;
    fields.addNumber("polls", static_cast<std::int64_t>(association.polls.size()));
    fields.addNumber("answered", count(association, PollOutcome::Answered));
    fields.addNumber("unusable", count(association, PollOutcome::Unusable));
    fields.addNumber("unanswered", count(association, PollOutcome::Unanswered));
    fields.addNumber("not-watched", count(association, PollOutcome::Unknown));
    fields.add("reach", toText(reachAt(association, association.to)));
    addSpread(fields, "offset", association.polls, &NtpPoll::offset);
    addSpread(fields, "delay", association.polls, &NtpPoll::delay);
    addSpread(fields, "round-trip", association.polls, &NtpPoll::roundTrip);
}

/// The last that any poll shows.
void addLast(FieldWriter& fields, std::string_view key, const std::vector<NtpPoll>& polls,
             std::optional<double> NtpPoll::*member)
{
    const auto last = std::ranges::find_if(polls.rbegin(), polls.rend(),
                                           [&](const NtpPoll& poll) { return (poll.*member).has_value(); });
    if (last != polls.rend())
        addMillis(fields, key, *((*last).*member) * milliseconds);
}

void addIfSet(FieldWriter& fields, std::string_view key, std::optional<int> value)
{
    if (value)
        fields.addNumber(key, *value);
}

void addState(FieldWriter& fields, const NtpAssociation& association)
{
    const NtpState* state = stateAt(association, true, association.to);
    if (!state)
        return;
    addIfSet(fields, "stratum", state->stratum);
    if (!state->refid.empty())
        fields.add("refid", state->refid);
    addIfSet(fields, "leap", state->leap);
    addIfSet(fields, "version", state->version);
    const bool sensible = state->poll && *state->poll >= 0 && *state->poll < 32;
    if (sensible)
        fields.addNumber("poll-s", std::int64_t{1} << *state->poll);
    addLast(fields, "root-delay-ms", association.polls, &NtpPoll::rootDelay);
    addLast(fields, "root-dispersion-ms", association.polls, &NtpPoll::rootDispersion);
}

/// Each once: "RATE,DENY".
void addKisses(FieldWriter& fields, const NtpAssociation& association)
{
    std::vector<std::string> kisses;
    for (const NtpState& state : association.states) {
        if (!state.kiss.empty() && std::ranges::find(kisses, state.kiss) == kisses.end())
            kisses.push_back(state.kiss);
    }
    std::string text;
    for (const std::string& kiss : kisses)
        text += (text.empty() ? "" : ",") + kiss;
    if (!text.empty())
        fields.add("kiss", text);
}

void addTable(FieldWriter& fields, const NtpAssociation& association)
{
    if (association.reports.empty())
        return;
    const NtpReport& last = association.reports.back();
    fields.addNumber("tables", static_cast<std::int64_t>(association.reports.size()));
    fields.add("tally", last.tally);
    fields.addNumber("table-stratum", last.stratum);
    if (!last.refid.empty())
        fields.add("table-refid", last.refid);
    fields.add("table-reach", octalText(static_cast<unsigned>(last.reach)));
    fields.addNumber("table-poll-s", last.poll.count());
    if (last.when)
        fields.addNumber("table-when-s", last.when->count());
    addMillis(fields, "table-delay-ms", last.delay);
    addMillis(fields, "table-offset-ms", last.offset);
    addMillis(fields, "table-jitter-ms", last.jitter);
}

} // namespace

std::string fieldsOf(const NtpAssociation& association)
{
    FieldWriter fields;
    fields.add("mode", toText(association.mode));
    addPolls(fields, association);
    addState(fields, association);
    addKisses(fields, association);
    addTable(fields, association);
    return std::string(fields.text());
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/ntpmarks.h"

#include <algorithm>

#include "models/events/ntpassociation.h"
#include "models/timeline/scenewords.h"

namespace whittle
{

namespace
{

constexpr int notSynchronised = 16; ///< from this stratum on (RFC 5905 §7.3)
constexpr int alarm = 3; ///< leap indicator: the clock is not synchronised
constexpr int registerBits = 8; ///< polls that the register of reach holds (RFC 5905 §9.2)

/// Polls of one kind of failure that follow each other.
struct Run {
    const NtpPoll* first = nullptr;
    const NtpPoll* last = nullptr;
    int polls = 0;
};

/// One missed of eight is the way of UDP; two are worth a look; with eight nothing is reached any more.
void addRun(NtpMarks& found, const NtpAssociation& association, const Run& run)
{
    if (run.polls == 0)
        return;
    const QString reach = QString::fromStdString(toText(reachAt(association, run.last->at)));
    const bool answered = run.first->outcome == PollOutcome::Unusable;
    const QString text =
        answered ? SceneWords::ntpUnusable(run.polls, reach) : SceneWords::ntpUnanswered(run.polls, reach);
    const SceneClass severity = run.polls >= registerBits ? SceneClass::Bad : SceneClass::Warning;
    if (run.polls == 1)
        found.minor.push_back(
            {run.first->at, MarkShape::Tick, SceneClass::Neutral, {}, text, run.first->ref});
    else
        found.marks.push_back({run.first->at, MarkShape::Square, severity, {}, text, run.first->ref});
}

void addPolls(NtpMarks& found, const NtpAssociation& association)
{
    Run run;
    for (const NtpPoll& poll : association.polls) {
        const bool fails = poll.outcome == PollOutcome::Unanswered || poll.outcome == PollOutcome::Unusable;
        if (!fails || (run.first && run.first->outcome != poll.outcome)) {
            addRun(found, association, run);
            run = {};
        }
        if (!fails)
            continue;
        run.first = run.first ? run.first : &poll;
        run.last = &poll;
        ++run.polls;
    }
    addRun(found, association, run);
}

bool isSynchronised(const NtpState& state)
{
    return state.stratum.value_or(0) > 0 && *state.stratum < notSynchronised && state.leap != alarm;
}

void addState(NtpMarks& found, const NtpState& state, const NtpState* before)
{
    const QString refid = QString::fromStdString(state.refid);
    const auto mark = [&](MarkShape shape, SceneClass severity, const QString& text) {
        found.marks.push_back({state.from, shape, severity, {}, text, state.ref});
    };
    if (!state.kiss.empty())
        return mark(MarkShape::Triangle, SceneClass::Warning,
                    SceneWords::ntpKiss(QString::fromStdString(state.kiss)));
    if (!isSynchronised(state)) {
        if (!before || isSynchronised(*before))
            mark(MarkShape::Diamond, SceneClass::Bad,
                 SceneWords::ntpServerUnsynchronised(state.stratum.value_or(0), refid));
        return;
    }
    if (!before)
        return;
    const int stratum = *state.stratum;
    const int last = before->stratum.value_or(0);
    if (stratum != last)
        mark(MarkShape::Diamond, stratum > last && last > 0 ? SceneClass::Warning : SceneClass::Neutral,
             SceneWords::ntpStratum(last, stratum, refid));
    else if (state.refid != before->refid)
        found.minor.push_back(
            {state.from, MarkShape::Tick, SceneClass::Neutral, {}, SceneWords::ntpFollows(refid), state.ref});
}

void addStates(NtpMarks& found, const NtpAssociation& association)
{
    const NtpState* before = nullptr;
    for (const NtpState& state : association.states) {
        if (!state.ofServer)
            continue;
        addState(found, state, before);
        if (state.kiss.empty())
            before = &state;
    }
}

void addReports(NtpMarks& found, const NtpAssociation& association)
{
    for (const NtpReport& report : association.reports) {
        const QString reach = QString::fromStdString(octalText(static_cast<unsigned>(report.reach)));
        const QString text =
            SceneWords::ntpStatus(reach, report.stratum, QString::fromStdString(millisText(report.offset)));
        if (report.reach == 0)
            found.marks.push_back(
                {report.at, MarkShape::Square, SceneClass::Bad, {}, SceneWords::ntpUnreached(), report.ref});
        else
            found.minor.push_back({report.at, MarkShape::Dot, SceneClass::Neutral, {}, text, report.ref});
    }
}

} // namespace

NtpMarks ntpMarks(const NtpAssociation& association)
{
    NtpMarks found;
    addPolls(found, association);
    addStates(found, association);
    addReports(found, association);
    return found;
}

} // namespace whittle

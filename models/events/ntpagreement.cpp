// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/ntpagreement.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <span>

#include "models/events/deviceevents.h"

namespace whittle
{

namespace
{

constexpr double milliseconds = 1e3;
constexpr double captureElsewhere = 0.5; ///< ms
constexpr std::ptrdiff_t filterStages = 8;
constexpr int notSynchronised = 16;

/// Compares one row.
class Comparison
{
public:
    Comparison(const NtpAssociation& association, const NtpReport& report, std::vector<NtpAgreement>& into)
        : m_association(association)
        , m_report(report)
        , m_into(into)
        , m_at(momentOf(association, report))
    {
        const auto end = std::ranges::upper_bound(association.polls, m_at, {}, &NtpPoll::at);
        const auto begin = end - std::min(filterStages, end - association.polls.begin());
        m_polls = {begin, end};
    }

    void run()
    {
        if (m_polls.empty())
            return;
        if (m_report.reach != 0) {
            near(NtpAspect::Delay, m_report.delay,
                 [](const NtpPoll& poll) { return poll.delay ? poll.delay : poll.roundTrip; });
            near(NtpAspect::Offset, m_report.offset, [](const NtpPoll& poll) { return poll.offset; });
        }
        reach();
        if (const NtpState* state = stateAt(m_association, true, m_at))
            said(*state);
    }

private:
    /// When the table was printed, by the clock of the packets: by what its column `when` says of the last
    /// one.
    static CaseTime momentOf(const NtpAssociation& association, const NtpReport& report)
    {
        if (!report.when)
            return report.at;
        const CaseTime heard = report.at - Nanoseconds(*report.when);
        const auto end = std::ranges::upper_bound(association.polls, heard + sameMoment, {}, &NtpPoll::at);
        if (end == association.polls.begin())
            return report.at;
        const NtpPoll& last = *std::prev(end);
        const bool heardIt = last.outcome >= PollOutcome::Unusable && last.at >= heard - sameMoment;
        return heardIt ? report.at + (last.at - heard) : report.at;
    }

    void add(NtpAspect aspect, std::string packets, std::string table, bool agrees, const EventRef& packet)
    {
        m_into.push_back({m_association.client, m_association.server, m_report.at, aspect, std::move(packets),
                          std::move(table), agrees, m_report.ref, packet});
    }

    /// The one that is nearest to the table's.
    void near(NtpAspect aspect, double table,
              const std::function<std::optional<double>(const NtpPoll&)>& value)
    {
        const NtpPoll* best = nullptr;
        double nearest = HUGE_VAL;
        for (const NtpPoll& poll : m_polls) {
            const auto seconds = poll.outcome == PollOutcome::Answered ? value(poll) : std::nullopt;
            if (!seconds || !(std::abs(*seconds * milliseconds - table) < nearest))
                continue;
            best = &poll;
            nearest = std::abs(*seconds * milliseconds - table);
        }
        if (best)
            add(aspect, millisText(*value(*best) * milliseconds), millisText(table),
                nearest <= m_report.jitter + captureElsewhere, best->ref);
    }

    void reach()
    {
        const NtpReach reach = reachAt(m_association, m_at);
        if (reach.known != 0)
            add(NtpAspect::Reach, toText(reach), octalText(static_cast<unsigned>(m_report.reach)),
                (static_cast<unsigned>(m_report.reach) & reach.known) == reach.bits, m_polls.back().ref);
    }

    void said(const NtpState& state)
    {
        if (!state.stratum)
            return;
        // Packets say 0 where tables say 16 (RFC 5905 §7.3).
        const int stratum = *state.stratum == 0 ? notSynchronised : *state.stratum;
        add(NtpAspect::Stratum, std::to_string(stratum), std::to_string(m_report.stratum),
            stratum == m_report.stratum, state.ref);
        // ntpd does not take the reference of who is not synchronised.
        if (stratum != notSynchronised && !state.refid.empty() && !m_report.refid.empty())
            add(NtpAspect::Reference, state.refid, m_report.refid, state.refid == m_report.refid, state.ref);
    }

    const NtpAssociation& m_association;
    const NtpReport& m_report;
    std::vector<NtpAgreement>& m_into;
    CaseTime m_at;
    std::span<const NtpPoll> m_polls;
};

} // namespace

std::string_view toText(NtpAspect aspect)
{
    switch (aspect) {
    case NtpAspect::Delay:
        return "delay";
    case NtpAspect::Offset:
        return "offset";
    case NtpAspect::Reach:
        return "reach";
    case NtpAspect::Stratum:
        return "stratum";
    case NtpAspect::Reference:
        break;
    }
    return "refid";
}

std::vector<NtpAgreement> ntpAgreements(const std::vector<NtpAssociation>& associations)
{
    std::vector<NtpAgreement> all;
    for (const NtpAssociation& association : associations) {
        for (const NtpReport& report : association.reports)
            Comparison(association, report, all).run();
    }
    return all;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "models/base/fields.h"
#include "models/clocks/clockbounds.h"
#include "models/clocks/hostevidence.h"
#include "models/clocks/ntppolls.h"
#include "models/clocks/ntpreadings.h"
#include "models/clocks/ntptexts.h"

namespace whittle
{

namespace
{

constexpr std::int64_t nsPerMs = 1'000'000;
constexpr double steepestSlew = 500e-6;

/// A host seen in a capture.
using Seen = std::pair<SourceId, IpAddress>;

/// The answers that a host got, by who sent them, at which time of the capture.
using Answers = std::map<Seen, std::map<IpAddress, std::vector<SourceTime>>>;

Answers answersTo(const HostEvidence& evidence)
{
    Answers answers;
    for (const EventRow& event : evidence.events.singles) {
        if (event.kind == "ntp.server" && isWithinReach(event.time.ns) && event.source.address.isSet()
            && event.destination.address.isSet())
            answers[{event.ref.source, event.destination.address}][event.source.address].push_back(
                evidence.steady(event));
    }
    return answers;
}

/// What the host's clock showed at a moment of the source's.
Interval64 onHost(const ClockRelation& relation, SourceTime at)
{
    const auto away = static_cast<double>((at - relation.middle).count());
    const std::int64_t drifted = std::llround(away * relation.driftPpm * 1e-6);
    const std::int64_t doubt = std::llround(std::abs(away) * relation.driftWidthPpm * 1e-6);
    return {at.ns + relation.lowNs + drifted - doubt, at.ns + relation.highNs + drifted + doubt};
}

/// How well the rows of a status are those of one host.
struct Fit {
    std::uint64_t rows = 0; ///< that the packets prove
    bool contradicted = false;
    double chance = 1; ///< that a host that has nothing to do with it fits as well

    bool isSure() const
    {
        constexpr double unlikely = 0.1;
        return rows > 0 && !contradicted && chance < unlikely;
    }
};

/// The captures with the hosts whose clocks are known by their timestamps.
class HostsInCaptures
{
public:
    HostsInCaptures(const HostEvidence& evidence, const std::vector<ClockRelation>& byStamps)
        : m_evidence(evidence)
        , m_answers(answersTo(evidence))
        , m_relations(byStamps)
    {
    }

    /// The relations of the hosts that fit, in any capture.
    std::vector<const ClockRelation*> whoFits(const NtpStatus& status, std::uint64_t& rows) const
    {
        std::vector<const ClockRelation*> all;
        for (const ClockRelation& relation : m_relations) {
            const Fit fit = fitOf(status, relation);
            if (fit.isSure())
                all.push_back(&relation);
            rows = fit.isSure() ? std::max(rows, fit.rows) : rows;
        }
        return all;
    }

private:
    Fit fitOf(const NtpStatus& status, const ClockRelation& relation) const
    {
        Fit fit;
        const auto answers = m_answers.find({relation.a.source, relation.b.host});
        const SourceRow* source = m_evidence.events.source(relation.a.source);
        if (answers == m_answers.end() || !source || !source->first || !source->last
            || !isWithinReach(source->first->ns) || !isWithinReach(source->last->ns))
            return fit;
        const Interval64 seen{onHost(relation, *source->first).high, onHost(relation, *source->last).low};
        for (const PeerRow& row : status.rows) {
            const auto ofRemote = answers->second.find(row.address);
            if (row.isLocal || !row.whenNs || ofRemote == answers->second.end())
                continue;
            std::vector<Interval64> times;
            for (const SourceTime at : ofRemote->second)
                times.push_back(onHost(relation, at));
            addRow(fit, answerWindow(status, row), row,
                   whittle::fitOf(answerWindow(status, row), times, seen));
        }
        return fit;
    }

    static void addRow(Fit& fit, const AnswerWindow& window, const PeerRow& row, RowFit how)
    {
        fit.contradicted = fit.contradicted || how == RowFit::Contradicts;
        if (how != RowFit::Fits)
            return;
        ++fit.rows;
        const auto width = static_cast<double>(window.to - window.from);
        fit.chance *= std::min(1.0, width / static_cast<double>(std::max<std::int64_t>(row.pollNs, 1)));
    }

    const HostEvidence& m_evidence;
    Answers m_answers;
    const std::vector<ClockRelation>& m_relations;
};

class StatusClocks
{
public:
    StatusClocks(const HostEvidence& evidence, const std::vector<ClockRelation>& byStamps)
        : m_evidence(evidence)
        , m_captures(evidence, byStamps)
        , m_polls(evidence, byStamps)
        , m_statuses(ntpStatuses(evidence))
    {
    }

    std::vector<ClockRelation> run()
    {
        for (const NtpStatus& status : m_statuses)
            findByPackets(status);
        for (const NtpStatus& status : m_statuses)
            findByOthers(status);
        for (const auto& [source, host] : m_hosts)
            addIdentity(source, host);
        for (const NtpStatus& status : m_statuses)
            addOffsets(status);
        const auto texts = ntpTextRelations(m_evidence, m_statuses);
        m_all.insert(m_all.end(), texts.begin(), texts.end());
        return std::move(m_all);
    }

private:
    struct Host {
        IpAddress address{};
        SourceTime at{};
        std::uint64_t rows = 0;
        bool isUnclear = false;
    };

    void identify(const NtpStatus& status, const IpAddress& address, std::uint64_t rows)
    {
        const auto [known, isNew] = m_hosts.try_emplace(status.source, Host{address, status.at});
        known->second.isUnclear = known->second.isUnclear || known->second.address != address;
        known->second.rows += rows;
    }

    void findByPackets(const NtpStatus& status)
    {
        std::uint64_t rows = 0;
        const auto fits = m_captures.whoFits(status, rows);
        std::set<IpAddress> hosts;
        for (const ClockRelation* relation : fits)
            hosts.insert(relation->b.host);
        if (hosts.size() == 1)
            identify(status, *hosts.begin(), rows);
        else if (hosts.size() > 1)
            addHull(status, fits, rows);
        else if (const auto host = m_polls.hostOf(status))
            identify(status, *host, 1);
    }

    /// It is one of several whose clocks are about the same.
    void addHull(const NtpStatus& status, const std::vector<const ClockRelation*>& fits, std::uint64_t rows)
    {
        constexpr std::int64_t aboutTheSame = nsPerSecond;
        const ClockRelation& first = *fits.front();
        const SourceTime at{status.at.ns - first.differenceNs};
        ClockRelation hull{first.a, sourceClockOf(status.source), 0, INT64_MAX, INT64_MIN};
        for (const ClockRelation* fit : fits) {
            if (fit->a != first.a)
                return;
            const Interval64 shown = onHost(*fit, at);
            hull.lowNs = std::min(hull.lowNs, shown.low - at.ns);
            hull.highNs = std::max(hull.highNs, shown.high - at.ns);
        }
        hull.differenceNs = hull.lowNs / 2 + hull.highNs / 2;
        hull.middle = hull.from = hull.to = at;
        hull.pairs = rows;
        hull.basis = "ntp-status";
        if (hull.highNs - hull.lowNs <= aboutTheSame)
            m_all.push_back(hull);
    }

    /// Who follows R at stratum n is the remote of which another status says that it follows R at n.
    void findByOthers(const NtpStatus& teller)
    {
        for (const PeerRow& row : teller.rows) {
            if (row.isLocal || !row.address.isSet() || row.stratum >= 16 || !row.whenNs)
                continue;
            std::set<SourceId> sources;
            const NtpStatus* told = nullptr;
            for (const NtpStatus& status : m_statuses) {
                if (!isWhatRowTells(status, teller, row))
                    continue;
                sources.insert(status.source);
                told = &status;
            }
            if (sources.size() == 1)
                identify(*told, row.address, 1);
        }
    }

    bool isWhatRowTells(const NtpStatus& status, const NtpStatus& teller, const PeerRow& row) const
    {
        constexpr std::int64_t longest = 3600 * nsPerSecond; // that nothing changes
        const PeerRow* peer = status.systemPeer();
        const auto known = m_hosts.find(status.source);
        const bool isAnother = known != m_hosts.end() && known->second.address != row.address;
        const auto pollsIt = [&](const PeerRow& own) { return own.address == row.address; };
        return status.source != teller.source && !isAnother && peer && status.synchronised
            && status.stratum == row.stratum && peer->remote == row.refid
            && std::abs((status.at - teller.at).count()) < longest
            && std::ranges::none_of(status.rows, pollsIt);
    }

    /// Both show the clock of the node.
    void addIdentity(SourceId source, const Host& host)
    {
        if (host.isUnclear)
            return;
        m_all.push_back(
            sameClock(sourceClockOf(source), hostClockOf(host.address), 0, host.at, "ntp-status"));
        m_all.back().pairs = host.rows;
    }

    /// A measured offset is off by half the delay at most, and by what the clock made since: its own drift,
    /// and towards whom it follows, by no more than 500 ppm (RFC 5905 §11.3).
    void addOffsets(const NtpStatus& status)
    {
        const PeerRow* peer = status.systemPeer();
        const double followed = peer && peer->isMeasured() && status.synchronised ? peer->offsetMs : 0;
        for (const PeerRow& row : status.rows) {
            if (!row.isMeasured() || !row.address.isSet() || !row.whenNs)
                continue;
            const double drift = peer && !peer->isLocal ? 15e-6 : 100e-6;
            const auto age = static_cast<double>(*row.whenNs + row.pollNs * (row.answers - 1)) * 1e-6;
            const double doubt = row.delayMs / 2 + row.jitterMs + age * drift;
            const double slewed = std::clamp(followed, -age * steepestSlew, age * steepestSlew);
            ClockRelation made{sourceClockOf(status.source), hostClockOf(row.address)};
            made.lowNs = std::llround((row.offsetMs - std::max(0.0, slewed) - doubt) * nsPerMs);
            made.highNs = std::llround((row.offsetMs - std::min(0.0, slewed) + doubt) * nsPerMs);
            made.differenceNs = std::llround((made.lowNs + made.highNs) / 2);
            made.middle = made.from = made.to = status.at;
            made.pairs = static_cast<std::uint64_t>(row.answers);
            made.basis = "ntp-status";
            m_all.push_back(made);
        }
    }

    const HostEvidence& m_evidence;
    HostsInCaptures m_captures;
    NtpPolls m_polls;
    std::vector<NtpStatus> m_statuses;
    std::map<SourceId, Host> m_hosts;
    std::vector<ClockRelation> m_all;
};

} // namespace

std::vector<ClockRelation> ntpStatusRelations(const HostEvidence& evidence,
                                              const std::vector<ClockRelation>& byStamps)
{
    return StatusClocks(evidence, byStamps).run();
}

} // namespace whittle

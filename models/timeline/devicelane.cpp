// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>

#include "models/timeline/lanes.h"
#include "models/timeline/markrules.h"
#include "models/timeline/scenewords.h"

namespace whittle
{

namespace
{

QString shown(const std::string& text)
{
    return QString::fromStdString(text);
}

/// The pieces of a bar that are left where it was seen, with edges that tell a true end from a cut.
std::vector<SceneBar> seenPieces(const SceneBar& bar, const std::vector<TimeRange>& unseen)
{
    std::vector<SceneBar> pieces;
    for (const TimeRange& piece : without({bar.from, bar.to}, unseen)) {
        SceneBar part = bar;
        part.from = piece.from;
        part.to = piece.to;
        if (piece.from != bar.from) {
            part.left = BarEdge::Unseen;
            part.beganAt.reset();
        }
        if (piece.to != bar.to) {
            part.right = BarEdge::Unseen;
            part.ending = SceneClass::Neutral;
            part.endedAt.reset();
        }
        pieces.push_back(std::move(part));
    }
    return pieces;
}

SceneBar registrationBar(const Registration& registration, const SceneOptions& options)
{
    SceneBar bar;
    bar.from = registration.from;
    bar.to = registration.to;
    bar.left = registration.beganAt ? BarEdge::Seen : BarEdge::Unseen;
    bar.right = registration.ended == RegistrationEnd::Open ? BarEdge::Unseen : BarEdge::Seen;
    bar.ending = markRule(registration.ended).severity;
    bar.label = SceneWords::registeredWith(nameOf(registration.node.address, options));
    bar.brief = SceneWords::registered();
    bar.text = bar.label + QLatin1Char('\n') + SceneWords::endedBy(SceneWords::ending(registration.ended));
    bar.beganAt = registration.beganAt;
    bar.endedAt = registration.endedAt;
    return bar;
}

SceneBar leaseBar(const Lease& lease)
{
    SceneBar bar;
    bar.from = lease.from;
    bar.to = lease.to;
    bar.left = lease.beganAt ? BarEdge::Seen : BarEdge::Unseen;
    bar.right = lease.ended == LeaseEnd::Open ? BarEdge::Unseen : BarEdge::Seen;
    const bool bad = lease.ended == LeaseEnd::Refused || lease.ended == LeaseEnd::Expired
        || lease.ended == LeaseEnd::Declined;
    bar.ending = bad ? SceneClass::Bad : SceneClass::Neutral;
    bar.label = SceneWords::lease(lease.length ? TimeText::duration(*lease.length) : QString());
    bar.text = SceneWords::leaseOf(shown(toText(lease.address))) + QStringLiteral(" · ") + bar.label
        + QLatin1Char('\n') + SceneWords::endedBy(SceneWords::ending(lease.ended));
    bar.beganAt = lease.beganAt;
    bar.endedAt = lease.endedAt;
    return bar;
}

/// T1, T2 and expiry count from the last acknowledgement, and only those are told that the lease lived to see
/// (with a hundredth of its length to spare: a refusal comes in answer to the request made at T1, or a little
/// before it).
void addLeaseTicks(const Lease& lease, std::vector<LeaseTick>& ticks)
{
    if (!lease.length || lease.length->count() <= 0)
        return;
    const CaseTime last = moved(lease.to, Nanoseconds(*lease.length) / 100);
    const std::chrono::seconds moments[] = {lease.t1, lease.t2, *lease.length};
    for (int i = 0; i < 3; ++i) {
        const CaseTime at = moved(lease.boundAt, Nanoseconds(moments[i]));
        if (moments[i].count() > 0 && at <= last)
            ticks.push_back(
                {std::min(at, lease.to), static_cast<LeaseMoment>(i), SceneWords::leaseMoment(i)});
    }
}

/// Gathers marks, each event once, told by whoever knows most about it.
class MarkGatherer
{
public:
    void add(const SceneMark& mark)
    {
        if (!mark.ref) {
            m_loose.push_back(mark);
            return;
        }
        const auto [place, isNew] = m_byRef.try_emplace(*mark.ref, mark);
        if (isNew)
            return;
        const std::string kind = mark.kind.empty() ? place->second.kind : mark.kind;
        if (mark.severity > place->second.severity)
            place->second = mark;
        place->second.kind = kind;
    }

    void giveTo(SceneLane& lane)
    {
        for (const auto& [ref, mark] : m_byRef)
            m_loose.push_back(mark);
        for (SceneMark& mark : m_loose) {
            const bool notable = mark.severity > SceneClass::Good;
            const bool renewal = mark.shape == MarkShape::Dot;
            (renewal ? lane.renewals : notable ? lane.marks : lane.minor).push_back(std::move(mark));
        }
    }

private:
    std::map<EventRef, SceneMark> m_byRef;
    std::vector<SceneMark> m_loose;
};

void addRequests(const Lease& lease, MarkGatherer& marks)
{
    for (const LeaseRequest& request : lease.requests) {
        SceneMark mark{request.at, MarkShape::Tick, SceneClass::Neutral, "dhcp.request", {}, request.request};
        const bool renewal =
            request.state == RequestState::Renewing || request.state == RequestState::Rebinding;
        switch (request.outcome) {
        case RequestOutcome::Silence:
            mark.shape = MarkShape::Square;
            mark.severity = SceneClass::Warning;
            mark.text = SceneWords::unanswered(request.state);
            break;
        case RequestOutcome::Unknown:
            continue;
        case RequestOutcome::Refused:
            mark = {request.answeredAt,
                    MarkShape::Triangle,
                    SceneClass::Bad,
                    "dhcp.nak",
                    SceneWords::refused(request.state),
                    request.answer ? request.answer : request.request};
            break;
        case RequestOutcome::Acknowledged:
            if (!renewal)
                continue;
            mark = {request.answeredAt,    MarkShape::Dot,
                    SceneClass::Good,      "dhcp.ack",
                    SceneWords::renewed(), request.answer ? request.answer : request.request};
            break;
        }
        marks.add(mark);
    }
}

void addMarks(const DeviceHistory& device, SceneLane& lane)
{
    MarkGatherer marks;
    for (const Lease& lease : device.leases)
        addRequests(lease, marks);
    for (const Registration& registration : device.registrations) {
        if (registration.ended == RegistrationEnd::Open)
            continue;
        const MarkRule rule = markRule(registration.ended);
        marks.add({registration.to,
                   rule.shape,
                   rule.severity,
                   {},
                   SceneWords::endedBy(SceneWords::ending(registration.ended)),
                   registration.endedAt});
    }
    for (const DeviceMark& mark : device.marks) {
        const MarkRule rule = markRule(mark.kind);
        marks.add({mark.at, rule.shape, rule.severity, mark.kind, SceneWords::kind(mark.kind), mark.ref});
    }
    marks.giveTo(lane);
}

QString addressesText(const DeviceHistory& device, const SceneOptions& options)
{
    QStringList parts;
    const auto detail = options.details.find(device.name);
    if (detail != options.details.end() && !detail->second.isEmpty())
        parts += detail->second;
    if (!device.addresses.empty())
        parts += shown(toText(device.addresses.back()));
    if (parts.isEmpty() && device.mac)
        parts += shown(toText(*device.mac));
    return parts.join(QStringLiteral(" · "));
}

/// "address lost × 3, reset": how its registrations ended, the most frequent first.
QString endingsText(const DeviceHistory& device)
{
    std::map<RegistrationEnd, int> counts;
    for (const Registration& registration : device.registrations) {
        if (registration.ended != RegistrationEnd::Open && registration.ended != RegistrationEnd::Unregister)
            ++counts[registration.ended];
    }
    std::vector<std::pair<RegistrationEnd, int>> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    QStringList parts;
    for (const auto& [end, count] : sorted)
        parts += SceneWords::times(SceneWords::ending(end), count);
    if (parts.isEmpty()) {
        const auto refused =
            std::count_if(device.leases.begin(), device.leases.end(),
                          [](const Lease& lease) { return lease.ended == LeaseEnd::Refused; });
        if (refused > 0)
            parts += SceneWords::times(SceneWords::ending(LeaseEnd::Refused), static_cast<int>(refused));
    }
    return parts.join(QStringLiteral(", "));
}

SceneClass worstEnding(const DeviceHistory& device)
{
    SceneClass worst = SceneClass::Neutral;
    for (const Registration& registration : device.registrations)
        worst = std::max(worst, markRule(registration.ended).severity);
    for (const Lease& lease : device.leases) {
        if (lease.ended == LeaseEnd::Refused)
            worst = SceneClass::Bad;
    }
    return worst;
}

} // namespace

std::vector<SourceId> sourcesOf(const DeviceHistory& device)
{
    std::set<SourceId> sources;
    for (const Registration& registration : device.registrations) {
        sources.insert(registration.seenBy.begin(), registration.seenBy.end());
        sources.insert(registration.aliveIn.begin(), registration.aliveIn.end());
    }
    for (const Lease& lease : device.leases) {
        for (const LeaseRequest& request : lease.requests)
            sources.insert(request.request.source);
    }
    for (const DeviceMark& mark : device.marks)
        sources.insert(mark.ref.source);
    return {sources.begin(), sources.end()};
}

SceneLane deviceLane(const Analysis& analysis, const DeviceHistory& device, const TimeRange& whole,
                     const SceneOptions& options)
{
    SceneLane lane;
    lane.id = device.name;
    lane.title = shown(device.name);
    lane.suffers = suffers(device);
    lane.lines.push_back({addressesText(device, options), SceneClass::Neutral});
    const QString endings = endingsText(device);
    if (!endings.isEmpty())
        lane.lines.push_back({endings, worstEnding(device)});

    lane.unseen = gapsIn(whole, coverageOf(analysis, sourcesOf(device)));
    lane.limits = limitsOf(analysis, sourcesOf(device));
    for (const Registration& registration : device.registrations) {
        for (SceneBar& piece : seenPieces(registrationBar(registration, options), lane.unseen))
            lane.registrations.push_back(std::move(piece));
    }
    for (const Lease& lease : device.leases) {
        lane.leases.push_back(leaseBar(lease));
        addLeaseTicks(lease, lane.leaseTicks);
    }
    addMarks(device, lane);
    finish(lane);
    return lane;
}

} // namespace whittle

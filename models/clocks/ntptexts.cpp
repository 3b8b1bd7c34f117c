// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/ntptexts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "models/base/fields.h"
#include "models/clocks/clockbounds.h"
#include "models/clocks/sitezone.h"

namespace whittle
{

namespace
{

/// The answers that one host got, by who sent them.
using Received = std::map<std::string, std::vector<SourceTime>>;

/// One text with packets.
struct Printed {
    const SourceRow* source = nullptr;
    SourceTime first{};
    SourceTime last{};
    std::optional<std::set<std::string>> inAll{}; ///< who sent or received each of them
    std::map<std::string, Received> received{};
    std::set<std::string> hosts{};

    /// The host on which they were printed; empty where it may be either of two.
    std::string self() const { return inAll && inAll->size() == 1 ? *inAll->begin() : std::string(); }
};

std::string nameOf(const FieldView& fields, std::string_view key, const IpAddress& address)
{
    return fields.value(key).value_or(toText(address));
}

void addPacket(Printed& printed, const EventRow& event, SourceTime at)
{
    const FieldView fields(event.fields);
    const std::string from = nameOf(fields, "src-name", event.source.address);
    const std::string to = nameOf(fields, "dst-name", event.destination.address);
    if (from.empty() || to.empty())
        return;
    if (!printed.inAll) {
        printed.inAll = {from, to};
        printed.first = at;
    }
    std::erase_if(*printed.inAll, [&](const std::string& name) { return name != from && name != to; });
    printed.last = at;
    if (event.kind == "ntp.server")
        printed.received[to][from].push_back(at);
}

std::vector<Printed> printedTexts(const HostEvidence& evidence)
{
    std::vector<Printed> all;
    for (const EventRow& event : evidence.events.singles) {
        const bool isNtp = (event.kind == "ntp.client" || event.kind == "ntp.server")
            && HostEvidence::isWithinReach(event.time.ns);
        const SourceRow* source = isNtp ? evidence.events.source(event.ref.source) : nullptr;
        if (!source || source->format != "packet-text")
            continue;
        if (all.empty() || all.back().source != source)
            all.push_back({source});
        addPacket(all.back(), event, evidence.steady(event));
    }
    return all;
}

/// How far the clock of a status is ahead of that of the text, if it is that of one of its hosts.
struct Found {
    std::string host{};
    std::int64_t zoneNs = 0; ///< date and zone alone
    std::int64_t lowNs = INT64_MIN; ///< and by the rows
    std::int64_t highNs = INT64_MAX;
    std::uint64_t rows = 0;
    std::map<std::string, IpAddress> addresses{}; ///< of who answered, by the name in the text
};

/// Tries one shift from the time of the text to UTC.
class Trial
{
public:
    Trial(const Printed& printed, const NtpStatus& status, std::int64_t shiftNs)
        : m_printed(printed)
        , m_status(status)
        , m_shiftNs(shiftNs)
    {
    }

    std::optional<Found> with(const std::string& host, const Received& received) const
    {
        Found found{host, m_shiftNs};
        std::set<std::string> used;
        for (const PeerRow& row : m_status.rows) {
            if (row.isLocal || !row.whenNs || row.whenStepNs > nsPerSecond)
                continue;
            if (!takeRow(found, row, received, used) && isSeen(answerWindow(m_status, row)))
                return {};
        }
        return found.rows > 0 ? std::optional(found) : std::nullopt;
    }

private:
    bool isSeen(const AnswerWindow& window) const
    {
        return m_printed.first.ns + m_shiftNs <= window.from && m_printed.last.ns + m_shiftNs >= window.to;
    }

    bool takeRow(Found& found, const PeerRow& row, const Received& received,
                 std::set<std::string>& used) const
    {
        const AnswerWindow window = answerWindow(m_status, row);
        const bool named = received.contains(row.remote);
        for (const auto& [sender, times] : received) {
            if (used.contains(sender) || (named && sender != row.remote))
                continue;
            std::vector<Interval64> shown;
            for (const SourceTime at : times)
                shown.push_back({at.ns + m_shiftNs, at.ns + m_shiftNs});
            if (fitOf(window, shown, {0, 0}) != RowFit::Fits)
                continue;
            used.insert(sender);
            const auto last = std::ranges::find_if(
                shown.rbegin(), shown.rend(), [&](const Interval64& time) { return time.low <= window.to; });
            found.lowNs = std::max(found.lowNs, window.from - last->low + m_shiftNs);
            found.highNs = std::min(found.highNs, window.to - last->low + m_shiftNs);
            ++found.rows;
            found.addresses[sender] = row.address;
            return true;
        }
        return false;
    }

    const Printed& m_printed;
    const NtpStatus& m_status;
    std::int64_t m_shiftNs;
};

/// The hosts whose answers the status tells of. The zone is that of the status: the nodes of a cluster that
/// print both are set alike.
std::vector<Found> hostsOf(const Printed& printed, const NtpStatus& status)
{
    std::vector<Found> all;
    if (!status.localOffsetNs)
        return all;
    const bool isUtc = printed.source->utcOffsetSeconds == 0;
    const std::int64_t zone = isUtc ? 0 : -*status.localOffsetNs;
    std::set<std::int64_t> days{0};
    if (!printed.source->hasDate) {
        const std::int64_t day = roundTo(status.at.ns - zone - printed.last.ns, nsPerDay);
        days = {day - nsPerDay, day, day + nsPerDay};
    }
    for (const std::int64_t day : days) {
        for (const auto& [host, received] : printed.received) {
            if (const auto found = Trial(printed, status, zone + day).with(host, received))
                all.push_back(*found);
        }
    }
    return all;
}

ClockRelation relationOf(const Printed& printed, const NtpStatus& status, const Found& found)
{
    const SourceTime at{printed.first.ns / 2 + printed.last.ns / 2};
    ClockRelation made = sameClock(sourceClockOf(printed.source->id), sourceClockOf(status.source),
                                   found.zoneNs, at, "ntp-status");
    made.from = printed.first;
    made.to = printed.last;
    made.pairs = found.rows;
    if (found.host == printed.self())
        return made;
    made.middle = {status.at.ns - found.zoneNs};
    made.lowNs = found.lowNs;
    made.highNs = found.highNs;
    made.differenceNs = made.lowNs / 2 + made.highNs / 2;
    return made;
}

/// Another's status names the address of the host on which the text was printed.
void addSelf(const Printed& printed, const Found& found, std::vector<ClockRelation>& all)
{
    const auto self = found.addresses.find(printed.self());
    if (self == found.addresses.end() || !self->second.isSet())
        return;
    all.push_back(sameClock(sourceClockOf(printed.source->id), hostClockOf(self->second), found.zoneNs,
                            printed.last, "ntp-status"));
}

} // namespace

std::vector<ClockRelation> ntpTextRelations(const HostEvidence& evidence,
                                            const std::vector<NtpStatus>& statuses)
{
    std::vector<ClockRelation> all;
    for (const Printed& printed : printedTexts(evidence)) {
        for (const NtpStatus& status : statuses) {
            if (evidence.stop.stop_requested())
                return all;
            const auto found = hostsOf(printed, status);
            if (found.size() != 1)
                continue;
            all.push_back(relationOf(printed, status, found.front()));
            addSelf(printed, found.front(), all);
        }
    }
    return all;
}

} // namespace whittle

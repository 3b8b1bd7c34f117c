// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cmath>
#include <map>
#include <tuple>

#include "models/base/fields.h"
#include "models/clocks/clockbounds.h"
#include "models/clocks/hostevidence.h"
#include "models/clocks/sitezone.h"

namespace whittle
{

namespace
{

/// UTC of a timestamp of 32.32 fixed point: seconds with the highest bit from 1968 to 2036, others after
/// (RFC 4330 §3).
std::int64_t utcOf(std::uint64_t stamp)
{
    constexpr std::int64_t toUnix = 2'208'988'800;
    constexpr std::int64_t era = std::int64_t{1} << 32;
    const auto seconds = static_cast<std::int64_t>(stamp >> 32);
    const std::uint64_t fraction = ((stamp & 0xFFFFFFFF) * static_cast<std::uint64_t>(nsPerSecond)) >> 32;
    const std::int64_t inEra = stamp >> 63 ? seconds : seconds + era;
    return (inEra - toUnix) * nsPerSecond + static_cast<std::int64_t>(fraction);
}

/// 0x and sixteen digits as the decoder writes them; 0 where there is none.
std::uint64_t stampOf(const FieldView& fields, std::string_view key)
{
    const auto text = fields.encoded(key);
    std::uint64_t stamp = 0;
    if (text && text->size() == 18 && text->starts_with("0x"))
        std::from_chars(text->data() + 2, text->data() + text->size(), stamp, 16);
    return stamp;
}

/// To what its clock can be read (RFC 5905 §7.3, log2 seconds). What is above a second was not filled in.
std::int64_t precisionOf(const FieldView& fields)
{
    const auto exponent = fields.number("precision");
    if (!exponent || *exponent > 0 || *exponent < -30)
        return nsPerSecond;
    return std::llround(std::ldexp(1e9, static_cast<int>(*exponent)));
}

/// What one host stamped into its packets of one mode.
class Stamped
{
public:
    void sent(SourceTime at, std::int64_t utc, std::int64_t precision, std::int64_t resolution)
    {
        if (m_count > 0)
            m_goesOn += goesOn(at, utc) ? 1 : 0;
        ++m_count;
        m_last = at;
        m_lastUtc = utc;
        m_bounds.atLeast(at, utc - precision - (at.ns + resolution));
    }
    void received(SourceTime at, std::int64_t utc, std::int64_t precision)
    {
        const std::int64_t most = utc + precision - at.ns;
        m_near = m_near || (m_count > 0 && std::abs(most - (m_lastUtc - m_last.ns)) < together);
        m_bounds.atMost(at, most);
    }

    /// Whether it is a clock that was sent. Steps break the sequence now and then, chance keeps it never.
    bool isClock() const { return m_count > 1 ? 2 * m_goesOn >= m_count - 1 : m_near; }
    const ClockBounds& bounds() const { return m_bounds; }

private:
    static constexpr std::int64_t together = 2 * nsPerSecond;

    bool goesOn(SourceTime at, std::int64_t utc) const
    {
        const std::int64_t passed = (at - m_last).count();
        return std::abs(utc - m_lastUtc - passed) <= nsPerSecond + std::abs(passed) / 1000;
    }

    ClockBounds m_bounds;
    SourceTime m_last{};
    std::int64_t m_lastUtc = 0;
    std::int64_t m_count = 0;
    std::int64_t m_goesOn = 0;
    bool m_near = false; ///< a packet was received at nearly the difference at which one was sent
};

/// The packets of one capture.
class StampedPackets
{
public:
    explicit StampedPackets(const SourceRow& source)
        : m_source(source.id)
        , m_resolutionNs(source.resolutionNs)
    {
    }

    void add(const EventRow& event, SourceTime at)
    {
        const FieldView fields(event.fields);
        const std::uint64_t transmit = stampOf(fields, "transmit");
        const std::int64_t precision = precisionOf(fields);
        const IpAddress& from = event.source.address;
        const IpAddress& to = event.destination.address;
        if (transmit == 0 || !from.isSet())
            return;
        Stamped& stamped = m_hosts[{from, event.kind}];
        stamped.sent(at, utcOf(transmit), precision, m_resolutionNs);
        const auto named = m_sent.find({to, from, stampOf(fields, "originate")});
        const std::uint64_t receive = stampOf(fields, "receive");
        if (named != m_sent.end() && receive != 0)
            stamped.received(named->second, utcOf(receive), precision);
        m_sent.try_emplace({from, to, transmit}, at);
    }

    void addRelations(std::vector<ClockRelation>& all) const
    {
        std::map<IpAddress, ClockBounds> bounds;
        for (const auto& [key, stamped] : m_hosts) {
            if (stamped.isClock())
                bounds[key.first].add(stamped.bounds());
        }
        for (const auto& [host, ofHost] : bounds) {
            const auto made = ofHost.relation(sourceClockOf(m_source), hostClockOf(host), "ntp-timestamps");
            if (made)
                all.push_back(*made);
        }
    }

private:
    SourceId m_source;
    std::int64_t m_resolutionNs;
    std::map<std::tuple<IpAddress, IpAddress, std::uint64_t>, SourceTime> m_sent; ///< from, to, transmit
    std::map<std::pair<IpAddress, std::string>, Stamped> m_hosts; ///< and mode
};

bool hasStamps(std::string_view kind)
{
    return kind == "ntp.client" || kind == "ntp.server" || kind == "ntp.broadcast"
        || kind.starts_with("ntp.symmetric-");
}

} // namespace

std::vector<ClockRelation> ntpStampRelations(const HostEvidence& evidence)
{
    std::map<SourceId, StampedPackets> sources;
    for (const EventRow& event : evidence.events.singles) {
        if (evidence.stop.stop_requested())
            return {};
        const SourceRow* source = hasStamps(event.kind) && isWithinReach(event.time.ns)
            ? evidence.events.source(event.ref.source)
            : nullptr;
        if (source)
            sources.try_emplace(source->id, *source).first->second.add(event, evidence.steady(event));
    }
    std::vector<ClockRelation> all;
    for (const SourceRow* source : inOrder(evidence.events)) {
        if (const auto packets = sources.find(source->id); packets != sources.end())
            packets->second.addRelations(all);
    }
    return all;
}

} // namespace whittle

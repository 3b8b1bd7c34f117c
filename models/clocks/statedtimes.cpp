// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

#include "models/base/fields.h"
#include "models/clocks/clockbounds.h"
#include "models/clocks/hostevidence.h"
#include "models/clocks/sitezone.h"
#include "models/formats/stamp.h"

namespace whittle
{

namespace
{

// A message that nothing delays is this long on its way from its writer to a capture, at most: half round
// the world, and a busy phone.
constexpr std::int64_t onItsWayNs = 250'000'000;
// What a phone asks CUCM is answered within this time, or what follows is no answer to it.
constexpr std::int64_t answersWithinNs = 10 * nsPerSecond;

// Servers of CUCM 3.x and 4.x run Windows, whose clock goes on in ticks of 15.6 ms.
constexpr std::int64_t tickNs = 16'000'000;

/// "Wed, 06 Jul 2016 18:22:51 GMT" (RFC 3261 §20.17), ns since 1970.
std::optional<std::int64_t> utcOfDate(std::string_view date)
{
    const std::size_t comma = date.find(", ");
    const auto stamp = comma == std::string_view::npos ? std::nullopt : stampAtFront(date.substr(comma + 2));
    if (!stamp || !stamp->isValid() || !stamp->year || stamp->utcOffsetSeconds() != 0
        || !HostEvidence::isWithinReach(stamp->ns()))
        return {};
    return stamp->ns();
}

/// What one source tells of the clock of one host.
struct Told {
    ClockBounds bounds{};
    bool byThisNode = false; ///< said by CUCM itself, in its own trace
};

/// A time that a host wrote into a message: it was this or up to `stepNs` later.
struct Stated {
    std::int64_t utc = 0;
    std::int64_t stepNs = nsPerSecond;
};

class StatedTimes
{
public:
    explicit StatedTimes(const SourceRow& source)
        : m_source(source)
        , m_isTrace(source.format == "cucm-sdi" || source.format == "cucm-sdl")
    {
    }

    void add(const EventRow& event, SourceTime at)
    {
        if (event.kind == "sccp.time-date")
            m_asked[{event.source.address, event.destination.address}] = at;
        else if (event.kind == "sccp.time-date-res")
            addTimeDate(event, at);
        else if (event.kind == "sip.response")
            addResponse(event, at);
        else if (event.kind == "sip.register")
            addRequest(event, at);
    }

    void addRelations(std::vector<ClockRelation>& all) const;

private:
    using Ends = std::pair<IpAddress, IpAddress>; ///< who asked, and whom
    using Dialog = std::pair<Ends, std::string>; ///< and Call-ID
    struct Request {
        std::string cseq{};
        SourceTime at{};
        bool datedTrying = false; ///< answered by one who writes dates himself
    };

    void addTimeDate(const EventRow& event, SourceTime at);
    void addResponse(const EventRow& event, SourceTime at);
    void addRequest(const EventRow& event, SourceTime at);
    Told& note(std::string_view basis, const IpAddress& host, Stated stated, SourceTime at);
    void addOf(const std::string& basis, const IpAddress& host, const Told& told,
               std::vector<ClockRelation>& all) const;

    const SourceRow& m_source;
    bool m_isTrace;
    std::map<Ends, SourceTime> m_asked;
    std::map<Dialog, Request> m_requests; ///< the last of each
    std::map<std::pair<std::string, IpAddress>, Told> m_told; ///< by basis and host
};

/// It was written before it was captured.
Told& StatedTimes::note(std::string_view basis, const IpAddress& host, Stated stated, SourceTime at)
{
    Told& told = m_told[{std::string(basis), host}];
    told.bounds.atLeast(at, stated.utc - (at.ns + m_source.resolutionNs));
    return told;
}

/// Milliseconds are those of the local time beside it, where they are written.
void StatedTimes::addTimeDate(const EventRow& event, SourceTime at)
{
    const FieldView fields(event.fields);
    const auto seconds = fields.number("system-time");
    const IpAddress& node = event.source.address;
    if (!seconds || *seconds <= 0 || *seconds > UINT32_MAX || !node.isSet())
        return;
    Stated stated{*seconds * nsPerSecond};
    const std::string civil = fields.value("civil-time").value_or("");
    if (const std::size_t dot = civil.find('.'); dot != std::string::npos && civil.size() == dot + 4) {
        stated.utc += std::atoi(civil.c_str() + dot + 1) * std::int64_t{1'000'000};
        stated.stepNs = tickNs;
    }
    Told& told = note("sccp-time", node, stated, at);
    told.byThisNode = m_isTrace;
    const auto asked = m_asked.find({event.destination.address, node});
    const std::int64_t latest = stated.utc + stated.stepNs;
    if (asked != m_asked.end() && (at - asked->second).count() < answersWithinNs)
        told.bounds.atMost(asked->second, latest - asked->second.ns);
    else
        told.bounds.atMostIfPrompt(at, latest + onItsWayNs - at.ns);
    m_asked.erase({event.destination.address, node});
}

/// One that its sender wrote: what a proxy passes on has its own Via and another's Contact.
void StatedTimes::addRequest(const EventRow& event, SourceTime at)
{
    const FieldView fields(event.fields);
    const IpAddress& sender = event.source.address;
    const Ends ends{sender, event.destination.address};
    Request& request = m_requests[{ends, fields.value("call-id").value_or("")}];
    if (const std::string cseq = fields.value("cseq").value_or(""); request.cseq != cseq)
        request = {cseq, at};
    const auto utc = utcOfDate(fields.value("date").value_or(""));
    const auto via = endpointFromText(fields.value("via").value_or(""));
    const auto contact = endpointFromText(fields.value("contact").value_or(""));
    if (!utc || !sender.isSet() || !via || via->address != sender || !contact || contact->address != sender)
        return;
    note("sip-dates", sender, {*utc}, at).bounds.atMostIfPrompt(at, *utc + nsPerSecond + onItsWayNs - at.ns);
}

/// 100 is never passed on (RFC 3261 §16.7); of who dates it, other answers to a REGISTER count too.
void StatedTimes::addResponse(const EventRow& event, SourceTime at)
{
    const FieldView fields(event.fields);
    const std::string cseq = fields.value("cseq").value_or("");
    const auto utc = utcOfDate(fields.value("date").value_or(""));
    const Ends ends{event.destination.address, event.source.address};
    const auto request = m_requests.find({ends, fields.value("call-id").value_or("")});
    if (!utc || !event.source.address.isSet() || request == m_requests.end() || request->second.cseq != cseq)
        return;
    const bool isTrying = fields.number("status") == 100;
    request->second.datedTrying = request->second.datedTrying || isTrying;
    if (!isTrying && !request->second.datedTrying)
        return;
    Told& told = note("sip-dates", event.source.address, {*utc}, at);
    told.byThisNode = m_isTrace;
    told.bounds.atMost(request->second.at, *utc + nsPerSecond - request->second.at.ns);
}

/// What a node says of the time in its own trace is on the clock with which it writes the trace: only the
/// zone and the date lie between.
void StatedTimes::addOf(const std::string& basis, const IpAddress& host, const Told& told,
                        std::vector<ClockRelation>& all) const
{
    auto made = told.bounds.relation(sourceClockOf(m_source.id), hostClockOf(host), basis);
    if (!made)
        return;
    const std::int64_t zone = roundTo(made->differenceNs, quarterHour);
    const auto isAlone = [&, ofNode = 0](const auto& other) mutable {
        ofNode += other.second.byThisNode && other.first.first == basis ? 1 : 0;
        return ofNode < 2;
    };
    const bool ownNode = told.byThisNode && std::all_of(m_told.begin(), m_told.end(), isAlone);
    if (!ownNode)
        return all.push_back(*made);
    if (zone < made->lowNs - nsPerSecond || zone > made->highNs + nsPerSecond)
        return;
    const std::uint64_t moments = made->pairs;
    made = sameClock(made->a, made->b, zone, made->middle, basis);
    made->pairs = moments;
    all.push_back(*made);
}

void StatedTimes::addRelations(std::vector<ClockRelation>& all) const
{
    for (const auto& [key, told] : m_told)
        addOf(key.first, key.second, told, all);
}

} // namespace

std::vector<ClockRelation> statedTimeRelations(const HostEvidence& evidence)
{
    std::map<SourceId, StatedTimes> sources;
    for (const EventRow& event : evidence.events.singles) {
        if (evidence.stop.stop_requested())
            return {};
        const bool mayState = (event.kind == "sip.register" || event.kind == "sip.response"
                               || event.kind.starts_with("sccp.time-date"))
            && HostEvidence::isWithinReach(event.time.ns);
        const SourceRow* source = mayState ? evidence.events.source(event.ref.source) : nullptr;
        if (source)
            sources.try_emplace(source->id, *source).first->second.add(event, evidence.steady(event));
    }
    std::vector<ClockRelation> all;
    for (const SourceRow* source : inOrder(evidence.events)) {
        if (const auto times = sources.find(source->id); times != sources.end())
            times->second.addRelations(all);
    }
    return all;
}

} // namespace whittle

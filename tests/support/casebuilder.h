// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <list>
#include <string>
#include <vector>

#include "models/checks/check.h"
#include "models/events/histories.h"
#include "models/events/identity.h"
#include "models/events/ntpassociations.h"

/// Cases made by hand for tests of what judges events: times in seconds, addresses and fields as text.
/// Header-only.
namespace whittle::test
{

/// Fri 27 Feb 2009 14:00 UTC.
inline constexpr std::int64_t caseStartNs = 1'235'743'200LL * nsPerSecond;

inline std::int64_t nsOf(double seconds)
{
    return std::llround(seconds * 1e9);
}

inline CaseTime caseAt(double seconds)
{
    return {caseStartNs + nsOf(seconds)};
}

inline std::string phoneOf(int number)
{
    Mac mac{{0x00, 0x1E, 0x7A, 0x24, 0x40, static_cast<std::uint8_t>(number)}};
    return phoneName(mac);
}

inline std::string macFieldOf(int number)
{
    return "client-mac=" + toText(*macOfPhoneName(phoneOf(number)));
}

/// One event, with defaults for what a test does not care about.
struct Made {
    std::string kind{};
    std::string device{};
    std::string source{};
    std::string destination{};
    std::string fields{};
};

class CaseBuilder
{
public:
    /// A capture that is watching from `from` to `to`.
    SourceId capture(const std::string& path, double from, double to)
    {
        return add(path, "pcap", PlaceUnit::Frame, from, to);
    }
    SourceId trace(const std::string& path, double from, double to)
    {
        return add(path, "cucm-sdi", PlaceUnit::Line, from, to);
    }
    SourceId serverLog(const std::string& path, double from, double to)
    {
        return add(path, "dhcp-server-log", PlaceUnit::Line, from, to);
    }
    /// The description of a site.
    SourceId site(const std::string& path) { return add(path, "site", PlaceUnit::Line, 0, 1); }
    SourceId console(const std::string& path, double from, double to)
    {
        return add(path, "phone-console", PlaceUnit::Line, from, to);
    }

    /// How much the source's clock shows more than the clock of the case.
    void setAhead(SourceId source, double seconds) { row(source).ahead = seconds; }
    SourceRow& sourceRow(SourceId source) { return row(source).row; }

    void event(SourceId source, double at, const Made& made)
    {
        EventRow event;
        event.ref.source = source;
        event.time = {caseStartNs + nsOf(at)};
        event.kind = made.kind;
        event.device = made.device;
        event.source = endpointFromText(made.source).value_or(Endpoint{});
        event.destination = endpointFromText(made.destination).value_or(Endpoint{});
        event.fields = made.fields;
        m_events.push_back(std::move(event));
    }

    /// Takes the events of a source away again.
    void forget(SourceId source)
    {
        std::erase_if(m_events, [&](const EventRow& event) { return event.ref.source == source; });
        std::erase_if(m_trains, [&](const TrainRow& train) { return train.first.ref.source == source; });
    }

    /// Keepalives every `interval` seconds from `from` on, `count` of them.
    void train(SourceId source, double from, double interval, std::uint32_t count, const Made& made)
    {
        event(source, from, made);
        TrainRow train;
        train.first = m_events.back();
        m_events.pop_back();
        train.first.ref.place = {row(source).row.unit, 1'000'000 + m_trains.size() * 100};
        train.lastTime = train.first.time + Nanoseconds(nsOf(interval * (count - 1)));
        train.lastPlace = train.first.ref.place.number + 99;
        train.count = count;
        train.intervalNs = nsOf(interval);
        train.longestStepNs = nsOf(interval);
        m_trains.push_back(std::move(train));
    }

    // What phone `number` says and is told over its connection from `port` on.
    std::string phoneEnd(int number, int port) const
    {
        return "10.2.20." + std::to_string(number) + ":" + std::to_string(port);
    }
    void registers(SourceId source, double at, int number, int port, const std::string& alarm = "code=20")
    {
        event(source, at,
              {"sccp.alarm", phoneOf(number), phoneEnd(number, port), node, "message-id=0x0020;" + alarm});
        event(source, at + 0.01,
              {"sccp.register", phoneOf(number), phoneEnd(number, port), node, "message-id=0x0001"});
        event(source, at + 0.05,
              {"sccp.register-ack", "", node, phoneEnd(number, port), "message-id=0x0081"});
    }
    void keepalives(SourceId source, double from, double to, int number, int port, bool answered = true)
    {
        const auto count = static_cast<std::uint32_t>((to - from) / 30) + 1;
        train(source, from, 30, count,
              {"sccp.keepalive", "", phoneEnd(number, port), node, "message-id=0x0000"});
        if (answered)
            train(source, from + 0.01, 30, count,
                  {"sccp.keepalive-ack", "", node, phoneEnd(number, port), "message-id=0x0100"});
    }
    /// A REGISTER of phone `number`, as a capture shows it; the fields come first.
    void sipRegister(SourceId source, double at, int number, int port, const std::string& callId, int cseq,
                     const std::string& fields = "expires=3600", const std::string& to = sipNode)
    {
        event(source, at,
              {"sip.register", phoneOf(number), phoneEnd(number, port), to,
               "method=REGISTER;call-id=" + callId + ";cseq=" + std::to_string(cseq) + " REGISTER;" + fields
                   + ";from=sip:60" + std::to_string(number)
                   + "@10.2.1.11;contact=" + phoneEnd(number, port)});
    }
    void sipAnswer(SourceId source, double at, int number, int port, const std::string& callId, int cseq,
                   int status = 200, const std::string& fields = "expires=120",
                   const std::string& from = sipNode)
    {
        event(source, at,
              {"sip.response", "", from, phoneEnd(number, port),
               "status=" + std::to_string(status) + ";call-id=" + callId + ";cseq=" + std::to_string(cseq)
                   + " REGISTER" + (fields.empty() ? "" : ";" + fields)});
    }
    /// Registers, or refreshes where `cseq` is not 101, and is answered.
    void sipRegisters(SourceId source, double at, int number, int port, const std::string& callId,
                      int cseq = 101, const std::string& alarm = "alarm-code=25;last=initialized")
    {
        sipRegister(source, at, number, port, callId, cseq,
                    "expires=3600" + (cseq == 101 ? ";" + alarm : ""));
        sipAnswer(source, at + 0.02, number, port, callId, cseq);
    }
    /// Refreshes every 115 s after `from`, up to `to`.
    void sipRefreshes(SourceId source, double from, double to, int number, int port,
                      const std::string& callId, int cseq = 101)
    {
        for (double at = from + 115; at <= to; at += 115)
            sipRegisters(source, at, number, port, callId, ++cseq, "");
    }
    void dhcp(SourceId source, double at, int number, const std::string& what, const std::string& fields = "")
    {
        const bool asks = what == "discover" || what == "request" || what == "release";
        event(source, at,
              {"dhcp." + what, "", asks ? "0.0.0.0:68" : server, asks ? server : "255.255.255.255:68",
               macFieldOf(number) + (fields.empty() ? "" : ";" + fields)});
    }

    /// In the order of sources and times, as a case gives them.
    CaseEvents build() const
    {
        CaseEvents events;
        events.singles = m_events;
        events.trains = m_trains;
        std::ranges::stable_sort(events.singles, {}, [](const EventRow& event) {
            return std::pair(event.ref.source, event.time);
        });
        std::uint64_t place = 0;
        SourceId last{};
        for (EventRow& event : events.singles) {
            place = event.ref.source == last ? place + 1 : 1;
            last = event.ref.source;
            event.ref.place = {unitOf(last), place};
        }
        for (const Source& source : m_sources)
            events.sources.push_back(rowOf(source, events));
        for (EventRow& event : events.singles)
            event.time = event.time + Nanoseconds(nsOf(aheadOf(event.ref.source)));
        for (TrainRow& train : events.trains) {
            const Nanoseconds ahead(nsOf(aheadOf(train.first.ref.source)));
            train.first.time = train.first.time + ahead;
            train.lastTime = train.lastTime + ahead;
        }
        return events;
    }

    static inline const std::string node = "10.2.1.11:2000";
    static inline const std::string sipNode = "10.2.1.11:5060";
    static inline const std::string server = "10.2.1.5:67";

private:
    struct Source {
        SourceRow row{};
        double ahead = 0;
    };

    SourceId add(const std::string& path, const std::string& format, PlaceUnit unit, double from, double to)
    {
        Source source;
        source.row.id = SourceId{static_cast<std::int64_t>(m_sources.size()) + 1};
        source.row.path = path;
        source.row.format = format;
        source.row.unit = unit;
        source.row.utcOffsetSeconds = 0;
        source.row.first = SourceTime{caseStartNs + nsOf(from)};
        source.row.last = SourceTime{caseStartNs + nsOf(to)};
        m_sources.push_back(std::move(source));
        return m_sources.back().row.id;
    }
    Source& row(SourceId source) { return m_sources[static_cast<std::size_t>(raw(source)) - 1]; }
    double aheadOf(SourceId source) const
    {
        return m_sources[static_cast<std::size_t>(raw(source)) - 1].ahead;
    }
    PlaceUnit unitOf(SourceId source) const
    {
        return m_sources[static_cast<std::size_t>(raw(source)) - 1].row.unit;
    }
    static SourceRow rowOf(const Source& source, const CaseEvents& events)
    {
        SourceRow row = source.row;
        const Nanoseconds ahead(nsOf(source.ahead));
        row.first = *row.first + ahead;
        row.last = *row.last + ahead;
        row.events = static_cast<std::uint64_t>(std::ranges::count_if(
            events.singles, [&](const EventRow& event) { return event.ref.source == row.id; }));
        row.events += static_cast<std::uint64_t>(std::ranges::count_if(
            events.trains, [&](const TrainRow& train) { return train.first.ref.source == row.id; }));
        return row;
    }

    std::vector<Source> m_sources;
    std::vector<EventRow> m_events;
    std::vector<TrainRow> m_trains;
};

/// A case with all that is concluded from it, on clocks that agree.
struct Judged {
    explicit Judged(const CaseBuilder& builder)
        : events(builder.build())
        , clocks(agreeing(events))
        , identity(findJoins(events, clocks), clocks)
        , coverage(events, clocks)
        , byDevice(groupByDevice(events, identity, clocks))
        , devices(deviceHistories(events, byDevice, identity, clocks, coverage))
        , ntp(ntpAssociations(events, clocks, coverage))
        , context{events, identity, clocks, devices, ntp, byDevice, coverage}
        , outcomes(runChecks(context))
    {
    }
    Judged(const Judged&) = delete;
    Judged& operator=(const Judged&) = delete;

    const DeviceHistory& device(const std::string& name) const
    {
        static const DeviceHistory none;
        const auto found = std::ranges::find(devices, name, &DeviceHistory::name);
        return found == devices.end() ? none : *found;
    }
    const CheckOutcome& outcome(const std::string& id) const
    {
        static const CheckOutcome none;
        const auto found = std::ranges::find(outcomes, id, &CheckOutcome::id);
        return found == outcomes.end() ? none : *found;
    }
    /// "yes", "no" or "-".
    std::string result(const std::string& id) const
    {
        const CheckResult result = outcome(id).result;
        return result == CheckResult::Yes ? "yes" : result == CheckResult::No ? "no" : "-";
    }

    static ClockSet agreeing(const CaseEvents& events)
    {
        ClockSet clocks;
        for (const SourceRow& row : events.sources) {
            SourceClock clock;
            clock.source = row.id;
            clock.zoneBasis = Basis::Stated;
            clocks.add(clock);
        }
        return clocks;
    }

    CaseEvents events;
    ClockSet clocks;
    Identity identity;
    Coverage coverage;
    EventsByDevice byDevice;
    std::vector<DeviceHistory> devices;
    std::vector<NtpAssociation> ntp;
    CheckContext context;
    std::vector<CheckOutcome> outcomes;
};

} // namespace whittle::test

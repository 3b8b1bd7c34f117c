// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/startfailures.h"

#include <algorithm>
#include <map>
#include <set>

#include "models/base/fields.h"
#include "models/events/addresssearch.h"
#include "models/events/configurationtries.h"
#include "models/events/devicename.h"
#include "models/events/sipregister.h"
#include "models/events/tftpclients.h"

namespace whittle
{

namespace
{

constexpr const char* noAddress = "phone.no-address";
constexpr const char* noConfiguration = "phone.no-configuration";

/// A phone that has nothing to start with tries again by then: DHCPDISCOVERs follow each other within 64 s
/// (RFC 2131 §4.1), and a phone without configuration says to try again in 30 s; some of these may be lost.
constexpr Nanoseconds nextTry = std::chrono::minutes{5};

bool isOfRegistered(const EventRow& event)
{
    return event.kind == "sccp.register" || event.kind == "sccp.keepalive" || event.kind == "phone.registered"
        || (event.kind == "sip.register" && sipRequestOf(event).isRegistration())
        || (event.kind.starts_with("alarm.") && event.kind.ends_with("-registered"));
}

/// The phone is seen to register, or to be registered: it had what it needs.
bool works(const DeviceEvents& events, CaseTime from, CaseTime to)
{
    const auto between = events.between(from, to);
    return std::ranges::any_of(between, [](const TimedEvent& timed) { return isOfRegistered(*timed.event); })
        || std::ranges::any_of(events.trains, [&](const TimedTrain& train) {
               return train.from < to && train.to > from + sameMoment;
           });
}

/// A packet of a server that names none from which the phone could have its configuration.
bool namesNoServer(const EventRow& event)
{
    if (event.kind != "dhcp.ack")
        return false;
    const FieldView fields(event.fields);
    const auto next = IpAddress::fromText(fields.value("next-server").value_or(""));
    return fields.value("server-id") && !fields.value("tftp-servers") && !fields.value("tftp-name")
        && (!next || next->isUnspecified());
}

/// The log of a phone that tells what came of its tries.
bool saysSo(const std::vector<TimedEvent>& events)
{
    return std::ranges::any_of(events,
                               [](const TimedEvent& timed) { return timed.event->kind == noConfiguration; });
}

class Finder
{
public:
    Finder(const DeviceEvents& events, const TftpClients& tftp, const std::string& device)
        : m_events(events)
    {
        std::map<SourceId, std::vector<TimedEvent>> sources;
        for (const TimedEvent& timed : events.events)
            sources[timed.event->ref.source].push_back(timed);
        for (const auto& [source, own] : sources) {
            addSearches(own);
            addSaid(own);
            addServerless(own);
            if (!tftp.areIn(source) && !saysSo(own))
                addTries(own, tftp.endOf(source));
        }
        for (const std::vector<TimedEvent>* transfers : tftp.of(device)) {
            const SourceId source = transfers->front().event->ref.source;
            if (sources.contains(source))
                addTries(*transfers, tftp.endOf(source));
        }
    }

    std::vector<DeviceMark> marks()
    {
        std::ranges::stable_sort(m_shown, {}, [](const Shown& shown) { return shown.by.at; });
        for (const Shown& shown : m_shown)
            addOnce(shown);
        std::vector<DeviceMark> marks;
        for (const Failure& failure : m_failures)
            marks.push_back(failure.mark);
        return marks;
    }

private:
    struct Shown {
        TimedEvent by;
        const char* kind;
    };
    struct Failure {
        DeviceMark mark;
        std::set<SourceId> sources;
    };

    /// The source may have missed what ended the search.
    void addSearches(const std::vector<TimedEvent>& events)
    {
        for (const FailedSearch& search : failedSearches(events)) {
            if (!works(m_events, search.from, std::min(search.next, search.shown.at + nextTry)))
                m_shown.push_back({search.shown, noAddress});
        }
    }

    void addSaid(const std::vector<TimedEvent>& events)
    {
        for (const TimedEvent& timed : events) {
            if (timed.event->kind == "dhcp.decline")
                m_shown.push_back({timed, noAddress});
            if (timed.event->kind == noConfiguration || timed.event->kind == "phone.no-tftp-server")
                m_shown.push_back({timed, noConfiguration});
        }
    }

    void addTries(const std::vector<TimedEvent>& events, CaseTime end)
    {
        const auto tries = configurationTries(events, end);
        for (std::size_t i = 0; i < tries.size(); ++i) {
            const auto& failed = tries[i].failed;
            if (!failed)
                continue;
            const CaseTime soon = failed->at + nextTry;
            const CaseTime until = i + 1 < tries.size() ? std::min(tries[i + 1].from, soon) : soon;
            if (!works(m_events, tries[i].from, until))
                m_shown.push_back({*failed, noConfiguration});
        }
    }

    /// Once may be in the wrong VLAN, which the phone leaves for the right one.
    void addServerless(const std::vector<TimedEvent>& events)
    {
        const TimedEvent* last = nullptr;
        bool searched = false;
        bool isShown = false;
        for (const TimedEvent& timed : events) {
            const std::string_view kind = timed.event->kind;
            searched = searched || kind == "dhcp.discover";
            if (!namesNoServer(*timed.event)) {
                if (kind == "dhcp.ack" || kind == "tftp.read-request")
                    last = nullptr;
                continue;
            }
            const bool again =
                last && searched && timed.at - last->at <= nextTry && !works(m_events, last->at, timed.at);
            if (again && !isShown)
                m_shown.push_back({*last, noConfiguration});
            if (again)
                m_shown.push_back({timed, noConfiguration});
            isShown = again;
            searched = false;
            last = &timed;
        }
    }

    /// Unless another source showed it already.
    void addOnce(const Shown& shown)
    {
        const SourceId source = shown.by.event->ref.source;
        const DeviceMark mark{shown.by.at, shown.kind, shown.by.event->ref};
        for (std::size_t i = m_failures.size(); i-- > 0;) {
            Failure& known = m_failures[i];
            if (mark.at - known.mark.at > oneBeginning)
                break;
            if (known.mark.kind != mark.kind || !known.sources.insert(source).second)
                continue;
            if (shown.by.event->kind == shown.kind) // the phone says it itself
                known.mark = mark;
            return;
        }
        m_failures.push_back({mark, {source}});
    }

    const DeviceEvents& m_events;
    std::vector<Shown> m_shown;
    std::vector<Failure> m_failures;
};

} // namespace

std::vector<DeviceMark> startFailures(const std::string& device, const DeviceEvents& events,
                                      const TftpClients& tftp)
{
    return isPhone(device) ? Finder(events, tftp, device).marks() : std::vector<DeviceMark>();
}

} // namespace whittle

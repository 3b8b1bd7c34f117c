// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/ntpexchanges.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

#include "models/base/fields.h"

namespace whittle
{

namespace
{

NtpHost hostOf(const Endpoint& end, const EventRow& event, std::string_view nameKey)
{
    if (end.address.isSet())
        return {.address = end.address};
    return {.name = FieldView(event.fields).value(nameKey).value_or("")};
}

/// Where in `talks` the exchanges between two ends stand, and which of them are still without an answer.
struct Open {
    std::size_t talk = 0;
    std::map<std::uint64_t, std::size_t> asked{}; ///< exchanges by stamp
    bool hasRequests = false;
};

class Joiner
{
public:
    Joiner(const ClockSet& clocks)
        : m_clocks(clocks)
    {
    }

    void add(const EventRow& event)
    {
        const NtpHost from = hostOf(event.source, event, "src-name");
        const NtpHost to = hostOf(event.destination, event, "dst-name");
        if (from == NtpHost{} || to == NtpHost{})
            return;
        if (event.kind == "ntp.client")
            ask(event, from, to, NtpMode::Client);
        else if (event.kind == "ntp.server")
            answer(event, to, from, NtpMode::Client);
        else if (event.kind == "ntp.broadcast")
            answer(event, to, from, NtpMode::Broadcast);
        else if (event.kind == "ntp.symmetric-passive")
            answer(event, to, from, NtpMode::Symmetric);
        else if (event.kind == "ntp.symmetric-active")
            speak(event, from, to);
    }

    std::vector<NtpTalk> talks() { return std::move(m_talks); }

private:
    using Key = std::tuple<SourceId, NtpHost, NtpHost, NtpMode>;

    Open& open(const EventRow& event, const NtpHost& client, const NtpHost& server, NtpMode mode)
    {
        const auto [found, isNew] = m_open.try_emplace(Key{event.ref.source, client, server, mode});
        if (isNew) {
            found->second.talk = m_talks.size();
            m_talks.push_back({event.ref.source, client, server, mode, {}});
        }
        return found->second;
    }

    CaseTime at(const EventRow& event) const
    {
        return m_clocks.at(event.ref.source, event.time, event.ref.place.number);
    }

    void ask(const EventRow& event, const NtpHost& client, const NtpHost& server, NtpMode mode)
    {
        Open& talk = open(event, client, server, mode);
        auto& exchanges = m_talks[talk.talk].exchanges;
        const auto stamp = ntpStamp(event, "transmit");
        if (!talk.hasRequests)
            exchanges.clear(); // answers alone: what they belong to was asked before the source began
        talk.hasRequests = true;
        if (stamp && !talk.asked.emplace(*stamp, exchanges.size()).second)
            return; // the same packet again
        exchanges.push_back({.request = &event, .at = at(event), .stamp = stamp});
    }

    void answer(const EventRow& event, const NtpHost& client, const NtpHost& server, NtpMode mode)
    {
        Open& talk = open(event, client, server, mode);
        auto& exchanges = m_talks[talk.talk].exchanges;
        if (!talk.hasRequests) {
            exchanges.push_back({.answer = &event, .at = at(event)});
            return;
        }
        if (NtpExchange* asked = questionOf(event, talk, exchanges)) {
            asked->answer = &event;
            asked->roundTrip = event.time - asked->request->time;
        }
    }

    static NtpExchange* questionOf(const EventRow& event, Open& talk, std::vector<NtpExchange>& exchanges)
    {
        if (FieldView(event.fields).value("originate")) {
            const auto originate = ntpStamp(event, "originate");
            const auto asked = originate ? talk.asked.find(*originate) : talk.asked.end();
            if (asked == talk.asked.end() || exchanges[asked->second].answer)
                return nullptr;
            return &exchanges[asked->second];
        }
        NtpExchange& last = exchanges.back();
        const bool inTime = last.request && event.time - last.request->time <= ntpAnswerWait;
        return inTime && !last.answer ? &last : nullptr;
    }

    /// Of two active peers each packet answers the other's, and asks.
    void speak(const EventRow& event, const NtpHost& from, const NtpHost& to)
    {
        const auto asked = m_open.find(Key{event.ref.source, to, from, NtpMode::Symmetric});
        if (asked != m_open.end() && asked->second.hasRequests)
            answer(event, to, from, NtpMode::Symmetric);
        ask(event, from, to, NtpMode::Symmetric);
    }

    const ClockSet& m_clocks;
    std::map<Key, Open> m_open;
    std::vector<NtpTalk> m_talks;
};

} // namespace

std::optional<std::uint64_t> ntpStamp(const EventRow& event, std::string_view key)
{
    const auto text = FieldView(event.fields).value(key);
    if (!text || text->size() != 18)
        return {};
    const std::uint64_t stamp = std::strtoull(text->c_str(), nullptr, 16);
    return stamp == 0 ? std::nullopt : std::optional(stamp);
}

std::vector<NtpTalk> ntpTalks(const CaseEvents& events, const ClockSet& clocks, const std::stop_token& stop)
{
    Joiner joiner(clocks);
    for (const EventRow& event : events.singles) {
        if (stop.stop_requested())
            break;
        if (event.kind.starts_with("ntp."))
            joiner.add(event);
    }
    std::vector<NtpTalk> talks = joiner.talks();
    std::erase_if(talks, [](const NtpTalk& talk) { return talk.exchanges.empty(); });
    for (NtpTalk& talk : talks)
        std::ranges::stable_sort(talk.exchanges, {}, &NtpExchange::at);
    return talks;
}

} // namespace whittle

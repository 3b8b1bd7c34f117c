// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/addresssearch.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "models/base/fields.h"

namespace whittle
{

namespace
{

constexpr std::size_t fewestTries = 3;
constexpr Nanoseconds longEnough = std::chrono::seconds{20};
constexpr Nanoseconds atOnce = std::chrono::seconds{1};

/// A server that has no address left tells it of each DHCPDISCOVER.
bool isAsk(const EventRow& event)
{
    return event.kind == "dhcp.discover"
        || (event.kind == "dhcp.log" && FieldView(event.fields).value("what") == "no-free-leases");
}

/// The DHCPDISCOVERs of one client until it finds a server, or begins anew.
class Search
{
public:
    /// What shows that the one before this came to nothing, where it did.
    std::optional<FailedSearch> ask(const TimedEvent& asked)
    {
        const std::string xid = FieldView(asked.event->fields).value("xid").value_or("");
        std::optional<FailedSearch> failed;
        if (m_tries > 0 && xid != m_xid)
            failed = end(asked.at);
        else if (m_tries > 0 && xid.empty() && begunAnew(asked.at - m_last))
            failed = beginWithLast();
        m_first = m_tries == 0 ? asked.at : m_first;
        m_step = m_tries == 0 ? Nanoseconds{0} : std::max(m_step, asked.at - m_last);
        m_xid = xid;
        m_last = asked.at;
        ++m_tries;
        if (!m_failed && m_tries >= fewestTries && asked.at - m_first >= longEnough)
            m_failed = {m_first, asked};
        return failed;
    }

    std::optional<FailedSearch> end(CaseTime next = {INT64_MAX})
    {
        m_tries = 0;
        if (m_failed)
            m_failed->next = next;
        return std::exchange(m_failed, {});
    }

private:
    /// The intervals of one search only grow. Relays pass one on several times at once.
    bool begunAnew(Nanoseconds step) const { return step > atOnce && 2 * step < m_step; }

    std::optional<FailedSearch> beginWithLast()
    {
        const auto failed = end(m_last);
        m_tries = 1;
        m_first = m_last;
        m_step = Nanoseconds{0};
        return failed;
    }

    std::size_t m_tries = 0;
    CaseTime m_first{};
    CaseTime m_last{};
    Nanoseconds m_step{}; ///< the longest between two
    std::string m_xid{};
    std::optional<FailedSearch> m_failed{};
};

} // namespace

std::vector<FailedSearch> failedSearches(const std::vector<TimedEvent>& events)
{
    std::vector<FailedSearch> failed;
    Search search;
    const auto add = [&](const std::optional<FailedSearch>& one) {
        if (one)
            failed.push_back(*one);
    };
    for (const TimedEvent& timed : events) {
        const std::string_view kind = timed.event->kind;
        if (isAsk(*timed.event))
            add(search.ask(timed));
        else if (kind == "dhcp.request" || kind == "dhcp.ack")
            (void)search.end();
    }
    add(search.end());
    return failed;
}

} // namespace whittle

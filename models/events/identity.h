// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "models/events/joins.h"
#include "models/store/caserows.h"

namespace whittle
{

/// Who is who: looks events up in the joins (findJoins()), and knows nothing else.
class Identity
{
public:
    /// `clocks`: those with which the joins were found; they say when an event was, for joins that hold for
    /// a time.
    explicit Identity(std::vector<Join> joins, ClockSet clocks = {});

    const std::vector<Join>& joins() const { return m_joins; }
    /// The device that the event is about: a name ("SEP001E7A24429A"), the MAC as text for a DHCP client that
    /// no source names, or empty.
    std::string deviceOf(const EventRow& event) const;
    /// Names of all devices that any source shows, and of those that are phones (isPhone()).
    const std::set<std::string>& devices() const { return m_devices; }
    const std::set<std::string>& phones() const { return m_phones; }

private:
    using Holders = std::vector<std::size_t>; ///< of one end: indexes of joins, none overlapping, in order

    template <typename What>
    struct InSource {
        SourceId source;
        What what;
        bool operator==(const InSource&) const = default;
    };
    struct InSourceHash {
        template <typename What>
        std::size_t operator()(const InSource<What>& key) const noexcept
        {
            return std::hash<What>{}(key.what) * 31 + static_cast<std::size_t>(raw(key.source));
        }
    };
    template <typename What>
    using HoldersBy = std::unordered_map<InSource<What>, Holders, InSourceHash>;

    void add(std::size_t join);
    template <typename What>
    const Join* holderAt(const HoldersBy<What>& all, const What& what, const EventRow& event) const;
    const Join* holderAt(const IpAddress& address, const EventRow& event) const;
    std::string nameOfMac(const Mac& mac) const;
    std::string bySip(const EventRow& event) const;
    std::string byHandle(const EventRow& event) const;
    std::string byConnection(const EventRow& event) const;
    std::string byAddress(const EventRow& event) const;

    std::vector<Join> m_joins;
    ClockSet m_clocks;
    std::set<std::string> m_devices;
    std::set<std::string> m_phones;
    std::map<Mac, std::string> m_macs;
    std::map<SourceId, std::string> m_consoles;
    HoldersBy<Endpoint> m_here;
    HoldersBy<Endpoint> m_contacts;
    HoldersBy<std::string> m_handles;
    std::unordered_map<std::string, std::string> m_callIds;
    std::unordered_map<IpAddress, Holders> m_anywhere;
};

/// The MAC that a DHCP event is about (its field client-mac).
std::optional<Mac> clientMac(const EventRow& event);

/// SCCP, its trace and its TCP connections: what belongs to the device at the phone's end. What a phone asks
/// of other servers says nothing about whose the server's address is.
bool isConversation(std::string_view kind);
/// The end that shows the device which the event names to be at its address: of conversations, and of a
/// REGISTER that comes from where the phone says it is. One that comes by a proxy, or through address
/// translation, shows the connection alone. Not set: none.
Endpoint shownEnd(const EventRow& event);
/// The end of a TCP connection over which phones register, and not of one that fetches a file.
bool endsSignalling(const EventRow& event);

/// The phone's end of a conversation; not set where the event does not tell.
Endpoint phoneEnd(const EventRow& event);

/// The times of a source without date or zone that nothing could be compared with mean nothing beside those
/// of others.
bool canBeCompared(const SourceClock* clock);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/address.h"
#include "models/store/caserows.h"

namespace whittle
{

struct CaseEvents;

/// Who is who: joins device names, MACs, addresses and connections. Every join rests on a record that shows
/// both: a registration (name and connection), a trace line (name and address), a DHCP message (MAC and
/// name), or a console log that names its own phone (or whose file is named after it).
class Identity
{
public:
    explicit Identity(const CaseEvents& events);

    /// The device that the event is about: a name ("SEP001E7A24429A"), the MAC as text for a DHCP client that
    /// is not known to be a phone, or empty.
    std::string deviceOf(const EventRow& event) const;
    /// Names of all phones that any source shows.
    const std::set<std::string>& phones() const { return m_phones; }

private:
    /// From this place of a source on, the address or connection was that device's.
    struct Claim {
        std::uint64_t place;
        std::string device;
    };
    using Claims = std::vector<Claim>;

    void learnPhone(const EventRow& event);
    void learnConnection(const EventRow& event);
    void learnConsole(const EventRow& event, const SourceRow& source);
    void learnFileName(const SourceRow& source);
    std::string nameOfMac(const Mac& mac) const;
    std::string byConnection(const EventRow& event) const;
    std::string byAddress(const EventRow& event) const;
    static std::string claimAt(const Claims& claims, std::uint64_t place);

    std::set<std::string> m_phones;
    std::map<SourceId, std::set<std::string>> m_consoleNames;
    std::map<std::pair<SourceId, Endpoint>, Claims> m_connections;
    std::map<std::pair<SourceId, IpAddress>, Claims> m_addresses;
    std::map<IpAddress, std::set<std::string>> m_everBy; ///< over all sources
};

/// The MAC that a DHCP event is about (its field client-mac).
std::optional<Mac> clientMac(const EventRow& event);

} // namespace whittle

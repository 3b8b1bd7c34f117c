// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/analysis/understanding.h"

namespace whittle
{

/// What takes part in telephony, in the order of the map.
enum class Component {
    Phone,
    SwitchPort,
    Dhcp, ///< server and relay
    Tftp,
    Cucm, ///< a row for each node where several are known
    NtpSource,
    NodeClock, ///< the clocks of publisher and subscribers
    Dns,
    Cti,
    Presence,
    Ocs,
    Client, ///< PC
    Site, ///< what should be: the site's description, the versions
    Unassigned, ///< seen, and the kind of message does not tell whose it was
};
constexpr std::size_t componentCount = 14;
std::string_view toText(Component component); ///< "phone", "switch-port", …

enum class Layer {
    Link,
    Network,
    Transport,
    Application,
    Own, ///< what the component says about itself in a trace, a log, a status
};
constexpr std::size_t layerCount = 5;
std::string_view toText(Layer layer); ///< "link", …, "own-account"

enum class Sight {
    Seen,
    Silent, ///< a source would have shown it, and there is nothing
    NotWatched,
    NotReadable, ///< nothing that Whittle reads could show it
};

/// What one source shows of a cell.
struct Sighting {
    SourceId source{};
    std::map<std::string, std::uint64_t> kinds{}; ///< how often
    std::uint64_t events = 0; ///< of all kinds
    std::optional<CaseTime> from{}; ///< of the source's records, corrected; empty: it has no times
    std::optional<CaseTime> to{};
    bool gaps = false; ///< it paused, lost something, or kept only part
    bool shared = false; ///< only by kinds that count for everyone whom the source shows (ARP, TCP)
};

struct VisibilityCell {
    Sight sight = Sight::NotReadable;
    std::vector<Sighting> seen{}; ///< in the order of Understanding::sources, as are the others
    std::vector<SourceId> silent{}; ///< would have shown it, and show nothing
    std::vector<SourceId> hidden{}; ///< were there, but their capture filter hides it, or may
    std::vector<std::string> collect{}; ///< what would show it (Knowledge::collect), best first
};

struct VisibilityRow {
    Component component{};
    std::string node{}; ///< of Component::Cucm, where several are known and this one is told
    std::array<VisibilityCell, layerCount> cells{};

    const VisibilityCell& at(Layer layer) const { return cells[static_cast<std::size_t>(layer)]; }
};

/// The map: what some source has seen, and what nobody has. Components that the case shows something of, and
/// those that its symptom needs, in the order of Component, nodes by name.
struct Visibility {
    std::vector<VisibilityRow> rows{};

    const VisibilityRow* row(Component component) const; ///< the first; null: there is none
};

/// Made of the counts of kinds by source: no event is read.
Visibility visibility(const Understanding& known, std::string_view symptom);

} // namespace whittle

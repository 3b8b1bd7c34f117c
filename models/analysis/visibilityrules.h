// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "models/analysis/visibility.h"
#include "models/events/capturefilter.h"

namespace whittle
{

/// When a rule counts.
enum class RuleCounts {
    Always,
    /// The kind does not say whose it is: for each component that the source shows by a rule that counts
    /// always. TCP and SIP: by one of the same traffic; ARP: by DHCP, which comes from the same segment.
    Beside,
    Rest, ///< no other rule has taken the kind
};

/// Events of these kinds in sources of these formats show that layer of that component.
struct VisibilityRule {
    std::string_view formats; ///< ids, separated by blanks
    std::string_view kinds; ///< beginnings of kinds, separated by blanks; empty: all kinds
    Component component{};
    Layer layer{};
    Traffic traffic = Traffic::Registrations; ///< of a capture: what its filter must let through
    RuleCounts counts = RuleCounts::Always;
};

std::span<const VisibilityRule> visibilityRules();

/// One of the words in `list`.
bool isListed(std::string_view list, std::string_view word);
/// The rule is about that kind.
bool isAbout(const VisibilityRule& rule, std::string_view kind);

/// Whose silence says nothing: it holds what somebody chose to write or to save.
bool holdsAChoice(std::string_view format);

/// What would show that cell (Knowledge::collect), best first.
std::vector<std::string> collectFor(Component component, Layer layer);

/// Without which that symptom cannot be understood.
std::vector<Component> componentsOf(std::string_view symptom);

} // namespace whittle

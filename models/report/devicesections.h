// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the device page; for devicepage.cpp.
#pragma once

#include "models/events/joins.h"
#include "models/report/devicepage.h"

namespace whittle
{

/// What all sections are made from.
struct PageContext {
    const Analysis& analysis;
    const DeviceHistory& device;
    const Words& words;
    const TimeText& times;
    const PageDepth& depth;

    QString moment(CaseTime time) const; ///< to the second
    QString until(CaseTime from, CaseTime to) const; ///< without the date where it is that of `from`
    QString span(const CaseSpan& span) const; ///< empty for one that holds always
    /// Leads to an event, under the name of its place.
    PageText link(const EventRef& ref, std::optional<CaseTime> time = {}) const;
    /// The words, and where in its source the event stands that proves them: short, for a table.
    PageCell proven(const QString& text, const std::optional<EventRef>& ref,
                    std::optional<CaseTime> time = {}) const;
    /// An empty section with its head.
    PageSection section(const char* id, const char* title, std::initializer_list<const char*> columns) const;
    bool isFull(const PageSection& section) const { return section.rows.size() >= depth.rows(section.id); }
};

PageCell plain(const QString& text);
QString evidenceText(const std::string& text); ///< as it may be shown

PageSection factsSection(const PageContext& context);
PageSection registrationsSection(const PageContext& context);
PageSection leasesSection(const PageContext& context);
PageSection requestsSection(const PageContext& context);
PageSection conversationsSection(const PageContext& context);
PageSection findingsSection(const PageContext& context);
PageSection sourcesSection(const PageContext& context);
PageSection joinsSection(const PageContext& context);

/// The last time at which anything showed the device, and what did.
struct LastSeen {
    CaseTime at{};
    std::optional<EventRef> ref{}; ///< empty: a keepalive
};
std::optional<LastSeen> lastSeen(const DeviceHistory& device);

/// What was joined with the device: "10.2.16.37:49152".
QString joinedText(const PageContext& context, const Join& join);
/// One line on why a join holds: its reason in words, and what proves it.
PageCell reasonOf(const PageContext& context, const Join& join);

} // namespace whittle

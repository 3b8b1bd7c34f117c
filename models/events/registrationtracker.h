// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "models/events/coverage.h"
#include "models/events/deviceevents.h"
#include "models/events/spans.h"

namespace whittle
{

/// Joins what all sources show of one device into registrations.
///
/// A registration begins with Register (or its acknowledgement) and lasts until the earliest event after its
/// last sign of life that can end it: the address lost, a Reset from CUCM, an unregistration, the connection
/// reset or closed; or until the next Register. Keepalives before the first Register show one that began
/// before the evidence does. A phone of which nothing more is seen, though who saw its keepalives watched on,
/// lost its registration with the last of them.
class RegistrationTracker
{
public:
    RegistrationTracker(std::string device, const DeviceEvents& events, const Coverage& coverage,
                        std::stop_token stop = {});

    /// By time; incomplete after a stop.
    std::vector<Registration> run();

private:
    struct Begin {
        CaseTime at;
        const EventRow* event = nullptr;
        std::vector<SourceId> seenBy;
    };
    struct End {
        CaseTime at;
        RegistrationEnd how = RegistrationEnd::Unknown;
        const EventRow* event = nullptr;
    };

    void findBegins();
    void findEnds();
    std::optional<CaseTime> firstSign() const;
    /// The latest sign of life of the phone in [from, to), and who shows it.
    void findLastSign(Registration& registration, CaseTime from, CaseTime to) const;
    std::map<SourceId, CaseTime> lastSigns(CaseTime from, CaseTime to) const;
    bool fellSilent(const Registration& registration) const;
    bool goesOn(const Registration& registration, CaseTime at) const;
    std::optional<End> endBetween(CaseTime from, CaseTime to, std::optional<CaseTime> alive) const;
    bool isOfOlderConnection(const End& end, CaseTime begin) const;
    std::optional<Endpoint> connectionAt(SourceId source, CaseTime at) const;
    std::int64_t keepaliveInterval() const;
    void countKeepalives(Registration& registration) const;
    RegistrationBegin howItBegan(const Begin& begin) const;
    Registration registration(const Begin& begin, std::optional<CaseTime> next) const;
    void setEnd(Registration& registration, CaseTime from, std::optional<CaseTime> next) const;

    std::string m_device;
    const DeviceEvents& m_events;
    const Coverage& m_coverage;
    std::stop_token m_stop;
    std::vector<Begin> m_begins;
    std::vector<End> m_ends;
};

} // namespace whittle

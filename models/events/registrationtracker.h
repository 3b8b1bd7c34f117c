// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "models/events/coverage.h"
#include "models/events/registrationsigns.h"
#include "models/events/servicestarts.h"

namespace whittle
{

class RegistrationEndFinder;

/// Joins what all sources show of one device into registrations.
///
/// A registration begins when a node accepts it and lasts until the earliest event after its last sign of
/// life that can end it: the address lost, an order from CallManager, an unregistration, the connection reset
/// or closed; or until the next one begins. Keepalives, refreshes and ends before the first beginning show
/// one that began before the evidence does. A phone of which nothing more is seen, though who saw its
/// keepalives watched on, lost its registration with the last of them. A try that nobody answers is no
/// registration; it tells that there was none any more.
class RegistrationTracker
{
public:
    /// `leases`: of the same device, by time. `starts`: null where they are not known.
    RegistrationTracker(std::string device, const DeviceEvents& events, const std::vector<Lease>& leases,
                        const Coverage& coverage, std::stop_token stop = {},
                        const ServiceStarts* starts = nullptr);

    /// By time; incomplete after a stop.
    std::vector<Registration> run();

private:
    using Attempt = RegistrationAttempt;

    void sortAttempts();
    bool isConfirmed(std::size_t index) const;
    /// The attempt that began the n-th registration that was seen to begin; null behind the last.
    const Attempt* beginning(std::size_t n) const { return n < m_begins.size() ? m_begins[n] : nullptr; }
    std::optional<CaseTime> unseenSince() const;
    std::optional<CaseTime> addressLostBefore(const EndSign& missed) const;
    Registration before(CaseTime from) const;
    Registration registration(const Attempt& attempt) const;
    bool failedToConnect(const Attempt& attempt, CaseTime next) const;
    RegistrationBegin howItBegan(const Attempt& attempt, const Registration* last,
                                 const RegistrationEndFinder& ends) const;

    std::string m_device;
    const DeviceEvents& m_events;
    const Coverage& m_coverage;
    std::stop_token m_stop;
    const ServiceStarts* m_starts;
    RegistrationSigns m_signs;
    std::vector<const Attempt*> m_begins; ///< attempts that came to something
    std::vector<EndSign> m_ends; ///< with the attempts that came to nothing
};

} // namespace whittle

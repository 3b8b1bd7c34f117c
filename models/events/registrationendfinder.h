// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/events/coverage.h"
#include "models/events/registrationsigns.h"
#include "models/events/servicestarts.h"

namespace whittle
{

/// A node that a phone has left for another one gives it up by then.
constexpr Nanoseconds longestMove = std::chrono::minutes{5};

/// Says how a registration ended, and when: by the earliest event after its last sign of life that can end
/// it, by what the phone says as it registers next, or by the silence of what would have been seen.
class RegistrationEndFinder
{
public:
    /// `ends`: by time.
    RegistrationEndFinder(const DeviceEvents& events, const RegistrationSigns& signs,
                          const Coverage& coverage, std::vector<EndSign> ends, const ServiceStarts* starts);

    /// `attempt`: with which it began, null where that was not seen. `next`: with which the one after it did.
    /// `last`: the one before, null where it is the first.
    void setEnd(Registration& registration, const RegistrationAttempt* attempt, CaseTime from,
                const RegistrationAttempt* next, const Registration* last) const;
    /// Both nodes are known, and not the same.
    bool isAtAnotherNode(const RegistrationAttempt& attempt, const Registration& last) const;
    /// Its end came before that one began, whenever it was noticed.
    static bool isBefore(const EndSign& end, const RegistrationAttempt* next);

private:
    void setEndBySilence(Registration& registration, const RegistrationAttempt* next) const;
    /// The latest sign of life of the phone in [from, to), and who shows it; when a node last answered.
    CaseTime findLastSign(Registration& registration, const RegistrationAttempt* attempt, CaseTime from,
                          CaseTime to) const;
    std::map<SourceId, CaseTime> lastSigns(const RegistrationAttempt* attempt, CaseTime from, CaseTime to,
                                           bool answers) const;
    bool fellSilent(const Registration& registration) const;
    bool wentWithItsService(const Registration& registration, const RegistrationAttempt& next) const;
    bool goesOn(const Registration& registration, CaseTime at) const;
    const EndSign* endBetween(const RegistrationAttempt* attempt, CaseTime from,
                              const RegistrationAttempt* next, std::optional<CaseTime> held) const;
    std::string nodeOf(const Registration& registration) const;
    bool didNotStart(CaseTime from, CaseTime to) const;
    bool cameFrom(const Registration& last, const RegistrationAttempt& attempt,
                  const RegistrationAttempt& next) const;
    bool goesBack(const Registration& registration, const EndSign& end, const RegistrationAttempt* attempt,
                  const RegistrationAttempt* next, const Registration* last) const;
    bool isOfOlderConnection(const EndSign& end, const RegistrationAttempt* attempt, CaseTime begin) const;
    std::optional<Endpoint> connectionAt(SourceId source, CaseTime at) const;
    Nanoseconds patienceOf(const Registration& registration) const;
    void explainByNext(Registration& registration, CaseTime end, bool timed) const;

    const DeviceEvents& m_events;
    const RegistrationSigns& m_signs;
    const Coverage& m_coverage;
    std::vector<EndSign> m_ends;
    const ServiceStarts* m_starts;
    std::int64_t m_interval = 0; ///< of SCCP keepalives, ns
};

} // namespace whittle

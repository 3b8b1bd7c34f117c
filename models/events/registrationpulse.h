// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "models/events/coverage.h"
#include "models/events/registrationsigns.h"

namespace whittle
{

/// What is told about a registration once it is known when it lasted: its keepalives, who closed its
/// connection, what CallManager's alarm says, and when nobody recorded.
class RegistrationPulse
{
public:
    RegistrationPulse(const DeviceEvents& events, const RegistrationSigns& signs, const Coverage& coverage);

    /// `next`: when the one after it began.
    void complete(Registration& registration, CaseTime next) const;

private:
    /// Keepalives that one source shows.
    struct Beat {
        CaseTime from{};
        CaseTime to{};
        const TrainRow* train = nullptr;
        std::uint64_t count() const { return train ? train->count : 1; }
    };
    using Beats = std::map<SourceId, std::vector<Beat>>;

    Beats beatsOf(const Registration& registration, CaseTime next, bool answers) const;
    static std::int64_t intervalOf(const Beats& beats);
    std::uint64_t missing(const Registration& registration, SourceId source, const std::vector<Beat>& beats,
                          std::int64_t interval) const;
    RegistrationCloser closerOf(const Registration& registration, CaseTime next) const;
    void addReason(Registration& registration, CaseTime next) const;

    const DeviceEvents& m_events;
    const RegistrationSigns& m_signs;
    const Coverage& m_coverage;
    std::vector<SourceId> m_sources; ///< that show registrations of the device
};

} // namespace whittle

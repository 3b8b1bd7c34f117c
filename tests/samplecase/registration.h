// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/phoneplan.h"
#include "tests/samplecase/stationlink.h"

#include <string>

namespace samplecase
{

/// The messages by which a phone registers on a fresh connection, from its Alarm to the time of day.
class Registration
{
public:
    Registration(const PhonePlan& plan, StationLink& link, Prng& prng)
        : m_plan(plan)
        , m_link(link)
        , m_prng(prng)
    {
    }

    /// cause: number and name of why it registers, as in "21" and "Phone-Re-IP".
    struct Cause {
        int code;
        std::string last;
    };
    struct Times {
        Moment registered; ///< when the phone had its RegisterAck
        Moment done;
    };
    Times run(const Cause& cause, Moment at);

private:
    Moment sendAlarm(const Cause& cause, Moment at);
    Moment sendRegister(Moment at);
    Moment acknowledge(Moment at);
    Moment askCapabilities(Moment at);
    Moment askButtons(Moment at);
    Moment askTime(Moment at);
    Duration thinking() { return m_prng.between(3ms, 14ms); }

    const PhonePlan& m_plan;
    StationLink& m_link;
    Prng& m_prng;
};

} // namespace samplecase

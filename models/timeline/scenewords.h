// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QCoreApplication>

#include "models/base/sourceabout.h"
#include "models/events/spans.h"

namespace whittle
{

/// The words of the timeline, in the language of the program.
class SceneWords
{
    Q_DECLARE_TR_FUNCTIONS(whittle::SceneWords)

public:
    /// How a registration ended, in one or two words: "address lost", "reset".
    static QString ending(RegistrationEnd end);
    static QString ending(LeaseEnd end);
    /// What an event is called where it happened: "DHCPNAK"; the kind itself when it has no name of its own.
    static QString kind(const std::string& kind);

    /// Why a source shows nothing for a while: "a.pcap recorded nothing here".
    static QString limit(const CoverageLimit& limit, const QString& path);

    static QString registered();
    static QString registeredShare(int registered, int all);
    static QString leases(); ///< of several phones, of differing length
    static QString registeredWith(const QString& node);
    static QString lease(const QString& length);
    static QString leaseOf(const QString& address);
    static QString renewed();
    static QString refused(RequestState state);
    static QString unanswered(RequestState state);
    static QString leaseMoment(int moment); ///< 0 T1, 1 T2, 2 expiry
    static QString times(const QString& what, int count); ///< "address lost × 3"
    static QString endedBy(const QString& what);
    static QString otherPhones(int count);
    static QString noUnexplainedReset();
    static QString otherNtpClients(int count);
    static QString ntpTitle(const QString& client);
    static QString ntpAsksStratum(const QString& server, int stratum);
    static QString ntpAsks(const QString& server); ///< nothing is known of the offset
    static QString ntpReach(const QString& bound, const QString& reach); ///< "within ± 5 ms · reach 377"
    static QString ntpNothingUsable();
    static QString ntpUnanswered(int polls, const QString& reach);
    static QString ntpUnusable(int polls, const QString& reach);
    static QString ntpUnreached(); ///< by a status
    static QString ntpKiss(const QString& code);
    static QString ntpServerUnsynchronised(int stratum, const QString& refid);
    static QString ntpStratum(int from, int to, const QString& refid);
    static QString ntpFollows(const QString& refid);
    static QString ntpStatus(const QString& reach, int stratum, const QString& offsetMs);
    static QString within(const QString& bound);
    static QString upTo(const QString& bound);
    static QString grid(const QString& step, const QString& lease);
    static QString coverage();
    static QString sources(int count);
    static QString covered();
    static QString coveredBySome();
    static QString notCovered();
    static QString incomplete();
    static QString notSeen();
    static QString noEvidence();
    static QString nothingToShow();
};

} // namespace whittle

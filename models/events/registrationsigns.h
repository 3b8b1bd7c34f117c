// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/events/deviceevents.h"
#include "models/events/sipregister.h"
#include "models/events/spans.h"

namespace whittle
{

/// A phone that asks a node to register it, in whichever sources show that: one try.
struct RegistrationAttempt {
    CaseTime at{};
    const EventRow* event = nullptr; ///< null: nothing shows it, only what came of it
    bool seen = true; ///< its beginning; false: `at` is the first sign of one that began unseen
    bool accepted = false;
    bool refused = false;
    bool contradicted = false; ///< an alarm tells it, of a moment at which others saw nothing of the kind
    RegistrationProtocol protocol = RegistrationProtocol::Unknown;
    Endpoint phone{};
    Endpoint node{};
    std::string nodeName{}; ///< as alarms call it
    std::string id{};
    std::optional<std::int64_t> grantedSeconds{};
    std::optional<int> alarm{}; ///< why, as the phone says it (lastCauseOf())
    std::string last{};
    std::vector<SourceId> seenBy{};

    void addSource(SourceId source);
    /// What this one does not tell, the other may.
    void complete(const RegistrationAttempt& like);
};

/// What is seen of a phone that is registered.
struct LifeSign {
    CaseTime at{};
    CaseTime to{}; ///< later than `at` for a train
    SourceId source{};
    Endpoint phone{}; ///< port 0: not told
    IpAddress node{}; ///< not set: not told
    bool answer = false; ///< of the node
    const TrainRow* train = nullptr;
    std::optional<std::size_t> attempt{}; ///< SIP: whose refresh it is
    bool isKeepalive = true;
};

/// Something that can end a registration.
struct EndSign {
    CaseTime at{};
    RegistrationEnd how = RegistrationEnd::Unknown;
    const EventRow* event = nullptr;
    std::string nodeName{}; ///< as alarms call the node that says it
    std::optional<std::size_t> attempt{}; ///< not set: of whichever lasts then
};

bool sameNode(const IpAddress& a, const IpAddress& b);
/// As alarms call them; what is not known may be any.
bool sameNode(const std::string& a, const std::string& b);
/// Of SIP: another Call-ID over another connection; all lines of a phone register over one.
bool isElsewhere(const RegistrationAttempt& known, const RegistrationAttempt& like);

/// All of one device's events that concern its registrations, in terms that both protocols share.
class RegistrationSigns
{
public:
    /// `leases`: of the same device, by time.
    RegistrationSigns(const DeviceEvents& events, const std::vector<Lease>& leases);
    RegistrationSigns(const RegistrationSigns&) = delete;
    RegistrationSigns& operator=(const RegistrationSigns&) = delete;

    const std::vector<RegistrationAttempt>& attempts() const { return m_attempts; } ///< by time
    const std::vector<LifeSign>& lives() const { return m_lives; } ///< by time
    const std::vector<EndSign>& ends() const { return m_ends; } ///< by time
    /// Of SIP by its Call-ID; of SCCP whatever goes to that node. Null: a registration that began unseen.
    bool isOf(const LifeSign& life, const RegistrationAttempt* attempt) const
    {
        if (life.attempt)
            return attempt == &m_attempts[*life.attempt];
        return !attempt || sameNode(life.node, attempt->node.address);
    }

private:
    /// One Call-ID.
    struct Call {
        std::optional<std::size_t> attempt{}; ///< not set: it keeps a standby link alive
        CaseTime last{};
        std::uint32_t sequence = 0; ///< the CSeq that began it
        std::map<SourceId, std::uint32_t> reached{}; ///< the last CSeq in each source
        std::uint32_t unregisters = 0; ///< the CSeq that did
        std::vector<CaseTime> successes{};
    };
    struct Failure {
        CaseTime at{};
        const EventRow* event = nullptr;
        std::size_t attempt = 0;
        const Call* call = nullptr;
    };

    void add(const TimedEvent& timed);
    std::size_t begin(const TimedEvent& timed, RegistrationAttempt like);
    bool continues(const RegistrationAttempt& known, const RegistrationAttempt& like,
                   const TimedEvent& timed) const;
    bool isHearsay(const RegistrationAttempt& known, const TimedEvent& timed) const;
    void addSccp(const TimedEvent& timed);
    void addSip(const TimedEvent& timed);
    void addNewCall(const TimedEvent& timed, const SipRegister& request, RegistrationAttempt like);
    bool isInitial(const TimedEvent& timed, const SipRegister& request) const;
    bool isBelated(const TimedEvent& timed, const RegistrationAttempt& like) const;
    std::optional<std::size_t> underWay(const TimedEvent& timed) const;
    void addAlarm(const TimedEvent& timed);
    void addUnregistration(const TimedEvent& timed);
    void addEnd(const TimedEvent& timed);
    bool askedInVain(CaseTime asked) const;
    bool losesLease(const TimedEvent& timed);
    LifeSign& addLife(const TimedEvent& timed, bool answer, std::optional<std::size_t> attempt = {});
    void addRefresh(const TimedEvent& timed, const SipRegister& request, Call& call);
    void addAnswer(const TimedEvent& timed);
    void addRefusal(const TimedEvent& timed, Nanoseconds within);
    void addOwners();
    void addFailures();
    void addTrains(const std::vector<TimedTrain>& trains);
    bool lastsOver(CaseTime moment) const;
    void addContradictions();
    void addCauses(const std::vector<TimedEvent>& events);

    const std::vector<Lease>& m_leases;
    std::vector<RegistrationAttempt> m_attempts;
    std::vector<LifeSign> m_lives;
    std::vector<EndSign> m_ends;
    std::map<std::string, Call> m_calls; ///< by callKey()
    std::map<Endpoint, CaseTime> m_opened; ///< connections, by the end that opened them
    std::vector<Failure> m_failures;
    std::map<std::pair<SourceId, std::string>, CaseTime> m_unregistered; ///< by node, as alarms say it
    std::optional<CaseTime>
        m_rebinding; ///< asked any server to let it keep its address, and no answer was seen
    std::optional<CaseTime> m_proven; ///< the last end of something that was a registration
    std::optional<CaseTime> m_over; ///< the last end of a registration or a try, not told by an alarm
};

} // namespace whittle

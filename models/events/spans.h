// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "models/base/address.h"
#include "models/base/place.h"
#include "models/base/time.h"
#include "models/events/casespan.h"

namespace whittle
{

/// How a registration ended; the names of `ended` in the interfaces.
enum class RegistrationEnd {
    Open, ///< still registered when its evidence ends, and the evidence ends here
    Unregister,
    Reset,
    Restart,
    ApplyConfig,
    KeepaliveLost,
    TcpReset,
    TcpClosed,
    Rejected,
    AddressLost, ///< the phone had to give its address up
    Moved, ///< registered with another node
    Expired, ///< SIP: it was refreshed no more, and nothing else happened
    Unknown,
};

/// "reset", "address-lost", … ; "evidence-ended" for Open.
std::string_view toText(RegistrationEnd end);

/// How a phone came to register.
enum class RegistrationBegin {
    Unknown, ///< it was registered before the evidence begins
    PowerOn, ///< it started, and nobody told it to
    Restart, ///< it was told to drop its registration and to read its configuration anew
    Fallback, ///< back to the node that it prefers
    Register, ///< seen, and nothing says why
    Reset, ///< it was told to start anew, by CallManager or at its keys
    ReRegister, ///< it had lost its connection, and kept its address
};
std::string_view toText(RegistrationBegin begin);

enum class RegistrationProtocol { Unknown, Sccp, Sip };
/// "sccp", "sip"; empty for Unknown.
std::string_view toText(RegistrationProtocol protocol);

/// Who sent the first FIN or RST of its connection.
enum class RegistrationCloser { Unknown, Phone, Cucm };
/// "phone", "cucm"; empty for Unknown.
std::string_view toText(RegistrationCloser closer);

/// A phone that registers anew sends Alarm, Register, … within a few seconds; all of it is one beginning.
constexpr Nanoseconds oneBeginning = std::chrono::seconds{20};

/// SIP: CallManager waits so much longer than it granted before it gives a registration up.
constexpr std::int64_t sipGraceSeconds = 15;
/// What CallManager grants where no answer shows it (a service parameter of its).
constexpr std::int64_t sipUsualExpires = 120;

/// SCCP: this many keepalives in a row without an answer, and the phone (or CUCM, where they do not come)
/// gives the connection up.
constexpr int keepalivesUntilLost = 3;
/// The interval that CallManager asks for unless somebody changed it (Station KeepAlive Interval).
constexpr std::chrono::seconds sccpUsualKeepalive{30};

/// From the registration of one device with one node to its end.
struct Registration {
    std::string device{};
    RegistrationProtocol protocol = RegistrationProtocol::Unknown;
    IpAddress address{}; ///< of the phone
    Endpoint node{};
    std::string id{}; ///< the Call-ID, or what a trace calls the connection (handleKey()); empty: not told
    CaseTime from{};
    CaseTime to{}; ///< the end, or the last sign of it where it is open
    RegistrationBegin began = RegistrationBegin::Unknown;
    RegistrationEnd ended = RegistrationEnd::Open;
    std::optional<EventRef> beganAt{}; ///< empty when it began before the evidence
    std::optional<EventRef> endedAt{}; ///< what shows when it ended; how may be told by `last`
    RegistrationCloser closedBy = RegistrationCloser::Unknown;
    std::optional<int> reason{}; ///< of CallManager's alarm about its end
    std::string reasonName{}; ///< in the list of that alarm (alarmReasonName())
    std::optional<int> lastCode{}; ///< what the phone says of its end when it registers next
    std::string last{}; ///< the same as a word: "KeepaliveTO"
    std::vector<SourceId> seenBy{}; ///< that showed how it began
    std::optional<CaseTime> alive{}; ///< the last sign of life of the phone (a keepalive) in it
    std::vector<SourceId> aliveIn{}; ///< the sources that show it to that moment
    /// Keepalives, or refreshes of SIP, as the source has them that saw the most.
    std::uint64_t keepalives = 0;
    std::uint64_t keepaliveAnswers = 0;
    std::uint64_t missing = 0; ///< that should have come while somebody watched, and did not
    std::optional<std::int64_t> grantedSeconds{}; ///< the interval that CallManager asks for, or Expires
    std::optional<std::int64_t> observedMs{}; ///< median of the intervals
    std::vector<CaseSpan> gaps{}; ///< when nobody recorded who could have shown it: then it is not known
};

/// The phone goes back to the node that it prefers, as it should. `next`: null where it did not come back.
bool isFailback(const Registration& ended, const Registration* next);

/// RFC 2131 §4.3.2: the state a client is in when it sends a DHCPREQUEST.
enum class RequestState { Unknown, Selecting, InitReboot, Renewing, Rebinding };
std::string_view toText(RequestState state);
/// The inverse; Unknown for any other text.
RequestState requestState(std::string_view text);
/// The client asks to keep an address that it holds (RFC 2131 §4.4.5).
bool isHeld(RequestState state);

/// A client in REBINDING asks again after half of the time that is left, but not before 60 s: so long after
/// its last request at most its lease ends (RFC 2131 §4.4.5).
constexpr Nanoseconds lastRebinding = std::chrono::seconds{120};

/// Option 51 with all bits set: the lease never ends (RFC 2131 §3.3).
constexpr std::chrono::seconds infiniteLease{0xffffffff};

enum class RequestOutcome {
    Silence, ///< no answer, and somebody watched who would have shown it
    Acknowledged,
    Refused,
    Unknown, ///< no answer was seen where nobody would have shown it
};
std::string_view toText(RequestOutcome outcome);

/// One DHCPREQUEST (with its retransmissions) and what came of it.
struct LeaseRequest {
    CaseTime at{};
    RequestState state = RequestState::Unknown;
    RequestOutcome outcome = RequestOutcome::Unknown;
    EventRef request{}; ///< a server's log that tells of the answer alone: that
    std::optional<EventRef> answer{}; ///< the DHCPACK or DHCPNAK
    CaseTime answeredAt{};
    IpAddress server{}; ///< that answered (option 54)
    std::uint32_t tries = 1; ///< how often it was sent
};

enum class LeaseEnd {
    Open, ///< the evidence ends first
    Refused, ///< DHCPNAK
    Released, ///< given back by the client
    Expired,
    Replaced, ///< another address was bound
    Declined, ///< the client found the address in use (DHCPDECLINE)
    Withdrawn, ///< deleted at the server
};
/// "refused", "expired", …; "evidence-ended" for Open.
std::string_view toText(LeaseEnd end);

/// One address held by one client, from the DHCPACK that bound it, over its renewals, to its end. Where only
/// its end was seen it is no longer than that.
struct Lease {
    std::string device{}; ///< device name where one is known, else the MAC as text
    Mac mac{};
    IpAddress address{};
    IpAddress server{}; ///< option 54 of the last acknowledgement
    CaseTime from{};
    CaseTime to{};
    LeaseEnd ended = LeaseEnd::Open;
    std::optional<EventRef> beganAt{}; ///< empty when it was bound before the evidence begins
    std::optional<EventRef> endedAt{};
    CaseTime boundAt{}; ///< of the last acknowledgement: T1, T2 and expiry count from here
    std::optional<std::chrono::seconds> length{}; ///< option 51; empty when not seen
    std::chrono::seconds t1{}; ///< option 58, or half of the length (RFC 2131 §4.4.5)
    std::chrono::seconds t2{}; ///< option 59, or seven eighths of it
    IpAddress relay{}; ///< giaddr of the last message that a relay passed on
    IpAddress refusedBy{}; ///< option 54 of the DHCPNAK; may be another server than the lease's
    std::vector<IpAddress> otherServers{}; ///< that acknowledged the same request, too
    /// What a phone needs of the last acknowledgement, as the fields of an event: tftp-servers (option 150),
    /// tftp-name (66), router (3), dns-servers (6), ntp-servers (42), host-name (12), relay-circuit-id and
    /// relay-remote-id (82).
    std::string options{};
    std::vector<LeaseRequest> requests{};
};
/// When the lease runs out; empty where its length is not known or it never does.
std::optional<CaseTime> expiryOf(const Lease& lease);

/// Something worth a mark on a device's lane.
struct DeviceMark {
    CaseTime at{};
    std::string kind{};
    EventRef ref{};
};

/// What is known about one device over the whole case.
struct DeviceHistory {
    std::string name{};
    bool isPhone = true; ///< and not a media resource, a soft client … (isPhone())
    std::optional<Mac> mac{};
    std::vector<IpAddress> addresses{}; ///< in the order in which it had them
    std::vector<Registration> registrations{}; ///< by time
    std::vector<Lease> leases{}; ///< by time
    std::vector<DeviceMark> marks{}; ///< by time; keepalives are not among them
    std::int64_t inputs = 0; ///< an InputHash of what registrations and marks were concluded from
};

} // namespace whittle

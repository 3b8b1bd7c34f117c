// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <memory>
#include <string>
#include <utility>

#include "models/analysis/analysis.h"

/// A hand-made analysis for tests of what shows one: two phones whose DHCP server refuses to renew a lease of
/// 72 h at its half, every 36 h for five days; a third that was reset by an administrator; healthy phones;
/// NTP within some milliseconds. Header-only.
namespace whittle::test
{

/// Fri 27 Feb 2009 08:11 in Chicago.
inline constexpr CaseTime sampleStart{1235743860LL * nsPerSecond};
inline constexpr SourceId sampleSpan{1};
inline constexpr SourceId sampleConsole{2};
inline constexpr SourceId sampleTrace{3};

inline CaseTime sampleAt(double hours)
{
    return {sampleStart.nsUtc + static_cast<std::int64_t>(std::llround(hours * 3600e9))};
}

inline EventRef sampleFrame(std::uint64_t number)
{
    return {sampleSpan, {PlaceUnit::Frame, number}, 0};
}

/// The frame in which the refusal number `i` of phone `phone` stands.
inline EventRef sampleNak(int phone, int i)
{
    return sampleFrame(static_cast<std::uint64_t>(20411 + 1000 * i + phone));
}

inline Endpoint sampleNode()
{
    return {IpAddress::v4(10, 2, 1, 11), 2000};
}

inline Registration sampleRegistration(const std::string& device, IpAddress address, double from, double to)
{
    Registration one;
    one.device = device;
    one.address = address;
    one.node = sampleNode();
    one.from = sampleAt(from);
    one.to = sampleAt(to);
    one.seenBy = {sampleSpan};
    one.keepalives = one.keepaliveAnswers = static_cast<std::uint64_t>((to - from) * 120);
    return one;
}

inline Lease sampleLease(const std::string& device, Mac mac, IpAddress address, double from, double to)
{
    Lease lease;
    lease.device = device;
    lease.mac = mac;
    lease.address = address;
    lease.server = IpAddress::v4(10, 2, 1, 5);
    lease.from = lease.boundAt = sampleAt(from);
    lease.to = sampleAt(to);
    lease.length = std::chrono::hours{72};
    lease.t1 = std::chrono::hours{36};
    lease.t2 = std::chrono::hours{63};
    return lease;
}

inline DeviceHistory sampleDevice(const char* mac, IpAddress address)
{
    DeviceHistory device;
    device.mac = Mac::fromText(mac);
    device.name = phoneName(*device.mac);
    device.addresses = {address};
    return device;
}

/// A phone that is refused at `refusals` (hours), and registers anew a minute later.
inline DeviceHistory sampleSufferer(int phone, const char* mac, IpAddress address,
                                    std::vector<double> refusals)
{
    DeviceHistory device = sampleDevice(mac, address);
    double from = 0;
    for (int i = 0; i <= static_cast<int>(refusals.size()); ++i) {
        const bool last = i == static_cast<int>(refusals.size());
        const double to = last ? 120 : refusals[static_cast<std::size_t>(i)];
        Registration registration = sampleRegistration(device.name, address, from, to);
        Lease lease = sampleLease(device.name, *device.mac, address, std::max(0.0, from - 0.005), to);
        if (i > 0) {
            registration.began = RegistrationBegin::Restart;
            registration.beganAt = sampleFrame(static_cast<std::uint64_t>(20450 + 1000 * i + phone));
            lease.beganAt = sampleFrame(static_cast<std::uint64_t>(20440 + 1000 * i + phone));
            device.marks.push_back({sampleAt(from - 0.01), "dhcp.discover",
                                    sampleFrame(static_cast<std::uint64_t>(20430 + 1000 * i + phone))});
            device.marks.push_back({sampleAt(from), "sccp.register", *registration.beganAt});
        }
        if (!last) {
            registration.ended = RegistrationEnd::AddressLost;
            registration.endedAt = sampleNak(phone, i);
            lease.ended = LeaseEnd::Refused;
            lease.endedAt = sampleNak(phone, i);
            LeaseRequest request;
            request.at = sampleAt(to) - std::chrono::milliseconds{5};
            request.state = RequestState::Renewing;
            request.outcome = RequestOutcome::Refused;
            request.request = sampleFrame(static_cast<std::uint64_t>(20401 + 1000 * i + phone));
            request.answer = sampleNak(phone, i);
            request.answeredAt = sampleAt(to);
            lease.requests.push_back(request);
            device.marks.push_back({sampleAt(to), "dhcp.nak", sampleNak(phone, i)});
        }
        device.registrations.push_back(registration);
        device.leases.push_back(lease);
        from = to + 0.02;
    }
    return device;
}

/// A phone whose lease of 72 h is renewed every 36 h.
inline DeviceHistory sampleHealthy(int number, double phase = 0)
{
    const char digits[] = "0123456789abcdef";
    const std::string mac =
        std::string("00:21:a0:e1:") + digits[number / 16 % 16] + digits[number % 16] + ":10";
    const IpAddress address = IpAddress::v4(10, 2, 17, static_cast<std::uint8_t>(number + 1));
    DeviceHistory device = sampleDevice(mac.c_str(), address);
    device.registrations.push_back(sampleRegistration(device.name, address, 0, 120));
    Lease lease = sampleLease(device.name, *device.mac, address, 0, 120);
    for (int i = 0; i < 3; ++i) {
        LeaseRequest request;
        request.at = sampleAt(36 * (i + 1) - phase);
        request.state = RequestState::Renewing;
        request.outcome = RequestOutcome::Acknowledged;
        request.request = sampleFrame(static_cast<std::uint64_t>(500000 + 100 * number + 2 * i));
        request.answer = sampleFrame(static_cast<std::uint64_t>(500001 + 100 * number + 2 * i));
        request.answeredAt = request.at + std::chrono::milliseconds{3};
        lease.requests.push_back(request);
        lease.boundAt = request.answeredAt;
    }
    device.leases.push_back(lease);
    return device;
}

/// The third phone: fine, but for a reset that somebody ordered after 61.2 h.
inline DeviceHistory sampleResetPhone()
{
    DeviceHistory device = sampleHealthy(240);
    const IpAddress address = IpAddress::v4(10, 2, 16, 52);
    device.mac = Mac::fromText("00:21:a0:e0:8d:93");
    device.name = phoneName(*device.mac);
    device.addresses = {address};
    Registration before = sampleRegistration(device.name, address, 0, 61.2);
    before.ended = RegistrationEnd::Reset;
    before.endedAt = sampleFrame(40112);
    Registration after = sampleRegistration(device.name, address, 61.23, 120);
    after.beganAt = sampleFrame(40140);
    device.registrations = {before, after};
    device.marks.push_back({sampleAt(61.2), "sccp.reset", sampleFrame(40112)});
    device.marks.push_back({sampleAt(61.23), "sccp.register", sampleFrame(40140)});
    return device;
}

inline AnalysedSource sampleSource(SourceId id, std::string path, std::string format, PlaceUnit unit,
                                   std::uint64_t records)
{
    AnalysedSource source;
    source.row.id = id;
    source.row.path = std::move(path);
    source.row.format = std::move(format);
    source.row.formatReason = "the first bytes";
    source.row.sha256 = std::string(63, 'a') + std::to_string(raw(id));
    source.row.bytes = records * 120;
    source.row.unit = unit;
    source.row.records = source.row.events = records;
    source.clock.source = id;
    source.clock.zone = "UTC";
    source.clock.zoneBasis = Basis::Stated;
    return source;
}

inline void addSampleSources(Analysis& analysis)
{
    AnalysedSource span = sampleSource(sampleSpan, "span-dc1.pcap", "pcap", PlaceUnit::Frame, 912000);
    span.clock.correction = SourceClock::Correction{0, 0, 0, 0, {}, 0, "reference"};
    // Nobody captured from the 86th to the 97th hour.
    span.row.coverage = {{{sampleAt(0).nsUtc}, {sampleAt(86).nsUtc}},
                         {{sampleAt(97).nsUtc}, {sampleAt(120).nsUtc}}};
    span.row.limits = {
        {"limit.silence", SourceTime{sampleAt(86).nsUtc}, SourceTime{sampleAt(97).nsUtc}, {"39600"}}};
    span.first = sampleAt(0);
    span.last = sampleAt(120);

    AnalysedSource console =
        sampleSource(sampleConsole, "SEP001E7A24429A.log", "phone-console", PlaceUnit::Line, 63);
    console.clock.utcOffsetNs = -6 * 3600 * nsPerSecond;
    console.clock.zone = "America/Chicago";
    console.clock.zoneBasis = Basis::Inferred;
    console.clock.dateBasis = Basis::Inferred;
    console.clock.correction =
        SourceClock::Correction{41'200'000'000, 41'000'000'000, 41'400'000'000, 0, {}, 3, "matched-events"};
    const std::int64_t consoleNs = console.clock.utcOffsetNs + console.clock.correction->offsetNs;
    console.row.coverage = {{{sampleAt(36).nsUtc + consoleNs}, {sampleAt(37).nsUtc + consoleNs}}};
    console.row.hasDate = false;
    console.first = sampleAt(36);
    console.last = sampleAt(37);
    console.row.problems.push_back(
        {Severity::Notice, "text.line-unreadable", Place{PlaceUnit::Line, 41}, {}});

    AnalysedSource trace =
        sampleSource(sampleTrace, "bundle.zip/ccm00000123.txt", "cucm-sdi", PlaceUnit::Line, 40210);
    trace.clock.utcOffsetNs = -6 * 3600 * nsPerSecond;
    trace.clock.zone = "America/Chicago";
    trace.clock.zoneBasis = Basis::Inferred;
    trace.clock.correction =
        SourceClock::Correction{-800'000'000, -804'000'000, -796'000'000, 0, {}, 37, "matched-events"};
    const std::int64_t traceNs = trace.clock.utcOffsetNs + trace.clock.correction->offsetNs;
    trace.row.coverage = {{{sampleAt(2).nsUtc + traceNs}, {sampleAt(40).nsUtc + traceNs}}};
    trace.first = sampleAt(2);
    trace.last = sampleAt(40);

    analysis.sources = {console, trace, span};
    analysis.reference = sampleSpan;
    analysis.siteZone = "America/Chicago";
}

inline void addSampleNtp(Analysis& analysis)
{
    NtpAssociation association;
    association.client.address = IpAddress::v4(10, 2, 1, 10);
    association.server.address = IpAddress::v4(192, 0, 2, 123);
    association.from = sampleAt(0);
    association.to = sampleAt(120);
    association.states.push_back({.ofServer = true, .from = sampleAt(0), .to = sampleAt(120), .stratum = 2});
    for (int i = 0; i <= 420; ++i) {
        const double hours = i * 120.0 / 420;
        if (hours > 86 && hours < 97)
            continue;
        NtpPoll poll{.at = sampleAt(hours), .outcome = PollOutcome::Answered};
        poll.offset = 0.0021 * std::sin(hours * 0.26) + 0.0011 * std::sin(hours * 1.42);
        poll.delay = 0.0382;
        poll.ref = sampleFrame(static_cast<std::uint64_t>(700000 + i));
        association.polls.push_back(poll);
    }
    analysis.ntp.push_back(std::move(association));
}

inline CheckOutcome sampleOutcome(std::string id, CheckResult result)
{
    CheckOutcome outcome;
    outcome.id = std::move(id);
    outcome.result = result;
    return outcome;
}

inline void addSampleFindings(Analysis& analysis, const std::vector<std::vector<double>>& refusals)
{
    Finding nak;
    nak.check = "dhcp-nak";
    nak.severity = "error";
    nak.cause = "dhcp.nak";
    nak.parameters = {{"server", "10.2.1.5"}, {"count", "6"}, {"phones", "2"}, {"lease", "72"}};
    CheckOutcome outcome = sampleOutcome(nak.check, CheckResult::Yes);
    for (int phone = 0; phone < static_cast<int>(refusals.size()); ++phone) {
        const DeviceHistory& device = analysis.devices[static_cast<std::size_t>(phone)];
        nak.devices.push_back(device.name);
        for (int i = 0; i < static_cast<int>(refusals[static_cast<std::size_t>(phone)].size()); ++i) {
            const CaseTime at =
                sampleAt(refusals[static_cast<std::size_t>(phone)][static_cast<std::size_t>(i)]);
            nak.evidence.push_back({sampleNak(phone, i), at,
                                    "DHCPNAK " + toText(device.addresses.front()) + " to "
                                        + toText(*device.mac) + ", unicast renewal 5 ms before"});
            outcome.evidence.push_back({sampleNak(phone, i), at});
        }
    }
    outcome.devices = nak.devices;
    outcome.parameters = nak.parameters;
    outcome.from = nak.evidence.front().time;
    outcome.to = nak.evidence.back().time;

    Finding reset;
    reset.check = "admin-reset";
    reset.severity = "warning";
    reset.cause = "admin.reset";
    reset.devices = {"SEP0021A0E08D93"};
    reset.parameters = {{"count", "1"}};
    reset.evidence = {{sampleFrame(40112), sampleAt(61.2), "SCCP Reset, type reset, to SEP0021A0E08D93"}};

    CheckOutcome keepalives = sampleOutcome("keepalive-loss", CheckResult::No);
    keepalives.parameters = {{"unanswered", "0"}, {"count", "14322"}};
    CheckOutcome tftp = sampleOutcome("tftp-error", CheckResult::NotObservable);
    tftp.needs = {"phone_side"};
    analysis.findings = {nak, reset};
    analysis.outcomes = {outcome, sampleOutcome("admin-reset", CheckResult::Yes), keepalives, tftp};
}

inline void addSampleDiagnosis(Analysis& analysis)
{
    const auto suspect = [](const char* cause, double prior, double probability, SuspectState state,
                            const char* question, double weight) {
        Suspect one{cause, prior, probability, state, {}};
        one.reasons.push_back({question, question, true, weight > 0, weight});
        return one;
    };
    Diagnosis& diagnosis = analysis.diagnosis;
    diagnosis.symptom = "phone-resets";
    diagnosis.verdict = Verdict::Confirmed;
    diagnosis.suspects = {
        suspect("dhcp.nak", 0.15, 0.91, SuspectState::Confirmed, "dhcp-nak", 3.2),
        suspect("dhcp.no-answer", 0.10, 0.05, SuspectState::Weakened, "dhcp-nak", -1.9),
        suspect("other", 0.08, 0.04, SuspectState::Suspect, "dhcp-nak", -0.7),
        suspect("network.keepalive-loss", 0.25, 0, SuspectState::Eliminated, "keepalive-loss", -6),
        suspect("cucm.restart", 0.10, 0, SuspectState::Eliminated, "same-node", -6),
        suspect("phone.power-loss", 0.12, 0, SuspectState::Eliminated, "display-dark", -6),
    };
    diagnosis.answered = {{"phone-reboots", "yes", true, "dhcp-nak"},
                          {"all-phones", "no", true, "same-node"}};
    diagnosis.next = {{"changed-recently", 0.4, 3, {{"yes", {"dhcp.no-answer"}}, {"no", {}}}}};
    diagnosis.collect = {{"dhcp-server-log", 0.9, {"changed-recently"}}};
}

/// `healthy`: how many phones there are to which nothing happened.
inline AnalysisPtr sampleAnalysis(int healthy = 24)
{
    auto analysis = std::make_shared<Analysis>();
    analysis->title = "Warehouse phones reset";
    analysis->symptom = "phone-resets";
    analysis->first = sampleAt(0);
    analysis->last = sampleAt(120);
    addSampleSources(*analysis);
    const std::vector<std::vector<double>> refusals{{36.02, 72.05, 108.07}, {36.4, 72.43, 108.5}};
    analysis->devices.push_back(
        sampleSufferer(0, "00:1e:7a:24:42:9a", IpAddress::v4(10, 2, 16, 37), refusals[0]));
    analysis->devices.push_back(
        sampleSufferer(1, "00:15:c6:e5:74:9b", IpAddress::v4(10, 2, 16, 41), refusals[1]));
    analysis->devices.push_back(sampleResetPhone());
    for (int i = 0; i < healthy; ++i)
        analysis->devices.push_back(sampleHealthy(i, 0.05 * (i % 4)));
    addSampleNtp(*analysis);
    addSampleFindings(*analysis, refusals);
    addSampleDiagnosis(*analysis);
    analysis->eventCounts = {{"dhcp.nak", 6},
                             {"dhcp.request", 93},
                             {"dhcp.ack", 87},
                             {"sccp.keepalive", 14322},
                             {"sccp.keepalive-ack", 14322},
                             {"sccp.register", 7},
                             {"ntp.client", 382},
                             {"ntp.server", 382}};
    return analysis;
}

} // namespace whittle::test

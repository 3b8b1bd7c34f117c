// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A hand-made case: five phones of a warehouse that reset because a DHCP server refuses to renew. Names,
// addresses and lines are invented.

#include "models/analysis/analysis.h"

namespace reportsample
{

using namespace whittle;

/// 2009-02-27 08:11:10.899614 in Chicago.
constexpr std::int64_t firstRefusal = 1'235'743'870'899'614'000;
constexpr std::int64_t hour = 3600 * nsPerSecond;

inline const char* hashOf(int source)
{
    constexpr const char* hashes[] = {
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
        "fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13",
    };
    return hashes[source - 1];
}

inline CheckText checkText(const char* id, const char* question, const char* severity, const char* cause)
{
    CheckText text;
    text.id = id;
    text.question = question;
    text.severity = severity;
    text.cause = cause;
    return text;
}

inline void addChecks(Knowledge& knowledge)
{
    CheckText refused =
        checkText("dhcp-refused", "Did the DHCP server refuse a renewal?", "error", "dhcp.nak");
    refused.title = "DHCP server {server} refuses renewals at half of the lease";
    refused.explanation =
        "{count} renewals of {devices} were answered with DHCPNAK: the server was there and said no.";
    refused.wouldRefute = "an ACK to a renewal in the same span.";
    refused.nextStep = "compare the scope on {server} with its lease database.";
    CheckText lease = checkText("lease-length", "How long is the lease?", "warning", "");
    lease.title = "Lease of {lease}: a refusal hits working hours every third day";
    CheckText keepalives =
        checkText("keepalives-lost", "Were keepalives lost?", "error", "network.keepalive-loss");
    keepalives.clears = "{count} of {count} keepalives were answered";
    CheckText reset = checkText("reset-commanded", "Did CUCM command the resets?", "error", "admin.reset");
    reset.clears = "no Reset from CUCM before any of the {count}.";
    const CheckText power =
        checkText("phones-powered-up", "Did the phones power up?", "error", "phone.power-loss");
    knowledge.checks = {refused, lease, keepalives, reset, power};
}

inline Knowledge knowledge()
{
    Knowledge knowledge;
    knowledge.causes = {
        {"dhcp.nak", "DHCP", "DHCP server refuses the renewal",
         "The phone asks to keep its address and the server says no (DHCPNAK). The phone must give the "
         "address up, and that is the "
         "reset.",
         "On the DHCP server, look at the scope and at the phone's lease. On a Cisco router: show ip dhcp "
         "binding"},
        {"dhcp.no-answer", "DHCP", "DHCP server does not answer", "", ""},
        {"network.keepalive-loss", "Network", "Network loses keepalives", "", ""},
        {"admin.reset", "CUCM", "Somebody pressed Reset", "", ""},
        {"dhcp.nak.scope-changed", "DHCP", "Scope changed", "", "Put the address back into the pool."},
        {"dhcp.nak.failover-partner", "DHCP", "Failover partner disagrees", "", ""},
    };
    Question changed;
    changed.id = "changed-recently";
    changed.text = "Was the DHCP server's scope changed or restored lately?";
    changed.why = "It refuses addresses that it gave out itself.";
    changed.how = "Look in the server's audit log around 25 February.";
    changed.minutes = 3;
    Question period;
    period.id = "period-hours";
    period.text = "After how many hours does it happen again?";
    period.type = AnswerType::Number;
    Question reboots;
    reboots.id = "phone-reboots";
    reboots.text = "Does the phone restart, rather than only re-register?";
    Question refused;
    refused.id = "dhcp-refused";
    refused.text = "Did the DHCP server refuse a renewal?";
    Question commanded;
    commanded.id = "user-pressed-reset";
    commanded.text = "Did somebody press Reset?";
    Question servers;
    servers.id = "two-servers";
    servers.text = "Do two servers serve the subnet?";
    knowledge.questions = {changed, period, reboots, refused, commanded, servers};
    Symptom why;
    why.id = "dhcp.nak";
    why.title = "Why does the server refuse?";
    knowledge.refinements = {why};
    Symptom symptom;
    symptom.id = "phone-resets";
    symptom.title = "Phones reset or re-register";
    knowledge.symptoms = {symptom};
    addChecks(knowledge);
    Collectable log;
    log.id = "dhcp-server-log";
    log.what = "DHCP server audit log, 24–28 Feb";
    log.how = "copy \\\\dhcp01\\c$\\Windows\\System32\\dhcp\\DhcpSrvLog-*.log";
    log.why = "It says why it refused.";
    knowledge.collect = {log};
    knowledge.messages = {{"capture.record-cut", "The last record is cut: {0} of {1} bytes."},
                          {"member-unreadable", "The member {0}: {1:reason}."}};
    knowledge.phrases = {"{0:reason}; it could also be {1}: {2:reason}", "{0} of the first {1} lines match",
                         "the first line matches"};
    return knowledge;
}

inline AnalysedSource source(std::int64_t id, const char* path, const char* format, PlaceUnit unit)
{
    AnalysedSource source;
    source.row.id = SourceId{id};
    source.row.path = path;
    source.row.sha256 = hashOf(static_cast<int>(id));
    source.row.bytes = 1'482'112;
    source.row.format = format;
    source.row.formatReason = "its first bytes";
    source.row.unit = unit;
    source.row.records = 20'500;
    source.row.events = 14'391;
    source.clock.source = source.row.id;
    source.clock.zone = "UTC";
    source.clock.zoneBasis = Basis::Stated;
    source.first = CaseTime{firstRefusal - hour};
    source.last = CaseTime{firstRefusal + 118 * hour};
    return source;
}

inline SourceClock::Correction correction(const char* basis, std::int64_t offsetNs, std::int64_t halfNs)
{
    SourceClock::Correction correction;
    correction.offsetNs = offsetNs;
    correction.lowNs = offsetNs - halfNs;
    correction.highNs = offsetNs + halfNs;
    correction.basis = basis;
    return correction;
}

inline std::vector<AnalysedSource> sources()
{
    AnalysedSource console = source(3, "evidence/SEP001E7A24429A.log", "phone-console", PlaceUnit::Line);
    console.clock.zone = "America/Chicago";
    console.clock.zoneBasis = Basis::Inferred;
    console.clock.utcOffsetNs = -6 * hour;
    console.clock.correction = correction("matched-events", 41'200'000'000, 200'000'000);
    console.clock.correction->driftPpm = 3.25;
    console.clock.correction->pairs = 37;
    AnalysedSource notes = source(2, "evidence/notes.bin", "unknown", PlaceUnit::Offset);
    notes.row.events = 0;
    notes.first.reset();
    notes.last.reset();
    notes.clock.zoneBasis = Basis::Assumed;
    AnalysedSource capture = source(1, "evidence/span-dc1.pcap", "pcap", PlaceUnit::Frame);
    capture.clock.correction = correction("reference", 0, 0);
    capture.row.coverage = {{{firstRefusal - hour}, {firstRefusal + 118 * hour}}};
    capture.row.limits = {{"limit.drops", SourceTime{firstRefusal - hour}, {}, {"17"}}};
    capture.row.problems = {
        {Severity::DataLoss, "capture.record-cut", Place{PlaceUnit::Frame, 20'501}, {"54", "60"}},
        {Severity::Info, "capture.no-end", std::nullopt, {}}};
    return {console, notes, capture};
}

inline EventRef frame(std::uint64_t number)
{
    return {SourceId{1}, {PlaceUnit::Frame, number}, 0};
}
inline EventRef consoleLine(std::uint64_t number)
{
    return {SourceId{3}, {PlaceUnit::Line, number}, 0};
}

inline Finding refusals(int count)
{
    Finding finding;
    finding.check = "dhcp-refused";
    finding.severity = "error";
    finding.cause = "dhcp.nak";
    finding.devices = {"SEP001E7A24429A", "SEP0015C6E5749B"};
    finding.parameters = {{"server", "10.2.1.5"}, {"count", std::to_string(count)}};
    finding.evidence.push_back(
        {frame(20'411),
         {firstRefusal},
         "DHCPNAK 10.2.1.5 to 10.2.16.37, xid 0x39a0b1c2, answer to the unicast renewal 4 ms before"});
    finding.evidence.push_back({consoleLine(6),
                                {firstRefusal + 38'000'000},
                                "NOT 08:11:10.899614 DHCP: NAK received from 10.2.1.5"});
    for (int i = 2; i < count; ++i)
        finding.evidence.push_back({frame(20'411 + 97 * static_cast<std::uint64_t>(i)),
                                    {firstRefusal + i * 36 * hour},
                                    "DHCPNAK 10.2.1.5 to 10.2.16." + std::to_string(37 + i)});
    return finding;
}

inline Finding leaseAdvice()
{
    Finding finding;
    finding.check = "lease-length";
    finding.severity = "warning";
    finding.parameters = {{"lease", "72 h"}};
    finding.evidence = {
        {frame(12), {firstRefusal - hour / 2}, "DHCPACK 10.2.16.37 from 10.2.1.5, lease 259200 s"}};
    return finding;
}

inline CheckOutcome outcome(const char* id, CheckResult result)
{
    CheckOutcome outcome;
    outcome.id = id;
    outcome.result = result;
    return outcome;
}

inline std::vector<CheckOutcome> outcomes()
{
    CheckOutcome refused = outcome("dhcp-refused", CheckResult::Yes);
    refused.devices = {"SEP001E7A24429A", "SEP0015C6E5749B"};
    refused.from = CaseTime{firstRefusal};
    refused.to = CaseTime{firstRefusal + 72 * hour};
    refused.evidence = {{frame(20'411), {firstRefusal}}, {frame(20'412), {firstRefusal + 1}}};
    CheckOutcome keepalives = outcome("keepalives-lost", CheckResult::No);
    keepalives.parameters = {{"count", "14,322"}};
    CheckOutcome reset = outcome("reset-commanded", CheckResult::No);
    reset.parameters = {{"count", "5"}};
    CheckOutcome power = outcome("phones-powered-up", CheckResult::NotObservable);
    power.needs = {"phone_side", "dhcp-server-log"};
    return {refused, keepalives, reset, power};
}

/// By a person where `check` is empty.
inline Reason reason(const char* question, const char* check, bool yes, double weight)
{
    Reason reason;
    reason.question = question;
    reason.check = check;
    reason.byEvidence = !reason.check.empty();
    reason.yes = yes;
    reason.weight = weight;
    return reason;
}

inline Suspect suspect(const char* cause, double probability, SuspectState state, std::vector<Reason> reasons)
{
    Suspect suspect;
    suspect.cause = cause;
    suspect.prior = 0.2;
    suspect.probability = probability;
    suspect.state = state;
    suspect.reasons = std::move(reasons);
    return suspect;
}

inline AnsweredQuestion answered(const char* question, const char* value, bool byEvidence, const char* check)
{
    AnsweredQuestion answered;
    answered.question = question;
    answered.value = value;
    answered.byEvidence = byEvidence;
    answered.check = check;
    return answered;
}

inline Diagnosis diagnosis()
{
    Diagnosis diagnosis;
    diagnosis.symptom = "phone-resets";
    diagnosis.verdict = Verdict::Confirmed;
    diagnosis.suspects = {
        suspect("dhcp.nak", 0.914, SuspectState::Confirmed,
                {reason("dhcp-refused", "dhcp-refused", true, 3.1), reason("phone-reboots", "", true, 0.4)}),
        suspect("dhcp.no-answer", 0.05, SuspectState::Weakened,
                {reason("dhcp-refused", "dhcp-refused", true, -1.2)}),
        suspect("other", 0.0331234567, SuspectState::Suspect, {}),
        suspect("network.keepalive-loss", 0.002, SuspectState::Eliminated,
                {reason("keepalives-lost", "keepalives-lost", false, -4)}),
        suspect("admin.reset", 0.0008765433, SuspectState::Eliminated,
                {reason("user-pressed-reset", "reset-commanded", false, -5)}),
    };
    diagnosis.answered = {answered("dhcp-refused", "yes", true, "dhcp-refused"),
                          answered("user-pressed-reset", "no", true, "reset-commanded"),
                          answered("user-pressed-reset", "yes", false, ""),
                          answered("phone-reboots", "yes", false, ""),
                          answered("period-hours", "36.5", false, "")};
    diagnosis.answered[2].counted = false;
    NextQuestion changed;
    changed.question = "changed-recently";
    changed.gainBits = 0.9;
    changed.minutes = 3;
    changed.rulesOut = {{"no", {"dhcp.no-answer", "other"}}, {"yes", {}}};
    NextQuestion period;
    period.question = "period-hours";
    period.minutes = 1;
    diagnosis.next = {changed, period};
    diagnosis.collect = {{"dhcp-server-log", 0.9, {"changed-recently"}}};
    Diagnosis why;
    why.symptom = "dhcp.nak";
    why.suspects = {suspect("dhcp.nak.scope-changed", 0.8, SuspectState::Suspect,
                            {reason("changed-recently", "", true, 0.9)}),
                    suspect("dhcp.nak.failover-partner", 0.01, SuspectState::Eliminated,
                            {reason("two-servers", "", false, -3)})};
    diagnosis.refinements = {why};
    return diagnosis;
}

inline DeviceHistory device(const char* name)
{
    DeviceHistory history;
    history.name = name;
    return history;
}

inline Analysis analysis(int refusalCount = 14)
{
    Analysis analysis;
    analysis.title = "Warehouse phones reset";
    analysis.symptom = "phone-resets";
    analysis.symptomChosen = true;
    analysis.sources = sources();
    analysis.reference = SourceId{1};
    analysis.siteZone = "America/Chicago";
    analysis.eventCounts = {{"dhcp.ack", 31}, {"dhcp.nak", 14}, {"sccp.keepalive", 14'322}};
    analysis.first = CaseTime{firstRefusal - hour};
    analysis.last = CaseTime{firstRefusal + 118 * hour};
    analysis.devices = {device("SEP001E7A24429A"), device("SEP0015C6E5749B"), device("SEP0021A0E08D93")};
    analysis.outcomes = outcomes();
    analysis.findings = {refusals(refusalCount), leaseAdvice()};
    for (const Citation& citation : analysis.findings.front().evidence)
        analysis.citedTexts.emplace(citation.ref, citation.text);
    analysis.diagnosis = diagnosis();
    analysis.answers = {
        {"user-pressed-reset", "yes", 1}, {"phone-reboots", "yes", 2}, {"period-hours", "36.5", 3}};
    return analysis;
}

} // namespace reportsample

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <string>

#include "models/base/result.h"
#include "models/store/database.h"

namespace whittle
{

class CaseReader;
class CaseWriter;

/// One table of conclusions, with its columns in the order in which they are bound and read (schema.cpp says
/// what they mean). Rows come back in the order in which they were written.
struct ConclusionTable {
    const char* name;
    const char* columns;
};

namespace conclusions
{
inline constexpr ConclusionTable understanding{"understanding",
                                               "evidence, build, rows, reference, site_zone"};
inline constexpr ConclusionTable clock{
    "clock",
    "source, date_shift, date_basis, utc_offset, zone, zone_basis, error, error_low, error_high, drift, "
    "middle, pairs, error_basis, before_steps, contradicted"};
inline constexpr ConclusionTable clockTurn{"clock_turn", "source, at, utc_offset, place"};
inline constexpr ConclusionTable clockStep{"clock_step",
                                           "source, at, not_before, not_after, by, by_low, by_high, place"};
inline constexpr ConclusionTable recorded{"recorded", "source, first, last"};
inline constexpr ConclusionTable joined{"joined",
                                        "device, kind, mac, address, port, text, source, first_place, "
                                        "end_place, first, last, reason, proof_source, "
                                        "proof_place, proof_ordinal"};
inline constexpr ConclusionTable phone{"phone", "name, is_phone, mac, addresses, inputs"};
inline constexpr ConclusionTable registration{
    "registration",
    "phone, protocol, address, node, node_port, id, first, last, began, ended, began_source, began_place, "
    "began_ordinal, ended_source, ended_place, ended_ordinal, closed_by, reason, reason_name, last_code, "
    "last_cause, seen_by, alive, alive_in, keepalives, keepalive_answers, missing, granted, observed, gaps"};
inline constexpr ConclusionTable lease{
    "lease",
    "phone, mac, address, server, first, last, ended, began_source, began_place, began_ordinal, "
    "ended_source, ended_place, ended_ordinal, bound, length, t1, t2, relay, refused_by, other_servers, "
    "options"};
inline constexpr ConclusionTable leaseRequest{
    "lease_request",
    "lease, time, state, outcome, source, place, ordinal, answer_source, answer_place, "
    "answer_ordinal, answered, server, tries"};
inline constexpr ConclusionTable mark{"phone_mark", "phone, time, kind, source, place, ordinal"};
inline constexpr ConclusionTable ntpAssociation{
    "ntp_association",
    "client, client_name, client_output, server, server_name, server_output, mode, first, last"};
inline constexpr ConclusionTable ntpPoll{
    "ntp_poll",
    "association, time, outcome, after_gap, round_trip, offset, delay, root_delay, root_dispersion, source, "
    "place, ordinal"};
inline constexpr ConclusionTable ntpState{
    "ntp_state",
    "association, of_server, first, last, version, stratum, leap, poll, refid, kiss, source, place, ordinal"};
inline constexpr ConclusionTable ntpReport{
    "ntp_report",
    "association, time, tally, type, stratum, refid, heard_before, poll, reach, delay, offset, jitter, "
    "source, place, ordinal"};
inline constexpr ConclusionTable conversation{
    "conversation",
    "kind, id, device, method, caller, callee, first, last, ended, status, ended_source, ended_place, "
    "ended_ordinal, inputs"};
inline constexpr ConclusionTable conversationLeg{
    "conversation_leg",
    "conversation, caller, caller_port, callee, callee_port, seen_by, messages, source, place, ordinal"};
inline constexpr ConclusionTable outcome{"outcome", "id, result, devices, first, last, needs, parameters"};
inline constexpr ConclusionTable outcomeEvent{"outcome_event",
                                              "outcome, source, place, ordinal, time, words"};
inline constexpr const ConclusionTable* all[] = {
    &understanding, &clock,        &clockTurn,       &clockStep, &recorded,       &joined,  &phone,
    &registration,  &lease,        &leaseRequest,    &mark,      &ntpAssociation, &ntpPoll, &ntpState,
    &ntpReport,     &conversation, &conversationLeg, &outcome,   &outcomeEvent};
/// Tables that earlier builds had: a case that they wrote may still have them.
inline constexpr const char* earlier[] = {"ntp_sample"};
} // namespace conclusions

/// Which sources a case has, and what the analyst says of their clocks (clockwishes.h): what was concluded
/// from these holds for no others.
Result<std::string> evidenceKey(const CaseReader& reader);

/// False where a byte of them is not as it was written, or there are none.
Result<bool> conclusionsAreSound(const CaseReader& reader);

/// The rows of a table, to be stepped through. Errors: Database (the case has no such table or column).
Result<Statement> conclusionRows(const CaseReader& reader, const ConclusionTable& table);

/// Replaces what was concluded before, in one transaction; nobody else writes meanwhile. Without commit() it
/// has not happened.
class ConclusionWriter
{
public:
    /// Errors: Vanished (the evidenceKey() is no longer `evidence`), Database, DiskFull.
    static Result<ConclusionWriter> begin(CaseWriter& writer, const std::string& evidence);

    /// A statement with one parameter for each column.
    Result<Statement> insertInto(const ConclusionTable& table) const;
    Result<void> commit();

private:
    ConclusionWriter(std::unique_lock<std::recursive_mutex> lock, Database& database, Transaction transaction)
        : m_lock(std::move(lock))
        , m_database(&database)
        , m_transaction(std::move(transaction))
    {
    }

    std::unique_lock<std::recursive_mutex> m_lock; ///< first: let go of last
    Database* m_database;
    Transaction m_transaction;
};

/// Forgets all conclusions: a source went. For the writer of the case, in a transaction of its own.
Result<void> clearConclusions(Database& database);

} // namespace whittle

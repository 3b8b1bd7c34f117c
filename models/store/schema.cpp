// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/schema.h"

#include <string>

#include "models/store/casefile.h"
#include "models/store/database.h"
#include "models/store/digest.h"

namespace whittle
{

namespace
{

// Whatever belongs to a source starts its key with it, so that a source is one range in each table: written
// at the end, deleted as a whole. Times are in the source's own clock. Addresses are text, so that the case
// can be read with any SQLite tool.
constexpr const char* firstTables = R"sql(
CREATE TABLE setting(key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE source(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    complete INTEGER NOT NULL DEFAULT 0,      -- 0: its import is under way, or was cut off
    path TEXT NOT NULL,
    location TEXT NOT NULL,
    sha256 TEXT NOT NULL DEFAULT '',
    bytes INTEGER NOT NULL DEFAULT 0,
    modified INTEGER NOT NULL DEFAULT 0,      -- of the file when it was read, ns since 1970
    format TEXT NOT NULL DEFAULT 'unknown',
    format_reason TEXT NOT NULL DEFAULT '',
    unit INTEGER NOT NULL DEFAULT 2,          -- what `place` counts: 0 frames, 1 lines, 2 bytes
    records INTEGER NOT NULL DEFAULT 0,
    events INTEGER NOT NULL DEFAULT 0,
    first INTEGER, last INTEGER,              -- ns, null where no record has a time
    resolution INTEGER NOT NULL DEFAULT 1,    -- ns
    utc_offset INTEGER,                       -- s east, null where the source does not say
    zone TEXT NOT NULL DEFAULT '',
    has_date INTEGER NOT NULL DEFAULT 1);

CREATE TABLE coverage(source INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    PRIMARY KEY(source, first, last)) WITHOUT ROWID;
CREATE TABLE problem(source INTEGER NOT NULL, ordinal INTEGER NOT NULL, severity INTEGER NOT NULL, id TEXT NOT NULL,
    unit INTEGER, place INTEGER, arguments TEXT NOT NULL, PRIMARY KEY(source, ordinal)) WITHOUT ROWID;

CREATE TABLE kind(source INTEGER NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, events INTEGER NOT NULL,
    PRIMARY KEY(source, id)) WITHOUT ROWID;
CREATE TABLE device(source INTEGER NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY(source, id)) WITHOUT ROWID;
CREATE TABLE flow(source INTEGER NOT NULL, id INTEGER NOT NULL, src TEXT NOT NULL, src_port INTEGER NOT NULL,
    dst TEXT NOT NULL, dst_port INTEGER NOT NULL, PRIMARY KEY(source, id)) WITHOUT ROWID;

CREATE TABLE event(source INTEGER NOT NULL, place INTEGER NOT NULL, ordinal INTEGER NOT NULL, time INTEGER NOT NULL,
    kind INTEGER NOT NULL, device INTEGER NOT NULL, flow INTEGER NOT NULL, fields TEXT NOT NULL,
    PRIMARY KEY(source, place, ordinal)) WITHOUT ROWID;
CREATE TABLE train(source INTEGER NOT NULL, place INTEGER NOT NULL, ordinal INTEGER NOT NULL, time INTEGER NOT NULL,
    kind INTEGER NOT NULL, device INTEGER NOT NULL, flow INTEGER NOT NULL, fields TEXT NOT NULL,
    last_place INTEGER NOT NULL, last_time INTEGER NOT NULL, count INTEGER NOT NULL, interval INTEGER NOT NULL,
    longest_step INTEGER NOT NULL, members BLOB NOT NULL, PRIMARY KEY(source, place, ordinal)) WITHOUT ROWID;

CREATE TABLE landmark(source INTEGER NOT NULL, number INTEGER NOT NULL, offset INTEGER NOT NULL,
    PRIMARY KEY(source, number)) WITHOUT ROWID;
CREATE TABLE density(source INTEGER NOT NULL, level INTEGER NOT NULL, chunk INTEGER NOT NULL, part INTEGER NOT NULL,
    bins BLOB NOT NULL, PRIMARY KEY(source, level, chunk, part)) WITHOUT ROWID;
CREATE TABLE citation(source INTEGER NOT NULL, place INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY(source, place)) WITHOUT ROWID;

CREATE TABLE answer(question TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL, ordinal INTEGER NOT NULL) WITHOUT ROWID;
)sql";

// What the analyst remarked (a text that may be empty, and when, ns since 1970 by this computer's clock);
// what she did, to be taken back (before: null where there was nothing; `place` and `event` only of a mark,
// whose source is the key); and SHA-256 of what the case holds (digest.h).
constexpr const char* analystTables = R"sql(
CREATE TABLE mark(source INTEGER NOT NULL, place INTEGER NOT NULL, ordinal INTEGER NOT NULL, text TEXT NOT NULL,
    set_at INTEGER NOT NULL, PRIMARY KEY(source, place, ordinal)) WITHOUT ROWID;
CREATE TABLE action(ordinal INTEGER PRIMARY KEY, what TEXT NOT NULL, key TEXT NOT NULL, place INTEGER NOT NULL,
    event INTEGER NOT NULL, before TEXT, before_at INTEGER, after TEXT);
CREATE TABLE digest(part TEXT PRIMARY KEY NOT NULL, sha256 TEXT NOT NULL) WITHOUT ROWID;
)sql";

// What kept a source from showing all (first, last: null from its beginning, to its end), and what a source
// without years says of them (YearHints).
constexpr const char* coverageTables = R"sql(
CREATE TABLE coverage_limit(source INTEGER NOT NULL, ordinal INTEGER NOT NULL, id TEXT NOT NULL, first INTEGER,
    last INTEGER, arguments TEXT NOT NULL, PRIMARY KEY(source, ordinal)) WITHOUT ROWID;
CREATE TABLE source_year(source INTEGER PRIMARY KEY NOT NULL, known INTEGER, leap INTEGER, common INTEGER)
    WITHOUT ROWID;
)sql";

// Where a source was taken from and who wrote it (SourceRow, SourceOrigin); service_start in ns on its own
// clock. A source without a row is a file that was read as it is.
constexpr const char* provenanceTable = R"sql(
CREATE TABLE provenance(source INTEGER PRIMARY KEY NOT NULL, layers TEXT NOT NULL, content_sha256 TEXT NOT NULL,
    file_bytes INTEGER NOT NULL, format_chosen INTEGER NOT NULL, host TEXT NOT NULL, address TEXT NOT NULL,
    application TEXT NOT NULL, version TEXT NOT NULL, node INTEGER, file_number INTEGER, service_start INTEGER);
)sql";

// Events that are in no train, many in a row (eventblock.h). Those of older cases stay in table `event`, and
// so does what comes too late for its block.
constexpr const char* eventBlockTable = R"sql(
CREATE TABLE event_block(source INTEGER NOT NULL, place INTEGER NOT NULL, ordinal INTEGER NOT NULL,
    time INTEGER NOT NULL,                    -- of its first event
    earliest INTEGER NOT NULL, latest INTEGER NOT NULL, count INTEGER NOT NULL, events BLOB NOT NULL,
    PRIMARY KEY(source, place, ordinal)) WITHOUT ROWID;
)sql";

/// What makes a case of version `to` of one of the version before.
struct Step {
    std::int64_t to;
    const char* sql;
};
constexpr Step steps[] = {
    {2, analystTables},
    {3, coverageTables},
    {3, provenanceTable},
    {3, eventBlockTable},
};

constexpr Table tables[] = {
    {"setting", "key, value", "key", "analyst"},
    {"source",
     "id, complete, path, location, sha256, bytes, modified, format, format_reason, unit, records, events, "
     "first, last, resolution, utc_offset, zone, has_date",
     "id", "source"},
    {"provenance",
     "source, layers, content_sha256, file_bytes, format_chosen, host, address, application, version, node, "
     "file_number, service_start",
     "source", "source", 3},
    {"coverage", "source, first, last", "source, first, last", "source"},
    {"coverage_limit", "source, ordinal, id, first, last, arguments", "source, ordinal", "source", 3},
    {"source_year", "source, known, leap, common", "source", "source", 3},
    {"problem", "source, ordinal, severity, id, unit, place, arguments", "source, ordinal", "source"},
    {"kind", "source, id, name, events", "source, id", "source"},
    {"device", "source, id, name", "source, id", "source"},
    {"flow", "source, id, src, src_port, dst, dst_port", "source, id", "source"},
    {"event", "source, place, ordinal, time, kind, device, flow, fields", "source, place, ordinal", "source"},
    {"train",
     "source, place, ordinal, time, kind, device, flow, fields, last_place, last_time, count, interval, "
     "longest_step, members",
     "source, place, ordinal", "source"},
    {"event_block", "source, place, ordinal, time, earliest, latest, count, events", "source, place, ordinal",
     "source", 3},
    {"landmark", "source, number, offset", "source, number", "source"},
    {"density", "source, level, chunk, part, bins", "source, level, chunk, part", "source"},
    {"citation", "source, place, bytes", "source, place", "citations"},
    {"answer", "question, value, ordinal", "question", "analyst"},
    {"mark", "source, place, ordinal, text, set_at", "source, place, ordinal", "analyst", 2},
    {"action", "ordinal, what, key, place, event, before, before_at, after", "ordinal", "analyst", 2},
    {"digest", "part, sha256", "part", "", 2},
};

std::string setVersion()
{
    return "PRAGMA user_version = " + std::to_string(CaseFile::schemaVersion);
}

Result<void> runSteps(Database& database, std::int64_t version)
{
    for (const Step& step : steps) {
        if (step.to <= version)
            continue;
        const auto done = database.execute(step.sql);
        if (!done)
            return done;
    }
    return database.execute(setVersion());
}

} // namespace

// What was concluded from the sources, so that a case opens without reading its events again: one row in
// `understanding` says from which sources, by which build of Whittle, and how many rows there are in the
// other tables together. Times are on the clock of the case. Nothing refers to row numbers but rowid itself:
// the n-th row of `phone`, `lease`, `conversation` or `outcome` is number n. Made anew whenever something is
// concluded: their columns may change with any build, without a migration.
const char* const conclusionTables = R"sql(
DROP TABLE IF EXISTS understanding;
CREATE TABLE understanding(evidence TEXT NOT NULL, build TEXT NOT NULL, rows INTEGER NOT NULL,
    reference INTEGER NOT NULL,               -- the source whose clock is the clock of the case, or 0
    site_zone TEXT NOT NULL);
DROP TABLE IF EXISTS clock;
CREATE TABLE clock(source INTEGER NOT NULL, date_shift INTEGER NOT NULL,
    date_basis INTEGER,                       -- 0 stated, 1 inferred, 2 assumed, null where lines have dates
    utc_offset INTEGER NOT NULL,              -- ns east
    zone TEXT NOT NULL, zone_basis INTEGER NOT NULL,
    error INTEGER,                            -- ns ahead of the clock of the case, null where nobody can tell
    error_low INTEGER, error_high INTEGER, drift REAL, middle INTEGER, pairs INTEGER, error_basis TEXT,
    before_steps INTEGER NOT NULL,            -- ns further ahead than at its middle, before its first step
    contradicted TEXT NOT NULL);              -- comparisons with these were left out
DROP TABLE IF EXISTS clock_turn;
CREATE TABLE clock_turn(source INTEGER NOT NULL, at INTEGER NOT NULL, -- ns UTC
    utc_offset INTEGER NOT NULL,              -- ns east, from then on
    place INTEGER NOT NULL);                  -- the first record behind it, 0: by time
DROP TABLE IF EXISTS clock_step;
CREATE TABLE clock_step(source INTEGER NOT NULL, at INTEGER NOT NULL, not_before INTEGER NOT NULL,
    not_after INTEGER NOT NULL,               -- ns, on its own clock as it was set at its middle
    by INTEGER NOT NULL, by_low INTEGER NOT NULL, by_high INTEGER NOT NULL, place INTEGER NOT NULL);
DROP TABLE IF EXISTS recorded;
CREATE TABLE recorded(source INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL); -- on its own clock
DROP TABLE IF EXISTS joined;
CREATE TABLE joined(device TEXT NOT NULL,
    kind INTEGER NOT NULL,                    -- what is the device's: 0 its name, 1 mac, 2 all of a source, 3 connection
                                              -- or 4 address within a source, 5 address in all sources,
                                              -- 6 Call-ID, 7 Contact, 8 handle of a trace, 9 switch and port,
                                              -- 10 directory number, 11 user
    mac TEXT, address TEXT NOT NULL, port INTEGER NOT NULL, text TEXT NOT NULL, source INTEGER NOT NULL, first_place INTEGER NOT NULL,
    end_place INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, reason TEXT NOT NULL,
    proof_source INTEGER, proof_place INTEGER, proof_ordinal INTEGER);
DROP TABLE IF EXISTS phone;
CREATE TABLE phone(name TEXT NOT NULL, is_phone INTEGER NOT NULL, mac TEXT, addresses TEXT NOT NULL,
    inputs INTEGER NOT NULL);                 -- a hash of what it was concluded from
DROP TABLE IF EXISTS registration;
CREATE TABLE registration(phone INTEGER NOT NULL,
    protocol INTEGER NOT NULL,                -- 0 unknown, 1 SCCP, 2 SIP
    address TEXT NOT NULL, node TEXT NOT NULL, node_port INTEGER NOT NULL,
    id TEXT NOT NULL,                         -- Call-ID, or what a trace calls the connection
    first INTEGER NOT NULL, last INTEGER NOT NULL, began INTEGER NOT NULL, ended INTEGER NOT NULL,
    began_source INTEGER, began_place INTEGER, began_ordinal INTEGER, ended_source INTEGER, ended_place INTEGER,
    ended_ordinal INTEGER,
    closed_by INTEGER NOT NULL,               -- 0 unknown, 1 the phone, 2 CallManager
    reason INTEGER, reason_name TEXT NOT NULL, -- of the alarm
    last_code INTEGER, last_cause TEXT NOT NULL, -- as the phone says next
    seen_by TEXT NOT NULL, alive INTEGER, alive_in TEXT NOT NULL, keepalives INTEGER NOT NULL,
    keepalive_answers INTEGER NOT NULL, missing INTEGER NOT NULL,
    granted INTEGER, observed INTEGER,        -- s, ms
    gaps TEXT NOT NULL);                      -- ns, from and to in turn
DROP TABLE IF EXISTS lease;
CREATE TABLE lease(phone INTEGER NOT NULL, mac TEXT NOT NULL, address TEXT NOT NULL, server TEXT NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL, ended INTEGER NOT NULL, began_source INTEGER, began_place INTEGER,
    began_ordinal INTEGER, ended_source INTEGER, ended_place INTEGER, ended_ordinal INTEGER, bound INTEGER NOT NULL,
    length INTEGER, t1 INTEGER NOT NULL, t2 INTEGER NOT NULL, -- s
    relay TEXT NOT NULL, refused_by TEXT NOT NULL, other_servers TEXT NOT NULL,
    options TEXT NOT NULL);                   -- as the fields of an event
DROP TABLE IF EXISTS lease_request;
CREATE TABLE lease_request(lease INTEGER NOT NULL, time INTEGER NOT NULL, state INTEGER NOT NULL,
    outcome INTEGER NOT NULL,                 -- 0 silence, 1 acknowledged, 2 refused, 3 unknown
    source INTEGER NOT NULL, place INTEGER NOT NULL, ordinal INTEGER NOT NULL, answer_source INTEGER,
    answer_place INTEGER, answer_ordinal INTEGER, answered INTEGER NOT NULL, server TEXT NOT NULL,
    tries INTEGER NOT NULL);
DROP TABLE IF EXISTS phone_mark;
CREATE TABLE phone_mark(phone INTEGER NOT NULL, time INTEGER NOT NULL, kind TEXT NOT NULL, source INTEGER NOT NULL,
    place INTEGER NOT NULL, ordinal INTEGER NOT NULL);
DROP TABLE IF EXISTS ntp_sample;
DROP TABLE IF EXISTS ntp_association;
CREATE TABLE ntp_association(client TEXT NOT NULL, client_name TEXT NOT NULL,
    client_output INTEGER NOT NULL,           -- the source that is its status, where nothing else is known of it
    server TEXT NOT NULL, server_name TEXT NOT NULL, server_output INTEGER NOT NULL,
    mode INTEGER NOT NULL,                    -- 0 client, 1 symmetric, 2 broadcast
    first INTEGER NOT NULL, last INTEGER NOT NULL);
DROP TABLE IF EXISTS ntp_poll;
CREATE TABLE ntp_poll(association INTEGER NOT NULL, time INTEGER NOT NULL,
    outcome INTEGER NOT NULL,                 -- 0 unknown, 1 unanswered, 2 unusable, 3 answered
    after_gap INTEGER NOT NULL, round_trip REAL, offset REAL, delay REAL, root_delay REAL,
    root_dispersion REAL,                     -- s
    source INTEGER NOT NULL, place INTEGER NOT NULL, ordinal INTEGER NOT NULL);
DROP TABLE IF EXISTS ntp_state;
CREATE TABLE ntp_state(association INTEGER NOT NULL, of_server INTEGER NOT NULL, first INTEGER NOT NULL,
    last INTEGER NOT NULL, version INTEGER, stratum INTEGER, leap INTEGER, poll INTEGER, refid TEXT NOT NULL,
    kiss TEXT NOT NULL, source INTEGER NOT NULL, place INTEGER NOT NULL, ordinal INTEGER NOT NULL);
DROP TABLE IF EXISTS ntp_report;
CREATE TABLE ntp_report(association INTEGER NOT NULL, time INTEGER NOT NULL, tally TEXT NOT NULL,
    type TEXT NOT NULL, stratum INTEGER NOT NULL, refid TEXT NOT NULL, heard_before INTEGER, -- s
    poll INTEGER NOT NULL, reach INTEGER NOT NULL, delay REAL NOT NULL, offset REAL NOT NULL, -- ms
    jitter REAL NOT NULL, source INTEGER NOT NULL, place INTEGER NOT NULL, ordinal INTEGER NOT NULL);
DROP TABLE IF EXISTS conversation;
CREATE TABLE conversation(kind INTEGER NOT NULL, -- 0 SIP, 1 SCCP
    id TEXT NOT NULL, device TEXT NOT NULL, method TEXT NOT NULL, caller TEXT NOT NULL, callee TEXT NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL, ended INTEGER NOT NULL, status INTEGER, ended_source INTEGER,
    ended_place INTEGER, ended_ordinal INTEGER, inputs INTEGER NOT NULL);
DROP TABLE IF EXISTS conversation_leg;
CREATE TABLE conversation_leg(conversation INTEGER NOT NULL, caller TEXT NOT NULL, caller_port INTEGER NOT NULL,
    callee TEXT NOT NULL, callee_port INTEGER NOT NULL, seen_by TEXT NOT NULL, messages INTEGER NOT NULL,
    source INTEGER NOT NULL, place INTEGER NOT NULL, ordinal INTEGER NOT NULL);
DROP TABLE IF EXISTS outcome;
CREATE TABLE outcome(id TEXT NOT NULL, result INTEGER NOT NULL, -- 0 yes, 1 no, 2 not observable
    devices TEXT NOT NULL, first INTEGER, last INTEGER, needs TEXT NOT NULL, parameters TEXT NOT NULL);
DROP TABLE IF EXISTS outcome_event;
CREATE TABLE outcome_event(outcome INTEGER NOT NULL, source INTEGER NOT NULL, place INTEGER NOT NULL,
    ordinal INTEGER NOT NULL, time INTEGER NOT NULL, words TEXT NOT NULL);
)sql";

std::span<const Table> allTables()
{
    return tables;
}

/// Conclusions first: a table of theirs must have no other's name, since they are dropped again and again.
Result<void> createSchema(Database& database)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    Result<void> done =
        database.execute(std::string(conclusionTables) + firstTables
                         + "PRAGMA application_id = " + std::to_string(CaseFile::applicationId));
    if (done)
        done = migrate(database, 1);
    return done ? transaction->commit() : done;
}

Result<void> migrate(Database& database, std::int64_t version)
{
    const auto damaged = damagedParts(database);
    const auto done = damaged ? runSteps(database, version) : Result<void>(damaged.error());
    return done ? storeDigestsExcept(database, *damaged) : done;
}

Result<void> addLaterTables(Database& database, std::int64_t version)
{
    std::string sql = "PRAGMA temp_store = MEMORY;";
    for (const Step& step : steps) {
        if (step.to > version)
            sql += step.sql;
    }
    constexpr std::string_view create = "CREATE TABLE";
    for (auto at = sql.find(create); at != std::string::npos; at = sql.find(create, at + 1))
        sql.replace(at, create.size(), "CREATE TEMP TABLE");
    return database.execute(sql);
}

Result<std::string> faultsOfSchema(const Database& database, std::int64_t version)
{
    for (const Table& table : tables) {
        const auto statement =
            database.prepare("SELECT " + std::string(table.columns) + " FROM " + table.name);
        if (!statement && table.since <= version)
            return statement.error().reason;
        if (statement && table.since > version)
            return "table " + std::string(table.name) + " is of a later version";
    }
    return std::string();
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"

#include <cerrno>
#include <functional>
#include <map>

#include <sqlite3.h>

namespace whittle
{

namespace
{

constexpr int busyMilliseconds = 5000;
constexpr const char* shownAsParameter = "shown-as";

ErrorCode errorCode(int code)
{
    switch (code & 0xFF) { // the primary code of an extended one
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return ErrorCode::Io;
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return ErrorCode::NoPermission;
    case SQLITE_NOTADB:
        return ErrorCode::ForeignFile;
    case SQLITE_CORRUPT:
        return ErrorCode::Malformed;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::CaseInUse;
    default:
        return ErrorCode::Database;
    }
}

/// SQLite says "I/O error" where it makes room for its shared memory.
bool hasNoRoom(sqlite3* handle, int code)
{
    const int number = (code & 0xFF) == SQLITE_IOERR ? sqlite3_system_errno(handle) : 0;
    return number == ENOSPC || number == EDQUOT;
}

Error databaseError(sqlite3* handle, std::string_view sql = {})
{
    const char* file = handle ? sqlite3_db_filename(handle, nullptr) : nullptr;
    if (const char* shown = sqlite3_uri_parameter(file, shownAsParameter))
        file = shown;
    const int code = handle ? sqlite3_extended_errcode(handle) : SQLITE_NOMEM;
    std::string reason = handle ? sqlite3_errmsg(handle) : "out of memory";
    if (!sql.empty() && errorCode(code) == ErrorCode::Database)
        reason += " in: " + std::string(sql);
    const ErrorCode kind = handle && hasNoRoom(handle, code) ? ErrorCode::DiskFull : errorCode(code);
    return {kind, std::move(reason), file ? file : ""};
}

/// A case may come from anywhere: nothing in it may run code or reach beyond its tables.
void harden(sqlite3* handle)
{
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busyMilliseconds);
}

int openFlags(Database::Mode mode)
{
    switch (mode) {
    case Database::Mode::Create:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Database::Mode::ReadWrite:
        return SQLITE_OPEN_READWRITE;
    case Database::Mode::ReadOnly:
    case Database::Mode::Untouched:
    case Database::Mode::Immutable:
        break;
    }
    return SQLITE_OPEN_READONLY;
}

std::string escaped(const std::string& text)
{
    std::string uri;
    for (const char c : text)
        uri += c == '%' ? "%25" : c == '?' ? "%3f" : c == '#' ? "%23" : c == '&' ? "%26" : std::string(1, c);
    return uri;
}

/// A URI with the parameters of the mode: a name such as ":memory:" or "file:x" is the name of a file to us.
std::string uriFor(const std::string& path, Database::Mode mode, const std::string& shownAs)
{
    std::string uri = (path.starts_with('/') ? "file://" : "file:./") + escaped(path) + "?";
    if (mode == Database::Mode::Immutable)
        uri += "immutable=1&";
    if (mode == Database::Mode::Untouched)
        uri += "readonly_shm=1&";
    return uri + (shownAs.empty() ? "" : shownAsParameter + ("=" + escaped(shownAs)));
}

} // namespace

/// Prepared statements that nobody uses at the moment: to read their text takes longer than to run most of
/// them, and each source of an archive asks for the same.
class IdleStatements
{
public:
    IdleStatements() = default;
    IdleStatements(const IdleStatements&) = delete;
    IdleStatements& operator=(const IdleStatements&) = delete;
    ~IdleStatements()
    {
        for (const auto& [sql, handle] : m_handles)
            sqlite3_finalize(handle);
    }

    sqlite3_stmt* take(std::string_view sql)
    {
        const auto found = m_handles.find(sql);
        if (found == m_handles.end())
            return nullptr;
        sqlite3_stmt* handle = found->second;
        m_handles.erase(found);
        return handle;
    }

    void give(sqlite3_stmt* handle)
    {
        constexpr std::size_t most = 128;
        sqlite3_reset(handle);
        sqlite3_clear_bindings(handle); // they point at what is gone
        if (m_handles.size() >= most || !m_handles.emplace(sqlite3_sql(handle), handle).second)
            sqlite3_finalize(handle);
    }

private:
    std::map<std::string, sqlite3_stmt*, std::less<>> m_handles; ///< by their text
};

void Statement::Release::operator()(sqlite3_stmt* handle) const
{
    if (const auto to = idle.lock())
        to->give(handle);
    else
        sqlite3_finalize(handle);
}

void Statement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_handle.get(), index, value);
}

void Statement::bind(int index, double value)
{
    sqlite3_bind_double(m_handle.get(), index, value);
}

void Statement::bind(int index, std::string_view value)
{
    const char* data = value.data() ? value.data() : "";
    sqlite3_bind_text64(m_handle.get(), index, data, value.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind(int index, std::span<const std::byte> value)
{
    if (value.empty())
        sqlite3_bind_zeroblob(m_handle.get(), index, 0);
    else
        sqlite3_bind_blob64(m_handle.get(), index, value.data(), value.size(), SQLITE_STATIC);
}

void Statement::bindNull(int index)
{
    sqlite3_bind_null(m_handle.get(), index);
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_handle.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return databaseError(sqlite3_db_handle(m_handle.get()), sqlite3_sql(m_handle.get()));
}

Result<void> Statement::run()
{
    const auto row = step();
    reset();
    if (!row)
        return row.error();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_handle.get());
}

int Statement::columns() const
{
    return sqlite3_column_count(m_handle.get());
}

ColumnType Statement::type(int column) const
{
    return static_cast<ColumnType>(sqlite3_column_type(m_handle.get(), column));
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_handle.get(), column);
}

std::string_view Statement::text(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_handle.get(), column));
    return {data ? data : "", static_cast<std::size_t>(sqlite3_column_bytes(m_handle.get(), column))};
}

std::span<const std::byte> Statement::blob(int column) const
{
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(m_handle.get(), column));
    return {data, data ? static_cast<std::size_t>(sqlite3_column_bytes(m_handle.get(), column)) : 0};
}

Database::Database(sqlite3* handle)
    : m_handle(handle)
    , m_idle(std::make_shared<IdleStatements>())
{
}

void Database::Close::operator()(sqlite3* handle) const
{
    sqlite3_close_v2(handle);
}

Result<Database> Database::open(const std::string& path, Mode mode, const std::string& shownAs)
{
    sqlite3* handle = nullptr;
    // Each connection is used by one thread at a time, which NOMUTEX relies on.
    constexpr int always = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
    const int code =
        sqlite3_open_v2(uriFor(path, mode, shownAs).c_str(), &handle, openFlags(mode) | always, nullptr);
    Database database(handle);
    if (code != SQLITE_OK) {
        Error error = databaseError(handle);
        error.subject = shownAs.empty() ? path : shownAs;
        return error;
    }
    harden(handle);
    const auto set = database.execute(
        "PRAGMA cell_size_check = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -4096;");
    if (!set)
        return set.error();
    return database;
}

Result<void> Database::execute(const std::string& sql)
{
    if (sqlite3_exec(m_handle.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return databaseError(m_handle.get(), sql);
    return {};
}

Result<Statement> Database::prepare(std::string_view sql) const
{
    sqlite3_stmt* handle = m_idle->take(sql);
    if (!handle
        && sqlite3_prepare_v2(m_handle.get(), sql.data(), static_cast<int>(sql.size()), &handle, nullptr)
            != SQLITE_OK)
        return databaseError(m_handle.get(), sql);
    return Statement(handle, m_idle);
}

Result<std::int64_t> Database::integer(std::string_view sql) const
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorCode::Database, "no row for: " + std::string(sql)};
    return statement->integer(0);
}

Result<std::string> Database::text(std::string_view sql) const
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return std::string(*row ? statement->text(0) : std::string_view{});
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(m_handle.get());
}

Result<Transaction> Transaction::begin(Database& database)
{
    const auto begun = database.execute("BEGIN IMMEDIATE");
    if (!begun)
        return begun.error();
    return Transaction(database);
}

Result<void> Transaction::commit()
{
    const auto done = m_database->execute("COMMIT");
    if (done)
        m_database = nullptr;
    return done;
}

Transaction::~Transaction()
{
    if (m_database)
        (void)m_database->execute("ROLLBACK");
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Result<ReadSnapshot> ReadSnapshot::begin(const Database& database)
{
    const auto begun = database.text("SAVEPOINT snapshot");
    if (!begun)
        return begun.error();
    return ReadSnapshot(database);
}

void ReadSnapshot::end()
{
    if (m_database)
        (void)m_database->text("RELEASE snapshot");
    m_database = nullptr;
}

ReadSnapshot::ReadSnapshot(ReadSnapshot&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "models/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace whittle
{

class IdleStatements;

/// What a value is in the file (SQLite's numbers for it).
enum class ColumnType { Integer = 1, Real, Text, Blob, Null };

/// One prepared statement. Bind (1-based), then step; reset to use it again. Not thread-safe.
class Statement
{
public:
    Statement() = default;
    /// Goes to `idle` when it is no longer used, while that lives.
    Statement(sqlite3_stmt* handle, std::weak_ptr<IdleStatements> idle)
        : m_handle(handle, Release{std::move(idle)})
    {
    }

    void bind(int index, std::int64_t value);
    void bind(int index, double value);
    /// The text must live until the statement was stepped for the last time.
    void bind(int index, std::string_view value);
    void bind(int index, std::span<const std::byte> value);
    void bindNull(int index);

    /// True while there is a row. Errors: Database, DiskFull, Cancelled.
    Result<bool> step();
    /// Steps once and resets; for statements without rows.
    Result<void> run();
    void reset();

    int columns() const;
    ColumnType type(int column) const;
    bool isNull(int column) const { return type(column) == ColumnType::Null; }
    std::int64_t integer(int column) const;
    double real(int column) const;
    /// Valid until the next step.
    std::string_view text(int column) const;
    std::span<const std::byte> blob(int column) const;

private:
    struct Release {
        std::weak_ptr<IdleStatements> idle;
        void operator()(sqlite3_stmt* handle) const;
    };
    std::unique_ptr<sqlite3_stmt, Release> m_handle;
};

/// One connection to a case file. Each thread has its own.
class Database
{
public:
    enum class Mode {
        Create,
        ReadWrite,
        ReadOnly, ///< beside a writer of this process, or on a file that is ours
        Untouched, ///< writes nothing, also not to what a writer elsewhere keeps beside the case
        Immutable, ///< as if on read-only media; only for what nobody has open
    };

    /// Opens with the settings that a stranger's file needs: no extensions, no trusted schema, defensive
    /// mode. Errors name the file by `shownAs`, where that is not empty.
    static Result<Database> open(const std::string& path, Mode mode, const std::string& shownAs = {});

    Result<void> execute(const std::string& sql);
    /// The same text is read once only, as long as not two of it are in use.
    Result<Statement> prepare(std::string_view sql) const;
    /// First column of the first row; empty result: Database error.
    Result<std::int64_t> integer(std::string_view sql) const;
    Result<std::string> text(std::string_view sql) const;
    /// Rows changed by the last statement.
    std::int64_t changes() const;

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    explicit Database(sqlite3* handle);

    std::unique_ptr<sqlite3, Close> m_handle;
    std::shared_ptr<IdleStatements> m_idle; ///< after m_handle: gone before that closes
};

/// BEGIN IMMEDIATE … COMMIT; rolled back when it is destroyed before.
class Transaction
{
public:
    static Result<Transaction> begin(Database& database);
    Result<void> commit();
    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;

private:
    explicit Transaction(Database& database)
        : m_database(&database)
    {
    }

    Database* m_database;
};

/// While it lives, all that a connection reads is of one moment. One may live within another.
class ReadSnapshot
{
public:
    static Result<ReadSnapshot> begin(const Database& database);
    void end();
    ~ReadSnapshot() { end(); }
    ReadSnapshot(ReadSnapshot&& other) noexcept;
    ReadSnapshot& operator=(ReadSnapshot&&) = delete;

private:
    explicit ReadSnapshot(const Database& database)
        : m_database(&database)
    {
    }

    const Database* m_database;
};

} // namespace whittle

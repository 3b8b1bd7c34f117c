// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "models/base/result.h"
#include "models/store/caseheader.h"
#include "models/store/opencases.h"
#include "models/store/privatefolder.h"
#include "models/store/readaccess.h"

namespace whittle
{

class CaseReader;
class CaseWriter;

/// A case: one SQLite file. Owns the right to write to it (a lock that other processes respect) and the one
/// writer.
///
/// While open to be written it is in WAL mode; when the last user lets go it is one plain file again. Rows of
/// an import that did not complete are deleted when it is opened. What cannot be written (read-only media, a
/// full disk, in use by another Whittle) or must not be (it is damaged) opens read-only, and then no byte of
/// it is changed. A case of an older version is brought up to the current one when it is opened to be
/// written, after a copy of it was made beside it ("<case>.v1-backup"); read-only, what it does not have yet
/// is empty.
class CaseFile
{
public:
    static constexpr std::int32_t applicationId = 0x57485454; ///< "WHTT"
    static constexpr std::int64_t schemaVersion = 3;

    /// Makes a new, empty case; the file must not exist. Errors: Io, DiskFull, NoPermission, Usage (exists).
    static Result<std::shared_ptr<CaseFile>> create(const std::string& path);
    enum class Access { Write, ReadOnly };
    /// ReadOnly leaves the file and its folder exactly as they are. Errors: NotFound, NoPermission,
    /// ForeignFile, NewerCase, Malformed, Database.
    static Result<std::shared_ptr<CaseFile>> open(const std::string& path, Access access = Access::Write);
    /// A case in a folder of its own, which nobody else may enter and which is removed when it is closed, for
    /// an analysis that keeps nothing.
    static Result<std::shared_ptr<CaseFile>> createTemporary();
    ~CaseFile();

    const std::string& path() const { return m_path; }
    /// Of the schema; an older one than schemaVersion only while it is read-only.
    std::int64_t version() const { return m_header.version; }
    bool isReadOnly() const { return m_writer == nullptr; }
    /// Why it is read-only, for the user; empty when it is not.
    const std::string& readOnlyReason() const { return m_readOnlyReason; }
    /// Takes it from the disk when it is closed, with all that SQLite keeps beside it.
    void discard() { m_discarded = true; }
    bool isTemporary() const { return m_ownFolder.has_value(); }

    /// The one writer; thread-safe. Null when the case is read-only.
    CaseWriter* writer() const { return m_writer.get(); }
    /// A reader with a connection of its own, for the thread that asks. Must be destroyed before the
    /// CaseFile.
    Result<std::unique_ptr<CaseReader>> newReader() const;

    /// A complete copy in another file, which appears whole or not at all and takes the place of one that was
    /// there. The case stays what it is.
    Result<void> copyTo(const std::string& path) const;

private:
    CaseFile() = default;
    Result<void> openDescriptor(Access access);
    Result<void> chooseReadAccess();
    Result<void> openToRead();
    Result<void> openToWrite();
    Result<void> openWriter();
    void dropWriter(bool hadJournal);
    Result<void> bringUpToDate();
    Result<Database> openReadConnection() const;

    bool m_discarded = false;
    std::optional<PrivateFolder> m_ownFolder; ///< of a temporary case
    std::string m_path;
    std::string m_readOnlyReason;
    int m_lock = -1;
    bool m_isLocked = false; ///< nobody else may write to it
    CaseHeader m_header{};
    std::optional<FileKey> m_key;
    ReadAccess m_read;
    std::unique_ptr<CaseWriter> m_writer;
};

/// True for a case that this process has open: nobody may open such a file a second time, not even to read it
/// (closing it would drop SQLite's locks).
bool isOpenCase(const std::string& path);

/// True when the bytes at the front of a file say that it is a case (SQLite with our application id).
bool looksLikeCase(const std::string& path);

/// What SQLite keeps beside a case while it is open, or when it was not closed: what a case of the same name
/// would have played into it.
inline constexpr std::array<std::string_view, 3> besideCase{"-wal", "-shm", "-journal"};

/// The first of these files that is there; empty when there is none.
std::optional<std::string> leftBeside(const std::string& path);

} // namespace whittle

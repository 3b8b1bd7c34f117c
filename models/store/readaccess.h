// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/store/caseheader.h"
#include "models/store/database.h"
#include "models/store/privatefolder.h"

namespace whittle
{

/// How the connections of a reader open a case.
struct ReadAccess {
    std::string path{};
    Database::Mode mode = Database::Mode::ReadOnly;
    std::optional<PrivateFolder> folder{}; ///< holds the copy that is read in place of the case
    std::string shownAs{}; ///< the case, where a copy of it is read

    Result<Database> open() const { return Database::open(path, mode, shownAs); }

    /// A way to read that changes no byte of the case and none beside it, whoever else has it open, and
    /// whatever a Whittle that was killed left there. `descriptor` is of the case; while it lives nobody else
    /// begins to write where that would be noticed. Errors: Io, DiskFull, Malformed, Database.
    static Result<ReadAccess> withoutWriting(const std::string& path, int descriptor);
    /// The same for whoever holds the exclusive lock, but that SQLite takes back in place what a journal says
    /// was never finished.
    static Result<ReadAccess> forTheWriter(const std::string& path, int descriptor);
};

} // namespace whittle

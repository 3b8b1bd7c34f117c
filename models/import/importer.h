// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "models/base/ids.h"
#include "models/base/problem.h"
#include "models/base/progress.h"
#include "models/base/result.h"
#include "models/evidence/unpackmeter.h"

namespace whittle
{

class CaseFile;
class CaseReader;
class ImportMonitor;
struct Format;
struct SourceRow;

/// A file to be read: what it is called in the case, and where it is.
struct EvidenceItem {
    std::string path{}; ///< relative to the argument it came from, with that argument's own name first
    std::string location{}; ///< absolute
    /// From that file to a member of it (SourceRow::layers), when that alone is to be read.
    std::string layers{};
    /// The id of the format it is to be read as, whatever it looks like; empty: as what it looks like. A
    /// source of the same bytes that was read as another one is replaced.
    std::string format{};
    bool operator==(const EvidenceItem&) const = default;
};

/// What became of one item.
struct ImportOutcome {
    enum class State { Imported, AlreadyInCase, Failed, Cancelled };

    EvidenceItem item{};
    State state = State::Failed;
    SourceId source{}; ///< the new source, or the one that has the same bytes
    std::string format{};
    std::string formatReason{};
    std::uint64_t events = 0;
    std::uint64_t members = 0; ///< of an archive
    std::vector<Problem> problems{}; ///< also told where nothing was imported
    std::optional<Error> error{}; ///< when Failed
    std::set<std::size_t> fitted{}; ///< which of ImportOptions::forced name the file, or a member of it
};

/// Files and folders (recursive, hidden files too, links to folders not followed) as items, sorted by path,
/// then location. What cannot be looked into is an outcome of its own and does not stop the rest. The cases
/// that this process has open, and what SQLite keeps beside any case, are no evidence and left out.
struct Collected {
    std::vector<EvidenceItem> items{};
    std::vector<ImportOutcome> unreadable{};
};
/// Counts the files in `progress`. Once `stop` is requested it gives what was found until then.
Collected collectEvidence(const std::vector<std::string>& arguments, Progress& progress,
                          const std::stop_token& stop);

/// "These are to be read as that": a path in the case, in which '*' and '?' stand for others.
struct ForcedFormat {
    std::string glob{};
    std::string format{}; ///< an id of allFormats()
};

struct ImportOptions {
    BundleLimits limits{};
    std::vector<ForcedFormat> forced{}; ///< the first that fits counts
};

/// Reads one item into the case: unpack, hash, detect, decode, store. Blocks; call it on a thread of its own.
/// Unless the outcome is Imported, the case is as it was before. A file in an unknown format is imported as a
/// source without events. An archive becomes a source for itself and one for each of its members, whose
/// outcomes are told to the monitor. Of an archive that the case has, the members are read again whose format
/// is forced to be another.
ImportOutcome importOne(CaseFile& file, const EvidenceItem& item, ImportMonitor& monitor,
                        const std::stop_token& stop, const ImportOptions& options = {});

/// All formats that can be read; the first with the highest confidence reads a file.
const std::vector<const Format*>& allFormats();
const Format* formatById(std::string_view id);

/// The bytes of one record as they stand in the evidence, read again from where the source was (or from the
/// case's verbatim copy when the file is not at hand or has changed). Errors: NotFound, Vanished, Malformed.
struct RawRecord {
    std::uint64_t number = 0;
    std::vector<std::byte> bytes{};
    bool fromCase = false; ///< a copy kept in the case
};
Result<RawRecord> rawRecord(const CaseFile& file, SourceId source, std::uint64_t number,
                            const std::stop_token& stop = {});
/// `before` + 1 + `after` records around `number`, those that exist; for lines.
Result<std::vector<RawRecord>> rawContext(const CaseFile& file, SourceId source, std::uint64_t number,
                                          unsigned before, unsigned after, const std::stop_token& stop = {});

} // namespace whittle

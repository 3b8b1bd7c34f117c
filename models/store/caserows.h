// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/base/address.h"
#include "models/base/basis.h"
#include "models/base/place.h"
#include "models/base/problem.h"
#include "models/base/sourceabout.h"
#include "models/base/sourceorigin.h"
#include "models/base/time.h"

namespace whittle
{

/// One evidence file as the case knows it.
struct SourceRow {
    SourceId id{};
    std::string path{}; ///< as shown: relative to the argument it came from, that argument's own name first
    std::string location{}; ///< the file it was read from, absolute; may no longer be there
    /// From that file to what was read ("gzip member:17", models/evidence/layers.h); empty: the file itself.
    std::string layers{};
    std::string sha256{}; ///< of the file or the member as it was collected
    std::string contentSha256{}; ///< of what is packed in it; empty: nothing is
    std::uint64_t bytes = 0; ///< of the file or the member as it was collected
    std::uint64_t fileBytes = 0; ///< of the file at `location`; differs for a member
    std::int64_t modifiedNs = 0; ///< modification time of the file when it was read
    std::string format{}; ///< an id of interfaces: "pcap", "cucm-sdi", … "unknown"
    std::string formatReason{};
    bool formatChosen = false; ///< by the user
    SourceOrigin origin{};
    PlaceUnit unit = PlaceUnit::Offset;
    std::uint64_t records = 0;
    std::uint64_t events = 0;
    std::optional<SourceTime> first{};
    std::optional<SourceTime> last{};
    std::int64_t resolutionNs = 1;
    std::optional<int> utcOffsetSeconds{}; ///< only where the source states it
    std::string zoneName{};
    bool hasDate = true;
    std::optional<YearHints> year{}; ///< of a source whose lines have month and day and no year
    std::vector<SourceSpan> coverage{}; ///< when it could have shown something
    std::vector<CoverageLimit> limits{}; ///< what kept it from showing all
    std::vector<Problem> problems{};
};

/// An event as it is read back: Event with memory of its own.
struct EventRow {
    EventRef ref{};
    SourceTime time{};
    std::string kind{};
    std::string device{};
    Endpoint source{};
    Endpoint destination{};
    std::string fields{};
};

/// A run of keepalives of one kind between the same two: one row instead of thousands. `first` is a complete
/// event; the others differ from it in time and place alone.
struct TrainRow {
    EventRow first{};
    SourceTime lastTime{};
    std::uint64_t lastPlace = 0;
    std::uint32_t count = 0;
    std::int64_t intervalNs = 0; ///< median of the steps
    std::int64_t longestStepNs = 0;

    /// Of its last member; keepalives come one in a frame or line.
    EventRef lastRef() const { return {first.ref.source, {first.ref.place.unit, lastPlace}, 0}; }
};

/// An answer that a person gave to a question. `ordinal` counts up with each answer, so that the last can be
/// taken back.
struct AnswerRow {
    std::string question{};
    std::string value{};
    std::int64_t ordinal = 0;
    bool operator==(const AnswerRow&) const = default;
};

/// What the analyst remarked about an event.
struct MarkRow {
    EventRef ref{};
    std::string text{}; ///< may be empty: a mark and no more
    std::int64_t setNs = 0; ///< when, ns since 1970 UTC by the clock of the computer
    bool operator==(const MarkRow&) const = default;
};

/// A change that the analyst made, kept to be taken back.
struct ActionRow {
    enum class What { Answer, Setting, Mark };

    What what = What::Answer;
    std::string key{}; ///< the question, or the key of the setting
    EventRef ref{}; ///< of a mark, without the unit of its place
    std::optional<std::string> before{}; ///< empty: there was none
    std::optional<std::string> after{}; ///< empty: it was taken away
    bool operator==(const ActionRow&) const = default;
};

/// A verbatim copy of a line or frame that a finding cites.
struct CitationRow {
    EventRef ref{}; ///< ordinal 0: the copy is of the whole place
    std::vector<std::byte> bytes{};
};

} // namespace whittle

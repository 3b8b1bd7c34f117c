// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "models/base/eventsink.h"
#include "models/evidence/format.h"

namespace whittle
{

/// An event that is kept: Event is a view.
struct KeptEvent {
    std::string kind;
    std::string device;
    std::string fields;
    Event event; ///< without its texts

    explicit KeptEvent(const Event& from);
    void emit(EventSink& sink) const;
};

/// What one format read of a session: the outputs of one command, or of several one behind the other.
struct SessionPart {
    SourceFacts facts;
    std::vector<KeptEvent> events;
    std::vector<Problem> problems;

    /// `text`: begins with line `firstLine` of the session. Errors: those of Format::read.
    static Result<SessionPart> read(const Format& format, std::string_view text, std::uint64_t firstLine,
                                    std::stop_token stop);
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "models/checks/check.h"

namespace whittle
{

/// What a phone asked at the end of a registration, and nobody answered, as one source shows it that shows
/// answers, too.
struct Silence {
    const Loss* loss = nullptr;
    SourceId source{};
    CaseTime answered{}; ///< the last answer before it
    CaseTime from{}; ///< the first question without one
    CaseTime to{}; ///< the last
    std::size_t asked = 0; ///< keepalives or REGISTERs without an answer, each once
    bool isWhole = false; ///< nothing of it was lost in the source from the last answer on
    CitedEvent proof{}; ///< the last question
};

/// Of the sources that showed answers before and watched on the one with most questions; empty: there were
/// answers, or nobody knows.
std::optional<Silence> silenceBefore(const CheckContext& context, const Loss& loss);

/// What the phone sent at the end of a registration and repeated at least three times, as TCP does with what
/// the other end does not acknowledge (RFC 6298): the path, or the other end's network, carried it not or the
/// acknowledgement not. By time; empty: no capture shows it.
std::vector<const EventRow*> repeatedBefore(const CheckContext& context, const Loss& loss);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/events/caseevents.h"
#include "models/events/ntpassociation.h"

namespace whittle
{

/// How long an answer may take: `utils network capture` shows no timestamps that would join it with its
/// question.
constexpr Nanoseconds ntpAnswerWait = std::chrono::seconds{1};

/// A question and its answer, as one source shows them; either may be missing.
struct NtpExchange {
    const EventRow* request = nullptr;
    const EventRow* answer = nullptr;
    CaseTime at{}; ///< of the first of them
    std::optional<Nanoseconds> roundTrip{};
    std::optional<std::uint64_t> stamp{}; ///< the request's transmit timestamp, by which all sources know it
};

/// What one source shows of one client and one server.
struct NtpTalk {
    SourceId source{};
    NtpHost client{};
    NtpHost server{};
    NtpMode mode = NtpMode::Client;
    std::vector<NtpExchange> exchanges{}; ///< by time
};

/// Joins each answer with its question: by its originate timestamp (RFC 5905 §8), where the source prints
/// none with the last question up to ntpAnswerWait before. An answer that comes twice counts once; one that
/// nobody asked for counts only where the source shows no questions at all. Incomplete after a stop.
std::vector<NtpTalk> ntpTalks(const CaseEvents& events, const ClockSet& clocks, const std::stop_token& stop);

/// A field such as 0xcdfd27cf33470000: 32.32 s since 1900; empty when it is absent, cut, or null.
std::optional<std::uint64_t> ntpStamp(const EventRow& event, std::string_view key);

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/ntpassociation.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

namespace whittle
{

namespace
{

constexpr unsigned registerBits = 8;

} // namespace

std::string toText(const NtpHost& host)
{
    if (host.address.isSet())
        return toText(host.address);
    return host.name.empty() ? "source " + std::to_string(raw(host.output)) : host.name;
}

std::string_view toText(NtpMode mode)
{
    switch (mode) {
    case NtpMode::Client:
        return "client";
    case NtpMode::Symmetric:
        return "symmetric";
    case NtpMode::Broadcast:
        break;
    }
    return "broadcast";
}

bool isFollowed(const NtpReport& report)
{
    return report.tally == "system-peer" || report.tally == "pps-peer";
}

NtpReach reachAt(const NtpAssociation& association, CaseTime at)
{
    NtpReach reach;
    auto poll = std::ranges::upper_bound(association.polls, at, {}, &NtpPoll::at);
    for (unsigned bit = 0; bit < registerBits && poll != association.polls.begin(); ++bit) {
        --poll;
        if (poll->outcome == PollOutcome::Unknown)
            break;
        reach.known |= 1U << bit;
        reach.bits |= poll->outcome == PollOutcome::Answered ? 1U << bit : 0U;
        if (poll->afterGap)
            break;
    }
    return reach;
}

std::string toText(const NtpReach& reach)
{
    const auto known = static_cast<unsigned>(std::popcount(reach.known));
    const std::string bits = octalText(reach.bits);
    return known == registerBits ? bits : bits + "/" + std::to_string(known);
}

std::string octalText(unsigned value)
{
    std::array<char, 16> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value, 8).ptr};
}

std::string millisText(double milliseconds)
{
    std::array<char, 400> text{}; // the largest double has 309 digits
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), milliseconds, std::chars_format::fixed, 3).ptr;
    return {text.data(), end};
}

const NtpState* stateAt(const NtpAssociation& association, bool ofServer, CaseTime at)
{
    auto state = std::ranges::upper_bound(association.states, at, {}, &NtpState::from);
    while (state != association.states.begin()) {
        --state;
        if (state->ofServer == ofServer)
            return &*state;
    }
    return nullptr;
}

std::string plainRefid(std::string_view refid)
{
    const bool isCode = refid.size() > 2 && refid.front() == '.' && refid.back() == '.';
    return std::string(isCode ? refid.substr(1, refid.size() - 2) : refid);
}

bool isOwnClock(std::string_view refid)
{
    return refid.starts_with("127.127.1.") || refid == "LOCL" || refid == "LOCAL" || refid == "LOCAL(0)";
}

} // namespace whittle

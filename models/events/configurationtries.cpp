// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/configurationtries.h"

#include <algorithm>
#include <string>

#include "models/base/fields.h"
#include "models/events/spans.h"

namespace whittle
{

namespace
{

constexpr std::size_t triesInVain = 3;
constexpr std::size_t mostUnderWay = 8; ///< transfers of one phone at one time

/// One file, asked for until an answer comes.
struct Ask {
    std::string file{};
    std::uint16_t port = 0; ///< 0: a log, which shows none
    CaseTime from{};
    TimedEvent last{};
    std::size_t tries = 1;
    bool given = false;
    std::optional<TimedEvent> refused{};

    bool isOpen() const { return !given && !refused; }
    bool isOfConfiguration() const { return file.find(".cnf.xml") != std::string::npos; }
    std::optional<TimedEvent> failure() const
    {
        return isOpen() && tries >= triesInVain ? std::optional(last) : refused;
    }
};

/// Of the last ones; null: none.
template <typename Fits>
Ask* lastAsk(std::vector<Ask>& asks, const Fits& fits)
{
    const std::size_t first = asks.size() - std::min(asks.size(), mostUnderWay);
    for (std::size_t i = asks.size(); i-- > first;) {
        if (fits(asks[i]))
            return &asks[i];
    }
    return nullptr;
}

void addRequest(std::vector<Ask>& asks, const TimedEvent& timed)
{
    std::string file = FieldView(timed.event->fields).value("file").value_or("");
    const std::uint16_t port = timed.event->source.port;
    Ask* again = lastAsk(asks, [&](const Ask& ask) {
        return ask.file == file && ask.port == port && ask.isOpen() && timed.at - ask.last.at <= oneBeginning;
    });
    if (!again) {
        asks.push_back({.file = std::move(file), .port = port, .from = timed.at, .last = timed});
        return;
    }
    ++again->tries;
    again->last = timed;
}

void addAnswer(std::vector<Ask>& asks, const TimedEvent& timed, bool isGiven)
{
    const auto file = FieldView(timed.event->fields).value("file");
    const std::uint16_t port = timed.event->destination.port;
    Ask* asked = lastAsk(asks, [&](const Ask& ask) {
        return ask.isOpen() && (ask.port != 0 ? ask.port == port : !file || ask.file == *file);
    });
    if (asked && isGiven)
        asked->given = true;
    else if (asked)
        asked->refused = timed;
}

std::vector<Ask> asksOf(const std::vector<TimedEvent>& events)
{
    std::vector<Ask> asks;
    for (const TimedEvent& timed : events) {
        const std::string_view kind = timed.event->kind;
        if (kind == "tftp.read-request")
            addRequest(asks, timed);
        else if (kind == "tftp.data" || kind == "tftp.oack" || kind == "phone.tftp-done")
            addAnswer(asks, timed, true);
        else if (kind == "tftp.error" || kind == "phone.tftp-timeout")
            addAnswer(asks, timed, false);
    }
    return asks;
}

} // namespace

std::vector<ConfigurationTry> configurationTries(const std::vector<TimedEvent>& events)
{
    std::vector<ConfigurationTry> tries;
    CaseTime last{INT64_MIN};
    bool given = false;
    for (const Ask& ask : asksOf(events)) {
        if (!ask.isOfConfiguration())
            continue;
        if (tries.empty() || ask.from - last > oneBeginning) {
            tries.push_back({.from = ask.from});
            given = false;
        }
        last = ask.last.at;
        given = given || ask.given;
        const auto failure = ask.failure();
        if (given)
            tries.back().failed.reset();
        else if (failure)
            tries.back().failed = failure;
    }
    return tries;
}

} // namespace whittle

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

/// A request or its answer may be lost (RFC 1350 §2 has each sent again after a timeout), once more by bad
/// luck; three times in a row is no luck.
constexpr std::size_t triesInVain = 3;
/// Transfers of one phone at one time. Phones ask for one file after the other: what is open longer is lost,
/// and the bound keeps the search for what an answer belongs to short.
constexpr std::size_t mostUnderWay = 8;

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
    bool isInVain() const { return isOpen() && tries >= triesInVain; }
};

/// Whether it shows the files that came, too: frames do, and the log of a phone that tells of its transfers.
bool showsSuccess(const std::vector<TimedEvent>& events)
{
    return std::ranges::any_of(events, [](const TimedEvent& timed) {
        const EventRow& event = *timed.event;
        return event.ref.place.unit == PlaceUnit::Frame || event.kind == "phone.tftp-done"
            || event.kind == "phone.tftp-timeout";
    });
}

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

std::vector<ConfigurationTry> configurationTries(const std::vector<TimedEvent>& events, CaseTime end)
{
    const bool success = showsSuccess(events);
    const auto mayBeGiven = [&](const Ask& ask) {
        return ask.isOpen() && (!success || (!ask.isInVain() && end - ask.last.at < oneBeginning));
    };
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
        given = given || ask.given || mayBeGiven(ask);
        if (given)
            tries.back().failed.reset();
        else if (ask.isInVain())
            tries.back().failed = ask.last;
        else if (ask.refused)
            tries.back().failed = ask.refused;
    }
    return tries;
}

} // namespace whittle

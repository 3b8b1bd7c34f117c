// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/silences.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/events/registrationsigns.h"
#include "models/events/sipregister.h"

namespace whittle
{

namespace
{

/// As often as TCP must have repeated something until it is no chance loss: seven seconds and more, since the
/// pause doubles each time.
constexpr std::size_t repeatsOfNoChance = 3;

/// A keepalive or refresh, or the answer to one.
struct Sign {
    CaseTime at{};
    EventRef ref{};
};

/// What one source shows of them.
struct Talk {
    std::vector<Sign> asked{};
    std::optional<CaseTime> answered{}; ///< the last answer
};

bool asks(const EventRow& event)
{
    return event.kind == "sccp.keepalive"
        || (event.kind == "sip.register" && sipRequestOf(event).isRegistration());
}

bool answers(const EventRow& event)
{
    if (event.kind == "sccp.keepalive-ack")
        return true;
    if (event.kind != "sip.response")
        return false;
    const SipRegister answer = sipRequestOf(event);
    return answer.toRegister && answer.status >= 200;
}

bool isOfNode(const EventRow& event, const Registration& lost)
{
    const IpAddress& node = (asks(event) ? event.destination : event.source).address;
    return sameNode(node, lost.node.address);
}

void add(Talk& talk, const EventRow& event, CaseTime at, const EventRef& ref)
{
    if (asks(event))
        talk.asked.push_back({at, ref});
    else
        talk.answered = std::max(talk.answered.value_or(at), at);
}

/// The last members of a train; those before do not matter where answers came.
void addTrain(Talk& talk, const TimedTrain& timed)
{
    constexpr std::uint32_t enough = 16;
    const TrainRow& train = *timed.train;
    const std::uint32_t count = asks(train.first) ? std::min(train.count, enough) : 1;
    for (std::uint32_t back = count; back-- > 0;)
        add(talk, train.first, timed.to - Nanoseconds{train.intervalNs * back},
            back == 0 ? train.lastRef() : train.first.ref);
}

std::map<SourceId, Talk> talksOf(const CheckContext& context, const Loss& loss)
{
    std::map<SourceId, Talk> talks;
    const auto found = context.byDevice.find(loss.device->name);
    if (found == context.byDevice.end())
        return talks;
    const Registration& lost = *loss.registration;
    for (const TimedEvent& timed : found->second.between(lost.from, loss.at)) {
        const EventRow& event = *timed.event;
        if ((asks(event) || answers(event)) && isOfNode(event, lost))
            add(talks[event.ref.source], event, timed.at, event.ref);
    }
    for (const TimedTrain& timed : found->second.trains) {
        const EventRow& first = timed.train->first;
        if (timed.from >= lost.from && timed.from <= loss.at && isOfNode(first, lost))
            addTrain(talks[first.ref.source], timed);
    }
    return talks;
}

/// One keepalive that is lost is repeated by TCP; a refresh of SIP is the only one for minutes.
std::size_t fewestOf(const Registration& lost)
{
    return lost.protocol == RegistrationProtocol::Sip ? 1 : 2;
}

std::optional<Silence> silenceIn(const CheckContext& context, const Loss& loss, SourceId source, Talk& talk)
{
    if (!talk.answered)
        return {};
    std::ranges::sort(talk.asked, {}, [](const Sign& sign) { return std::tuple(sign.at, sign.ref); });
    const auto first = std::ranges::upper_bound(talk.asked, *talk.answered, {}, &Sign::at);
    const auto count = static_cast<std::size_t>(talk.asked.end() - first);
    if (count < fewestOf(*loss.registration))
        return {};
    const Sign& last = talk.asked.back();
    const bool isWhole =
        context.coverage.complete(source, *talk.answered, last.at, loss.registration->address);
    return Silence{&loss, source, *talk.answered, first->at, last.at, count, isWhole, {last.ref, last.at}};
}

} // namespace

std::optional<Silence> silenceBefore(const CheckContext& context, const Loss& loss)
{
    std::optional<Silence> longest;
    auto talks = talksOf(context, loss);
    for (const SourceRow& row : context.events.sources) { // in the order in which they are shown
        const auto talk = talks.find(row.id);
        const auto silence =
            talk == talks.end() ? std::nullopt : silenceIn(context, loss, row.id, talk->second);
        if (silence && (!longest || silence->asked > longest->asked))
            longest = silence;
    }
    return longest;
}

std::vector<const EventRow*> repeatedBefore(const CheckContext& context, const Loss& loss)
{
    constexpr Nanoseconds before = std::chrono::minutes{5};
    constexpr Nanoseconds after = std::chrono::minutes{1};
    const auto found = context.byDevice.find(loss.device->name);
    if (found == context.byDevice.end())
        return {};
    const Registration& lost = *loss.registration;
    using Segment = std::tuple<SourceId, Endpoint, std::string>; // source, end of the phone, number
    std::map<Segment, std::vector<const EventRow*>> copies;
    for (const TimedEvent& timed :
         found->second.between(std::max(lost.from, loss.at - before), loss.at + after)) {
        const EventRow& event = *timed.event;
        if (event.kind == "tcp.retransmission" && event.source.address == lost.address
            && sameNode(event.destination.address, lost.node.address))
            copies[{event.ref.source, event.source, FieldView(event.fields).value("seq").value_or("")}]
                .push_back(&event);
    }
    std::vector<const EventRow*> repeated;
    for (const auto& [segment, events] : copies) {
        if (events.size() >= repeatsOfNoChance)
            repeated.insert(repeated.end(), events.begin(), events.end());
    }
    inOrder(context, repeated);
    return repeated;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/compare/order.h"

#include <algorithm>
#include <map>

#include "models/base/fields.h"
#include "models/events/identity.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"

namespace whittle::test
{

namespace
{

/// Of one exchange: when its question was seen where, and when its answers.
struct Sight {
    SourceId source{};
    CaseTime at{};
    std::string what{};
};
struct Exchange {
    std::vector<Sight> questions{};
    std::vector<Sight> answers{};
};

struct Role {
    std::string exchange{}; ///< empty: takes part in none
    bool isAnswer = false;
};

Role sipRole(const EventRow& event, const FieldView& fields)
{
    const auto id = fields.value("call-id");
    const auto sequence = fields.value("cseq");
    if (!id || !sequence)
        return {};
    return {"sip " + *id + " " + *sequence, event.kind == "sip.response"};
}

Role dhcpRole(const EventRow& event, const FieldView& fields)
{
    const auto xid = fields.value("xid");
    const bool offers = event.kind == "dhcp.offer" || event.kind == "dhcp.discover";
    const bool requests =
        event.kind == "dhcp.request" || event.kind == "dhcp.ack" || event.kind == "dhcp.nak";
    if (!xid || (!offers && !requests))
        return {};
    return {(offers ? "offer " : "request ") + *xid,
            event.kind != "dhcp.discover" && event.kind != "dhcp.request"};
}

Role roleOf(const EventRow& event)
{
    const FieldView fields(event.fields);
    if (event.kind.starts_with("sip."))
        return sipRole(event, fields);
    if (event.kind.starts_with("dhcp."))
        return dhcpRole(event, fields);
    if (event.kind == "ntp.client")
        return {"ntp " + fields.value("transmit").value_or(""), false};
    if (event.kind == "ntp.server")
        return {"ntp " + fields.value("originate").value_or(""), true};
    if (event.kind == "tcp.syn")
        return {"tcp " + toText(event.source) + toText(event.destination), false};
    if (event.kind == "tcp.syn-ack")
        return {"tcp " + toText(event.destination) + toText(event.source), true};
    return {};
}

std::map<std::string, Exchange> exchangesOf(const LabelledCase& one)
{
    std::map<std::string, Exchange> exchanges;
    const auto reader = one.file->newReader();
    const ClockSet clocks = one.known.clocks();
    for (const AnalysedSource& source : one.known.sources) {
        EventFilter filter;
        filter.source = source.row.id;
        if (!reader || !source.clock.correction)
            continue;
        (void)(*reader)->forEachEvent(filter, [&](const EventRow& event) {
            const Role role = roleOf(event);
            if (role.exchange.empty())
                return true;
            Exchange& exchange = exchanges[role.exchange];
            (role.isAnswer ? exchange.answers : exchange.questions)
                .push_back({source.row.id, clocks.at(source.row.id, event.time, event.ref.place.number),
                            source.row.path + " " + toText(event.ref.place) + " " + event.kind});
            return true;
        });
    }
    return exchanges;
}

std::int64_t resolution(const LabelledCase& one, const Sight& a, const Sight& b)
{
    return std::max(one.known.source(a.source)->row.resolutionNs,
                    one.known.source(b.source)->row.resolutionNs);
}

} // namespace

OrderRows compareOrder(const LabelledCase& one)
{
    OrderRows rows;
    for (const auto& [name, exchange] : exchangesOf(one)) {
        if (exchange.questions.empty())
            continue;
        const Sight& question = *std::ranges::min_element(exchange.questions, {}, &Sight::at);
        for (const Sight& answer : exchange.answers) {
            if (answer.source == question.source)
                continue;
            ++rows.compared;
            const std::int64_t early = (question.at - answer.at).count();
            if (early > resolution(one, question, answer))
                rows.wrong.push_back(answer.what + " stands " + std::to_string(early / 1000) + " us before "
                                     + question.what);
        }
    }
    return rows;
}

} // namespace whittle::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/ntprows.h"

#include <cstdlib>

#include "models/base/fields.h"
#include "models/events/ntpnames.h"

namespace whittle
{

namespace
{

/// What is longer ago than this is a damaged number.
constexpr std::int64_t mostSeconds = 100'000'000;

double number(const FieldView& fields, std::string_view key)
{
    return std::strtod(fields.value(key).value_or("0").c_str(), nullptr);
}

NtpReport reportOf(const EventRow& event, CaseTime at)
{
    const FieldView fields(event.fields);
    NtpReport report{.at = at, .ref = event.ref};
    report.tally = fields.value("tally").value_or("");
    report.type = fields.value("type").value_or("");
    report.stratum = static_cast<int>(fields.number("stratum").value_or(0));
    report.refid = plainRefid(fields.value("refid").value_or(""));
    if (const auto when = fields.number("when-s"); when && *when >= 0 && *when <= mostSeconds)
        report.when = std::chrono::seconds{*when};
    report.poll = std::chrono::seconds{fields.number("poll-s").value_or(0)};
    report.reach = static_cast<int>(std::strtol(fields.value("reach").value_or("0").c_str(), nullptr, 8));
    report.delay = number(fields, "delay-ms");
    report.offset = number(fields, "offset-ms");
    report.jitter = number(fields, "jitter-ms");
    return report;
}

NtpHost remoteOf(const EventRow& event)
{
    const std::string remote = FieldView(event.fields).value("remote").value_or("");
    if (const auto address = IpAddress::fromText(remote))
        return {.address = *address};
    return {.name = remote};
}

} // namespace

bool NtpRow::isOwnClock() const
{
    return report.type == "l" || whittle::isOwnClock(toText(server.address));
}

std::vector<NtpNode> ntpNodes(const CaseEvents& events, const ClockSet& clocks,
                              const std::map<std::string, IpAddress>& names, const std::stop_token& stop)
{
    std::map<std::pair<SourceId, std::string>, NtpNode> nodes;
    for (const EventRow& event : events.singles) {
        if (stop.stop_requested())
            break;
        const bool isRow = event.kind == "ntp.peer-status";
        if (!isRow && event.kind != "ntp.system-status")
            continue;
        const FieldView fields(event.fields);
        const std::string name = fields.value("node").value_or("");
        NtpNode& node = nodes[{event.ref.source, name}];
        node.source = event.ref.source;
        node.name = name;
        const CaseTime at = clocks.at(event.ref.source, event.time, event.ref.place.number);
        const NtpHost server = isRow ? withAddress(remoteOf(event), names) : NtpHost{};
        if (server != NtpHost{})
            node.rows.push_back({reportOf(event, at), server});
        if (const auto stratum = isRow ? std::nullopt : fields.number("stratum"))
            node.stratum = static_cast<int>(*stratum);
    }
    std::vector<NtpNode> all;
    for (auto& [key, node] : nodes)
        all.push_back(std::move(node));
    return all;
}

} // namespace whittle

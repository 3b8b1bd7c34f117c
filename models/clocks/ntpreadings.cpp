// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/ntpreadings.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

#include "models/base/fields.h"

namespace whittle
{

namespace
{

/// ntpq prints seconds up to 2048, minutes up to 300, hours up to 96, then days.
std::int64_t stepOfWhen(std::int64_t seconds)
{
    if (seconds <= 2048)
        return nsPerSecond;
    if (seconds <= 300 * 60)
        return 60 * nsPerSecond;
    return seconds <= 96 * 3600 ? 3600 * nsPerSecond : nsPerDay;
}

double milliseconds(const FieldView& fields, std::string_view key)
{
    const auto text = fields.value(key);
    return text ? std::strtod(text->c_str(), nullptr) : 0;
}

PeerRow peerRow(const EventRow& event)
{
    const FieldView fields(event.fields);
    const std::string tally = fields.value("tally").value_or("");
    PeerRow row;
    row.remote = fields.value("remote").value_or("");
    row.address = event.destination.address;
    row.refid = fields.value("refid").value_or("");
    row.stratum = fields.number("stratum").value_or(16);
    row.isLocal = fields.value("type") == "l" || row.remote.starts_with("127.127.");
    row.isSystemPeer = tally == "system-peer" || tally == "pps-peer";
    const auto when = fields.number("when-s");
    if (when && *when >= 0 && *when < 366 * 86'400) {
        row.whenNs = *when * nsPerSecond;
        row.whenStepNs = stepOfWhen(*when);
    }
    row.pollNs = std::clamp<std::int64_t>(fields.number("poll-s").value_or(0), 0, 1 << 17) * nsPerSecond;
    const std::string reach = fields.value("reach").value_or("0");
    row.answers = std::popcount(std::strtoul(reach.c_str(), nullptr, 8));
    row.delayMs = milliseconds(fields, "delay-ms");
    row.offsetMs = milliseconds(fields, "offset-ms");
    row.jitterMs = milliseconds(fields, "jitter-ms");
    return row;
}

bool tellsItsTime(const HostEvidence& evidence, const EventRow& event)
{
    if (event.kind != "ntp.peer-status" && event.kind != "ntp.system-status")
        return false;
    const SourceRow* source = evidence.events.source(event.ref.source);
    return source && HostEvidence::isWithinReach(event.time.ns) && source->hasDate
        && source->utcOffsetSeconds == 0 && FieldView(event.fields).value("time-basis") != "assumed";
}

void addTo(NtpStatus& status, const EventRow& event)
{
    const FieldView fields(event.fields);
    if (event.kind == "ntp.peer-status") {
        status.rows.push_back(peerRow(event));
        return;
    }
    status.synchronised = fields.value("synchronised") == "yes";
    status.stratum = fields.number("stratum").value_or(16);
    if (const auto seconds = fields.number("local-offset-s"))
        status.localOffsetNs = *seconds * nsPerSecond;
}

} // namespace

const PeerRow* NtpStatus::systemPeer() const
{
    const auto found = std::ranges::find_if(rows, &PeerRow::isSystemPeer);
    return found == rows.end() ? nullptr : &*found;
}

std::vector<NtpStatus> ntpStatuses(const HostEvidence& evidence)
{
    std::vector<NtpStatus> all;
    for (const EventRow& event : evidence.events.singles) {
        if (evidence.stop.stop_requested())
            return {};
        if (!tellsItsTime(evidence, event))
            continue;
        if (all.empty() || all.back().source != event.ref.source || all.back().at != event.time)
            all.push_back({event.ref.source, event.time});
        addTo(all.back(), event);
    }
    return all;
}

AnswerWindow answerWindow(const NtpStatus& status, const PeerRow& row)
{
    constexpr std::int64_t tableBeforeTime = 2 * nsPerSecond;
    const std::int64_t counted = status.at.ns - row.whenNs.value_or(0);
    return {counted - tableBeforeTime - row.whenStepNs, counted + nsPerSecond + row.whenStepNs,
            status.at.ns - tableBeforeTime};
}

RowFit fitOf(const AnswerWindow& window, const std::vector<Interval64>& times, Interval64 seen)
{
    bool fits = false;
    for (const Interval64& time : times) {
        if (time.low > window.to && time.high < window.tableRead)
            return RowFit::Contradicts; // the table would tell of this one
        fits = fits || (time.high >= window.from && time.low <= window.to);
    }
    if (fits)
        return RowFit::Fits;
    return seen.low <= window.from && seen.high >= window.to ? RowFit::Contradicts : RowFit::CannotTell;
}

} // namespace whittle

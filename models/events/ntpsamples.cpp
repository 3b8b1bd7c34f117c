// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/ntpsamples.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "models/base/fields.h"

namespace whittle
{

namespace
{

/// Seconds between two NTP timestamps (32.32 fixed point), subtracted as integers so that no digit is lost;
/// right over the era's end.
double secondsBetween(std::int64_t from, std::int64_t to)
{
    const auto difference =
        static_cast<std::int64_t>(static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from));
    return static_cast<double>(difference) / 4294967296.0;
}

/// 0x and sixteen digits as the decoder writes them; numbers above 2^63 too.
std::optional<std::int64_t> timeStamp(const EventRow& event, std::string_view key)
{
    const auto text = FieldView(event.fields).value(key);
    if (!text || text->size() != 18)
        return {};
    return static_cast<std::int64_t>(std::strtoull(text->c_str(), nullptr, 16));
}

using ExchangeKey = std::tuple<SourceId, Endpoint, Endpoint, std::int64_t>;

std::optional<NtpSample> sample(const EventRow& request, const EventRow& answer, const ClockSet& clocks)
{
    const auto t1 = timeStamp(answer, "originate");
    const auto t2 = timeStamp(answer, "receive");
    const auto t3 = timeStamp(answer, "transmit");
    const auto stratum = FieldView(answer.fields).number("stratum");
    if (!t1 || !t2 || !t3 || *t2 == 0 || *t3 == 0 || !stratum)
        return {};
    const double onTheWay = static_cast<double>((answer.time - request.time).count()) * 1e-9;
    const double thereOffset = secondsBetween(*t1, *t2);
    const double backOffset = secondsBetween(*t1, *t3) - onTheWay;
    NtpSample sample;
    sample.client = request.source.address;
    sample.server = request.destination.address;
    sample.at = clocks.at(answer.ref.source, answer.time, answer.ref.place.number);
    sample.offsetSeconds = (thereOffset + backOffset) / 2;
    sample.delaySeconds = onTheWay - secondsBetween(*t2, *t3);
    sample.stratum = static_cast<int>(*stratum);
    sample.ref = answer.ref;
    return sample;
}

} // namespace

std::vector<NtpSample> ntpSamples(const CaseEvents& events, const ClockSet& clocks,
                                  const std::stop_token& stop)
{
    std::map<ExchangeKey, const EventRow*> open;
    std::vector<NtpSample> samples;
    for (const EventRow& event : events.singles) {
        if (stop.stop_requested())
            break;
        if (event.kind == "ntp.client") {
            if (const auto transmit = timeStamp(event, "transmit"))
                open[{event.ref.source, event.source, event.destination, *transmit}] = &event;
            continue;
        }
        const auto originate = event.kind == "ntp.server" ? timeStamp(event, "originate") : std::nullopt;
        if (!originate)
            continue;
        const auto request = open.find({event.ref.source, event.destination, event.source, *originate});
        if (request == open.end())
            continue;
        if (const auto made = sample(*request->second, event, clocks))
            samples.push_back(*made);
        open.erase(request);
    }
    std::ranges::stable_sort(samples, {}, &NtpSample::at);
    return samples;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/phonetime.h"

#include <QDateTime>
#include <QTimeZone>
#include <cmath>
#include <cstdlib>
#include <set>
#include <tuple>

#include "models/base/fields.h"
#include "models/base/median.h"
#include "models/checks/evidence.h"
#include "models/events/identity.h"
#include "models/formats/stamp.h"

namespace whittle
{

namespace
{

constexpr std::size_t enoughTimes = 1000; ///< of one capture, to know its clock
constexpr double leastWrong = 2; ///< minutes: displays are read to the minute

/// "2018-07-12T12:13:13", as if it were UTC.
std::optional<std::int64_t> secondsOf(std::string_view text)
{
    const auto stamp = stampAtFront(text);
    return stamp && stamp->isValid() && stamp->year ? std::optional(stamp->ns() / nsPerSecond) : std::nullopt;
}

std::optional<int> zoneMinutes(const std::string& name, std::int64_t atUtc)
{
    const QByteArray id = QByteArray::fromStdString(name);
    if (!QTimeZone::isTimeZoneIdAvailable(id))
        return {};
    return QTimeZone(id).offsetFromUtc(QDateTime::fromSecsSinceEpoch(atUtc, Qt::UTC)) / 60;
}

/// Thu, 12 Jul 2018 11:11:17 GMT (RFC 3261 §20.17)
std::optional<std::int64_t> sipDate(std::string_view text)
{
    const std::size_t comma = text.find(", ");
    return comma == std::string_view::npos ? std::nullopt : secondsOf(text.substr(comma + 2));
}

/// What the sender, where it is a server, says of its time. Empty: nothing.
std::optional<std::int64_t> serverTimeIn(const EventRow& event)
{
    const FieldView fields(event.fields);
    if (event.kind == "sccp.time-date-res")
        return fields.number("system-time");
    const bool isAnswer =
        event.kind == "sip.response" && fields.value("cseq").value_or("").ends_with(" REGISTER");
    const auto date = isAnswer ? fields.value("date") : std::nullopt;
    return date ? sipDate(*date) : std::nullopt;
}

bool isCapture(const CheckContext& context, SourceId source)
{
    const SourceRow* row = context.events.source(source);
    return row && (row->format == "pcap" || row->format == "pcapng" || row->format == "snoop");
}

} // namespace

std::vector<ToldTime> toldTimes(const CheckContext& context)
{
    constexpr std::int64_t quarter = 15 * 60, widest = 15 * 3600;
    std::vector<ToldTime> told;
    std::set<std::pair<std::string, long>> known;
    forEachSingle(context, [&](const EventRow& event) {
        if (event.kind != "sccp.time-date-res")
            return;
        const FieldView fields(event.fields);
        const auto civil = secondsOf(fields.value("civil-time").value_or(""));
        const auto system = fields.number("system-time");
        if (!civil || !system || std::abs(*civil - *system) > widest)
            return;
        const auto quarters = std::lround(static_cast<double>(*civil - *system) / quarter);
        const std::string phone = context.identity.deviceOf(event);
        if (std::abs(quarters * quarter - (*civil - *system)) <= 60 && known.emplace(phone, quarters).second)
            told.push_back({&event, phone, *civil, *system, static_cast<int>(quarters * quarter / 60)});
    });
    return told;
}

std::vector<SeenTime> seenTimes(const CheckContext& context)
{
    std::vector<SeenTime> seen;
    forEachOf(context, "site", [&](const EventRow& event) {
        if (event.kind != "site.observed-phone-time")
            return;
        const FieldView fields(event.fields);
        const auto minutes = fields.value("shown-minus-correct-minutes");
        char* end = nullptr;
        const double value = minutes ? std::strtod(minutes->c_str(), &end) : 0;
        if (minutes && !minutes->empty() && *end == '\0')
            seen.push_back({&event, fields.value("phone").value_or(""), value});
    });
    return seen;
}

std::optional<double> wrongMinutes(const std::vector<SeenTime>& seen)
{
    double sum = 0;
    int count = 0;
    for (const SeenTime& one : seen) {
        if (std::abs(one.minutes) >= leastWrong) {
            sum += one.minutes;
            ++count;
        }
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

std::optional<ZoneThen> siteZone(const CheckContext& context, std::int64_t atUtc)
{
    std::optional<ZoneThen> zone;
    forEachOf(context, "site", [&](const EventRow& event) {
        if (zone || event.kind != "site.description")
            return;
        const std::string name = FieldView(event.fields).value("site-time-zone").value_or("");
        if (const auto minutes = zoneMinutes(name, atUtc))
            zone = ZoneThen{name, *minutes, &event};
    });
    return zone;
}

std::vector<ZoneThen> otherGroupZones(const CheckContext& context, std::int64_t atUtc)
{
    const auto site = siteZone(context, atUtc);
    std::vector<ZoneThen> others;
    forEachOf(context, "site", [&](const EventRow& event) {
        if (!site || event.kind != "site.date-time-group")
            return;
        const std::string name = FieldView(event.fields).value("time-zone").value_or("");
        if (const auto minutes = zoneMinutes(name, atUtc); minutes && *minutes != site->minutes)
            others.push_back({name, *minutes, &event});
    });
    return others;
}

std::vector<ServerAhead> serverAhead(const CheckContext& context)
{
    std::map<SourceId, std::vector<double>> differences;
    std::map<SourceId, const EventRow*> shown;
    forEachSingle(context, [&](const EventRow& event) {
        const bool speaks = event.kind == "sccp.time-date-res" || event.kind == "sip.response";
        const SourceClock* clock = speaks ? context.clocks.clock(event.ref.source) : nullptr;
        if (!clock || !isCapture(context, event.ref.source)
            || differences[event.ref.source].size() >= enoughTimes)
            return;
        const auto said = serverTimeIn(event);
        if (!said)
            return;
        const std::int64_t at = clock->uncorrected(event.time, event.ref.place.number).nsUtc;
        differences[event.ref.source].push_back(static_cast<double>(*said) - static_cast<double>(at) * 1e-9);
        shown.try_emplace(event.ref.source, &event);
    });
    std::vector<ServerAhead> all;
    for (const auto& [source, values] : differences) {
        if (values.empty())
            continue;
        all.push_back({source, medianOf(values), shown[source]});
    }
    return all;
}

std::vector<SipClock> sipClocks(const CheckContext& context)
{
    std::map<std::tuple<SourceId, std::string, std::string>, const EventRow*> asked;
    std::vector<SipClock> clocks;
    std::set<std::string> known; // of one phone the first is enough
    forEachSingle(context, [&](const EventRow& event) {
        const bool asks = event.kind == "sip.register";
        if ((asks && known.contains(event.device)) || (!asks && event.kind != "sip.response"))
            return;
        const FieldView fields(event.fields);
        const std::tuple key{event.ref.source, fields.value("call-id").value_or(""),
                             fields.value("cseq").value_or("")};
        if (asks) {
            asked[key] = &event;
            return;
        }
        const auto request = fields.value("status") == "200" ? asked.find(key) : asked.end();
        if (request == asked.end())
            return;
        const auto phone = sipDate(FieldView(request->second->fields).value("date").value_or(""));
        const auto server = sipDate(fields.value("date").value_or(""));
        if (phone && server)
            clocks.push_back({request->second, request->second->device, *phone - *server});
        known.insert(request->second->device);
        asked.erase(request);
    });
    return clocks;
}

std::string zoneText(int minutes)
{
    const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return (minutes < 0 ? "-" : "+") + two(std::abs(minutes) / 60) + ":" + two(std::abs(minutes) % 60);
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/ntpreading.h"

#include <algorithm>
#include <cstdlib>

#include "models/formats/text.h"

namespace whittle
{

namespace
{

void addIfSet(FieldWriter& fields, std::string_view name, std::string_view value)
{
    if (!value.empty())
        fields.add(name, value);
}

void addIfSet(FieldWriter& fields, std::string_view name, std::optional<std::int64_t> value)
{
    if (value)
        fields.addNumber(name, *value);
}

void addYesNo(FieldWriter& fields, std::string_view name, std::optional<bool> value)
{
    if (value)
        fields.add(name, *value ? "yes" : "no");
}

/// "NTP server" → "ntp-server"
std::string word(std::string_view text)
{
    std::string name(text);
    std::ranges::transform(name, name.begin(), [](char c) { return c == ' ' ? '-' : text::lower(c); });
    return name;
}

template <typename T>
void keep(std::optional<T>& kept, const std::optional<T>& said)
{
    if (said)
        kept = said;
}

void addPeerFields(const NtpPeer& peer, FieldWriter& fields)
{
    const char mark[] = {peer.tally, '\0'};
    fields.add("tally", ntpTallyName(peer.tally));
    addIfSet(fields, "tally-raw", peer.tally == ' ' ? std::string_view{} : std::string_view{mark});
    addIfSet(fields, "remote", peer.remote);
    addIfSet(fields, "refid", peer.refid);
    fields.addNumber("stratum", peer.stratum);
    fields.add("type", std::string_view{&peer.type, 1});
    addIfSet(fields, "when-s", peer.whenSeconds);
    fields.addNumber("poll-s", peer.pollSeconds);
    fields.add("reach", peer.reach);
    fields.add("delay-ms", peer.delay);
    fields.add("offset-ms", peer.offset);
    fields.add("jitter-ms", peer.jitter);
}

} // namespace

void NtpReading::addPeer(const NtpPeer& peer, std::uint64_t line)
{
    FieldWriter fields;
    addPeerFields(peer, fields);
    m_rows.push_back({line, "ntp.peer-status", IpAddress::fromText(peer.remote).value_or(IpAddress{}),
                      std::string(fields.text())});
}

void NtpReading::addServer(std::string_view server, std::uint64_t line)
{
    if (isFull())
        return;
    FieldWriter fields;
    fields.add("server", server);
    m_rows.push_back({line, "ntp.configured-server", IpAddress::fromText(server).value_or(IpAddress{}),
                      std::string(fields.text())});
}

void NtpReading::addCommon(FieldWriter& fields, bool assumed) const
{
    addIfSet(fields, "node", m_node);
    if (assumed)
        fields.add("time-basis", "assumed");
}

void NtpReading::keepState(const NtpStatusLine& status)
{
    keep(m_state.running, status.running);
    keep(m_state.pid, status.pid);
    keep(m_state.synchronised, status.synchronised);
    keep(m_state.stratum, status.stratum);
    keep(m_state.withinMs, status.withinMs);
    keep(m_state.pollSeconds, status.pollSeconds);
    m_state.restarting = m_state.restarting || status.restarting;
    if (status.synchronised) {
        m_reference = word(status.reference);
        m_server = status.server;
    }
}

void NtpReading::addStatus(const NtpStatusLine& status, std::uint64_t line)
{
    if (status.isState()) {
        keepState(status);
        // the tail is what the state is about; the line about the daemon stands above the table
        const bool firstOfTail = m_stateLine == 0 || (!m_rows.empty() && m_stateLine < m_rows.front().line);
        if (firstOfTail)
            m_stateLine = line;
    }
    if (!status.time)
        return;
    if (!m_utc && status.zone == "UTC") {
        m_utc = status.time;
    } else {
        m_zone = status.zone;
        m_local = status.time;
    }
}

std::uint64_t NtpReading::firstLine() const
{
    if (m_rows.empty())
        return m_stateLine;
    return m_stateLine == 0 ? m_rows.front().line : std::min(m_stateLine, m_rows.front().line);
}

/// The two times are printed one after the other, so that a second may pass between them; zones are whole
/// minutes, and none is further than 14 hours from UTC: such times are damaged.
std::optional<std::int64_t> NtpReading::localOffset() const
{
    constexpr std::int64_t furthest = 14 * 3600;
    if (!m_utc || !m_local)
        return {};
    const std::int64_t difference = *m_local - *m_utc;
    const std::int64_t half = difference < 0 ? -30 : 30;
    const std::int64_t offset = (difference + half) / 60 * 60;
    return std::abs(offset) <= furthest ? std::optional(offset) : std::nullopt;
}

void NtpReading::emitState(EventSink& sink, SourceTime time, bool assumed) const
{
    FieldWriter fields;
    addYesNo(fields, "synchronised", m_state.synchronised);
    addIfSet(fields, "reference", m_reference);
    addIfSet(fields, "server", m_server);
    addIfSet(fields, "stratum", m_state.stratum);
    addIfSet(fields, "within-ms", m_state.withinMs);
    addIfSet(fields, "poll-s", m_state.pollSeconds);
    if (m_state.restarting)
        fields.add("restarting", "yes");
    addYesNo(fields, "running", m_state.running);
    addIfSet(fields, "pid", m_state.pid);
    addIfSet(fields, "zone", m_zone);
    addIfSet(fields, "local-offset-s", localOffset());
    addCommon(fields, assumed);
    Event event;
    event.kind = "ntp.system-status";
    event.time = time;
    event.place = {PlaceUnit::Line, m_stateLine};
    event.destination.address = IpAddress::fromText(m_server).value_or(IpAddress{});
    event.fields = fields.text();
    sink.event(event);
}

void NtpReading::emit(EventSink& sink, SourceTime time, bool assumed) const
{
    bool stateTold = m_stateLine == 0;
    FieldWriter common;
    addCommon(common, assumed);
    for (const Row& row : m_rows) {
        if (!stateTold && m_stateLine < row.line) {
            emitState(sink, time, assumed);
            stateTold = true;
        }
        std::string fields = row.fields;
        if (!common.text().empty())
            fields.append(1, ';').append(common.text());
        Event event;
        event.kind = row.kind;
        event.time = time;
        event.place = {PlaceUnit::Line, row.line};
        event.destination.address = row.remote;
        event.fields = fields;
        sink.event(event);
    }
    if (!stateTold)
        emitState(sink, time, assumed);
}

} // namespace whittle

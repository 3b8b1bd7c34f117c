// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "models/base/fields.h"
#include "models/formats/daemonline.h"
#include "models/formats/formats.h"
#include "models/formats/lineaccount.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/ntplogtexts.h"
#include "models/formats/stampclock.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

bool isNtpd(std::string_view process)
{
    return process == "ntpd" || process == "ntpdate" || process == "xntpd";
}

/// Reads what ntpd wrote, to its own file or to syslog.
class NtpLogReader
{
public:
    explicit NtpLogReader(EventSink& sink)
        : m_sink(sink)
    {
    }

    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    void emit(const DaemonLine& parts, std::uint64_t line);

    EventSink& m_sink;
    FieldWriter m_fields;
    StampClock m_clock{std::chrono::seconds{1}};
    LineAccount m_account;
    std::string m_host;
};

void NtpLogReader::line(const Line& line)
{
    if (text::trimmed(line.text).empty())
        return;
    DaemonLine parts;
    if (!DaemonLine::read(line.text, parts))
        return m_account.notUnderstood.add(line.number);
    if (!parts.time.isValid())
        return m_account.badTimes.add(m_sink, line.number, parts.time.written);
    m_host = parts.host;
    emit(parts, line.number);
}

void NtpLogReader::emit(const DaemonLine& parts, std::uint64_t line)
{
    Event event;
    event.time = m_clock.at(parts.time, line);
    std::string_view server;
    m_fields.clear();
    if (!isNtpd(parts.process) || !readNtpLogText(parts.text, m_fields, server)) {
        ++m_account.notOfInterest;
        return;
    }
    event.kind = "ntp.log";
    event.place = {PlaceUnit::Line, line};
    event.destination.address = IpAddress::fromText(server).value_or(IpAddress{});
    event.fields = m_fields.text();
    m_sink.event(event);
}

SourceFacts NtpLogReader::finish(std::uint64_t lines)
{
    SourceFacts facts = m_account.finish(m_sink, m_clock, lines);
    facts.origin.host = m_host;
    facts.origin.application = "ntpd";
    return facts;
}

Sniff sniffNtpLog(Bytes head)
{
    LineSniff sniff(head);
    std::string_view line;
    DaemonLine parts;
    while (sniff.next(line)) {
        const bool ours = DaemonLine::read(line, parts) && isNtpd(parts.process);
        sniff.judge(ours ? LineSniff::Line::Proof : LineSniff::Line::Foreign);
    }
    return sniff.answer();
}

Result<SourceFacts> readNtpLog(BlockReader& reader, EventSink& sink, Progress& progress, std::stop_token stop)
{
    Lines lines(reader, sink, progress, std::move(stop));
    NtpLogReader log(sink);
    Line line;
    while (lines.next(line))
        log.line(line);
    if (const auto end = lines.end(); !end)
        return end.error();
    return log.finish(lines.count());
}

} // namespace

const Format& ntpLogFormat()
{
    static constexpr Format format{"ntp-log", PlaceUnit::Line, sniffNtpLog, readNtpLog, fetchLine};
    return format;
}

} // namespace whittle

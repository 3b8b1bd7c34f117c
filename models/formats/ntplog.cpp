// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "models/base/fields.h"
#include "models/formats/daemontexts.h"
#include "models/formats/formats.h"
#include "models/formats/lineaccount.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/stampclock.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// Reads what ntpd wrote, to its own file or, among what others wrote, to syslog.
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
    event.place = {PlaceUnit::Line, line};
    if (!readDaemonText(parts, m_fields, event)) {
        ++m_account.notOfInterest;
        return;
    }
    // in its own file it is that of one host, which other sources of this host name too
    if (parts.host.empty() && parts.pid)
        m_fields.addNumber("pid", *parts.pid);
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
        if (!DaemonLine::read(line, parts))
            sniff.judge(LineSniff::Line::Foreign);
        else
            sniff.judge(isNtpd(parts.process) ? LineSniff::Line::Proof : LineSniff::Line::Fits);
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

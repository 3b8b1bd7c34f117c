// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <vector>

#include "models/formats/badtimes.h"
#include "models/formats/formats.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/ntpreading.h"
#include "models/formats/terminalprompt.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// Reads one file of outputs, each with its own time at its end.
class NtpStatusReader
{
public:
    explicit NtpStatusReader(EventSink& sink)
        : m_sink(sink)
    {
    }

    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    bool readPeer(std::string_view text, std::uint64_t line);
    bool readServer(std::string_view text, std::uint64_t line);
    void keepLone(std::string_view text, std::uint64_t line);
    void dropLone();
    void setNode(std::string_view ofPrompt);
    void readStatus(std::string_view text, const NtpStatusLine& status, std::uint64_t line);
    bool beginsAnother(const NtpStatusLine& status) const;
    bool joinWrapped(NtpPeer& peer) const;
    void close();
    void emitTimed(const NtpReading& reading);
    void emitUndated(SourceTime time, bool assumed);
    void reportMissingTimes();

    EventSink& m_sink;
    NtpReading m_reading;
    std::vector<NtpReading> m_undated; ///< those before the first one with a time
    LineTally m_withoutTime;
    LineTally m_notUnderstood;
    BadTimes m_badTimes;
    SourceFacts m_facts;
    std::string m_lone; ///< a name on a line of its own: long names push their row to the next line
    std::uint64_t m_loneLine = 0;
    bool m_columns = false;
    bool m_inServerList = false;
};

constexpr std::size_t maxUndated = 64;

void NtpStatusReader::line(const Line& line)
{
    const std::string_view text = line.text;
    const std::string_view bare = text::trimmed(text);
    if (bare.empty())
        return;
    const NtpStatusLine status = NtpStatusLine::read(bare);
    if (status.isAnything())
        readStatus(text, status, line.number);
    else if (!readPeer(text, line.number) && !readServer(bare, line.number))
        keepLone(bare, line.number);
}

/// A word by itself may be the name of the next row; anything else is not understood.
void NtpStatusReader::keepLone(std::string_view text, std::uint64_t line)
{
    dropLone();
    if (text.find(' ') != std::string_view::npos)
        return m_notUnderstood.add(line);
    m_lone = text;
    m_loneLine = line;
}

void NtpStatusReader::dropLone()
{
    if (!m_lone.empty())
        m_notUnderstood.add(m_loneLine);
    m_lone.clear();
}

/// *2001:db8:10:20::31
///                  .GPS.            1 u   44   64  377   11.724   -0.021   0.064
bool NtpStatusReader::joinWrapped(NtpPeer& peer) const
{
    if (m_lone.empty() || !peer.refid.empty() || peer.remote.empty())
        return false;
    peer.refid = peer.remote;
    peer.remote = m_lone;
    constexpr std::string_view marks = "*+#-";
    constexpr std::string_view letters = "xo"; // which begin names, too
    const bool isLetter =
        letters.find(m_lone.front()) != std::string_view::npos && IpAddress::fromText(peer.remote.substr(1));
    if (isLetter || marks.find(m_lone.front()) != std::string_view::npos) {
        peer.tally = m_lone.front();
        peer.remote.remove_prefix(1);
    }
    return true;
}

bool NtpStatusReader::readPeer(std::string_view text, std::uint64_t line)
{
    auto peer = NtpPeer::read(text, m_columns);
    if (!peer)
        return false;
    if (m_reading.utc() || m_reading.isFull())
        close();
    const bool joined = m_loneLine + 1 == line && joinWrapped(*peer);
    m_reading.addPeer(*peer, line);
    if (joined)
        m_lone.clear();
    return true;
}

/// 10.1.1.31
/// 2. ntp1.example.com
/// The command is executed successfully
bool NtpStatusReader::readServer(std::string_view text, std::uint64_t line)
{
    if (!m_inServerList)
        return false;
    if (text.starts_with("The command"))
        return true;
    std::string_view rest = text;
    if (text::takeNumber(rest)
        && (text::take(rest, ". ") || text::take(rest, ") ") || text::take(rest, ": ")))
        text = text::trimmed(rest);
    if (text.find(' ') != std::string_view::npos)
        return false;
    m_reading.addServer(text, line);
    return true;
}

bool NtpStatusReader::beginsAnother(const NtpStatusLine& status) const
{
    if (status.command || (status.prompt && m_reading.hasEvents()))
        return true;
    if (status.running == true)
        return m_reading.hasEvents() || m_reading.utc();
    if (status.running) // that it does not run may take two lines
        return m_reading.hasRows() || m_reading.utc();
    if (status.header)
        return m_reading.hasRows() || m_reading.utc();
    if (status.time)
        return m_reading.hasBothTimes();
    return status.isState() && m_reading.utc().has_value();
}

/// A prompt that does not name its node may stand below a line that does: "cucm-pub:".
void NtpStatusReader::setNode(std::string_view ofPrompt)
{
    const bool isLabel = ofPrompt.empty() && isHostLabel(m_lone);
    m_reading.setNode(isLabel ? std::string_view(m_lone).substr(0, m_lone.size() - 1) : ofPrompt);
    if (isLabel)
        m_lone.clear();
}

void NtpStatusReader::readStatus(std::string_view text, const NtpStatusLine& status, std::uint64_t line)
{
    if (beginsAnother(status))
        close();
    if (status.prompt) {
        m_inServerList = status.serverList;
        setNode(status.node);
    }
    if (status.header)
        m_columns = text::isBlank(text.front());
    if (status.badTime)
        m_badTimes.add(m_sink, line, text::trimmed(text));
    m_reading.addStatus(status, line);
}

void NtpStatusReader::emitUndated(SourceTime time, bool assumed)
{
    for (const NtpReading& reading : m_undated)
        reading.emit(m_sink, time, assumed);
    m_undated.clear();
}

void NtpStatusReader::emitTimed(const NtpReading& reading)
{
    const SourceTime time{*reading.utc() * nsPerSecond};
    m_facts.first = std::min(m_facts.first.value_or(time), time);
    m_facts.last = std::max(m_facts.last.value_or(time), time);
    emitUndated(time, true);
    reading.emit(m_sink, time, false);
}

void NtpStatusReader::close()
{
    if (!m_reading.zone().empty())
        m_facts.zoneName = m_reading.zone();
    if (m_reading.utc()) {
        emitTimed(m_reading);
    } else if (m_reading.hasEvents()) {
        m_withoutTime.add(m_reading.firstLine());
        if (m_facts.last)
            m_reading.emit(m_sink, *m_facts.last, true);
        else
            m_undated.push_back(std::move(m_reading));
    }
    if (m_undated.size() > maxUndated)
        emitUndated({}, false);
    m_reading = {};
}

void NtpStatusReader::reportMissingTimes()
{
    if (m_withoutTime.count() == 0)
        return;
    m_withoutTime.report(m_sink, Severity::Notice,
                         m_facts.first ? "formats.readings-without-time" : "formats.no-time");
}

SourceFacts NtpStatusReader::finish(std::uint64_t lines)
{
    close();
    dropLone();
    emitUndated({}, false);
    reportMissingTimes();
    m_badTimes.report(m_sink);
    m_notUnderstood.report(m_sink, Severity::Info, "formats.lines-not-understood");
    m_facts.unit = PlaceUnit::Line;
    m_facts.records = lines;
    m_facts.resolution = std::chrono::seconds{1};
    m_facts.hasDate = m_facts.first.has_value();
    if (m_facts.hasDate)
        m_facts.utcOffsetSeconds = 0; // the times are those of the line about UTC
    return m_facts;
}

/// A name that is too long for its column stands on a line of its own.
LineSniff::Line judgeLine(std::string_view line)
{
    const NtpStatusLine status = NtpStatusLine::read(line);
    if (status.isState() || status.header || status.time || NtpPeer::read(line, true) || status.serverList)
        return LineSniff::Line::Proof;
    const std::string_view bare = text::trimmed(line);
    return status.isAnything() || IpAddress::fromText(bare) ? LineSniff::Line::Fits
                                                            : LineSniff::Line::Foreign;
}

Sniff sniffNtpStatus(Bytes head)
{
    LineSniff sniff(head);
    std::string_view line;
    while (sniff.next(line))
        sniff.judge(judgeLine(line));
    return sniff.answer();
}

Result<SourceFacts> readNtpStatus(BlockReader& reader, EventSink& sink, Progress& progress,
                                  std::stop_token stop)
{
    Lines lines(reader, sink, progress, std::move(stop));
    NtpStatusReader status(sink);
    Line line;
    while (lines.next(line))
        status.line(line);
    if (const auto end = lines.end(); !end)
        return end.error();
    return status.finish(lines.count());
}

} // namespace

const Format& ntpStatusFormat()
{
    static constexpr Format format{"ntp-status", PlaceUnit::Line, sniffNtpStatus, readNtpStatus, fetchLine};
    return format;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "models/base/eventsink.h"
#include "models/evidence/format.h"
#include "models/formats/alarm.h"
#include "models/formats/ctitrace.h"
#include "models/formats/linetally.h"
#include "models/formats/sdirecord.h"
#include "models/formats/tftptrace.h"
#include "models/formats/tracesip.h"

namespace whittle
{

/// The service of CUCM that wrote a trace.
enum class TraceService : std::uint8_t { CallManager, Tftp, Cti };

/// What the records of a trace tell, in whatever lines they stand: those of an SDI trace and the AppInfo rows
/// of an SDL trace hold the same texts. A record may go on in rows behind it: its tags, or a SIP message.
class TraceRecords
{
public:
    TraceRecords(TraceService service, EventSink& sink)
        : m_service(service)
        , m_sink(sink)
    {
    }

    /// A record with its tags.
    void whole(const SdiRecord& record, SourceTime time, std::uint64_t line);
    /// A record with its tags in its text, or behind it.
    void tagged(std::string_view body, SourceTime time, std::uint64_t line);
    /// A row that belongs to the last record.
    void continuation(std::string_view row);
    /// The last record has no further rows.
    void close();
    /// The rows that follow are those of a SIP message.
    bool inMessage() const { return m_open == Open::ForSip; }
    void ignored() { ++m_notOfInterest; }
    /// A phone's message was seen: the trace level is high enough to show them.
    void sawDetail() { m_sawDetail = true; }

    /// Reports what was counted, and names the limits of what the trace could show.
    void finish(SourceFacts& facts);

private:
    enum class Open : std::uint8_t { No, ForTags, ForSip };

    bool mayMatter(std::string_view body) const;
    bool isSip(std::string_view body) const;
    void wait(Open state, const SdiRecord& record, SourceTime time, std::uint64_t line);
    void emit(const SdiRecord& record, SourceTime time, std::uint64_t line);
    bool describe(const SdiRecord& record, Event& event);
    bool describeCallManager(const SdiRecord& record, Event& event);
    void emitSip();
    SdiTags waitingTags() const;

    TraceService m_service;
    EventSink& m_sink;
    FieldWriter m_fields;
    AlarmWriter m_alarms;
    TftpTrace m_tftp;
    CtiTrace m_cti;
    TraceSip m_sip;
    LineTally m_sipNotUnderstood;
    LineTally m_sipCut;
    std::uint64_t m_records = 0;
    std::uint64_t m_notOfInterest = 0;
    std::uint64_t m_continuations = 0;
    bool m_sawDetail = false;

    Open m_open = Open::No;
    std::string m_body;
    std::string m_node;
    std::string m_address;
    std::string m_device;
    SourceTime m_time;
    std::uint64_t m_line = 0;
};

} // namespace whittle

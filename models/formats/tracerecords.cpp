// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/tracerecords.h"

#include "models/formats/sdinode.h"
#include "models/formats/sdistation.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// Phones send a keepalive every 30 s: a trace that shows nothing of them for this long cannot, or they are
/// not here.
constexpr Nanoseconds longEnough = std::chrono::minutes{2};

/// Without the bar it could be a row of an XML document in a SIP message.
bool isTagsRow(std::string_view row, bool needsBar)
{
    return endsInTags(row) && (row.starts_with("|<") || (!needsBar && row.starts_with('<')));
}

} // namespace

bool TraceRecords::mayMatter(std::string_view body) const
{
    return m_service != TraceService::CallManager || SdiStation::mayBe(body) || SipAnnouncement::mayBe(body)
        || mayBeNodeRecord(body);
}

bool TraceRecords::isSip(std::string_view body) const
{
    return m_service == TraceService::CallManager && SipAnnouncement::isLikely(body);
}

void TraceRecords::whole(const SdiRecord& record, SourceTime time, std::uint64_t line)
{
    close();
    ++m_records;
    if (!mayMatter(record.body))
        ++m_notOfInterest;
    else if (isSip(record.body))
        wait(Open::ForSip, record, time, line);
    else
        emit(record, time, line);
}

void TraceRecords::tagged(std::string_view body, SourceTime time, std::uint64_t line)
{
    if (m_open != Open::No)
        close();
    ++m_records;
    if (!mayMatter(body)) {
        ++m_notOfInterest;
        return;
    }
    const SdiRecord record = splitTags(body);
    if (isSip(record.body))
        wait(Open::ForSip, record, time, line);
    else if (endsInTags(body))
        emit(record, time, line);
    else
        wait(Open::ForTags, {body, {}}, time, line);
}

void TraceRecords::wait(Open state, const SdiRecord& record, SourceTime time, std::uint64_t line)
{
    m_open = state;
    m_body.assign(record.body);
    m_node.assign(record.tags.node);
    m_address.assign(record.tags.address);
    m_device.assign(record.tags.device);
    m_time = time;
    m_line = line;
    m_sip.clear();
}

SdiTags TraceRecords::waitingTags() const
{
    return {m_node, m_address, m_device, {}};
}

/// |<CLID::StandAloneCluster><NID::10.20.1.11><IP::10.20.20.23><LVL::Detailed><MASK::0020>
void TraceRecords::continuation(std::string_view row)
{
    ++m_continuations;
    if (m_open == Open::No)
        return;
    const std::string_view text = text::trimmed(row);
    if (!isTagsRow(text, m_open == Open::ForSip)) {
        if (m_open == Open::ForSip)
            m_sip.add(row);
        return;
    }
    const SdiTags tags = readTags(text.substr(text.find('<')));
    m_node.assign(tags.node);
    m_address.assign(tags.address);
    m_device.assign(tags.device);
    close();
}

void TraceRecords::close()
{
    if (m_open == Open::ForTags)
        emit({m_body, waitingTags()}, m_time, m_line);
    else if (m_open == Open::ForSip)
        emitSip();
    m_open = Open::No;
}

void TraceRecords::emitSip()
{
    const auto announcement = m_sip.isEmpty() ? std::nullopt : SipAnnouncement::read(m_body);
    if (!announcement) {
        ++m_notOfInterest; // the level shows that there was a message, and not which
        return;
    }
    Event event;
    event.time = m_time;
    event.place = {PlaceUnit::Line, m_line};
    m_sawDetail = true;
    if (!m_sip.describe(*announcement, waitingTags(), event, m_fields)) {
        m_sipNotUnderstood.add(m_line);
        return;
    }
    if (m_sip.isCut(*announcement))
        m_sipCut.add(m_line);
    m_sink.event(event);
}

bool TraceRecords::describeCallManager(const SdiRecord& record, Event& event)
{
    if (SdiStation::mayBe(record.body)) {
        m_sawDetail = true;
        if (describeStation(record, event, m_fields))
            return true;
    }
    if (SipAnnouncement::mayBe(record.body))
        return describeSipTransport(record, event, m_fields);
    return mayBeNodeRecord(record.body) && describeNode(record, m_alarms, event, m_fields);
}

bool TraceRecords::describe(const SdiRecord& record, Event& event)
{
    switch (m_service) {
    case TraceService::CallManager:
        return describeCallManager(record, event);
    case TraceService::Tftp:
        return m_tftp.describe(record, event, m_fields);
    case TraceService::Cti:
        return m_cti.describe(record, event, m_fields)
            || (mayBeAlarm(record.body) && describeNode(record, m_alarms, event, m_fields));
    }
    return false;
}

void TraceRecords::emit(const SdiRecord& record, SourceTime time, std::uint64_t line)
{
    Event event;
    event.time = time;
    event.place = {PlaceUnit::Line, line};
    if (describe(record, event))
        m_sink.event(event);
    else
        ++m_notOfInterest;
}

void TraceRecords::finish(SourceFacts& facts)
{
    close();
    m_sipNotUnderstood.report(m_sink, Severity::Info, "formats.sip-not-understood");
    m_sipCut.report(m_sink, Severity::Notice, "formats.sip-cut");
    if (m_notOfInterest > 0)
        reportNotOfInterest(m_sink, m_notOfInterest, m_continuations);
    const bool isLong = facts.first && facts.last && *facts.last - *facts.first >= longEnough;
    if (m_service == TraceService::CallManager && m_records > 0 && !m_sawDetail && isLong)
        facts.limits.push_back({"limit.trace-level", {}, {}, {std::to_string(m_records)}});
}

} // namespace whittle

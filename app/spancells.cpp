// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/spancells.h"

#include <algorithm>
#include <tuple>

#include "app/listformat.h"
#include "models/events/conversationfields.h"
#include "models/events/leasefields.h"
#include "models/events/ntpfields.h"
#include "models/events/registrationfields.h"

namespace whittle
{

struct SpanCells::Span {
    std::string device{};
    std::string peer{};
    CaseTime from{};
    std::optional<CaseTime> to{}; ///< empty while it is open
    std::string began{};
    std::string ended{};
    std::optional<EventRef> at{};
    std::string fields{};
};

std::vector<SpanCells::Span> SpanCells::registrations() const
{
    std::vector<Span> spans;
    for (const DeviceHistory& device : m_known.devices) {
        for (const Registration& one : device.registrations) {
            const bool open = one.ended == RegistrationEnd::Open;
            spans.push_back({device.name, toText(one.node), one.from,
                             open ? std::nullopt : std::optional(one.to), std::string(toText(one.began)),
                             std::string(toText(one.ended)), one.beganAt ? one.beganAt : one.endedAt,
                             fieldsOf(one)});
        }
    }
    return spans;
}

std::vector<SpanCells::Span> SpanCells::leases() const
{
    std::vector<Span> spans;
    for (const DeviceHistory& device : m_known.devices) {
        for (const Lease& one : device.leases) {
            const bool open = one.ended == LeaseEnd::Open;
            const std::string began =
                one.requests.empty() ? "unknown" : std::string(toText(one.requests.front().state));
            spans.push_back({device.name, toText(one.server), one.from,
                             open ? std::nullopt : std::optional(one.to), began,
                             std::string(toText(one.ended)), one.beganAt ? one.beganAt : one.endedAt,
                             fieldsOf(one)});
        }
    }
    return spans;
}

std::vector<SpanCells::Span> SpanCells::associations() const
{
    std::vector<Span> spans;
    for (const NtpAssociation& one : m_known.ntp)
        spans.push_back({toText(one.client), toText(one.server), one.from, one.to, {}, {}, {}, fieldsOf(one)});
    return spans;
}

std::vector<SpanCells::Span> SpanCells::dialogs() const
{
    std::vector<Span> spans;
    for (const Conversation& one : m_known.conversations) {
        const bool open = one.ended == ConversationEnd::Open;
        const ConversationLeg& last = one.legs.back();
        const std::string peer = one.callee.empty() ? toText(last.callee) : one.callee;
        const std::string began = one.kind == ConversationKind::Sip ? one.method : "SCCP";
        spans.push_back({one.device, peer, one.from, open ? std::nullopt : std::optional(one.to), began,
                         std::string(toText(one.ended)), one.legs.front().first, fieldsOf(one)});
    }
    return spans;
}

SpanCells::Row SpanCells::row(const std::string& kind, const Span& span) const
{
    const AnalysedSource* source = span.at ? m_known.source(span.at->source) : nullptr;
    return {kind,
            asUtf8(span.device),
            asUtf8(span.peer),
            toRfc3339(span.from.nsUtc),
            span.to ? toRfc3339(span.to->nsUtc) : std::string(),
            span.began,
            span.ended,
            source ? asUtf8(source->row.path) : std::string(),
            span.at ? toText(span.at->place) : std::string(),
            span.fields};
}

std::vector<SpanCells::Row> SpanCells::of(const std::string& kind) const
{
    std::vector<Span> spans = kind == "registration" ? registrations()
        : kind == "lease"                            ? leases()
        : kind == "ntp"                              ? associations()
                                                     : dialogs();
    std::ranges::stable_sort(spans, {}, [](const Span& span) { return std::tie(span.from, span.device); });
    std::vector<Row> rows;
    for (const Span& span : spans)
        rows.push_back(row(kind, span));
    return rows;
}

} // namespace whittle

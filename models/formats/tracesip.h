// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/base/event.h"
#include "models/base/fields.h"
#include "models/formats/sdirecord.h"

namespace whittle
{

/// The record that announces a SIP message, which stands in the rows behind it:
/// "SIPTcp - wait_SdlReadRsp: Incoming SIP TCP message from 10.65.40.61 on port 57378 index 12386 with 2203
/// bytes:", "SIPUdp - wait_UdpDataInd: Incoming SIP UDP message size 693 from 10.20.20.12:[5060]:", or,
/// later,
/// "//SIP/SIPUdp/wait_SdlDataInd: Incoming SIP UDP message size 253 from 10.106.97.143:[49193]:".
struct SipAnnouncement {
    bool incoming = true;
    Endpoint peer{};
    std::string_view connection{}; ///< "12386": number of the connection, of TCP and TLS
    std::optional<std::int64_t> bytes{}; ///< of the message on the wire

    /// Whether the record is of those who carry SIP. Cheap, as is the next.
    static bool mayBe(std::string_view body)
    {
        if (body.starts_with("//SIP/"))
            body.remove_prefix(6);
        return body.size() > 6 && body[0] == 'S' && body[1] == 'I' && body[2] == 'P'
            && (body[3] == 'T' || body[3] == 'U');
    }
    /// Whether it may announce a message.
    static bool isLikely(std::string_view body)
    {
        return mayBe(body) && body.find("ing SIP ") != std::string_view::npos;
    }
    static std::optional<SipAnnouncement> read(std::string_view body);
};

/// "SIPTcp - connection closed by peer 10.20.20.12 index 345": kind and fields of the event; false when the
/// record is another.
bool describeSipTransport(const SdiRecord& record, Event& event, FieldWriter& fields);

/// Collects the rows of one message.
class TraceSip
{
public:
    /// What is kept of one message.
    static constexpr std::size_t maxBytes = std::size_t{64} << 10;

    void clear();
    /// "[101339,NET]", a counter, is passed over.
    void add(std::string_view row);
    bool isEmpty() const { return m_text.empty(); }
    /// Some of the bytes that the announcement counts are not there.
    bool isCut(const SipAnnouncement& announcement) const;

    /// Fills kind, device, endpoints and fields; false when the rows are no SIP message. The event's texts
    /// are views into this object, `tags` and `fields`.
    bool describe(const SipAnnouncement& announcement, const SdiTags& tags, Event& event,
                  FieldWriter& fields);

private:
    std::string m_text;
    std::size_t m_rows = 0;
    std::string m_kind;
    std::string m_device;
};

} // namespace whittle

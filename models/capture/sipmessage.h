// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "models/base/fields.h"
#include "models/capture/headerblock.h"

namespace whittle
{

/// One SIP message as text (RFC 3261 §7), wherever it was found: in a datagram, a stream, a trace, a phone's
/// log. Lines may end in CR LF or LF; headers may be folded, in compact form and in any case; the message may
/// be cut anywhere. A view into the text.
class SipMessage
{
public:
    /// Empty when the first line is neither a request line nor a status line.
    static std::optional<SipMessage> parse(std::string_view text);
    /// The same where the first line is neither, but the message clearly is one of SIP: its first line is a
    /// request line but for the method, or names SIP, or its headers are Call-ID and CSeq. Empty when it is
    /// not.
    static std::optional<SipMessage> parseBroken(std::string_view text);

    bool isRequest() const { return m_status == 0; }
    /// The first line as sent; empty unless more of it is broken than the method.
    std::string_view brokenLine() const { return m_brokenLine; }
    std::string_view method() const { return m_method; } ///< as sent; empty in a response
    std::string_view uri() const { return m_uri; } ///< of a request
    int status() const { return m_status; } ///< 100..999; 0 in a request
    std::string_view reasonPhrase() const { return m_uri; } ///< of a response

    /// The value of the first header of that name (its long form; the compact one is found too), unfolded;
    /// empty when there is none. Valid as long as the text and this.
    std::optional<std::string_view> header(std::string_view name) const;
    std::string_view body() const { return m_headers.body(); }
    /// The end of the headers (an empty line) is there.
    bool hasAllHeaders() const { return m_headers.isComplete(); }

private:
    std::string_view m_brokenLine;
    std::string_view m_method;
    std::string_view m_uri; ///< or the reason phrase
    HeaderBlock m_headers;
    int m_status = 0;
};

/// Whether text begins as a SIP message must: "SIP/2.0 " and three digits, or a method with a capital, a URI
/// and "SIP/2.0" in the first line; of a longer line only its front is looked at. For finding SIP on any
/// port.
bool startsLikeSip(std::string_view text);

/// What an event of a SIP message is called, and who speaks, besides the fields that were written.
struct SipSummary {
    std::string kind; ///< "sip.register", "sip.response", "sip.other"; "capture.malformed" of a broken one
    std::string device; ///< "SEP0024142DDF24" where the message names it
};

/// Writes the fields of one message (README.md lists them) and says what its event is called.
SipSummary addSipFields(const SipMessage& message, FieldWriter& fields);

} // namespace whittle

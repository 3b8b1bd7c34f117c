// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/sipmessage.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "models/capture/textscan.h"

namespace whittle
{

namespace
{

constexpr std::string_view version = "SIP/2.0";
/// The longest method in use has 9 letters ("SUBSCRIBE"), that of RFC 4475 §3.1.1.2 has 43.
constexpr std::size_t maxMethodBytes = 64;
/// What startsLikeSip() looks at.
constexpr std::size_t maxStartBytes = 1'024;

struct CompactForm {
    char letter;
    std::string_view name;
};

/// RFC 3261 §7.3.3 and what later documents added, as IANA lists them (Session Initiation Protocol
/// Parameters, Header Fields).
constexpr std::array compactForms{
    CompactForm{'a', "Accept-Contact"},
    CompactForm{'b', "Referred-By"},
    CompactForm{'c', "Content-Type"},
    CompactForm{'d', "Request-Disposition"},
    CompactForm{'e', "Content-Encoding"},
    CompactForm{'f', "From"},
    CompactForm{'i', "Call-ID"},
    CompactForm{'j', "Reject-Contact"},
    CompactForm{'k', "Supported"},
    CompactForm{'l', "Content-Length"},
    CompactForm{'m', "Contact"},
    CompactForm{'n', "Identity-Info"},
    CompactForm{'o', "Event"},
    CompactForm{'r', "Refer-To"},
    CompactForm{'s', "Subject"},
    CompactForm{'t', "To"},
    CompactForm{'u', "Allow-Events"},
    CompactForm{'v', "Via"},
    CompactForm{'x', "Session-Expires"},
    CompactForm{'y', "Identity"},
};

std::string_view longName(std::string_view name)
{
    if (name.size() != 1)
        return name;
    const auto form = std::ranges::find(compactForms, lowerCase(name.front()), &CompactForm::letter);
    return form == compactForms.end() ? name : form->name;
}

/// RFC 3261 §25.1, `token`.
bool isTokenCharacter(char c)
{
    return isLetter(c) || isDigit(c)
        || (c != '\0' && std::string_view("-.!%*_+`'~").find(c) != std::string_view::npos);
}

/// "401" behind "SIP/2.0 "; 0 when it is no status. Classes beyond 6xx are none that is known, but well
/// formed (RFC 3261 §25.1, `extension-code`).
int statusIn(std::string_view line)
{
    if (!line.starts_with(version) || line.size() < version.size() + 4 || line[version.size()] != ' ')
        return 0;
    const std::string_view digits = line.substr(version.size() + 1, 3);
    const std::string_view rest = line.substr(version.size() + 4);
    if (!std::ranges::all_of(digits, isDigit) || (!rest.empty() && isDigit(rest.front())))
        return 0;
    int status = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), status);
    return status >= 100 ? status : 0;
}

/// The first line; none when it holds control characters, which no request or status line may. A CR alone
/// ends it, too.
std::string_view takeFirstLine(std::string_view& rest)
{
    std::string_view line = takeLine(rest);
    line = line.substr(0, line.find('\r'));
    const bool isText = std::ranges::none_of(line, [](unsigned char c) { return c < ' ' && c != '\t'; });
    return isText ? line : std::string_view{};
}

struct RequestLine {
    std::string_view method;
    std::string_view uri;
};

/// What stands where a method must; empty when nothing does, or too much.
std::string_view firstWord(std::string_view line)
{
    const std::string_view word = line.substr(0, line.find(' '));
    return word.size() <= maxMethodBytes && word.size() < line.size() ? word : std::string_view{};
}

std::string_view methodIn(std::string_view line)
{
    const std::string_view word = firstWord(line);
    return std::ranges::all_of(word, isTokenCharacter) ? word : std::string_view{};
}

/// A request line with that method at its front.
std::optional<RequestLine> requestIn(std::string_view line, std::string_view method)
{
    if (method.empty())
        return {};
    const std::string_view rest = trimmed(line.substr(method.size() + 1));
    const auto end = rest.find(' ');
    if (end == std::string_view::npos || trimmed(rest.substr(end)) != version)
        return {};
    const std::string_view uri = rest.substr(0, end);
    if (uri.find(':') == std::string_view::npos)
        return {};
    return RequestLine{method, uri};
}

bool isRequestFront(std::string_view text)
{
    const std::string_view method = methodIn(text);
    if (method.empty() || !std::ranges::all_of(method, isUpperCase))
        return false;
    const std::string_view uri = text.substr(method.size() + 1);
    return uri.starts_with("sip:") || uri.starts_with("sips:") || uri.starts_with("tel:");
}

/// RFC 3261 §7.5: empty lines before the first one are to be ignored.
std::string_view withoutLineEndsAtFront(std::string_view text)
{
    return text.substr(std::min(text.find_first_not_of("\r\n"), text.size()));
}

} // namespace

std::optional<SipMessage> SipMessage::parse(std::string_view text)
{
    std::string_view rest = withoutLineEndsAtFront(text);
    const std::string_view first = takeFirstLine(rest);
    SipMessage message;
    message.m_status = statusIn(first);
    if (message.m_status != 0) {
        message.m_uri = trimmed(first.substr(version.size() + 4));
    } else if (const auto request = requestIn(first, methodIn(first))) {
        message.m_method = request->method;
        message.m_uri = request->uri;
    } else {
        return {};
    }
    message.m_headers = HeaderBlock(rest, longName);
    return message;
}

std::optional<SipMessage> SipMessage::parseBroken(std::string_view text)
{
    std::string_view rest = withoutLineEndsAtFront(text);
    const std::string_view first = takeFirstLine(rest);
    SipMessage message;
    message.m_headers = HeaderBlock(rest, longName);
    if (const auto request = requestIn(first, firstWord(first))) { // but for its method
        message.m_method = request->method;
        message.m_uri = request->uri;
        return message;
    }
    const bool isStatus = equalIgnoringCase(first.substr(0, 4), "SIP/");
    const std::string_view method = isStatus ? std::string_view{} : methodIn(first);
    // A header may name SIP, too ("Via: SIP/2.0/UDP"); it does not begin with a method.
    const bool namesSip =
        isStatus || (!method.empty() && findIgnoringCase(first, " SIP/") != std::string_view::npos);
    if (first.empty() || (!namesSip && !(message.header("Call-ID") && message.header("CSeq"))))
        return {};
    message.m_brokenLine = first;
    message.m_method = method;
    return message;
}

std::optional<std::string_view> SipMessage::header(std::string_view name) const
{
    return m_headers.find(longName(name));
}

bool startsLikeSip(std::string_view text)
{
    if (text.empty() || !isLetter(text.front()))
        return false;
    text = text.substr(0, maxStartBytes);
    const auto end = text.find('\n');
    if (end == std::string_view::npos)
        return statusIn(text) != 0 || isRequestFront(text);
    std::string_view rest = text;
    const std::string_view line = takeFirstLine(rest);
    // What is a body's end before a message ("xxxBYE sip:") is no method.
    return statusIn(line) != 0 || (isUpperCase(text.front()) && requestIn(line, methodIn(line)).has_value());
}

} // namespace whittle

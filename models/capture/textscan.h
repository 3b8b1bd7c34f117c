// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "models/base/ascii.h"
#include "models/base/bytes.h"

namespace whittle
{

/// What the protocols that are written in lines of ASCII text (SIP, HTTP) have in common.

/// Without blanks and line ends at both ends.
std::string_view trimmed(std::string_view text);
/// Takes one line off the front; it is given without its CR LF or LF. The last line may have no end.
std::string_view takeLine(std::string_view& rest);
/// The text between the first `open` and the next `close` behind it; empty when one of them is missing.
std::string_view between(std::string_view text, std::string_view open, std::string_view close);
/// A decimal number and nothing else, at most `max`.
std::optional<std::uint64_t> decimal(std::string_view text, std::uint64_t max);
/// Only bytes from 0x20 to 0x7E, and at least one.
bool isPrintable(std::string_view text);
/// A name that may be text (NULs at its end are dropped) or anything: then its bytes as hexadecimal digits.
std::string textOrHex(Bytes value);
/// Up to the NULs at its end.
std::string_view withoutNulEnd(Bytes value);

/// The lines up to an empty one, and what follows it.
struct HeaderBlock {
    std::string_view headers;
    std::string_view body;
    bool isComplete = false; ///< the empty line is there
};
HeaderBlock splitHeaders(std::string_view text);

/// The value, unfolded (RFC 3261 §7.3.1), of the first header whose name `matches`.
std::optional<std::string> findHeader(std::string_view headers,
                                      const std::function<bool(std::string_view name)>& matches);
std::optional<std::string> findHeader(std::string_view headers, std::string_view name);

/// The value of a parameter `;name=value` in a header's value, without its quotes; empty text for one without
/// a value, nothing when it is absent. What stands in quotes or in <> holds no parameters.
std::optional<std::string_view> parameterOf(std::string_view value, std::string_view name);

} // namespace whittle

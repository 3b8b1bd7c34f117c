// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
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

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace whittle
{

/// The front of a record of OCS 2007, Lync and Skype for Business:
///
///     TL_INFO(TF_PROTOCOL) [0]06E4.0EB4::01/18/2012-05:00:43.101.00005386 (SIPStack,…)$$begin_record
struct OcsHead {
    std::string_view level{}; ///< "INFO", "WARN", …; empty: no front of a record
    std::string_view flag{}; ///< "PROTOCOL", "DIAG", …
    std::string_view clock{};
    std::optional<std::int64_t> ns{}; ///< since 1970-01-01; empty: such a time cannot be
    std::string_view component{}; ///< "SIPStack"
    std::string_view text{}; ///< what follows the closing bracket
    bool begins = false; ///< "$$begin_record": rows follow up to "$$end_record"

    static OcsHead read(std::string_view line);
};

/// A row of a record, `Name: value`.
struct OcsRow {
    std::string_view name{}; ///< empty: none
    std::string_view value{};

    static OcsRow read(std::string_view line);
    bool is(std::string_view name) const; ///< in either case
};

/// "0xc3e93c5e SIPPROXY_E_ROUTING", "Result 0xC3E93C5E(SIPPROXY_E_ROUTING)": the number and the name; empty
/// where they are missing.
struct OcsResult {
    std::string_view code{};
    std::string_view name{};

    static OcsResult read(std::string_view text);
};

} // namespace whittle

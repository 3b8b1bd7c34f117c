// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace whittle
{

/// One row of ntpd's table of peers. Views into the line.
///
///      remote           refid      st t when poll reach   delay   offset  jitter
///     *10.4.1.31       172.20.47.190    2 u  106  128  377    0.471  160.769 100.476
struct NtpPeer {
    char tally = ' '; ///< the mark in front; a blank where there is none
    std::string_view remote; ///< empty where a copy has lost it
    std::string_view refid;
    std::int64_t stratum = 0; ///< of the remote, 0..16
    char type = 'u';
    std::optional<std::int64_t> whenSeconds; ///< empty for "-": nothing was ever received
    std::int64_t pollSeconds = 0;
    std::string_view reach; ///< octal
    std::string_view delay; ///< milliseconds, as printed; so are the next two
    std::string_view offset;
    std::string_view jitter;

    /// Empty when the line is no row. `columns`: the table is still set in columns, so that what stands in
    /// the first one is the mark and not the first letter of a name.
    static std::optional<NtpPeer> read(std::string_view line, bool columns);
};

/// The mark in words: "system-peer", "candidate", "rejected" (none), …
std::string_view ntpTallyName(char tally);

} // namespace whittle

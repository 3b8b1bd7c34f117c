// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace whittle
{

/// What one line of `utils ntp status` says, apart from the rows of the table. Views into the line. One line
/// may say several things ("admin:utils ntp status ntpd (pid 28435) is running...").
struct NtpStatusLine {
    bool prompt = false; ///< of the node, with a command or none
    bool command = false; ///< the command itself: a new output begins
    bool serverList = false; ///< the command is `utils ntp server list`: servers follow, one a line
    std::string_view node; ///< which the prompt names
    bool header = false; ///< the heading of the table
    bool rule = false; ///< "======"
    std::optional<bool> running; ///< ntpd
    std::optional<std::int64_t> pid;
    std::optional<bool> synchronised;
    std::string_view reference; ///< what it is synchronised to: "NTP server", "local net"
    std::string_view server; ///< its address, where it is printed
    std::optional<std::int64_t> stratum; ///< of this node
    std::optional<std::int64_t> withinMs;
    std::optional<std::int64_t> pollSeconds;
    bool restarting = false;
    std::string_view zone; ///< of `time`: "UTC", "America/Chicago"
    std::optional<std::int64_t> time; ///< seconds since 1970-01-01 00:00 on the clock of `zone`
    bool badTime = false; ///< a time is meant, and cannot be one

    static NtpStatusLine read(std::string_view line);
    /// Says anything of the above.
    bool isAnything() const;
    /// Belongs to the state of the node.
    bool isState() const;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/evidence/format.h"

namespace whittle
{

/// What stands around the packets: the options of `utils network capture`, and what tcpdump says of itself.
///
///     Executing command with options:
///      size=128                count=1000              interface=eth0
///      src=                    dest=                   port=123
///      ip=
///     reading from file a.pcap, link-type EN10MB (Ethernet), snapshot length 262144
///     12 packets captured
class CaptureCommand
{
public:
    /// False when the line says none of these.
    bool read(std::string_view line);
    /// The command's options were seen, which no other text has.
    bool isKnown() const { return m_isKnown; }

    void describe(SourceFacts& facts) const;

private:
    void readOption(std::string_view word);
    void addFilter(std::string_view primitive, std::string_view value);
    bool readSummary(std::string_view line);

    bool m_isKnown = false;
    std::string m_filter; ///< in pcap's words
    std::optional<std::int64_t> m_snapLength;
    std::int64_t m_drops = 0;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "models/base/bytes.h"

namespace whittle
{

/// The options of one DHCP message, collected from all the places where they may stand: behind the cookie,
/// then, as option 52 (overload) says, in `file` and in `sname`. An option that is split (RFC 3396) is
/// joined. Views into the message, which must outlive it.
class DhcpOptions
{
public:
    /// `message`: the UDP payload, fixed part and cookie included.
    explicit DhcpOptions(Bytes message);
    DhcpOptions(const DhcpOptions&) = delete;
    DhcpOptions& operator=(const DhcpOptions&) = delete;

    bool has(std::uint8_t code) const { return m_present[code]; }
    /// Empty when it is absent or has no content.
    Bytes value(std::uint8_t code) const { return m_values[code]; }
    /// Options stand in `file` (or `sname`), so it holds no name.
    bool fileHoldsOptions() const { return m_overload & 1; }
    bool nameHoldsOptions() const { return m_overload & 2; }

private:
    void collect(Bytes area);
    void take(std::uint8_t code, Bytes value);

    std::array<Bytes, 256> m_values{};
    std::array<bool, 256> m_present{};
    std::map<std::uint8_t, std::vector<std::byte>> m_joined; ///< owns the values that stood in pieces
    std::uint8_t m_overload = 0;
};

} // namespace whittle

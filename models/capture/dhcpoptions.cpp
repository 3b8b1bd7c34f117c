// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/dhcpoptions.h"

namespace whittle
{

namespace
{

constexpr std::uint8_t pad = 0;
constexpr std::uint8_t overload = 52;
constexpr std::uint8_t end = 255;

constexpr std::size_t nameAt = 44;
constexpr std::size_t nameBytes = 64;
constexpr std::size_t fileAt = 108;
constexpr std::size_t fileBytes = 128;
constexpr std::size_t optionsAt = 240;

} // namespace

/// RFC 2131 §4.1: the option field first, then `file`, then `sname`.
DhcpOptions::DhcpOptions(Bytes message)
{
    collect(slice(message, optionsAt));
    m_overload = readBigEndian<std::uint8_t>(value(overload));
    if (fileHoldsOptions())
        collect(slice(message, fileAt, fileBytes));
    if (nameHoldsOptions())
        collect(slice(message, nameAt, nameBytes));
}

/// Code, length, value; codes 0 and 255 stand alone (RFC 2132 §2). A value that is cut is kept as far as it
/// goes.
void DhcpOptions::collect(Bytes area)
{
    while (!area.empty()) {
        const auto code = readBigEndian<std::uint8_t>(area);
        if (code == end)
            return;
        if (code == pad) {
            area = slice(area, 1);
            continue;
        }
        const std::size_t length = readBigEndian<std::uint8_t>(area, 1);
        if (area.size() >= 2)
            take(code, slice(area, 2, length));
        area = slice(area, 2 + length);
    }
}

void DhcpOptions::take(std::uint8_t code, Bytes value)
{
    if (!m_present[code]) {
        m_present[code] = true;
        m_values[code] = value;
        return;
    }
    std::vector<std::byte>& joined = m_joined[code];
    if (joined.empty())
        joined.assign(m_values[code].begin(), m_values[code].end());
    joined.insert(joined.end(), value.begin(), value.end());
    m_values[code] = joined;
}

} // namespace whittle

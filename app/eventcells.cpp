// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/eventcells.h"

#include <charconv>

#include "app/listformat.h"
#include "models/base/floordivided.h"

namespace whittle
{

namespace
{

void appendNumber(std::string& text, unsigned number)
{
    std::array<char, 12> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

/// As toText() writes it.
void writeEndpoint(std::string& cell, const Endpoint& endpoint)
{
    if (endpoint.address.family != IpAddress::Family::V4) {
        cell = toText(endpoint);
        return;
    }
    cell.clear();
    for (std::size_t i = 0; i < 4; ++i) {
        if (i > 0)
            cell += '.';
        appendNumber(cell, endpoint.address.bytes[i]);
    }
    if (endpoint.port == 0)
        return;
    cell += ':';
    appendNumber(cell, endpoint.port);
}

} // namespace

/// Within one second only the fraction changes.
void EventCells::writeTime(std::int64_t ns)
{
    const std::int64_t second = floorDivided(ns, nsPerSecond);
    std::int64_t fraction = ns - second * nsPerSecond;
    std::string& cell = m_cells[0];
    if (cell.empty() || second != m_second) {
        m_second = second;
        cell = toRfc3339(ns);
        return;
    }
    std::size_t at = cell.size() - 1; // the Z
    for (int digit = 0; digit < 9; ++digit, fraction /= 10)
        cell[--at] = static_cast<char>('0' + fraction % 10);
}

std::span<const std::string> EventCells::of(const ListedEvent& listed)
{
    const EventRow& event = listed.event;
    if (listed.time)
        writeTime(listed.time->nsUtc);
    else
        m_cells[0].clear();
    m_cells[1] = event.kind;
    if (listed.source != m_source || m_cells[2].empty()) {
        m_source = listed.source;
        m_cells[2] = asUtf8(listed.source);
    }
    m_cells[3] = toText(event.ref.place);
    m_cells[4] = listed.device;
    writeEndpoint(m_cells[5], event.source);
    writeEndpoint(m_cells[6], event.destination);
    m_cells[7] = event.fields;
    return m_cells;
}

} // namespace whittle

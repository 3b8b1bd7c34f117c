// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sdirows.h"

#include <algorithm>

#include "models/formats/sdirecord.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// Bytes that no trace writes: the file is damaged there.
bool isBinary(std::string_view row)
{
    return std::ranges::any_of(row, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\t' && byte != '\r';
    });
}

/// What remains of a record whose front is lost: "0:21.421 CCM|Locations:Orig=0".
bool hasCutHead(std::string_view row)
{
    const auto bar = row.find('|');
    if (bar == row.npos || bar < 4)
        return false;
    const std::string_view front = row.substr(0, bar);
    const auto blank = front.rfind(' ');
    const std::string_view clock = front.substr(0, blank);
    const auto point = clock.rfind('.');
    return blank != front.npos && point != clock.npos && clock.size() - point == 4
        && std::ranges::all_of(clock.substr(point + 1), text::isDigit);
}

/// |CallingPartyNumber=5001
/// IsdnMsgData2= 08 02 00 02 05 04 03 80 90 A2
/// RQNT 1173 AALN/S0/SU0@172.16.70.2 MGCP 0.1
/// value H323-UserInformation ::=
/// In rows of several words some sign tells them from prose.
bool hasShape(std::string_view row)
{
    const char first = row.front();
    const bool isLetter = text::lower(first) >= 'a' && text::lower(first) <= 'z';
    return !isLetter || row.find_first_of("=:@<>{}()/") != row.npos || row.find(' ') == row.npos;
}

} // namespace

void SdiRows::begin(std::string_view body)
{
    countWaiting();
    m_any = true;
    m_ended = endsInTags(text::trimmed(body));
    m_goesOn = false;
}

void SdiRows::countWaiting()
{
    m_unknown.add(m_waiting);
    m_waiting = {};
}

bool SdiRows::take(const Line& row, bool inMessage)
{
    const std::string_view bare = text::trimmed(row.text);
    const bool isTags = bare.starts_with('|') || bare.starts_with('<');
    if (bare.empty() || inMessage) {
        m_ended = m_ended || (inMessage && bare.starts_with("|<"));
        return true;
    }
    if (hasCutHead(bare) || isBinary(bare)
        || (m_ended && !(m_any && (isTags || text::isBlank(row.text[0]))))) {
        countWaiting();
        m_unknown.add(row.number);
        return false;
    }
    m_ended = m_ended || (isTags && endsInTags(bare));
    m_goesOn = m_goesOn || text::isBlank(row.text[0]) || hasShape(bare);
    if (m_ended || m_goesOn)
        m_waiting = {};
    else
        m_waiting.add(row.number);
    return true;
}

} // namespace whittle

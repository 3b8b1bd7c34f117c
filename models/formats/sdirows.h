// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/formats/lines.h"
#include "models/formats/linetally.h"

namespace whittle
{

/// Which rows of an SDI trace, that begin no record, are the record before going on. Told by their shape, or
/// because its tags, which stand last, or rows with a shape follow them: what stands in no record is damage,
/// and is counted.
class SdiRows
{
public:
    explicit SdiRows(LineTally& unknown)
        : m_unknown(unknown)
    {
    }

    /// A record begins; `body`: all behind its head.
    void begin(std::string_view body);
    /// A row, which is counted where it belongs to no record. `inMessage`: a SIP message is being collected,
    /// which may hold any row. False when it cannot be one of the record's.
    bool take(const Line& row, bool inMessage);
    /// No more rows.
    void end() { countWaiting(); }

private:
    void countWaiting();

    LineTally& m_unknown;
    LineTally m_waiting; ///< rows of no shape, until their record shows that it goes on
    bool m_any = false; ///< there was a record
    bool m_ended = true; ///< it has its tags
    bool m_goesOn = false; ///< one of its rows has shown that it is of several
};

} // namespace whittle

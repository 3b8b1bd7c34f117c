// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/base/eventsink.h"
#include "models/base/fields.h"
#include "models/formats/ocshead.h"

namespace whittle
{

/// One record as it comes, row by row.
class OcsRecord
{
public:
    void begin(const OcsHead& head, SourceTime time, std::uint64_t line);
    void row(std::string_view line);
    void emit(FieldWriter& fields, EventSink& sink);

    bool isOpen() const { return m_isOpen; }
    bool expectsEnd() const { return m_expectsEnd; }
    std::uint64_t line() const { return m_line; }
    /// Whether emit() found a message or a diagnosis in it.
    bool wasTold() const { return m_wasTold; }
    bool isTooLong() const { return m_isTooLong; }

private:
    void diagnosticRow(const OcsRow& row);
    bool emitMessage(FieldWriter& fields, EventSink& sink) const;
    bool emitDiagnosis(FieldWriter& fields, EventSink& sink) const;
    void append(std::string& to, std::string_view line);

    bool m_isOpen = false;
    bool m_expectsEnd = false;
    bool m_inBody = false;
    std::optional<bool> m_isIncoming; ///< empty where no row says so
    bool m_isDiagnosis = false;
    bool m_wasTold = false;
    bool m_isTooLong = false;
    SourceTime m_time;
    std::uint64_t m_line = 0;
    std::string m_level;
    std::string m_flag;
    std::string m_peer;
    std::string m_startLine;
    std::string m_headers;
    std::string m_body;
    std::string m_text; ///< of a diagnosis
    std::string m_result;
    FieldWriter m_details;
};

} // namespace whittle

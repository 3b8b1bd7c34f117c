// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "models/base/fields.h"

namespace whittle
{

/// The rows of `utils diagnose test`, which may go on over several lines, or share one. Takes its lines one
/// by one; what Kept::keep() is given is one row each.
class DiagnoseRows
{
public:
    class Kept
    {
    public:
        virtual ~Kept() = default;
        /// `fields`: name, result, text; valid during the call.
        virtual void keep(std::uint64_t line, std::string_view fields) = 0;
    };

    /// Without `kept`, only to know the lines.
    explicit DiagnoseRows(Kept* kept = nullptr)
        : m_kept(kept)
    {
    }

    /// What a line is to this output.
    enum class Line {
        Row, ///< at least one row begins
        More, ///< the reason of the row before goes on
        Frame, ///< what the command says around its rows
        Foreign,
    };

    Line take(std::string_view bare, std::uint64_t number);
    /// No more lines belong to the row at hand.
    void close();

private:
    struct Row;

    void begin(const Row& row, std::uint64_t line);

    Kept* m_kept;
    FieldWriter m_fields;
    std::string m_name; ///< of the row at hand; empty when there is none
    std::string m_result;
    std::string m_text;
    std::uint64_t m_line = 0;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>

namespace whittle
{

/// How a list is written on stdout, one line for each entry: cells under the names of its columns. The last
/// column is `fields` (FieldWriter).
class ListFormat
{
public:
    virtual ~ListFormat() = default;
    virtual void begin() { }
    /// `cells`: one for each column. False when it is no use to go on.
    virtual bool write(std::span<const std::string> cells) = 0;
    /// No more entries come: what was held back is written.
    virtual void end() { }
};

/// "tsv", "csv" (RFC 4180) or "jsonl"; null for any other name. `columns`: as long as the format lives.
std::unique_ptr<ListFormat> listFormat(const std::string& name, std::span<const char* const> columns);

/// The name of a file may be any bytes; what is written is UTF-8, and the same as in the JSON of `analyze`.
std::string asUtf8(const std::string& bytes);

} // namespace whittle

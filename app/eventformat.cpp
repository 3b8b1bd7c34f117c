// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/eventformat.h"

#include <array>
#include <cstdio>
#include <string_view>

#include "app/console.h"
#include "models/base/fields.h"

namespace whittle
{

namespace
{

constexpr std::array<const char*, 8> columns{"time",   "kind", "source", "at",
                                             "device", "src",  "dst",    "fields"};

using Cells = std::array<std::string, 8>;

/// The name of a file may be any bytes; what is written is UTF-8, and the same as in the JSON of `analyze`.
std::string asUtf8(const std::string& bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())).toStdString();
}

Cells cellsOf(const ListedEvent& listed)
{
    const EventRow& event = listed.event;
    return {toRfc3339(listed.time.nsUtc), event.kind,    asUtf8(listed.source),
            toText(event.ref.place),      listed.device, toText(event.source),
            toText(event.destination),    event.fields};
}

/// Tab-separated: the cells hold neither tabs nor line ends (fields are encoded; names are cleaned here).
class TsvFormat : public EventFormat
{
public:
    void begin() override
    {
        std::string line;
        for (const char* column : columns)
            line += (line.empty() ? "" : "\t") + std::string(column);
        print(line + "\n");
    }
    bool write(const ListedEvent& listed) override
    {
        std::string line;
        for (const std::string& cell : cellsOf(listed)) {
            const std::size_t start = line.size();
            line += cell;
            for (std::size_t i = start; i < line.size(); ++i) {
                if (line[i] == '\t' || line[i] == '\n' || line[i] == '\r')
                    line[i] = ' ';
            }
            line += '\t';
        }
        line.back() = '\n';
        return print(line);
    }
};

class CsvFormat : public EventFormat
{
public:
    void begin() override
    {
        std::string line;
        for (const char* column : columns)
            line += (line.empty() ? "" : ",") + std::string(column);
        print(line + "\r\n");
    }
    bool write(const ListedEvent& listed) override
    {
        std::string line;
        for (const std::string& cell : cellsOf(listed))
            line += quoted(cell) + ",";
        line.pop_back();
        return print(line + "\r\n");
    }

private:
    /// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
    static std::string quoted(const std::string& cell)
    {
        const bool formula =
            !cell.empty() && std::string_view("=+-@").find(cell.front()) != std::string_view::npos;
        const std::string text = (formula ? "'" : "") + cell;
        if (text.find_first_of(",\"\r\n") == std::string::npos)
            return text;
        std::string out = "\"";
        for (const char c : text)
            out += c == '"' ? std::string("\"\"") : std::string(1, c);
        return out + "\"";
    }
};

/// One JSON object a line, the fields as an object of their own.
class JsonLinesFormat : public EventFormat
{
public:
    bool write(const ListedEvent& listed) override
    {
        const Cells cells = cellsOf(listed);
        std::string line = "{";
        for (std::size_t i = 0; i + 1 < columns.size(); ++i)
            line += string(columns[i]) + ":" + string(cells[i]) + ",";
        line += "\"fields\":{";
        std::string_view rest = listed.event.fields;
        std::string_view key;
        std::string_view value;
        bool first = true;
        while (FieldView::next(rest, key, value)) {
            // Encoded values are ASCII where the original was not UTF-8, so that the line is always valid
            // JSON.
            line += (first ? "" : ",") + string(key) + ":" + string(value);
            first = false;
        }
        return print(line + "}}\n");
    }

private:
    static std::string string(std::string_view text)
    {
        std::string out = "\"";
        for (const char c : text) {
            if (c == '"' || c == '\\')
                out += '\\';
            if (static_cast<unsigned char>(c) >= 0x20) {
                out += c;
                continue;
            }
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", c);
            out += escape;
        }
        return out + "\"";
    }
};

} // namespace

std::unique_ptr<EventFormat> eventFormat(const std::string& name)
{
    if (name == "tsv")
        return std::make_unique<TsvFormat>();
    if (name == "csv")
        return std::make_unique<CsvFormat>();
    if (name == "jsonl")
        return std::make_unique<JsonLinesFormat>();
    return nullptr;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/eventformat.h"

#include <array>
#include <charconv>
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

/// The cells of one event after the other, in memory that they share: millions are listed.
class CellWriter
{
public:
    const Cells& cells(const ListedEvent& listed)
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

private:
    /// Within one second only the fraction changes.
    void writeTime(std::int64_t ns)
    {
        std::int64_t fraction = ns % nsPerSecond;
        if (fraction < 0)
            fraction += nsPerSecond;
        const std::int64_t second = ns / nsPerSecond - (ns % nsPerSecond < 0 ? 1 : 0);
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

    static void appendNumber(std::string& text, unsigned number)
    {
        std::array<char, 12> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        text.append(digits.data(), end);
    }

    /// As toText() writes it.
    static void writeEndpoint(std::string& cell, const Endpoint& endpoint)
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

    Cells m_cells;
    std::string m_source;
    std::int64_t m_second = 0;
};

/// Lines on their way to stdout.
class LineFormat : public EventFormat
{
public:
    bool write(const ListedEvent& listed) final
    {
        add(m_text, m_cells.cells(listed), listed);
        return m_text.size() < enough || flush();
    }
    void end() final { flush(); }

protected:
    virtual void add(std::string& text, const Cells& cells, const ListedEvent& listed) = 0;
    std::string m_text;

private:
    static constexpr std::size_t enough = std::size_t{64} << 10;

    bool flush()
    {
        const bool printed = print(m_text);
        m_text.clear();
        return printed;
    }

    CellWriter m_cells;
};

void writeHead(std::string& text, std::string_view separator, std::string_view lineEnd)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        text += i > 0 ? separator : "";
        text += columns[i];
    }
    text += lineEnd;
}

/// Tab-separated: the cells hold neither tabs nor line ends (fields are encoded; names are cleaned here).
class TsvFormat : public LineFormat
{
public:
    void begin() override { writeHead(m_text, "\t", "\n"); }

protected:
    void add(std::string& text, const Cells& cells, const ListedEvent&) override
    {
        for (const std::string& cell : cells) {
            const std::size_t start = text.size();
            text += cell;
            for (const char separator : {'\t', '\n', '\r'})
                clean(text, start, separator);
            text += '\t';
        }
        text.back() = '\n';
    }

private:
    static void clean(std::string& text, std::size_t start, char separator)
    {
        for (auto at = text.find(separator, start); at != std::string::npos; at = text.find(separator, at))
            text[at] = ' ';
    }
};

class CsvFormat : public LineFormat
{
public:
    void begin() override { writeHead(m_text, ",", "\r\n"); }

protected:
    void add(std::string& text, const Cells& cells, const ListedEvent&) override
    {
        for (const std::string& cell : cells)
            text += quoted(cell) + ",";
        text.pop_back();
        text += "\r\n";
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
class JsonLinesFormat : public LineFormat
{
protected:
    void add(std::string& text, const Cells& cells, const ListedEvent& listed) override
    {
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
        text += line + "}}\n";
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

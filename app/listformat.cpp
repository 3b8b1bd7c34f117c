// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/listformat.h"

#include <cstdio>
#include <string_view>

#include "app/console.h"
#include "models/base/fields.h"

namespace whittle
{

namespace
{

/// Lines on their way to stdout.
class LineFormat : public ListFormat
{
public:
    explicit LineFormat(std::span<const char* const> columns)
        : m_columns(columns)
    {
    }
    bool write(std::span<const std::string> cells) final
    {
        add(m_text, cells);
        return m_text.size() < enough || flush();
    }
    void end() final { flush(); }

protected:
    virtual void add(std::string& text, std::span<const std::string> cells) = 0;
    void writeHead(std::string_view separator, std::string_view lineEnd)
    {
        for (const char* column : m_columns) {
            m_text += column == m_columns.front() ? "" : separator;
            m_text += column;
        }
        m_text += lineEnd;
    }

    std::span<const char* const> m_columns;
    std::string m_text;

private:
    static constexpr std::size_t enough = std::size_t{64} << 10;

    bool flush()
    {
        const bool printed = print(m_text);
        m_text.clear();
        return printed;
    }
};

/// Tab-separated: the cells hold neither tabs nor line ends (fields are encoded; names are cleaned here).
class TsvFormat : public LineFormat
{
public:
    using LineFormat::LineFormat;
    void begin() override { writeHead("\t", "\n"); }

protected:
    void add(std::string& text, std::span<const std::string> cells) override
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
    using LineFormat::LineFormat;
    void begin() override { writeHead(",", "\r\n"); }

protected:
    void add(std::string& text, std::span<const std::string> cells) override
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
public:
    using LineFormat::LineFormat;

protected:
    void add(std::string& text, std::span<const std::string> cells) override
    {
        std::string line = "{";
        for (std::size_t i = 0; i + 1 < m_columns.size(); ++i)
            line += string(m_columns[i]) + ":" + string(cells[i]) + ",";
        line += "\"fields\":{";
        std::string_view rest = cells.back();
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

std::string asUtf8(const std::string& bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())).toStdString();
}

std::unique_ptr<ListFormat> listFormat(const std::string& name, std::span<const char* const> columns)
{
    if (name == "tsv")
        return std::make_unique<TsvFormat>(columns);
    if (name == "csv")
        return std::make_unique<CsvFormat>(columns);
    if (name == "jsonl")
        return std::make_unique<JsonLinesFormat>(columns);
    return nullptr;
}

} // namespace whittle

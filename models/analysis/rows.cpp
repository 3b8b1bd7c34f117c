// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rows.h"

#include <algorithm>
#include <charconv>

#include "models/base/fields.h"

namespace whittle
{

namespace
{

constexpr std::string_view item = "item"; ///< the key of each entry of a list

template <typename List, typename Text>
std::string listText(const List& list, Text text)
{
    FieldWriter fields;
    for (const auto& one : list)
        fields.add(item, text(one));
    return std::string(fields.text());
}

template <typename Each>
void forEachField(std::string_view rest, Each each)
{
    std::string_view key;
    std::string_view value;
    while (FieldView::next(rest, key, value))
        each(key, decodeField(value));
}

} // namespace

void RowWriter::putNull(int columns)
{
    for (; columns > 0; --columns)
        m_statement.bindNull(++m_column);
}

void RowWriter::put(const EventRef& ref)
{
    put(ref.source);
    put(ref.place.number);
    put(ref.ordinal);
}

void RowWriter::put(const std::optional<EventRef>& ref)
{
    if (ref)
        put(*ref);
    else
        putNull(3);
}

void RowWriter::put(const std::optional<SourceClock::Correction>& correction)
{
    if (!correction)
        return putNull(7);
    put(correction->offsetNs);
    put(correction->lowNs);
    put(correction->highNs);
    put(correction->driftPpm);
    put(correction->middle);
    put(correction->pairs);
    put(correction->basis);
}

void RowWriter::put(const Endpoint& end)
{
    put(end.address);
    put(end.port);
}

void RowWriter::put(const std::string& text)
{
    m_statement.bind(++m_column, std::string_view(m_texts.emplace_back(text)));
}

void RowWriter::put(const std::vector<std::string>& texts)
{
    put(listText(texts, [](const std::string& text) { return text; }));
}

void RowWriter::put(const std::vector<IpAddress>& addresses)
{
    put(listText(addresses, [](const IpAddress& address) { return toText(address); }));
}

void RowWriter::put(const std::vector<SourceId>& sources)
{
    put(listText(sources, [](SourceId source) { return std::to_string(raw(source)); }));
}

void RowWriter::put(const std::vector<CaseSpan>& spans)
{
    FieldWriter fields;
    for (const CaseSpan& span : spans) {
        fields.addNumber("from", span.from.nsUtc);
        fields.addNumber("to", span.to.nsUtc);
    }
    put(std::string(fields.text()));
}

void RowWriter::put(const std::map<std::string, std::string>& parameters)
{
    FieldWriter fields;
    for (const auto& [name, value] : parameters)
        fields.add(name, value);
    put(std::string(fields.text()));
}

RowReader::RowReader(Result<Statement> statement, const std::map<SourceId, PlaceUnit>& units)
    : m_units(units)
    , m_sound(statement.hasValue())
{
    if (statement)
        m_statement = std::move(*statement);
}

bool RowReader::step()
{
    const auto row = m_sound ? m_statement.step() : Result<bool>(false);
    require(row.hasValue());
    return row && *row;
}

void RowReader::take(EventRef& ref)
{
    take(ref.source);
    take(ref.place.number);
    take(ref.ordinal);
    const auto unit = m_units.find(ref.source);
    require(unit != m_units.end());
    if (unit != m_units.end())
        ref.place.unit = unit->second;
}

void RowReader::take(std::optional<EventRef>& ref)
{
    ref.reset();
    if (m_statement.isNull(m_column))
        m_column += 3;
    else
        take(ref.emplace());
}

void RowReader::take(std::optional<SourceClock::Correction>& correction)
{
    correction.reset();
    if (m_statement.isNull(m_column)) {
        m_column += 7;
        return;
    }
    correction.emplace();
    take(correction->offsetNs);
    take(correction->lowNs);
    take(correction->highNs);
    take(correction->driftPpm);
    take(correction->middle);
    take(correction->pairs);
    take(correction->basis);
}

void RowReader::take(double& value)
{
    require(!m_statement.isNull(m_column)); // what is no number is stored as null
    value = m_statement.real(m_column++);
}

void RowReader::take(std::string& text)
{
    require(!m_statement.isNull(m_column));
    text = m_statement.text(m_column++);
}

void RowReader::take(IpAddress& address)
{
    std::string text;
    take(text);
    const auto read = text.empty() ? IpAddress{} : IpAddress::fromText(text);
    require(read.has_value());
    address = read.value_or(IpAddress{});
}

void RowReader::take(Endpoint& end)
{
    take(end.address);
    take(end.port);
}

void RowReader::take(Mac& mac)
{
    std::string text;
    take(text);
    const auto read = Mac::fromText(text);
    require(read.has_value());
    mac = read.value_or(Mac{});
}

void RowReader::take(std::vector<std::string>& texts)
{
    texts.clear();
    std::string list;
    take(list);
    forEachField(list, [&](std::string_view, std::string text) { texts.push_back(std::move(text)); });
}

void RowReader::take(std::vector<IpAddress>& addresses)
{
    addresses.clear();
    std::string list;
    take(list);
    forEachField(list, [&](std::string_view, const std::string& text) {
        const auto address = IpAddress::fromText(text);
        require(address.has_value());
        addresses.push_back(address.value_or(IpAddress{}));
    });
}

void RowReader::take(std::vector<SourceId>& sources)
{
    sources.clear();
    std::string list;
    take(list);
    forEachField(list, [&](std::string_view, const std::string& text) {
        std::int64_t id = 0;
        std::from_chars(text.data(), text.data() + text.size(), id);
        require(m_units.contains(SourceId{id}));
        sources.push_back(SourceId{id});
    });
}

void RowReader::take(std::vector<CaseSpan>& spans)
{
    spans.clear();
    std::string list;
    take(list);
    bool whole = true;
    forEachField(list, [&](std::string_view name, const std::string& text) {
        std::int64_t ns = 0;
        std::from_chars(text.data(), text.data() + text.size(), ns);
        require(name == (whole ? "from" : "to"));
        if (whole)
            spans.push_back({{ns}, {ns}});
        else
            spans.back().to = {ns};
        whole = !whole;
    });
    require(whole);
}

void RowReader::take(std::map<std::string, std::string>& parameters)
{
    parameters.clear();
    std::string fields;
    take(fields);
    forEachField(fields, [&](std::string_view name, std::string value) {
        parameters.emplace(name, std::move(value));
    });
}

} // namespace whittle

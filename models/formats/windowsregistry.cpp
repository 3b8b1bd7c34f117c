// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>

#include "models/base/fields.h"
#include "models/formats/formats.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/registrykey.h"
#include "models/formats/registryvalue.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

constexpr std::string_view headOfVersion5 = "Windows Registry Editor Version 5";
constexpr std::string_view headOfVersion4 = "REGEDIT4";
/// Of one value with its continued lines: those of Windows Time have a few hundred.
constexpr std::size_t maxValueBytes = std::size_t{1} << 20;

bool isHead(std::string_view line)
{
    return line.starts_with(headOfVersion5) || line == headOfVersion4;
}

bool isKey(std::string_view line)
{
    return line.starts_with('[') && line.ends_with(']');
}

bool mayBeValue(std::string_view line)
{
    return line.starts_with('"') || line.starts_with('@');
}

/// Reads one export. A value may go on over several lines; it stands where it begins.
class RegistryReader
{
public:
    explicit RegistryReader(EventSink& sink)
        : m_sink(sink)
    {
    }

    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    void continuation(std::string_view text);
    void key(std::string_view key, std::uint64_t line);
    void beginValue(std::string_view text, std::uint64_t line);
    void endValue();
    void emit(std::string_view kind, std::uint64_t line);

    EventSink& m_sink;
    FieldWriter m_fields;
    std::optional<TimeKey> m_key;
    std::string m_value; ///< the lines of one value so far
    std::uint64_t m_valueLine = 0;
    bool m_inValue = false;
    bool m_isUnicode = true;
    LineTally m_otherKeys;
    LineTally m_notUnderstood;
};

void RegistryReader::line(const Line& line)
{
    const std::string_view text = text::trimmed(line.text);
    if (m_inValue && !isKey(text) && !mayBeValue(text))
        return continuation(text);
    if (m_inValue) // its end is missing
        endValue();
    if (text.empty() || text.starts_with(';'))
        return;
    if (isHead(text))
        m_isUnicode = text.starts_with(headOfVersion5);
    else if (isKey(text))
        key(text.substr(1, text.size() - 2), line.number);
    else if (mayBeValue(text))
        beginValue(text, line.number);
    else
        m_notUnderstood.add(line.number);
}

/// [HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\W32Time\Config], or with '-' to delete it
void RegistryReader::key(std::string_view key, std::uint64_t line)
{
    const bool deletes = text::take(key, "-");
    m_key = TimeKey::read(key);
    if (!m_key || !deletes)
        return;
    m_fields.clear();
    emit("registry.delete", line);
    m_key.reset();
}

void RegistryReader::beginValue(std::string_view text, std::uint64_t line)
{
    m_inValue = true;
    m_valueLine = line;
    m_value.clear();
    continuation(text);
}

void RegistryReader::continuation(std::string_view text)
{
    const bool begins = m_value.empty() && mayBeValue(text);
    const bool goesOn = begins ? registryValueContinues(text) : text.ends_with('\\');
    if (goesOn)
        text.remove_suffix(1);
    if (m_value.size() + text.size() > maxValueBytes)
        m_value.clear(); // what is left of it is no value
    m_value += text;
    if (!goesOn)
        endValue();
}

void RegistryReader::endValue()
{
    m_inValue = false;
    if (!m_key)
        return m_otherKeys.add(m_valueLine);
    const auto value = RegistryValue::read(m_value, m_isUnicode);
    if (!value)
        return m_notUnderstood.add(m_valueLine);
    m_fields.clear();
    m_fields.add("name", timeValueName(value->name));
    if (!value->deletes) {
        m_fields.add("type", value->type);
        m_fields.add("value", value->value);
    }
    emit(value->deletes ? "registry.delete" : "registry.value", m_valueLine);
}

void RegistryReader::emit(std::string_view kind, std::uint64_t line)
{
    m_fields.add("key", m_key->path);
    if (!m_key->controlSet.empty())
        m_fields.add("control-set", m_key->controlSet);
    Event event;
    event.kind = kind;
    event.place = {PlaceUnit::Line, line};
    event.fields = m_fields.text();
    m_sink.event(event);
}

SourceFacts RegistryReader::finish(std::uint64_t lines)
{
    if (m_inValue)
        endValue();
    m_otherKeys.report(m_sink, Severity::Info, "formats.registry-other-keys");
    m_notUnderstood.report(m_sink, Severity::DataLoss, "formats.registry-not-understood");
    SourceFacts facts;
    facts.unit = PlaceUnit::Line;
    facts.records = lines;
    facts.hasDate = false; // an export does not say when it was made
    return facts;
}

LineSniff::Line judgeLine(std::string_view line, bool& inValue)
{
    line = text::trimmed(line);
    const bool continues = std::exchange(inValue, line.ends_with('\\'));
    const bool hasRoot = line.starts_with("[HK") || line.starts_with("[-HK");
    if (isHead(line) || (isKey(line) && hasRoot))
        return LineSniff::Line::Proof;
    const bool fits = continues || line.starts_with(';') || isKey(line)
        || (mayBeValue(line) && line.find('=') != std::string_view::npos);
    return fits ? LineSniff::Line::Fits : LineSniff::Line::Foreign;
}

Sniff sniffRegistry(Bytes head)
{
    LineSniff sniff(head);
    bool inValue = false;
    std::string_view line;
    while (sniff.next(line))
        sniff.judge(judgeLine(line, inValue));
    return sniff.answer();
}

Result<SourceFacts> readRegistry(BlockReader& reader, EventSink& sink, Progress& progress,
                                 std::stop_token stop)
{
    Lines lines(reader, sink, progress, std::move(stop));
    RegistryReader registry(sink);
    Line line;
    while (lines.next(line))
        registry.line(line);
    if (const auto end = lines.end(); !end)
        return end.error();
    return registry.finish(lines.count());
}

} // namespace

const Format& windowsRegistryFormat()
{
    static constexpr Format format{"windows-registry", PlaceUnit::Line, sniffRegistry, readRegistry,
                                   fetchLine};
    return format;
}

} // namespace whittle

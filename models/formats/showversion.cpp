// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "models/base/fields.h"
#include "models/formats/formats.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/terminalprompt.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// More options than any node has; further ones are counted.
constexpr int maxOptions = 200;

/// What one line of the output says.
struct VersionLine {
    enum class Kind {
        Other,
        Version,
        Options, ///< "Active Version Installed Software Options:"
        NoOptions,
        Prompt,
        Host, ///< of `show status`, of a prompt that names it, or its name and a colon
        StatusVersion, ///< `show status`: the running version
        Status, ///< another row of `show status`
    };
    Kind kind = Kind::Other;
    std::string_view partition{};
    std::string_view value{};
};

bool isWordLetter(char c)
{
    return text::isDigit(c) || (text::lower(c) >= 'a' && text::lower(c) <= 'z') || c == '.' || c == '-'
        || c == '_';
}

bool isWord(std::string_view text)
{
    return !text.empty() && text.find_first_of(" \t") == text.npos && isWordLetter(text.front());
}

/// "6.1.2.1000-13", "7.0(2)": it begins with a digit and has a point.
bool isVersion(std::string_view text)
{
    return isWord(text) && text::isDigit(text.front()) && text.find('.') != text.npos;
}

/// Active Master Version: 6.1.2.1000-13
VersionLine partitionLine(std::string_view text, std::string_view partition)
{
    if (text::findNoCase(text, "Version Installed Software Options") != text.npos)
        return {VersionLine::Kind::Options, partition};
    const auto label = text::findNoCase(text, "Version:");
    if (label == text.npos)
        return {};
    const std::string_view version = text::trimmed(text.substr(label + 8));
    return isVersion(version) ? VersionLine{VersionLine::Kind::Version, partition, version} : VersionLine{};
}

/// The rows of `show status` that say nothing of the version: those of its head by their whole label, those
/// of the machine's load below by how they begin.
bool isStatusRow(std::string_view text)
{
    constexpr std::array labels{"Date",   "Time Zone",   "Locale",  "Unified OS Version",
                                "OS Ver", "License MAC", "Platform"};
    constexpr std::array begins{"Uptime:", "CPU Idle:", "IOWAIT:",  "Memory Total:", "Free:",  "Used:",
                                "Cached:", "Shared:",   "Buffers:", "Disk/",         "Total  "};
    const std::string_view label = text::trimmed(text.substr(0, text.find(':')));
    const auto isLabel = [&](std::string_view name) {
        return label.size() == name.size() && label.size() < text.size()
            && text::startsWithNoCase(label, name);
    };
    return std::ranges::any_of(labels, isLabel)
        || std::ranges::any_of(begins, [&](std::string_view begin) { return text.starts_with(begin); })
        || text.find("load average:") != text.npos;
}

/// Product Ver        : 8.0.3.20000-2
VersionLine statusLine(std::string_view text)
{
    using Kind = VersionLine::Kind;
    if (isStatusRow(text))
        return {Kind::Status};
    const auto colon = text.find(':');
    if (colon == text.npos)
        return {};
    const std::string_view label = text::trimmed(text.substr(0, colon));
    const std::string_view value = text::trimmed(text.substr(colon + 1));
    const auto is = [&](std::string_view name) {
        return label.size() == name.size() && text::startsWithNoCase(label, name);
    };
    if (is("Host Name") && isWord(value))
        return {Kind::Host, {}, value};
    if (is("Product Ver") && isVersion(value))
        return {Kind::StatusVersion, "active", value};
    return {};
}

VersionLine readLine(std::string_view text)
{
    using Kind = VersionLine::Kind;
    if (const TerminalPrompt prompt = TerminalPrompt::read(text); prompt.isPrompt)
        return {prompt.node.empty() ? Kind::Prompt : Kind::Host, {}, prompt.node};
    if (text::startsWithNoCase(text, "Active "))
        return partitionLine(text, "active");
    if (text::startsWithNoCase(text, "Inactive "))
        return partitionLine(text, "inactive");
    if (text::startsWithNoCase(text, "No Installed Software Options"))
        return {Kind::NoOptions};
    if (isHostLabel(text))
        return {Kind::Host, {}, text.substr(0, text.size() - 1)};
    return statusLine(text);
}

/// Reads the outputs of one or several nodes. A version stands at its line, and is told when its options are
/// known.
class VersionReader
{
public:
    explicit VersionReader(EventSink& sink)
        : m_sink(sink)
    {
    }

    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    void version(const VersionLine& parts, std::uint64_t line);
    void option(std::string_view text, std::uint64_t line);
    void close();

    EventSink& m_sink;
    FieldWriter m_fields;
    std::string m_node;
    std::string m_partition; ///< of the version that is not told yet
    std::string m_version; ///< empty: none
    std::uint64_t m_versionLine = 0;
    std::string m_options;
    int m_optionCount = 0;
    bool m_inOptions = false;
    LineTally m_notUnderstood;
};

void VersionReader::line(const Line& line)
{
    using Kind = VersionLine::Kind;
    const std::string_view text = text::trimmed(line.text);
    if (text.empty())
        return;
    const VersionLine parts = readLine(text);
    if (m_inOptions && parts.kind == Kind::Other)
        return option(text, line.number);
    m_inOptions = parts.kind == Kind::Options;
    switch (parts.kind) {
    case Kind::Version:
    case Kind::StatusVersion:
        return version(parts, line.number);
    case Kind::Host:
        close();
        m_node = parts.value;
        return;
    case Kind::Other:
        return m_notUnderstood.add(line.number);
    case Kind::Options:
    case Kind::NoOptions:
    case Kind::Prompt:
    case Kind::Status:
        return;
    }
}

void VersionReader::version(const VersionLine& parts, std::uint64_t line)
{
    close();
    m_version = parts.value;
    m_partition = parts.partition;
    m_versionLine = line;
}

/// cmterm-devicepack8.6.2.21020-1.cop
void VersionReader::option(std::string_view text, std::uint64_t line)
{
    if (!isWord(text) || m_version.empty() || m_optionCount == maxOptions)
        return m_notUnderstood.add(line);
    ++m_optionCount;
    m_options += m_options.empty() ? "" : ",";
    m_options += text;
}

void VersionReader::close()
{
    if (m_version.empty())
        return;
    m_fields.clear();
    if (!m_node.empty())
        m_fields.add("node", m_node);
    m_fields.add("version", m_version);
    m_fields.add("partition", m_partition);
    if (m_optionCount > 0)
        m_fields.add("cop", m_options);
    Event event;
    event.kind = "node.version";
    event.place = {PlaceUnit::Line, m_versionLine};
    event.fields = m_fields.text();
    m_sink.event(event);
    m_version.clear();
    m_options.clear();
    m_optionCount = 0;
}

SourceFacts VersionReader::finish(std::uint64_t lines)
{
    close();
    m_notUnderstood.report(m_sink, Severity::Info, "formats.lines-not-understood");
    SourceFacts facts;
    facts.unit = PlaceUnit::Line;
    facts.records = lines;
    facts.hasDate = false; // nobody says when it was printed
    return facts;
}

LineSniff::Line judgeLine(std::string_view line, bool& inOptions)
{
    using Kind = VersionLine::Kind;
    line = text::trimmed(line);
    const VersionLine parts = readLine(line);
    const bool isOption = parts.kind == Kind::Other && inOptions && isWord(line);
    inOptions = parts.kind == Kind::Options || isOption;
    switch (parts.kind) {
    case Kind::Version:
    case Kind::StatusVersion:
    case Kind::Options:
        return LineSniff::Line::Proof;
    case Kind::NoOptions:
    case Kind::Prompt:
    case Kind::Host:
    case Kind::Status:
        return LineSniff::Line::Fits;
    case Kind::Other:
        break;
    }
    return isOption ? LineSniff::Line::Fits : LineSniff::Line::Foreign;
}

Sniff sniffVersion(Bytes head)
{
    LineSniff sniff(head);
    bool inOptions = false;
    std::string_view line;
    while (sniff.next(line))
        sniff.judge(judgeLine(line, inOptions));
    return sniff.answer();
}

Result<SourceFacts> readVersion(BlockReader& reader, EventSink& sink, Progress& progress,
                                std::stop_token stop)
{
    Lines lines(reader, sink, progress, std::move(stop));
    VersionReader versions(sink);
    Line line;
    while (lines.next(line))
        versions.line(line);
    if (const auto end = lines.end(); !end)
        return end.error();
    return versions.finish(lines.count());
}

} // namespace

const Format& showVersionFormat()
{
    static constexpr Format format{"show-version", PlaceUnit::Line, sniffVersion, readVersion, fetchLine};
    return format;
}

} // namespace whittle

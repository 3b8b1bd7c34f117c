// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/capturecommand.h"

#include <algorithm>
#include <array>

#include "models/formats/text.h"

namespace whittle
{

namespace
{

constexpr std::array options{"size", "count", "interface", "src", "dest", "port", "ip"};

bool isOption(std::string_view word)
{
    const std::string_view name = text::until(word, "=");
    return name.size() < word.size() && std::ranges::find(options, name) != options.end();
}

/// "size=128 count=1000 interface=eth0", and "src=dest= port=123" where a copy lost the blanks.
bool isOptions(std::string_view line)
{
    bool any = false;
    for (auto word = text::takeWord(line); !word.empty(); word = text::takeWord(line)) {
        if (!isOption(word))
            return false;
        any = true;
    }
    return any;
}

std::optional<std::int64_t> numberBehind(std::string_view line, std::string_view words)
{
    auto rest = text::after(line, words);
    return rest ? text::takeNumber(*rest) : std::nullopt;
}

} // namespace

bool CaptureCommand::read(std::string_view line)
{
    line = text::trimmed(line);
    if (line == "Executing command with options:" || line.find("utils network capture") != line.npos) {
        m_isKnown = true;
        return true;
    }
    if (!isOptions(line))
        return readSummary(line);
    m_isKnown = true;
    for (auto word = text::takeWord(line); !word.empty(); word = text::takeWord(line))
        readOption(word);
    return true;
}

void CaptureCommand::readOption(std::string_view word)
{
    const std::string_view name = text::until(word, "=");
    const std::string_view value = word.substr(name.size() + 1);
    if (value.empty() || value == "dest=" || value == "ALL")
        return;
    if (name == "size")
        m_snapLength = text::number(value);
    else if (name == "src")
        addFilter("src host ", value);
    else if (name == "dest")
        addFilter("dst host ", value);
    else if (name == "port")
        addFilter("port ", value);
    else if (name == "ip")
        addFilter("host ", value);
}

void CaptureCommand::addFilter(std::string_view primitive, std::string_view value)
{
    if (!m_filter.empty())
        m_filter += " and ";
    m_filter += primitive;
    m_filter += value;
}

bool CaptureCommand::readSummary(std::string_view line)
{
    const bool isStart = line.starts_with("reading from file ") || line.find("listening on ") != line.npos;
    if (isStart) {
        auto length = numberBehind(line, "snapshot length ");
        if (!length)
            length = numberBehind(line, "capture size ");
        m_snapLength = length ? length : m_snapLength;
        return true;
    }
    std::string_view rest = line;
    const auto count = text::takeNumber(rest);
    if (count && rest.starts_with(" packets dropped by"))
        m_drops += *count;
    return (count && rest.starts_with(" packet")) || line.starts_with("tcpdump: ");
}

void CaptureCommand::describe(SourceFacts& facts) const
{
    if (!m_filter.empty())
        facts.limits.push_back({"limit.filter", {}, {}, {m_filter}});
    if (m_snapLength)
        facts.limits.push_back({"limit.snap-length-chosen", {}, {}, {std::to_string(*m_snapLength)}});
    if (m_drops > 0)
        facts.limits.push_back({"limit.drops", {}, {}, {std::to_string(m_drops)}});
}

} // namespace whittle

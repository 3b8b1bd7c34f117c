// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/capturenotes.h"

#include <algorithm>

#include "models/capture/captureproblem.h"

namespace whittle
{

namespace
{

constexpr std::size_t maxTexts = 100;
constexpr std::size_t maxTextBytes = 4'096;
constexpr std::size_t maxDrops = 1'000;

std::string oneLine(std::string_view text)
{
    std::string line(text.substr(0, maxTextBytes));
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return line;
}

void addOnce(std::vector<std::string>& texts, std::string_view text)
{
    const std::string line = oneLine(text);
    const bool isNew = std::find(texts.begin(), texts.end(), line) == texts.end();
    if (isNew && !line.empty() && texts.size() < maxTexts)
        texts.push_back(line);
}

} // namespace

void CaptureNotes::addComment(std::string_view text)
{
    addOnce(m_comments, text);
}

void CaptureNotes::addFilter(std::string_view filter)
{
    addOnce(m_filters, filter);
}

void CaptureNotes::addFilterShare(std::uint64_t received, std::uint64_t accepted)
{
    m_received += received;
    m_accepted += accepted;
}

void CaptureNotes::addDrops(std::uint64_t count, std::optional<SourceTime> from, std::optional<SourceTime> to)
{
    if (count == 0)
        return;
    const bool touches = !m_drops.empty() && m_drops.back().to && from && *from <= *m_drops.back().to;
    if (!touches && m_drops.size() < maxDrops) {
        m_drops.push_back({count, from, to});
        return;
    }
    Drops& last = m_drops.back();
    last.count += count;
    last.to = last.to && to ? std::optional(std::max(*last.to, *to)) : std::nullopt;
}

void CaptureNotes::report(EventSink& sink) const
{
    for (const std::string& comment : m_comments)
        sink.problem(problemOfCapture(Severity::Info, "capture.comment", {comment}));
}

std::vector<CoverageLimit> CaptureNotes::limits() const
{
    std::vector<CoverageLimit> limits;
    for (const std::string& filter : m_filters)
        limits.push_back({"limit.filter", {}, {}, {filter}});
    if (m_filters.empty() && m_accepted < m_received)
        limits.push_back(
            {"limit.filter-share", {}, {}, {std::to_string(m_received), std::to_string(m_accepted)}});
    for (const Drops& drops : m_drops)
        limits.push_back({"limit.drops", drops.from, drops.to, {std::to_string(drops.count)}});
    return limits;
}

} // namespace whittle

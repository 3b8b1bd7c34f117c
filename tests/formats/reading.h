// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/evidence/blockreader.h"
#include "models/evidence/format.h"

namespace whittle::test
{

inline std::vector<std::byte> bytesOf(std::string_view text)
{
    const Bytes bytes = asBytes(text);
    return {bytes.begin(), bytes.end()};
}

/// Keeps all that a format gives, as text: "kind time place device source destination fields", '-' for what
/// is empty.
class Recorder : public EventSink
{
public:
    std::vector<std::string> events;
    std::vector<std::string> kinds;
    std::vector<Problem> problems;
    std::vector<Landmark> landmarks;

    void event(const Event& event) override
    {
        kinds.emplace_back(event.kind);
        events.push_back(std::string(event.kind) + ' ' + toRfc3339(event.time.ns) + ' ' + toText(event.place)
                         + ' ' + shown(event.device) + ' ' + shown(toText(event.source)) + ' '
                         + shown(toText(event.destination)) + ' ' + shown(event.fields)
                         + (event.repeats ? " repeats" : ""));
        ordered = ordered && !(event.place < m_last);
        m_last = event.place;
    }
    void problem(Problem problem) override { problems.push_back(std::move(problem)); }
    void landmark(Landmark landmark) override { landmarks.push_back(landmark); }

    /// Places never decreased.
    bool ordered = true;

private:
    static std::string shown(std::string_view text) { return text.empty() ? "-" : std::string(text); }

    Place m_last{PlaceUnit::Line, 0};
};

/// A problem as text: "severity id place arguments…".
inline std::string toText(const Problem& problem)
{
    static constexpr const char* names[] = {"info", "notice", "data-loss", "error"};
    std::string text = names[static_cast<int>(problem.severity)];
    text += ' ' + problem.id + ' ' + (problem.place ? whittle::toText(*problem.place) : "-");
    for (const std::string& argument : problem.arguments)
        text += " '" + argument + "'";
    return text;
}

struct Reading {
    Recorder sink;
    Result<SourceFacts> facts{SourceFacts{}};

    std::string eventText() const { return joined(sink.events); }
    std::string problemText() const
    {
        std::vector<std::string> lines;
        for (const Problem& problem : sink.problems)
            lines.push_back(toText(problem));
        return joined(lines);
    }

    static std::string joined(const std::vector<std::string>& lines)
    {
        std::string all;
        for (const std::string& line : lines)
            all += line + '\n';
        return all;
    }
};

inline Reading readAll(const Format& format, std::unique_ptr<ByteSource> source, std::stop_token stop = {})
{
    Reading reading;
    BlockReader reader(std::move(source));
    Progress progress;
    reading.facts = format.read(reader, reading.sink, progress, std::move(stop));
    return reading;
}

inline Reading readText(const Format& format, std::string_view text)
{
    return readAll(format, memorySource(bytesOf(text)));
}

} // namespace whittle::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/framewalk.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "models/capture/captureproblem.h"
#include "models/capture/clocksteps.h"
#include "models/capture/packetdecoder.h"
#include "models/evidence/blockreader.h"
#include "models/evidence/rhythm.h"

namespace whittle
{

namespace
{

constexpr std::uint64_t framesPerLandmark = 1024;
constexpr std::uint64_t framesPerStopCheck = 4096;

/// Where a record begins is known only when the one before it has been looked at: without this the processor
/// waits for memory at each of them.
void fetchAhead(Bytes window, std::uint64_t used)
{
    constexpr std::uint64_t distance = 1024;
    constexpr std::uint64_t cacheLine = 64;
    if (used + distance + cacheLine >= window.size())
        return;
    __builtin_prefetch(window.data() + used + distance);
    __builtin_prefetch(window.data() + used + distance + cacheLine);
}

/// One pass over a capture: window by window, record by record.
class FrameWalk
{
public:
    FrameWalk(BlockReader& reader, RecordCutter& cutter, EventSink& sink, Progress& progress,
              std::stop_token stop)
        : m_reader(reader)
        , m_cutter(cutter)
        , m_sink(sink)
        , m_progress(progress)
        , m_stop(std::move(stop))
        , m_decoder(sink)
    {
    }

    Result<SourceFacts> run();

private:
    bool takeWindow(Bytes window);
    void takeFrame(std::uint64_t offset);
    void noteTime();
    void noteCutFrame();
    Result<void> pass(std::uint64_t count);
    void noteCutRecord(std::uint64_t present);
    SourceFacts finish();

    BlockReader& m_reader;
    RecordCutter& m_cutter;
    EventSink& m_sink;
    Progress& m_progress;
    std::stop_token m_stop;
    PacketDecoder m_decoder;
    Frame m_frame;
    SourceFacts m_facts;
    Rhythm m_rhythm;
    ClockSteps m_clockSteps;
    std::uint64_t m_untimed = 0;
    std::uint64_t m_cutFrames = 0; ///< of which the capture holds only the beginning
    std::size_t m_snapLength = 0; ///< the longest of them
    std::uint64_t m_used = 0; ///< bytes of the window that are done with; may reach beyond it
    std::uint64_t m_needed = 1; ///< bytes the next record needs
    bool m_garbage = false;
};

void FrameWalk::noteTime()
{
    if (!m_frame.hasTime) {
        m_untimed += m_frame.linkType != Frame::noPacket;
        m_frame.time = m_facts.last.value_or(SourceTime{});
        return;
    }
    m_facts.first = m_facts.first ? std::min(*m_facts.first, m_frame.time) : m_frame.time;
    m_facts.last = m_facts.last ? std::max(*m_facts.last, m_frame.time) : m_frame.time;
    m_rhythm.add(m_frame.time);
    if (m_clockSteps.add(m_frame.time, m_frame.number))
        m_decoder.beginPart();
}

void FrameWalk::noteCutFrame()
{
    ++m_cutFrames;
    m_snapLength = std::max(m_snapLength, m_frame.bytes.size());
}

void FrameWalk::takeFrame(std::uint64_t offset)
{
    m_frame.number = ++m_facts.records;
    if ((m_frame.number - 1) % framesPerLandmark == 0 && m_cutter.canStartHere())
        m_sink.landmark({m_frame.number, offset});
    noteTime();
    if (m_frame.originalLength > m_frame.bytes.size())
        noteCutFrame();
    if (m_frame.linkType != Frame::noPacket)
        m_decoder.frame(m_frame);
}

/// False when nothing more can be found, or the user asked to stop.
bool FrameWalk::takeWindow(Bytes window)
{
    const std::uint64_t base = m_reader.position();
    m_used = 0;
    while (m_used < window.size()) {
        fetchAhead(window, m_used);
        const Cut cut = m_cutter.next(window.subspan(m_used), m_frame);
        if (cut.kind == Cut::Kind::NeedMore) {
            m_needed = cut.bytes;
            return true;
        }
        m_garbage = cut.kind == Cut::Kind::Garbage;
        if (m_garbage)
            return false;
        if (cut.kind == Cut::Kind::Frame)
            takeFrame(base + m_used);
        if (cut.kind == Cut::Kind::Header) {
            m_clockSteps.restart();
            m_decoder.beginPart();
        }
        m_used += cut.bytes;
        if (m_facts.records % framesPerStopCheck == 0 && m_stop.stop_requested())
            return false;
    }
    m_needed = 1;
    return true;
}

/// Moves the reader on; a record that is longer than the file is noted.
Result<void> FrameWalk::pass(std::uint64_t count)
{
    const std::uint64_t size = m_reader.size();
    if (size > 0 && m_reader.position() + count > size)
        noteCutRecord(size - std::min(size, m_reader.position()));
    return m_reader.skip(count);
}

void FrameWalk::noteCutRecord(std::uint64_t present)
{
    if (m_cutter.isSearching())
        return;
    m_sink.problem(problemAtFrame(Severity::DataLoss, "capture.record-cut", m_facts.records + 1,
                                  {std::to_string(present)}));
}

SourceFacts FrameWalk::finish()
{
    m_decoder.finish();
    m_cutter.report(m_sink, m_facts.records + 1, m_garbage);
    if (m_untimed > 0)
        m_sink.problem(
            problemOfCapture(Severity::Notice, "capture.time-missing", {std::to_string(m_untimed)}));
    m_clockSteps.report(m_sink);
    if (m_facts.records == 0)
        m_sink.problem(problemOfCapture(Severity::Notice, "capture.empty"));
    m_facts.unit = PlaceUnit::Frame;
    m_facts.resolution = m_cutter.resolution();
    m_facts.utcOffsetSeconds = 0;
    m_rhythm.describe(m_facts);
    std::vector<CoverageLimit> ofContainer = m_cutter.limits();
    std::ranges::move(ofContainer, std::back_inserter(m_facts.limits));
    if (m_cutFrames > 0)
        m_facts.limits.push_back(
            {"limit.snap-length", {}, {}, {std::to_string(m_snapLength), std::to_string(m_cutFrames)}});
    return m_facts;
}

Result<SourceFacts> FrameWalk::run()
{
    m_progress.start(m_reader.size());
    for (;;) {
        if (m_stop.stop_requested())
            return Error{ErrorCode::Cancelled, "stopped by the user"};
        const auto window = m_reader.window(static_cast<std::size_t>(m_needed));
        if (!window)
            return window.error();
        if (window->size() < m_needed && !m_cutter.takesRest()) {
            if (!window->empty())
                noteCutRecord(window->size());
            return finish();
        }
        const bool more = takeWindow(*window);
        if (const auto passed = pass(m_used); !passed)
            return passed.error();
        m_progress.setDone(m_reader.position());
        if (!more && !m_stop.stop_requested())
            return finish();
    }
}

} // namespace

Result<SourceFacts> readFrames(BlockReader& reader, RecordCutter& cutter, EventSink& sink, Progress& progress,
                               std::stop_token stop)
{
    return FrameWalk(reader, cutter, sink, progress, std::move(stop)).run();
}

namespace
{

/// Where a search among the records of one window ended.
struct Search {
    const Frame* found = nullptr;
    std::uint64_t used = 0;
    std::uint64_t needed = 1;
    bool garbage = false;
};

Search findInWindow(RecordCutter& cutter, Bytes window, Frame& frame, std::uint64_t number)
{
    Search search;
    while (search.used < window.size()) {
        const Cut cut = cutter.next(window.subspan(search.used), frame);
        search.garbage = cut.kind == Cut::Kind::Garbage;
        if (cut.kind == Cut::Kind::NeedMore)
            search.needed = cut.bytes;
        if (cut.kind == Cut::Kind::NeedMore || search.garbage)
            return search;
        if (cut.kind == Cut::Kind::Frame && frame.number++ == number) {
            search.found = &frame;
            return search;
        }
        search.used += cut.bytes;
    }
    return search;
}

} // namespace

Result<std::vector<std::byte>> fetchFrame(BlockReader& reader, RecordCutter& cutter,
                                          std::uint64_t firstNumber, std::uint64_t number)
{
    Frame frame;
    frame.number = firstNumber;
    Search search;
    for (;;) {
        const auto window = reader.window(static_cast<std::size_t>(search.needed));
        if (!window)
            return window.error();
        if (window->size() < search.needed && !cutter.takesRest())
            break;
        search = findInWindow(cutter, *window, frame, number);
        if (search.found)
            return std::vector<std::byte>(frame.bytes.begin(), frame.bytes.end());
        if (search.garbage)
            break;
        if (const auto passed = reader.skip(search.used); !passed)
            return passed.error();
    }
    return Error{ErrorCode::NotFound, "the capture has no such frame", {}, "frame " + std::to_string(number)};
}

SourceFacts emptyCapture(EventSink& sink, bool headerCut, std::size_t present)
{
    if (headerCut)
        sink.problem(problemOfCapture(Severity::DataLoss, "capture.header-cut", {std::to_string(present)}));
    sink.problem(problemOfCapture(Severity::Notice, "capture.empty"));
    SourceFacts facts;
    facts.unit = PlaceUnit::Frame;
    facts.utcOffsetSeconds = 0;
    return facts;
}

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/capture/capturenotes.h"
#include "models/capture/recordcutter.h"
#include "models/capture/timescale.h"

namespace whittle
{

/// The blocks of a pcapng capture (draft-ietf-opsawg-pcapng §3.1), of which sections, interfaces, their
/// statistics and packets are read:
///
///   0  block type
///   4  block total length, a multiple of four
///   8  body
///  ..  block total length again
///
/// Each section header starts a section with a byte order and interfaces of its own. Behind a block that
/// contradicts itself, reading goes on with the next one whose two lengths agree.
class PcapngCutter : public RecordCutter
{
public:
    Cut next(Bytes bytes, Frame& frame) override;
    Nanoseconds resolution() const override;
    void report(EventSink& sink, std::uint64_t nextFrame, bool garbage) const override;
    std::vector<CoverageLimit> limits() const override;
    bool isSearching() const override { return m_isSearching; }
    bool takesRest() override { return m_isSearching && !std::exchange(m_isAtEnd, true); }

    /// Takes the byte order that makes the block at the front one that holds a packet or starts a section.
    void guessByteOrder(Bytes bytes);

private:
    struct Interface {
        std::uint32_t linkType = 0;
        std::uint32_t snapLength = 0; ///< 0: no limit
        TimeScale scale;
        std::optional<SourceTime> lastPacket{};
        std::optional<SourceTime> lastStatistics{};
        std::uint64_t dropped = 0; ///< by the statistics so far
        std::uint64_t received = 0; ///< and so did these
        std::uint64_t accepted = 0;
        bool hasDropCounts = false; ///< its packets say themselves what was lost before them
    };

    Cut block(Bytes bytes, std::uint32_t type, std::uint32_t length, Frame& frame);
    Cut contradiction(std::uint32_t type, const char* id, std::uint64_t value);
    Cut search(Bytes bytes);
    Cut blockIn(Bytes bytes) const;
    void noteSkipped(std::uint64_t bytes);
    bool takeByteOrder(Bytes bytes);
    bool section(Bytes body);
    void interface(Bytes body);
    void interfaceOption(std::uint16_t code, Bytes value);
    void statistics(Bytes body);
    void countFiltered(Interface& interface, std::uint64_t received, std::uint64_t accepted);
    void countDrops(Interface& interface, std::uint64_t count, SourceTime time);
    template <typename Take>
    void forEachOption(Bytes options, Take take);
    void custom(Bytes body, Frame& frame);
    bool packet(std::uint32_t type, Bytes body, Frame& frame);
    bool enhancedPacket(std::uint32_t interfaceId, bool isObsolete, Bytes body, Frame& frame);
    bool simplePacket(Bytes body, Frame& frame);
    void noteUnknownInterface(Frame& frame);

    std::uint16_t number16(Bytes bytes, std::size_t at) const;
    std::uint32_t number32(Bytes bytes, std::size_t at) const;
    std::uint64_t number64(Bytes bytes, std::size_t at) const;

    bool m_bigEndian = false;
    std::vector<Interface> m_interfaces;
    CaptureNotes m_notes;
    std::vector<std::string_view> m_comments; ///< of the packet last given
    std::uint64_t m_resolutionNs = 0; ///< the finest of all interfaces so far; 0: none
    std::uint64_t m_unknownInterface = 0; ///< packets that name an interface which was never described
    std::uint64_t m_tooManyInterfaces = 0;
    std::uint64_t m_nextFrame = 1; ///< number of the frame that would follow
    std::uint64_t m_oddOptions = 0; ///< blocks with an option that reaches beyond them
    std::uint64_t m_firstOddOptions = 0; ///< frame that followed the first of them
    bool m_isSearching = false; ///< behind a block that contradicts itself, for the next one
    bool m_isAtEnd = false; ///< a block that is not whole never will be
    std::uint64_t m_searched = 0; ///< bytes passed over by this search
    std::uint64_t m_skippedBlocks = 0; ///< that contradict themselves, and behind which reading went on
    std::uint64_t m_skippedBytes = 0;
    std::uint64_t m_firstSkipped = 0; ///< frame that followed the first of them
    const char* m_garbageId = "capture.block-garbage"; ///< of the last contradiction
    std::uint64_t m_garbageValue = 0;
};

} // namespace whittle

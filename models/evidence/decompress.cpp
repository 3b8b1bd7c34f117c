// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

#include "models/evidence/archivereader.h"
#include "models/evidence/codec.h"
#include "models/evidence/sources.h"

namespace whittle
{

namespace
{

constexpr std::size_t inputBytes = std::size_t{64} << 10;
// At most this much at once: a hundredth of a second.
constexpr std::size_t outputBytes = std::size_t{1} << 20;
// Enough to tell by its first bytes what it is.
constexpr std::size_t magicBytes = 16;

/// Stream behind stream, with zeros between them and behind the last. What else follows is counted and told,
/// once all before it was given.
class DecompressedSource : public ByteSource
{
public:
    DecompressedSource(std::unique_ptr<ByteSource> source, Layer::Kind kind,
                       std::shared_ptr<UnpackMeter> meter)
        : m_source(std::move(source))
        , m_kind(kind)
        , m_codec(makeCodec(kind, meter->limits().memory))
        , m_meter(std::move(meter))
        , m_counted(*m_meter)
    {
        beginStream();
    }

    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        buffer = buffer.first(std::min(buffer.size(), outputBytes));
        while (!m_atEnd && !m_failure && !buffer.empty()) {
            const std::size_t made = m_isBetween ? passPadding() : unpackInto(buffer);
            if (made == 0)
                continue;
            const auto counted = m_counted.unpacked(made);
            return counted ? Result<std::size_t>(made) : counted.error();
        }
        return m_failure ? Result<std::size_t>(*m_failure) : Result<std::size_t>(std::size_t{0});
    }
    Result<std::uint64_t> skip(std::uint64_t count) override { return skipByReading(*this, count); }
    std::uint64_t size() const override { return 0; }

private:
    void beginStream()
    {
        if (const auto begun = m_codec->begin(); !begun)
            m_failure = begun.error();
        m_isBetween = false;
    }

    std::size_t unpackInto(std::span<std::byte> buffer)
    {
        if (m_packed.empty())
            fill();
        if (m_failure)
            return 0;
        const Codec::Step step = m_codec->step(m_packed, buffer);
        m_packed = m_packed.subspan(step.taken);
        m_isBetween = step.isEnd;
        if (step.error)
            fail(*step.error);
        else if (step.taken == 0 && step.made == 0 && !step.isEnd)
            fail(m_sourceFailure.value_or(
                Error{ErrorCode::Malformed, "the " + std::string(nameOf(m_kind)) + " data break off"}));
        return step.made;
    }

    /// Behind a stream; always 0.
    std::size_t passPadding()
    {
        const auto isZero = [](std::byte byte) { return byte == std::byte{0}; };
        m_packed = m_packed.subspan(
            static_cast<std::size_t>(std::ranges::find_if_not(m_packed, isZero) - m_packed.begin()));
        if (m_packed.size() < magicBytes && !m_isDrained)
            fill();
        else if (beginsStream(m_packed, m_kind))
            beginStream();
        else if (!m_packed.empty())
            tellRest();
        else if (m_sourceFailure)
            m_failure = m_sourceFailure;
        else
            m_atEnd = true;
        return 0;
    }

    void tellRest()
    {
        Error rest{ErrorCode::Malformed, {}, {}, place()};
        const auto skipped = skipByReading(*m_source, std::numeric_limits<std::uint64_t>::max());
        if (!skipped) {
            m_failure = skipped.error();
            return;
        }
        rest.reason = std::to_string(m_packed.size() + *skipped) + " bytes behind the last "
            + std::string(nameOf(m_kind)) + " stream were not read";
        m_failure = std::move(rest);
    }

    /// More packed bytes behind those at hand.
    void fill()
    {
        if (m_isDrained)
            return;
        if (!m_packed.empty())
            std::memmove(m_input.data(), m_packed.data(), m_packed.size());
        const auto got = m_source->read(std::span(m_input).subspan(m_packed.size()));
        if (!got && got.error().code == ErrorCode::Cancelled)
            m_failure = got.error();
        else if (!got)
            m_sourceFailure = got.error();
        m_isDrained = !got || *got == 0;
        m_position += got ? *got : 0;
        m_packed = Bytes(m_input).first(m_packed.size() + (got ? *got : 0));
    }

    void fail(Error error)
    {
        if (error.place.empty())
            error.place = place();
        m_failure = std::move(error);
    }

    std::string place() const { return "offset " + std::to_string(m_position - m_packed.size()); }

    std::unique_ptr<ByteSource> m_source;
    Layer::Kind m_kind;
    std::unique_ptr<Codec> m_codec;
    std::shared_ptr<UnpackMeter> m_meter;
    UnpackMeter::Stream m_counted;
    std::array<std::byte, inputBytes> m_input{};
    Bytes m_packed{}; ///< of m_input, what the codec has not taken yet
    std::uint64_t m_position = 0; ///< bytes read from the source
    bool m_isDrained = false; ///< the source gives no more
    bool m_isBetween = false; ///< a stream ended
    bool m_atEnd = false;
    std::optional<Error> m_sourceFailure{}; ///< told once all before it was given
    std::optional<Error> m_failure{};
};

} // namespace

std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> source, Layer::Kind kind,
                                         std::shared_ptr<UnpackMeter> meter)
{
    return std::make_unique<DecompressedSource>(std::move(source), kind, std::move(meter));
}

} // namespace whittle

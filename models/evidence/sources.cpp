// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/sources.h"

#include <algorithm>
#include <limits>

#include "models/evidence/unpackmeter.h"

namespace whittle
{

namespace
{

constexpr std::size_t skipBytes = std::size_t{64} << 10;

class MeteredSource : public ByteSource
{
public:
    MeteredSource(std::unique_ptr<ByteSource> file, std::shared_ptr<UnpackMeter> meter)
        : m_file(std::move(file))
        , m_meter(std::move(meter))
    {
    }
    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        if (const auto wanted = m_meter->checkStop(); !wanted)
            return wanted.error();
        const auto got = m_file->read(buffer);
        if (got)
            m_meter->consumed(*got, m_file->size());
        return got;
    }
    Result<std::uint64_t> skip(std::uint64_t count) override
    {
        const auto got = m_file->skip(count);
        if (got)
            m_meter->consumed(*got, m_file->size());
        return got;
    }
    std::uint64_t size() const override { return m_file->size(); }
    bool canSeek() const override { return m_file->canSeek(); }
    Result<void> seek(std::uint64_t offset) override { return m_file->seek(offset); }

private:
    std::unique_ptr<ByteSource> m_file;
    std::shared_ptr<UnpackMeter> m_meter;
};

} // namespace

std::unique_ptr<ByteSource> meteredSource(std::unique_ptr<ByteSource> file,
                                          std::shared_ptr<UnpackMeter> meter)
{
    return std::make_unique<MeteredSource>(std::move(file), std::move(meter));
}

Result<std::uint64_t> skipByReading(ByteSource& source, std::uint64_t count)
{
    std::vector<std::byte> buffer(static_cast<std::size_t>(std::min<std::uint64_t>(count, skipBytes)));
    std::uint64_t skipped = 0;
    while (skipped < count) {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(count - skipped, buffer.size()));
        const auto got = source.read(std::span(buffer).first(wanted));
        if (!got)
            return got.error();
        if (*got == 0)
            break;
        skipped += *got;
    }
    return skipped;
}

Result<std::unique_ptr<PeekedSource>> PeekedSource::make(std::unique_ptr<ByteSource> source,
                                                         std::size_t count)
{
    auto peeked = std::make_unique<PeekedSource>();
    peeked->m_source = std::move(source);
    peeked->m_head.resize(count);
    std::size_t have = 0;
    while (have < count) {
        const auto got = peeked->m_source->read(std::span(peeked->m_head).subspan(have));
        if (!got && (have == 0 || got.error().code == ErrorCode::Cancelled))
            return got.error();
        if (!got)
            peeked->m_failure = got.error();
        if (!got || *got == 0)
            break;
        have += *got;
    }
    peeked->m_head.resize(have);
    return peeked;
}

Result<std::size_t> PeekedSource::read(std::span<std::byte> buffer)
{
    if (m_given < m_head.size()) {
        const std::size_t count = std::min(buffer.size(), m_head.size() - m_given);
        std::copy_n(m_head.begin() + static_cast<std::ptrdiff_t>(m_given), count, buffer.begin());
        m_given += count;
        return count;
    }
    if (m_failure)
        return *m_failure;
    return m_source->read(buffer);
}

Result<std::uint64_t> PeekedSource::skip(std::uint64_t count)
{
    const std::uint64_t held = std::min<std::uint64_t>(count, m_head.size() - m_given);
    m_given += static_cast<std::size_t>(held);
    if (held == count)
        return count;
    if (m_failure)
        return *m_failure;
    const auto skipped = m_source->skip(count - held);
    return skipped ? Result<std::uint64_t>(held + *skipped) : skipped;
}

Result<void> PeekedSource::seek(std::uint64_t offset)
{
    m_given = m_head.size();
    m_failure.reset();
    return m_source->seek(offset);
}

Result<std::size_t> HashingSource::read(std::span<std::byte> buffer)
{
    const auto got = m_source->read(buffer);
    if (got) {
        m_digest.add(buffer.first(*got));
        m_position += *got;
    }
    return got;
}

Result<std::uint64_t> HashingSource::skip(std::uint64_t count)
{
    return skipByReading(*this, count);
}

Result<std::string> HashingSource::finish()
{
    const auto rest = skip(std::numeric_limits<std::uint64_t>::max());
    if (!rest && rest.error().code == ErrorCode::Cancelled)
        return rest.error();
    return m_digest.finish();
}

} // namespace whittle

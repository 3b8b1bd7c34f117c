// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "models/evidence/blockreader.h"

namespace whittle
{

/// What breaks off ends there for a format, so that it finishes what it began; the failure is kept.
class KeptFailure : public ByteSource
{
public:
    KeptFailure(std::unique_ptr<ByteSource> source, std::shared_ptr<std::optional<Error>> failure)
        : m_source(std::move(source))
        , m_failure(std::move(failure))
    {
    }
    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        return kept(*m_failure ? Result<std::size_t>(0) : m_source->read(buffer));
    }
    Result<std::uint64_t> skip(std::uint64_t count) override
    {
        return kept(*m_failure ? Result<std::uint64_t>(0) : m_source->skip(count));
    }
    std::uint64_t size() const override { return m_source->size(); }

private:
    template <typename T>
    Result<T> kept(Result<T> result)
    {
        if (result || result.error().code == ErrorCode::Cancelled)
            return result;
        *m_failure = result.error();
        return T{};
    }

    std::unique_ptr<ByteSource> m_source;
    std::shared_ptr<std::optional<Error>> m_failure;
};

} // namespace whittle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "models/base/hash64.h"
#include "models/base/place.h"
#include "models/base/time.h"

namespace whittle
{

/// A hash of what something is concluded from: where it is the same, it needs not be concluded again.
class InputHash
{
public:
    void add(std::uint64_t word) { m_hash = mixed(m_hash, word); }
    void add(CaseTime at) { add(static_cast<std::uint64_t>(at.nsUtc)); }
    /// An event, and when it was; what else there is of it never changes.
    void add(CaseTime at, const EventRef& ref)
    {
        add(at);
        add(static_cast<std::uint64_t>(raw(ref.source)) << 32 | ref.ordinal);
        add(ref.place.number);
    }
    std::int64_t value() const { return static_cast<std::int64_t>(m_hash); }

private:
    std::uint64_t m_hash = 0;
};

} // namespace whittle
